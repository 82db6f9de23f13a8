// @hot The storage of collections.deque: a ring in one block whose capacity is a power of two, so that
// both ends are a step away and an index is a mask. Every operation here is one critical section, and
// so append and popleft are atomic under every executor that protects objects.
//
//   D1: the items are at (HEAD + i) & (capacity - 1) for 0 <= i < SIZE; other slots are garbage.
//   D2: SIZE is at most MAXLEN, if that is not -1.
//
// Values that leave are returned or released after unlocking. The type is in dequeType.ts.

import {
  allocateRaw,
  decref,
  freeRaw,
  incref,
  lockBriefly,
  lockPair,
  unlockBriefly,
  unlockPair,
} from '../executors/policy.ts';
import {
  type Address,
  DequeLayout as D,
  StorageLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';

const FIRST_CAPACITY = 8;

export const dequeSize = (deque: Address): number => H[(deque >> 2) + D.SIZE];

/** Word index of item `index`. Lock held; the deque has storage. */
function slotOf(q: WordIndex, index: number): WordIndex {
  const storage = H[q + D.STORAGE] >> 2;
  return storage + StorageLayout.ITEMS + ((H[q + D.HEAD] + index) & (H[storage] - 1));
}

/** Room for one more item. Lock held, given up if there is no memory. */
function growUnlocked(deque: Address): void {
  const q = deque >> 2;
  const old = H[q + D.STORAGE];
  const capacity = old === 0 ? 0 : H[old >> 2];
  const size = H[q + D.SIZE];
  if (size < capacity) return;
  const room = capacity === 0 ? FIRST_CAPACITY : capacity * 2;
  let storage: Address;
  try {
    storage = allocateRaw((StorageLayout.ITEMS + room) << 2);
  } catch (error) {
    unlockBriefly(deque);
    throw error;
  }
  const items = (storage >> 2) + StorageLayout.ITEMS;
  H[storage >> 2] = room;
  for (let i = 0; i < size; i++) H[items + i] = H[slotOf(q, i)];
  H[q + D.STORAGE] = storage;
  H[q + D.HEAD] = 0;
  if (old !== 0) freeRaw(old, (StorageLayout.ITEMS + capacity) << 2);
}

/** Adds at the right end; the value that a full deque drops at the left is released. */
export function dequeAppend(deque: Address, value: Value): void {
  incref(value);
  const q = deque >> 2;
  lockBriefly(deque);
  growUnlocked(deque);
  const size = H[q + D.SIZE];
  H[slotOf(q, size)] = value;
  H[q + D.SIZE] = size + 1;
  H[q + D.CHANGES] += 1;
  const dropped = size === H[q + D.MAXLEN] ? takeLeftUnlocked(q) : 0;
  unlockBriefly(deque);
  if (dropped !== 0) decref(dropped);
}

/** Adds at the left end; the value that a full deque drops at the right is released. */
export function dequeAppendLeft(deque: Address, value: Value): void {
  incref(value);
  const q = deque >> 2;
  lockBriefly(deque);
  growUnlocked(deque);
  const size = H[q + D.SIZE];
  H[q + D.HEAD] = (H[q + D.HEAD] - 1) & (H[H[q + D.STORAGE] >> 2] - 1);
  H[slotOf(q, 0)] = value;
  H[q + D.SIZE] = size + 1;
  H[q + D.CHANGES] += 1;
  const dropped = size === H[q + D.MAXLEN] ? takeRightUnlocked(q) : 0;
  unlockBriefly(deque);
  if (dropped !== 0) decref(dropped);
}

function takeLeftUnlocked(q: WordIndex): Value {
  const value = H[slotOf(q, 0)];
  H[q + D.HEAD] = (H[q + D.HEAD] + 1) & (H[H[q + D.STORAGE] >> 2] - 1);
  H[q + D.SIZE] -= 1;
  H[q + D.CHANGES] += 1;
  return value;
}

function takeRightUnlocked(q: WordIndex): Value {
  H[q + D.SIZE] -= 1;
  H[q + D.CHANGES] += 1;
  return H[slotOf(q, H[q + D.SIZE])];
}

/** The rightmost item, owned; 0 if empty. */
export function dequePop(deque: Address): Value {
  lockBriefly(deque);
  const value = H[(deque >> 2) + D.SIZE] === 0 ? 0 : takeRightUnlocked(deque >> 2);
  unlockBriefly(deque);
  return value;
}

/** The leftmost item, owned; 0 if empty. */
export function dequePopLeft(deque: Address): Value {
  lockBriefly(deque);
  const value = H[(deque >> 2) + D.SIZE] === 0 ? 0 : takeLeftUnlocked(deque >> 2);
  unlockBriefly(deque);
  return value;
}

/** Owned item `index` (at least 0); 0 if out of range. */
export function dequeGet(deque: Address, index: number): Value {
  const q = deque >> 2;
  lockBriefly(deque);
  let value: Value = 0;
  if (index < H[q + D.SIZE]) {
    value = H[slotOf(q, index)];
    incref(value);
  }
  unlockBriefly(deque);
  return value;
}

/** Replaces item `index` (at least 0); false if out of range. */
export function dequeSet(deque: Address, index: number, value: Value): boolean {
  const q = deque >> 2;
  lockBriefly(deque);
  if (index >= H[q + D.SIZE]) {
    unlockBriefly(deque);
    return false;
  }
  const slot = slotOf(q, index);
  const old = H[slot];
  incref(value);
  H[slot] = value;
  unlockBriefly(deque);
  decref(old);
  return true;
}

/**
 * Removes item `index`, if it is still `expected` (0: whatever it is); false if it is not, or out of
 * range. The rest closes up from the right.
 */
export function dequeRemoveAt(deque: Address, index: number, expected: Value): boolean {
  const q = deque >> 2;
  lockBriefly(deque);
  const size = H[q + D.SIZE];
  if (index >= size || (expected !== 0 && H[slotOf(q, index)] !== expected)) {
    unlockBriefly(deque);
    return false;
  }
  const value = H[slotOf(q, index)];
  for (let i = index + 1; i < size; i++) H[slotOf(q, i - 1)] = H[slotOf(q, i)];
  H[q + D.SIZE] = size - 1;
  H[q + D.CHANGES] += 1;
  unlockBriefly(deque);
  decref(value);
  return true;
}

/** Inserts before `index` (clipped as by list.insert); false if the deque is full. */
export function dequeInsert(deque: Address, index: number, value: Value): boolean {
  const q = deque >> 2;
  lockBriefly(deque);
  const size = H[q + D.SIZE];
  if (size === H[q + D.MAXLEN]) {
    unlockBriefly(deque);
    return false;
  }
  growUnlocked(deque);
  const at = index < 0 ? Math.max(0, index + size) : Math.min(index, size);
  for (let i = size; i > at; i--) H[slotOf(q, i)] = H[slotOf(q, i - 1)];
  incref(value);
  H[slotOf(q, at)] = value;
  H[q + D.SIZE] = size + 1;
  H[q + D.CHANGES] += 1;
  unlockBriefly(deque);
  return true;
}

/** Turns the ring by `steps` to the right. */
export function dequeRotate(deque: Address, steps: number): void {
  const q = deque >> 2;
  lockBriefly(deque);
  const size = H[q + D.SIZE];
  if (size > 1) {
    const right = ((steps % size) + size) % size;
    H[q + D.CHANGES] += 1;
    if (right <= size >> 1) for (let i = 0; i < right; i++) turnRight(q, size);
    else for (let i = right; i < size; i++) turnLeft(q, size);
  }
  unlockBriefly(deque);
}

function turnRight(q: WordIndex, size: number): void {
  const value = H[slotOf(q, size - 1)];
  H[q + D.HEAD] = (H[q + D.HEAD] - 1) & (H[H[q + D.STORAGE] >> 2] - 1);
  H[slotOf(q, 0)] = value;
}

function turnLeft(q: WordIndex, size: number): void {
  const value = H[slotOf(q, 0)];
  H[q + D.HEAD] = (H[q + D.HEAD] + 1) & (H[H[q + D.STORAGE] >> 2] - 1);
  H[slotOf(q, size - 1)] = value;
}

export function dequeReverse(deque: Address): void {
  const q = deque >> 2;
  lockBriefly(deque);
  for (let i = 0, j = H[q + D.SIZE] - 1; i < j; i++, j--) {
    const left = slotOf(q, i);
    const right = slotOf(q, j);
    const value = H[left];
    H[left] = H[right];
    H[right] = value;
  }
  unlockBriefly(deque);
}

/** The items at one moment, each owned by the caller. */
export function dequeItems(deque: Address): Value[] {
  const q = deque >> 2;
  const items: Value[] = [];
  lockBriefly(deque);
  for (let i = 0; i < H[q + D.SIZE]; i++) {
    const value = H[slotOf(q, i)];
    incref(value);
    items.push(value);
  }
  unlockBriefly(deque);
  return items;
}

/** The items of two deques at the same moment, each owned. */
export function dequePairItems(left: Address, right: Address): [Value[], Value[]] {
  lockPair(left, right);
  const both = [left, right].map((deque) => {
    const q = deque >> 2;
    const items: Value[] = [];
    for (let i = 0; i < H[q + D.SIZE]; i++) {
      incref(H[slotOf(q, i)]);
      items.push(H[slotOf(q, i)]);
    }
    return items;
  });
  unlockPair(left, right);
  return both as [Value[], Value[]];
}

/** Removes and releases all items, and the storage. */
export function dequeClear(deque: Address): void {
  const q = deque >> 2;
  const items: Value[] = [];
  lockBriefly(deque);
  for (let i = 0; i < H[q + D.SIZE]; i++) items.push(H[slotOf(q, i)]);
  const storage = H[q + D.STORAGE];
  H[q + D.STORAGE] = 0;
  H[q + D.SIZE] = 0;
  H[q + D.HEAD] = 0;
  H[q + D.CHANGES] += 1;
  unlockBriefly(deque);
  if (storage !== 0) freeRaw(storage, (StorageLayout.ITEMS + H[storage >> 2]) << 2);
  for (const item of items) decref(item);
}

/** Calls `visit` with every item, for the collector. */
export function dequeChildren(deque: Address, visit: (value: Value) => void): void {
  for (let i = 0; i < H[(deque >> 2) + D.SIZE]; i++) visit(H[slotOf(deque >> 2, i)]);
}
