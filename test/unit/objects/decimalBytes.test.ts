// Rounding without long arithmetic against decimalDigits.ts, which writes a double out as the fraction it is.

import { assert, constantFrom, double, integer, oneof, property, tuple } from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { bootHeap } from '../../support/heapOnly.ts';

const load = async () => ({
  ...(await import('../../../src/objects/decimalBytes.ts')),
  ...(await import('../../../src/objects/decimalDigits.ts')),
  ...(await import('../../../src/objects/scratch.ts')),
});
let o: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  await bootHeap('gil', async () => {
    o = await load();
  });
});

/** Doubles of all sizes, and such as lie at or beside the middle between two decimals. */
const doubles = oneof(
  double({ min: 0, max: 1e15, noNaN: true }),
  double({ min: 0, max: 1, noNaN: true }),
  tuple(integer({ min: 0, max: 1e9 }), integer({ min: 0, max: 30 })).map(([n, k]) => n / 2 ** k),
  tuple(integer({ min: 0, max: 1e6 }), integer({ min: 0, max: 8 })).map(
    ([n, k]) => (n + 0.5) / 10 ** k,
  ),
  tuple(integer({ min: -20, max: 20 }), constantFrom(-1, 0, 1)).map(
    ([k, ulps]) => Number(`1e${k}`) * (1 + ulps * 2 ** -52),
  ),
);

const written = (end: number) => String.fromCharCode(...o.TEXT.subarray(0, end));

it('rounds to decimal places as the exact fraction does', () => {
  assert(
    property(doubles, integer({ min: -22, max: 22 }), (x, places) => {
      const units = o.scaled(x, places);
      if (units === o.NOT_HERE) return;
      const { digits, point } = o.exactDigits(x, places);
      const zeros = digits === '' ? 0 : point + places - digits.length;
      expect(BigInt(units)).toBe(BigInt(`0${digits}${'0'.repeat(Math.max(0, zeros))}`));
    }),
    { numRuns: 20000 },
  );
});

it('finds significant digits as the exact fraction does', () => {
  assert(
    property(doubles, integer({ min: 1, max: 15 }), (x, count) => {
      if (x === 0) return;
      const end = o.putScientific(0, x, count - 1, 101);
      if (end === o.NOT_HERE) return;
      const { digits, point } = o.significantDigits(x, count);
      const [mantissa, exponent] = written(end).split('e') as [string, string];
      expect(mantissa.replace('.', '')).toBe(digits);
      expect(Number(exponent)).toBe(point - 1);
    }),
    { numRuns: 20000 },
  );
});

it('reads up to 19 digits as JavaScript does, or leaves them', () => {
  const parts = tuple(
    integer({ min: 1e14, max: 1e15 - 1 }),
    integer({ min: 1, max: 4 }),
    integer({ min: 0, max: 9999 }),
    integer({ min: 0, max: 22 }),
  );
  let left = 0;
  assert(
    property(parts, ([n, k, rest, places]) => {
      const low = rest % 10 ** k;
      const text = `${n}${String(low).padStart(k, '0')}e-${places}`;
      const x = o.longQuotient(n, k, low, places);
      if (x === undefined) left++;
      else expect(x).toBe(Number(text));
    }),
    { numRuns: 20000 },
  );
  expect(left).toBeLessThan(200);
});
