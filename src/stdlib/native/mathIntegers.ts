// The integer functions of `math`: factorials, binomials, divisors, exact roots, products.

import { BinaryOperator } from '../../bytecode/opcodes.ts';
import { decref } from '../../executors/policy.ts';
import { S } from '../../heap/builtinTypes.ts';
import type { Value, WordIndex } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { newBigInt } from '../../objects/int.ts';
import { keywords, type NativeSpec, oneArg, positional } from '../../objects/natives.ts';
import { bigIndexOf } from '../../objects/numberConversion.ts';
import { binary, iterate, nextItem } from '../../objects/protocol.ts';
import { raise, valueError } from '../../objects/raise.ts';
import { own } from '../../objects/str.ts';
import { integerRoot } from './mathNumbers.ts';

const LONG_MAX = 2n ** 63n - 1n;

/** Product of from..to, halved recursively so that factors stay of like size. */
function rangeProduct(from: bigint, to: bigint): bigint {
  if (from > to) return 1n;
  if (to - from < 8n) {
    let product = from;
    for (let i = from + 1n; i <= to; i++) product *= i;
    return product;
  }
  const middle = (from + to) >> 1n;
  return rangeProduct(from, middle) * rangeProduct(middle + 1n, to);
}

function factorial(args: WordIndex): Value {
  const n = bigIndexOf(H[args]);
  if (n < 0n) return valueError('factorial() not defined for negative values');
  if (n > LONG_MAX) {
    return raise('OverflowError', `factorial() argument should not exceed ${LONG_MAX}`);
  }
  // 40 million factorial has more bits than a BigInt can.
  if (n > 40_000_000n) return raise('MemoryError');
  return newBigInt(rangeProduct(2n, n));
}

function checkBoth(n: bigint, k: bigint): void {
  if (n < 0n) valueError('n must be a non-negative integer');
  if (k < 0n) valueError('k must be a non-negative integer');
}

function comb(args: WordIndex): Value {
  const n = bigIndexOf(H[args]);
  const given = bigIndexOf(H[args + 1]);
  checkBoth(n, given);
  if (given > n) return 1;
  const rest = n - given;
  let k = given;
  if (rest < k) k = rest; // the smaller of the two: fewer factors
  return newBigInt(rangeProduct(n - k + 1n, n) / rangeProduct(2n, k));
}

function perm(args: WordIndex): Value {
  if (H[args + 1] === 0 || H[args + 1] === S.NONE) return factorial(args);
  const n = bigIndexOf(H[args]);
  const k = bigIndexOf(H[args + 1]);
  checkBoth(n, k);
  return k > n ? 1 : newBigInt(rangeProduct(n - k + 1n, n));
}

function isqrt(args: WordIndex): Value {
  const n = bigIndexOf(H[args]);
  return n < 0n ? valueError('isqrt() argument must be nonnegative') : newBigInt(integerRoot(n));
}

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function gcd(args: WordIndex, count: number): Value {
  let result = 0n;
  for (let i = 0; i < count; i++) result = divisor(result, bigIndexOf(H[args + i]));
  return newBigInt(result);
}

function lcm(args: WordIndex, count: number): Value {
  let result = 1n;
  for (let i = 0; i < count; i++) {
    const n = bigIndexOf(H[args + i]);
    result = n === 0n || result === 0n ? 0n : magnitude((result / divisor(result, n)) * n);
  }
  return newBigInt(result);
}

function product(args: WordIndex): Value {
  let result = H[args + 1] === 0 ? 3 : own(H[args + 1]);
  let iterator = 0;
  try {
    iterator = iterate(H[args]);
    for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator)) {
      let next: Value;
      try {
        next = binary(BinaryOperator.MULTIPLY, result, item);
      } finally {
        decref(item);
      }
      decref(result);
      result = next;
    }
    return result;
  } catch (error) {
    decref(result);
    throw error;
  } finally {
    if (iterator !== 0) decref(iterator);
  }
}

export const INTEGER_FUNCTIONS: readonly NativeSpec[] = [
  oneArg('factorial', factorial),
  positional('comb', 2, 2, comb),
  positional('perm', 1, 2, perm),
  oneArg('isqrt', isqrt),
  positional('gcd', 0, Infinity, gcd),
  positional('lcm', 0, Infinity, lcm),
  keywords('prod', 1, ['/iterable', '*start'], product),
];
