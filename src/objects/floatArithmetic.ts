// @hot Arithmetic of doubles with Python's rules: // and % agree with floor division, a power that
// overflows raises, and an int operand is converted exactly once. Comparisons of an int with a float are
// exact: 2**53 + 1 is not equal to float(2**53).

import { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { S, T } from '../heap/builtinTypes.ts';
import type { Value } from '../heap/layout.ts';
import { TypeFlag } from '../heap/layout.ts';
import { boolOf } from './bool.ts';
import { floatValue, newFloat } from './float.ts';
import { powDoubles } from './floatPower.ts';
import { toBigInt } from './int.ts';
import { exactDouble, intToDouble } from './intArithmetic.ts';
import { hasFlag, isInt } from './protocol.ts';
import { raise } from './raise.ts';
import { typeOf } from './slots.ts';

/** True for int, bool, float and their subtypes. */
export const isNumber = (value: Value): boolean =>
  (value & 1) !== 0 || hasFlag(value, (TypeFlag.INT | TypeFlag.FLOAT) as TypeFlag);

/** The value of an int or float as a double; OverflowError for an int beyond the range. */
export function toDouble(value: Value): number {
  if ((value & 1) !== 0) return value >> 1;
  if (typeOf(value) === T.FLOAT) return floatValue(value);
  return isInt(value) ? intToDouble(value) : floatValue(value);
}

/** The float type's `binary` slot: at least one operand is a float. */
export function binaryFloats(operator: BinaryOperator, left: Value, right: Value): Value {
  if (!isNumber(left) || !isNumber(right)) return S.NOT_IMPLEMENTED;
  const a = toDouble(left);
  const b = toDouble(right);
  switch (operator) {
    case BinaryOperator.ADD:
      return newFloat(a + b);
    case BinaryOperator.SUBTRACT:
      return newFloat(a - b);
    case BinaryOperator.MULTIPLY:
      return newFloat(a * b);
    case BinaryOperator.TRUE_DIVIDE:
      if (b === 0) return raise('ZeroDivisionError', 'float division by zero');
      return newFloat(a / b);
    case BinaryOperator.FLOOR_DIVIDE:
      if (b === 0) return raise('ZeroDivisionError', 'float floor division by zero');
      return newFloat(floorDivideDoubles(a, b));
    case BinaryOperator.REMAINDER:
      if (b === 0) return raise('ZeroDivisionError', 'float modulo');
      return newFloat(floorRemainderDoubles(a, b));
    case BinaryOperator.POWER:
      return newFloat(powDoubles(a, b));
    default:
      return S.NOT_IMPLEMENTED;
  }
}

/** a % b with the sign of b, for b not 0. */
export function floorRemainderDoubles(a: number, b: number): number {
  const r = a % b;
  if (r === 0) return b < 0 ? -0 : 0;
  return r < 0 !== b < 0 ? r + b : r;
}

/** a // b for b not 0: the quotient of (a - a % b) / b, brought to the nearest integer. */
export function floorDivideDoubles(a: number, b: number): number {
  const r = a % b;
  let quotient = (a - r) / b;
  if (r !== 0 && r < 0 !== b < 0) quotient -= 1;
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** The float type's `compare` slot; the left operand is a float. */
export function compareFloats(left: Value, right: Value, operator: CompareOperator): Value {
  const a = floatValue(left);
  if ((right & 1) === 0 && typeOf(right) === T.FLOAT) {
    return boolOf(compareDoubles(a, floatValue(right), operator));
  }
  if (!isNumber(right)) return S.NOT_IMPLEMENTED;
  if (!isInt(right)) return boolOf(compareDoubles(a, floatValue(right), operator));
  const b = exactDouble(right);
  return boolOf(
    !Number.isNaN(b)
      ? compareDoubles(a, b, operator)
      : compareDoubles(a, toBigInt(right), operator),
  );
}

/** JavaScript compares a number with a bigint by their exact values. */
function compareDoubles(a: number, b: number | bigint, operator: CompareOperator): boolean {
  switch (operator) {
    case CompareOperator.LT:
      return a < b;
    case CompareOperator.LE:
      return a <= b;
    case CompareOperator.EQ:
      // biome-ignore lint/suspicious/noDoubleEquals: the one that compares number and bigint by value
      return a == b;
    case CompareOperator.NE:
      // biome-ignore lint/suspicious/noDoubleEquals: as above
      return a != b;
    case CompareOperator.GT:
      return a > b;
    default:
      return a >= b;
  }
}
