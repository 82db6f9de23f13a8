// @hot Resuming generators from generated code, and what their frames do when they stop.
//
// A generator's frame runs in a call of its unit: the one that begins at the RESUME where it stands. The
// unit answers the yielded value, or DONE. The resumer's frame is complete all the while, as tier 1 leaves
// it when it enters a generator, so that tier 1 can take over on either side at any time.
//
// Who resumed says Frame.EXTRA. For FOR_ITER and SEND, DONE means that tier 1's bookkeeping is done: the
// resumer's IP stands behind the loop, its iterator has been let go of (SEND: what was returned lies in
// its place). For a native, what was returned is in Thread.RESULT.
//
// Benchmarks: generators, fannkuch.

import { Op } from '../bytecode/opcodes.ts';
import { decref, lock, unlock } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  Frame,
  GeneratorLayout as G,
  GeneratorState,
  Header,
  Machine,
  Thread,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H, MACHINE } from '../heap/memory.ts';
import { nextItem } from '../objects/protocol.ts';
import { raise } from '../objects/raise.ts';
import { Resumer } from '../runtime/generatorFrames.ts';
import { Exit } from '../runtime/steps/exit.ts';
import { detachGenerator, finishGenerator, resumeClaimed } from '../runtime/steps/generators.ts';
import * as slow from '../runtime/steps/slow.ts';
import { Left } from '../runtime/tiers.ts';

/** Filled in by enter.ts: runs the current frame, a generator's, to its next yield or its end. */
export const generators: { run: (thread: WordIndex, fp: WordIndex) => Value } = { run: () => 0 };

/** Makes this thread the one that runs a suspended generator. */
export function claimSuspended(generator: Address): boolean {
  const word = (generator >> 2) + G.STATE;
  lock(generator);
  const suspended = H[word] === GeneratorState.SUSPENDED;
  if (suspended) H[word] = GeneratorState.RUNNING;
  unlock(generator);
  return suspended;
}

/** Likewise, if it has not begun yet, too. Raises RecursionError if its frame would be one too many. */
function claimReady(thread: WordIndex, generator: Address): boolean {
  const word = (generator >> 2) + G.STATE;
  lock(generator);
  const state: GeneratorState = H[word];
  const ready = state <= GeneratorState.SUSPENDED;
  if (ready) H[word] = GeneratorState.RUNNING;
  unlock(generator);
  if (ready && H[thread + Thread.DEPTH] >= H[MACHINE + Machine.RECURSION_LIMIT]) {
    H[word] = state;
    return raise('RecursionError', 'maximum recursion depth exceeded');
  }
  return ready;
}

/** FOR_ITER over anything; the frame is complete. A value, DONE, or another Left. */
export function nextFor(thread: WordIndex, fp: WordIndex, iterator: Value): Value {
  if (H[(iterator >> 2) + Header.TYPE] === T.GENERATOR && claimReady(thread, iterator)) {
    return runClaimed(thread, iterator, Resumer.FOR_ITER, S.NONE);
  }
  const value = nextItem(iterator);
  if (value !== 0) return value;
  H[fp + Frame.SP] -= 1;
  decref(iterator);
  return Left.DONE;
}

/**
 * A generator that was claimed runs on, with `value` as what its yield gives. Generated code does not
 * count references to None; where tier 1 takes such a frame over, it gets its reference (enter.ts).
 */
export function runClaimed(
  thread: WordIndex,
  generator: Address,
  resumer: Resumer,
  value: Value,
): Value {
  return generators.run(thread, resumeClaimed(thread, generator, resumer, value));
}

/**
 * SEND: (receiver, sent) on top of the complete frame's stack. The yielded value, with the receiver left
 * on the stack; or DONE, with what it returned there instead; or another Left.
 */
export function sendFor(thread: WordIndex, fp: WordIndex, sp: WordIndex): Value {
  const receiver: Value = H[sp - 2];
  const sent: Value = H[sp - 1];
  if (H[(receiver >> 2) + Header.TYPE] === T.GENERATOR && claimReady(thread, receiver)) {
    H[fp + Frame.SP] = sp - 1;
    const callee = resumeClaimed(thread, receiver, Resumer.SEND, sent);
    return generators.run(thread, callee);
  }
  const yielded = slow.sendTo(thread, receiver, sent);
  const value: Value = H[thread + Thread.RESULT];
  H[thread + Thread.RESULT] = 0;
  H[fp + Frame.SP] = sp - 1;
  if (sent !== S.NONE) decref(sent);
  if (yielded) return value;
  H[sp - 2] = value;
  decref(receiver);
  return Left.DONE;
}

/** YIELD_VALUE where an exception is being handled on either side; the frame is complete. */
export function yieldSlow(thread: WordIndex, fp: WordIndex, value: Value): Value {
  detachGenerator(thread, fp, GeneratorState.SUSPENDED);
  return value;
}

/** RETURN_VALUE: everything that the frame held has been let go of. */
export function generatorReturned(thread: WordIndex, fp: WordIndex, value: Value): Value {
  H[fp + Frame.SP] = fp;
  // For a native the value is in Thread.RESULT, else the resumer's frame has been moved on.
  finishGenerator.returned(thread, fp, value);
  return Left.DONE;
}

/** The place of a frame that has not begun is in front of the POP_TOP that drops what was sent: None. */
export function skipFirstPop(fp: WordIndex): void {
  const ip = H[fp + Frame.IP];
  if ((H[ip] & 0xff) !== Op.POP_TOP) return;
  H[fp + Frame.IP] = ip + 1;
  H[fp + Frame.SP] -= 1;
}

/** The thread goes on in tier 1, with a frame that has been made current. */
export function leaveEntered(thread: WordIndex): Value {
  H[thread + Thread.EXIT] = Exit.ENTERED;
  return Left.THREAD;
}
