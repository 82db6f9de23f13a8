// The methods that bytes and bytearray share, made for either: `make` is how a result becomes an object
// of the type. Searching and splitting are bytesSearch.ts's, cases and kinds bytesCase.ts's.

import { decref, lock, unlock } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  ListLayout,
  StorageLayout,
  TupleLayout,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { boolOf } from './bool.ts';
import { isBytesLike, requireView, viewOf } from './byteSpan.ts';
import { bytesData, bytesLength, newBytesOf } from './bytes.ts';
import { bytesCaseMethods } from './bytesCase.ts';
import { hexMethods } from './bytesHex.ts';
import {
  countBytes,
  findBytes,
  isByteSpace,
  joinViews,
  matchesBytes,
  replaceBytes,
  rfindBytes,
  rsplitBytes,
  rsplitByteWords,
  splitByteLines,
  splitBytes,
  splitByteWords,
  trim,
} from './bytesSearch.ts';
import { copyBytes } from './copying.ts';
import { decodeAscii, decodeView } from './decode.ts';
import { tag } from './int.ts';
import { listOf } from './list.ts';
import { asStaticMethod, keywords, type NativeSpec, oneArg, positional } from './natives.ts';
import { collect, hasFlag, indexOf, typeName } from './protocol.ts';
import { raise, typeError, valueError } from './raise.ts';
import { slotsOf, typeOf } from './slots.ts';
import { own } from './str.ts';
import { argument, bounds, countArgument, isIndex, sliceBounds } from './strArgs.ts';
import { STR_LENGTH_MAX } from './strBuild.ts';
import { codecArguments } from './strPad.ts';
import { tupleOf } from './tuple.ts';

/** Makes an owned bytes or bytearray of these bytes. */
export type MakeBytes = (bytes: Uint8Array) => Value;

type Search = (text: Uint8Array, needle: Uint8Array, start: number, end: number) => number;

/** What find and `in` accept: bytes-like, or an int that is a byte. */
function needleOf(value: Value): Uint8Array {
  if (isBytesLike(value)) return viewOf(value);
  if (isIndex(value)) return Uint8Array.of(byteArgument(value));
  return typeError(`argument should be integer or bytes-like object, not '${typeName(value)}'`);
}

/** An int in range(0, 256). */
export function byteArgument(value: Value): number {
  const byte = indexOf(value);
  return byte < 0 || byte > 255 ? valueError('byte must be in range(0, 256)') : byte;
}

function searching(name: string, search: Search, finish: (index: number) => Value): NativeSpec {
  return positional(name, 0, 3, (args, count) => {
    if (count === 0) return typeError(`${name}() takes at least 1 argument (0 given)`);
    const needle = needleOf(argument(args, 0));
    const text = viewOf(H[args]);
    sliceBounds(argument(args, 1), argument(args, 2), text.length);
    return finish(search(text, needle, bounds.start, bounds.end));
  });
}

const found = (index: number): Value =>
  index < 0 ? valueError('subsection not found') : tag(index);

function affix(name: 'startswith' | 'endswith'): NativeSpec {
  return positional(name, 0, 3, (args, count) => {
    if (count === 0) return typeError(`${name}() takes at least 1 argument (0 given)`);
    const what = argument(args, 0);
    const text = viewOf(H[args]);
    sliceBounds(argument(args, 1), argument(args, 2), text.length);
    const { start, end } = bounds;
    const test = (needle: Uint8Array): boolean =>
      end - start >= needle.length &&
      matchesBytes(text, name === 'startswith' ? start : end - needle.length, needle);
    if (hasFlag(what, TypeFlag.TUPLE)) {
      const q = what >> 2;
      for (let i = 0; i < H[q + TupleLayout.LENGTH]; i++) {
        if (test(requireView(H[q + TupleLayout.ITEMS + i]))) return S.TRUE;
      }
      return S.FALSE;
    }
    if (isBytesLike(what)) return boolOf(test(viewOf(what)));
    return typeError(`${name} first arg must be bytes or a tuple of bytes, not ${typeName(what)}`);
  });
}

/** The parts as a list of objects of the type. */
const partsList = (make: MakeBytes, parts: readonly Uint8Array[]): Value => listOf(parts.map(make));

function splitting(
  name: 'split' | 'rsplit',
  make: MakeBytes,
  bySeparator: (text: Uint8Array, separator: Uint8Array, most: number) => Uint8Array[],
  byWords: (text: Uint8Array, most: number) => Uint8Array[],
): NativeSpec {
  return keywords(name, 0, ['sep', 'maxsplit'], (args) => {
    const limit = countArgument(argument(args, 1), -1);
    const most = limit < 0 ? Infinity : limit;
    const text = viewOf(H[args]);
    const separator = argument(args, 0);
    if (separator === 0 || separator === S.NONE) return partsList(make, byWords(text, most));
    const view = requireView(separator);
    if (view.length === 0) return valueError('empty separator');
    return partsList(make, bySeparator(text, view, most));
  });
}

function partition(name: 'partition' | 'rpartition', make: MakeBytes, search: Search): NativeSpec {
  return oneArg(name, (args) => {
    const text = viewOf(H[args]);
    const separator = requireView(H[args + 1]);
    if (separator.length === 0) return valueError('empty separator');
    const at = search(text, separator, 0, text.length);
    const none = new Uint8Array(0);
    if (at < 0) {
      return name === 'partition'
        ? tupleOf([make(text), make(none), make(none)])
        : tupleOf([make(none), make(none), make(text)]);
    }
    const after = at + separator.length;
    return tupleOf([make(text.subarray(0, at)), make(separator), make(text.subarray(after))]);
  });
}

function stripping(name: string, make: MakeBytes, side: 'left' | 'right' | 'both'): NativeSpec {
  return positional(name, 0, 1, (args) => {
    const set = argument(args, 0);
    const text = viewOf(H[args]);
    const bytes = set === 0 || set === S.NONE ? undefined : requireView(set);
    const isEdge = bytes === undefined ? isByteSpace : (byte: number) => bytes.includes(byte);
    const rest = trim(text, isEdge, side);
    // A bytes object that loses nothing is its own result; a bytearray's is always a new one.
    if (rest.length === text.length && typeOf(H[args]) === T.BYTES) return own(H[args]);
    return make(rest);
  });
}

function padding(
  name: string,
  make: MakeBytes,
  leftOf: (missing: number, width: number) => number,
): NativeSpec {
  return positional(name, 1, 2, (args) => {
    const width = countArgument(argument(args, 0), 0);
    const fill = fillOf(name, argument(args, 1));
    const text = viewOf(H[args]);
    if (width <= text.length) return make(text);
    if (width > STR_LENGTH_MAX) return raise('MemoryError');
    const result = new Uint8Array(width).fill(fill);
    result.set(text, leftOf(width - text.length, width));
    return make(result);
  });
}

function fillOf(name: string, fill: Value): number {
  if (fill === 0) return 32;
  const view = isBytesLike(fill) ? viewOf(fill) : undefined;
  if (view?.length === 1) return view[0] as number;
  return typeError(`${name}() argument 2 must be a byte string of length 1, not ${typeName(fill)}`);
}

function zfill(text: Uint8Array, width: number): Uint8Array {
  if (width <= text.length) return text;
  if (width > STR_LENGTH_MAX) return raise('MemoryError');
  const signs = text[0] === 43 || text[0] === 45 ? 1 : 0;
  const result = new Uint8Array(width).fill(48);
  result.set(text.subarray(signs), width - text.length + signs);
  if (signs === 1) result[0] = text[0] as number;
  return result;
}

/** `separator.join(list or tuple)` where all are bytes objects; 0 for anything else. */
function joinFixed(separator: Value, parts: Value): Value {
  const type = typeOf(parts);
  if (typeOf(separator) !== T.BYTES || (type !== T.LIST && type !== T.TUPLE)) return 0;
  const isList = type === T.LIST;
  if (isList) lock(parts);
  try {
    // The size is word 4 of both.
    const count = H[(parts >> 2) + ListLayout.SIZE];
    const from = isList
      ? (H[(parts >> 2) + ListLayout.STORAGE] >> 2) + StorageLayout.ITEMS
      : (parts >> 2) + TupleLayout.ITEMS;
    return joinWords(separator, from, count);
  } finally {
    if (isList) unlock(parts);
  }
}

function joinWords(separator: Address, from: WordIndex, count: number): Value {
  const gap = bytesLength(separator);
  let length = count > 1 ? gap * (count - 1) : 0;
  for (let i = 0; i < count; i++) {
    const part = H[from + i];
    if (typeOf(part) !== T.BYTES) return 0;
    length += bytesLength(part);
  }
  if (length === 0 || length > STR_LENGTH_MAX || count === 1) return 0;
  const joined = newBytesOf(length);
  let at = bytesData(joined);
  for (let i = 0; i < count; i++) {
    if (i > 0) copyBytes(at, bytesData(separator), gap);
    if (i > 0) at += gap;
    const size = bytesLength(H[from + i]);
    copyBytes(at, bytesData(H[from + i]), size);
    at += size;
  }
  return joined;
}

/** `separator.join(iterable)`. */
function joinBytes(separator: Uint8Array, iterable: Value): Uint8Array {
  if (slotsOf(iterable).iterate === undefined) return typeError('can only join an iterable');
  const items = collect(iterable);
  try {
    const parts: Uint8Array[] = [];
    items.forEach((item, i) => {
      if (!isBytesLike(item)) {
        typeError(`sequence item ${i}: expected a bytes-like object, ${typeName(item)} found`);
      }
      if (i > 0) parts.push(separator);
      parts.push(viewOf(item));
    });
    return joinViews(parts);
  } finally {
    for (const item of items) decref(item);
  }
}

function translate(args: WordIndex): Uint8Array {
  const table = argument(args, 0) === S.NONE ? undefined : requireView(argument(args, 0));
  if (table !== undefined && table.length !== 256) {
    return valueError('translation table must be 256 characters long');
  }
  const drop = argument(args, 1) === 0 ? new Uint8Array(0) : requireView(argument(args, 1));
  const kept = viewOf(H[args]).filter((byte) => !drop.includes(byte));
  return table === undefined ? kept : kept.map((byte) => table[byte] as number);
}

function maketrans(args: WordIndex, makeResult: MakeBytes): Value {
  const from = requireView(H[args]);
  const to = requireView(H[args + 1]);
  if (from.length !== to.length) return valueError('maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  from.forEach((byte, i) => {
    table[byte] = to[i] as number;
  });
  return makeResult(table);
}

function removing(name: 'removeprefix' | 'removesuffix', make: MakeBytes): NativeSpec {
  return oneArg(name, (args) => {
    const needle = requireView(H[args + 1]);
    const text = viewOf(H[args]);
    const rest = text.length - needle.length;
    const isPrefix = name === 'removeprefix';
    if (rest < 0 || !matchesBytes(text, isPrefix ? 0 : rest, needle)) return make(text);
    return make(isPrefix ? text.subarray(needle.length) : text.subarray(0, rest));
  });
}

/** All methods that bytes and bytearray have in common. */
export function byteMethods(make: MakeBytes, makeImmutable: MakeBytes): NativeSpec[] {
  return [
    searching('find', findBytes, tag),
    searching('rfind', rfindBytes, tag),
    searching('index', findBytes, found),
    searching('rindex', rfindBytes, found),
    searching('count', countBytes, tag),
    affix('startswith'),
    affix('endswith'),
    splitting('split', make, splitBytes, splitByteWords),
    splitting('rsplit', make, rsplitBytes, rsplitByteWords),
    keywords('splitlines', 0, ['keepends'], (args) => {
      const keep = argument(args, 0) !== 0 && indexOf(argument(args, 0)) !== 0;
      return partsList(make, splitByteLines(viewOf(H[args]), keep ? 'keep' : 'drop'));
    }),
    partition('partition', make, findBytes),
    partition('rpartition', make, rfindBytes),
    stripping('strip', make, 'both'),
    stripping('lstrip', make, 'left'),
    stripping('rstrip', make, 'right'),
    padding('center', make, (missing, width) => (missing >> 1) + (missing & width & 1)),
    padding('ljust', make, () => 0),
    padding('rjust', make, (missing) => missing),
    oneArg('zfill', (args) => make(zfill(viewOf(H[args]), countArgument(H[args + 1], 0)))),
    positional('replace', 2, 3, (args) => {
      const old = requireView(argument(args, 0));
      const fresh = requireView(argument(args, 1));
      const limit = countArgument(argument(args, 2), -1);
      return make(replaceBytes(viewOf(H[args]), old, fresh, limit));
    }),
    removing('removeprefix', make),
    removing('removesuffix', make),
    oneArg(
      'join',
      (args) => joinFixed(H[args], H[args + 1]) || make(joinBytes(viewOf(H[args]), H[args + 1])),
    ),
    keywords('translate', 1, ['/table', 'delete'], (args) => make(translate(args))),
    asStaticMethod(positional('maketrans', 2, 2, (args) => maketrans(args, makeImmutable))),
    keywords('decode', 0, ['encoding', 'errors'], (args) => {
      const isDefault = argument(args, 0) === 0 && argument(args, 1) === 0;
      if (isDefault && typeOf(H[args]) === T.BYTES) {
        const text = decodeAscii(H[args]);
        if (text !== 0) return text;
      }
      const [encoding, errors] = codecArguments(args, 'decode');
      return decodeView(viewOf(H[args]), encoding, errors);
    }),
    ...bytesCaseMethods(make),
    ...hexMethods(make),
  ];
}

/** `item in bytes`. */
export function containsBytes(bytes: Value, item: Value): boolean {
  if (!isBytesLike(item) && !isIndex(item)) {
    return typeError(`a bytes-like object is required, not '${typeName(item)}'`);
  }
  const text = viewOf(bytes);
  return findBytes(text, needleOf(item), 0, text.length) >= 0;
}
