// Which idle worker gets the next thread: the one with the lowest number. V8 compiles for each worker by
// itself, so a worker is the faster the longer it has run Python; threads that may run anywhere keep to the
// first workers, which are warm, and leave the last ones cold.
//
//   Worker.STATE   BUSY    runs a thread, or looks for one
//                  IDLE    sleeps on this word                   -> CALLED by who enqueues; BUSY by itself
//                  CALLED  is to look for a thread, and may be on its way        -> BUSY by itself
//
// Written under SCHED_LOCK, but for the host's calls (host/node/signals.ts), which therefore are atomic.

import { BreakerBit, Machine, Region, Thread, Worker, WorkerState } from '../heap/layout.ts';
import { H, MACHINE, WORKER } from '../heap/memory.ts';
import {
  atomicLoad,
  atomicOr,
  atomicStore,
  compareExchange,
  park,
  unpark,
} from '../sync/atomics.ts';

const MY_STATE = WORKER + Worker.STATE;

const wordOf = (worker: number, word: Worker): number =>
  ((Region.WORKERS + worker * Region.WORKER_BYTES) >> 2) + word;

/** This worker serves from now on. Under SCHED_LOCK. */
export function joinWorkers(): void {
  const count = H[WORKER + Worker.INDEX] + 1;
  if (H[MACHINE + Machine.WORKER_COUNT] < count) H[MACHINE + Machine.WORKER_COUNT] = count;
}

/** Calls an idle worker, if there is one. Under SCHED_LOCK. */
export function callWorker(): void {
  const count = H[MACHINE + Machine.WORKER_COUNT];
  for (let worker = 0; worker < count; worker++) {
    const state = wordOf(worker, Worker.STATE);
    if (compareExchange(H, state, WorkerState.IDLE, WorkerState.CALLED) !== WorkerState.IDLE)
      continue;
    unpark(H, state, 1);
    return;
  }
}

/** All runnable threads are for workers with lower numbers, which have been called. Under SCHED_LOCK. */
export function isForOthers(): boolean {
  let left = H[MACHINE + Machine.RUN_COUNT];
  if (left === 0) return false;
  for (let worker = H[WORKER + Worker.INDEX] - 1; worker >= 0 && left > 0; worker--) {
    if (atomicLoad(H, wordOf(worker, Worker.STATE)) === WorkerState.CALLED) left--;
  }
  return left === 0;
}

/** This worker can be called. Under SCHED_LOCK; publishes what `sleepIdle` waits on. */
export function becomeIdle(): void {
  atomicStore(H, MY_STATE, WorkerState.IDLE);
  H[MACHINE + Machine.IDLE_WORKERS] += 1;
}

/** Sleeps until it is called, `milliseconds` at most. Without SCHED_LOCK. */
export const sleepIdle = (milliseconds: number): void => {
  park(H, MY_STATE, WorkerState.IDLE, milliseconds);
};

/** The end of `becomeIdle`. Under SCHED_LOCK. */
export function becomeBusy(): void {
  atomicStore(H, MY_STATE, WorkerState.BUSY);
  H[MACHINE + Machine.IDLE_WORKERS] -= 1;
}

/**
 * Asks a thread that runs on a worker with a higher number to leave it at its next safepoint: it goes to
 * the run queue, and from there to the idle worker with the lowest number. Under SCHED_LOCK.
 */
export function pullThread(): void {
  const mine = H[WORKER + Worker.INDEX];
  for (let worker = H[MACHINE + Machine.WORKER_COUNT] - 1; worker > mine; worker--) {
    const thread = H[wordOf(worker, Worker.THREAD)] >> 2;
    // Native code below a thread would keep it there.
    if (thread === 0 || H[thread + Thread.NATIVE_DEPTH] !== 0) continue;
    atomicOr(H, thread + Thread.BREAKER, BreakerBit.TIME_SLICE);
    return;
  }
}
