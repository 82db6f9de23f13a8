// Runs threads and nested calls through tier 1: calls the loop, finds handlers for what is raised through
// it, and says why it stopped.

import { incref } from '../executors/policy.ts';
import { S } from '../heap/builtinTypes.ts';
import {
  type Address,
  Frame,
  GeneratorLayout,
  GeneratorState,
  Machine,
  Thread,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { bug, CURRENT_THREAD, H, MACHINE } from '../heap/memory.ts';
import { HeapExhausted, keepReserve, releaseReserve } from '../heap/pages.ts';
import { RAISED, raise, raising } from '../objects/raise.ts';
import { interpreter } from '../runtime/calls.ts';
import { Resumer } from '../runtime/generatorFrames.ts';
import { generatorRunner } from '../runtime/generatorResume.ts';
import { Exit } from '../runtime/steps/exit.ts';
import { resumeClaimed, resumeGenerator } from '../runtime/steps/generators.ts';
import { setContext, unwind } from '../runtime/steps/unwind.ts';
import { Left, NO_VALUE, TIERED, tier1, tier2 } from '../runtime/tiers.ts';
import { waitInPlace } from '../runtime/waiting.ts';
import { budget, execute } from './execute.ts';

/** Frames that generated code may nest; each takes up to 6 KiB of the worker's JavaScript stack. */
const NESTED_MAX = 4000;

/** What is left to the thread after something was thrown through the loop: ENTERED or RAISED. */
function caught(thread: WordIndex, error: unknown): Exit {
  if (error !== RAISED) becomePending(thread, error);
  setContext(thread, H[thread + Thread.PENDING]);
  return unwind(thread, true, 0) ? Exit.ENTERED : Exit.RAISED;
}

tier1.execute = execute;
tier1.caughtAbove = (thread, error, base) => {
  if (error !== RAISED) becomePending(thread, error);
  setContext(thread, H[thread + Thread.PENDING]);
  return unwind(thread, true, base);
};

/** Conditions of the host that Python has an exception for; everything else is ours and goes on. */
function becomePending(thread: WordIndex, error: unknown): void {
  if (error instanceof HeapExhausted) {
    const pages = releaseReserve();
    H[thread + Thread.PENDING] = raising.make('MemoryError', undefined);
    keepReserve(pages);
  } else if (error instanceof RangeError && /call stack/.test(error.message)) {
    H[thread + Thread.PENDING] = raising.make('RecursionError', 'maximum recursion depth exceeded');
  } else throw error;
}

/** Runs the current frame and what it calls, once: until it leaves, waits, pauses or raises. */
function step(thread: WordIndex): Exit {
  try {
    return execute(thread, 0);
  } catch (error) {
    return caught(thread, error);
  }
}

/** Runs the current frame, entered with Action.LEAVE, to its end: its owned value. */
function runToEnd(): Value {
  const thread = H[CURRENT_THREAD] >> 2;
  for (;;) {
    switch (step(thread)) {
      case Exit.LEFT: {
        const value: Value = H[thread + Thread.RESULT];
        H[thread + Thread.RESULT] = 0;
        return value;
      }
      case Exit.RAISED:
        throw RAISED;
      case Exit.BLOCKED:
        waitInPlace();
        break;
      case Exit.SUSPENDED:
        // Nobody can be switched to while native code waits for this value.
        budget.left = 1000;
        break;
      case Exit.ENTERED:
        break;
      default:
        bug('a nested frame ended its thread');
    }
  }
}

/** As runToEnd, for a fresh frame: its generated code is run without a loop around it, if it has any. */
function runFresh(fp: WordIndex): Value {
  if (!TIERED) return runToEnd();
  const thread = H[CURRENT_THREAD] >> 2;
  let answer: Value;
  try {
    answer = tier2.runFrame(thread, fp);
  } catch (error) {
    if (caught(thread, error) === Exit.RAISED) throw RAISED;
    return runToEnd();
  }
  if (answer === Left.RAISED) throw RAISED;
  if (answer === Left.STAY) return runToEnd();
  const exit: Exit = H[thread + Thread.EXIT];
  if (exit === Exit.LEFT) {
    const value: Value = H[thread + Thread.RESULT];
    H[thread + Thread.RESULT] = 0;
    return value;
  }
  if (exit === Exit.RAISED) throw RAISED;
  if (exit === Exit.BLOCKED) waitInPlace();
  return runToEnd();
}

interpreter.runFrame = runFresh;
interpreter.waitNested = waitInPlace;

/** Runs a thread until it has finished, raised to its bottom, blocked, or must make room for another. */
export function runThread(
  thread: WordIndex,
): Exit.FINISHED | Exit.RAISED | Exit.BLOCKED | Exit.SUSPENDED {
  for (;;) {
    H[thread + Thread.DEPTH_LIMIT] = Math.min(
      H[MACHINE + Machine.RECURSION_LIMIT],
      H[thread + Thread.DEPTH] + NESTED_MAX,
    );
    const exit = step(thread);
    switch (exit) {
      case Exit.FINISHED:
      case Exit.RAISED:
      case Exit.BLOCKED:
      case Exit.SUSPENDED:
        return exit;
      case Exit.ENTERED:
        break;
      default:
        bug(`a thread's bottom frame ended with exit ${exit}`);
    }
  }
}

/** Resumes a generator for a native: the owned value it yields; 0 if it returned (value in Thread.RESULT). */
generatorRunner.resume = (generator: Address, state: GeneratorState, value: Value): Value => {
  const thread = H[CURRENT_THREAD] >> 2;
  if (H[thread + Thread.DEPTH] >= H[MACHINE + Machine.RECURSION_LIMIT]) {
    H[(generator >> 2) + GeneratorLayout.STATE] = state;
    raise('RecursionError', 'maximum recursion depth exceeded');
  }
  incref(value);
  const fp = resumeClaimed(thread, generator, Resumer.NATIVE, value);
  const top = H[thread + Thread.TOP];
  H[thread + Thread.NATIVE_DEPTH] += 1;
  let answer: Value;
  try {
    answer = tier2.resume(thread, fp);
  } catch (error) {
    return generatorRunner.caught(thread, generator, top, error);
  }
  if ((answer & NO_VALUE) === 0) return generatorRunner.settle(thread, generator, top, answer);
  H[thread + Thread.NATIVE_DEPTH] -= 1;
  H[thread + Thread.TOP] = top;
  return answer;
};

generatorRunner.caught = (thread, generator, top, error) => {
  const answer = caught(thread, error) === Exit.RAISED ? Left.RAISED : Left.STAY;
  return generatorRunner.settle(thread, generator, top, answer);
};

generatorRunner.settle = (thread, generator, top, answer) => {
  try {
    if (answer === Left.DONE) return 0;
    if (answer === Left.RAISED) throw RAISED;
    if (answer === Left.THREAD) {
      const exit: Exit = H[thread + Thread.EXIT];
      if (exit === Exit.RAISED) throw RAISED;
      if (exit === Exit.LEFT) return takeYielded(thread, generator);
      if (exit === Exit.BLOCKED) waitInPlace();
    }
    return toYield(thread, generator);
  } finally {
    H[thread + Thread.NATIVE_DEPTH] -= 1;
    H[thread + Thread.TOP] = top;
  }
};

/** The frame came to its next yield, or its end, in tier 1. */
function takeYielded(thread: WordIndex, generator: Address): Value {
  if (H[(generator >> 2) + GeneratorLayout.STATE] === GeneratorState.FINISHED) return 0;
  const value: Value = H[thread + Thread.RESULT];
  H[thread + Thread.RESULT] = 0;
  return value;
}

/** Raises Thread.PENDING at the place where the generator is suspended. */
generatorRunner.throwInto = (generator: Address): Value => {
  const thread = H[CURRENT_THREAD] >> 2;
  const pending = H[thread + Thread.PENDING];
  H[thread + Thread.PENDING] = 0;
  const fp = resumeGenerator(thread, generator, Resumer.NATIVE, S.NONE);
  // Nothing was sent: the exception stands for the value.
  H[fp + Frame.SP] -= 1;
  H[thread + Thread.PENDING] = pending;
  if (!unwind(thread, true, 0)) throw RAISED;
  return runGenerator(thread, generator);
};

function runGenerator(thread: WordIndex, generator: Address): Value {
  const top = H[thread + Thread.TOP];
  H[thread + Thread.NATIVE_DEPTH] += 1;
  try {
    return toYield(thread, generator);
  } finally {
    H[thread + Thread.NATIVE_DEPTH] -= 1;
    H[thread + Thread.TOP] = top;
  }
}

/** Runs a generator that is current to its next yield. */
function toYield(thread: WordIndex, generator: Address): Value {
  const value = runToEnd();
  if (H[(generator >> 2) + GeneratorLayout.STATE] !== GeneratorState.FINISHED) return value;
  H[thread + Thread.RESULT] = value;
  return 0;
}
