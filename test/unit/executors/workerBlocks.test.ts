// The free lists of a worker: what is given is taken again, and a list that only grows gives blocks away.

import { describe, expect, it } from 'vitest';
import { bootHeap } from '../../support/heapOnly.ts';

await bootHeap('nogil', async () => {});
const { H, MACHINE, WORKER } = await import('../../../src/heap/memory.ts');
const { Machine, Worker } = await import('../../../src/heap/layout.ts');
const { cacheLimit } = await import('../../../src/heap/blocks.ts');
const { allocate, free, blockSource } = await import('../../../src/executors/policy.ts');

const BYTES = 64;
const LIST = BYTES >> 3;
const LIMIT = cacheLimit(LIST);

function listLength(): number {
  let length = 0;
  for (let block = H[WORKER + Worker.FREE_LISTS + LIST]; block !== 0; block = H[block >> 2])
    length++;
  return length;
}

describe('blocks of a worker', () => {
  it('are never more than the count of their list, which never exceeds the limit', () => {
    for (let round = 0; round < 3 * LIMIT; round++) free(allocate(BYTES), BYTES);
    const count = H[WORKER + Worker.FREE_COUNTS + LIST] as number;
    expect(count).toBeGreaterThanOrEqual(listLength());
    expect(count).toBeLessThanOrEqual(LIMIT);
  });

  it('go to the machine when they are too many', () => {
    const blocks = Array.from({ length: 4 * LIMIT }, () => allocate(BYTES));
    for (const block of blocks) free(block, BYTES);
    expect(listLength()).toBeLessThanOrEqual(LIMIT);
    expect(H[MACHINE + Machine.CENTRAL_LISTS + LIST]).not.toBe(0);
    // All of them can be had again, each once.
    const again = new Set(blocks.map(() => allocate(BYTES)));
    expect(again.size).toBe(blocks.length);
    for (const block of again) free(block, BYTES);
  });

  it('are taken and given by the text as by the functions', () => {
    const names = blockSource.names;
    const make = (body: string): ((at: number) => number) =>
      new Function(
        'R',
        'H',
        `const { ${Object.keys(names).join(', ')} } = R; return (a) => { ${body} };`,
      )(names, H);
    const give = make(`${blockSource.free('a', BYTES)} return 0;`);
    const take = make(`let t = 0; ${blockSource.take('t', BYTES)} return t;`);
    const block = allocate(BYTES);
    const before = listLength();
    give(block);
    expect(listLength()).toBe(before + 1);
    expect(take(0)).toBe(block);
    for (let i = 0; i < 2 * LIMIT; i++) give(allocate(BYTES));
    expect(H[WORKER + Worker.FREE_COUNTS + LIST]).toBeLessThanOrEqual(LIMIT);
  });
});
