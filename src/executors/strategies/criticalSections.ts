// @hot Critical sections over a mutex byte in every object (PEP 703, "Python Critical Sections").
// A thread keeps a stack of the sections it is in. When it would have to wait for a lock, it first
// gives up all the locks it holds, and takes the innermost one back when it goes on; an outer one is
// taken back when it becomes innermost again. So builtins cannot deadlock by locking in different
// orders, and so an outer operation is not atomic if an inner one blocks.
//
// While the machine has had but one thread, no lock is taken (a choice of ours: without it the two atomic
// steps of a section cost three times the rest of `ans += 2` on a global).
//
// Thread.CRITICAL holds the stack: one word per locked object; bit 0 set = suspended (not held now);
// bit 1 = the second lock of a pair, taken and given up together with the one below it.
// Mutex byte: 0 free, 1 held, 2 held and somebody may sleep.
//
// Benchmarks: list_append_pop under nogil against gil.

import { boot } from '../../heap/boot.ts';
import {
  type Address,
  Header,
  Machine,
  OwnerWord,
  Stat,
  StorageLayout,
  Thread,
  type Value,
} from '../../heap/layout.ts';
import { bug, CURRENT_OWNER, CURRENT_THREAD, H, MACHINE, U8 } from '../../heap/memory.ts';
import {
  atomicLoad,
  atomicStore,
  compareExchangeByte,
  exchangeByte,
  park,
  unpark,
} from '../../sync/atomics.ts';
import { type AccessStrategy, RETRY } from '../strategy.ts';
import { biasedCounts } from './biasedCounts.ts';
import { addStat, contended } from './contention.ts';

const { tryIncref, increfShareable, decref } = biasedCounts;

const enum Section {
  SUSPENDED = 1,
  PAIRED = 2,
  FLAGS = 3,
  DEPTH_MAX = 31,
}

/** PyMutex spins 40 times before it parks (CPython Python/lock.c). */
const SPINS = 40;
const MUTEX_BYTE = Header.OWNER * 4;
const OWNER_MASK = -1 << OwnerWord.OWNER_SHIFT;
/** Set when a second thread is about to start, and never cleared. */
const PARALLEL = MACHINE + Machine.PARALLEL;

function lock(object: Address): void {
  // One thread: the section is entered as a suspended one, which its end does not release.
  if (H[PARALLEL] === 0) {
    push(object | Section.SUSPENDED);
    return;
  }
  if (compareExchangeByte(U8, object + MUTEX_BYTE, 0, 1) !== 0) lockSlow(object);
  push(object);
}

/** While there is one thread nothing is done at all: it could not start a second one in between. */
function lockBriefly(object: Address): void {
  if (H[PARALLEL] !== 0) lock(object);
}

function unlockBriefly(object: Address): void {
  if (H[PARALLEL] !== 0) unlock(object);
}

function push(entry: number): void {
  const thread = H[CURRENT_THREAD] >> 2;
  const depth = H[thread + Thread.CRITICAL_DEPTH];
  if (depth >= Section.DEPTH_MAX) bug('critical sections nested too deeply');
  H[thread + Thread.CRITICAL + depth] = entry;
  H[thread + Thread.CRITICAL_DEPTH] = depth + 1;
}

function lockSlow(object: Address): void {
  contended(object, () => {
    for (let spin = 0; spin < SPINS; spin++) {
      if (compareExchangeByte(U8, object + MUTEX_BYTE, 0, 1) === 0) return;
    }
    suspend();
    acquire(object);
  });
}

function acquire(object: Address): void {
  const word = (object >> 2) + Header.OWNER;
  while (exchangeByte(U8, object + MUTEX_BYTE, 2) !== 0) {
    const seen = atomicLoad(H, word);
    if ((seen & OwnerWord.MUTEX_MASK) === 2) park(H, word, seen, Infinity);
  }
}

function release(object: Address): void {
  if (exchangeByte(U8, object + MUTEX_BYTE, 0) === 2) {
    unpark(H, (object >> 2) + Header.OWNER, 1);
  }
}

function unlock(object: Address): void {
  const thread = H[CURRENT_THREAD] >> 2;
  const depth = H[thread + Thread.CRITICAL_DEPTH] - 1;
  H[thread + Thread.CRITICAL_DEPTH] = depth;
  const entry = H[thread + Thread.CRITICAL + depth];
  if ((entry & Section.SUSPENDED) === 0) release(object);
  if (
    depth > 0 &&
    H[PARALLEL] !== 0 &&
    (H[thread + Thread.CRITICAL + depth - 1] & Section.SUSPENDED) !== 0
  ) {
    resume();
  }
}

/** Gives up every lock that this thread holds; the entries stay on the stack, marked. */
function suspend(): void {
  const thread = H[CURRENT_THREAD] >> 2;
  const base = thread + Thread.CRITICAL;
  for (let i = H[thread + Thread.CRITICAL_DEPTH] - 1; i >= 0; i--) {
    const entry = H[base + i];
    if ((entry & Section.SUSPENDED) !== 0) continue;
    H[base + i] = entry | Section.SUSPENDED;
    release(entry & ~Section.FLAGS);
    if (boot.stats) addStat(Stat.SUSPENSIONS, 1);
  }
}

/** Takes the innermost section's locks back, if they were given up. */
function resume(): void {
  const thread = H[CURRENT_THREAD] >> 2;
  const depth = H[thread + Thread.CRITICAL_DEPTH];
  if (depth === 0) return;
  const top = thread + Thread.CRITICAL + depth - 1;
  const entry = H[top];
  if ((entry & Section.SUSPENDED) === 0) return;
  // The lower address of a pair lies below; both are taken in that order.
  if ((entry & Section.PAIRED) !== 0) {
    acquire(H[top - 1] & ~Section.FLAGS);
    H[top - 1] &= ~Section.SUSPENDED;
  }
  acquire(entry & ~Section.FLAGS);
  H[top] = entry & ~Section.SUSPENDED;
}

function lockPair(first: Address, second: Address): void {
  if (first === second) {
    lock(first);
    return;
  }
  const low = Math.min(first, second);
  const high = Math.max(first, second);
  if (H[PARALLEL] === 0) {
    push(low | Section.SUSPENDED);
    push(high | Section.PAIRED | Section.SUSPENDED);
    return;
  }
  for (;;) {
    if (compareExchangeByte(U8, low + MUTEX_BYTE, 0, 1) !== 0) lockSlow(low);
    if (compareExchangeByte(U8, high + MUTEX_BYTE, 0, 1) === 0) break;
    // Never wait with one of the pair in hand outside the stack: start again.
    release(low);
    lockSlow(high);
    if (compareExchangeByte(U8, low + MUTEX_BYTE, 0, 1) === 0) break;
    release(high);
  }
  push(low);
  push(high | Section.PAIRED);
}

function unlockPair(first: Address, second: Address): void {
  if (first === second) {
    unlock(first);
    return;
  }
  const thread = H[CURRENT_THREAD] >> 2;
  const depth = H[thread + Thread.CRITICAL_DEPTH] - 2;
  H[thread + Thread.CRITICAL_DEPTH] = depth;
  for (let i = 1; i >= 0; i--) {
    const entry = H[thread + Thread.CRITICAL + depth + i];
    if ((entry & Section.SUSPENDED) === 0) release(entry & ~Section.FLAGS);
  }
  if (
    depth > 0 &&
    H[PARALLEL] !== 0 &&
    (H[thread + Thread.CRITICAL + depth - 1] & Section.SUSPENDED) !== 0
  ) {
    resume();
  }
}

/**
 * INCREF of an object that cannot be freed under a reader's hands, so that nothing need be looked at
 * again: one that is not counted at all, or one of this thread's own, which another thread may drop but
 * only this one can free (its reference goes to our merge queue). The value was in the slot when it was
 * loaded, and that is the moment of the read.
 */
function countedByUs(value: Value): boolean {
  const q = value >> 2;
  const local = (H[q] + 1) | 0;
  if (local === 0) return true;
  if (((H[q + Header.OWNER] ^ H[CURRENT_OWNER]) & OWNER_MASK) !== 0) return false;
  H[q] = local;
  return true;
}

/**
 * PEP 703's optimistic read: load the storage, load the item, try to count it, look again. The storage
 * is not freed meanwhile (qsbr.ts), and the item is an object or was one (sizeClasses.ts).
 */
function readItem(container: Address, field: number, offset: number): Value {
  const storage = H[field];
  if (storage === 0) return 0;
  const slot = (storage >> 2) + StorageLayout.ITEMS + offset;
  if (offset >= H[storage >> 2]) return 0;
  const value: Value = H[slot];
  if (value === 0 || (value & 1) !== 0 || countedByUs(value)) return value;
  if (boot.stats) addStat(Stat.OPTIMISTIC_READS, 1);
  if (tryIncref(value)) {
    if (atomicLoad(H, slot) === value && atomicLoad(H, field) === storage) return value;
    decref(value);
  }
  return readItemLocked(container, field, offset);
}

function readItemLocked(container: Address, field: number, offset: number): Value {
  if (boot.stats) addStat(Stat.OPTIMISTIC_RETRIES, 1);
  lock(container);
  const storage = H[field] >> 2;
  const value: Value =
    storage === 0 || offset >= H[storage] ? 0 : H[storage + StorageLayout.ITEMS + offset];
  if (value !== 0) increfShareable(value);
  unlock(container);
  return value;
}

function readSlot(container: Address, slot: number, guard: number, guardValue: number): Value {
  const value: Value = H[slot];
  if (value !== 0 && (value & 1) === 0) {
    if (countedByUs(value)) return value;
    if (boot.stats) addStat(Stat.OPTIMISTIC_READS, 1);
    if (!tryIncref(value)) return readSlotLocked(container, slot, guard, guardValue);
    if (atomicLoad(H, slot) !== value || atomicLoad(H, guard) !== guardValue) {
      decref(value);
      return RETRY;
    }
    return value;
  }
  return H[guard] === guardValue ? value : RETRY;
}

function readSlotLocked(
  container: Address,
  slot: number,
  guard: number,
  guardValue: number,
): Value {
  if (boot.stats) addStat(Stat.OPTIMISTIC_RETRIES, 1);
  lock(container);
  let value: Value = RETRY;
  if (H[guard] === guardValue) {
    value = H[slot];
    if (value !== 0) increfShareable(value);
  }
  unlock(container);
  return value;
}

export const criticalSections: AccessStrategy = {
  name: 'critical section, lock-free reads',
  protects: true,
  lock,
  unlock,
  lockBriefly,
  unlockBriefly,
  lockPair,
  unlockPair,
  readItem,
  readSlot,
  lookAgain: (word) => (H[PARALLEL] === 0 ? H[word] : atomicLoad(H, word)),
  publish(word, value) {
    if (H[PARALLEL] === 0) H[word] = value;
    else atomicStore(H, word, value);
  },
  lockFreeReads: true,
  borrowedReads: true,
  suspend,
  resume,
  source: {
    names: { readItem, readSlot, lock, unlock },
    uncounted: `H[${PARALLEL}] === 0`,
    // The flag cannot change between the two: only this thread, the only one, could set it.
    lock: (object) => `if (H[${PARALLEL}] !== 0) lock(${object});`,
    unlock: (object) => `if (H[${PARALLEL}] !== 0) unlock(${object});`,
    readItem: (target, container, field, offset) =>
      `{ const s = H[${field}] >> 2; ${target} = s === 0 || ${offset} >= H[s] ? 0 : H[s + ${StorageLayout.ITEMS} + ${offset}]; ${countedText(target, `readItem(${container}, ${field}, ${offset})`)} }`,
    readSlot: (target, container, slot, guard, value) =>
      `${target} = H[${slot}]; if (${target} === 0 || (${target} & 1) !== 0) { if (H[${guard}] !== ${value}) ${target} = ${RETRY}; } ${countedText(target, `readSlot(${container}, ${slot}, ${guard}, ${value})`)}`,
  },
};

/** `countedByUs` written out; what it does not count is read again by the function. */
const countedText = (target: string, again: string): string =>
  `if (${target} > ${RETRY} && (${target} & 1) === 0) { const n = (H[${target} >> 2] + 1) | 0; if (n !== 0) { if (((H[(${target} >> 2) + ${Header.OWNER}] ^ H[${CURRENT_OWNER}]) & ${OWNER_MASK}) === 0) H[${target} >> 2] = n; else ${target} = ${again}; } }`;
