// Arithmetic of ints of any size against BigInt, by properties: on numbers around the borders between the
// ways that intArithmetic.ts tries (small, double, limbs, BigInt) and on random ones. Every heap int must
// come out canonical, and nothing may be left behind in the heap.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Value } from '../../../src/heap/layout.ts';
import { bootHeap } from '../../support/heapOnly.ts';

/** Near a power of two, a random one, or one with long runs of equal bits. */
const integer = fc.oneof(
  fc.bigInt({ min: -(2n ** 35n), max: 2n ** 35n }),
  fc
    .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: -3, max: 3 }), fc.boolean())
    .map(([bits, off, negative]) => {
      const n = (1n << BigInt(bits)) + BigInt(off);
      return negative ? -n : n;
    }),
  fc.bigInt({ min: -(2n ** 64n), max: 2n ** 64n }),
  fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }),
  fc.bigInt({ min: -(2n ** 3000n), max: 2n ** 3000n }),
  fc
    .tuple(fc.integer({ min: 1, max: 260 }), fc.integer({ min: 0, max: 260 }))
    .map(([ones, zeros]) => ((1n << BigInt(ones)) - 1n) << BigInt(zeros)),
);
const shift = fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 31, 32, 33, 64, 500));
const RUNS = { numRuns: 400 };

const floorDivide = (a: bigint, b: bigint): bigint => {
  const q = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? q - 1n : q;
};

export function limbsSuite(executor: string): void {
  describe(`ints against BigInt under ${executor}`, () => {
    let int: typeof import('../../../src/objects/int.ts');
    let math: typeof import('../../../src/objects/intArithmetic.ts');
    let limbs: typeof import('../../../src/objects/limbs.ts');
    let hashes: typeof import('../../../src/objects/numericHash.ts');
    let memory: typeof import('../../../src/heap/memory.ts');
    let policy: typeof import('../../../src/executors/policy.ts');
    beforeAll(async () => {
      await bootHeap(executor, async () => {
        int = await import('../../../src/objects/int.ts');
        math = await import('../../../src/objects/intArithmetic.ts');
        limbs = await import('../../../src/objects/limbs.ts');
        hashes = await import('../../../src/objects/numericHash.ts');
        memory = await import('../../../src/heap/memory.ts');
        policy = await import('../../../src/executors/policy.ts');
        await import('../../../src/objects/intType.ts');
      });
    });

    /** The value of an owned int, which must be canonical and is released. */
    function take(value: Value): bigint {
      const n = int.toBigInt(value);
      if ((value & 1) === 0) {
        expect(n > BigInt(int.SMALL_MAX) || n < BigInt(int.SMALL_MIN)).toBe(true);
        const digits = int.digitCount(value);
        expect(memory.H[limbs.limbsAt(value) + digits - 1]).not.toBe(0);
        policy.decref(value);
      }
      return n;
    }

    const apply = (
      operation: (left: Value, right: Value) => Value,
      a: bigint,
      b: bigint,
    ): bigint => {
      const left = int.newBigInt(a);
      const right = int.newBigInt(b);
      const result = take(operation(left, right));
      policy.decref(left);
      policy.decref(right);
      return result;
    };

    it('makes and reads ints of any size', () => {
      fc.assert(
        fc.property(integer, (a) => {
          expect(take(int.newBigInt(a))).toBe(a);
        }),
        RUNS,
      );
    });

    it.each([
      ['+', (a: bigint, b: bigint) => a + b, 'addInts'],
      ['-', (a: bigint, b: bigint) => a - b, 'subtractInts'],
      ['*', (a: bigint, b: bigint) => a * b, 'multiplyInts'],
      ['&', (a: bigint, b: bigint) => a & b, 'andInts'],
      ['|', (a: bigint, b: bigint) => a | b, 'orInts'],
      ['^', (a: bigint, b: bigint) => a ^ b, 'xorInts'],
    ] as const)('computes a %s b as BigInt does', (_, expected, name) => {
      fc.assert(
        fc.property(integer, integer, (a, b) => {
          expect(apply(math[name], a, b)).toBe(expected(a, b));
        }),
        RUNS,
      );
    });

    it('divides with the quotient rounded down and the remainder signed as the divisor', () => {
      fc.assert(
        fc.property(integer, integer, (a, b) => {
          fc.pre(b !== 0n);
          const quotient = floorDivide(a, b);
          expect(apply(math.floorDivideInts, a, b)).toBe(quotient);
          expect(apply(math.remainderInts, a, b)).toBe(a - quotient * b);
        }),
        { numRuns: 1500 },
      );
    });

    it('divides products by their factors without a rest', () => {
      fc.assert(
        fc.property(integer, integer, fc.integer({ min: -1, max: 1 }), (a, b, off) => {
          fc.pre(b !== 0n);
          const product = a * b + BigInt(off);
          expect(apply(math.floorDivideInts, product, b)).toBe(floorDivide(product, b));
        }),
        RUNS,
      );
    });

    it('shifts both ways', () => {
      fc.assert(
        fc.property(integer, shift, (a, bits) => {
          expect(apply(math.shiftLeft, a, BigInt(bits))).toBe(a << BigInt(bits));
          expect(apply(math.shiftRight, a, BigInt(bits))).toBe(a >> BigInt(bits));
        }),
        RUNS,
      );
    });

    it('negates, inverts, compares and measures', () => {
      fc.assert(
        fc.property(integer, integer, (a, b) => {
          const left = int.newBigInt(a);
          const right = int.newBigInt(b);
          expect(take(math.negateInt(left))).toBe(-a);
          expect(take(math.invertInt(left))).toBe(~a);
          expect(take(math.absoluteInt(left))).toBe(a < 0n ? -a : a);
          expect(Math.sign(math.compareInts(left, right))).toBe(a < b ? -1 : a > b ? 1 : 0);
          expect(limbs.bitLengthOf(left)).toBe(a === 0n ? 0 : (a < 0n ? -a : a).toString(2).length);
          policy.decref(left);
          policy.decref(right);
        }),
        RUNS,
      );
    });

    it('hashes by the remainder modulo 2**61 - 1', () => {
      const prime = (1n << 61n) - 1n;
      fc.assert(
        fc.property(integer, (a) => {
          const value = int.newBigInt(a);
          expect(hashes.hashOfInt(value)).toBe(Number(BigInt.asIntN(32, a % prime)));
          policy.decref(value);
        }),
        { numRuns: 1500 },
      );
    });
  });
}
