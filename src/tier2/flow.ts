// The control flow of one code object as seen from one entry: instructions decoded from the heap, basic
// blocks, and what the structured code needs to know of them (order, dominators, loops).
//
// An entry may lie in the middle of a function: the top of a hot loop, the start of an exception
// handler, the place behind a yield. What can be reached from it by raising only is in the graph where
// exceptions have come often (handlers.ts): edges lead then from the blocks that may raise to the handler.

import { instructionWords, Op } from '../bytecode/opcodes.ts';
import { type Address, CodeLayout as C, ExceptionRow as Row } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';

/** One instruction. `offset` counts words from the start of the code. */
export interface Instruction {
  readonly offset: number;
  readonly op: Op;
  readonly arg: number;
  /** First word of its inline cache in this worker; 0 if it has none. */
  readonly cache: number;
  readonly next: number;
  /** Where it jumps, -1 if it does not. */
  readonly target: number;
}

export interface Block {
  /** Offset of its first instruction. */
  readonly offset: number;
  readonly instructions: Instruction[];
  /** The block it falls into, and the block it jumps to; -1 if none. */
  fall: number;
  jump: number;
  /** Handlers in the graph that cover one of its instructions, by offset. */
  readonly handlers: number[];
  /** It is such a handler. */
  isHandler: boolean;
  /** Place in reverse postorder: forward edges lead from lower to higher numbers. */
  order: number;
  /** Offset of the immediate dominator; its own for the entry. */
  dominator: number;
  /** Edges that come in, by offset of the block they leave. */
  readonly from: number[];
  /** Something jumps back to it. */
  isLoop: boolean;
}

export interface Flow {
  readonly entry: number;
  readonly blocks: ReadonlyMap<number, Block>;
  /** In reverse postorder. */
  readonly order: readonly Block[];
}

export function decode(code: Address, offset: number): Instruction {
  const start = H[(code >> 2) + C.CODE_START];
  const word = H[start + offset];
  const op = (word & 0xff) as Op;
  const arg = word >>> 8;
  const next = offset + instructionWords(op);
  const cache = next - offset === 2 ? H[start + offset + 1] : 0;
  const target = op === Op.JUMP_BACKWARD ? next - arg : JUMPS.has(op) ? next + arg : -1;
  return { offset, op, arg, cache, next, target };
}

const JUMPS: ReadonlySet<Op> = new Set([
  Op.JUMP_FORWARD,
  Op.JUMP_BACKWARD,
  Op.FOR_ITER,
  Op.SEND,
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
  Op.JUMP_IF_FALSE_OR_POP,
  Op.JUMP_IF_TRUE_OR_POP,
]);

/** Instructions that nothing follows. */
const ENDS: ReadonlySet<Op> = new Set([
  Op.RETURN_VALUE,
  Op.RETURN_GENERATOR,
  Op.YIELD_VALUE,
  Op.RAISE_VARARGS,
  Op.RERAISE,
  Op.JUMP_FORWARD,
  Op.JUMP_BACKWARD,
]);

const NONE: ReadonlySet<number> = new Set();

/** The graph of what can be reached from `entry`; `handlers` are those that belong to it. */
export function flowFrom(code: Address, entry: number, handlers: ReadonlySet<number> = NONE): Flow {
  const { decoded, leaders } = reach(code, entry, handlers);
  const blocks = new Map<number, Block>();
  for (const offset of leaders) blocks.set(offset, blockAt(offset, decoded, leaders));
  if (handlers.size > 0) for (const block of blocks.values()) cover(code, block, blocks, handlers);
  const order = reversePostorder(blocks, entry);
  for (const block of order) {
    for (const next of successors(block)) (blocks.get(next) as Block).from.push(block.offset);
  }
  findDominators(order, blocks);
  for (const block of order) {
    for (const next of successors(block)) {
      const to = blocks.get(next) as Block;
      if (to.order <= block.order) to.isLoop = true;
    }
  }
  return { entry, blocks, order };
}

export const successors = (block: Block): number[] => [
  ...(block.fall >= 0 ? [block.fall] : []),
  ...(block.jump >= 0 ? [block.jump] : []),
  ...block.handlers,
];

/** Notes which of the handlers cover instructions of the block. */
function cover(
  code: Address,
  block: Block,
  blocks: ReadonlyMap<number, Block>,
  handlers: ReadonlySet<number>,
): void {
  for (const { offset } of block.instructions) {
    const target = coveringRow(code, offset)?.target ?? -1;
    if (!handlers.has(target) || block.handlers.includes(target)) continue;
    block.handlers.push(target);
    (blocks.get(target) as Block).isHandler = true;
  }
}

/** True if `above` lies on every way from the entry to `block`. */
export function dominates(flow: Flow, above: number, block: number): boolean {
  for (let at = block; ; ) {
    if (at === above) return true;
    const { dominator } = flow.blocks.get(at) as Block;
    if (dominator === at) return false;
    at = dominator;
  }
}

interface Reached {
  readonly decoded: Map<number, Instruction>;
  readonly leaders: Set<number>;
}

function reach(code: Address, entry: number, handlers: ReadonlySet<number>): Reached {
  const decoded = new Map<number, Instruction>();
  const leaders = new Set([entry]);
  const work = [entry];
  while (work.length > 0) {
    let offset = work.pop() as number;
    while (!decoded.has(offset)) {
      const instruction = decode(code, offset);
      decoded.set(offset, instruction);
      const handler = handlers.size === 0 ? -1 : (coveringRow(code, offset)?.target ?? -1);
      if (handlers.has(handler)) {
        leaders.add(handler);
        work.push(handler);
      }
      if (instruction.target >= 0) {
        leaders.add(instruction.target);
        work.push(instruction.target);
      }
      if (ENDS.has(instruction.op)) break;
      if (instruction.target >= 0) leaders.add(instruction.next);
      offset = instruction.next;
    }
  }
  return { decoded, leaders };
}

function blockAt(
  offset: number,
  decoded: ReadonlyMap<number, Instruction>,
  leaders: ReadonlySet<number>,
): Block {
  const instructions: Instruction[] = [];
  const block: Block = {
    offset,
    instructions,
    fall: -1,
    jump: -1,
    handlers: [],
    isHandler: false,
    order: -1,
    dominator: -1,
    from: [],
    isLoop: false,
  };
  for (let at = offset; ; ) {
    const instruction = decoded.get(at) as Instruction;
    instructions.push(instruction);
    block.jump = instruction.target;
    if (ENDS.has(instruction.op)) return block;
    at = instruction.next;
    if (leaders.has(at) || instruction.target >= 0) {
      block.fall = at;
      return block;
    }
  }
}

function reversePostorder(blocks: ReadonlyMap<number, Block>, entry: number): Block[] {
  const order: Block[] = [];
  const seen = new Set<number>([entry]);
  const stack: { block: Block; next: number[] }[] = [];
  const enter = (offset: number) => {
    const block = blocks.get(offset) as Block;
    // The jump first: what falls through then comes directly behind its block.
    stack.push({ block, next: successors(block) });
  };
  enter(entry);
  while (stack.length > 0) {
    const top = stack[stack.length - 1] as { block: Block; next: number[] };
    const next = top.next.pop();
    if (next === undefined) {
      order.push(top.block);
      stack.pop();
    } else if (!seen.has(next)) {
      seen.add(next);
      enter(next);
    }
  }
  order.reverse();
  order.forEach((block, i) => {
    block.order = i;
  });
  return order;
}

/** K. Cooper, T. Harvey, K. Kennedy, "A Simple, Fast Dominance Algorithm" (2001), figure 3. */
function findDominators(order: readonly Block[], blocks: ReadonlyMap<number, Block>): void {
  const entry = order[0] as Block;
  entry.dominator = entry.offset;
  const common = (a: Block, b: Block): Block => {
    let x = a;
    let y = b;
    while (x !== y) {
      while (x.order > y.order) x = blocks.get(x.dominator) as Block;
      while (y.order > x.order) y = blocks.get(y.dominator) as Block;
    }
    return x;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const block of order) {
      if (block === entry) continue;
      let found: Block | undefined;
      for (const offset of block.from) {
        const from = blocks.get(offset) as Block;
        if (from.dominator < 0) continue;
        found = found === undefined ? from : common(found, from);
      }
      if (found !== undefined && block.dominator !== found.offset) {
        block.dominator = found.offset;
        changed = true;
      }
    }
  }
}

/** A row of the exception table. */
export interface Covering {
  /** Where the handler begins. */
  readonly target: number;
  /** How deep it cuts the stack. */
  readonly depth: number;
  /** The place that raised is pushed below the exception. */
  readonly lasti: boolean;
}

/** The innermost handler that covers an instruction. */
export function coveringRow(code: Address, offset: number): Covering | undefined {
  const q = code >> 2;
  const rows = H[q + C.EXCEPTIONS];
  for (let i = H[q + C.EXCEPTION_COUNT] - 1; i >= 0; i--) {
    const row = rows + i * Row.WORDS;
    if (offset < H[row + Row.START] || offset >= H[row + Row.END]) continue;
    return {
      target: H[row + Row.TARGET],
      depth: H[row + Row.DEPTH],
      lasti: H[row + Row.LASTI] !== 0,
    };
  }
  return undefined;
}

/** How deep the innermost handler that covers an instruction cuts the stack, -1 if none does. */
export const coveredDepth = (code: Address, offset: number): number =>
  coveringRow(code, offset)?.depth ?? -1;
