// @hot Tuples: a length, then that many items, each an owned value. Immutable, so that no operation
// here locks; only whoever has just made a tuple writes its items. The empty tuple is one immortal object.
//
//   length | items ...            and behind them the attribute storage of a subtype's instance
//
// The type and its methods are in tupleType.ts.

import { decref, free, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, Header, TupleLayout, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { newObject } from './object.ts';
import { hash } from './protocol.ts';

/**
 * A tuple whose items the caller writes (all of them, owned) before anybody sees it or anything can
 * raise. Length 0 gives the shared empty tuple.
 */
export function newTuple(length: number): Address {
  if (length === 0) return S.EMPTY_TUPLE;
  const tuple = newObject(T.TUPLE, TupleLayout.ITEMS + length);
  H[(tuple >> 2) + TupleLayout.LENGTH] = length;
  return tuple;
}

/** The tuple of the `count` values from word `from` on, whose references it takes over. */
export function newTupleFromStack(from: WordIndex, count: number): Address {
  if (count === 0) return S.EMPTY_TUPLE;
  const tuple = newObject(T.TUPLE, TupleLayout.ITEMS + count);
  const q = tuple >> 2;
  H[q + TupleLayout.LENGTH] = count;
  for (let i = 0; i < count; i++) H[q + TupleLayout.ITEMS + i] = H[from + i];
  return tuple;
}

/** As newTupleFromStack, but the references stay with whoever owns the words. */
export function copyToTuple(from: WordIndex, count: number): Address {
  if (count === 0) return S.EMPTY_TUPLE;
  const tuple = newObject(T.TUPLE, TupleLayout.ITEMS + count);
  const q = tuple >> 2;
  H[q + TupleLayout.LENGTH] = count;
  for (let i = 0; i < count; i++) {
    const value = H[from + i];
    incref(value);
    H[q + TupleLayout.ITEMS + i] = value;
  }
  return tuple;
}

/** The tuple of these values, whose references it takes over. */
export function tupleOf(values: readonly Value[]): Address {
  const tuple = newTuple(values.length);
  const items = (tuple >> 2) + TupleLayout.ITEMS;
  for (let i = 0; i < values.length; i++) H[items + i] = values[i] as Value;
  return tuple;
}

export const tupleLength = (tuple: Address): number => H[(tuple >> 2) + TupleLayout.LENGTH];

/** Item `index`, which is in range: borrowed from the tuple. */
export const tupleItem = (tuple: Address, index: number): Value =>
  H[(tuple >> 2) + TupleLayout.ITEMS + index];

/** Word index of the first item. */
export const tupleItemsAt = (tuple: Address): WordIndex => (tuple >> 2) + TupleLayout.ITEMS;

/** Owned item `index` (at least 0); 0 if out of range. */
export function tupleGet(tuple: Address, index: number): Value {
  const q = tuple >> 2;
  if (index >= H[q + TupleLayout.LENGTH]) return 0;
  const value = H[q + TupleLayout.ITEMS + index];
  incref(value);
  return value;
}

/** The items, borrowed from the tuple. */
export function tupleItems(tuple: Address): Value[] {
  const q = tuple >> 2;
  const length = H[q + TupleLayout.LENGTH];
  const items: Value[] = [];
  for (let i = 0; i < length; i++) items.push(H[q + TupleLayout.ITEMS + i]);
  return items;
}

/** Items [start, stop) as a new exact tuple; the whole of an exact tuple is itself. */
export function tupleSlice(tuple: Address, start: number, stop: number): Address {
  const q = tuple >> 2;
  if (start === 0 && stop === H[q + TupleLayout.LENGTH] && H[q + Header.TYPE] === T.TUPLE) {
    incref(tuple);
    return tuple;
  }
  return copyToTuple(q + TupleLayout.ITEMS + start, Math.max(0, stop - start));
}

/** As the protocol's, with the commonest items first. */
const itemHash = (item: Value): number => ((item & 1) !== 0 ? item >> 1 : hash(item));

/** Mixes the items' hashes in 32 bits (after xxHash32, Y. Collet: multiply, rotate, multiply). */
export function tupleHash(tuple: Address): number {
  const length = tupleLength(tuple);
  const items = (tuple >> 2) + TupleLayout.ITEMS;
  let mix = 374761393;
  for (let i = 0; i < length; i++) {
    mix = (mix + Math.imul(itemHash(H[items + i]), -2048144777)) | 0;
    mix = (mix << 13) | (mix >>> 19);
    mix = Math.imul(mix, -1640531535);
  }
  mix = (mix + (length ^ 0x35ad3d5)) | 0;
  // Spread into the low bits, which choose a slot.
  return mix ^ (mix >>> 15);
}

/** Releases the items. */
export function clearTuple(tuple: Address): void {
  const q = tuple >> 2;
  const length = H[q + TupleLayout.LENGTH];
  for (let i = length - 1; i >= 0; i--) decref(H[q + TupleLayout.ITEMS + i]);
}

/** Dealloc of an exact tuple. */
export function deallocTuple(tuple: Address): void {
  clearTuple(tuple);
  free(tuple, (TupleLayout.ITEMS + H[(tuple >> 2) + TupleLayout.LENGTH]) << 2);
}
