/**
 * Which loads of locals need no check: a forward flow analysis of "may be unbound", one bit per
 * local. A store clears the bit, a `del` sets it, and so does the entry for everything but parameters.
 *
 * A handler may be entered from the middle of a block, so it takes over the block's entry state and
 * what a `del` in it unbinds; stores in the block count for nothing there.
 */

import { Op } from '../bytecode/opcodes.ts';
import { type Block, endsFlow } from './emitter.ts';

/** Turns LOAD_FAST_CHECK into LOAD_FAST where the local is bound on every path. */
export function proveBoundLocals(
  blocks: readonly Block[],
  localCount: number,
  parameterCount: number,
): void {
  if (localCount === 0) return;
  const analysis = new BoundLocals(blocks, localCount, parameterCount);
  analysis.run();
  analysis.rewrite();
}

class BoundLocals {
  private readonly stride: number;
  /** One row of bits per block: locals that may be unbound at its entry. */
  private readonly unbound: Uint32Array;
  private readonly reached: Uint8Array;
  private readonly state: Uint32Array;
  private readonly atHandler: Uint32Array;
  private readonly pending: number[] = [];

  constructor(
    private readonly blocks: readonly Block[],
    localCount: number,
    parameterCount: number,
  ) {
    this.stride = (localCount + 31) >>> 5;
    this.unbound = new Uint32Array(this.stride * blocks.length);
    this.reached = new Uint8Array(blocks.length);
    this.state = new Uint32Array(this.stride);
    this.atHandler = new Uint32Array(this.stride);
    for (let slot = parameterCount; slot < localCount; slot++) {
      this.unbound[slot >>> 5] |= 1 << (slot & 31);
    }
    blocks.forEach((block, index) => {
      block.index = index;
    });
  }

  run(): void {
    this.reached[0] = 1;
    this.pending.push(0);
    for (let index = this.pending.pop(); index !== undefined; index = this.pending.pop()) {
      this.visit(index);
    }
  }

  rewrite(): void {
    this.blocks.forEach((block, index) => {
      this.loadState(index);
      for (const instruction of block.instructions) {
        const { argument } = instruction;
        if (instruction.op === Op.LOAD_FAST_CHECK && !this.isUnbound(argument)) {
          instruction.op = Op.LOAD_FAST;
        }
        this.step(instruction.op, argument);
      }
    });
  }

  private loadState(index: number): void {
    this.state.set(this.unbound.subarray(index * this.stride, (index + 1) * this.stride));
  }

  private isUnbound(slot: number): boolean {
    return (this.state[slot >>> 5] & (1 << (slot & 31))) !== 0;
  }

  private step(op: Op, slot: number): void {
    if (op === Op.STORE_FAST || op === Op.LOAD_FAST_CHECK) {
      this.state[slot >>> 5] &= ~(1 << (slot & 31));
    } else if (op === Op.DELETE_FAST) {
      this.state[slot >>> 5] |= 1 << (slot & 31);
      this.atHandler[slot >>> 5] |= 1 << (slot & 31);
    }
  }

  private visit(index: number): void {
    const block = this.blocks[index];
    this.loadState(index);
    this.atHandler.set(this.state);
    let falls = true;
    for (const { op, argument, target } of block.instructions) {
      this.step(op, argument);
      if (target !== null) this.flowTo(target.index, this.state);
      if (endsFlow(op)) falls = false;
    }
    if (falls && index + 1 < this.blocks.length) this.flowTo(index + 1, this.state);
    if (block.handler !== null && block.instructions.length > 0) {
      this.flowTo(block.handler.block.index, this.atHandler);
    }
  }

  private flowTo(index: number, state: Uint32Array): void {
    let changed = this.reached[index] === 0;
    this.reached[index] = 1;
    const base = index * this.stride;
    for (let i = 0; i < this.stride; i++) {
      const before = this.unbound[base + i];
      const after = (before | state[i]) >>> 0;
      if (after !== before) {
        this.unbound[base + i] = after;
        changed = true;
      }
    }
    if (changed) this.pending.push(index);
  }
}
