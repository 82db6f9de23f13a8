// How a thread waits and is woken. All under SCHED_LOCK, except the words a fast path owns.
//
//   native:    finds that it must wait: `beginWait` puts the thread into a queue, status BLOCKING, and
//              the native returns BLOCKED
//   worker:    puts the thread aside: `settle` makes it BLOCKED, or RUNNABLE if it was woken meanwhile.
//              If native code lies below it, the worker itself waits (`waitInPlace`, status PARKED)
//   waker:     `wake` takes it out of the queue: into the run queue, or its worker is notified
//   native:    is called again, and reads how the wait ended: `takeWaitResult`
//
// ACTIVE_COUNT counts threads that are not waiting, TIMED_COUNT waiting ones with a deadline or an
// outside event. When both are 0 and threads live, nobody will ever wake: a deadlock.

import { attach, detach, resumeSections, suspendSections } from '../executors/policy.ts';
import { boot } from '../heap/boot.ts';
import {
  type Address,
  BreakerBit,
  Machine,
  Thread,
  ThreadStatus,
  type WaitKind,
  WaitResult,
  type WordIndex,
} from '../heap/layout.ts';
import { CURRENT_THREAD, H, MACHINE } from '../heap/memory.ts';
import { raise } from '../objects/raise.ts';
import { atomicAdd, atomicAnd, atomicLoad, park, unpark } from '../sync/atomics.ts';
import { host } from './hostPort.ts';
import { callWorker, joinWorkers } from './idleWorkers.ts';
import { deadlineOf, lockScheduler, setDeadline, unlockScheduler } from './threads.ts';

const current = (): WordIndex => H[CURRENT_THREAD] >> 2;

/** Milliseconds of the clock that deadlines are in. */
export const nowMilliseconds = (): number => host.monotonic() * 1000;

/**
 * How the wait ended that the running native is called again after; NONE if this is its first call.
 * Raises KeyboardInterrupt if it was Ctrl-C that ended it.
 */
export function takeWaitResult(): WaitResult {
  const thread = current();
  const result = H[thread + Thread.WAIT_RESULT];
  H[thread + Thread.WAIT_RESULT] = WaitResult.NONE;
  if (result === WaitResult.INTERRUPTED) {
    atomicAnd(H, thread + Thread.BREAKER, ~BreakerBit.INTERRUPT);
    H[MACHINE + Machine.INTERRUPTED] = 0;
    raise('KeyboardInterrupt');
  }
  return result;
}

/**
 * Puts the running thread into a wait queue (head at word `queue`, 0 for none). Call under SCHED_LOCK;
 * the native then returns BLOCKED.
 * @param deadline milliseconds of the monotonic clock; 0 waits for ever
 */
export function beginWait(
  queue: WordIndex,
  kind: WaitKind,
  object: Address,
  deadline: number,
): void {
  const thread = current();
  H[thread + Thread.WAIT_KIND] = kind;
  H[thread + Thread.WAIT_OBJECT] = object;
  H[thread + Thread.WAIT_QUEUE] = queue;
  setDeadline(thread, deadline);
  if (queue !== 0) append(queue, thread);
  if (deadline !== 0) {
    H[thread + Thread.TIMED_NEXT] = H[MACHINE + Machine.TIMED_HEAD];
    H[MACHINE + Machine.TIMED_HEAD] = thread << 2;
    H[MACHINE + Machine.TIMED_COUNT] += 1;
  }
  H[MACHINE + Machine.ACTIVE_COUNT] -= 1;
  H[thread + Thread.STATUS] = ThreadStatus.BLOCKING;
}

function append(queue: WordIndex, thread: WordIndex): void {
  H[thread + Thread.NEXT] = 0;
  if (H[queue] === 0) {
    H[queue] = thread << 2;
    return;
  }
  let last = H[queue] >> 2;
  while (H[last + Thread.NEXT] !== 0) last = H[last + Thread.NEXT] >> 2;
  H[last + Thread.NEXT] = thread << 2;
}

/** Unlinks a thread from a list whose link is at `field`. */
function remove(head: WordIndex, thread: WordIndex, field: Thread): void {
  let link = head;
  while (H[link] !== 0 && H[link] >> 2 !== thread) link = (H[link] >> 2) + field;
  if (H[link] !== 0) H[link] = H[thread + field];
}

/** Ends a thread's wait. Under SCHED_LOCK; the thread is waiting. */
export function wake(thread: WordIndex, result: WaitResult): void {
  const queue = H[thread + Thread.WAIT_QUEUE];
  if (queue !== 0) remove(queue, thread, Thread.NEXT);
  if (deadlineOf(thread) !== 0) {
    remove(MACHINE + Machine.TIMED_HEAD, thread, Thread.TIMED_NEXT);
    H[MACHINE + Machine.TIMED_COUNT] -= 1;
  }
  H[thread + Thread.WAIT_QUEUE] = 0;
  H[thread + Thread.WAIT_OBJECT] = 0;
  H[thread + Thread.WAIT_KIND] = 0;
  H[thread + Thread.WAIT_RESULT] = result;
  H[MACHINE + Machine.ACTIVE_COUNT] += 1;
  const status = H[thread + Thread.STATUS];
  if (status === ThreadStatus.BLOCKED) enqueue(thread);
  else {
    // BLOCKING or PARKED: its worker looks at WAIT_RESULT, or sleeps on WAKE.
    atomicAdd(H, thread + Thread.WAKE, 1);
    unpark(H, thread + Thread.WAKE, 1);
  }
}

/** Wakes the first thread of a queue; false if it is empty. Under SCHED_LOCK. */
export function wakeFirst(queue: WordIndex): boolean {
  if (H[queue] === 0) return false;
  wake(H[queue] >> 2, WaitResult.WOKEN);
  return true;
}

export const isWaiting = (thread: WordIndex): boolean => {
  const status = H[thread + Thread.STATUS];
  return (
    (status === ThreadStatus.BLOCKED ||
      status === ThreadStatus.BLOCKING ||
      status === ThreadStatus.PARKED) &&
    H[thread + Thread.WAIT_RESULT] === WaitResult.NONE
  );
};

/** Puts a thread at the end of the run queue and wakes an idle worker. Under SCHED_LOCK. */
export function enqueue(thread: WordIndex): void {
  H[thread + Thread.STATUS] = ThreadStatus.RUNNABLE;
  H[thread + Thread.NEXT] = 0;
  const tail = H[MACHINE + Machine.RUN_TAIL];
  if (tail === 0) H[MACHINE + Machine.RUN_HEAD] = thread << 2;
  else H[(tail >> 2) + Thread.NEXT] = thread << 2;
  H[MACHINE + Machine.RUN_TAIL] = thread << 2;
  H[MACHINE + Machine.RUN_COUNT] += 1;
  callWorker();
  askForWorker();
}

/** One request at a time, if more threads want to run than workers are free. Under SCHED_LOCK. */
function askForWorker(): void {
  if (boot.simulated || H[MACHINE + Machine.WORKERS_WANTED] !== 0) return;
  if (H[MACHINE + Machine.RUN_COUNT] <= H[MACHINE + Machine.IDLE_WORKERS]) return;
  H[MACHINE + Machine.WORKERS_WANTED] = 1;
  crowded.report();
}

/** A new worker serves: more may be asked for. */
export function workerArrived(): void {
  lockScheduler();
  joinWorkers();
  H[MACHINE + Machine.WORKERS_WANTED] = 0;
  if (H[MACHINE + Machine.RUN_COUNT] > 1) askForWorker();
  unlockScheduler();
}

/** Takes the first runnable thread: its address, or 0. Under SCHED_LOCK. */
export function dequeue(): Address {
  const state = H[MACHINE + Machine.RUN_HEAD];
  if (state === 0) return 0;
  const next = H[(state >> 2) + Thread.NEXT];
  H[MACHINE + Machine.RUN_HEAD] = next;
  if (next === 0) H[MACHINE + Machine.RUN_TAIL] = 0;
  H[MACHINE + Machine.RUN_COUNT] -= 1;
  return state;
}

/** Takes a thread out of the run queue that is not its first. Under SCHED_LOCK. */
export function removeRunnable(thread: WordIndex): void {
  remove(MACHINE + Machine.RUN_HEAD, thread, Thread.NEXT);
  H[MACHINE + Machine.RUN_COUNT] -= 1;
  let last = 0;
  for (let s = H[MACHINE + Machine.RUN_HEAD]; s !== 0; s = H[(s >> 2) + Thread.NEXT]) last = s;
  H[MACHINE + Machine.RUN_TAIL] = last;
}

/** The worker puts a BLOCKING thread aside; it may have been woken already. */
export function settle(thread: WordIndex): void {
  lockScheduler();
  if (H[thread + Thread.STATUS] === ThreadStatus.BLOCKING) {
    if (H[thread + Thread.WAIT_RESULT] !== WaitResult.NONE) enqueue(thread);
    else H[thread + Thread.STATUS] = ThreadStatus.BLOCKED;
  }
  unlockScheduler();
}

/** Wakes all threads whose deadline has passed; returns milliseconds to the next one, or Infinity. Under SCHED_LOCK. */
export function expire(now: number): number {
  let nearest = Infinity;
  for (let state = H[MACHINE + Machine.TIMED_HEAD]; state !== 0; ) {
    const thread = state >> 2;
    state = H[thread + Thread.TIMED_NEXT];
    const left = deadlineOf(thread) - now;
    if (left <= 0) wake(thread, WaitResult.TIMED_OUT);
    else nearest = Math.min(nearest, left);
  }
  return nearest;
}

/** True if no thread will ever run again. Under SCHED_LOCK. */
export const isDeadlocked = (): boolean =>
  H[MACHINE + Machine.ACTIVE_COUNT] === 0 &&
  H[MACHINE + Machine.TIMED_COUNT] === 0 &&
  H[MACHINE + Machine.LIVE_THREADS] > 0 &&
  H[MACHINE + Machine.STOPPING] === 0;

/** Called when the wait of this thread leaves nobody running; filled in by the engine. */
export const deadlockFound: { report: () => void } = { report: () => {} };

/** On the simulated machine a wait in place runs the other threads meanwhile; filled in by the simulator. */
export const simulatedWait: { run: (thread: WordIndex) => void } = { run: () => {} };

/** Asks for one more worker; filled in by the engine. */
export const crowded: { report: () => void } = { report: () => {} };

/** Waits on this worker until the BLOCKING thread is woken: native code below it cannot be put aside. */
export function waitInPlace(): void {
  const thread = current();
  suspendSections();
  detach();
  lockScheduler();
  if (H[thread + Thread.WAIT_RESULT] === WaitResult.NONE)
    H[thread + Thread.STATUS] = ThreadStatus.PARKED;
  const stuck = isDeadlocked();
  unlockScheduler();
  if (stuck) deadlockFound.report();
  if (boot.simulated) simulatedWait.run(thread);
  while (H[thread + Thread.WAIT_RESULT] === WaitResult.NONE) sleepParked(thread);
  H[thread + Thread.STATUS] = ThreadStatus.RUNNING;
  attach();
  resumeSections();
}

function sleepParked(thread: WordIndex): void {
  const seen = atomicLoad(H, thread + Thread.WAKE);
  if (H[thread + Thread.WAIT_RESULT] !== WaitResult.NONE) return;
  const deadline = deadlineOf(thread);
  const left = deadline === 0 ? Infinity : deadline - nowMilliseconds();
  if (left > 0) park(H, thread + Thread.WAKE, seen, left);
  lockScheduler();
  if (H[thread + Thread.WAIT_RESULT] === WaitResult.NONE) {
    if ((atomicLoad(H, thread + Thread.BREAKER) & (BreakerBit.INTERRUPT | BreakerBit.KILL)) !== 0) {
      wake(thread, WaitResult.INTERRUPTED);
    } else if (deadline !== 0 && deadline <= nowMilliseconds()) wake(thread, WaitResult.TIMED_OUT);
  }
  unlockScheduler();
}
