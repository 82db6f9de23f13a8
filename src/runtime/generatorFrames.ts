// Where a generator keeps its frame: behind the words of the generator object, header first, then
// locals and operand stack, so that suspending is no more than making the resumer's frame current again.
// The interpreter, tier 2 and the generator type itself find their way with these.

import { instructionWords, Op } from '../bytecode/opcodes.ts';
import {
  type Address,
  CodeLayout as C,
  Frame,
  GeneratorLayout as G,
  GeneratorState,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';

/** Who resumed a generator: what Frame.EXTRA of its frame says. */
export const enum Resumer {
  FOR_ITER = 0,
  SEND = 1,
  NATIVE = 2,
}

/** fp of a generator's frame. */
export const generatorFrame = (generator: Address): WordIndex =>
  (generator >> 2) + G.FRAME_START + Frame.HEADER_WORDS;

/** The generator that a frame with Action.GENERATOR belongs to. */
export const frameGenerator = (fp: WordIndex): Address =>
  (fp - G.FRAME_START - Frame.HEADER_WORDS) << 2;

/** Words of a generator object for that code. */
export const generatorWords = (code: Address): number =>
  G.FRAME_START + H[(code >> 2) + C.FRAME_WORDS];

/** Argument of the RESUME behind a `yield from`. */
const RESUME_YIELD_FROM = 2;

/** The iterator that a suspended generator delegates to (yield from): borrowed, or 0. */
export const delegate = (generator: Address): Value =>
  H[(generator >> 2) + G.STATE] === GeneratorState.SUSPENDED
    ? frameDelegate(generatorFrame(generator))
    : 0;

/** Likewise for a frame that stands at a yield. */
export function frameDelegate(fp: WordIndex): Value {
  const next = H[H[fp + Frame.IP]];
  return (next & 0xff) === Op.RESUME && next >>> 8 === RESUME_YIELD_FROM
    ? H[H[fp + Frame.SP] - 1]
    : 0;
}

/**
 * Ends the delegation of a frame that stands in `yield from`: its iterator (owned now by the caller) is
 * taken off the stack, and the frame goes on behind the loop with the value that is pushed next.
 * KEEP-IN-STEP(yield from): SEND, YIELD_VALUE, RESUME 2, JUMP_BACKWARD (compiler/expressions.ts).
 */
export function leaveDelegate(fp: WordIndex): Value {
  H[fp + Frame.SP] -= 1;
  H[fp + Frame.IP] += instructionWords(Op.RESUME) + instructionWords(Op.JUMP_BACKWARD);
  return H[H[fp + Frame.SP]];
}
