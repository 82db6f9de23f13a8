// @hot Lists: a size and a block of storage that grows by an eighth as CPython's (list_resize), so that
// n appends cost O(n). Whoever changes a list holds its lock; readers of one item need none, because
//
//   H1: every slot of the storage from SIZE to the capacity is 0,
//   H2: SIZE is at most the capacity (both broken only under the lock),
//
// so that a slot says itself whether it is part of the list, and replaced storage is retired, not freed.
// Functions named `...Unlocked` expect the lock held; values that leave the list are released by the
// caller after unlocking, since a `__del__` may come back to this very list.
//
// The type and its methods are in listType.ts. Benchmarks: list_append_pop, list_index, list_iterate.

import {
  allocateRaw,
  decref,
  freeRaw,
  incref,
  lock,
  lockPair,
  readItem,
  retire,
  unlock,
  unlockPair,
} from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  type Address,
  GcBit,
  Header,
  ListLayout,
  RangeLayout,
  StorageLayout,
  StrLayout,
  TupleLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { moveWords } from './copying.ts';
import { newObject } from './object.ts';
import { collect, iterate, nextItem } from './protocol.ts';
import { raise } from './raise.ts';
import { slotsOf, typeOf } from './slots.ts';
import { strBytes, strData, strOfCode } from './str.ts';

/** Storage of at most this many items is kept when the list shrinks. */
const KEPT_CAPACITY = 16;
/** Above this many words the engine's own fill beats a loop. */
const LOOP_WORDS_MAX = 48;

const storageBytes = (capacity: number): number => (StorageLayout.ITEMS + capacity) << 2;

/** No list of more items can be asked for: the size in bytes would not fit a word. */
const CAPACITY_MAX = 0x0fffffff;

/** A block for that many items, its capacity not yet written. */
function allocateStorage(capacity: number): Address {
  if (capacity > CAPACITY_MAX) return raise('MemoryError');
  return allocateRaw(storageBytes(capacity));
}

/** Storage with all slots empty. */
function newStorage(capacity: number): Address {
  const storage = allocateStorage(capacity);
  const q = storage >> 2;
  H[q + StorageLayout.CAPACITY] = capacity;
  clearWords(q + StorageLayout.ITEMS, q + StorageLayout.ITEMS + capacity);
  return storage;
}

const clearWords = (from: WordIndex, to: WordIndex): void => fillWords(from, to, 0);

function fillWords(from: WordIndex, to: WordIndex, value: Value): void {
  if (to - from > LOOP_WORDS_MAX) H.fill(value, from, to);
  else for (let i = from; i < to; i++) H[i] = value;
}

/** An empty list with room for that many items. */
export function newList(capacity: number): Address {
  const storage = capacity === 0 ? 0 : newStorage(capacity);
  const list = newObject(T.LIST, ListLayout.WORDS);
  const q = list >> 2;
  H[q + ListLayout.SIZE] = 0;
  H[q + ListLayout.STORAGE] = storage;
  return list;
}

/** The list of the `count` values from word `from` on, whose references it takes over. */
export function newListFromStack(from: WordIndex, count: number): Address {
  if (count === 0) return newList(0);
  const storage = allocateRaw(storageBytes(count));
  H[storage >> 2] = count;
  moveWords((storage >> 2) + StorageLayout.ITEMS, from, count);
  return listOfStorage(storage, count);
}

/**
 * The list that takes over storage of full capacity. Who fills the storage before anybody can see the list
 * saves clearing it first (H1).
 */
function listOfStorage(storage: Address, size: number): Address {
  const list = newObject(T.LIST, ListLayout.WORDS);
  const q = list >> 2;
  H[q + ListLayout.SIZE] = size;
  H[q + ListLayout.STORAGE] = storage;
  return list;
}

/** Copies of `count` values, which do not move meanwhile. */
function copyWords(to: WordIndex, from: WordIndex, count: number): void {
  for (let i = 0; i < count; i++) {
    const value = H[from + i];
    incref(value);
    H[to + i] = value;
  }
}

/** Counts of immortal objects may drift, so a thousand references to one need not be counted. */
const isUncounted = (value: Value): boolean =>
  (value & 1) !== 0 || (H[(value >> 2) + Header.OWNER] & GcBit.FROZEN) !== 0;

/** The slots from `size` on are empty, for the list turned out shorter than expected. */
function endStorage(storage: Address, size: number): void {
  const q = storage >> 2;
  clearWords(q + StorageLayout.ITEMS + size, q + StorageLayout.ITEMS + H[q]);
}

/** Storage for `count` items, all of which the caller writes or ends with `endStorage`. */
function unfilledStorage(count: number): Address {
  const storage = allocateStorage(count);
  H[storage >> 2] = count;
  return storage;
}

/** The list of these values, or the first `count` of them, whose references it takes over. */
export function listOf(values: ArrayLike<Value>, count: number = values.length): Address {
  if (count === 0) return newList(0);
  const storage = unfilledStorage(count);
  const items = (storage >> 2) + StorageLayout.ITEMS;
  for (let i = 0; i < count; i++) H[items + i] = values[i] as Value;
  return listOfStorage(storage, count);
}

export const listSize = (list: Address): number => H[(list >> 2) + ListLayout.SIZE];

/** Word index of the first slot; meaningless while the list has no storage. */
export const itemsAt = (list: Address): WordIndex =>
  (H[(list >> 2) + ListLayout.STORAGE] >> 2) + StorageLayout.ITEMS;

const capacityOf = (list: Address): number => {
  const storage = H[(list >> 2) + ListLayout.STORAGE];
  return storage === 0 ? 0 : H[storage >> 2];
};

/** CPython's over-allocation (list_resize): 0, 4, 8, 16, 24, 32, 40, 52, 64, 76, ... */
const grown = (size: number): number => (size + (size >> 3) + 6) & ~3;

/**
 * Moves the items into storage of that capacity, at least the size. The locks of the pair (list, other)
 * are held, and given up if there is no memory.
 */
function changeCapacity(list: Address, capacity: number, other: Address): void {
  const q = list >> 2;
  const old = H[q + ListLayout.STORAGE];
  const size = H[q + ListLayout.SIZE];
  if (capacity === 0) {
    H[q + ListLayout.STORAGE] = 0;
  } else {
    const storage = allocateOrUnlock(capacity, list, other);
    const items = (storage >> 2) + StorageLayout.ITEMS;
    H[storage >> 2] = capacity;
    if (old !== 0) moveWords(items, (old >> 2) + StorageLayout.ITEMS, size);
    clearWords(items + size, items + capacity);
    H[q + ListLayout.STORAGE] = storage;
  }
  if (old !== 0) retire(old, storageBytes(H[old >> 2]));
}

function allocateOrUnlock(capacity: number, list: Address, other: Address): Address {
  try {
    return allocateStorage(capacity);
  } catch (error) {
    unlockPair(list, other);
    throw error;
  }
}

/** Room for `size` items, with CPython's reserve. The locks of the pair (list, other) are held. */
function reserveUnlocked(list: Address, size: number, other: Address): void {
  if (size <= capacityOf(list)) return;
  changeCapacity(list, capacityFor(size, size - H[(list >> 2) + ListLayout.SIZE]), other);
}

/** Capacity of a list that grows by `step` items to that size and has no room. */
function capacityFor(size: number, step: number): number {
  const reserve = grown(size);
  // An extension by more than the reserve gets what it needs, rounded up to four.
  return step > reserve - size ? size + (-size & 3) : reserve;
}

/** Capacity that a list has reached after `count` appends. */
export function appendedCapacity(count: number): number {
  let capacity = 0;
  while (capacity < count) capacity = grown(capacity + 1);
  return capacity;
}

/** Gives storage back once less than half of it is used. The locks of the pair (list, other) are held. */
function shrinkUnlocked(list: Address, other: Address): void {
  const capacity = capacityOf(list);
  const size = H[(list >> 2) + ListLayout.SIZE];
  if (capacity <= KEPT_CAPACITY || size >= capacity >> 1) return;
  changeCapacity(list, size === 0 ? 0 : grown(size), other);
}

export function listAppend(list: Address, value: Value): void {
  incref(value);
  listAppendSteal(list, value);
}

/** Takes over the caller's reference. */
export function listAppendSteal(list: Address, value: Value): void {
  lock(list);
  const q = list >> 2;
  const size = H[q + ListLayout.SIZE];
  const storage = H[q + ListLayout.STORAGE] >> 2;
  if (storage === 0 || size >= H[storage]) {
    appendSlow(list, size, value);
  } else {
    H[storage + StorageLayout.ITEMS + size] = value;
    H[q + ListLayout.SIZE] = size + 1;
  }
  unlock(list);
}

function appendSlow(list: Address, size: number, value: Value): void {
  changeCapacity(list, grown(size + 1), list);
  H[itemsAt(list) + size] = value;
  H[(list >> 2) + ListLayout.SIZE] = size + 1;
}

/** Owned item `index` (at least 0); 0 if out of range. */
export function listGet(list: Address, index: number): Value {
  return readItem(list, (list >> 2) + ListLayout.STORAGE, index);
}

/** Replaces item `index` (at least 0); false if out of range. */
export function listSet(list: Address, index: number, value: Value): boolean {
  lock(list);
  const q = list >> 2;
  if (index >= H[q + ListLayout.SIZE]) {
    unlock(list);
    return false;
  }
  const slot = (H[q + ListLayout.STORAGE] >> 2) + StorageLayout.ITEMS + index;
  const old = H[slot];
  incref(value);
  H[slot] = value;
  unlock(list);
  decref(old);
  return true;
}

/** Removes and returns item `index`, counted from the end if negative; 0 if out of range. */
export function listPop(list: Address, index: number): Value {
  lock(list);
  const q = list >> 2;
  const last = H[q + ListLayout.SIZE] - 1;
  const at = index < 0 ? last + 1 + index : index;
  if (at < 0 || at > last) {
    unlock(list);
    return 0;
  }
  const storage = H[q + ListLayout.STORAGE] >> 2;
  const slot = storage + StorageLayout.ITEMS + at;
  const value = H[slot];
  if (at !== last) moveWords(slot, slot + 1, last - at);
  H[storage + StorageLayout.ITEMS + last] = 0;
  H[q + ListLayout.SIZE] = last;
  if (last < H[storage] >> 1) shrinkUnlocked(list, list);
  unlock(list);
  return value;
}

/** Removes item `index` if it is still `expected`; false if the list has changed meanwhile. */
export function listRemoveAt(list: Address, index: number, expected: Value): boolean {
  const q = list >> 2;
  lock(list);
  const last = H[q + ListLayout.SIZE] - 1;
  const slot = itemsAt(list) + index;
  if (index > last || H[slot] !== expected) {
    unlock(list);
    return false;
  }
  moveWords(slot, slot + 1, last - index);
  H[itemsAt(list) + last] = 0;
  H[q + ListLayout.SIZE] = last;
  shrinkUnlocked(list, list);
  unlock(list);
  decref(expected);
  return true;
}

/** Inserts before `index`, which is clipped to the list as by `list.insert`. */
export function listInsert(list: Address, index: number, value: Value): void {
  incref(value);
  lock(list);
  const size = H[(list >> 2) + ListLayout.SIZE];
  reserveUnlocked(list, size + 1, list);
  const at = index < 0 ? Math.max(0, index + size) : Math.min(index, size);
  const slot = itemsAt(list) + at;
  moveWords(slot + 1, slot, size - at);
  H[slot] = value;
  H[(list >> 2) + ListLayout.SIZE] = size + 1;
  unlock(list);
}

/** Appends copies of the `count` values from word `from` on. Lock held; the words do not move. */
function copyInUnlocked(list: Address, from: WordIndex, count: number): void {
  const size = H[(list >> 2) + ListLayout.SIZE];
  copyWords(itemsAt(list) + size, from, count);
  H[(list >> 2) + ListLayout.SIZE] = size + count;
}

/** `list.extend(iterable)`. Raises TypeError if it is not iterable. */
export function listExtend(list: Address, iterable: Value): void {
  const type = typeOf(iterable);
  if (type === T.LIST) extendByList(list, iterable);
  else if (type === T.TUPLE) extendByTuple(list, iterable);
  else if (type === T.RANGE && (H[(iterable >> 2) + RangeLayout.LENGTH] & 1) === 0)
    raise('MemoryError'); // more than a list can hold
  else if (type === T.RANGE && isSmallRange(iterable)) extendByRange(list, iterable);
  else if (type === T.STR && strBytes(iterable) === 1) extendByLatin1(list, iterable);
  else if (slotsOf(iterable).snapshot !== undefined) {
    for (const item of collect(iterable)) listAppendSteal(list, item);
  } else extendByIterator(list, iterate(iterable));
}

/** A new list of what the iterable gives. */
export function listFrom(iterable: Value): Address {
  if (typeOf(iterable) === T.LIST) return copyOfList(iterable);
  const list = newList(0);
  try {
    listExtend(list, iterable);
    return list;
  } catch (error) {
    decref(list);
    throw error;
  }
}

/** As an empty list that is extended, capacity included. */
function copyOfList(list: Address): Address {
  const room = H[(list >> 2) + ListLayout.SIZE];
  if (room === 0) return newList(0);
  const storage = unfilledStorage(capacityFor(room, room));
  lock(list);
  const count = Math.min(room, H[(list >> 2) + ListLayout.SIZE]);
  copyWords((storage >> 2) + StorageLayout.ITEMS, itemsAt(list), count);
  unlock(list);
  endStorage(storage, count);
  return listOfStorage(storage, count);
}

/** The characters of a one-byte string are all objects that exist for ever. */
function extendByLatin1(list: Address, str: Address): void {
  const count = H[(str >> 2) + StrLayout.LENGTH];
  if (count === 0) return;
  lock(list);
  const size = H[(list >> 2) + ListLayout.SIZE];
  reserveUnlocked(list, size + count, list);
  const items = itemsAt(list) + size;
  const data = strData(str);
  for (let i = 0; i < count; i++) H[items + i] = strOfCode(U8[data + i] as number);
  H[(list >> 2) + ListLayout.SIZE] = size + count;
  unlock(list);
}

function extendByList(list: Address, other: Address): void {
  lockPair(list, other);
  const count = H[(other >> 2) + ListLayout.SIZE];
  if (count > 0) {
    reserveUnlocked(list, H[(list >> 2) + ListLayout.SIZE] + count, other);
    copyInUnlocked(list, itemsAt(other), count);
  }
  unlockPair(list, other);
}

function extendByTuple(list: Address, tuple: Address): void {
  const count = H[(tuple >> 2) + TupleLayout.LENGTH];
  if (count === 0) return;
  lock(list);
  reserveUnlocked(list, H[(list >> 2) + ListLayout.SIZE] + count, list);
  copyInUnlocked(list, (tuple >> 2) + TupleLayout.ITEMS, count);
  unlock(list);
}

/** Whether all numbers of a range are small ints. */
function isSmallRange(range: Address): boolean {
  const q = range >> 2;
  const start = H[q + RangeLayout.START];
  const stop = H[q + RangeLayout.STOP];
  return (start & stop & H[q + RangeLayout.STEP] & H[q + RangeLayout.LENGTH] & 1) !== 0;
}

function extendByRange(list: Address, range: Address): void {
  const q = range >> 2;
  const count = H[q + RangeLayout.LENGTH] >> 1;
  if (count === 0) return;
  const step = H[q + RangeLayout.STEP] - 1; // twice the step, as words are
  let item = H[q + RangeLayout.START];
  lock(list);
  const size = H[(list >> 2) + ListLayout.SIZE];
  reserveUnlocked(list, size + count, list);
  const items = itemsAt(list) + size;
  for (let i = 0; i < count; i++) {
    H[items + i] = item;
    item = (item + step) | 0;
  }
  H[(list >> 2) + ListLayout.SIZE] = size + count;
  unlock(list);
}

/** Appends all that is left in an iterator, which is consumed. */
function extendByIterator(list: Address, iterator: Value): void {
  try {
    for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator)) {
      listAppendSteal(list, item);
    }
  } finally {
    decref(iterator);
  }
}

/** The items at one moment, each owned by the caller. */
export function listItems(list: Address): Value[] {
  const values: Value[] = [];
  lock(list);
  const size = H[(list >> 2) + ListLayout.SIZE];
  const items = itemsAt(list);
  for (let i = 0; i < size; i++) {
    const value = H[items + i];
    incref(value);
    values.push(value);
  }
  unlock(list);
  return values;
}

/** Items [start, stop) clipped to the list, as a new list. */
export function listSlice(list: Address, start: number, stop: number): Address {
  const room = Math.min(stop, H[(list >> 2) + ListLayout.SIZE]) - start;
  if (room <= 0) return newList(0);
  const storage = unfilledStorage(room);
  lock(list);
  const count = Math.max(0, Math.min(room, H[(list >> 2) + ListLayout.SIZE] - start));
  copyWords((storage >> 2) + StorageLayout.ITEMS, itemsAt(list) + start, count);
  unlock(list);
  if (count < room) endStorage(storage, count);
  return listOfStorage(storage, count);
}

/** Every `step`-th item from `start` on, `count` of them, as a new list. */
export function listStrided(list: Address, start: number, step: number, count: number): Address {
  if (count === 0) return newList(0);
  const storage = unfilledStorage(count);
  const to = (storage >> 2) + StorageLayout.ITEMS;
  lock(list);
  const size = H[(list >> 2) + ListLayout.SIZE];
  const items = itemsAt(list);
  let taken = 0;
  for (let i = start; taken < count && i >= 0 && i < size; i += step) {
    const value = H[items + i];
    incref(value);
    H[to + taken++] = value;
  }
  unlock(list);
  if (taken < count) endStorage(storage, taken);
  return listOfStorage(storage, taken);
}

/** `left + right`. */
export function listConcat(left: Address, right: Address): Address {
  for (;;) {
    const room = H[(left >> 2) + ListLayout.SIZE] + H[(right >> 2) + ListLayout.SIZE];
    if (room === 0) return newList(0);
    const storage = unfilledStorage(room);
    const to = (storage >> 2) + StorageLayout.ITEMS;
    lockPair(left, right);
    const l = H[(left >> 2) + ListLayout.SIZE];
    const r = H[(right >> 2) + ListLayout.SIZE];
    const fits = l + r <= room;
    if (fits) {
      copyWords(to, itemsAt(left), l);
      copyWords(to + l, itemsAt(right), r);
    }
    unlockPair(left, right);
    if (!fits) {
      // Another thread made them longer in between.
      freeRaw(storage, storageBytes(room));
      continue;
    }
    if (l + r < room) endStorage(storage, l + r);
    return listOfStorage(storage, l + r);
  }
}

/** `list * times`, with times at least 0. */
export function listRepeat(list: Address, times: number): Address {
  const room = H[(list >> 2) + ListLayout.SIZE];
  if (room * times === 0) return newList(0);
  const storage = unfilledStorage(room * times);
  const to = (storage >> 2) + StorageLayout.ITEMS;
  lock(list);
  const size = Math.min(room, H[(list >> 2) + ListLayout.SIZE]);
  const from = itemsAt(list);
  if (size === 1 && isUncounted(H[from])) fillWords(to, to + times, H[from]);
  else for (let k = 0; k < times; k++) copyWords(to + k * size, from, size);
  unlock(list);
  if (size < room) endStorage(storage, size * times);
  return listOfStorage(storage, size * times);
}

/** `list *= times`, with times at least 0. */
export function listRepeatInPlace(list: Address, times: number): void {
  if (times === 0) {
    listClear(list);
    return;
  }
  lock(list);
  const size = H[(list >> 2) + ListLayout.SIZE];
  if (size > 0 && times > 1) {
    reserveUnlocked(list, size * times, list);
    for (let k = 1; k < times; k++) copyInUnlocked(list, itemsAt(list), size);
  }
  unlock(list);
}

export function listReverse(list: Address): void {
  lock(list);
  const items = itemsAt(list);
  for (let i = 0, j = H[(list >> 2) + ListLayout.SIZE] - 1; i < j; i++, j--) {
    const value = H[items + i];
    H[items + i] = H[items + j];
    H[items + j] = value;
  }
  unlock(list);
}

/** Takes the storage out, so that the list is empty: its address, 0 if there was none. Lock held. */
export function detachUnlocked(list: Address): Address {
  const q = list >> 2;
  const storage = H[q + ListLayout.STORAGE];
  H[q + ListLayout.SIZE] = 0;
  H[q + ListLayout.STORAGE] = 0;
  return storage;
}

/** Releases detached storage and the `size` items in it. */
export function releaseStorage(storage: Address, size: number): void {
  if (storage === 0) return;
  const items = (storage >> 2) + StorageLayout.ITEMS;
  for (let i = size - 1; i >= 0; i--) decref(H[items + i]);
  retire(storage, storageBytes(H[storage >> 2]));
}

export function listClear(list: Address): void {
  lock(list);
  const size = H[(list >> 2) + ListLayout.SIZE];
  const storage = detachUnlocked(list);
  unlock(list);
  releaseStorage(storage, size);
}

/**
 * Replaces items [start, stop) by `values`, whose references it takes over. The bounds are clipped to
 * what the list is by then.
 */
export function listReplace(
  list: Address,
  start: number,
  stop: number,
  values: readonly Value[],
): void {
  const q = list >> 2;
  lock(list);
  const size = H[q + ListLayout.SIZE];
  const from = Math.min(start, size);
  const to = Math.max(from, Math.min(stop, size));
  const added = values.length;
  const removed = to - from;
  const newSize = size - removed + added;
  const olds: Value[] = [];
  for (let i = from, items = itemsAt(list); i < to; i++) olds.push(H[items + i]);
  reserveUnlocked(list, newSize, list);
  const items = itemsAt(list);
  if (added !== removed) {
    moveWords(items + from + added, items + to, size - to);
    if (newSize < size) clearWords(items + newSize, items + size);
  }
  for (let i = 0; i < added; i++) H[items + from + i] = values[i] as Value;
  H[q + ListLayout.SIZE] = newSize;
  if (newSize < size) shrinkUnlocked(list, list);
  unlock(list);
  for (let i = olds.length - 1; i >= 0; i--) decref(olds[i] as Value);
}

/**
 * Items on their way out of lists, to be released after unlocking, the last one first: a stack, for that may
 * run `__del__`.
 */
const LEAVING = new Int32Array(2048);
let leavingCount = 0;

/**
 * Replaces items [start, stop), clipped to the list, by those of `source`, another exact list or a tuple, or by
 * nothing if it is 0. False, with nothing changed, if so many items would leave the list that there is no place
 * for them.
 */
export function listReplaceBy(
  list: Address,
  start: number,
  stop: number,
  source: Address,
): boolean {
  const isList = source !== 0 && typeOf(source) === T.LIST;
  const other = isList ? source : list;
  const q = list >> 2;
  lockPair(list, other);
  const size = H[q + ListLayout.SIZE];
  const from = Math.min(start, size);
  const to = Math.max(from, Math.min(stop, size));
  const removed = to - from;
  if (removed > LEAVING.length - leavingCount) {
    unlockPair(list, other);
    return false;
  }
  // Word 4 is the length of both.
  const added = source === 0 ? 0 : H[(source >> 2) + ListLayout.SIZE];
  const newSize = size - removed + added;
  if (newSize > size) reserveUnlocked(list, newSize, other);
  const items = itemsAt(list);
  const base = leavingCount;
  for (let i = 0; i < removed; i++) LEAVING[base + i] = H[items + from + i];
  if (added !== removed) {
    moveWords(items + from + added, items + to, size - to);
    if (newSize < size) clearWords(items + newSize, items + size);
    H[q + ListLayout.SIZE] = newSize;
  }
  copyWords(items + from, isList ? itemsAt(source) : (source >> 2) + TupleLayout.ITEMS, added);
  if (newSize < size) shrinkUnlocked(list, other);
  unlockPair(list, other);
  releaseLeaving(base, removed);
  return true;
}

function releaseLeaving(base: number, count: number): void {
  leavingCount = base + count;
  try {
    for (let i = base + count - 1; i >= base; i--) decref(LEAVING[i] as Value);
  } finally {
    leavingCount = base;
  }
}

/** Deletes every `step`-th item (step at least 2) from `start` on, `count` of them. */
export function listDeleteStrided(list: Address, start: number, step: number, count: number): void {
  const q = list >> 2;
  const olds: Value[] = [];
  lock(list);
  const size = H[q + ListLayout.SIZE];
  const items = itemsAt(list);
  let to = start;
  let next = start;
  for (let i = start; i < size; i++) {
    if (i === next && olds.length < count) {
      olds.push(H[items + i]);
      next += step;
    } else {
      H[items + to++] = H[items + i];
    }
  }
  if (to < size) {
    clearWords(items + to, items + size);
    H[q + ListLayout.SIZE] = to;
    shrinkUnlocked(list, list);
  }
  unlock(list);
  for (const old of olds) decref(old);
}

/** Stores `values` (references taken over) at every `step`-th place from `start` on. */
export function listStoreStrided(
  list: Address,
  start: number,
  step: number,
  values: readonly Value[],
): void {
  const olds: Value[] = [];
  lock(list);
  const size = H[(list >> 2) + ListLayout.SIZE];
  const items = itemsAt(list);
  for (let k = 0, i = start; k < values.length; k++, i += step) {
    if (i < 0 || i >= size) {
      olds.push(values[k] as Value);
      continue;
    }
    olds.push(H[items + i]);
    H[items + i] = values[k] as Value;
  }
  unlock(list);
  for (const old of olds) decref(old);
}

/** Releases the items and the storage of a list that nobody refers to any more. */
export function clearList(list: Address): void {
  const q = list >> 2;
  const storage = H[q + ListLayout.STORAGE];
  if (storage === 0) return;
  const items = (storage >> 2) + StorageLayout.ITEMS;
  for (let i = H[q + ListLayout.SIZE] - 1; i >= 0; i--) decref(H[items + i]);
  freeRaw(storage, storageBytes(H[storage >> 2]));
  H[q + ListLayout.SIZE] = 0;
  H[q + ListLayout.STORAGE] = 0;
}
