// Python threads as data: making a thread state, starting it, ending it. Which worker runs it when is
// the scheduler's business (engine/scheduler.ts); how it waits is in waiting.ts.

import { allocateRaw, decref } from '../executors/policy.ts';
import { THREAD_SLOTS_MAX } from '../heap/initialize.ts';
import { type Address, Machine, Thread, ThreadStatus, type WordIndex } from '../heap/layout.ts';
import { F64, H, MACHINE } from '../heap/memory.ts';
import { raise } from '../objects/raise.ts';
import { atomicAdd, atomicStore } from '../sync/atomics.ts';
import { lockMutex, unlockMutex } from '../sync/mutex.ts';
import { closeStack, openStack } from './stack.ts';

const LOCK = MACHINE + Machine.SCHED_LOCK;

export const lockScheduler = (): void => lockMutex(H, LOCK);
export const unlockScheduler = (): void => unlockMutex(H, LOCK);

/** Address of the state in a slot, 0 if the slot was never used. */
export const threadState = (slot: number): Address =>
  H[(H[MACHINE + Machine.THREAD_TABLE] >> 2) + slot];
export const slotCount = (): number => H[MACHINE + Machine.THREAD_SLOTS];

/** A new thread state, status CREATED, with an empty stack. Raises RuntimeError when there are too many. */
export function newThread(): Address {
  lockScheduler();
  const slot = freeSlot();
  unlockScheduler();
  if (slot < 0) return raise('RuntimeError', "can't start new thread");
  const state = threadState(slot);
  const q = state >> 2;
  H.fill(0, q + 3, q + Thread.STATS);
  // Statistics add up over all threads that had the slot.
  H[q + Thread.SLOT] = slot;
  H[q + Thread.BREAKER] = 0;
  H[q + Thread.IDENT] = atomicAdd(H, MACHINE + Machine.THREAD_NUMBER, 1) + 1;
  openStack(q);
  return state;
}

/** A free slot, claimed by status CREATED; -1 if all are taken. Under SCHED_LOCK. */
function freeSlot(): number {
  const table = H[MACHINE + Machine.THREAD_TABLE] >> 2;
  const used = H[MACHINE + Machine.THREAD_SLOTS];
  for (let i = Math.max(1, used - FREE_SEARCH_MAX); i < used; i++) {
    const state = H[table + i] >> 2;
    if (H[state + Thread.STATUS] === ThreadStatus.FREE) {
      H[state + Thread.STATUS] = ThreadStatus.CREATED;
      return i;
    }
  }
  if (used >= THREAD_SLOTS_MAX) return -1;
  const state = allocateRaw(Thread.WORDS * 4);
  H.fill(0, state >> 2, (state >> 2) + Thread.WORDS);
  H[(state >> 2) + Thread.STATUS] = ThreadStatus.CREATED;
  H[table + used] = state;
  atomicStore(H, MACHINE + Machine.THREAD_SLOTS, used + 1);
  return used;
}

/** Slots looked at for reuse before a new one is taken. */
const FREE_SEARCH_MAX = 64;

/** The thread has run its last bytecode: its stack goes, its slot is free. Its worker still runs it. */
export function endThread(thread: WordIndex): void {
  for (const field of [Thread.HANDLED, Thread.PENDING, Thread.DICT]) {
    const value = H[thread + field];
    H[thread + field] = 0;
    if (value !== 0) decref(value);
  }
  closeStack(thread);
}

/** Deadline of a wait in milliseconds of the monotonic clock, 0 for none. */
export const deadlineOf = (thread: WordIndex): number => F64[(thread + Thread.WAIT_DEADLINE) >> 1];
export const setDeadline = (thread: WordIndex, milliseconds: number): void => {
  F64[(thread + Thread.WAIT_DEADLINE) >> 1] = milliseconds;
};
