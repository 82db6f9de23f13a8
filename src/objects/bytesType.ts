// The type bytes: operators, subscripts, iteration, construction. Methods are in bytesMethods.ts; what
// bytes and bytearray do alike (comparison, reading subscripts) is exported for bytearrayType.ts.

import { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { decref, free, incref, lock, unlock } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  BytearrayLayout,
  BytesLayout,
  IndexIteratorLayout,
  ListLayout,
  StorageLayout,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { wordsBehindItems } from './behindItems.ts';
import { boolOf } from './bool.ts';
import { isBytes, isBytesLike, viewOf } from './byteSpan.ts';
import {
  bytesData,
  bytesFrom,
  bytesHash,
  bytesLength,
  bytesWords,
  newBytes,
  newBytesOf,
} from './bytes.ts';
import { byteMethods, containsBytes } from './bytesMethods.ts';
import { bytesOfArguments, callBytesMethod } from './bytesSources.ts';
import { copyBytes } from './copying.ts';
import { defineType } from './define.ts';
import { tag } from './int.ts';
import { noArgs } from './natives.ts';
import { newClearedObject, newObject } from './object.ts';
import { type Dialect, percentFormat } from './percentFormat.ts';
import { consumeToJs, indexOf, typeName } from './protocol.ts';
import { raise, typeError } from './raise.ts';
import { typeOf } from './slots.ts';
import { newStr } from './str.ts';
import { askInstance, isIndex, itemIndex, repeatCount, sliceSpan, span } from './strArgs.ts';
import { STR_LENGTH_MAX } from './strBuild.ts';
import { asciiRepr } from './strRepr.ts';

/** The literal of these bytes, without the b: single quotes unless only those occur. */
export function quoteBytes(bytes: Uint8Array, quoting: 'literal' | 'bytearray'): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? '"' : "'";
  let text = quote;
  for (const byte of bytes) {
    const c = String.fromCharCode(byte);
    // A bytearray escapes single quotes always: so does CPython.
    const isQuote = quoting === 'literal' ? c === quote : c === "'";
    if (isQuote || c === '\\') text += `\\${c}`;
    else if (byte === 9) text += '\\t';
    else if (byte === 10) text += '\\n';
    else if (byte === 13) text += '\\r';
    else if (byte < 32 || byte > 126) text += `\\x${byte.toString(16).padStart(2, '0')}`;
    else text += c;
  }
  return text + quote;
}

/** The slot `compare` of bytes and bytearray. */
export function compareBytes(left: Value, right: Value, operator: CompareOperator): Value {
  if (!isBytesLike(right)) return S.NOT_IMPLEMENTED;
  const areFixed = typeOf(left) === T.BYTES && typeOf(right) === T.BYTES;
  const order = areFixed ? orderOfFixed(left, right) : orderOf(viewOf(left), viewOf(right));
  switch (operator) {
    case CompareOperator.EQ:
      return boolOf(order === 0);
    case CompareOperator.NE:
      return boolOf(order !== 0);
    case CompareOperator.LT:
      return boolOf(order < 0);
    case CompareOperator.LE:
      return boolOf(order <= 0);
    case CompareOperator.GT:
      return boolOf(order > 0);
    case CompareOperator.GE:
      return boolOf(order >= 0);
  }
}

/** The same for two bytes objects, which need no views. */
function orderOfFixed(left: Address, right: Address): number {
  const [ll, rl] = [bytesLength(left), bytesLength(right)];
  const [l, r] = [bytesData(left), bytesData(right)];
  const length = ll < rl ? ll : rl;
  for (let i = 0; i < length; i++) {
    const difference = U8[l + i] - U8[r + i];
    if (difference !== 0) return difference;
  }
  return ll - rl;
}

function orderOf(left: Uint8Array, right: Uint8Array): number {
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const difference = (left[i] as number) - (right[i] as number);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** The bytes that a slice object selects, as a new array. */
export function sliceBytes(view: Uint8Array, slice: Value): Uint8Array {
  sliceSpan(slice, view.length);
  const { start, step, count } = span;
  if (step === 1) return view.subarray(start, start + count);
  return Uint8Array.from({ length: count }, (_, i) => view[start + i * step] as number);
}

/** `view * count`. */
export function repeatBytes(view: Uint8Array, count: number): Uint8Array {
  if (view.length * count > STR_LENGTH_MAX) return raise('MemoryError');
  const result = new Uint8Array(view.length * count);
  for (let i = 0; i < count; i++) result.set(view, i * view.length);
  return result;
}

/** The slot `binary` of both types; results are made by `make`. */
export function byteOperators(
  typeWord: 'bytes' | 'bytearray',
  isOwn: (value: Value) => boolean,
  make: (bytes: Uint8Array) => Value,
): (operator: BinaryOperator, left: Value, right: Value) => Value {
  return (operator: BinaryOperator, left: Value, right: Value): Value => {
    const isLeft = isOwn(left);
    if (operator === BinaryOperator.ADD && isLeft) {
      if (isBytesLike(right)) {
        const [a, b] = [viewOf(left), viewOf(right)];
        const sum = new Uint8Array(a.length + b.length);
        sum.set(a);
        sum.set(b, a.length);
        return make(sum);
      }
      const other = isLeft ? askInstance(operator, left, right) : S.NOT_IMPLEMENTED;
      if (other !== S.NOT_IMPLEMENTED) return other;
      return typeError(`can't concat ${typeName(right)} to ${typeWord}`);
    }
    if (operator === BinaryOperator.MULTIPLY) {
      const [text, count] = isLeft ? [left, right] : [right, left];
      if (isIndex(count)) return make(repeatBytes(viewOf(text), repeatCount(count)));
      const other = isLeft ? askInstance(operator, left, right) : S.NOT_IMPLEMENTED;
      if (other !== S.NOT_IMPLEMENTED) return other;
      return typeError(`can't multiply sequence by non-int of type '${typeName(count)}'`);
    }
    if (operator === BinaryOperator.REMAINDER && isLeft) {
      return make(fromLatin(percentFormat(latinText(viewOf(left)), right, BYTES_DIALECT)));
    }
    return S.NOT_IMPLEMENTED;
  };
}

const latinText = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};
const fromLatin = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

const BYTES_DIALECT: Dialect = {
  noun: 'bytes',
  key: (text) => newBytes(fromLatin(text)),
  text: bytesText,
  repr: (value) => consumeToJs(asciiRepr(value)),
  character: byteCharacter,
  textConversions: 'sbra',
};

function bytesText(value: Value): string {
  if (isBytesLike(value)) return latinText(viewOf(value));
  const converted = callBytesMethod(value);
  if (converted !== 0) {
    const text = latinText(viewOf(converted));
    decref(converted);
    return text;
  }
  return typeError(
    `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(value)}'`,
  );
}

function byteCharacter(value: Value): string {
  if (isBytesLike(value)) {
    const view = viewOf(value);
    if (view.length === 1) return String.fromCharCode(view[0] as number);
  } else if (isIndex(value)) {
    const code = indexOf(value);
    if (code < 0 || code > 255) return raise('OverflowError', '%c arg not in range(256)');
    return String.fromCharCode(code);
  }
  return typeError('%c requires an integer in range(256) or a single byte');
}

function subscript(bytes: Address, key: Value): Value {
  const length = bytesLength(bytes);
  if ((key & 1) !== 0) {
    const at = key >> 1;
    if (at >= 0 && at < length) return tag(U8[bytesData(bytes) + at]);
  }
  if (typeOf(key) === T.SLICE) {
    sliceSpan(key, length);
    if (span.step === 1) return bytesFrom(bytesData(bytes) + span.start, span.count);
    return newBytes(sliceBytes(viewOf(bytes), key));
  }
  if (!isIndex(key)) {
    return typeError(`byte indices must be integers or slices, not ${typeName(key)}`);
  }
  const i = itemIndex(key, length, '');
  return tag(U8[bytesData(bytes) + i]);
}

const operators = byteOperators('bytes', isBytes, newBytes);
/** So many bytes are written one by one. */
const FEW = 64;

/** The slot `binary`; short rows are repeated in place. */
function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator === BinaryOperator.MULTIPLY && (right & 1) !== 0) {
    const from = bytesData(left);
    const length = bytesLength(left);
    const total = length * (right >> 1);
    if (total > 0 && total <= FEW) {
      const result = newBytesOf(total);
      const to = bytesData(result);
      for (let i = 0; i < length; i++) U8[to + i] = U8[from + i];
      for (let i = length; i < total; i++) U8[to + i] = U8[to + i - length];
      return result;
    }
  }
  if (operator === BinaryOperator.ADD && typeOf(left) === T.BYTES && typeOf(right) === T.BYTES) {
    return concatBytes(left, right);
  }
  return operators(operator, left, right);
}

/** `left + right` of two bytes objects. */
function concatBytes(left: Address, right: Address): Value {
  const ll = bytesLength(left);
  const rl = bytesLength(right);
  if (ll === 0 || rl === 0) {
    const other = ll === 0 ? right : left;
    incref(other);
    return other;
  }
  if (ll + rl > STR_LENGTH_MAX) return raise('MemoryError');
  const sum = newBytesOf(ll + rl);
  copyBytes(bytesData(sum), bytesData(left), ll);
  copyBytes(bytesData(sum) + ll, bytesData(right), rl);
  return sum;
}

/** An iterator over the bytes of either type. */
export function iterateBytes(bytes: Value): Value {
  const iterator = newObject(T.BYTES_ITERATOR, IndexIteratorLayout.WORDS);
  incref(bytes);
  H[(iterator >> 2) + IndexIteratorLayout.SEQUENCE] = bytes;
  H[(iterator >> 2) + IndexIteratorLayout.INDEX] = 0;
  return iterator;
}

function next(iterator: Address): Value {
  const q = iterator >> 2;
  const bytes = H[q + IndexIteratorLayout.SEQUENCE];
  const index = H[q + IndexIteratorLayout.INDEX];
  if (index < 0) return 0;
  const isFixed = isBytes(bytes);
  const length = H[(bytes >> 2) + (isFixed ? BytesLayout.LENGTH : BytearrayLayout.LENGTH)];
  if (index >= length) {
    H[q + IndexIteratorLayout.INDEX] = -1;
    return 0;
  }
  H[q + IndexIteratorLayout.INDEX] = index + 1;
  const data = isFixed ? bytesData(bytes) : H[(bytes >> 2) + BytearrayLayout.STORAGE];
  return tag(U8[data + index]);
}

const FEW_BYTES = new Uint8Array(FEW);

/** Brings the items of a short list of bytes to FEW_BYTES; gives their number, 0 for any other list. */
function fewFromList(list: Address): number {
  lock(list);
  let length = H[(list >> 2) + ListLayout.SIZE];
  const items = (H[(list >> 2) + ListLayout.STORAGE] >> 2) + StorageLayout.ITEMS;
  if (length > FEW) length = 0;
  for (let i = 0; i < length; i++) {
    const item = H[items + i];
    if ((item & 1) === 0 || item < 0 || item > 511) length = 0;
    else FEW_BYTES[i] = item >> 1;
  }
  unlock(list);
  return length;
}

function create(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const first = count === 1 && kwNames === 0 ? H[args] : 0;
  if (type === T.BYTES && first !== 0 && typeOf(first) === T.BYTES) {
    incref(first);
    return first;
  }
  if (type === T.BYTES && first !== 0 && typeOf(first) === T.LIST) {
    const length = fewFromList(first);
    if (length > 0) return newBytes(FEW_BYTES.subarray(0, length));
  }
  const content = bytesOfArguments('bytes', args, count, kwNames);
  if (type === T.BYTES) return newBytes(content);
  const words = bytesWords(content.length) + wordsBehindItems(type);
  const instance = newClearedObject(type, words);
  H[(instance >> 2) + BytesLayout.LENGTH] = content.length;
  U8.set(content, bytesData(instance));
  return instance;
}

defineType(T.BYTES, {
  name: 'bytes',
  flags: TypeFlag.BYTES | TypeFlag.BASE_OK | TypeFlag.VARIABLE_SIZE,
  words: 0,
  slots: {
    dealloc: (bytes) => free(bytes, bytesWords(bytesLength(bytes)) << 2),
    clear: () => {},
    hash: bytesHash,
    repr: (bytes) => newStr(`b${quoteBytes(viewOf(bytes), 'literal')}`),
    truth: (bytes) => bytesLength(bytes) !== 0,
    length: bytesLength,
    compare: compareBytes,
    binary,
    subscript,
    contains: containsBytes,
    iterate: iterateBytes,
    create,
  },
  methods: byteMethods(newBytes, newBytes),
});

defineType(T.BYTES_ITERATOR, {
  name: 'bytes_iterator',
  words: IndexIteratorLayout.WORDS,
  slots: {
    dealloc: (iterator) => {
      decref(H[(iterator >> 2) + IndexIteratorLayout.SEQUENCE]);
      free(iterator, IndexIteratorLayout.WORDS << 2);
    },
    children: (iterator, visit) => visit(H[(iterator >> 2) + IndexIteratorLayout.SEQUENCE]),
    iterate: (iterator) => {
      incref(iterator);
      return iterator;
    },
    next,
  },
  methods: [
    noArgs('__length_hint__', (args) => {
      const q = H[args] >> 2;
      const index = H[q + IndexIteratorLayout.INDEX];
      const { length } = viewOf(H[q + IndexIteratorLayout.SEQUENCE]);
      return tag(index < 0 ? 0 : Math.max(0, length - index));
    }),
  ],
});

export { newBytes };
