// Functions of doubles behind `math` that JavaScript does not have: sums without rounding, the gamma and
// error functions, neighbours of a double. Pure functions on numbers; errors are the caller's.

import { decompose, ratioToDouble, scaleByPowerOfTwo } from '../../objects/bigNumbers.ts';

/**
 * The exact sum of doubles, rounded once: J. Shewchuk's non-overlapping partial sums. undefined if a
 * partial sum overflows.
 */
export function exactSum(values: readonly number[]): number | undefined {
  const partials: number[] = [];
  for (const value of values) {
    let x = value;
    let kept = 0;
    for (let y of partials) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[kept++] = low;
      x = high;
    }
    if (!Number.isFinite(x)) return undefined;
    partials.length = kept;
    if (x !== 0) partials.push(x);
  }
  // The partials do not overlap, so a fraction over a common power of two is exact and rounds once.
  let total = 0n;
  for (const partial of partials) {
    const { mantissa, exponent } = decompose(partial);
    total += mantissa << BigInt(exponent + 1074);
  }
  return ratioToDouble(total, 1n, -1074);
}

/** sqrt(x1**2 + ... ) rounded once, from the exact sum of squares. */
export function exactHypot(values: readonly number[]): number {
  let total = 0n;
  for (const value of values) {
    const { mantissa, exponent } = decompose(value);
    const unit = mantissa << BigInt(exponent + 1074);
    total += unit * unit;
  }
  if (total === 0n) return 0;
  // 2 * 60 more bits give a root with a sticky last bit far below a double's.
  const root = integerRoot(total << 120n);
  return ratioToDouble(root * root === total << 120n ? root << 1n : (root << 1n) | 1n, 1n, -1135);
}

/** floor(sqrt(n)) by Newton's method. */
export function integerRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(16).length * 4 + 1) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

/** x = fraction * 2**exponent with 0.5 <= |fraction| < 1. */
export function splitDouble(x: number): { fraction: number; exponent: number } {
  if (x === 0 || !Number.isFinite(x)) return { fraction: x, exponent: 0 };
  const { mantissa, exponent } = decompose(x);
  const bits = (mantissa < 0n ? -mantissa : mantissa).toString(2).length;
  return { fraction: scaleByPowerOfTwo(Number(mantissa), -bits), exponent: exponent + bits };
}

const view = new DataView(new ArrayBuffer(8));

/** The next double after x in the direction of y. */
export function nextAfter(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 5e-324 : -5e-324;
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + (y > x === x > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

/** IEEE 754 remainder: x - n * y with n the integer nearest to x / y, ties to even. */
export function ieeeRemainder(x: number, y: number): number {
  const divisor = Math.abs(y);
  const size = Math.abs(x);
  if (!Number.isFinite(divisor)) return x;
  const rest = size % divisor;
  const complement = divisor - rest;
  const takeRest =
    rest < complement || (rest === complement && ((size - rest) * 0.5) % divisor === 0);
  const result = takeRest ? rest : -complement;
  return x < 0 || Object.is(x, -0) ? -result : result;
}

const SQRT_PI = 1.772453850905516;

/** Error function: the power series near zero, else by the complement. */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 1.5) return erfSeries(x);
  return Math.sign(x) * (1 - erfcFraction(size));
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (Math.abs(x) < 1.5) return 1 - erfSeries(x);
  return x > 0 ? erfcFraction(x) : 2 - erfcFraction(-x);
}

function erfSeries(x: number): number {
  const square = x * x;
  let sum = 0;
  for (let n = 25; n >= 1; n--) sum = 2 + (square * sum) / (n + 0.5);
  return (sum * x * Math.exp(-square)) / SQRT_PI;
}

/** Continued fraction for large arguments. */
function erfcFraction(x: number): number {
  if (x >= 30) return 0;
  const square = x * x;
  let a = 0;
  let da = 0.5;
  let [p, p1, q, q1] = [1, 0, da + square, 1];
  for (let i = 0; i < 50; i++) {
    a += da;
    da += 2;
    const b = da + square;
    [p, p1] = [b * p - a * p1, p];
    [q, q1] = [b * q - a * q1, q];
  }
  return ((p / q) * x * Math.exp(-square)) / SQRT_PI;
}

/** Lanczos approximation (g = 607/128, 15 terms: P. Godfrey) of gamma for x >= 0.5, without the power. */
const LANCZOS = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746,
  -0.4919138160976202, 3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5,
  0.0001580887032249125, -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639,
  8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
];

/** gamma(x) for x no pole; exact for small integers, else right to about 14 digits. */
export function gamma(x: number): number {
  if (Number.isInteger(x) && x > 0 && x < 24) {
    let product = 1;
    for (let i = 2; i < x; i++) product *= i;
    return product;
  }
  if (x > 171.7) return Infinity;
  if (x < 0.5) return x < -200 ? 0 : Math.PI / (sinPi(x) * gamma(1 - x));
  const t = x + 607 / 128 - 0.5;
  const half = t ** ((x - 0.5) / 2);
  return 2.5066282746310007 * half * Math.exp(-t) * half * lanczosSum(x);
}

/** log(|gamma(x)|). */
export function logGamma(x: number): number {
  if (x === 1 || x === 2) return 0;
  if (Math.abs(x) < 1e-20) return -Math.log(Math.abs(x));
  if (x < 0.5) return Math.log(Math.PI / Math.abs(sinPi(x))) - logGamma(1 - x);
  const t = x + 607 / 128 - 0.5;
  return (x - 0.5) * (Math.log(t) - 1) + (Math.log(lanczosSum(x)) - 607 / 128) + 0.9189385332046728;
}

function lanczosSum(x: number): number {
  let sum = LANCZOS[0] as number;
  for (let i = 1; i < LANCZOS.length; i++) sum += (LANCZOS[i] as number) / (x - 1 + i);
  return sum;
}

function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const quarter = Math.round(2 * y);
  const rest = Math.PI * (y - quarter / 2);
  const value = [Math.sin(rest), Math.cos(rest), -Math.sin(rest), -Math.cos(rest), Math.sin(rest)][
    quarter
  ] as number;
  return x < 0 ? -value : value;
}
