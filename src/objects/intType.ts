// The type int: slots, `__new__` and methods. The arithmetic is in intArithmetic.ts, reading text in
// numberText.ts. Bool is a subtype and shares all of this but `&`, `|`, `^` and its looks.

import type { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { free } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  Header,
  IntLayout,
  TupleLayout,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { intToText } from './bigNumbers.ts';
import { boolOf } from './bool.ts';
import { defineType, type GetSetSpec } from './define.ts';
import { newFloat } from './float.ts';
import { newBigInt, newInt, toBigInt } from './int.ts';
import {
  absoluteInt,
  binaryInts,
  compareInts,
  exactDouble,
  exactInt,
  holds,
  intToDouble,
  invertInt,
  negateInt,
  withDigits,
} from './intArithmetic.ts';
import { fromBytes, toBytes } from './intBytes.ts';
import { bitLengthOf } from './limbs.ts';
import { asClassMethod, keywords, type NativeSpec, noArgs, positional } from './natives.ts';
import { intOf, intOfType, intWords, namedCount } from './numberConversion.ts';
import { formatInt } from './numberFormat.ts';
import { numberText, parseInteger, shortInBase, shortInteger } from './numberText.ts';
import { hashOfInt } from './numericHash.ts';
import { newPair } from './pair.ts';
import { indexOf, isInt, str, typeName } from './protocol.ts';
import { typeError, valueError } from './raise.ts';
import { roundNumber } from './rounding.ts';
import { newDecimal, newStr, toJs } from './str.ts';

/** Text of an int in decimal; ValueError beyond the digit limit. */
export function intText(value: Value): string {
  const n = exactDouble(value);
  return !Number.isNaN(n) ? String(n) : intToText(toBigInt(value));
}

function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  return isInt(left) && isInt(right) ? binaryInts(operator, left, right) : S.NOT_IMPLEMENTED;
}

function compare(left: Value, right: Value, operator: CompareOperator): Value {
  return isInt(right) ? boolOf(holds(compareInts(left, right), operator)) : S.NOT_IMPLEMENTED;
}

/** `int.__new__(type, x=0, /, base=10)`. */
function create(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const named = namedCount(kwNames);
  const places = count - named;
  if (count > 2) return typeError(`int() takes at most 2 arguments (${count} given)`);
  let base = places > 1 ? H[args + 1] : 0;
  for (let i = 0; i < named; i++) {
    const name = toJs(H[(kwNames >> 2) + TupleLayout.ITEMS + i]);
    if (name !== 'base') return typeError(`'${name}' is an invalid keyword argument for int()`);
    if (base !== 0) {
      return typeError("argument for int() given by name ('base') and position (2)");
    }
    base = H[args + places + i];
  }
  if (places === 0) {
    return base !== 0 ? typeError('int() missing string argument') : intOfType(type, 1);
  }
  return intOfType(type, base === 0 ? intOf(H[args]) : intWithBase(H[args], indexOf(base)));
}

function intWithBase(value: Value, base: number): Value {
  if (base !== 0 && !(base >= 2 && base <= 36)) {
    return valueError('int() base must be >= 2 and <= 36, or 0');
  }
  const short =
    base === 10 ? shortInteger(value) : base !== 0 ? shortInBase(value, base) : undefined;
  if (short !== undefined) return newInt(short);
  const text = isInt(value) ? undefined : numberText(value);
  if (text === undefined) return typeError("int() can't convert non-string with explicit base");
  return newBigInt(parseInteger(text, base, value));
}

const self = (args: WordIndex): Value => exactInt(H[args]);

function bitCount(n: bigint): number {
  let count = 0;
  for (const digit of (n < 0n ? -n : n).toString(2)) if (digit === '1') count++;
  return count;
}

const METHODS: readonly NativeSpec[] = [
  noArgs('bit_length', (args) => newInt(bitLengthOf(withDigits(H[args])))),
  noArgs('bit_count', (args) => newInt(bitCount(toBigInt(H[args])))),
  noArgs('conjugate', self),
  noArgs('as_integer_ratio', (args) => newPair(exactInt(H[args]), 3)),
  noArgs('__int__', self),
  noArgs('__trunc__', self),
  noArgs('__floor__', self),
  noArgs('__ceil__', self),
  noArgs('__float__', (args) => newFloat(intToDouble(H[args]))),
  positional('__round__', 0, 1, (args) => roundNumber(H[args], H[args + 1])),
  keywords('to_bytes', 0, ['length', 'byteorder', '*signed'], toBytes),
  asClassMethod(keywords('from_bytes', 1, ['bytes', 'byteorder', '*signed'], fromBytes)),
];

const GETSET: readonly GetSetSpec[] = [
  { name: 'real', get: exactInt },
  { name: 'imag', get: () => 1 },
  { name: 'numerator', get: exactInt },
  { name: 'denominator', get: () => 3 },
];

defineType(T.INT, {
  name: 'int',
  flags: TypeFlag.INT | TypeFlag.BASE_OK | TypeFlag.VARIABLE_SIZE,
  words: 0,
  slots: {
    dealloc: (int) => {
      const type = H[(int >> 2) + Header.TYPE];
      free(int, (intWords(int) + H[(type >> 2) + TypeLayout.INSTANCE_WORDS]) << 2);
    },
    clear: () => {},
    hash: hashOfInt,
    repr: (int) => ((int & 1) !== 0 ? newDecimal(int >> 1) : newStr(intText(int))),
    truth: (int) => (int & 1 ? int !== 1 : H[(int >> 2) + IntLayout.DIGITS] !== 0),
    compare,
    binary,
    negative: negateInt,
    positive: exactInt,
    invert: invertInt,
    absolute: absoluteInt,
    index: exactInt,
    create,
    format: (int, spec) => {
      if (spec === '') return str(int);
      const n = exactDouble(int);
      return newStr(formatInt(!Number.isNaN(n) ? n : toBigInt(int), spec, typeName(int)));
    },
  },
  methods: METHODS,
  getset: GETSET,
});
