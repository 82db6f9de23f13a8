// Graphs become nested blocks and loops that run the same way. The nested text is executed with an oracle
// that decides each branch, and must visit the blocks that a walk over the graph visits.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootHeap } from '../../support/heapOnly.ts';
import { blockAt, type Drawn, numberOf, writeCode } from './graph.ts';

await bootHeap('gil', async () => {});
const { H } = await import('../../../src/heap/memory.ts');
const { flowFrom, dominates } = await import('../../../src/tier2/flow.ts');
const { structured, isMerge, LEFT } = await import('../../../src/tier2/structure.ts');
type Flow = ReturnType<typeof flowFrom>;
type Block = Flow['order'][number];

const STEPS = 60;

const draw = (drawing: readonly Drawn[]): Flow => flowFrom(writeCode(H, drawing), 0);

/** The JavaScript of a graph whose blocks note that they were visited; irreducible edges leave. */
function run(flow: Flow, decisions: readonly boolean[]): number[] {
  const edge = (block: Block, to: number) => {
    const target = flow.blocks.get(to) as Block;
    const leaves = target.order <= block.order && !dominates(flow, to, block.offset);
    return leaves ? { to: LEFT, lines: ['visits.push(-1); return;'] } : { to, lines: [] };
  };
  const lines = structured(flow, (block) => ({
    lines: [
      `visits.push(${numberOf(block.offset)});`,
      `if (visits.length >= ${STEPS}) return;`,
      ...(block.fall < 0 && block.jump < 0 ? ['return;'] : []),
    ],
    end:
      block.fall >= 0 && block.jump >= 0
        ? {
            kind: 'branch',
            test: 'decide()',
            yes: edge(block, block.jump),
            no: edge(block, block.fall),
          }
        : block.fall >= 0 || block.jump >= 0
          ? { kind: 'goto', edge: edge(block, Math.max(block.fall, block.jump)) }
          : { kind: 'none' },
  }));
  const visits: number[] = [];
  let at = 0;
  new Function('visits', 'decide', lines.join('\n'))(
    visits,
    () => decisions[at++ % decisions.length],
  );
  return visits;
}

/** The same walk over the graph itself. */
function walk(flow: Flow, decisions: readonly boolean[]): number[] {
  const visits: number[] = [];
  let block = flow.blocks.get(flow.entry) as Block;
  for (let at = 0; ; ) {
    visits.push(numberOf(block.offset));
    if (visits.length >= STEPS || (block.fall < 0 && block.jump < 0)) return visits;
    const both = block.fall >= 0 && block.jump >= 0;
    const jumps = both ? decisions[at++ % decisions.length] : block.jump >= 0;
    const to = flow.blocks.get(jumps ? block.jump : block.fall) as Block;
    if (to.order <= block.order && !dominates(flow, to.offset, block.offset))
      return [...visits, -1];
    block = to;
  }
}

/** Any graph of which each block falls into the next one, jumps, or ends. */
const drawings = fc.integer({ min: 2, max: 9 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, i) => {
      const last = i === count - 1;
      const target = fc.integer({ min: 0, max: count - 1 });
      const forward = last
        ? []
        : [target.map((jump) => ({ jump: Math.max(jump, i + 1), fall: i + 1 }))];
      return fc.oneof(
        fc.constant<Drawn>({}),
        target.map((jump): Drawn => ({ jump })),
        ...(last ? [] : [fc.constant<Drawn>({ fall: i + 1 })]),
        ...forward,
      );
    }),
  ),
);

describe('the structure of a graph', () => {
  it('goes the ways of any graph, and leaves where the graph cannot be nested', () => {
    fc.assert(
      fc.property(
        drawings,
        fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
        (drawing, decisions) => {
          const flow = draw(drawing);
          expect(run(flow, decisions)).toEqual(walk(flow, decisions));
        },
      ),
      { numRuns: 400, seed: 7 },
    );
  });

  it('writes a block once where two ways meet', () => {
    const flow = draw([{ fall: 1, jump: 2 }, { jump: 3 }, { fall: 3 }, {}]);
    expect(isMerge(flow, flow.blocks.get(blockAt(3)) as Block)).toBe(true);
    expect(run(flow, [true])).toEqual([0, 2, 3]);
    expect(run(flow, [false])).toEqual([0, 1, 3]);
  });
});

describe('the flow of code', () => {
  it('finds the loops of nested loops', () => {
    // 0 -> outer 1 { inner 2 -> 3 -> 2 } -> 4 -> 1, out to 5
    const flow = draw([
      { fall: 1 },
      { fall: 2, jump: 5 },
      { fall: 3, jump: 4 },
      { jump: 2 },
      { jump: 1 },
      {},
    ]);
    const loops = flow.order.filter((block) => block.isLoop).map((block) => numberOf(block.offset));
    expect(loops.sort()).toEqual([1, 2]);
    expect(dominates(flow, blockAt(1), blockAt(4))).toBe(true);
    expect(dominates(flow, blockAt(3), blockAt(4))).toBe(false);
  });

  it('knows only what can be reached from the entry', () => {
    const flow = flowFrom(writeCode(H, [{ fall: 1 }, { jump: 3 }, { jump: 1 }, {}]), blockAt(1));
    expect(flow.order.map((block) => numberOf(block.offset))).toEqual([1, 3]);
  });

  it('sees two entries of one loop', () => {
    const flow = draw([{ fall: 1, jump: 2 }, { fall: 2 }, { fall: 3, jump: 4 }, { jump: 1 }, {}]);
    expect(run(flow, [true, false])).toEqual([0, 2, 3, 1, -1]);
    expect(dominates(flow, blockAt(1), blockAt(2))).toBe(false);
  });
});
