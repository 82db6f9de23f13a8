// The type bool: a subtype of int with two immortal instances. Arithmetic is int's, except that `&`, `|`
// and `^` of two bools stay bools.

import { BinaryOperator } from '../bytecode/opcodes.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, BoolLayout, type Value, type WordIndex } from '../heap/layout.ts';
import { boolOf } from './bool.ts';
import { defineType } from './define.ts';
import { binaryInts } from './intArithmetic.ts';
import { onlyArgument } from './numberConversion.ts';
import { formatInt } from './numberFormat.ts';
import { isInt, isTrue } from './protocol.ts';
import { newStr } from './str.ts';

const isBool = (value: Value): boolean => value === S.TRUE || value === S.FALSE;
const text = (value: Value): string => (value === S.TRUE ? 'True' : 'False');

function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (isBool(left) && isBool(right)) {
    if (operator === BinaryOperator.AND) return boolOf(left === S.TRUE && right === S.TRUE);
    if (operator === BinaryOperator.OR) return boolOf(left === S.TRUE || right === S.TRUE);
    if (operator === BinaryOperator.XOR) return boolOf(left !== right);
  }
  return isInt(left) && isInt(right) ? binaryInts(operator, left, right) : S.NOT_IMPLEMENTED;
}

function create(_type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const value = onlyArgument('bool', args, count, kwNames);
  return boolOf(value !== 0 && isTrue(value));
}

defineType(T.BOOL, {
  name: 'bool',
  base: T.INT,
  words: BoolLayout.WORDS,
  slots: {
    hash: (value) => (value === S.TRUE ? 1 : 0),
    repr: (value) => newStr(text(value)),
    truth: (value) => value === S.TRUE,
    binary,
    create,
    format: (value, spec) =>
      newStr(spec === '' ? text(value) : formatInt(value === S.TRUE ? 1 : 0, spec, 'bool')),
  },
});
