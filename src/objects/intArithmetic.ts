// @hot Arithmetic of ints: any two of small, heap, bool or subclass. Each operation tries up to four ways. Two
// small operands are computed on the words. Operands that a double holds exactly are computed as doubles,
// and the result counts if it is below 2**53 (NaN stands for "not exact" and fails every such test). Then
// come the digits in the heap (limbs.ts), for whatever takes time linear in them; products and quotients
// of long numbers go through BigInt. Python's rules: // rounds to minus infinity, % has the divisor's sign.

import { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { Header, IntLayout, type Value } from '../heap/layout.ts';
import { H, U32 } from '../heap/memory.ts';
import { bitLength, ratioToDouble } from './bigNumbers.ts';
import { newFloat } from './float.ts';
import { powDoubles } from './floatPower.ts';
import { newBigInt, newInt, toBigInt, toNumber } from './int.ts';
import {
  addLimbs,
  BitOperation,
  bitLimbs,
  canShiftLeft,
  compareLimbs,
  fitsLongDivision,
  fitsSchoolbook,
  floorDivideLimbs,
  hasLimbs,
  multiplyLimbs,
  remainderLimbs,
  shiftLeftLimbs,
  shiftRightLimbs,
} from './limbs.ts';
import { raise, valueError } from './raise.ts';
import { typeOf } from './slots.ts';
import {
  addShort,
  andShort,
  multiplyShort,
  orShort,
  shiftShortLeft,
  shiftShortRight,
  xorShort,
} from './twoLimbs.ts';

const EXACT = 2 ** 53;
/** V8's limit on the size of a BigInt; CPython would go on until memory is full. */
const BITS_MAX = 1 << 30;

/** The value if a double holds it exactly, below 2**53; else NaN. */
export function exactDouble(value: Value): number {
  if ((value & 1) !== 0) return value >> 1;
  if (value === S.TRUE) return 1;
  if (value === S.FALSE) return 0;
  const q = value >> 2;
  const digits = H[q + IntLayout.DIGITS];
  const low = U32[q + IntLayout.DATA] as number;
  if (digits === 1) return low;
  if (digits === -1) return -low;
  if (digits === 0) return 0;
  const high = U32[q + IntLayout.DATA + 1] as number;
  if (high >= 0x200000) return NaN;
  if (digits === 2) return high * 0x100000000 + low;
  if (digits === -2) return -(high * 0x100000000 + low);
  return NaN;
}

/** A bool as the small int it stands for, so that everything else has digits. */
export const withDigits = (value: Value): Value =>
  value === S.TRUE ? 3 : value === S.FALSE ? 1 : value;

/** An exact int of more than two digits, which no double holds. */
function isLong(value: Value): boolean {
  if ((value & 1) !== 0 || H[(value >> 2) + Header.TYPE] !== T.INT) return false;
  const digits = H[(value >> 2) + IntLayout.DIGITS];
  return digits > 2 || digits < -2;
}

const haveLimbs = (left: Value, right: Value): boolean => hasLimbs(left) && hasLimbs(right);

export function addInts(left: Value, right: Value): Value {
  const short = addShort(left, right);
  if (short !== 0) return short;
  const sum = exactDouble(left) + exactDouble(right);
  if (sum < EXACT && sum > -EXACT) return newInt(sum);
  if (haveLimbs(left, right)) return addLimbs(withDigits(left), withDigits(right), 1);
  return newBigInt(toBigInt(left) + toBigInt(right));
}

export function subtractInts(left: Value, right: Value): Value {
  const difference = exactDouble(left) - exactDouble(right);
  if (difference < EXACT && difference > -EXACT) return newInt(difference);
  if (haveLimbs(left, right)) return addLimbs(withDigits(left), withDigits(right), -1);
  return newBigInt(toBigInt(left) - toBigInt(right));
}

export function multiplyInts(left: Value, right: Value): Value {
  if (isLong(left) && isLong(right) && fitsSchoolbook(left, right)) {
    return multiplyLimbs(left, right);
  }
  if ((left & right & 1) === 0) {
    const short = multiplyShort(left, right);
    if (short !== 0) return short;
  }
  const product = exactDouble(left) * exactDouble(right);
  if (product < EXACT && product > -EXACT) return newInt(product);
  const a = withDigits(left);
  const b = withDigits(right);
  if (fitsSchoolbook(a, b)) return multiplyLimbs(a, b);
  return bigResult(() => toBigInt(a) * toBigInt(b));
}

/** Below this the product of a quotient, even if one too high, with its divisor is exact. */
const HALF_EXACT = 2 ** 52;

export function floorDivideInts(left: Value, right: Value): Value {
  const a = exactDouble(left);
  const b = exactDouble(right);
  if (b === 0) return raise('ZeroDivisionError', 'integer division or modulo by zero');
  if (a < HALF_EXACT && a > -HALF_EXACT && b < HALF_EXACT && b > -HALF_EXACT) {
    const quotient = Math.floor(a / b);
    const rest = a - quotient * b;
    // Rounded up to an integer that it did not reach: the rest lies on the other side.
    return newInt((b > 0 ? rest < 0 : rest > 0) ? quotient - 1 : quotient);
  }
  const dividend = withDigits(left);
  const divisor = withDigits(right);
  if (fitsLongDivision(dividend, divisor)) return floorDivideLimbs(dividend, divisor);
  return newBigInt(floorDivide(toBigInt(dividend), toBigInt(divisor)));
}

export function remainderInts(left: Value, right: Value): Value {
  if ((left & right & 1) !== 0 && left > 0 && right > 1) {
    return ((((left >> 1) % (right >> 1)) | 0) << 1) | 1;
  }
  if (isLong(left) && isLong(right) && fitsLongDivision(left, right)) {
    return remainderLimbs(left, right);
  }
  const a = exactDouble(left);
  const b = exactDouble(right);
  if (b === 0) return raise('ZeroDivisionError', 'integer modulo by zero');
  if (a < HALF_EXACT && a > -HALF_EXACT && b < HALF_EXACT && b > -HALF_EXACT) {
    const rest = a - Math.floor(a / b) * b;
    return newInt((b > 0 ? rest < 0 : rest > 0) ? rest + b : rest);
  }
  const dividend = withDigits(left);
  const divisor = withDigits(right);
  if (fitsLongDivision(dividend, divisor)) return remainderLimbs(dividend, divisor);
  return newBigInt(floorRemainder(toBigInt(dividend), toBigInt(divisor)));
}

export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n !== b < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

export function floorRemainder(a: bigint, b: bigint): bigint {
  const r = a % b;
  return r !== 0n && r < 0n !== b < 0n ? r + b : r;
}

/** Correctly rounded, also where neither operand is a double. */
export function trueDivideInts(left: Value, right: Value): Value {
  const a = exactDouble(left);
  const b = exactDouble(right);
  if (b === 0) return raise('ZeroDivisionError', 'division by zero');
  const quotient = a / b;
  if (!Number.isNaN(quotient)) return newFloat(a === 0 ? 0 : quotient);
  const exact = ratioToDouble(toBigInt(left), toBigInt(right));
  if (!Number.isFinite(exact)) {
    return raise('OverflowError', 'integer division result too large for a float');
  }
  return newFloat(exact);
}

/** `base ** exponent`; a negative exponent gives a float. */
export function powerInts(left: Value, right: Value): Value {
  const exponent = exactDouble(right);
  const base = exactDouble(left);
  if (exponent < 0 || (Number.isNaN(exponent) && toBigInt(right) < 0n)) {
    return newFloat(powDoubles(intToDouble(left), intToDouble(right)));
  }
  if (exponent <= 64 && !Number.isNaN(base)) {
    let result = 1;
    for (let i = 0; i < exponent && result < EXACT && result > -EXACT; i++) result *= base;
    if (result < EXACT && result > -EXACT) return newInt(result);
  }
  if (base === 0 || base === 1) return newInt(exponent === 0 ? 1 : base);
  if (base === -1) return newInt((toBigInt(right) & 1n) === 0n ? 1 : -1);
  const big = toBigInt(left);
  if (!((bitLength(big) - 1) * toNumber(right) < BITS_MAX)) return raise('MemoryError');
  return bigResult(() => big ** toBigInt(right));
}

/** `pow(base, exponent, modulus)`. */
export function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus === 0n) return valueError('pow() 3rd argument cannot be 0');
  const m = modulus < 0n ? -modulus : modulus;
  let factor = floorRemainder(base, m);
  let left = exponent;
  if (left < 0n) {
    factor = inverse(factor, m);
    left = -left;
  }
  let result = 1n % m;
  const bits = left.toString(2);
  for (let i = 0; i < bits.length; i++) {
    result = (result * result) % m;
    if (bits[i] === '1') result = (result * factor) % m;
  }
  return modulus < 0n && result !== 0n ? result - m : result;
}

/** Extended Euclid. */
function inverse(a: bigint, m: bigint): bigint {
  let [r, next] = [m, a];
  let [t, nextT] = [0n, 1n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next] = [next, r - quotient * next];
    [t, nextT] = [nextT, t - quotient * nextT];
  }
  if (r !== 1n) return valueError('base is not invertible for the given modulus');
  return floorRemainder(t, m);
}

/** `2 ** count`, which the engine calls a library's function for. */
const powerOfTwo = (count: number): number => (count < 31 ? 1 << count : 2 ** count);

export function shiftLeft(left: Value, right: Value): Value {
  const short = shiftShortLeft(left, right);
  if (short !== 0) return short;
  const count = exactDouble(right);
  const a = exactDouble(left);
  if (count < 0) return valueError('negative shift count');
  if (a === 0) return 1;
  if (count < 53) {
    const shifted = a * powerOfTwo(count);
    if (shifted < EXACT && shifted > -EXACT) return newInt(shifted);
  } else if (Number.isNaN(count)) {
    if (toBigInt(right) < 0n) return valueError('negative shift count');
    return raise('OverflowError', 'too many digits in integer');
  }
  if (count >= BITS_MAX) return raise('MemoryError');
  const value = withDigits(left);
  if (canShiftLeft(value, count)) return shiftLeftLimbs(value, count);
  return bigResult(() => toBigInt(value) << BigInt(count));
}

export function shiftRight(left: Value, right: Value): Value {
  const short = shiftShortRight(left, right);
  if (short !== 0) return short;
  const count = exactDouble(right);
  if (count < 0 || (Number.isNaN(count) && toBigInt(right) < 0n)) {
    return valueError('negative shift count');
  }
  if ((left & 1) !== 0)
    return count > 31 || Number.isNaN(count)
      ? left < 0
        ? -1
        : 1
      : (((left >> 1) >> Math.min(count, 31)) << 1) | 1;
  const a = exactDouble(left);
  if (!Number.isNaN(a) && count < 1000) return newInt(Math.floor(a / powerOfTwo(count)));
  if (!(count < BITS_MAX)) return newInt(toBigInt(left) < 0n ? -1 : 0);
  if (hasLimbs(left)) return shiftRightLimbs(withDigits(left), count);
  return newBigInt(toBigInt(left) >> BigInt(count));
}

export function andInts(left: Value, right: Value): Value {
  if ((left & right & 1) !== 0) return left & right;
  const short = andShort(left, right);
  if (short !== 0) return short;
  return bitsOf(BitOperation.AND, left, right);
}

export function orInts(left: Value, right: Value): Value {
  if ((left & right & 1) !== 0) return left | right;
  const short = orShort(left, right);
  if (short !== 0) return short;
  return bitsOf(BitOperation.OR, left, right);
}

export function xorInts(left: Value, right: Value): Value {
  if ((left & right & 1) !== 0) return (left ^ right) | 1;
  const short = xorShort(left, right);
  if (short !== 0) return short;
  return bitsOf(BitOperation.XOR, left, right);
}

function bitsOf(operation: BitOperation, left: Value, right: Value): Value {
  if (haveLimbs(left, right)) return bitLimbs(operation, withDigits(left), withDigits(right));
  const a = toBigInt(left);
  const b = toBigInt(right);
  if (operation === BitOperation.AND) return newBigInt(a & b);
  return newBigInt(operation === BitOperation.OR ? a | b : a ^ b);
}

export function negateInt(value: Value): Value {
  const n = exactDouble(value);
  if (!Number.isNaN(n)) return newInt(-n);
  return hasLimbs(value) ? addLimbs(1, value, -1) : newBigInt(-toBigInt(value));
}

export function invertInt(value: Value): Value {
  const n = exactDouble(value);
  if (!Number.isNaN(n)) return newInt(-1 - n);
  return hasLimbs(value) ? addLimbs(-1, value, -1) : newBigInt(~toBigInt(value));
}

export function absoluteInt(value: Value): Value {
  const n = exactDouble(value);
  if (!Number.isNaN(n)) return newInt(Math.abs(n));
  return H[(value >> 2) + IntLayout.DIGITS] < 0 ? negateInt(value) : exactInt(value);
}

/** The value as an exact int, owned: a bool or a subclass instance is copied. */
export function exactInt(value: Value): Value {
  if ((value & 1) !== 0) return value;
  if (typeOf(value) === T.INT) {
    incref(value);
    return value;
  }
  const n = exactDouble(value);
  return !Number.isNaN(n) ? newInt(n) : newBigInt(toBigInt(value));
}

/** Negative, zero or positive. */
export function compareInts(left: Value, right: Value): number {
  if ((left & right & 1) !== 0) return left < right ? -1 : left === right ? 0 : 1;
  const difference = exactDouble(left) - exactDouble(right);
  if (!Number.isNaN(difference)) return difference;
  return compareLimbs(withDigits(left), withDigits(right));
}

/** `left operator right` from the sign of their difference. */
export function holds(order: number, operator: CompareOperator): boolean {
  switch (operator) {
    case CompareOperator.LT:
      return order < 0;
    case CompareOperator.LE:
      return order <= 0;
    case CompareOperator.EQ:
      return order === 0;
    case CompareOperator.NE:
      return order !== 0;
    case CompareOperator.GT:
      return order > 0;
    default:
      return order >= 0;
  }
}

/** Any operator on two ints; NotImplemented for `@`. */
export function binaryInts(operator: BinaryOperator, left: Value, right: Value): Value {
  switch (operator) {
    case BinaryOperator.ADD:
      return addInts(left, right);
    case BinaryOperator.SUBTRACT:
      return subtractInts(left, right);
    case BinaryOperator.MULTIPLY:
      return multiplyInts(left, right);
    case BinaryOperator.FLOOR_DIVIDE:
      return floorDivideInts(left, right);
    case BinaryOperator.REMAINDER:
      return remainderInts(left, right);
    case BinaryOperator.TRUE_DIVIDE:
      return trueDivideInts(left, right);
    case BinaryOperator.POWER:
      return powerInts(left, right);
    case BinaryOperator.LSHIFT:
      return shiftLeft(left, right);
    case BinaryOperator.RSHIFT:
      return shiftRight(left, right);
    case BinaryOperator.AND:
      return andInts(left, right);
    case BinaryOperator.OR:
      return orInts(left, right);
    case BinaryOperator.XOR:
      return xorInts(left, right);
    default:
      return S.NOT_IMPLEMENTED;
  }
}

/** The nearest double; OverflowError beyond the range. */
export function intToDouble(value: Value): number {
  const n = toNumber(value);
  if (!Number.isFinite(n)) return raise('OverflowError', 'int too large to convert to float');
  return n;
}

/** A result that may be larger than V8 can hold. */
function bigResult(compute: () => bigint): Value {
  let result: bigint;
  try {
    result = compute();
  } catch (error) {
    if (error instanceof RangeError) return raise('MemoryError');
    throw error;
  }
  return newBigInt(result);
}
