/**
 * Pairs of neighbours that become one instruction, inside one block and on one line, so that no jump
 * lands in the middle and no line is lost. None of the fused instructions can raise.
 */

import { Op } from '../bytecode/opcodes.ts';
import type { Block, Instruction } from './emitter.ts';

/** Both operands share 24 bits of argument. */
const OPERAND_MAX = 0xfff;

export function fusePairs(block: Block): void {
  const { instructions } = block;
  const fused: Instruction[] = [];
  for (let i = 0; i < instructions.length; i++) {
    const first = instructions[i];
    const second = instructions[i + 1];
    const op = second === undefined ? Op.NOP : fusedOp(first, second);
    if (op === Op.NOP) {
      fused.push(first);
      continue;
    }
    const argument = (first.argument << 12) | second.argument;
    fused.push({ op, argument, target: null, span: second.span });
    i++;
  }
  block.instructions = fused;
}

function fusedOp(first: Instruction, second: Instruction): Op {
  if (first.argument > OPERAND_MAX || second.argument > OPERAND_MAX) return Op.NOP;
  if (first.span?.line !== second.span?.line) return Op.NOP;
  if (first.op === Op.LOAD_FAST) {
    if (second.op === Op.LOAD_FAST) return Op.LOAD_FAST_LOAD_FAST;
    if (second.op === Op.LOAD_CONST) return Op.LOAD_FAST_LOAD_CONST;
  } else if (first.op === Op.STORE_FAST && second.op === Op.LOAD_FAST) {
    return Op.STORE_FAST_LOAD_FAST;
  }
  return Op.NOP;
}
