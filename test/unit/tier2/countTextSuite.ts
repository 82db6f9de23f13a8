// The text that a count strategy gives to tier 2 does what the strategy's own functions do: on any header, with
// the object owned by this thread, by another, or by nobody, deallocation and merge requests included.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootHeap } from '../../support/heapOnly.ts';

/** Words of a header before its type: counts around the limits that matter, and any. */
const word = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, 4, 5, 7, 8, -1, -2, 0x20000000, 0x3fffffff, 0x7fffffff, -0x80000000),
  fc.integer({ min: -0x80000000, max: 0x7fffffff }),
);

export async function countTextSuite(executor: string): Promise<void> {
  await bootHeap(executor, async () => {});
  const { CURRENT_OWNER, H } = await import('../../../src/heap/memory.ts');
  const { Header } = await import('../../../src/heap/layout.ts');
  const { T } = await import('../../../src/heap/builtinTypes.ts');
  const { reclaim } = await import('../../../src/heap/reclaim.ts');
  const { allocate, countSource, decref, incref, initHeader } = await import(
    '../../../src/executors/policy.ts'
  );

  const freed: number[] = [];
  reclaim.dealloc = (address: number) => {
    freed.push(address);
  };
  const block = allocate(64);
  const q = block >> 2;

  /** The text as a function of the value. */
  const compiled = (statement: string): ((value: number) => void) => {
    const names = { ...countSource.names, H };
    const make = new Function(
      'R',
      `const { ${Object.keys(names).join(', ')} } = R; return (v) => { ${statement} };`,
    );
    return make(names) as (value: number) => void;
  };

  /** What the header is afterwards, and whether the object was deallocated or an error thrown. */
  const effect = (act: (value: number) => void, header: readonly number[]): unknown => {
    header.forEach((each, i) => {
      H[q + i] = each;
    });
    H[q + Header.TYPE] = T.FLOAT;
    freed.length = 0;
    let error = '';
    try {
      act(block);
    } catch (thrown) {
      error = String(thrown);
    }
    return { words: [...H.subarray(q, q + 16)], freed: [...freed], error };
  };

  const headers = fc
    .tuple(word, word, fc.constantFrom(H[CURRENT_OWNER], 2 << 16, 0))
    .map(([local, shared, owner]) => [local, shared, owner]);

  describe(`count texts of ${executor}`, () => {
    it.each([true, false])('count references as the functions do (tagged: %s)', (tagged) => {
      const pairs = [
        [compiled(countSource.incref('v', tagged)), incref],
        [compiled(countSource.decref('v', tagged)), decref],
      ] as const;
      fc.assert(
        fc.property(headers, (header) => {
          for (const [text, act] of pairs)
            expect(effect(text, header)).toEqual(effect(act, header));
        }),
        { numRuns: 300, seed: 11 },
      );
    });

    it('free instead of deallocating where the text is told how', () => {
      const text = compiled(countSource.decref('v', false, 'H[0] = v;'));
      initHeader(block, T.FLOAT);
      H[0] = 0;
      effect(text, [...H.subarray(q, q + 3)]);
      const freedInLine = H[0] === block;
      H[0] = 0;
      expect(freedInLine || freed.includes(block)).toBe(true);
    });

    it('leave small ints alone', () => {
      const before = [...H.subarray(0, 64)];
      for (const text of [countSource.incref('v', true), countSource.decref('v', true)]) {
        for (const value of [1, 3, -1, 0x7fffffff]) compiled(text)(value);
      }
      expect([...H.subarray(0, 64)]).toEqual(before);
    });

    it('write the header of a fresh object', () => {
      const text = compiled(countSource.initHeader('v', T.LIST));
      const garbage = [7, 7, 7];
      expect(effect(text, garbage)).toEqual(effect((v) => initHeader(v, T.LIST), garbage));
    });
  });
}
