// @hot A recursive lock in every mutable object, held for each operation, reads included, as Gilectomy
// put into list, dict and set; two objects are locked in order of address. There the
// lock is kept while a Python callback runs; here a dict lets go of it around `__eq__`, because the object
// library is written once for all executors.
//
// Owner word: owner field = slot of the holder, mutex byte = 0 free, 1 held, 2 held and somebody may
// sleep. REF_SHARED, which atomic counts leave alone, holds the depth of recursion.

import {
  type Address,
  Header,
  OwnerWord,
  StorageLayout,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { CURRENT_OWNER, H, U8 } from '../../heap/memory.ts';
import { atomicLoad, compareExchangeByte, exchangeByte, park, unpark } from '../../sync/atomics.ts';
import { type AccessStrategy, RETRY } from '../strategy.ts';
import { atomicCounts } from './atomicCounts.ts';
import { contended } from './contention.ts';
import { calledAccess } from './sourceText.ts';

const { incref } = atomicCounts;
const OWNER_MASK = -1 << OwnerWord.OWNER_SHIFT;
const SPINS = 64;

function lock(object: Address): void {
  const word = (object >> 2) + Header.OWNER;
  const me = H[CURRENT_OWNER];
  // A racing read is safe: only this thread can have stored its own slot there.
  const now = H[word];
  if (((now ^ me) & OWNER_MASK) === 0 && (now & OwnerWord.MUTEX_MASK) !== 0) {
    H[(object >> 2) + Header.REF_SHARED] += 1;
    return;
  }
  const byte = object + Header.OWNER * 4;
  if (compareExchangeByte(U8, byte, 0, 1) !== 0) lockSlow(object, byte);
  setHolder(word, me);
}

/** The holder's slot stands beside the mutex byte, which others may change: byte-wise stores. */
function setHolder(word: number, me: number): void {
  U8[word * 4 + 2] = (me >>> OwnerWord.OWNER_SHIFT) & 0xff;
  U8[word * 4 + 3] = me >>> 24;
}

function lockSlow(object: Address, byte: number): void {
  contended(object, () => {
    for (let spin = 0; spin < SPINS; spin++) {
      if (compareExchangeByte(U8, byte, 0, 1) === 0) return;
    }
    while (exchangeByte(U8, byte, 2) !== 0) {
      const word = byte >> 2;
      const seen = atomicLoad(H, word);
      if ((seen & OwnerWord.MUTEX_MASK) === 2) park(H, word, seen, Infinity);
    }
  });
}

function unlock(object: Address): void {
  const word = (object >> 2) + Header.OWNER;
  const depth = H[(object >> 2) + Header.REF_SHARED];
  if (depth > 0) {
    H[(object >> 2) + Header.REF_SHARED] = depth - 1;
    return;
  }
  setHolder(word, 0);
  if (exchangeByte(U8, object + Header.OWNER * 4, 0) === 2) unpark(H, word, 1);
}

function lockPair(first: Address, second: Address): void {
  if (first < second) {
    lock(first);
    lock(second);
  } else {
    lock(second);
    lock(first);
  }
}

function unlockPair(first: Address, second: Address): void {
  unlock(first);
  unlock(second);
}

/**
 * The lock for a read that runs no other code: nobody asks whose it is, so the holder is not written. False
 * if it is held, by another thread or by this one.
 */
const lockBriefly = (byte: number): boolean => compareExchangeByte(U8, byte, 0, 1) === 0;

function unlockBriefly(byte: number): void {
  if (exchangeByte(U8, byte, 0) === 2) unpark(H, byte >> 2, 1);
}

function itemAt(field: WordIndex, offset: number): Value {
  const storage = H[field] >> 2;
  const value: Value =
    storage === 0 || offset >= H[storage] ? 0 : H[storage + StorageLayout.ITEMS + offset];
  if (value !== 0) incref(value);
  return value;
}

function readItem(container: Address, field: WordIndex, offset: number): Value {
  const byte = container + Header.OWNER * 4;
  if (lockBriefly(byte)) {
    const value = itemAt(field, offset);
    unlockBriefly(byte);
    return value;
  }
  lock(container);
  const value = itemAt(field, offset);
  unlock(container);
  return value;
}

function slotAt(slot: WordIndex, guard: WordIndex, guardValue: number): Value {
  const value: Value = H[guard] === guardValue ? H[slot] : RETRY;
  if (value !== 0 && value !== RETRY) incref(value);
  return value;
}

function readSlot(
  container: Address,
  slot: WordIndex,
  guard: WordIndex,
  guardValue: number,
): Value {
  const byte = container + Header.OWNER * 4;
  if (lockBriefly(byte)) {
    const value = slotAt(slot, guard, guardValue);
    unlockBriefly(byte);
    return value;
  }
  lock(container);
  const value = slotAt(slot, guard, guardValue);
  unlock(container);
  return value;
}

export const objectLocks: AccessStrategy = {
  name: "the object's own recursive lock",
  protects: true,
  lock,
  unlock,
  lockBriefly: lock,
  unlockBriefly: unlock,
  lockPair,
  unlockPair,
  readItem,
  readSlot,
  source: calledAccess({ readItem, readSlot, lock, unlock }),
  lookAgain: (word) => H[word],
  publish(word, value) {
    H[word] = value;
  },
  lockFreeReads: false,
  borrowedReads: true,
  suspend() {},
  resume() {},
};
