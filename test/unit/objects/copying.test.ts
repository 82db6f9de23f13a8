// Copies inside the heap, at every alignment and around the sizes where another way is taken, against a copy
// made by a plain loop.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bootHeap } from '../../support/heapOnly.ts';

describe('copying inside the heap', () => {
  let copying: typeof import('../../../src/objects/copying.ts');
  let memory: typeof import('../../../src/heap/memory.ts');
  const BASE = 16 << 20;
  beforeAll(async () => {
    await bootHeap('gil', async () => {
      copying = await import('../../../src/objects/copying.ts');
      memory = await import('../../../src/heap/memory.ts');
    });
  });

  const size = fc.oneof(
    fc.integer({ min: 0, max: 130 }),
    fc.constantFrom(255, 256, 1499, 1500, 1501, 2999, 3000, 3001, 8191, 8192, 20000, 70001),
  );

  it('copies bytes that do not overlap', () => {
    fc.assert(
      fc.property(size, fc.nat(15), fc.nat(15), (count, to, from) => {
        const { U8 } = memory;
        const source = BASE + 200_000 + from;
        const target = BASE + to;
        for (let i = -8; i < count + 8; i++) U8[source + i] = (i * 7 + 3) & 255;
        U8.fill(0xee, target - 8, target + count + 8);
        copying.copyBytes(target, source, count);
        let wrong = 0;
        for (let i = 0; i < count; i++) if (U8[target + i] !== ((i * 7 + 3) & 255)) wrong++;
        expect(wrong).toBe(0);
        expect([U8[target - 1], U8[target + count]]).toEqual([0xee, 0xee]);
      }),
      { numRuns: 150 },
    );
  });

  it('moves words by a little in both directions', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: -5, max: 5 }), (count, by) => {
        const { H } = memory;
        const from = (BASE >> 2) + 50_000;
        for (let i = -8; i < count + 8; i++) H[from + i] = i;
        copying.moveWords(from + by, from, count);
        let wrong = 0;
        for (let i = 0; i < count; i++) if (H[from + by + i] !== i) wrong++;
        expect(wrong).toBe(0);
        if (by < 0) expect(H[from + by - 1]).toBe(by - 1);
        if (by > 0) expect(H[from + by + count]).toBe(by + count);
      }),
      { numRuns: 100 },
    );
  });
});
