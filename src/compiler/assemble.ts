/**
 * From blocks to a code object: the prefix of the frame, the improvements, then words, exception
 * table and positions.
 *
 * Order of passes: peephole on everything, then unreachable blocks go and depths are known, then
 * redundant jumps and NOPs go, artificial instructions get their lines, loads of bound locals lose
 * their check, pairs are fused. Nothing moves after that, so the layout is one walk.
 */

import type { Span } from '../ast/nodes.ts';
import type { Code, ExceptionRange } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import { proveBoundLocals } from './bound-locals.ts';
import { Block, endsFlow, type Instruction } from './emitter.ts';
import { handlerDepth, infoOf, traceFlow } from './flow.ts';
import { removeRedundant, simplifyBlocks } from './peephole.ts';
import { fusePairs } from './superinstructions.ts';
import type { Unit } from './unit.ts';

export function assemble(unit: Unit): Code {
  const blocks = [prefix(unit), ...unit.blocks];
  simplifyBlocks(blocks, unit.constants);
  const { reached, stackSize } = traceFlow(blocks);
  removeRedundant(reached);
  spreadPositions(reached);
  if (unit.isFunction) {
    proveBoundLocals(reached, unit.localSlots.size, unit.scope.parameters.length);
  }
  const slots = placeVariables(unit);
  for (const block of reached) {
    moveDerefs(block, slots.derefSlots);
    fusePairs(block);
  }
  return {
    name: unit.name,
    qualname: unit.qualname,
    filename: unit.session.filename,
    firstLine: unit.firstLine,
    flags: unit.flags(),
    argCount: unit.argCount,
    posOnlyCount: unit.posOnlyCount,
    kwOnlyCount: unit.kwOnlyCount,
    localNames: slots.names,
    localCount: unit.localSlots.size,
    cellNames: slots.cellNames,
    freeNames: unit.freeNames,
    stackSize,
    constants: unit.constants,
    names: unit.names,
    hasDocstring: unit.hasDocstring,
    ...layOut(reached),
  };
}

/** What runs before the first statement: cells, the closure, the generator, the safepoint. */
function prefix(unit: Unit): Block {
  const block = new Block();
  const isModule = unit.scope.kind === 'module';
  const line = isModule ? 0 : unit.firstLine;
  const span = { line, column: 0, endLine: isModule ? 1 : line, endColumn: 0 };
  const emit = (op: Op, argument: number, at: Span | null): void => {
    block.instructions.push({ op, argument, target: null, span: at });
  };
  if (unit.freeNames.length > 0) emit(Op.COPY_FREE_VARS, unit.freeNames.length, null);
  for (let i = 0; i < unit.cellNames.length; i++) emit(Op.MAKE_CELL, i, null);
  if (unit.scope.isGenerator) {
    emit(Op.RETURN_GENERATOR, 0, { ...span, column: -1, endColumn: -1 });
    emit(Op.POP_TOP, 0, span);
  }
  emit(Op.RESUME, 0, span);
  return block;
}

/** Slots: locals, then cells that are no parameters, then free variables. */
function placeVariables(unit: Unit): {
  names: string[];
  cellNames: string[];
  derefSlots: number[];
} {
  const names = [...unit.localSlots.keys()];
  const derefSlots: number[] = [];
  for (const cell of unit.cellNames) {
    const slot = unit.isFunction ? unit.localSlots.get(cell) : undefined;
    derefSlots.push(slot ?? names.push(cell) - 1);
  }
  const order = unit.cellNames.map((name, i) => ({ name, slot: derefSlots[i] }));
  order.sort((a, b) => a.slot - b.slot);
  for (const free of unit.freeNames) derefSlots.push(names.push(free) - 1);
  return { names, cellNames: order.map(({ name }) => name), derefSlots };
}

function moveDerefs(block: Block, slots: readonly number[]): void {
  for (const instruction of block.instructions) {
    switch (instruction.op) {
      case Op.MAKE_CELL:
      case Op.LOAD_CLOSURE:
      case Op.LOAD_DEREF:
      case Op.STORE_DEREF:
      case Op.DELETE_DEREF:
      case Op.LOAD_CLASSDEREF:
        instruction.argument = slots[instruction.argument];
    }
  }
}

/** Artificial instructions take the position of what runs before them. */
function spreadPositions(blocks: readonly Block[]): void {
  const entry = new Map<Block, Span>();
  blocks.forEach((block, index) => {
    let span = entry.get(block) ?? null;
    for (const instruction of block.instructions) {
      if (instruction.span === null) instruction.span = span;
      else span = instruction.span;
      const { target } = instruction;
      if (target !== null && span !== null && !entry.has(target)) entry.set(target, span);
    }
    const last = block.instructions[block.instructions.length - 1];
    const next = blocks[index + 1];
    const falls = last === undefined || !endsFlow(last.op);
    if (falls && next !== undefined && span !== null && !next.isHandler && !entry.has(next)) {
      entry.set(next, span);
    }
  });
}

function layOut(blocks: readonly Block[]): Pick<Code, 'words' | 'positions' | 'exceptions'> {
  const starts = new Map<Block, number>();
  let size = 0;
  for (const block of blocks) {
    starts.set(block, size);
    for (const { op } of block.instructions) size += infoOf(op).cache ? 2 : 1;
  }
  const words = new Int32Array(size);
  const positions = new Int32Array(size * 4);
  let at = 0;
  for (const block of blocks) {
    for (const instruction of block.instructions) {
      const end = at + (infoOf(instruction.op).cache ? 2 : 1);
      words[at] = instruction.op | (argumentOf(instruction, end, starts) << 8);
      for (; at < end; at++) writePosition(positions, at, instruction.span);
    }
  }
  return { words, positions, exceptions: exceptionTable(blocks, starts, size) };
}

function argumentOf(instruction: Instruction, end: number, starts: Map<Block, number>): number {
  if (instruction.target === null) return instruction.argument;
  const target = starts.get(instruction.target);
  if (target === undefined) throw new Error('compiler: jump to a block that is not there');
  const distance = instruction.op === Op.JUMP_BACKWARD ? end - target : target - end;
  if (distance < 0) throw new Error('compiler: jump in the wrong direction');
  return distance;
}

function writePosition(positions: Int32Array, word: number, span: Span | null): void {
  positions[word * 4] = span === null ? -1 : span.line;
  positions[word * 4 + 1] = span === null ? -1 : span.endLine;
  positions[word * 4 + 2] = span === null ? -1 : span.column;
  positions[word * 4 + 3] = span === null ? -1 : span.endColumn;
}

function exceptionTable(
  blocks: readonly Block[],
  starts: Map<Block, number>,
  size: number,
): ExceptionRange[] {
  const ranges: { -readonly [K in keyof ExceptionRange]: ExceptionRange[K] }[] = [];
  blocks.forEach((block, index) => {
    const { handler } = block;
    const start = starts.get(block) ?? 0;
    const end = index + 1 < blocks.length ? (starts.get(blocks[index + 1]) ?? size) : size;
    if (handler === null || start === end) return;
    const target = starts.get(handler.block);
    if (target === undefined) throw new Error('compiler: handler is not there');
    const depth = handlerDepth(handler);
    const last = ranges[ranges.length - 1];
    if (last?.end === start && last.target === target && last.depth === depth) {
      last.end = end;
    } else {
      ranges.push({ start, end, target, depth, pushLasti: handler.pushLasti });
    }
  });
  return ranges;
}
