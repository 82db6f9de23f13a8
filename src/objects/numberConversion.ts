// What int(x) and float(x) accept besides text: numbers of the builtin kinds at once, other objects by
// `__int__`, `__index__`, `__trunc__` and `__float__`. Also the shape of a number object of a subtype.

import { decref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  type Address,
  FloatLayout,
  IntLayout,
  TupleLayout,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { F64, H, U32 } from '../heap/memory.ts';
import { attributeAccess } from './attributeAccess.ts';
import { wordsBehindItems } from './behindItems.ts';
import { bitLength } from './bigNumbers.ts';
import { call0 } from './calling.ts';
import { floatValue, newFloat } from './float.ts';
import { newBigInt, newInt, toBigInt, toNumber } from './int.ts';
import { exactInt, intToDouble } from './intArithmetic.ts';
import {
  numberText,
  parseFloatText,
  parseInteger,
  shortDecimal,
  shortInteger,
} from './numberText.ts';
import { newClearedObject } from './object.ts';
import { indexSlot, isFloat, isInt, typeName } from './protocol.ts';
import { raise, typeError, valueError } from './raise.ts';
import { typeOf } from './slots.ts';
import { staticName } from './str.ts';

const INT = staticName('__int__');
const FLOAT = staticName('__float__');
const TRUNC = staticName('__trunc__');

/** Calls the special method without arguments: owned, or 0 if the type has none. */
export function callSpecial(value: Value, name: Address): Value {
  const method = attributeAccess.findSpecial(value, name);
  if (method === 0) return 0;
  try {
    return call0(method);
  } finally {
    decref(method);
  }
}

/** Number of values in a keyword-name tuple. */
export const namedCount = (kwNames: Value): number =>
  kwNames === 0 ? 0 : H[(kwNames >> 2) + TupleLayout.LENGTH];

/** The only, optional, positional argument of `name(x)`; 0 if absent. */
export function onlyArgument(name: string, args: WordIndex, count: number, kwNames: Value): Value {
  if (namedCount(kwNames) !== 0) return typeError(`${name}() takes no keyword arguments`);
  if (count > 1) return typeError(`${name} expected at most 1 argument, got ${count}`);
  return count === 0 ? 0 : H[args];
}

/** The integer part of a double: an owned int. */
export function truncateDouble(x: number): Value {
  if (Number.isNaN(x)) return valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(x))
    return raise('OverflowError', 'cannot convert float infinity to integer');
  const whole = Math.trunc(x);
  return Math.abs(whole) < 2 ** 53 ? newInt(whole) : newBigInt(BigInt(whole));
}

/** An integer that came from a method, as an exact int; consumes it. */
function checkedInt(result: Value, method: string): Value {
  if (!isInt(result)) {
    const name = typeName(result);
    decref(result);
    return typeError(`${method} returned non-int (type ${name})`);
  }
  const int = exactInt(result);
  decref(result);
  return int;
}

/** `int(value)` without a base: an owned exact int. */
export function intOf(value: Value): Value {
  const type = typeOf(value);
  if (type === T.INT || type === T.BOOL) return exactInt(value);
  if (type === T.FLOAT) return truncateDouble(floatValue(value));
  if (type === T.STR) {
    const short = shortInteger(value);
    if (short !== undefined) return newInt(short);
    return newBigInt(parseInteger(numberText(value) as string, 10, value));
  }
  const text = numberText(value);
  if (text === undefined || isInt(value)) {
    const result = callSpecial(value, INT);
    if (result !== 0) return checkedInt(result, '__int__');
  }
  const index = indexSlot(value);
  if (index !== undefined) return checkedInt(index(value), '__index__');
  if (text !== undefined) return newBigInt(parseInteger(text, 10, value));
  const truncated = callSpecial(value, TRUNC);
  if (truncated !== 0) return integralOf(truncated);
  return typeError(
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`,
  );
}

/** The result of `__trunc__` (consumed) as an exact int. */
function integralOf(truncated: Value): Value {
  if (isInt(truncated)) return checkedInt(truncated, '__trunc__');
  const index = indexSlot(truncated);
  const name = typeName(truncated);
  try {
    if (index !== undefined) return checkedInt(index(truncated), '__index__');
    return typeError(`__trunc__ returned non-Integral (type ${name})`);
  } finally {
    decref(truncated);
  }
}

/** `float(value)` for a number or an object that converts to one, as a double; text is not accepted. */
export function doubleOf(value: Value, message?: string): number {
  if ((value & 1) !== 0) return value >> 1;
  const type = typeOf(value);
  if (type === T.FLOAT) return floatValue(value);
  if (type === T.INT || type === T.BOOL) return intToDouble(value);
  const result = callSpecial(value, FLOAT);
  if (result !== 0) {
    const x = isFloat(result) ? floatValue(result) : 0;
    const wrong = isFloat(result) ? '' : typeName(result);
    decref(result);
    if (wrong === '') return x;
    return typeError(`${typeName(value)}.__float__ returned non-float (type ${wrong})`);
  }
  const index = indexSlot(value);
  if (index === undefined) {
    return typeError(message ?? `must be real number, not ${typeName(value)}`);
  }
  const int = index(value);
  try {
    return intToDouble(int);
  } finally {
    decref(int);
  }
}

/** `float(value)`, text included. */
export function floatOf(value: Value): number {
  const short = shortDecimal(value);
  if (short !== undefined) return short;
  const text = isInt(value) || isFloat(value) ? undefined : numberText(value);
  if (text !== undefined) return parseFloatText(text, value);
  const message = `float() argument must be a string or a real number, not '${typeName(value)}'`;
  return doubleOf(value, message);
}

/** `operator.index(value)` as a bigint; TypeError if it is no integer. */
export function bigIndexOf(value: Value): bigint {
  if (isInt(value)) return toBigInt(value);
  const index = indexSlot(value);
  if (index === undefined) {
    return typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  }
  const int = index(value);
  const n = toBigInt(int);
  decref(int);
  return n;
}

/** Words of an int object with its digits, without what a subtype stores behind them. */
export const intWords = (int: Address): number =>
  IntLayout.DATA + Math.abs(H[(int >> 2) + IntLayout.DIGITS]);

/** `value` (an exact int, consumed) as an instance of a subtype of int, attribute storage behind the digits. */
export function intOfType(type: Address, value: Value): Value {
  if (type === T.INT) return value;
  const magnitude = toBigInt(value);
  const digits = (bitLength(magnitude) + 31) >> 5;
  const instance = newClearedObject(type, IntLayout.DATA + digits + wordsBehindItems(type));
  const q = instance >> 2;
  if ((value & 1) !== 0) {
    const n = toNumber(value);
    H[q + IntLayout.DIGITS] = n < 0 ? -digits : digits;
    if (digits === 1) U32[q + IntLayout.DATA] = Math.abs(n);
    return instance;
  }
  H[q + IntLayout.DIGITS] = H[(value >> 2) + IntLayout.DIGITS];
  for (let i = 0; i < digits; i++) {
    U32[q + IntLayout.DATA + i] = U32[(value >> 2) + IntLayout.DATA + i] as number;
  }
  decref(value);
  return instance;
}

/** A float of that type, exact or a subtype. */
export function floatOfType(type: Address, x: number): Value {
  if (type === T.FLOAT) return newFloat(x);
  const instance = newClearedObject(type, H[(type >> 2) + TypeLayout.INSTANCE_WORDS]);
  F64[(instance >> 3) + (FloatLayout.DATA >> 1)] = x;
  return instance;
}
