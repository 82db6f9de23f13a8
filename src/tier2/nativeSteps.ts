// @hot A native takes the next item of a generator: sum(), list(), next(), a zip. Where the generator stands
// at a yield whose code is generated, and nobody handles an exception, its unit is called as it is; all
// else goes the way of runtime/generatorResume.ts. Benchmarks: generators, permutations.

import { Op } from '../bytecode/opcodes.ts';
import { S } from '../heap/builtinTypes.ts';
import {
  type Address,
  Frame,
  GeneratorLayout as G,
  GeneratorState,
  Thread,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { CURRENT_THREAD, H } from '../heap/memory.ts';
import { generatorStep } from '../objects/protocol.ts';
import { stackTop } from '../runtime/frames.ts';
import { generatorFrame, Resumer } from '../runtime/generatorFrames.ts';
import { generatorRunner, keepReturned, resumeWith } from '../runtime/generatorResume.ts';
import { IC } from '../runtime/inlineCaches.ts';
import { Left, NO_VALUE, TIERED } from '../runtime/tiers.ts';
import { claimFrom, generators } from './generatorCalls.ts';
import { Stage, UNITS, type Unit } from './units.ts';

/** The next yielded value, owned; 0 at the end. */
function step(generator: Address): Value {
  const thread = H[CURRENT_THREAD] >> 2;
  const fp = generatorFrame(generator);
  const ip = H[fp + Frame.IP];
  // A frame that has not begun stands in front of the POP_TOP that drops what was sent.
  const isFirst = (H[ip] & 0xff) === Op.POP_TOP;
  const state = isFirst ? GeneratorState.CREATED : GeneratorState.SUSPENDED;
  const unit = readyUnit(thread, generator, isFirst ? ip + 1 : ip);
  if (unit === undefined || !claimFrom(generator, state)) return resumeWith(generator, S.NONE);
  if (H[fp + Frame.IP] !== ip) {
    // Another thread has run it meanwhile.
    H[(generator >> 2) + G.STATE] = GeneratorState.SUSPENDED;
    return resumeWith(generator, S.NONE);
  }
  if (isFirst) H[fp + Frame.IP] = ip + 1;
  else {
    const sp = H[fp + Frame.SP];
    // Generated code does not count references to None.
    H[sp] = S.NONE;
    H[fp + Frame.SP] = sp + 1;
  }
  H[fp + Frame.END] = stackTop(thread);
  H[fp + Frame.PREVIOUS] = H[thread + Thread.FRAME];
  H[fp + Frame.EXTRA] = Resumer.NATIVE;
  H[thread + Thread.FRAME] = fp;
  H[thread + Thread.DEPTH] += 1;
  H[thread + Thread.NATIVE_DEPTH] += 1;
  return run(thread, generator, unit, fp);
}

/** The unit that goes on from `ip`, if it can be called without more ado. */
function readyUnit(thread: WordIndex, generator: Address, ip: WordIndex): Unit | undefined {
  if (
    (H[ip] & 0xff) !== Op.RESUME ||
    H[thread + Thread.HANDLED] !== 0 ||
    H[(generator >> 2) + G.EXCEPTION] !== 0 ||
    H[thread + Thread.DEPTH] >= H[thread + Thread.DEPTH_LIMIT]
  )
    return undefined;
  const unit = UNITS[IC[H[ip + 1] + 1] as number];
  return unit !== undefined && unit.stage === Stage.COMPILED ? unit : undefined;
}

function run(thread: WordIndex, generator: Address, unit: Unit, fp: WordIndex): Value {
  const top = H[thread + Thread.TOP];
  let answer: Value;
  try {
    answer = unit.run(thread, fp);
    if (answer === Left.AGAIN) answer = generators.continue(thread, fp);
  } catch (error) {
    answer = generatorRunner.caught(thread, generator, top, error);
    if (answer === 0) keepReturned(generator);
    return answer;
  }
  if (answer === Left.DONE && H[thread + Thread.RESULT] === S.NONE) {
    H[thread + Thread.RESULT] = 0;
    answer = 0;
  } else if ((answer & NO_VALUE) === 0) {
    answer = generatorRunner.settle(thread, generator, top, answer);
    if (answer === 0) keepReturned(generator);
    return answer;
  }
  H[thread + Thread.NATIVE_DEPTH] -= 1;
  H[thread + Thread.TOP] = top;
  return answer;
}

if (TIERED) generatorStep.next = step;
