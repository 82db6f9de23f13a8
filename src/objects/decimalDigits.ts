// Decimal digits of a double, rounded exactly (ties to even) at any place. JavaScript's toFixed and
// toExponential round ties up and stop at 100 digits, so a double is written out here as the fraction it is.

import { decompose } from './bigNumbers.ts';

/** Digits d1 d2 ... of 0.d1d2... * 10**point. */
export interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/** A finite double >= 0 rounded to `places` digits behind the point (negative: tens and so on). '' is zero. */
export function exactDigits(x: number, places: number): Decimal {
  if (x === 0) return { digits: '', point: -places };
  // The last digit of the expansion of a double is at most at place 1074: beyond, only zeros follow.
  const used = Math.min(places, 1074);
  const { mantissa, exponent } = decompose(x);
  let n = mantissa;
  let d = 1n;
  if (exponent >= 0) n <<= BigInt(exponent);
  else d <<= BigInt(-exponent);
  if (used >= 0) n *= 10n ** BigInt(used);
  else d *= 10n ** BigInt(-used);
  let quotient = n / d;
  const rest = (n - quotient * d) * 2n;
  if (rest > d || (rest === d && (quotient & 1n) === 1n)) quotient += 1n;
  if (quotient === 0n) return { digits: '', point: -places };
  const digits = quotient.toString();
  return { digits: digits + '0'.repeat(places - used), point: digits.length - used };
}

/** A finite double > 0 rounded to `count` >= 1 significant digits. */
export function significantDigits(x: number, count: number): Decimal {
  // With 20 digits behind the point a double below a power of ten is never rounded up to it.
  const magnitude = Number(x.toExponential(20).split('e')[1]);
  const { digits, point } = exactDigits(x, count - 1 - magnitude);
  // 9.99 may have become 10.0: the digit too many is a zero.
  return { digits: digits.slice(0, count), point };
}
