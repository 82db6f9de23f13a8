// @hot Biased reference counts (PEP 703, "Biased Reference Counting"; J. Choi, T. Shull, J. Torrellas,
// PACT 2018). The thread that made an object counts in REF_LOCAL with plain stores; all others add or
// subtract 4 in REF_SHARED atomically, where the count may be negative. Immortal and deferred objects
// have REF_LOCAL = -1 and are not counted at all.
//
// States in the low two bits of REF_SHARED; they only go up:
//   0 default        deallocated by the owner without an atomic step, if the shared field is 0
//   1 maybe-weakref  somebody may read it without a lock: the quick way is closed
//   2 queued         the owner is asked to merge both counts; the queue holds one reference
//   3 merged         no owner any more: REF_SHARED is the count; 3 alone means zero
//
// Benchmarks: fib and global_counter under nogil against gil; two threads of fib.

import { boot } from '../../heap/boot.ts';
import {
  type Address,
  BreakerBit,
  GcBit,
  Header,
  Machine,
  OwnerWord,
  Stat,
  Thread,
  ThreadStatus,
  type Value,
} from '../../heap/layout.ts';
import { CURRENT_OWNER, CURRENT_THREAD, H, MACHINE } from '../../heap/memory.ts';
import { reclaim } from '../../heap/reclaim.ts';
import {
  atomicAdd,
  atomicLoad,
  atomicOr,
  atomicStore,
  compareExchange,
} from '../../sync/atomics.ts';
import type { CountStrategy } from '../strategy.ts';
import { addStat } from './contention.ts';
import { guarded, headerText } from './sourceText.ts';
import { giveBlock, takeBlock } from './workerBlocks.ts';

const enum Shared {
  DEFAULT = 0,
  MAYBE_WEAKREF = 1,
  QUEUED = 2,
  MERGED = 3,
  STATE_MASK = 3,
  ONE = 4,
}

const UNCOUNTED = -1;
const OWNER_MASK = -1 << OwnerWord.OWNER_SHIFT;

function initHeader(address: Address, type: Address): void {
  const q = address >> 2;
  H[q] = 1;
  H[q + Header.REF_SHARED] = 0;
  H[q + Header.OWNER] = H[CURRENT_OWNER];
  H[q + Header.TYPE] = type;
}

function incref(value: Value): void {
  if (!(value & 1)) {
    const q = value >> 2;
    const local = (H[q] + 1) | 0;
    if (local !== 0) {
      if (((H[q + Header.OWNER] ^ H[CURRENT_OWNER]) & OWNER_MASK) === 0) H[q] = local;
      else atomicAdd(H, q + Header.REF_SHARED, Shared.ONE);
    }
  }
}

function decref(value: Value): void {
  if (!(value & 1)) {
    const q = value >> 2;
    const local = H[q];
    if (local !== UNCOUNTED) {
      if (((H[q + Header.OWNER] ^ H[CURRENT_OWNER]) & OWNER_MASK) === 0) {
        H[q] = local - 1;
        if (local === 1) ownerReleased(value);
      } else decrefShared(value);
    }
  }
}

/**
 * The owner's own count has come to zero. A plain look at the others' count is enough: who has a reference
 * in it took it before ours was given up, and whatever made that known to us made the count known too.
 * (An atomic load is a call, and was a tenth of the time of arithmetic on heap ints.)
 */
function ownerReleased(address: Address): void {
  const q = address >> 2;
  if (H[q + Header.REF_SHARED] === 0) {
    reclaim.dealloc(address);
    return;
  }
  // Others count it: give up ownership, then publish the merged state. Pairs with decrefShared.
  if (boot.stats) addStat(Stat.MERGES, 1);
  clearOwner(q);
  mergeLocal(q, 0, address);
}

/** The owner field becomes 0 by atomic steps, because the lock byte in the same word may be contended. */
function clearOwner(q: number): void {
  const index = q + Header.OWNER;
  for (;;) {
    const word = atomicLoad(H, index);
    if (compareExchange(H, index, word, word & ~OWNER_MASK) === word) return;
  }
}

/** Adds `extra` references to the shared count, marks it merged, and frees the object if that is zero. */
function mergeLocal(q: number, extra: number, address: Address): void {
  const index = q + Header.REF_SHARED;
  for (;;) {
    const shared = atomicLoad(H, index);
    const merged = ((shared & ~Shared.STATE_MASK) + extra * Shared.ONE) | Shared.MERGED;
    if (compareExchange(H, index, shared, merged) === shared) {
      if (merged === Shared.MERGED) reclaim.dealloc(address);
      return;
    }
  }
}

/** DECREF by a thread that does not own the object (PEP 703: _Py_DecRefShared). */
function decrefShared(address: Address): void {
  const index = (address >> 2) + Header.REF_SHARED;
  for (;;) {
    const shared = atomicLoad(H, index);
    const queue = shared === Shared.DEFAULT || shared === Shared.MAYBE_WEAKREF;
    const next = queue ? Shared.QUEUED : shared - Shared.ONE;
    if (compareExchange(H, index, shared, next) !== shared) continue;
    if (queue) queueForOwner(address);
    else if (next === Shared.MERGED) reclaim.dealloc(address);
    return;
  }
}

/** A node of a merge queue: next node, object. */
const enum MergeNode {
  NEXT = 0,
  OBJECT = 1,
  BYTES = 8,
}

/** Hands the caller's reference to the owner's queue; if the owner has exited, merges at once. */
function queueForOwner(address: Address): void {
  const owner = H[(address >> 2) + Header.OWNER] >>> OwnerWord.OWNER_SHIFT;
  const state = owner === 0 ? 0 : H[(H[MACHINE + Machine.THREAD_TABLE] >> 2) + owner];
  if (state === 0 || ownerGone(state)) {
    mergeQueuedObject(address);
    return;
  }
  if (boot.stats) addStat(Stat.QUEUED, 1);
  const node = takeBlock(MergeNode.BYTES, true);
  const head = (state >> 2) + Thread.MERGE_QUEUE;
  H[(node >> 2) + MergeNode.OBJECT] = address;
  for (;;) {
    const first = atomicLoad(H, head);
    H[(node >> 2) + MergeNode.NEXT] = first;
    if (compareExchange(H, head, first, node) === first) break;
  }
  atomicOr(H, (state >> 2) + Thread.BREAKER, BreakerBit.MERGE);
  // The owner may have ended between the look and the push: whoever finds a dead owner serves its queue.
  if (ownerGone(state)) serveQueue(state);
}

function ownerGone(state: Address): boolean {
  const status = atomicLoad(H, (state >> 2) + Thread.STATUS);
  return status === ThreadStatus.FINISHED || status === ThreadStatus.FREE;
}

/** Merges an object that the queue holds one reference of, by its owner or for a dead one. */
function mergeQueuedObject(address: Address): void {
  if (boot.stats) addStat(Stat.MERGES, 1);
  const q = address >> 2;
  const local = H[q];
  H[q] = 0;
  clearOwner(q);
  mergeLocal(q, local - 1, address);
}

function serveQueue(state: Address): void {
  const head = (state >> 2) + Thread.MERGE_QUEUE;
  for (;;) {
    let node = atomicLoad(H, head);
    if (node === 0) return;
    if (compareExchange(H, head, node, 0) !== node) continue;
    while (node !== 0) {
      const next = H[(node >> 2) + MergeNode.NEXT];
      const object = H[(node >> 2) + MergeNode.OBJECT];
      giveBlock(node, MergeNode.BYTES, true);
      mergeQueuedObject(object);
      node = next;
    }
  }
}

/** PEP 703, _Py_TryIncRefShared: fails on a count of zero and on objects not yet shareable. */
function tryIncref(value: Value): boolean {
  if (value & 1) return true;
  const q = value >> 2;
  const local = (H[q] + 1) | 0;
  if (local === 0) return true;
  if (((H[q + Header.OWNER] ^ H[CURRENT_OWNER]) & OWNER_MASK) === 0) {
    H[q] = local;
    return true;
  }
  const index = q + Header.REF_SHARED;
  for (;;) {
    const shared = atomicLoad(H, index);
    if (shared === Shared.DEFAULT || shared === Shared.MERGED) return false;
    if (compareExchange(H, index, shared, shared + Shared.ONE) === shared) return true;
  }
}

function increfShareable(value: Value): void {
  if (value & 1) return;
  const q = value >> 2;
  if (H[q] === UNCOUNTED || ((H[q + Header.OWNER] ^ H[CURRENT_OWNER]) & OWNER_MASK) === 0) {
    incref(value);
    return;
  }
  const index = q + Header.REF_SHARED;
  for (;;) {
    const shared = atomicLoad(H, index);
    const state = shared & Shared.STATE_MASK;
    const next = (shared + Shared.ONE) | (state === Shared.DEFAULT ? Shared.MAYBE_WEAKREF : 0);
    if (compareExchange(H, index, shared, next) === shared) return;
  }
}

function countOf(address: Address): number {
  const q = address >> 2;
  if (H[q] === UNCOUNTED) return 0xffffffff;
  return H[q] + (atomicLoad(H, q + Header.REF_SHARED) >> 2);
}

export const biasedCounts: CountStrategy = {
  name: 'biased',
  traced: false,
  biased: true,
  initHeader,
  incref,
  decref,
  tryIncref,
  increfShareable,
  countOf,
  isUnique(address) {
    const q = address >> 2;
    return (
      (H[q] === 1 &&
        ((H[q + Header.OWNER] ^ H[CURRENT_OWNER]) & OWNER_MASK) === 0 &&
        H[q + Header.REF_SHARED] === 0) ||
      (H[q] === 0 && atomicLoad(H, q + Header.REF_SHARED) === Shared.ONE + Shared.MERGED)
    );
  },
  makeImmortal(address) {
    H[address >> 2] = UNCOUNTED;
    H[(address >> 2) + Header.OWNER] |= GcBit.FROZEN;
  },
  makeDeferred(address) {
    H[address >> 2] = UNCOUNTED;
    H[(address >> 2) + Header.OWNER] |= GcBit.DEFERRED;
  },
  mergeQueued() {
    const state = H[CURRENT_THREAD];
    // An object queued after this is announced again: the bit is cleared before the queue is read.
    atomicStore(
      H,
      (state >> 2) + Thread.MERGE_QUEUE,
      atomicLoad(H, (state >> 2) + Thread.MERGE_QUEUE),
    );
    serveQueue(state);
  },
  source: {
    names: { atomicAdd, decref },
    incref: (v, tagged) =>
      guarded(
        v,
        tagged,
        `{ const n = (H[${v} >> 2] + 1) | 0; if (n !== 0) { if (${isOwn(v)}) H[${v} >> 2] = n; else atomicAdd(H, (${v} >> 2) + 1, ${Shared.ONE}); } }`,
      ),
    // One way in line and one call: less text for V8, which then takes in more of what is called.
    decref: (v, tagged, free) =>
      guarded(
        v,
        tagged,
        `{ const n = H[${v} >> 2]; if (n > 1 && ${isOwn(v)}) H[${v} >> 2] = n - 1; else ${released(v, free)} }`,
      ),
    // While there has been one thread only; later somebody may be reading without a lock.
    onlyReference: (v) =>
      `H[${MACHINE + Machine.PARALLEL}] === 0 && H[${v} >> 2] === 1 && H[(${v} >> 2) + ${Header.REF_SHARED}] === 0`,
    // The count of such an object never changes again.
    uncounted: (address) => H[address >> 2] === UNCOUNTED,
    initHeader: (target, type) => headerText(target, type, true),
  },
};

const isOwn = (value: string): string =>
  `((H[(${value} >> 2) + ${Header.OWNER}] ^ H[${CURRENT_OWNER}]) & ${OWNER_MASK}) === 0`;

/** What is not counted never comes to the free text: its count is not 1. */
const released = (v: string, free: string | undefined): string =>
  free === undefined
    ? `if (n !== ${UNCOUNTED}) decref(${v});`
    : `if (n === 1 && ${isOwn(v)} && H[(${v} >> 2) + ${Header.REF_SHARED}] === 0) { H[${v} >> 2] = 0; ${free} } else if (n !== ${UNCOUNTED}) decref(${v});`;
