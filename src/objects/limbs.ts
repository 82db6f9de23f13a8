// @hot Arithmetic on the 32-bit digits ("limbs") of heap ints where they lie, for what a double does
// not hold exactly: sums, products with a short factor, quotients by a short divisor or with a short
// quotient, bit operations and shifts. A BigInt would have to be made from the limbs and taken apart
// again, which costs more than the operation as long as that is linear in the limbs; products and
// quotients of two long numbers go through BigInt, whose algorithms are better than the schoolbook's.
//
// The loops that multiply are in limbKernel.ts. Here a limb is read as an int32; carries come from the majority of the top bits (H. S. Warren, "Hacker's
// Delight", 2-16), so that nothing here leaves 32-bit words.
//
// L1: RESULT and the other work arrays belong to the running function; nothing in them outlives it.

import { T } from '../heap/builtinTypes.ts';
import { type Address, IntLayout, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { kernel, LEFT, LIMBS_MAX, RESULT, RIGHT } from './limbKernel.ts';
import { newObject } from './object.ts';

/** A product of that many pairs of limbs takes about as long as the way through BigInt. */
const SCHOOLBOOK_MAX = 1600;
/** The same for a division: limbs of the quotient times limbs of the divisor. */
const LONG_DIVISION_MAX = 1600;
/** From so many limbs on, a copy by the engine is quicker than a loop. */
const BLOCK_MIN = 48;

/** Borders of small ints, as in int.ts. */
const SMALL_MIN = -0x40000000;
const SMALL_MAX = 0x3fffffff;

/** Number of limbs, 0 for zero. A small int has at most one. */
const limbCount = (value: Value): number =>
  (value & 1) !== 0 ? (value === 1 ? 0 : 1) : Math.abs(H[(value >> 2) + IntLayout.DIGITS]);

const isNegative = (value: Value): boolean =>
  (value & 1) !== 0 ? value < 0 : H[(value >> 2) + IntLayout.DIGITS] < 0;

/** The single limb of a number that has at most one. */
const onlyLimb = (value: Value): number =>
  (value & 1) !== 0 ? Math.abs(value >> 1) | 0 : H[(value >> 2) + IntLayout.DATA];

/** True if `limbs` can work on the value: a small int, or a heap int (or subclass instance) not too long. */
export const hasLimbs = (value: Value): boolean =>
  (value & 1) !== 0 || Math.abs(H[(value >> 2) + IntLayout.DIGITS]) <= LIMBS_MAX;

/** Carry out of `a + b (+ carry) = sum`. */
const carryOf = (a: number, b: number, sum: number): number => ((a & b) | ((a | b) & ~sum)) >>> 31;
/** Borrow out of `a - b (- borrow) = difference`. */
const borrowOf = (a: number, b: number, difference: number): number =>
  ((~a & b) | (~(a ^ b) & difference)) >>> 31;

/** An owned int of the first `count` limbs of RESULT. */
function takeResult(count: number, negative: boolean): Value {
  let used = count;
  while (used > 0 && RESULT[used - 1] === 0) used--;
  if (used === 0) return 1;
  if (used === 1) {
    const limb = RESULT[0] >>> 0;
    if (limb <= SMALL_MAX) return ((negative ? -limb : limb) << 1) | 1;
    if (negative && limb === -SMALL_MIN) return (SMALL_MIN << 1) | 1;
  }
  const int = newObject(T.INT, IntLayout.DATA + used);
  const q = int >> 2;
  H[q + IntLayout.DIGITS] = negative ? -used : used;
  if (used >= BLOCK_MIN) H.set(RESULT.subarray(0, used), q + IntLayout.DATA);
  else for (let i = 0; i < used; i++) H[q + IntLayout.DATA + i] = RESULT[i];
  return int;
}

/** `left + right`, or `left - right` if `sign` is -1. */
export function addLimbs(left: Value, right: Value, sign: 1 | -1): Value {
  const leftNegative = isNegative(left);
  const rightNegative = isNegative(right) !== sign < 0;
  const n = limbCount(left);
  const m = limbCount(right);
  if (leftNegative === rightNegative) {
    if (
      (left & 1) === 0 &&
      (right & 1) === 0 &&
      n >= 2 &&
      m >= 2 &&
      n < BLOCK_MIN &&
      m < BLOCK_MIN
    ) {
      const direct = n >= m ? sumOf(left, n, right, m) : sumOf(right, m, left, n);
      if (direct !== 0) {
        if (leftNegative) H[(direct >> 2) + IntLayout.DIGITS] = -Math.max(n, m);
        return direct;
      }
    }
    const count = n >= m ? sum(left, n, right, m) : sum(right, m, left, n);
    return takeResult(count, leftNegative);
  }
  const order = n !== m ? n - m : compareMagnitudes(left, right, n);
  if (order === 0) return 1;
  if (order > 0) {
    difference(left, n, right, m);
    return takeResult(n, leftNegative);
  }
  difference(right, m, left, n);
  return takeResult(m, rightNegative);
}

/**
 * |long| + |short| of two heap ints, n >= m, written where it stays; 0 if it may need one limb more, which
 * only the top limbs decide.
 */
function sumOf(long: Value, n: number, short: Value, m: number): Value {
  const p = (long >> 2) + IntLayout.DATA;
  const q = (short >> 2) + IntLayout.DATA;
  const top = H[p + n - 1];
  if (n === m ? (top | H[q + n - 1]) < 0 : top === -1) return 0;
  const int = newObject(T.INT, IntLayout.DATA + n);
  const r = (int >> 2) + IntLayout.DATA;
  H[r - IntLayout.DATA + IntLayout.DIGITS] = n;
  let carry = 0;
  for (let i = 0; i < m; i++) {
    const a = H[p + i];
    const b = H[q + i];
    const s = (a + b + carry) | 0;
    H[r + i] = s;
    carry = carryOf(a, b, s);
  }
  for (let i = m; i < n; i++) {
    const s = (H[p + i] + carry) | 0;
    H[r + i] = s;
    if (s !== 0) carry = 0;
  }
  return int;
}

/** RESULT = |long| + |short|, n >= m; returns the limbs used. */
function sum(long: Value, n: number, short: Value, m: number): number {
  if (n >= BLOCK_MIN) {
    copyLimbs(long, LEFT);
    copyLimbs(short, RIGHT);
    kernel().sum(n, m);
    return n + 1;
  }
  let carry = 0;
  let i = 0;
  if ((long & 1) !== 0 || (m === 1 && (short & 1) !== 0)) {
    if (n === 0) return 0;
    const a = n === 1 ? onlyLimb(long) : H[(long >> 2) + IntLayout.DATA];
    const b = m === 0 ? 0 : onlyLimb(short);
    const s = (a + b) | 0;
    RESULT[0] = s;
    carry = carryOf(a, b, s);
    i = 1;
  } else {
    const p = (long >> 2) + IntLayout.DATA;
    const q = (short >> 2) + IntLayout.DATA;
    for (; i < m; i++) {
      const a = H[p + i];
      const b = H[q + i];
      const s = (a + b + carry) | 0;
      RESULT[i] = s;
      carry = carryOf(a, b, s);
    }
  }
  const p = (long >> 2) + IntLayout.DATA;
  for (; i < n && carry !== 0; i++) {
    const s = (H[p + i] + 1) | 0;
    RESULT[i] = s;
    if (s !== 0) carry = 0;
  }
  for (; i < n; i++) RESULT[i] = H[p + i];
  RESULT[n] = carry;
  return n + 1;
}

/** RESULT = |large| - |small|, which is not negative. */
function difference(large: Value, n: number, small: Value, m: number): void {
  if (n >= BLOCK_MIN) {
    copyLimbs(large, LEFT);
    copyLimbs(small, RIGHT);
    kernel().difference(n, m);
    return;
  }
  let borrow = 0;
  let i = 0;
  if ((large & 1) !== 0 || (m === 1 && (small & 1) !== 0)) {
    const a = n === 1 ? onlyLimb(large) : H[(large >> 2) + IntLayout.DATA];
    const b = m === 0 ? 0 : onlyLimb(small);
    const d = (a - b) | 0;
    RESULT[0] = d;
    borrow = borrowOf(a, b, d);
    i = 1;
  } else {
    const p = (large >> 2) + IntLayout.DATA;
    const q = (small >> 2) + IntLayout.DATA;
    for (; i < m; i++) {
      const a = H[p + i];
      const b = H[q + i];
      const d = (a - b - borrow) | 0;
      RESULT[i] = d;
      borrow = borrowOf(a, b, d);
    }
  }
  const p = (large >> 2) + IntLayout.DATA;
  for (; i < n && borrow !== 0; i++) {
    const a = H[p + i];
    RESULT[i] = (a - 1) | 0;
    if (a !== 0) borrow = 0;
  }
  for (; i < n; i++) RESULT[i] = H[p + i];
}

/** Order of two magnitudes of n limbs each. */
function compareMagnitudes(left: Value, right: Value, n: number): number {
  if (n === 0) return 0;
  if (n === 1) return (onlyLimb(left) >>> 0) - (onlyLimb(right) >>> 0);
  const p = (left >> 2) + IntLayout.DATA;
  const q = (right >> 2) + IntLayout.DATA;
  for (let i = n - 1; i >= 0; i--) {
    if (H[p + i] !== H[q + i]) return (H[p + i] >>> 0) - (H[q + i] >>> 0);
  }
  return 0;
}

/** Negative, zero or positive. */
export function compareLimbs(left: Value, right: Value): number {
  const negative = isNegative(left);
  if (negative !== isNegative(right)) return negative ? -1 : 1;
  const n = limbCount(left);
  const m = limbCount(right);
  const order = n !== m ? n - m : compareMagnitudes(left, right, n);
  // Never -0, which V8 keeps as a double.
  return negative ? 0 - order : order;
}

/** The limbs of |value| into `to`; returns their number. */
function copyLimbs(value: Value, to: Int32Array): number {
  const n = limbCount(value);
  if ((value & 1) !== 0) to[0] = onlyLimb(value);
  else {
    const p = (value >> 2) + IntLayout.DATA;
    if (n >= BLOCK_MIN) to.set(H.subarray(p, p + n));
    else for (let i = 0; i < n; i++) to[i] = H[p + i];
  }
  return n;
}

/** True if a product is better done here than by BigInt. */
export const fitsSchoolbook = (left: Value, right: Value): boolean => {
  const n = limbCount(left);
  const m = limbCount(right);
  return (n * m <= SCHOOLBOOK_MAX || n <= 2 || m <= 2) && n + m <= LIMBS_MAX;
};

export function multiplyLimbs(left: Value, right: Value): Value {
  const n = limbCount(left);
  const m = limbCount(right);
  if (n === 0 || m === 0) return 1;
  // The inner loop is the longer number's.
  if (n >= m) {
    copyLimbs(left, LEFT);
    copyLimbs(right, RIGHT);
    kernel().multiply(n, m);
  } else {
    copyLimbs(right, LEFT);
    copyLimbs(left, RIGHT);
    kernel().multiply(m, n);
  }
  return takeResult(n + m, isNegative(left) !== isNegative(right));
}

/** True if a division (the divisor is not 0) is better done here than by BigInt. */
export const fitsLongDivision = (left: Value, right: Value): boolean => {
  const n = limbCount(left);
  const m = limbCount(right);
  if (n > LIMBS_MAX || m > LIMBS_MAX) return false;
  return m <= 2 || n <= m || (n - m + 1) * m <= LONG_DIVISION_MAX || n - m <= 2;
};

/** `left // right`: rounds to minus infinity. */
export function floorDivideLimbs(left: Value, right: Value): Value {
  const negative = isNegative(left) !== isNegative(right);
  const count = divide(left, right);
  if (negative && hasRemainder(count)) increment();
  return takeResult(quotientLimbs, negative);
}

/** `left % right`: has the divisor's sign. */
export function remainderLimbs(left: Value, right: Value): Value {
  const count = divide(left, right);
  shiftDown(LEFT, count, shifted);
  const negative = isNegative(right);
  if (isNegative(left) === negative || !hasRemainder(count)) {
    for (let i = 0; i < count; i++) RESULT[i] = LEFT[i];
    return takeResult(count, negative);
  }
  // |right| - remainder
  const m = copyLimbs(right, RIGHT);
  let borrow = 0;
  for (let i = 0; i < m; i++) {
    const a = RIGHT[i];
    const b = i < count ? LEFT[i] : 0;
    const d = (a - b - borrow) | 0;
    RESULT[i] = d;
    borrow = borrowOf(a, b, d);
  }
  return takeResult(m, negative);
}

/** `left * right % modulus`, none of them negative and the modulus not 0: the product is no object. */
export function multiplyRemainder(left: Value, right: Value, modulus: Value): Value {
  const n = copyLimbs(left, LEFT);
  const m = copyLimbs(right, RIGHT);
  if (n === 0 || m === 0) return 1;
  kernel().multiply(n, m);
  let used = n + m;
  if (RESULT[used - 1] === 0) used--;
  for (let i = 0; i < used; i++) LEFT[i] = RESULT[i];
  const count = divideLeft(used, modulus);
  shiftDown(LEFT, count, shifted);
  for (let i = 0; i < count; i++) RESULT[i] = LEFT[i];
  return takeResult(count, false);
}

/** Limbs of the quotient that `divide` left in RESULT. */
let quotientLimbs = 0;

function hasRemainder(count: number): boolean {
  for (let i = 0; i < count; i++) if (LEFT[i] !== 0) return true;
  return false;
}

/** RESULT += 1. */
function increment(): void {
  RESULT[quotientLimbs] = 0;
  let i = 0;
  while (i < quotientLimbs) {
    RESULT[i] = (RESULT[i] + 1) | 0;
    if (RESULT[i] !== 0) return;
    i++;
  }
  RESULT[quotientLimbs++] = 1;
}

/** Bits by which `divide` has shifted the divisor and the remainder up. */
let shifted = 0;

/**
 * |left| divided by |right|: the quotient in RESULT (quotientLimbs of them), the remainder, shifted up by
 * `shifted` bits, in LEFT, whose number of limbs is returned.
 */
const divide = (left: Value, right: Value): number => divideLeft(copyLimbs(left, LEFT), right);

/** The same for the n limbs that are in LEFT already. */
function divideLeft(n: number, right: Value): number {
  const m = copyLimbs(right, RIGHT);
  shifted = 0;
  if (n < m) {
    quotientLimbs = 0;
    return n;
  }
  if (m === 1) {
    LEFT[0] = kernel().divideByLimb(n, RIGHT[0]);
    quotientLimbs = n;
    return 1;
  }
  shifted = Math.clz32(RIGHT[m - 1]);
  LEFT[n] = 0;
  quotientLimbs = n - m + 1;
  kernel().divide(n, m, shifted);
  return m;
}

function shiftDown(limbs: Int32Array, count: number, bits: number): void {
  if (bits === 0) return;
  for (let i = 0; i < count - 1; i++)
    limbs[i] = (limbs[i] >>> bits) | (limbs[i + 1] << (32 - bits));
  limbs[count - 1] = limbs[count - 1] >>> bits;
}

export const enum BitOperation {
  AND = 0,
  OR = 1,
  XOR = 2,
}

/** Two's complement of the value into `to`, `count` limbs. */
function copyComplement(value: Value, to: Int32Array, count: number): void {
  const n = copyLimbs(value, to);
  for (let i = n; i < count; i++) to[i] = 0;
  if (isNegative(value)) negate(to, count);
}

function negate(limbs: Int32Array, count: number): void {
  let i = 0;
  while (i < count && limbs[i] === 0) i++;
  if (i < count) limbs[i] = -limbs[i] | 0;
  for (i++; i < count; i++) limbs[i] = ~limbs[i];
}

export function bitLimbs(operation: BitOperation, left: Value, right: Value): Value {
  const leftNegative = isNegative(left);
  const rightNegative = isNegative(right);
  const n = limbCount(left);
  const m = limbCount(right);
  let count = Math.max(n, m) + 1;
  // Where one operand of AND ends, and is not negative, so does the result.
  if (operation === BitOperation.AND) {
    if (!leftNegative) count = n;
    if (!rightNegative) count = leftNegative ? m : Math.min(count, m);
  }
  copyComplement(left, LEFT, Math.max(count, n));
  copyComplement(right, RIGHT, Math.max(count, m));
  let negative = false;
  if (operation === BitOperation.AND) {
    for (let i = 0; i < count; i++) RESULT[i] = LEFT[i] & RIGHT[i];
    negative = leftNegative && rightNegative;
  } else if (operation === BitOperation.OR) {
    for (let i = 0; i < count; i++) RESULT[i] = LEFT[i] | RIGHT[i];
    negative = leftNegative || rightNegative;
  } else {
    for (let i = 0; i < count; i++) RESULT[i] = LEFT[i] ^ RIGHT[i];
    negative = leftNegative !== rightNegative;
  }
  if (negative) negate(RESULT, count);
  return takeResult(count, negative);
}

/** `left << bits`, where the result has at most LIMBS_MAX limbs. */
export function shiftLeftLimbs(left: Value, bits: number): Value {
  const n = copyLimbs(left, LEFT);
  const words = bits >>> 5;
  const rest = bits & 31;
  for (let i = 0; i < words; i++) RESULT[i] = 0;
  if (rest === 0) for (let i = 0; i < n; i++) RESULT[words + i] = LEFT[i];
  else {
    let carry = 0;
    for (let i = 0; i < n; i++) {
      const limb = LEFT[i];
      RESULT[words + i] = (limb << rest) | carry;
      carry = limb >>> (32 - rest);
    }
    RESULT[words + n] = carry;
  }
  return takeResult(words + n + (rest === 0 ? 0 : 1), isNegative(left));
}

export const canShiftLeft = (left: Value, bits: number): boolean =>
  limbCount(left) + bits / 32 + 1 <= LIMBS_MAX;

/** `left >> bits`: rounds to minus infinity. */
export function shiftRightLimbs(left: Value, bits: number): Value {
  const n = copyLimbs(left, LEFT);
  const negative = isNegative(left);
  const words = Math.min(bits >>> 5, n);
  const rest = bits & 31;
  let lost = 0;
  for (let i = 0; i < words; i++) lost |= LEFT[i];
  if (words < n && rest !== 0) lost |= LEFT[words] << (32 - rest);
  const count = n - words;
  for (let i = 0; i < count; i++) {
    const limb = LEFT[words + i];
    RESULT[i] =
      rest === 0
        ? limb
        : (limb >>> rest) | (i + 1 < count ? LEFT[words + i + 1] << (32 - rest) : 0);
  }
  quotientLimbs = count;
  if (negative && lost !== 0) increment();
  return takeResult(quotientLimbs, negative);
}

/** Number of bits of |value|. */
export function bitLengthOf(value: Value): number {
  const n = limbCount(value);
  if (n === 0) return 0;
  const top = n === 1 ? onlyLimb(value) : H[(value >> 2) + IntLayout.DATA + n - 1];
  return 32 * n - Math.clz32(top);
}

const PRIME_HIGH = 0x1fffffff;

/**
 * Low 32 bits of the value modulo 2**61 - 1, with its sign: as 2**61 is 1 there, the number is a sum of
 * groups of 61 bits. Works on two words, high (29 bits) and low.
 */
export function hashLimbs(int: Address): number {
  const n = Math.abs(H[(int >> 2) + IntLayout.DIGITS]);
  const p = (int >> 2) + IntLayout.DATA;
  let high = 0;
  let low = 0;
  for (let i = n - 1; i >= 0; i--) {
    // (high, low) * 2**32 + limb: the upper 32 bits of the 93 come back at the bottom.
    const limb = H[p + i];
    const folded = (high << 3) | (low >>> 29);
    high = low & PRIME_HIGH;
    const s = (limb + folded) | 0;
    high += carryOf(limb, folded, s);
    low = s;
    if (high > PRIME_HIGH) {
      high &= PRIME_HIGH;
      low = (low + 1) | 0;
      if (low === 0) high++;
    }
  }
  if (high === PRIME_HIGH && low === -1) low = 0;
  return H[(int >> 2) + IntLayout.DIGITS] < 0 ? -low | 0 : low;
}

/** Word index of the first limb of a heap int. */
export const limbsAt = (int: Address): WordIndex => (int >> 2) + IntLayout.DATA;

/** An owned int of two limbs that is not negative. */
export function ofTwoLimbs(low: number, high: number): Value {
  if (high === 0) {
    if (low >= 0 && low <= SMALL_MAX) return (low << 1) | 1;
    const int = newObject(T.INT, IntLayout.DATA + 1);
    const q = int >> 2;
    H[q + IntLayout.DIGITS] = 1;
    H[q + IntLayout.DATA] = low;
    return int;
  }
  const int = newObject(T.INT, IntLayout.DATA + 2);
  const q = int >> 2;
  H[q + IntLayout.DIGITS] = 2;
  H[q + IntLayout.DATA] = low;
  H[q + IntLayout.DATA + 1] = high;
  return int;
}

/** An owned int of three limbs that is not negative. */
export function ofThreeLimbs(low: number, middle: number, high: number): Value {
  if (high === 0) return ofTwoLimbs(low, middle);
  const int = newObject(T.INT, IntLayout.DATA + 3);
  const q = int >> 2;
  H[q + IntLayout.DIGITS] = 3;
  H[q + IntLayout.DATA] = low;
  H[q + IntLayout.DATA + 1] = middle;
  H[q + IntLayout.DATA + 2] = high;
  return int;
}

/** An owned int of four limbs that is not negative. */
export function ofFourLimbs(low: number, second: number, third: number, high: number): Value {
  if (high === 0) return ofThreeLimbs(low, second, third);
  const int = newObject(T.INT, IntLayout.DATA + 4);
  const q = int >> 2;
  H[q + IntLayout.DIGITS] = 4;
  H[q + IntLayout.DATA] = low;
  H[q + IntLayout.DATA + 1] = second;
  H[q + IntLayout.DATA + 2] = third;
  H[q + IntLayout.DATA + 3] = high;
  return int;
}
