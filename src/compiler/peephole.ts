/**
 * Small improvements of the blocks before they are laid out: conditions on constants, jumps to
 * jumps, short returns copied to where they are jumped to, tuples that are only swapped.
 *
 * Only JUMP_BACKWARD may go back, so a conditional jump is never led on to a loop's top. NOPs keep
 * a line that has no other instruction (a `pass`): whoever steps through lines stops there.
 */

import type { Constant } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import { type Block, endsFlow, type Instruction } from './emitter.ts';
import { truth } from './fold-arithmetic.ts';

/** CPython's MAX_COPY_SIZE: exits of at most so many instructions are copied. */
const COPIED_EXIT_MAX = 4;

/** Runs before unreachable blocks are removed. */
export function simplifyBlocks(blocks: readonly Block[], constants: readonly Constant[]): void {
  blocks.forEach((block, index) => {
    block.index = index;
  });
  for (const block of blocks) {
    foldCondition(block, constants);
    compareWithNone(block, constants);
    swapTuples(block);
  }
  for (const block of blocks) threadJump(blocks, block);
  for (const block of blocks) copyExit(blocks, block);
}

/** Runs on the blocks that can be reached; they stay in order. */
export function removeRedundant(blocks: readonly Block[]): void {
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < blocks.length; i++) removeJumpToNext(blocks, i);
    for (let i = blocks.length - 1; i >= 0; i--) removeNops(blocks, i);
  }
}

function lastOf(block: Block): Instruction | undefined {
  return block.instructions[block.instructions.length - 1];
}

function toNop(instruction: Instruction): void {
  instruction.op = Op.NOP;
  instruction.argument = 0;
  instruction.target = null;
}

/** LOAD_CONST and a conditional jump: the way is known. */
function foldCondition(block: Block, constants: readonly Constant[]): void {
  const jump = lastOf(block);
  const load = block.instructions[block.instructions.length - 2];
  if (jump === undefined || load === undefined || load.op !== Op.LOAD_CONST) return;
  const isTrue = truth(constants[load.argument]);
  switch (jump.op) {
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
      toNop(load);
      if (isTrue === (jump.op === Op.POP_JUMP_IF_TRUE)) jump.op = Op.JUMP_FORWARD;
      else toNop(jump);
      break;
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP:
      if (isTrue === (jump.op === Op.JUMP_IF_TRUE_OR_POP)) {
        jump.op = Op.JUMP_FORWARD;
      } else {
        toNop(load);
        toNop(jump);
      }
      break;
  }
}

/** `is None` as a condition has jumps of its own. */
function compareWithNone(block: Block, constants: readonly Constant[]): void {
  const { instructions } = block;
  const jump = lastOf(block);
  const is = instructions[instructions.length - 2];
  const load = instructions[instructions.length - 3];
  if (jump === undefined || is?.op !== Op.IS_OP || load?.op !== Op.LOAD_CONST) return;
  if (jump.op !== Op.POP_JUMP_IF_FALSE && jump.op !== Op.POP_JUMP_IF_TRUE) return;
  if (constants[load.argument].type !== 'None') return;
  const jumpsIfNone = (jump.op === Op.POP_JUMP_IF_TRUE) === (is.argument === 0);
  jump.op = jumpsIfNone ? Op.POP_JUMP_IF_NONE : Op.POP_JUMP_IF_NOT_NONE;
  toNop(load);
  toNop(is);
}

/** `a, b = b, a` needs no tuple; if both targets are locals, not even a SWAP. */
function swapTuples(block: Block): void {
  const { instructions } = block;
  for (let i = 0; i + 1 < instructions.length; i++) {
    const build = instructions[i];
    const unpack = instructions[i + 1];
    if (build.op !== Op.BUILD_TUPLE || unpack.op !== Op.UNPACK_SEQUENCE) continue;
    const count = build.argument;
    if (count !== unpack.argument || count < 1 || count > 3) continue;
    toNop(build);
    if (count === 1 || swapStores(instructions, i + 2, count)) {
      toNop(unpack);
    } else {
      unpack.op = Op.SWAP;
    }
  }
}

/** Reverses the order of `count` stores into different locals, which cannot be observed. */
function swapStores(instructions: Instruction[], start: number, count: number): boolean {
  const stores = instructions.slice(start, start + count);
  if (stores.length < count || stores.some(({ op }) => op !== Op.STORE_FAST)) return false;
  if (new Set(stores.map(({ argument }) => argument)).size < count) return false;
  const line = stores[0].span?.line;
  if (stores.some(({ span }) => span?.line !== line)) return false;
  instructions.splice(start, count, ...stores.reverse());
  return true;
}

/** The first instruction that runs when control enters the block, NOPs aside. */
function firstAt(
  blocks: readonly Block[],
  start: Block,
): { instruction: Instruction; block: Block } | null {
  for (let index = start.index; index < blocks.length; index++) {
    for (const instruction of blocks[index].instructions) {
      if (instruction.op !== Op.NOP) return { instruction, block: blocks[index] };
    }
  }
  return null;
}

function threadJump(blocks: readonly Block[], block: Block): void {
  const jump = lastOf(block);
  if (jump === undefined) return;
  while (jump.target !== null && jump.op !== Op.JUMP_BACKWARD && jump.op !== Op.FOR_ITER) {
    const landing = firstAt(blocks, jump.target);
    if (landing === null || jump.op === Op.SEND) return;
    const { instruction: next } = landing;
    if (entersTry(jump.target, landing.block)) return;
    if (next.target === null || !lead(blocks, block, jump, next, landing.block)) return;
  }
}

/**
 * The first block of a `try` lies from `from` to `to`. It must stay reached: how deep its handlers cut the
 * stack is known from its depth.
 */
function entersTry(from: Block, to: Block): boolean {
  for (let handler = to.handler; handler !== null; handler = handler.outer) {
    const { index } = handler.start;
    if (from.index <= index && index <= to.index) return true;
  }
  return false;
}

/** Leads a jump to where the jump at its target goes; false if it has to stay. */
function lead(
  blocks: readonly Block[],
  block: Block,
  jump: Instruction,
  next: Instruction,
  nextBlock: Block,
): boolean {
  const { target } = next;
  if (target === null) return false;
  if (next.op === Op.JUMP_FORWARD) {
    jump.target = target;
    return true;
  }
  if (next.op === Op.JUMP_BACKWARD) {
    if (jump.op !== Op.JUMP_FORWARD || target.index > block.index) return false;
    jump.op = Op.JUMP_BACKWARD;
    jump.target = target;
    return true;
  }
  const keeps = jump.op === Op.JUMP_IF_FALSE_OR_POP || jump.op === Op.JUMP_IF_TRUE_OR_POP;
  if (!keeps) return false;
  const ifTrue = jump.op === Op.JUMP_IF_TRUE_OR_POP;
  switch (next.op) {
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP:
      if ((next.op === Op.JUMP_IF_TRUE_OR_POP) === ifTrue) {
        jump.target = target;
        return true;
      }
      break;
    case Op.POP_JUMP_IF_FALSE:
    case Op.POP_JUMP_IF_TRUE:
      if ((next.op === Op.POP_JUMP_IF_TRUE) === ifTrue) {
        jump.op = next.op;
        jump.target = target;
        return true;
      }
      break;
    default:
      return false;
  }
  // The opposite test cannot jump: go on behind it.
  jump.op = ifTrue ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE;
  jump.target = blocks[nextBlock.index + 1];
  return true;
}

/** A jump to a few instructions that return becomes those instructions. */
function copyExit(blocks: readonly Block[], block: Block): void {
  const jump = lastOf(block);
  if (jump?.op !== Op.JUMP_FORWARD || jump.target === null) return;
  const landing = firstAt(blocks, jump.target);
  if (landing === null) return;
  const exit = landing.block.instructions.filter(({ op }) => op !== Op.NOP);
  if (exit.length > COPIED_EXIT_MAX || exit[exit.length - 1].op !== Op.RETURN_VALUE) return;
  const isConstant = exit.length === 2 && exit[0].op === Op.LOAD_CONST;
  if (!isConstant && landing.block.handler !== block.handler) return;
  block.instructions.pop();
  if (jump.span !== null) {
    block.instructions.push({ op: Op.NOP, argument: 0, target: null, span: jump.span });
  }
  for (const instruction of exit) block.instructions.push({ ...instruction });
}

function removeJumpToNext(blocks: readonly Block[], index: number): void {
  const jump = lastOf(blocks[index]);
  if (jump?.op !== Op.JUMP_FORWARD || jump.target === null) return;
  for (let next = index + 1; next < blocks.length; next++) {
    if (blocks[next] === jump.target) {
      toNop(jump);
      return;
    }
    if (blocks[next].instructions.length > 0) return;
  }
}

/** A NOP stays if its line would have no instruction without it. */
function removeNops(blocks: readonly Block[], index: number): void {
  const block = blocks[index];
  if (!block.instructions.some(({ op }) => op === Op.NOP)) return;
  const kept: Instruction[] = [];
  block.instructions.forEach((instruction, i) => {
    if (instruction.op !== Op.NOP) {
      kept.push(instruction);
      return;
    }
    const { span } = instruction;
    const before = kept[kept.length - 1];
    if (span === null || before?.span?.line === span.line) return;
    const after = block.instructions[i + 1] ?? followingInstruction(blocks, index);
    if (after !== undefined && after.span === null && i + 1 < block.instructions.length) {
      after.span = span;
      return;
    }
    if (after?.span?.line !== span.line) kept.push(instruction);
  });
  block.instructions = kept;
}

function followingInstruction(blocks: readonly Block[], index: number): Instruction | undefined {
  const last = lastOf(blocks[index]);
  if (last !== undefined && endsFlow(last.op)) return undefined;
  for (let next = index + 1; next < blocks.length; next++) {
    if (blocks[next].instructions.length > 0) return blocks[next].instructions[0];
  }
  return undefined;
}
