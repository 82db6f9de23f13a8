// Exact conversions between big integers, doubles and decimal text, on JavaScript values only. Everything
// that must be rounded once, and correctly, goes through here: int / int, round(), as_integer_ratio().
// Doubles are taken apart by their bits; sums of logarithms or repeated multiplications would round twice.

import { valueError } from './raise.ts';

const BITS = new DataView(new ArrayBuffer(8));

/** Number of bits of |n|; 0 for 0. */
export function bitLength(n: bigint): number {
  const magnitude = n < 0n ? -n : n;
  if (magnitude === 0n) return 0;
  const hex = magnitude.toString(16);
  return hex.length * 4 - (Math.clz32(Number.parseInt(hex[0] as string, 16)) - 28);
}

/** A finite double as mantissa * 2**exponent, both integers; the mantissa carries the sign. */
export function decompose(x: number): { mantissa: bigint; exponent: number } {
  BITS.setFloat64(0, x);
  const bits = BITS.getBigUint64(0);
  const field = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = field === 0 ? fraction : fraction | 0x10000000000000n;
  return {
    mantissa: bits >> 63n ? -magnitude : magnitude,
    exponent: field === 0 ? -1074 : field - 1075,
  };
}

/** A finite double as a fraction in lowest terms. */
export function doubleToRatio(x: number): { numerator: bigint; denominator: bigint } {
  let { mantissa, exponent } = decompose(x);
  if (mantissa === 0n) return { numerator: 0n, denominator: 1n };
  while (exponent < 0 && (mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent++;
  }
  if (exponent >= 0) return { numerator: mantissa << BigInt(exponent), denominator: 1n };
  return { numerator: mantissa, denominator: 1n << BigInt(-exponent) };
}

/** x * 2**exponent for a result rounded once; x is exact and has at most 53 bits. */
export function scaleByPowerOfTwo(x: number, exponent: number): number {
  let scaled = x;
  let left = exponent;
  while (left > 1000) {
    scaled *= 2 ** 1000;
    left -= 1000;
    if (!Number.isFinite(scaled)) return scaled;
  }
  // Going down in equal steps could round a subnormal twice, so the last step is the only one that may.
  while (left < -1000) {
    if (Math.abs(scaled) < 2 ** -20) return roundDown(scaled, left);
    scaled *= 2 ** -1000;
    left += 1000;
  }
  return left < 0 && Math.abs(scaled) * 2 ** left < 2 ** -1000
    ? roundDown(scaled, left)
    : scaled * 2 ** left;
}

function roundDown(x: number, exponent: number): number {
  if (x === 0) return x;
  const parts = decompose(x);
  const power = parts.exponent + exponent;
  if (power >= 0) return Number(parts.mantissa << BigInt(power));
  return ratioToDouble(parts.mantissa, 1n, power);
}

/** The double nearest to numerator / denominator * 2**exponent, ties to even; Infinity beyond the range. */
export function ratioToDouble(numerator: bigint, denominator: bigint, exponent = 0): number {
  if (numerator === 0n) return 0;
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  // The quotient lies in [2**(size-1), 2**(size+1)).
  const size = bitLength(n) - bitLength(d) + exponent;
  if (size > 1026) return negative ? -Infinity : Infinity;
  // Unit of the last place kept: two bits more than a double has, or of a subnormal.
  const unit = Math.max(size - 56, -1076);
  const shift = exponent - unit;
  const dividend = shift >= 0 ? n << BigInt(shift) : n;
  const divisor = shift >= 0 ? d : d << BigInt(-shift);
  let quotient = dividend / divisor;
  if (quotient * divisor !== dividend) quotient |= 1n; // sticky: below the last bit that decides
  const magnitude = roundToDouble(quotient, unit);
  return negative ? -magnitude : magnitude;
}

/** quotient * 2**unit with at most 58 bits, whose last bit is sticky. */
function roundToDouble(quotient: bigint, unit: number): number {
  const bits = bitLength(quotient);
  const drop = Math.max(bits - 53, -1074 - unit);
  let kept = quotient >> BigInt(drop);
  const rest = quotient - (kept << BigInt(drop));
  const half = 1n << BigInt(drop - 1);
  if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
  // kept has at most 53 bits and the product is representable: two exact steps.
  const power = unit + drop;
  if (power >= -1022) {
    return power > 900 ? Number(kept) * 2 ** 900 * 2 ** (power - 900) : Number(kept) * 2 ** power;
  }
  return Number(kept) * 2 ** -1000 * 2 ** (power + 1000);
}

/** Most digits that str(int) and int(str) convert, as CPython 3.11's default. */
export const INT_DIGITS_MAX = 4300;
const HINT = 'use sys.set_int_max_str_digits() to increase the limit';

/** Decimal text of an int; ValueError beyond 4300 digits. */
export function intToText(n: bigint | number): string {
  if (typeof n === 'number') return String(n);
  // 4300 digits are at most 14285 bits: nobody waits for the conversion of a million digits.
  const text = bitLength(n) > 14290 ? undefined : n.toString();
  if (text === undefined || text.length - (n < 0n ? 1 : 0) > INT_DIGITS_MAX) {
    return valueError(
      `Exceeds the limit (${INT_DIGITS_MAX} digits) for integer string conversion; ${HINT}`,
    );
  }
  return text;
}

/** ValueError if text with so many digits may not become an int. */
export function checkDigitCount(digits: number): void {
  if (digits <= INT_DIGITS_MAX) return;
  valueError(
    `Exceeds the limit (${INT_DIGITS_MAX} digits) for integer string conversion: value has ${digits} digits; ${HINT}`,
  );
}
