// Blocks and jumps become labelled blocks and loops of JavaScript, which V8 compiles as well as code
// written by hand (a `switch` over a program counter measured 3.6 times slower, architecture.md section 2).
//
// The algorithm is N. Ramsey's "Beyond Relooper: Recursive Translation of Unstructured Control Flow to
// Structured Control Flow" (ICFP 2022): a block that several edges lead to is put behind a labelled block
// from which they `break`; the top of a loop is a `for (;;)` that they `continue`; any other block is
// written where its one edge is.

import type { Block, Flow } from './flow.ts';

/** Where an edge leads whose lines leave the function. */
export const LEFT = -1;

/** A way out of a block: what must be done on it, then where it leads. */
export interface Edge {
  /** Offset of a block, or LEFT. */
  readonly to: number;
  readonly lines: readonly string[];
}

/** How a block ends. */
export type End =
  | { readonly kind: 'none' }
  | { readonly kind: 'goto'; readonly edge: Edge }
  | { readonly kind: 'branch'; readonly test: string; readonly yes: Edge; readonly no: Edge };

export interface BlockText {
  readonly lines: readonly string[];
  readonly end: End;
}

/** The lines of the whole function body. */
export function structured(flow: Flow, textOf: (block: Block) => BlockText): string[] {
  const children = new Map<number, Block[]>();
  for (const block of flow.order) {
    if (block.offset === flow.entry || !isMerge(flow, block)) continue;
    const under = children.get(block.dominator) ?? [];
    under.push(block);
    children.set(block.dominator, under);
  }
  const out: string[] = [];
  const emit = (depth: number, line: string) => out.push('  '.repeat(depth) + line);

  const tree = (block: Block, depth: number): void => {
    // Later blocks are reached from more places: they stand further out.
    const merges = [...(children.get(block.offset) ?? [])].sort((a, b) => b.order - a.order);
    if (!block.isLoop) return within(block, merges, depth);
    emit(depth, `L${block.offset}: for (;;) {`);
    within(block, merges, depth + 1);
    emit(depth, '}');
  };

  const within = (block: Block, merges: readonly Block[], depth: number): void => {
    const [outer, ...rest] = merges;
    if (outer === undefined) return body(block, depth);
    emit(depth, `B${outer.offset}: {`);
    within(block, rest, depth + 1);
    emit(depth, '}');
    tree(outer, depth);
  };

  const body = (block: Block, depth: number): void => {
    const { lines, end } = textOf(block);
    for (const line of lines) emit(depth, line);
    if (end.kind === 'goto') edge(block, end.edge, depth);
    if (end.kind !== 'branch') return;
    emit(depth, `if (${end.test}) {`);
    edge(block, end.yes, depth + 1);
    emit(depth, '} else {');
    edge(block, end.no, depth + 1);
    emit(depth, '}');
  };

  const edge = (from: Block, { to, lines }: Edge, depth: number): void => {
    for (const line of lines) emit(depth, line);
    if (to === LEFT) return;
    const target = flow.blocks.get(to) as Block;
    if (target.order <= from.order) emit(depth, `continue L${to};`);
    else if (isMerge(flow, target)) emit(depth, `break B${to};`);
    else tree(target, depth);
  };

  tree(flow.blocks.get(flow.entry) as Block, 1);
  return out;
}

/** The jump to a block that has a label, from a line within `from`. */
export const jumpTo = (from: Block, target: Block): string =>
  target.order <= from.order ? `continue L${target.offset};` : `break B${target.offset};`;

/** One edge leads to the block: what is known before it is known there. */
export function hasOneWay(flow: Flow, target: number): boolean {
  const to = flow.blocks.get(target) as Block;
  return !isMerge(flow, to) && !to.isLoop;
}

/** More than one edge leads forward to it, or lines in the middle of blocks do. */
export function isMerge(flow: Flow, block: Block): boolean {
  if (block.isHandler && block.offset !== flow.entry) return true;
  let forward = block.offset === flow.entry ? 1 : 0;
  for (const from of block.from) {
    if ((flow.blocks.get(from) as Block).order < block.order) forward++;
  }
  return forward > 1;
}
