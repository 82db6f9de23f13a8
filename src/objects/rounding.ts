// `round()`, `divmod()` and three-argument `pow()` of the builtin numbers. Rounding a float to decimal
// places goes over its exact value, as CPython does: 2.675 is a little less than it looks.

import { BinaryOperator } from '../bytecode/opcodes.ts';
import { S } from '../heap/builtinTypes.ts';
import type { Value } from '../heap/layout.ts';
import { powerOfTen, scaled } from './decimalBytes.ts';
import { exactDigits } from './decimalDigits.ts';
import { floatValue, newFloat } from './float.ts';
import {
  floorDivideDoubles,
  floorRemainderDoubles,
  isNumber,
  toDouble,
} from './floatArithmetic.ts';
import { newBigInt, toBigInt } from './int.ts';
import {
  exactInt,
  floorDivide,
  floorDivideInts,
  floorRemainder,
  powerModulo,
  remainderInts,
} from './intArithmetic.ts';
import { truncateDouble } from './numberConversion.ts';
import { newPair } from './pair.ts';
import { binary, indexOf, isFloat, isInt, typeName } from './protocol.ts';
import { raise, typeError } from './raise.ts';

/** `round(value, ndigits)` of an int or float: owned. ndigits 0 or None: to an int. */
export function roundNumber(value: Value, ndigits: Value): Value {
  const whole = ndigits === 0 || ndigits === S.NONE;
  if (isInt(value)) return whole ? exactInt(value) : roundInt(value, indexOf(ndigits));
  if (!isFloat(value)) return typeError(`type ${typeName(value)} doesn't define __round__ method`);
  const x = floatValue(value);
  return whole ? truncateDouble(roundHalfEven(x)) : newFloat(roundDouble(x, indexOf(ndigits)));
}

/** To the nearest integer, ties to the even one. */
export function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest < 0.5) return floor;
  if (rest > 0.5) return floor + 1;
  return rest === 0.5 ? (floor % 2 === 0 ? floor : floor + 1) : x;
}

function roundInt(value: Value, ndigits: number): Value {
  if (ndigits >= 0) return exactInt(value);
  const n = toBigInt(value);
  // A power of ten beyond twice the number rounds to zero; no need to make it.
  if (-ndigits > n.toString(16).length * 1.3 + 2) return newBigInt(0n);
  const unit = 10n ** BigInt(-ndigits);
  const quotient = floorDivide(n, unit);
  const rest = floorRemainder(n, unit) * 2n;
  const up = rest > unit || (rest === unit && (quotient & 1n) === 1n);
  return newBigInt((up ? quotient + 1n : quotient) * unit);
}

/** A double rounded to decimal places (negative: tens), correctly. */
export function roundDouble(x: number, ndigits: number): number {
  if (!Number.isFinite(x) || x === 0 || ndigits > 323) return x;
  if (ndigits < -308) return x < 0 ? -0 : 0;
  const units = scaled(x < 0 ? -x : x, ndigits);
  if (units >= 0) {
    // Both are exact, so the result is rounded once.
    const short = ndigits >= 0 ? units / powerOfTen(ndigits) : units * powerOfTen(-ndigits);
    return x < 0 ? -short : short;
  }
  const { digits, point } = exactDigits(Math.abs(x), ndigits);
  const rounded = Number(`${digits === '' ? '0' : digits}e${point - digits.length}`);
  if (!Number.isFinite(rounded)) {
    return raise('OverflowError', 'rounded value too large to represent');
  }
  return x < 0 ? -rounded : rounded;
}

/** `divmod(left, right)` of builtin numbers; NotImplemented for others. */
export function divmodNumbers(left: Value, right: Value): Value {
  if (!isNumber(left) || !isNumber(right)) return S.NOT_IMPLEMENTED;
  if (isInt(left) && isInt(right)) {
    const quotient = floorDivideInts(left, right);
    return newPair(quotient, remainderInts(left, right));
  }
  const a = toDouble(left);
  const b = toDouble(right);
  if (b === 0) return raise('ZeroDivisionError', 'float divmod()');
  const quotient = newFloat(floorDivideDoubles(a, b));
  return newPair(quotient, newFloat(floorRemainderDoubles(a, b)));
}

/** `pow(base, exponent, modulus)`; modulus 0 (absent) or None: `base ** exponent`. */
export function powNumbers(base: Value, exponent: Value, modulus: Value): Value {
  if (modulus === 0 || modulus === S.NONE) return binary(BinaryOperator.POWER, base, exponent);
  if (isInt(base) && isInt(exponent) && isInt(modulus)) {
    return newBigInt(powerModulo(toBigInt(base), toBigInt(exponent), toBigInt(modulus)));
  }
  if ([base, exponent, modulus].every(isNumber)) {
    return typeError('pow() 3rd argument not allowed unless all arguments are integers');
  }
  const names = [base, exponent, modulus].map((value) => `'${typeName(value)}'`).join(', ');
  return typeError(`unsupported operand type(s) for ** or pow(): ${names}`);
}
