/**
 * Which blocks can run, and how deep the operand stack is at their entry.
 *
 * The depth is the same along every path to a block; a difference is a bug of ours and is thrown. A
 * handler is reached from every block it protects, at the depth at which the protection began.
 */

import { OPCODES, type Op, type OpcodeInfo } from '../bytecode/opcodes.ts';
import { type Block, endsFlow, type Handler, type Instruction } from './emitter.ts';

export function infoOf(op: Op): OpcodeInfo {
  return OPCODES[op as keyof typeof OPCODES];
}

function stackEffect({ op, argument }: Instruction): number {
  const { effect } = infoOf(op);
  return typeof effect === 'number' ? effect : effect(argument);
}

/** Depth to which a handler cuts the stack before it pushes. */
export function handlerDepth(handler: Handler): number {
  return handler.start.depth + handler.depthOffset;
}

/** The blocks that can be reached, in order, with their depths set; and the greatest depth. */
export function traceFlow(blocks: readonly Block[]): { reached: Block[]; stackSize: number } {
  let stackSize = 0;
  const pending: Block[] = [];
  const enter = (block: Block, depth: number): void => {
    if (block.depth === -1) {
      block.depth = depth;
      pending.push(block);
      stackSize = Math.max(stackSize, depth);
    } else if (block.depth !== depth) {
      throw new Error(`compiler: stack depth ${block.depth} and ${depth} at the same block`);
    }
  };
  blocks.forEach((block, index) => {
    block.index = index;
  });
  enter(blocks[0], 0);
  for (let block = pending.pop(); block !== undefined; block = pending.pop()) {
    stackSize = Math.max(stackSize, traceBlock(blocks, block, enter));
  }
  return { reached: blocks.filter((block) => block.depth !== -1), stackSize };
}

/** Depth after the jump of an instruction is taken, from the depth before it. */
function depthAtTarget(instruction: Instruction, depth: number): number {
  const { jumpEffect } = infoOf(instruction.op);
  return depth + (jumpEffect ?? stackEffect(instruction));
}

function traceBlock(
  blocks: readonly Block[],
  block: Block,
  enter: (block: Block, depth: number) => void,
): number {
  let { depth } = block;
  let deepest = depth;
  let falls = true;
  for (const instruction of block.instructions) {
    if (instruction.target !== null) {
      enter(instruction.target, depthAtTarget(instruction, depth));
    }
    depth += stackEffect(instruction);
    if (depth < 0) throw new Error('compiler: operand stack underflow');
    deepest = Math.max(deepest, depth);
    if (endsFlow(instruction.op)) falls = false;
  }
  if (falls) enter(blocks[block.index + 1], depth);
  if (block.handler !== null && block.instructions.length > 0) {
    const { handler } = block;
    enter(handler.block, handlerDepth(handler) + (handler.pushLasti ? 2 : 1));
  }
  return deepest;
}
