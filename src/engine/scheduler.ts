// What a worker does: takes a runnable thread, runs it until it finishes, waits or makes room, and looks
// for the next one. Idle workers sleep, at most until the next deadline of a waiting thread; which of them
// is woken for a thread stands in runtime/idleWorkers.ts.
//
// The first thread to find that nobody will ever run again reports the deadlock.

import { attach, detach, exclusive, resumeSections, suspendSections } from '../executors/policy.ts';
import {
  type Address,
  Machine,
  Thread,
  ThreadStatus,
  WaitResult,
  type WordIndex,
} from '../heap/layout.ts';
import { CURRENT_OWNER, CURRENT_THREAD, H, MACHINE } from '../heap/memory.ts';
import { runThread } from '../interpreter/runner.ts';
import {
  becomeBusy,
  becomeIdle,
  isForOthers,
  pullThread,
  sleepIdle,
} from '../runtime/idleWorkers.ts';
import { Exit } from '../runtime/steps/exit.ts';
import { lockScheduler, unlockScheduler } from '../runtime/threads.ts';
import {
  deadlockFound,
  dequeue,
  enqueue,
  expire,
  isDeadlocked,
  isWaiting,
  nowMilliseconds,
  settle,
  wake,
  workerArrived,
} from '../runtime/waiting.ts';
import { atomicLoad } from '../sync/atomics.ts';
import { continueMain } from './mainThread.ts';
import { finishThread } from './threadEnd.ts';

/** What the scheduler tells the engine. */
export interface SchedulerEvents {
  /** The main thread has ended; the program is over. */
  readonly programEnded: () => void;
}

/** Longest sleep of an idle worker that must watch deadlines or interrupts, milliseconds. */
const IDLE_MAX = 60_000;
/**
 * How long, in milliseconds, an idle worker leaves a thread to the warmer one that was called for it, and
 * threads that run on colder ones to them.
 */
const FIRST_REST = 2;

/** Serves threads for ever; returns when the machine stops. */
export function serveThreads(events: SchedulerEvents): void {
  workerArrived();
  while (H[MACHINE + Machine.STOPPING] === 0) {
    const state = nextThread();
    if (state !== 0) runOn(state >> 2, events);
  }
}

/** The next runnable thread, taken out of the queue; 0 if the machine stops. */
function nextThread(): Address {
  for (let rests = 0; ; rests++) {
    lockScheduler();
    serveInterrupt();
    const wait = H[MACHINE + Machine.TIMED_HEAD] === 0 ? Infinity : expire(nowMilliseconds());
    const state = rests === 0 && isForOthers() ? 0 : dequeue();
    if (state !== 0) {
      H[(state >> 2) + Thread.STATUS] = ThreadStatus.RUNNING;
      unlockScheduler();
      return state;
    }
    if (H[MACHINE + Machine.STOPPING] !== 0) {
      unlockScheduler();
      return 0;
    }
    rest(rests === 0 ? Math.min(wait, FIRST_REST) : Math.min(wait, IDLE_MAX), rests === 1);
  }
}

/** Sleeps until it is called. Called under SCHED_LOCK, which it gives up. */
function rest(milliseconds: number, pulls: boolean): void {
  const stuck = isDeadlocked();
  becomeIdle();
  if (pulls && !exclusive) pullThread();
  // Asked for after the last look and before this worker could be called.
  const interrupted = isInterruptDue();
  unlockScheduler();
  if (stuck) deadlockFound.report();
  if (!interrupted) sleepIdle(milliseconds);
  lockScheduler();
  becomeBusy();
  unlockScheduler();
}

const isInterruptDue = (): boolean =>
  atomicLoad(H, MACHINE + Machine.INTERRUPTED) !== 0 &&
  isWaiting(H[MACHINE + Machine.MAIN_THREAD] >> 2);

/** Ctrl-C reaches a main thread that waits. Under SCHED_LOCK. */
function serveInterrupt(): void {
  if (isInterruptDue()) wake(H[MACHINE + Machine.MAIN_THREAD] >> 2, WaitResult.INTERRUPTED);
}

function makeCurrent(thread: WordIndex): void {
  H[CURRENT_THREAD] = thread << 2;
  H[CURRENT_OWNER] = H[thread + Thread.SLOT] << 16;
}

/** Runs a thread on this worker until it leaves it. */
function runOn(thread: WordIndex, events: SchedulerEvents): void {
  makeCurrent(thread);
  attach();
  resumeSections();
  for (;;) {
    const exit = runThread(thread);
    if (exit === Exit.BLOCKED || exit === Exit.SUSPENDED) {
      putAside(thread, exit);
      return;
    }
    if (H[thread + Thread.IS_MAIN] !== 0) {
      if (continueMain(thread, exit === Exit.RAISED)) continue;
      H[MACHINE + Machine.STOPPING] = 1;
      events.programEnded();
      return;
    }
    finish(thread, exit === Exit.RAISED);
    return;
  }
}

function putAside(thread: WordIndex, exit: Exit): void {
  suspendSections();
  detach();
  H[CURRENT_THREAD] = 0;
  if (exit === Exit.BLOCKED) settle(thread);
  else {
    lockScheduler();
    enqueue(thread);
    unlockScheduler();
  }
}

/** A thread other than the main one has left its bottom frame. */
function finish(thread: WordIndex, raised: boolean): void {
  finishThread(thread, raised);
  detach();
  H[CURRENT_THREAD] = 0;
  lockScheduler();
  H[thread + Thread.STATUS] = ThreadStatus.FREE;
  unlockScheduler();
}
