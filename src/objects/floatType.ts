// The type float: slots, `__new__` and methods; the arithmetic is in floatArithmetic.ts.

import { decref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import { FloatLayout, TypeFlag, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { doubleToRatio } from './bigNumbers.ts';
import { boolOf } from './bool.ts';
import { callWith } from './calling.ts';
import { defineType } from './define.ts';
import { floatValue, newFloat } from './float.ts';
import { binaryFloats, compareFloats } from './floatArithmetic.ts';
import { floatFromHex, floatToHex } from './floatHex.ts';
import { floatRepr } from './floatRepr.ts';
import { freeInstance } from './instanceSize.ts';
import { newBigInt } from './int.ts';
import { asClassMethod, type NativeSpec, noArgs, oneArg, positional } from './natives.ts';
import { floatOf, floatOfType, onlyArgument, truncateDouble } from './numberConversion.ts';
import { formatFloat } from './numberFormat.ts';
import { hashOfFloat } from './numericHash.ts';
import { newPair } from './pair.ts';
import { isStr, str, typeName } from './protocol.ts';
import { raise, typeError, valueError } from './raise.ts';
import { roundNumber } from './rounding.ts';
import { typeOf } from './slots.ts';
import { newStr, own, toJs } from './str.ts';

/** A float of the exact type with the same value, owned. */
function exactFloat(value: Value): Value {
  return typeOf(value) === T.FLOAT ? own(value) : newFloat(floatValue(value));
}

function ratioOf(args: WordIndex): Value {
  const x = floatValue(H[args]);
  if (Number.isNaN(x)) return valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(x)) {
    return raise('OverflowError', 'cannot convert Infinity to integer ratio');
  }
  const { numerator, denominator } = doubleToRatio(x);
  return newPair(newBigInt(numerator), newBigInt(denominator));
}

function fromHex(args: WordIndex): Value {
  if (!isStr(H[args + 1])) return typeError('bad argument type for built-in operation');
  const float = newFloat(floatFromHex(toJs(H[args + 1])));
  if (H[args] === T.FLOAT) return float;
  try {
    return callWith(H[args], [float]);
  } finally {
    decref(float);
  }
}

function formatName(args: WordIndex): Value {
  const kind = isStr(H[args + 1]) ? toJs(H[args + 1]) : '';
  if (kind === 'double' || kind === 'float') return newStr('IEEE, little-endian');
  return valueError("__getformat__() argument 1 must be 'double' or 'float'");
}

const METHODS: readonly NativeSpec[] = [
  noArgs('is_integer', (args) => boolOf(Number.isInteger(floatValue(H[args])))),
  noArgs('as_integer_ratio', ratioOf),
  noArgs('hex', (args) => newStr(floatToHex(floatValue(H[args])))),
  asClassMethod(oneArg('fromhex', fromHex)),
  asClassMethod(oneArg('__getformat__', formatName)),
  noArgs('conjugate', (args) => exactFloat(H[args])),
  noArgs('__float__', (args) => exactFloat(H[args])),
  noArgs('__int__', (args) => truncateDouble(floatValue(H[args]))),
  noArgs('__trunc__', (args) => truncateDouble(floatValue(H[args]))),
  noArgs('__floor__', (args) => truncateDouble(Math.floor(floatValue(H[args])))),
  noArgs('__ceil__', (args) => truncateDouble(Math.ceil(floatValue(H[args])))),
  positional('__round__', 0, 1, (args) => roundNumber(H[args], H[args + 1])),
];

defineType(T.FLOAT, {
  name: 'float',
  flags: TypeFlag.FLOAT | TypeFlag.BASE_OK,
  words: FloatLayout.WORDS,
  slots: {
    dealloc: freeInstance,
    clear: () => {},
    hash: hashOfFloat,
    repr: (float) => newStr(floatRepr(floatValue(float))),
    truth: (float) => floatValue(float) !== 0,
    compare: compareFloats,
    binary: binaryFloats,
    negative: (float) => newFloat(-floatValue(float)),
    positive: exactFloat,
    absolute: (float) => newFloat(Math.abs(floatValue(float))),
    create: (type, args, count, kwNames) => {
      const value = onlyArgument('float', args, count, kwNames);
      if (type === T.FLOAT && value !== 0 && typeOf(value) === T.FLOAT) return own(value);
      return floatOfType(type, value === 0 ? 0 : floatOf(value));
    },
    format: (float, spec) =>
      spec === '' ? str(float) : newStr(formatFloat(floatValue(float), spec, typeName(float))),
  },
  methods: METHODS,
  getset: [
    { name: 'real', get: exactFloat },
    { name: 'imag', get: () => newFloat(0) },
  ],
});
