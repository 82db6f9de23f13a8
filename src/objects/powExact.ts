// a ** b to the last digit for the exponents that programs use: whole numbers and whole numbers and a half,
// up to 1024. V8's Math.pow is off by one unit in the last place for some arguments, which shows as soon
// as a program prints the result. Here the power is multiplied out in pairs of doubles (T. J. Dekker
// 1971), about 106 bits, and rounded once. Other exponents, and results near the ends of the range, are V8's.

const EXPONENT_MAX = 1024;
const SPLITTER = 134217729; // 2**27 + 1

/** The pair that the functions below return: value HIGH + low. */
let low = 0;

/** (x + xl) * (y + yl): the high part; the low one in `low`. */
function multiply(x: number, xl: number, y: number, yl: number): number {
  const product = x * y;
  const xs = SPLITTER * x;
  const xh = xs - (xs - x);
  const xt = x - xh;
  const ys = SPLITTER * y;
  const yh = ys - (ys - y);
  const yt = y - yh;
  const error = xh * yh - product + xh * yt + xt * yh + xt * yt + (x * yl + xl * y);
  const high = product + error;
  low = error - (high - product);
  return high;
}

/** C's pow() for arguments without special rules of Python. */
export function powExact(a: number, b: number): number {
  if (b === 1) return a;
  if (b === 2) return a * a;
  if (b === 0.5 && a > 0) return Math.sqrt(a);
  const estimate = a ** b;
  const size = Math.abs(estimate);
  const doubled = Math.abs(b) * 2;
  if (!(size > 1e-270 && size < 1e270) || doubled > 2 * EXPONENT_MAX) return estimate;
  const base = Math.abs(a);
  if (!Number.isInteger(doubled) || !(base > 1e-270 && base < 1e270)) return estimate;
  const magnitude = powPairs(base, Math.floor(Math.abs(b)), doubled % 2 === 1, b < 0);
  return estimate < 0 ? -magnitude : magnitude;
}

/** base ** (exponent, and a half if `half`), or one divided by that. */
function powPairs(base: number, exponent: number, half: boolean, inverse: boolean): number {
  let result = 1;
  let resultLow = 0;
  if (half) {
    result = Math.sqrt(base);
    // One step of Newton's method from the rounded root gives its low part.
    const square = multiply(result, 0, result, 0);
    resultLow = (base - square - low) / (2 * result);
  }
  let factor = base;
  let factorLow = 0;
  for (let left = exponent; left > 0; left >>= 1) {
    if ((left & 1) !== 0) {
      result = multiply(result, resultLow, factor, factorLow);
      resultLow = low;
    }
    if (left > 1) {
      factor = multiply(factor, factorLow, factor, factorLow);
      factorLow = low;
    }
  }
  if (!inverse) return result + resultLow;
  const quotient = 1 / result;
  const product = multiply(quotient, 0, result, resultLow);
  return quotient + (1 - product - low) / result;
}
