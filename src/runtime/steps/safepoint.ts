// What a thread does when it finds its eval breaker set at a safepoint: it hands the GIL over, serves
// its merge queue, says that it is quiescent, raises what a signal asked for, or goes back to the
// scheduler. The bits are cleared before they are served, so that a new request is not lost.

import { mergeQueued, quiesce, yieldNow } from '../../executors/policy.ts';
import { boot } from '../../heap/boot.ts';
import { BreakerBit, Frame, Machine, Thread, type WordIndex } from '../../heap/layout.ts';
import { H, MACHINE } from '../../heap/memory.ts';
import { raise } from '../../objects/raise.ts';
import { atomicAnd, atomicLoad } from '../../sync/atomics.ts';

/** Thrown to end a thread from outside: the program exits, or damage was found elsewhere. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Serves the breaker. True: the thread must leave the loop, another one is to run. */
export function safepoint(thread: WordIndex): boolean {
  const word = thread + Thread.BREAKER;
  const bits = atomicLoad(H, word);
  if ((bits & BreakerBit.KILL) !== 0) throw new Killed();
  if ((bits & BreakerBit.MERGE) !== 0) {
    atomicAnd(H, word, ~BreakerBit.MERGE);
    mergeQueued();
  }
  if ((bits & BreakerBit.QUIESCENT) !== 0) {
    atomicAnd(H, word, ~BreakerBit.QUIESCENT);
    quiesce();
  }
  if ((bits & BreakerBit.INTERRUPT) !== 0) {
    atomicAnd(H, word, ~BreakerBit.INTERRUPT);
    H[MACHINE + Machine.INTERRUPTED] = 0;
    raise('KeyboardInterrupt');
  }
  if (boot.simulated) {
    // The simulated scheduler asks by this bit whoever may be switched only at safepoints.
    if ((bits & BreakerBit.GIL_DROP) === 0) return false;
    atomicAnd(H, word, ~BreakerBit.GIL_DROP);
    return H[thread + Thread.NATIVE_DEPTH] === 0;
  }
  if ((bits & BreakerBit.GIL_DROP) !== 0) {
    atomicAnd(H, word, ~BreakerBit.GIL_DROP);
    yieldNow();
  }
  if ((bits & BreakerBit.TIME_SLICE) !== 0) {
    atomicAnd(H, word, ~BreakerBit.TIME_SLICE);
    if (H[thread + Thread.NATIVE_DEPTH] === 0) return true;
  }
  return false;
}

/**
 * The safepoint of a taken jump over `distance` words that has led to `ip`. What is raised here is raised
 * by the jump: it finds the jump's line and handlers, not those of the word in front of the target.
 */
export function jumpSafepoint(
  thread: WordIndex,
  fp: WordIndex,
  ip: WordIndex,
  sp: WordIndex,
  distance: number,
): boolean {
  H[fp + Frame.IP] = ip - distance;
  H[fp + Frame.SP] = sp;
  const leave = safepoint(thread);
  H[fp + Frame.IP] = ip;
  return leave;
}
