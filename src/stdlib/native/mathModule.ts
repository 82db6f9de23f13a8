// The module `math`. Errors follow C's rules as CPython applies them: NaN from a number is a domain
// error, an infinity from finite numbers a range error. Integer functions are in mathIntegers.ts.
//
// The last digit: sqrt, fabs, fmod, hypot, dist, fsum, remainder, ldexp and their like are correctly
// rounded. exp, log, sin, cos, tan and the rest are V8's (fdlibm): one unit in the last place away from
// glibc for 3 to 10 of 100 arguments, cbrt for half of them. gamma, lgamma, erf and erfc are right to about
// 13 digits.

import { decref } from '../../executors/policy.ts';
import type { Value, WordIndex } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { bitLength, scaleByPowerOfTwo } from '../../objects/bigNumbers.ts';
import { boolOf } from '../../objects/bool.ts';
import { defineModule } from '../../objects/define.ts';
import { newFloat } from '../../objects/float.ts';
import { newInt, toBigInt, toNumber } from '../../objects/int.ts';
import { exactInt } from '../../objects/intArithmetic.ts';
import { keywords, type NativeSpec, oneArg, positional } from '../../objects/natives.ts';
import { callSpecial, doubleOf, truncateDouble } from '../../objects/numberConversion.ts';
import { newPair } from '../../objects/pair.ts';
import { powExact } from '../../objects/powExact.ts';
import { collect, isFloat, isInt, typeName } from '../../objects/protocol.ts';
import { raise, typeError, valueError } from '../../objects/raise.ts';
import { staticName } from '../../objects/str.ts';
import { INTEGER_FUNCTIONS } from './mathIntegers.ts';
import {
  erf,
  erfc,
  exactHypot,
  exactSum,
  gamma,
  ieeeRemainder,
  logGamma,
  nextAfter,
  splitDouble,
} from './mathNumbers.ts';

const domainError = (): never => valueError('math domain error');
const rangeError = (): never => raise('OverflowError', 'math range error');

/** Raises where C would set errno for a result from these arguments. */
function checked(result: number, ...args: readonly number[]): number {
  if (Number.isNaN(result) && args.every((x) => !Number.isNaN(x))) return domainError();
  if (!Number.isFinite(result) && !Number.isNaN(result) && args.every(Number.isFinite)) {
    return rangeError();
  }
  return result;
}

/** A function of one double; an infinite result from a finite argument overflows. */
const real = (name: string, compute: (x: number) => number): NativeSpec =>
  oneArg(name, (args) => {
    const x = doubleOf(H[args]);
    return newFloat(checked(compute(x), x));
  });

/** As `real`, where an infinite result means a pole: a domain error. */
const withPoles = (name: string, compute: (x: number) => number): NativeSpec =>
  oneArg(name, (args) => {
    const x = doubleOf(H[args]);
    const y = compute(x);
    if (!Number.isFinite(y) && !Number.isNaN(y) && Number.isFinite(x)) return domainError();
    return newFloat(checked(y, x));
  });

const two = (name: string, compute: (x: number, y: number) => number): NativeSpec =>
  positional(name, 2, 2, (args) => newFloat(compute(doubleOf(H[args]), doubleOf(H[args + 1]))));

const predicate = (name: string, test: (x: number) => boolean): NativeSpec =>
  oneArg(name, (args) => boolOf(test(doubleOf(H[args]))));

/** A logarithm of an int of any size or a float. */
function logarithm(value: Value, log: (x: number) => number, ofTwo: number): number {
  if (!isInt(value)) {
    const x = doubleOf(value);
    return x <= 0 ? domainError() : log(x);
  }
  const n = toBigInt(value);
  if (n <= 0n) return domainError();
  const x = toNumber(value);
  if (Number.isFinite(x)) return log(x);
  const bits = bitLength(n);
  // The leading 64 bits as a fraction in [0.5, 1), and the power of two.
  const fraction = Number(n >> BigInt(bits - 64)) / 2 ** 64;
  return log(fraction) + ofTwo * bits;
}

function logNative(args: WordIndex, count: number): Value {
  if (count < 1 || count > 2) return typeError('math.log requires 1 to 2 arguments');
  const top = logarithm(H[args], Math.log, Math.LN2);
  if (count < 2) return newFloat(top);
  const bottom = logarithm(H[args + 1], Math.log, Math.LN2);
  if (bottom === 0) return raise('ZeroDivisionError', 'float division by zero');
  return newFloat(top / bottom);
}

function power(x: number, y: number): number {
  if (x === 1 || y === 0) return 1;
  if (x === -1 && (y === Infinity || y === -Infinity)) return 1;
  if (x === 0 && y < 0 && Number.isFinite(y)) return domainError();
  return checked(powExact(x, y), x, y);
}

const LDEXP_MAX = 5000;

function ldexp(args: WordIndex): Value {
  if (!isInt(H[args + 1])) return typeError('Expected an int as second argument to ldexp.');
  const x = doubleOf(H[args]);
  if (x === 0 || !Number.isFinite(x)) return newFloat(x);
  const exponent = Math.max(-LDEXP_MAX, Math.min(LDEXP_MAX, toNumber(H[args + 1])));
  return newFloat(checked(scaleByPowerOfTwo(x, exponent), x));
}

function doubles(iterable: Value): number[] {
  const items = collect(iterable);
  try {
    return items.map((item) => doubleOf(item));
  } finally {
    for (const item of items) decref(item);
  }
}

function sum(args: WordIndex): Value {
  const values = doubles(H[args]);
  const special = values.filter((x) => !Number.isFinite(x));
  if (special.length > 0) {
    if (special.includes(Infinity) && special.includes(-Infinity)) {
      return valueError('-inf + inf in fsum');
    }
    return newFloat(special.reduce((total, x) => total + x, 0));
  }
  const total = exactSum(values);
  return total === undefined
    ? raise('OverflowError', 'intermediate overflow in fsum')
    : newFloat(total);
}

function hypotOf(values: readonly number[]): number {
  if (values.some((x) => Math.abs(x) === Infinity)) return Infinity;
  return values.some((x) => Number.isNaN(x)) ? Number.NaN : exactHypot(values);
}

function hypot(args: WordIndex, count: number): Value {
  const values: number[] = [];
  for (let i = 0; i < count; i++) values.push(doubleOf(H[args + i]));
  return newFloat(hypotOf(values));
}

function distance(args: WordIndex): Value {
  const p = doubles(H[args]);
  const q = doubles(H[args + 1]);
  if (p.length !== q.length) {
    return valueError('both points must have the same number of dimensions');
  }
  return newFloat(hypotOf(p.map((x, i) => x - (q[i] as number))));
}

function isClose(args: WordIndex): Value {
  const a = doubleOf(H[args]);
  const b = doubleOf(H[args + 1]);
  const relative = H[args + 2] === 0 ? 1e-9 : doubleOf(H[args + 2]);
  const absolute = H[args + 3] === 0 ? 0 : doubleOf(H[args + 3]);
  if (relative < 0 || absolute < 0) return valueError('tolerances must be non-negative');
  if (a === b) return boolOf(true);
  if (!Number.isFinite(a) || !Number.isFinite(b)) return boolOf(false);
  const gap = Math.abs(a - b);
  return boolOf(gap <= Math.abs(relative * b) || gap <= Math.abs(relative * a) || gap <= absolute);
}

function modf(args: WordIndex): Value {
  const x = doubleOf(H[args]);
  const whole = Math.trunc(x);
  const fraction = Number.isFinite(x) ? x - whole : !Number.isNaN(x) ? 0 : x;
  const signed = fraction === 0 && (x < 0 || Object.is(x, -0)) ? -0 : fraction;
  return newPair(newFloat(signed), newFloat(whole));
}

function frexp(args: WordIndex): Value {
  const { fraction, exponent } = splitDouble(doubleOf(H[args]));
  return newPair(newFloat(fraction), newInt(exponent));
}

function fmod(x: number, y: number): number {
  if (!Number.isFinite(y) && !Number.isNaN(y) && Number.isFinite(x)) return x;
  return checked(x % y, x, y);
}

function ulp(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(size)) return size;
  const next = nextAfter(size, Infinity);
  return next === Infinity ? size - nextAfter(size, 0) : next - size;
}

/** floor, ceil and trunc: the type's own method first, then (but for trunc) the double. */
function toWhole(name: string, compute: (x: number) => number): NativeSpec {
  const special = staticName(`__${name}__`);
  return oneArg(name, (args) => {
    const value = H[args];
    if ((value & 1) !== 0) return value;
    if (isFloat(value)) return truncateDouble(compute(doubleOf(value)));
    if (isInt(value)) return exactInt(value);
    const result = callSpecial(value, special);
    if (result !== 0) return result;
    if (name === 'trunc') {
      return typeError(`type ${typeName(value)} doesn't define __trunc__ method`);
    }
    return truncateDouble(compute(doubleOf(value)));
  });
}

const isPole = (x: number): boolean => x === -Infinity || (x <= 0 && Number.isInteger(x));

const FUNCTIONS: readonly NativeSpec[] = [
  ...(['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh'] as const).map((name) =>
    real(name, Math[name]),
  ),
  ...(['asinh', 'acosh', 'exp', 'expm1', 'cbrt', 'sqrt'] as const).map((name) =>
    real(name, Math[name]),
  ),
  withPoles('atanh', Math.atanh),
  withPoles('log1p', Math.log1p),
  real('exp2', (x) => powExact(2, x)),
  real('fabs', Math.abs),
  real('erf', erf),
  real('erfc', erfc),
  real('gamma', (x) => (isPole(x) ? domainError() : gamma(x))),
  real('lgamma', (x) =>
    x === -Infinity ? Infinity : isPole(x) ? domainError() : x === Infinity ? x : logGamma(x),
  ),
  oneArg('degrees', (args) => newFloat(doubleOf(H[args]) * (180 / Math.PI))),
  oneArg('radians', (args) => newFloat(doubleOf(H[args]) * (Math.PI / 180))),
  oneArg('ulp', (args) => newFloat(ulp(doubleOf(H[args])))),
  positional('log', 0, Infinity, logNative),
  oneArg('log2', (args) => newFloat(logarithm(H[args], Math.log2, 1))),
  oneArg('log10', (args) => newFloat(logarithm(H[args], Math.log10, Math.LOG10E * Math.LN2))),
  two('atan2', Math.atan2),
  two('pow', power),
  two('fmod', fmod),
  two('remainder', (x, y) =>
    y === 0 || Number.isNaN(y) || !Number.isFinite(x)
      ? checked(Number.NaN, x, y)
      : ieeeRemainder(x, y),
  ),
  two('copysign', (x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x))),
  two('nextafter', nextAfter),
  positional('ldexp', 2, 2, ldexp),
  oneArg('modf', modf),
  oneArg('frexp', frexp),
  oneArg('fsum', sum),
  positional('hypot', 0, Infinity, hypot),
  positional('dist', 2, 2, distance),
  keywords('isclose', 2, ['a', 'b', '*rel_tol', '*abs_tol'], isClose),
  predicate('isnan', (x) => Number.isNaN(x)),
  predicate('isinf', (x) => Math.abs(x) === Infinity),
  predicate('isfinite', Number.isFinite),
  toWhole('floor', Math.floor),
  toWhole('ceil', Math.ceil),
  toWhole('trunc', Math.trunc),
  ...INTEGER_FUNCTIONS,
];

defineModule({
  name: 'math',
  functions: FUNCTIONS,
  constants: () => ({
    pi: newFloat(Math.PI),
    e: newFloat(Math.E),
    tau: newFloat(2 * Math.PI),
    inf: newFloat(Infinity),
    nan: newFloat(Number.NaN),
  }),
});
