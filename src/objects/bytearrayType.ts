// bytearray: a row of bytes that can change. The bytes lie in a raw block of the heap, with room to grow;
// every look at them and every change is made under the object's lock, methods work on a copy
// (byteSpan.ts). Retired, not freed, is a block that is replaced: an iterator may still read it.

import { BinaryOperator } from '../bytecode/opcodes.ts';
import { allocateRaw, freeRaw, incref, lock, retire, unlock } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  BytearrayLayout,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { isBytearray, isBytes, isBytesLike, viewOf } from './byteSpan.ts';
import { bytesData, bytesLength, newBytes } from './bytes.ts';
import { byteArgument, byteMethods, containsBytes } from './bytesMethods.ts';
import { bytesOfArguments, bytesOfItems } from './bytesSources.ts';
import {
  byteOperators,
  compareBytes,
  iterateBytes,
  quoteBytes,
  repeatBytes,
  sliceBytes,
} from './bytesType.ts';
import { copyBytes } from './copying.ts';
import { defineType } from './define.ts';
import { freeInstance } from './instanceSize.ts';
import { tag } from './int.ts';
import { noArgs, oneArg, positional } from './natives.ts';
import { newClearedObject } from './object.ts';
import { indexOf, isStr, nameOfType, typeName } from './protocol.ts';
import { raise, typeError, valueError } from './raise.ts';
import { slotsOf, typeOf } from './slots.ts';
import { newStr } from './str.ts';
import { isIndex, itemIndex, repeatCount, sliceSpan, span } from './strArgs.ts';

const lengthOf = (array: Address): number => H[(array >> 2) + BytearrayLayout.LENGTH];
const dataOf = (array: Address): number => H[(array >> 2) + BytearrayLayout.STORAGE];

/** An owned bytearray (of a subtype, if `type` is one) with these bytes. */
export function newBytearray(bytes: Uint8Array, type: Address = T.BYTEARRAY): Value {
  const words =
    type === T.BYTEARRAY ? BytearrayLayout.WORDS : H[(type >> 2) + TypeLayout.INSTANCE_WORDS];
  const array = newClearedObject(type, words);
  replaceAll(array, bytes);
  return array;
}

/** Gives the array this content; the lock is held, or nobody else knows the array. */
function replaceAll(array: Address, bytes: Uint8Array): void {
  reserve(array, bytes.length);
  U8.set(bytes, dataOf(array));
  H[(array >> 2) + BytearrayLayout.LENGTH] = bytes.length;
}

/** Makes room for that many bytes, keeping what is there. Half as much again, so that appending is cheap. */
function reserve(array: Address, length: number): void {
  const q = array >> 2;
  const capacity = H[q + BytearrayLayout.CAPACITY];
  if (length <= capacity) return;
  const wanted = capacity === 0 ? length : length + (length >> 1);
  const fresh = (wanted + 15) & ~7;
  const storage = allocateRaw(fresh);
  const old = H[q + BytearrayLayout.STORAGE];
  U8.copyWithin(storage, old, old + H[q + BytearrayLayout.LENGTH]);
  H[q + BytearrayLayout.STORAGE] = storage;
  H[q + BytearrayLayout.CAPACITY] = fresh;
  if (old !== 0) retire(old, capacity);
}

/** Replaces `count` bytes from `start` by these; the lock is held. */
function splice(array: Address, start: number, count: number, bytes: Uint8Array): void {
  const length = lengthOf(array);
  reserve(array, length - count + bytes.length);
  const data = dataOf(array);
  U8.copyWithin(data + start + bytes.length, data + start + count, data + length);
  U8.set(bytes, data + start);
  H[(array >> 2) + BytearrayLayout.LENGTH] = length - count + bytes.length;
}

/** Runs a change under the lock. */
function changing<R>(array: Address, change: () => R): R {
  lock(array);
  try {
    return change();
  } finally {
    unlock(array);
  }
}

function index(array: Address, key: Value): number {
  if (!isIndex(key)) {
    return typeError(`bytearray indices must be integers or slices, not ${typeName(key)}`);
  }
  return itemIndex(key, lengthOf(array), 'bytearray');
}

function subscript(array: Address, key: Value): Value {
  if (typeOf(key) === T.SLICE) return newBytearray(sliceBytes(viewOf(array), key));
  if ((key & 1) !== 0 && key > 0) {
    lock(array);
    const at = key >> 1;
    const byte = at < lengthOf(array) ? U8[dataOf(array) + at] : -1;
    unlock(array);
    if (byte >= 0) return tag(byte);
  }
  return changing(array, () => tag(U8[dataOf(array) + index(array, key)]));
}

const ASSIGNABLE = 'can assign only bytes, buffers, or iterables of ints in range(0, 256)';

/** The bytes of what is assigned to a slice or appended. */
function contentOf(value: Value, message: string): Uint8Array {
  if (isBytesLike(value)) return Uint8Array.from(viewOf(value));
  if (isIndex(value) || isStr(value) || slotsOf(value).iterate === undefined) {
    return typeError(message);
  }
  return bytesOfItems(value, 'byte must be in range(0, 256)');
}

function storeSubscript(array: Address, key: Value, value: Value): void {
  if (typeOf(key) === T.SLICE) {
    storeSlice(array, key, contentOf(value, ASSIGNABLE));
    return;
  }
  const at = index(array, key);
  const byte = byteArgument(value);
  changing(array, () => {
    if (at >= lengthOf(array)) return raise('IndexError', 'bytearray index out of range');
    U8[dataOf(array) + at] = byte;
  });
}

function storeSlice(array: Address, slice: Value, bytes: Uint8Array): void {
  changing(array, () => {
    sliceSpan(slice, lengthOf(array));
    const { start, step, count } = span;
    if (step === 1) {
      splice(array, start, count, bytes);
      return;
    }
    if (bytes.length === 0) {
      dropStrided(array, start, step, count);
      return;
    }
    if (bytes.length !== count) {
      return valueError(
        `attempt to assign bytes of size ${bytes.length} to extended slice of size ${count}`,
      );
    }
    for (let i = 0; i < count; i++) U8[dataOf(array) + start + i * step] = bytes[i] as number;
  });
}

function deleteSubscript(array: Address, key: Value): void {
  if (typeOf(key) === T.SLICE) {
    storeSlice(array, key, new Uint8Array(0));
    return;
  }
  changing(array, () => splice(array, index(array, key), 1, new Uint8Array(0)));
}

/** Removes every `step`-th byte from `start`; the lock is held. */
function dropStrided(array: Address, start: number, step: number, count: number): void {
  const dropped = new Set(Array.from({ length: count }, (_, i) => start + i * step));
  const data = dataOf(array);
  const kept = U8.slice(data, data + lengthOf(array)).filter((_, i) => !dropped.has(i));
  replaceAll(array, kept);
}

function append(array: Address, bytes: Uint8Array): void {
  changing(array, () => splice(array, lengthOf(array), 0, bytes));
}

function appendByte(array: Address, byte: number): void {
  const q = array >> 2;
  lock(array);
  const length = H[q + BytearrayLayout.LENGTH];
  const hasRoom = length < H[q + BytearrayLayout.CAPACITY];
  if (hasRoom) {
    U8[H[q + BytearrayLayout.STORAGE] + length] = byte;
    H[q + BytearrayLayout.LENGTH] = length + 1;
  }
  unlock(array);
  if (!hasRoom) append(array, Uint8Array.of(byte));
}

/** The bytes of an object that cannot change come straight from it. */
function appendContent(array: Address, source: Value): void {
  if (!isBytes(source)) {
    append(array, viewOf(source));
    return;
  }
  const q = array >> 2;
  const count = bytesLength(source);
  lock(array);
  const length = H[q + BytearrayLayout.LENGTH];
  const hasRoom = length + count <= H[q + BytearrayLayout.CAPACITY];
  if (hasRoom) {
    copyBytes(H[q + BytearrayLayout.STORAGE] + length, bytesData(source), count);
    H[q + BytearrayLayout.LENGTH] = length + count;
  }
  unlock(array);
  if (!hasRoom) append(array, Uint8Array.from(viewOf(source)));
}

function inplace(operator: BinaryOperator, array: Value, right: Value): Value {
  if (operator === BinaryOperator.ADD) {
    if (!isBytesLike(right)) {
      return typeError(`can't concat ${typeName(right)} to ${nameOfType(typeOf(array))}`);
    }
    appendContent(array, right);
  } else if (operator === BinaryOperator.MULTIPLY && isIndex(right)) {
    const repeated = repeatBytes(viewOf(array), repeatCount(right));
    changing(array, () => replaceAll(array, repeated));
  } else return S.NOT_IMPLEMENTED;
  incref(array);
  return array;
}

function pop(args: WordIndex, count: number): Value {
  const array = H[args];
  const wanted = count === 0 ? -1 : indexOf(H[args + 1]);
  return changing(array, () => {
    const length = lengthOf(array);
    if (length === 0) return raise('IndexError', 'pop from empty bytearray');
    const at = wanted < 0 ? wanted + length : wanted;
    if (at < 0 || at >= length) return raise('IndexError', 'pop index out of range');
    const byte = U8[dataOf(array) + at];
    splice(array, at, 1, new Uint8Array(0));
    return tag(byte);
  });
}

function insert(args: WordIndex): Value {
  const array = H[args];
  const wanted = indexOf(H[args + 1]);
  const byte = byteArgument(H[args + 2]);
  changing(array, () => {
    const length = lengthOf(array);
    const at = wanted < 0 ? Math.max(0, wanted + length) : Math.min(wanted, length);
    splice(array, at, 0, Uint8Array.of(byte));
  });
  return S.NONE;
}

function remove(args: WordIndex): Value {
  const array = H[args];
  const byte = byteArgument(H[args + 1]);
  changing(array, () => {
    const data = dataOf(array);
    const at = U8.subarray(data, data + lengthOf(array)).indexOf(byte);
    if (at < 0) return valueError('value not found in bytearray');
    splice(array, at, 1, new Uint8Array(0));
  });
  return S.NONE;
}

function extend(args: WordIndex): Value {
  const source = H[args + 1];
  if (isBytesLike(source)) appendContent(H[args], source);
  else if (slotsOf(source).iterate === undefined) {
    return typeError(`can't extend bytearray with ${typeName(source)}`);
  } else append(H[args], bytesOfItems(source, 'byte must be in range(0, 256)'));
  return S.NONE;
}

function reverse(args: WordIndex): Value {
  const array = H[args];
  changing(array, () => {
    const data = dataOf(array);
    U8.subarray(data, data + lengthOf(array)).reverse();
  });
  return S.NONE;
}

/** Releases the storage. */
function clear(array: Address): void {
  const q = array >> 2;
  const storage = H[q + BytearrayLayout.STORAGE];
  const capacity = H[q + BytearrayLayout.CAPACITY];
  H.fill(0, q + BytearrayLayout.LENGTH, q + BytearrayLayout.CAPACITY + 1);
  if (storage !== 0) freeRaw(storage, capacity);
}

const make = (bytes: Uint8Array): Value => newBytearray(bytes);

defineType(T.BYTEARRAY, {
  name: 'bytearray',
  flags: TypeFlag.BASE_OK,
  words: BytearrayLayout.WORDS,
  slots: {
    dealloc: (array) => {
      clear(array);
      freeInstance(array);
    },
    clear,
    repr: (array) =>
      newStr(`${nameOfType(typeOf(array))}(b${quoteBytes(viewOf(array), 'bytearray')})`),
    truth: (array) => lengthOf(array) !== 0,
    length: lengthOf,
    compare: compareBytes,
    binary: byteOperators('bytearray', isBytearray, make),
    inplace,
    subscript,
    storeSubscript,
    deleteSubscript,
    contains: containsBytes,
    iterate: iterateBytes,
    create: (type) => newBytearray(new Uint8Array(0), type),
    initialize: (array, args, count, kwNames) => {
      const bytes = bytesOfArguments('bytearray', args, count, kwNames);
      changing(array, () => replaceAll(array, bytes));
    },
  },
  methods: [
    ...byteMethods(make, newBytes),
    oneArg('append', (args) => {
      appendByte(H[args], byteArgument(H[args + 1]));
      return S.NONE;
    }),
    oneArg('extend', extend),
    positional('insert', 2, 2, insert),
    positional('pop', 0, 1, pop),
    oneArg('remove', remove),
    noArgs('reverse', reverse),
    noArgs('copy', (args) => make(viewOf(H[args]))),
    noArgs('clear', (args) => {
      changing(H[args], () => splice(H[args], 0, lengthOf(H[args]), new Uint8Array(0)));
      return S.NONE;
    }),
  ],
});
