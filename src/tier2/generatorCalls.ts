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
import { boot } from '../heap/boot.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  Frame,
  GeneratorLayout as G,
  GeneratorState,
  Header,
  Machine,
  Thread,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H, MACHINE } from '../heap/memory.ts';
import { nextItem } from '../objects/protocol.ts';
import { raise } from '../objects/raise.ts';
import { flagsOf, typeOf } from '../objects/slots.ts';
import { stackTop } from '../runtime/frames.ts';
import {
  frameDelegate,
  frameGenerator,
  generatorFrame,
  Resumer,
} from '../runtime/generatorFrames.ts';
import { Exit } from '../runtime/steps/exit.ts';
import { detachGenerator, finishGenerator, resumeClaimed } from '../runtime/steps/generators.ts';
import * as slow from '../runtime/steps/slow.ts';
import { Left, NO_VALUE } from '../runtime/tiers.ts';

/** Filled in by enter.ts: run the current frame, a generator's, to its next yield or its end. */
export const generators: {
  /** From where it was resumed. */
  run: (thread: WordIndex, fp: WordIndex) => Value;
  /** Behind a SEND, whose generator has answered DONE or RAISED. */
  goOn: (thread: WordIndex, fp: WordIndex, answer: Value) => Value;
  /** Units only: a value, or a Left. */
  continue: (thread: WordIndex, fp: WordIndex) => Value;
} = { run: () => 0, goOn: () => 0, continue: () => 0 };

/** Makes this thread the one that runs a suspended generator. */
export const claimSuspended = (generator: Address): boolean =>
  claimFrom(generator, GeneratorState.SUSPENDED);

/** Makes this thread the one that runs a generator, if it is in that state. */
export function claimFrom(generator: Address, state: GeneratorState): boolean {
  const word = (generator >> 2) + G.STATE;
  lock(generator);
  const claimed = H[word] === state;
  if (claimed) H[word] = GeneratorState.RUNNING;
  unlock(generator);
  return claimed;
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
    if (sent === S.NONE && H[thread + Thread.HANDLED] === 0 && !boot.stats)
      return runDelegates(thread, fp, receiver);
    return runClaimed(thread, receiver, Resumer.SEND, sent);
  }
  const type = typeOf(receiver);
  if (sent === S.NONE && type !== T.GENERATOR && (flagsOf(type) & TypeFlag.HEAP) === 0) {
    const item = nextItem(receiver);
    H[fp + Frame.SP] = sp - 1;
    if (item !== 0) return item;
    H[sp - 2] = S.NONE;
    decref(receiver);
    return Left.DONE;
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

/**
 * A chain of `yield from`: each generator would only pass on what the next one yields. The innermost one
 * is resumed at once; the frames in between are linked as their SENDs would leave them, and when it has
 * yielded are put back as their YIELDs would, without their code being run. `fp` is the frame below.
 */
function runDelegates(thread: WordIndex, fp: WordIndex, receiver: Address): Value {
  let inner = receiver;
  let previous = fp;
  for (;;) {
    const next = readyDelegate(thread, inner);
    if (next === 0) break;
    const frame = generatorFrame(inner);
    // From the RESUME back to behind the SEND.
    H[frame + Frame.IP] -= 1;
    H[frame + Frame.END] = stackTop(thread);
    H[frame + Frame.PREVIOUS] = previous;
    H[frame + Frame.EXTRA] = Resumer.SEND;
    H[thread + Thread.FRAME] = frame;
    H[thread + Thread.DEPTH] += 1;
    previous = frame;
    inner = next;
  }
  let answer = runClaimed(thread, inner, Resumer.SEND, S.NONE);
  while (previous !== fp && answer !== Left.THREAD) {
    const frame = previous;
    previous = H[frame + Frame.PREVIOUS];
    if ((answer & NO_VALUE) === 0) answer = generators.goOn(thread, frame, answer);
    else {
      H[frame + Frame.IP] += 1;
      H[frame + Frame.PREVIOUS] = 0;
      H[thread + Thread.FRAME] = previous;
      H[thread + Thread.DEPTH] -= 1;
      H[(frameGenerator(frame) >> 2) + G.STATE] = GeneratorState.SUSPENDED;
    }
  }
  return answer;
}

/**
 * The generator that a claimed one, which is about to be resumed, would resume in turn: claimed, or 0.
 * KEEP-IN-STEP(yield from): SEND, YIELD_VALUE, RESUME 2, JUMP_BACKWARD (compiler/expressions.ts).
 */
function readyDelegate(thread: WordIndex, generator: Address): Address {
  const frame = generatorFrame(generator);
  const delegate = frameDelegate(frame);
  if (
    delegate === 0 ||
    (delegate & 1) !== 0 ||
    H[(delegate >> 2) + Header.TYPE] !== T.GENERATOR ||
    H[(generator >> 2) + G.EXCEPTION] !== 0 ||
    H[thread + Thread.BREAKER] !== 0 ||
    H[thread + Thread.DEPTH] + 2 >= H[thread + Thread.DEPTH_LIMIT] ||
    !claimSuspended(delegate)
  )
    return 0;
  return delegate;
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
