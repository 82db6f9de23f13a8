// Tier 2 keeps ints of up to 64 bits in two words. Random expressions of them, as hashes and generators of
// random numbers are made of, are run there and compared with BigInt.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HANG_MILLISECONDS, runCase } from '../support/runCase.ts';

interface Expression {
  readonly text: string;
  readonly value: (a: bigint, b: bigint) => bigint;
}

const floorDivide = (x: bigint, y: bigint): bigint => {
  const quotient = x / y;
  return x < 0n && quotient * y !== x ? quotient - 1n : quotient;
};

type Operation = (x: bigint, y: bigint) => bigint;
const BINARY: Readonly<Record<string, Operation>> = {
  '+': (x, y) => x + y,
  '-': (x, y) => x - y,
  '*': (x, y) => x * y,
  '&': (x, y) => x & y,
  '|': (x, y) => x | y,
  '^': (x, y) => x ^ y,
};
const BY_CONSTANT: Readonly<Record<string, Operation>> = {
  '//': floorDivide,
  '%': (x, y) => x - floorDivide(x, y) * y,
};
const SHIFTS: Readonly<Record<string, Operation>> = {
  '<<': (x, y) => x << y,
  '>>': (x, y) => x >> y,
};

const joined = (left: Expression, sign: string, right: Expression, of: Operation): Expression => ({
  text: `(${left.text} ${sign} ${right.text})`,
  value: (a, b) => of(left.value(a, b), right.value(a, b)),
});

const constant = (n: bigint): Expression => ({ text: String(n), value: () => n });
const masks = [0xffn, 0x3fffffffn, 0x7fffffffn, 0xffffffffn, (1n << 53n) - 1n, (1n << 64n) - 1n];
const divisors = [
  1n,
  2n,
  3n,
  10n,
  64n,
  1000003n,
  1n << 30n,
  1n << 31n,
  1n << 32n,
  (1n << 61n) - 1n,
];

const signOf = (table: Readonly<Record<string, Operation>>) =>
  fc.constantFrom(...Object.keys(table)).map((sign) => [sign, table[sign] as Operation] as const);

const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const inner = tie('expression');
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom<Expression>(
        { text: 'a', value: (a) => a },
        { text: 'b', value: (_, b) => b },
      ),
      fc.constantFrom(...masks, 1n, 2n, 3n, 31n, 2654435761n).map(constant),
      fc
        .tuple(inner, signOf(BINARY), inner)
        .map(([left, [sign, of], right]) => joined(left, sign, right, of)),
      fc
        .tuple(inner, fc.constantFrom(...masks))
        .map(([left, mask]) => joined(left, '&', constant(mask), BINARY['&'] as Operation)),
      fc
        .tuple(inner, signOf(BY_CONSTANT), fc.constantFrom(...divisors))
        .map(([left, [sign, of], right]) => joined(left, sign, constant(right), of)),
      fc
        .tuple(inner, signOf(SHIFTS), fc.integer({ min: 0, max: 70 }))
        .map(([left, [sign, of], count]) => joined(left, sign, constant(BigInt(count)), of)),
    ),
  };
});

const VALUES = [0n, 1n, 7n, 0x3fffffffn, 0x40000000n, 0xffffffffn, 1n << 32n, (1n << 53n) + 1n];
const MORE = [(1n << 63n) + 12345n, (1n << 64n) - 1n];
const MODULUS = (1n << 89n) - 1n;

/** Small values first, so that what is assumed of them proves wrong later; then all, again and again. */
const ORDER = [VALUES.slice(0, 4), VALUES, [...VALUES, ...MORE], VALUES].flat();

const program = (expressions: readonly Expression[]): string =>
  [
    `values = [${ORDER.join(', ')}]`,
    ...expressions.map(({ text }, i) => {
      // One branch uses what the other has changed.
      return `def f${i}(x):\n    for a in values:\n        for b in values:\n            c = ${text}\n            if c & 1: a = (c ^ b) & 0xffffffffffffffff\n            else: a = a >> 1 if a > b else 3 * a + 1\n            x = (x * 31 + c + a) % ${MODULUS}\n    return x\nprint(f${i}(f${i}(1)))`;
    }),
    '',
  ].join('\n');

function expected({ value }: Expression): bigint {
  let x = 1n;
  for (let round = 0; round < 2; round++) {
    for (const first of ORDER) {
      let a = first;
      for (const b of ORDER) {
        const c = value(a, b);
        if ((c & 1n) !== 0n) a = (c ^ b) & 0xffffffffffffffffn;
        else a = a > b ? a >> 1n : 3n * a + 1n;
        x = x * 31n + c + a;
        x -= floorDivide(x, MODULUS) * MODULUS;
      }
    }
  }
  return x;
}

test.each(['2', 'auto'])(
  'random expressions of wide ints, tier %s',
  async (tier) => {
    const folder = mkdtempSync(join(tmpdir(), 'wide-ints-'));
    const file = join(folder, 'program.py');
    const property = fc.asyncProperty(
      fc.array(expression, { minLength: 1, maxLength: 30 }),
      async (all) => {
        writeFileSync(file, program(all));
        const { stdout } = await runCase(file, '', ['--tier', tier]);
        expect(stdout.trim().split('\n')).toEqual(all.map((one) => String(expected(one))));
      },
    );
    try {
      await fc.assert(property, {
        numRuns: 4,
        seed: 20,
        interruptAfterTimeLimit: HANG_MILLISECONDS,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  3 * HANG_MILLISECONDS,
);
