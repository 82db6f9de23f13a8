// @hot Digits of numbers, written into scratch.ts. Floats are rounded exactly as C's printf does (to nearest,
// ties to even, of the exact value) without long arithmetic:
//
//   x * 10**p = y + e, where y is the rounded product and e its error, itself a double (T. J. Dekker, "A
//   Floating-Point Technique for Extending the Available Precision", 1971; 10**p is exact to 10**22).
//
// While y is below 2**51, its fraction is a multiple of 1/4 and e is at most 1/8, so the fraction decides which
// way to round, and e only where the fraction is one half. What lies outside is NOT_HERE, and left to
// decimalDigits.ts.

import { NOT_HERE, TEXT } from './scratch.ts';

/** 10**0 to 10**22, all exact. */
const POWERS = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));
const POWERS_MAX = 22;
/** 10**n for n in 0 ... 22. */
export const powerOfTen = (n: number): number => POWERS[n] as number;
const EXACT_MAX = 2 ** 51;
const SPLITTER = 134217729; // 2**27 + 1

/** The upper half of each power, for products without error. */
const UPPER = POWERS.map((power) => upperHalf(power));

function upperHalf(x: number): number {
  const c = SPLITTER * x;
  return c - (c - x);
}

/** a * 10**p - product, exactly, where `product` is the rounded one. */
function productError(a: number, p: number, product: number): number {
  const ah = upperHalf(a);
  const al = a - ah;
  const bh = UPPER[p] as number;
  const bl = (POWERS[p] as number) - bh;
  return ah * bh - product + ah * bl + al * bh + al * bl;
}

/**
 * x * 10**p rounded to an integer below 2**51, ties to even, for x >= 0 and 0 <= p <= 22; NOT_HERE if it is
 * larger.
 */
export function scaledUp(x: number, p: number): number {
  const y = x * (POWERS[p] as number);
  if (!(y < EXACT_MAX)) return NOT_HERE;
  const floor = Math.floor(y);
  const half = y - floor - 0.5;
  if (half > 0) return floor + 1;
  if (half < 0) return floor;
  const error = productError(x, p, y);
  if (error !== 0) return error > 0 ? floor + 1 : floor;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** x / 10**p in the same way. */
function scaledDown(x: number, p: number): number {
  const power = POWERS[p] as number;
  const y = x / power;
  if (!(y < EXACT_MAX)) return NOT_HERE;
  const floor = Math.floor(y);
  const half = y - floor - 0.5;
  // The quotient is off by at most 1/8, the fraction is a multiple of 1/4: as with products.
  if (half > 0) return floor + 1;
  if (half < 0) return floor;
  const product = y * power;
  const rest = x - product - productError(y, p, product);
  if (rest !== 0) return rest > 0 ? floor + 1 : floor;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** x rounded to `places` decimal places (negative: tens and so on) as an integer of units of the last place. */
export function scaled(x: number, places: number): number {
  if (places > POWERS_MAX || places < -POWERS_MAX) return NOT_HERE;
  return places >= 0 ? scaledUp(x, places) : scaledDown(x, -places);
}

/** Relative error that is allowed for in a quotient of two doubles; the true one is below 2**-50. */
const DOUBT = 2 ** -46;

/**
 * (n * 10**k + rest) / 10**p, rounded once, for n below 10**15, k <= 4, rest below 10**k, p <= 22; undefined
 * if it lies too near the middle between two doubles to tell.
 */
export function longQuotient(n: number, k: number, rest: number, p: number): number | undefined {
  const high = n * (POWERS[k] as number);
  const low = productError(n, k, high) + rest;
  if (p === 0) return high + low;
  const power = POWERS[p] as number;
  const quotient = high / power;
  const product = quotient * power;
  const more = (high - product - productError(quotient, p, product) + low) / power;
  const x = quotient + more * (1 - DOUBT);
  return x === quotient + more * (1 + DOUBT) ? x : undefined;
}

/** Decimal digits of an integer in 0 ... 2**31 - 1. */
export function putSmall(at: number, n: number): number {
  const count =
    n < 10000
      ? n < 100
        ? n < 10
          ? 1
          : 2
        : n < 1000
          ? 3
          : 4
      : n < 1000000
        ? n < 100000
          ? 5
          : 6
        : digitCount(n);
  putDigits(at + count, n, count);
  return at + count;
}

/** The last `count` digits of an int32, the last one in front of `end`. */
function putDigits(end: number, n: number, count: number): void {
  let left = n | 0;
  for (let i = end - 1; i >= end - count; i--) {
    const rest = (left / 10) | 0;
    TEXT[i] = 48 + left - rest * 10;
    left = rest;
  }
}

/** Decimal digits of an integer in 0 ... 2**53. */
export function putWhole(at: number, n: number): number {
  if (n <= 0x7fffffff) return putSmall(at, n);
  const high = Math.floor(n / 1e8);
  const middle = putSmall(at, high);
  putDigits(middle + 8, n - high * 1e8, 8);
  return middle + 8;
}

/** Number of decimal digits of an integer in 0 ... 2**53. */
function digitCount(n: number): number {
  let count = 1;
  while (count < 16 && n >= (POWERS[count] as number)) count++;
  return count;
}

/** Digits of an integer, at least `count` of them. */
function putPadded(at: number, n: number, count: number): number {
  let start = at;
  for (let k = digitCount(n); k < count; k++) TEXT[start++] = 48;
  return putWhole(start, n);
}

/** x >= 0 with `precision` places behind the point (C's %f). */
export function putFixed(at: number, x: number, precision: number): number {
  if (precision > POWERS_MAX) return NOT_HERE;
  const n = scaledUp(x, precision);
  if (n < 0) return NOT_HERE;
  if (precision === 0) return putWhole(at, n);
  const end = putPadded(at, n, precision + 1);
  return withPoint(end - precision, end);
}

/** Moves [point, end) up by one and puts a point in front of it. */
function withPoint(point: number, end: number): number {
  for (let i = end; i > point; i--) TEXT[i] = TEXT[i - 1] as number;
  TEXT[point] = 46;
  return end + 1;
}

/** Where the first digit stands: 10**magnitude <= x < 10**(magnitude + 1), or one off. */
function magnitudeOf(x: number): number {
  return Math.floor(Math.log10(x));
}

/** The exponent that belongs to the digits that `significant` has answered. */
let exponent = 0;

/** x > 0 rounded to `count` significant digits, as an integer of that many digits; sets `exponent`. */
function significant(x: number, count: number): number {
  if (count > 15) return NOT_HERE;
  exponent = magnitudeOf(x);
  let n = scaled(x, count - 1 - exponent);
  if (n < 0) return NOT_HERE;
  const limit = POWERS[count] as number;
  const lowest = POWERS[count - 1] as number;
  // The estimate of the magnitude may be one off, and 9.99 becomes 10.0, which is 1.00e1.
  if (n >= limit) return scaled(x, count - 1 - ++exponent);
  if (n > lowest) return n;
  n = scaled(x, count - exponent);
  if (n >= limit) return lowest;
  exponent--;
  return n;
}

function putExponentMark(at: number, mark: number): number {
  TEXT[at] = mark;
  TEXT[at + 1] = exponent < 0 ? 45 : 43;
  const size = exponent < 0 ? -exponent : exponent;
  if (size < 10) TEXT[at + 2] = 48;
  return putSmall(size < 10 ? at + 3 : at + 2, size);
}

/** x >= 0 as C's %e (`mark` is 'e' or 'E'). */
export function putScientific(at: number, x: number, precision: number, mark: number): number {
  exponent = 0;
  const n = x === 0 ? 0 : significant(x, precision + 1);
  if (n < 0 || precision > 15) return NOT_HERE;
  let end = putPadded(at, n, precision + 1);
  if (precision > 0) end = withPoint(at + 1, end);
  return putExponentMark(end, mark);
}

/**
 * x >= 0 as C's %g with `precision` >= 1 significant digits. `minimum` 1: format() without a type, which
 * keeps a digit behind the point and goes over to an exponent one digit earlier.
 */
export function putGeneral(
  at: number,
  x: number,
  precision: number,
  mark: number,
  minimum: 0 | 1,
): number {
  exponent = 0;
  let n = x === 0 ? 0 : significant(x, precision);
  if (n < 0) return NOT_HERE;
  let count = x === 0 ? 1 : precision;
  for (; count > 1 && n > 0x7fffffff && n % 10 === 0; count--) n /= 10;
  if (n <= 0x7fffffff) {
    let left = n | 0;
    for (; count > 1 && left % 10 === 0; count--) left = (left / 10) | 0;
    n = left;
  }
  if (exponent < -4 || exponent >= precision - minimum) {
    let end = putWhole(at, n);
    if (count > 1) end = withPoint(at + 1, end);
    return putExponentMark(end, mark);
  }
  if (exponent < 0) {
    // 0.000ddd: zeros for the places in front of the first digit.
    const end = putPadded(at, n, count - exponent);
    return withPoint(at + 1, end);
  }
  const places = count - 1 - exponent;
  let end = putWhole(at, n);
  if (places > 0) return withPoint(end - places, end);
  for (let i = places; i < 0; i++) TEXT[end++] = 48;
  if (minimum === 1) {
    TEXT[end++] = 46;
    TEXT[end++] = 48;
  }
  return end;
}
