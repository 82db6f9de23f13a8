// Orders to running threads, written into the heap: a worker that runs Python never looks at its
// event loop, only at its thread's breaker word (at safepoints) and at its wake word (when it waits).
//
// Everything here runs on the coordinator beside the workers, so each store is atomic, and nothing may
// rely on the machine having got as far as making its thread table: a zero there means "not yet".

import {
  BreakerBit,
  Machine,
  Region,
  Thread,
  ThreadStatus,
  Worker,
  WorkerState,
} from '../../heap/layout.ts';
import {
  atomicAdd,
  atomicLoad,
  atomicOr,
  atomicStore,
  compareExchange,
  unpark,
} from '../../sync/atomics.ts';

const MACHINE = Region.MACHINE >> 2;

/**
 * Asks the main thread for a KeyboardInterrupt, also when it is blocked. Before there is a main thread
 * the request waits in Machine.INTERRUPTED.
 */
export function interruptMachine(words: Int32Array): void {
  atomicStore(words, MACHINE + Machine.INTERRUPTED, 1);
  const state = atomicLoad(words, MACHINE + Machine.MAIN_THREAD) >> 2;
  if (state === 0) return;
  atomicOr(words, state + Thread.BREAKER, BreakerBit.INTERRUPT);
  atomicAdd(words, state + Thread.WAKE, 1);
  unpark(words, state + Thread.WAKE, Number.POSITIVE_INFINITY);
  // A main thread that waits may sit on no worker: then an idle one finds the request and wakes it.
  callAllIdle(words);
}

function callAllIdle(words: Int32Array): void {
  for (let worker = 0; worker < Region.WORKER_MAX; worker++) {
    const state = ((Region.WORKERS + worker * Region.WORKER_BYTES) >> 2) + Worker.STATE;
    compareExchange(words, state, WorkerState.IDLE, WorkerState.CALLED);
    unpark(words, state, 1);
  }
}

/** While threads wait for a worker, asks all running ones to give theirs up. Called every 10 ms. */
export function sliceTime(words: Int32Array): void {
  if (atomicLoad(words, MACHINE + Machine.RUN_COUNT) <= 0) return;
  const table = atomicLoad(words, MACHINE + Machine.THREAD_TABLE) >> 2;
  const slots = atomicLoad(words, MACHINE + Machine.THREAD_SLOTS);
  if (table === 0) return;
  for (let slot = 1; slot < slots; slot++) {
    const state = atomicLoad(words, table + slot) >> 2;
    if (state === 0) continue;
    if (atomicLoad(words, state + Thread.STATUS) !== ThreadStatus.RUNNING) continue;
    atomicOr(words, state + Thread.BREAKER, BreakerBit.TIME_SLICE);
  }
}
