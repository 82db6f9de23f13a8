// @hot Arithmetic on ints of up to 64 bits that are not negative, as hashes and generators of random
// numbers use them: all in a few words, without the loops of limbs.ts. Everything else is answered with 0,
// which is no value, and goes the general way.

import { T } from '../heap/builtinTypes.ts';
import { Header, IntLayout, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { ofFourLimbs, ofThreeLimbs, ofTwoLimbs } from './limbs.ts';

/** True if the value is an exact int of at most two limbs and not negative. */
export function isShort(value: Value): boolean {
  if ((value & 1) !== 0) return value > 0;
  const q = value >> 2;
  const digits = H[q + IntLayout.DIGITS];
  return (digits === 2 || digits === 1) && H[q + Header.TYPE] === T.INT;
}

/** True if the value has three or four limbs, an exact int and not negative. */
function isDouble(value: Value): boolean {
  if ((value & 1) !== 0) return false;
  const q = value >> 2;
  const digits = H[q + IntLayout.DIGITS];
  return (digits === 3 || digits === 4) && H[q + Header.TYPE] === T.INT;
}

export const lowOf = (value: Value): number =>
  (value & 1) !== 0 ? value >> 1 : H[(value >> 2) + IntLayout.DATA];

export const highOf = (value: Value): number =>
  (value & 1) === 0 && H[(value >> 2) + IntLayout.DIGITS] === 2
    ? H[(value >> 2) + IntLayout.DATA + 1]
    : 0;

const isLess = (a: number, b: number): boolean => a >>> 0 < b >>> 0;

/** Upper 32 bits of a product of two words without a sign (H. S. Warren, "Hacker's Delight", 8-2). */
export function highProduct(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = (Math.imul(a1, b0) + (Math.imul(a0, b0) >>> 16)) | 0;
  const second = (Math.imul(a0, b1) + (middle & 0xffff)) | 0;
  return (Math.imul(a1, b1) + (middle >>> 16) + (second >>> 16)) | 0;
}

export function addShort(left: Value, right: Value): Value {
  if (!isShort(left)) return isDouble(left) && isShort(right) ? addToDouble(left, right) : 0;
  if (!isShort(right)) return isDouble(right) ? addToDouble(right, left) : 0;
  const a = lowOf(left);
  const low = (a + lowOf(right)) | 0;
  const h = highOf(left);
  const sum = (h + highOf(right)) | 0;
  const high = isLess(low, a) ? (sum + 1) | 0 : sum;
  const carry = isLess(sum, h) || (high === 0 && sum !== 0) ? 1 : 0;
  return ofThreeLimbs(low, high, carry);
}

/** Three or four limbs plus up to two; 0 where a fifth would be needed. */
function addToDouble(left: Value, right: Value): Value {
  const q = (left >> 2) + IntLayout.DATA;
  const a = H[q];
  const low = (a + lowOf(right)) | 0;
  const h = H[q + 1];
  const sum = (h + highOf(right)) | 0;
  const high = isLess(low, a) ? (sum + 1) | 0 : sum;
  const carry = isLess(sum, h) || (high === 0 && sum !== 0) ? 1 : 0;
  const third = (H[q + 2] + carry) | 0;
  const carried = carry !== 0 && third === 0 ? 1 : 0;
  const top = H[(left >> 2) + IntLayout.DIGITS] === 4 ? H[q + 3] : 0;
  if (top === -1 && carried !== 0) return 0;
  return ofFourLimbs(low, high, third, top + carried);
}

export function multiplyShort(left: Value, right: Value): Value {
  if (!isShort(left) || !isShort(right)) return 0;
  const a = lowOf(left);
  const b = lowOf(right);
  const c = highOf(left);
  const d = highOf(right);
  const low = Math.imul(a, b);
  const first = highProduct(a, b);
  const x = Math.imul(a, d);
  const y = Math.imul(c, b);
  // The sums of columns stay below 2**34: doubles, cut to words where they are stored.
  const column = (first >>> 0) + (x >>> 0) + (y >>> 0);
  const next =
    Math.floor(column / 0x100000000) +
    (highProduct(a, d) >>> 0) +
    (highProduct(c, b) >>> 0) +
    (Math.imul(c, d) >>> 0);
  const top = Math.floor(next / 0x100000000) + (highProduct(c, d) >>> 0);
  return ofFourLimbs(low, column | 0, next | 0, top | 0);
}

export function shiftShortLeft(left: Value, right: Value): Value {
  if (!isShort(left) || !isShort(right) || right > 127 || (right & 1) === 0) return 0;
  const count = right >> 1;
  const low = lowOf(left);
  const high = highOf(left);
  const bits = count & 31;
  const a = low << bits;
  const b = bits === 0 ? high : (high << bits) | (low >>> (32 - bits));
  const c = bits === 0 ? 0 : high >>> (32 - bits);
  return count < 32 ? ofThreeLimbs(a, b, c) : ofFourLimbs(0, a, b, c);
}

export function shiftShortRight(left: Value, right: Value): Value {
  if (!isShort(left) || !isShort(right) || right > 127 || (right & 1) === 0) return 0;
  const count = right >> 1;
  const low = lowOf(left);
  const high = highOf(left);
  const bits = count & 31;
  if (count >= 32) return ofTwoLimbs(high >>> bits, 0);
  return ofTwoLimbs(bits === 0 ? low : (low >>> bits) | (high << (32 - bits)), high >>> bits);
}

/** One of the two may be longer: what is beyond 64 bits of the other is cut off. */
export function andShort(left: Value, right: Value): Value {
  if (isShort(left)) {
    if (isShort(right)) return ofTwoLimbs(lowOf(left) & lowOf(right), highOf(left) & highOf(right));
    return isLonger(right) ? andLonger(right, left) : 0;
  }
  return isShort(right) && isLonger(left) ? andLonger(left, right) : 0;
}

/** True if the value has three limbs or more, an exact int and not negative. */
const isLonger = (value: Value): boolean =>
  (value & 1) === 0 &&
  H[(value >> 2) + IntLayout.DIGITS] > 2 &&
  H[(value >> 2) + Header.TYPE] === T.INT;

function andLonger(longer: Value, short: Value): Value {
  const q = (longer >> 2) + IntLayout.DATA;
  return ofTwoLimbs(H[q] & lowOf(short), H[q + 1] & highOf(short));
}

export function orShort(left: Value, right: Value): Value {
  if (!isShort(left) || !isShort(right)) return 0;
  return ofTwoLimbs(lowOf(left) | lowOf(right), highOf(left) | highOf(right));
}

export function xorShort(left: Value, right: Value): Value {
  if (!isShort(left) || !isShort(right)) return 0;
  return ofTwoLimbs(lowOf(left) ^ lowOf(right), highOf(left) ^ highOf(right));
}
