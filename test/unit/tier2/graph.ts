// Flow graphs drawn by hand, for the tests of what is made of them: `a -> b, c` is a block that falls into b
// or jumps to c. No heap is needed: the graph's own algorithms run on words that stand for bytecode.

import { Op } from '../../../src/bytecode/opcodes.ts';
import { CodeLayout as C } from '../../../src/heap/layout.ts';

/** Where a block goes: nowhere, on, or one of two ways. */
export interface Drawn {
  readonly fall?: number;
  readonly jump?: number;
}

/** Words of each block: a NOP that names it, a jump if there is one. */
const BLOCK_WORDS = 4;

/**
 * Writes a code object for a drawing into `H` and answers its address. Block i begins at word i * BLOCK_WORDS.
 * A block that falls on must be followed by the block it falls into, or have no jump.
 */
export function writeCode(H: Int32Array, drawing: readonly Drawn[]): number {
  const code = 0x300000;
  const start = 0xd0000;
  H[(code >> 2) + C.CODE_START] = start;
  drawing.forEach(({ fall, jump }, i) => {
    const at = i * BLOCK_WORDS;
    const put = (place: number, op: Op, arg = 0) => {
      H[start + at + place] = op | (arg << 8);
    };
    const distance = (target: number, next: number) => target * BLOCK_WORDS - (at + next);
    put(0, Op.NOP);
    put(1, Op.NOP);
    put(2, Op.NOP);
    put(3, Op.NOP);
    if (fall === undefined && jump === undefined) put(3, Op.RETURN_VALUE);
    else if (fall === undefined || (fall !== i + 1 && jump === undefined)) {
      jumpTo(jump ?? (fall as number));
    } else if (jump !== undefined) {
      if (fall !== i + 1) throw new Error(`block ${i} must fall into the next one`);
      put(3, Op.POP_JUMP_IF_FALSE, distance(jump, 4));
    }
    function jumpTo(target: number): void {
      // JUMP_BACKWARD has a cache word.
      if (target > i) put(3, Op.JUMP_FORWARD, distance(target, 4));
      else {
        put(2, Op.JUMP_BACKWARD, -distance(target, 4));
        H[start + at + 3] = 0;
      }
    }
  });
  return code;
}

export const blockAt = (number: number): number => number * BLOCK_WORDS;
export const numberOf = (offset: number): number => offset / BLOCK_WORDS;
