/**
 * Instructions as they are written: basic blocks in the order of the text, jumps that name blocks,
 * the current source position, and the tables of constants and names.
 *
 * A block ends at a jump, and where the exception handler in force changes, so that "what protects
 * this instruction" is a property of its block. Positions are a state of the emitter, as in
 * CPython's compiler: whoever visits a node sets `span`, visits the parts, and sets it back. A null
 * span marks an artificial instruction; it takes the line of what runs before it.
 */

import type { Span } from '../ast/nodes.ts';
import type { Code, Constant } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';

export interface Instruction {
  op: Op;
  argument: number;
  target: Block | null;
  span: Span | null;
}

/** Where exceptions go that are raised in the blocks that carry this handler. */
export interface Handler {
  readonly block: Block;
  readonly pushLasti: boolean;
  readonly outer: Handler | null;
  /** First protected block; the stack is cut to its entry depth plus `depthOffset`. */
  readonly start: Block;
  readonly depthOffset: number;
}

export class Block {
  instructions: Instruction[] = [];
  handler: Handler | null = null;
  /** Place in the order of the text; set by the assembler. */
  index = -1;
  /** Operand stack at entry, -1 while nothing is known to reach the block. */
  depth = -1;
  isHandler = false;
}

/** Never falls through to the next instruction. */
export function endsFlow(op: Op): boolean {
  switch (op) {
    case Op.JUMP_FORWARD:
    case Op.JUMP_BACKWARD:
    case Op.RETURN_VALUE:
    case Op.RAISE_VARARGS:
    case Op.RERAISE:
      return true;
    default:
      return false;
  }
}

export class Emitter {
  readonly blocks: Block[] = [];
  readonly constants: Constant[] = [];
  readonly names: string[] = [];
  span: Span | null = null;
  handler: Handler | null = null;
  private current: Block;
  private readonly constantIndexes = new Map<string, number>();
  private readonly nameIndexes = new Map<string, number>();

  constructor() {
    this.current = new Block();
    this.blocks.push(this.current);
  }

  emit(op: Op, argument = 0): void {
    this.current.instructions.push({ op, argument, target: null, span: this.span });
    if (endsFlow(op)) this.use(new Block());
  }

  /** A jump; what follows it starts a new block. */
  jump(op: Op, target: Block): void {
    this.current.instructions.push({ op, argument: 0, target, span: this.span });
    this.use(new Block());
  }

  /** The next instructions belong to that block, which has not been placed before. */
  use(block: Block): void {
    block.handler = this.handler;
    this.blocks.push(block);
    this.current = block;
  }

  /**
   * Protects what follows by a handler that starts at `block`. The stack at this point, less
   * `dropped` values, is what the handler finds below the exception.
   */
  protect(block: Block, pushLasti: 'plain' | 'lasti', dropped = 0): Handler {
    const start = new Block();
    block.isHandler = true;
    const handler: Handler = {
      block,
      pushLasti: pushLasti === 'lasti',
      outer: this.handler,
      start,
      depthOffset: -dropped,
    };
    this.handler = handler;
    this.use(start);
    return handler;
  }

  /** Ends or exchanges the protection from here on. */
  setHandler(handler: Handler | null): void {
    if (handler === this.handler) return;
    this.handler = handler;
    this.use(new Block());
  }

  loadConstant(constant: Constant): void {
    this.emit(Op.LOAD_CONST, this.constantIndex(constant));
  }

  loadNone(): void {
    this.loadConstant(NONE);
  }

  constantIndex(constant: Constant): number {
    if (constant.type === 'code') return this.constants.push(constant) - 1;
    const key = constantKey(constant);
    let index = this.constantIndexes.get(key);
    if (index === undefined) {
      index = this.constants.push(constant) - 1;
      this.constantIndexes.set(key, index);
    }
    return index;
  }

  nameIndex(name: string): number {
    let index = this.nameIndexes.get(name);
    if (index === undefined) {
      index = this.names.push(name) - 1;
      this.nameIndexes.set(name, index);
    }
    return index;
  }

  loadCode(code: Code): void {
    this.loadConstant({ type: 'code', code });
  }
}

export const NONE: Constant = { type: 'None' };

/** Equal keys exactly for constants that are the same object to Python: 1, 1.0 and True are not. */
function constantKey(constant: Constant): string {
  switch (constant.type) {
    case 'int':
      return `i${constant.value}`;
    case 'float':
      return Object.is(constant.value, -0) ? 'f-0' : `f${constant.value}`;
    case 'str':
      return `s${constant.value}`;
    case 'bytes':
      return `b${constant.value.join(' ')}`;
    case 'tuple':
    case 'frozenset': {
      const keys = constant.items.map(constantKey);
      return `${constant.type}(${keys.map((key) => `${key.length}:${key}`).join('')})`;
    }
    case 'code':
      throw new Error('code constants are never shared');
    default:
      return constant.type;
  }
}
