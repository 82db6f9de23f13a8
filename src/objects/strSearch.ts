// Methods of str that look for strings: find, index, count, startswith, replace, partition and their
// relatives. The searching itself is strFind.ts's.

import { incref } from '../executors/policy.ts';
import { S } from '../heap/builtinTypes.ts';
import { type Address, TupleLayout, TypeFlag, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { boolOf } from './bool.ts';
import { tag } from './int.ts';
import { type NativeSpec, oneArg, positional } from './natives.ts';
import { hasFlag, isStr, typeName } from './protocol.ts';
import { pendError, raise, typeError, valueError } from './raise.ts';
import { codeAt, isAscii, newStrOf, newStrOfCodes, strBytes, strLength } from './str.ts';
import { argument, bounds, countArgument, sliceBounds, strArgument } from './strArgs.ts';
import { copyCodes, exactStr, STR_LENGTH_MAX, substring } from './strBuild.ts';
import { countStr, findStr, matchesAt, rfindStr } from './strFind.ts';
import { newTuple } from './tuple.ts';

type Search = (text: Address, needle: Address, start: number, end: number) => number;

/** The arguments (needle, start, end) of find and its like, then `search`. */
function searching(name: string, search: Search, finish: (index: number) => Value): NativeSpec {
  return positional(name, 0, 3, (args, count) => {
    const needle = count === 0 ? missing(name) : argument(args, 0);
    if (!isStr(needle)) return typeError(`must be str, not ${typeName(needle)}`);
    const text = H[args];
    sliceBounds(argument(args, 1), argument(args, 2), strLength(text));
    return finish(search(text, needle, bounds.start, bounds.end));
  });
}

const missing = (name: string): never => typeError(`${name}() takes at least 1 argument (0 given)`);

const found = (index: number): Value =>
  index < 0 ? pendError('ValueError', 'substring not found') : tag(index);

/** startswith and endswith: a str or a tuple of them. */
function affix(name: 'startswith' | 'endswith'): NativeSpec {
  return positional(name, 0, 3, (args, count) => {
    const what = count === 0 ? missing(name) : argument(args, 0);
    const text = H[args];
    sliceBounds(argument(args, 1), argument(args, 2), strLength(text));
    const { start, end } = bounds;
    if (isStr(what)) return boolOf(hasAffix(name, text, what, start, end));
    if (!hasFlag(what, TypeFlag.TUPLE)) {
      return typeError(`${name} first arg must be str or a tuple of str, not ${typeName(what)}`);
    }
    const q = what >> 2;
    for (let i = 0; i < H[q + TupleLayout.LENGTH]; i++) {
      const item = H[q + TupleLayout.ITEMS + i];
      if (!isStr(item)) {
        return typeError(`tuple for ${name} must only contain str, not ${typeName(item)}`);
      }
      if (hasAffix(name, text, item, start, end)) return S.TRUE;
    }
    return S.FALSE;
  });
}

function hasAffix(
  name: 'startswith' | 'endswith',
  text: Address,
  affixed: Address,
  start: number,
  end: number,
): boolean {
  const count = strLength(affixed);
  if (end - start < count) return false;
  return matchesAt(text, name === 'startswith' ? start : end - count, affixed);
}

/** Where the text to be replaced was found; nothing here runs Python code. */
let places = new Int32Array(256);

/** The number of places where `old` stands in `text`, at most `most`; they are in `places`. */
function findAll(text: Address, old: Address, length: number, most: number): number {
  const size = strLength(old);
  let count = 0;
  for (let at = findStr(text, old, 0, length); at >= 0 && count < most; ) {
    if (count === places.length) {
      const more = new Int32Array(2 * count);
      more.set(places);
      places = more;
    }
    places[count++] = at;
    at = findStr(text, old, at + size, length);
  }
  return count;
}

/** `text.replace(old, fresh, count)`; a negative count replaces all. */
export function replaceStr(text: Address, old: Address, fresh: Address, limit: number): Value {
  const length = strLength(text);
  const oldLength = strLength(old);
  if (limit === 0 || (length === 0 && oldLength > 0)) return exactStr(text);
  const most = limit < 0 ? Infinity : limit;
  if (oldLength === 0) return replaceEmpty(text, fresh, Math.min(length + 1, most));
  const times = findAll(text, old, length, most);
  if (times === 0) return exactStr(text);
  const freshLength = strLength(fresh);
  const size = length + times * (freshLength - oldLength);
  if (size > STR_LENGTH_MAX) return raise('MemoryError');
  if (size === 0) return S.EMPTY_STR;
  if (size === 1 || !isAscii(text)) return replaceWide(text, old, fresh, times);
  const result = newStrOf(size, strBytes(fresh), isAscii(fresh));
  let from = 0;
  let to = 0;
  for (let i = 0; i < times; i++) {
    const at = places[i] as number;
    copyCodes(result, to, text, from, at - from);
    to += at - from;
    copyCodes(result, to, fresh, 0, freshLength);
    to += freshLength;
    from = at + oldLength;
  }
  copyCodes(result, to, text, from, length - from);
  return result;
}

function replaceEmpty(text: Address, fresh: Address, times: number): Value {
  const size = strLength(text) + times * strLength(fresh);
  if (size > STR_LENGTH_MAX) return raise('MemoryError');
  return size === 0 ? S.EMPTY_STR : interleave(text, fresh, times);
}

/** Replaces the empty string: `fresh` before the first `times` characters, and at the end if there is one more. */
function interleave(text: Address, fresh: Address, times: number): Value {
  const codes: number[] = [];
  const length = strLength(text);
  for (let i = 0; i <= length; i++) {
    if (i < times) pushCodes(codes, fresh, 0, strLength(fresh));
    if (i < length) codes.push(codeAt(text, i));
  }
  return newStrOfCodes(codes);
}

function replaceWide(text: Address, old: Address, fresh: Address, times: number): Value {
  const codes: number[] = [];
  let from = 0;
  for (let i = 0; i < times; i++) {
    const at = places[i] as number;
    pushCodes(codes, text, from, at);
    pushCodes(codes, fresh, 0, strLength(fresh));
    from = at + strLength(old);
  }
  pushCodes(codes, text, from, strLength(text));
  return newStrOfCodes(codes);
}

/** Appends the characters [start, end) of `text`. */
export function pushCodes(codes: number[], text: Address, start: number, end: number): void {
  for (let i = start; i < end; i++) codes.push(codeAt(text, i));
}

/** `text.partition(separator)` */
export function partitionStr(text: Address, separator: Address): Value {
  if (strLength(separator) === 0) return valueError('empty separator');
  const at = findStr(text, separator, 0, strLength(text));
  return at < 0 ? triple(exactStr(text), S.EMPTY_STR, S.EMPTY_STR) : cut(text, separator, at);
}

/** `text.rpartition(separator)` */
function rpartitionStr(text: Address, separator: Address): Value {
  if (strLength(separator) === 0) return valueError('empty separator');
  const at = rfindStr(text, separator, 0, strLength(text));
  return at < 0 ? triple(S.EMPTY_STR, S.EMPTY_STR, exactStr(text)) : cut(text, separator, at);
}

function cut(text: Address, separator: Address, at: number): Value {
  incref(separator);
  const before = substring(text, 0, at);
  return triple(before, separator, substring(text, at + strLength(separator), strLength(text)));
}

/** The tuple of three owned values. */
function triple(first: Value, second: Value, third: Value): Value {
  const tuple = newTuple(3);
  const items = (tuple >> 2) + TupleLayout.ITEMS;
  H[items] = first;
  H[items + 1] = second;
  H[items + 2] = third;
  return tuple;
}

const separatorOf = (separator: Value): Address =>
  isStr(separator) ? separator : typeError(`must be str, not ${typeName(separator)}`);

export const SEARCH_METHODS: readonly NativeSpec[] = [
  searching('find', findStr, tag),
  searching('rfind', rfindStr, tag),
  searching('index', findStr, found),
  searching('rindex', rfindStr, found),
  searching('count', countStr, tag),
  affix('startswith'),
  affix('endswith'),
  positional('replace', 2, 3, (args) => {
    const old = strArgument(argument(args, 0), 'replace', 'argument 1');
    const fresh = strArgument(argument(args, 1), 'replace', 'argument 2');
    return replaceStr(H[args], old, fresh, countArgument(argument(args, 2), -1));
  }),
  oneArg('removeprefix', (args) => {
    const prefix = strArgument(H[args + 1], 'removeprefix');
    const length = strLength(H[args]);
    return hasAffix('startswith', H[args], prefix, 0, length)
      ? substring(H[args], strLength(prefix), length)
      : exactStr(H[args]);
  }),
  oneArg('removesuffix', (args) => {
    const suffix = strArgument(H[args + 1], 'removesuffix');
    const length = strLength(H[args]);
    return hasAffix('endswith', H[args], suffix, 0, length)
      ? substring(H[args], 0, length - strLength(suffix))
      : exactStr(H[args]);
  }),
  oneArg('partition', (args) => partitionStr(H[args], separatorOf(H[args + 1]))),
  oneArg('rpartition', (args) => rpartitionStr(H[args], separatorOf(H[args + 1]))),
];
