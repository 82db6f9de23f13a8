// Running a generator from native code: who may touch its frame, and what it returned.
//
// STATE says who may touch the frame: CREATED and SUSPENDED frames belong to nobody, and whoever sets
// RUNNING, under the generator's lock, owns the frame until it stops. So of two threads that resume one
// generator at a time the second gets ValueError, as in CPython. FINISHED is final; the frame's words are
// garbage then.

import { decref, lock, unlock } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  CodeLayout as C,
  Frame,
  GeneratorLayout as G,
  GeneratorState,
  Thread,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { bug, CURRENT_THREAD, H } from '../heap/memory.ts';
import { raise, raiseWith, typeError, valueError } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { generatorFrame } from './generatorFrames.ts';

/** What runs a generator's frame; filled in by the interpreter. */
export const generatorRunner: {
  /**
   * Runs the frame from where it stands, with `value` (borrowed) as what its yield gives: the next
   * yielded value, or 0 when it returned; what it returned is then in Thread.RESULT, owned. STATE is
   * RUNNING before, and SUSPENDED or FINISHED afterwards; `state` if the frame could not be entered.
   */
  resume: (generator: Address, state: GeneratorState, value: Value) => Value;
  /**
   * What a step comes to whose code has answered no value (tiers.ts): the value, or 0. `top` is Thread.TOP
   * from before, and Thread.NATIVE_DEPTH is counted down.
   */
  settle: (thread: WordIndex, generator: Address, top: WordIndex, answer: Value) => Value;
  /** Likewise where something was thrown through the frame. */
  caught: (thread: WordIndex, generator: Address, top: WordIndex, error: unknown) => Value;
  /** As `resume`, but raises the thread's pending exception where the frame stands. */
  throwInto: (generator: Address) => Value;
} = {
  resume: () => bug('no interpreter'),
  settle: () => bug('no interpreter'),
  caught: () => bug('no interpreter'),
  throwInto: () => bug('no interpreter'),
};

export const stateOf = (generator: Address): GeneratorState => H[(generator >> 2) + G.STATE];

/**
 * Makes this thread the one that runs the generator; the state it was in. A FINISHED one stays so.
 * Raises ValueError if it is running.
 */
export function takeFrame(generator: Address): GeneratorState {
  const word = (generator >> 2) + G.STATE;
  lock(generator);
  const state: GeneratorState = H[word];
  if (state !== GeneratorState.FINISHED) H[word] = GeneratorState.RUNNING;
  unlock(generator);
  return state === GeneratorState.RUNNING ? valueError('generator already executing') : state;
}

/** Runs a frame that was taken in `state`; the state comes back if the frame could not be entered. */
export function runTaken(generator: Address, state: GeneratorState, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (stateOf(generator) === GeneratorState.RUNNING) H[(generator >> 2) + G.STATE] = state;
    throw error;
  }
}

/** After a run that gave 0: what the generator returned is kept until somebody asks (takeReturned). */
export function keepReturned(generator: Address): void {
  const result = (H[CURRENT_THREAD] >> 2) + Thread.RESULT;
  const value: Value = H[result];
  H[result] = 0;
  if (value === 0 || value === S.NONE) return;
  const old: Value = H[(generator >> 2) + G.RETURNED];
  H[(generator >> 2) + G.RETURNED] = value;
  if (old !== 0) decref(old);
}

/** What a finished generator returned, if not None: owned, or 0. */
export function takeReturned(generator: Address): Value {
  if (stateOf(generator) !== GeneratorState.FINISHED) return 0;
  lock(generator);
  const value: Value = H[(generator >> 2) + G.RETURNED];
  H[(generator >> 2) + G.RETURNED] = 0;
  unlock(generator);
  return value;
}

/** Raises StopIteration for an iterator whose next item was 0, with a generator's return value. */
export function stopIterationOf(iterator: Value): never {
  const returned = typeOf(iterator) === T.GENERATOR ? takeReturned(iterator) : 0;
  return returned === 0 ? raise('StopIteration') : raiseWith('StopIteration', returned);
}

/** Sends a value (None: just goes on): the next yielded value, or 0 when the generator is finished. */
export function resumeWith(generator: Address, value: Value): Value {
  const state = takeFrame(generator);
  if (state === GeneratorState.FINISHED) return 0;
  if (state === GeneratorState.CREATED && value !== S.NONE) {
    H[(generator >> 2) + G.STATE] = state;
    return typeError("can't send non-None value to a just-started generator");
  }
  const yielded = generatorRunner.resume(generator, state, value);
  if (yielded === 0) keepReturned(generator);
  return yielded;
}

/** Releases the frame of a generator that will not run again; the caller has taken it. */
export function releaseFrame(generator: Address): void {
  const g = generator >> 2;
  const fp = generatorFrame(generator);
  const sp = H[fp + Frame.SP];
  const fn: Value = H[fp + Frame.FUNCTION];
  H[fp + Frame.FUNCTION] = 0;
  H[g + G.STATE] = GeneratorState.FINISHED;
  for (let i = sp - 1; i >= fp; i--) {
    const value: Value = H[i];
    H[i] = 0;
    if (value !== 0) decref(value);
  }
  if (fn !== 0) decref(fn);
}

/** True if `code` protects the instruction at which the frame is suspended, so that closing runs code. */
export function hasHandler(generator: Address): boolean {
  const code = H[(generator >> 2) + G.CODE];
  return H[(code >> 2) + C.EXCEPTION_COUNT] !== 0;
}
