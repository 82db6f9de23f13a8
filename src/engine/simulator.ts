// The simulated scheduler (`--seed N`): one loop steps all threads. After a random number of bytecodes
// the running thread is asked to make room: at once where the executor lets threads run in parallel, at
// its next safepoint where only one may run. Random numbers come from one generator with the given seed,
// time from the simulated clock, so equal seeds give equal runs.

import { exclusive, mergeQueued, quiesce } from '../executors/policy.ts';
import { historyHooks } from '../executors/strategies/countHistory.ts';
import { boot } from '../heap/boot.ts';
import {
  BreakerBit,
  Machine,
  Thread,
  ThreadStatus,
  type Value,
  WaitResult,
  type WordIndex,
} from '../heap/layout.ts';
import { bug, CURRENT_OWNER, CURRENT_THREAD, H, MACHINE } from '../heap/memory.ts';
import { budget } from '../interpreter/execute.ts';
import { runThread } from '../interpreter/runner.ts';
import { Exit } from '../runtime/steps/exit.ts';
import { Killed } from '../runtime/steps/safepoint.ts';
import { lockScheduler, unlockScheduler } from '../runtime/threads.ts';
import {
  deadlockFound,
  enqueue,
  expire,
  isDeadlocked,
  nowMilliseconds,
  removeRunnable,
  settle,
  simulatedWait,
} from '../runtime/waiting.ts';
import { atomicOr } from '../sync/atomics.ts';
import { continueMain } from './mainThread.ts';
import type { SchedulerEvents } from './scheduler.ts';
import { simulatedClock } from './simulatedClock.ts';
import { finishThread } from './threadEnd.ts';

/** Mean number of bytecodes before another thread may be chosen. */
const SLICE_MEAN = 40;
/** One in so many plain count operations is cut between its load and its store. */
const CUT_ONE_IN = 300;

/** xorshift32 (G. Marsaglia, "Xorshift RNGs", 2003), from a nonzero state mixed out of the seed. */
function generator(seed: number): () => number {
  let x = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ (seed >>> 13) ^ 0x27d4eb2f) | 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) / 0x100000000;
  };
}

/** A count whose new value has been computed and not yet stored. */
interface PendingStore {
  readonly thread: WordIndex;
  readonly value: Value;
  readonly count: number;
}

export function simulate(events: SchedulerEvents): void {
  const random = generator(boot.seed);
  let pending: PendingStore | undefined;
  historyHooks.cut = (value, count) => {
    // Drawn only where a cut can matter: how many counts a program's start takes depends on its path.
    if (pending !== undefined || !othersRunnable() || random() * CUT_ONE_IN >= 1) return false;
    pending = { thread: H[CURRENT_THREAD] >> 2, value, count };
    budget.left = 0;
    return true;
  };
  const complete = (thread: WordIndex): void => {
    if (pending?.thread !== thread) return;
    H[pending.value >> 2] = pending.count;
    pending = undefined;
  };
  /** Runs one slice of some thread; false if there is none to run. */
  const step = (): boolean => {
    const thread = choose(random);
    if (thread === 0) return false;
    makeCurrent(thread);
    complete(thread);
    const slice = 1 + Math.floor(random() * 2 * SLICE_MEAN);
    budget.left = slice;
    const outcome = runSlice(thread);
    simulatedClock.ran(slice);
    if (outcome === Exit.FINISHED || outcome === Exit.RAISED) complete(thread);
    after(thread, outcome, events);
    return true;
  };
  simulatedWait.run = (thread) => runOthers(thread, step);
  while (H[MACHINE + Machine.STOPPING] === 0) {
    if (!step()) {
      deadlockFound.report();
      return;
    }
  }
}

/**
 * A thread waits with native code below it, which cannot be put aside: the others run above it. Waits
 * nest, so a thread below can go on only when those above it have.
 */
function runOthers(thread: WordIndex, step: () => boolean): void {
  while (H[thread + Thread.WAIT_RESULT] === WaitResult.NONE) {
    if (H[MACHINE + Machine.STOPPING] !== 0) throw new Killed();
    if (step()) continue;
    if (H[thread + Thread.WAIT_RESULT] !== WaitResult.NONE) break;
    if (isDeadlocked()) {
      deadlockFound.report();
      throw new Killed();
    }
    bug('a simulated thread waits inside native code for one that waits below it');
  }
  makeCurrent(thread);
  budget.left = 1 + 2 * SLICE_MEAN;
}

const othersRunnable = (): boolean => H[MACHINE + Machine.RUN_COUNT] > 0;

/** Runs until the budget is used up and the executor lets the thread go. */
function runSlice(thread: WordIndex): Exit {
  for (;;) {
    const exit = runThread(thread);
    if (exit !== Exit.SUSPENDED || !exclusive || !othersRunnable()) return exit;
    // Only one may run: it is asked to let go, and goes on to its next safepoint.
    const word = thread + Thread.BREAKER;
    if (atSafepoint(thread)) return exit;
    atomicOr(H, word, BreakerBit.GIL_DROP);
    budget.left = 1_000_000;
  }
}

/** The thread stopped because its safepoint served the request, not because the budget ran out. */
const atSafepoint = (_thread: WordIndex): boolean => budget.left >= 0;

function choose(random: () => number): WordIndex {
  lockScheduler();
  try {
    for (;;) {
      const wait = H[MACHINE + Machine.TIMED_HEAD] === 0 ? Infinity : expire(nowMilliseconds());
      const count = H[MACHINE + Machine.RUN_COUNT];
      if (count > 0) return pick(Math.floor(random() * count));
      if (isDeadlocked() || wait === Infinity) return 0;
      simulatedClock.jump(wait);
    }
  } finally {
    unlockScheduler();
  }
}

function pick(index: number): WordIndex {
  let state = H[MACHINE + Machine.RUN_HEAD];
  for (let i = 0; i < index; i++) state = H[(state >> 2) + Thread.NEXT];
  removeRunnable(state >> 2);
  H[(state >> 2) + Thread.STATUS] = ThreadStatus.RUNNING;
  return state >> 2;
}

function makeCurrent(thread: WordIndex): void {
  H[CURRENT_THREAD] = thread << 2;
  H[CURRENT_OWNER] = H[thread + Thread.SLOT] << 16;
  quiesce();
  if ((H[thread + Thread.BREAKER] & BreakerBit.MERGE) !== 0) {
    H[thread + Thread.BREAKER] &= ~BreakerBit.MERGE;
    mergeQueued();
  }
}

function after(thread: WordIndex, exit: Exit, events: SchedulerEvents): void {
  if (exit === Exit.BLOCKED) settle(thread);
  else if (exit === Exit.SUSPENDED) {
    lockScheduler();
    enqueue(thread);
    unlockScheduler();
  } else if (H[thread + Thread.IS_MAIN] !== 0) {
    if (continueMain(thread, exit === Exit.RAISED)) {
      lockScheduler();
      enqueue(thread);
      unlockScheduler();
      return;
    }
    H[MACHINE + Machine.STOPPING] = 1;
    events.programEnded();
  } else finish(thread, exit === Exit.RAISED);
}

function finish(thread: WordIndex, raised: boolean): void {
  finishThread(thread, raised);
  H[thread + Thread.STATUS] = ThreadStatus.FREE;
}
