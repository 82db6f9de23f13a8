// The type str: what operators, subscripts, iteration and the constructor do with strings. The methods
// are in strMethods.ts, the bytes in the heap are moved by strBuild.ts and strFind.ts.
//
// A string object is of variable size; a subtype's instance has its attribute storage behind the
// characters, so `strObjectWords` is where the string ends and the rest begins.

import { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { decref, free, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  IndexIteratorLayout,
  StrKind,
  StrLayout,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { wordsBehindItems } from './behindItems.ts';
import { boolOf } from './bool.ts';
import { decodeValue } from './decode.ts';
import { defineType } from './define.ts';
import { tag } from './int.ts';
import { noArgs } from './natives.ts';
import { formatStr } from './numberFormat.ts';
import { newClearedObject, newObject } from './object.ts';
import { percentFormatStr } from './percentFormat.ts';
import { isStr, str as strOf, typeName } from './protocol.ts';
import { pendError, typeError } from './raise.ts';
import { typeOf } from './slots.ts';
import {
  codeAt,
  newStr,
  strCompare,
  strEquals,
  strHash,
  strLength,
  strOfCode,
  strWords,
  toJs,
} from './str.ts';
import {
  askInstance,
  constructorArguments,
  describe,
  isIndex,
  itemIndex,
  repeatCount,
  sliceSpan,
  span,
} from './strArgs.ts';
import { concatStr, copyCodes, exactStr, repeat, strided, substring } from './strBuild.ts';
import { findStr } from './strFind.ts';
import { STR_METHODS } from './strMethods.ts';
import { strRepr } from './strRepr.ts';

/** Words of a string object up to its last character, whatever its type. */
export function strObjectWords(str: Address): number {
  const q = str >> 2;
  return strWords(H[q + StrLayout.LENGTH], H[q + StrLayout.KIND] & StrKind.BYTES_MASK);
}

/** `left op right` where one of them is a str. */
function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator === BinaryOperator.ADD) {
    if (!isStr(left)) return S.NOT_IMPLEMENTED;
    if (isStr(right)) return concatStr(left, right);
    const other = askInstance(operator, left, right);
    if (other !== S.NOT_IMPLEMENTED) return other;
    return pendError('TypeError', `can only concatenate str (not "${typeName(right)}") to str`);
  }
  if (operator === BinaryOperator.MULTIPLY) return times(operator, left, right);
  if (operator === BinaryOperator.REMAINDER && isStr(left)) return percentFormatStr(left, right);
  return S.NOT_IMPLEMENTED;
}

function times(operator: BinaryOperator, left: Value, right: Value): Value {
  const text = isStr(left) ? left : right;
  const count = text === left ? right : left;
  if (isIndex(count)) return repeat(text, repeatCount(count));
  if (text === left) {
    const other = askInstance(operator, left, right);
    if (other !== S.NOT_IMPLEMENTED) return other;
  }
  return pendError('TypeError', `can't multiply sequence by non-int of type '${typeName(count)}'`);
}

function compare(left: Value, right: Value, operator: CompareOperator): Value {
  if (!isStr(right)) return S.NOT_IMPLEMENTED;
  switch (operator) {
    case CompareOperator.EQ:
      return boolOf(strEquals(left, right));
    case CompareOperator.NE:
      return boolOf(!strEquals(left, right));
    case CompareOperator.LT:
      return boolOf(strCompare(left, right) < 0);
    case CompareOperator.LE:
      return boolOf(strCompare(left, right) <= 0);
    case CompareOperator.GT:
      return boolOf(strCompare(left, right) > 0);
    case CompareOperator.GE:
      return boolOf(strCompare(left, right) >= 0);
  }
}

/** `str[key]`: a character or a slice. */
export function strSubscript(str: Address, key: Value): Value {
  const length = H[(str >> 2) + StrLayout.LENGTH];
  if ((key & 1) !== 0) {
    let i = key >> 1;
    if (i < 0) i += length;
    if (i >= 0 && i < length) return strOfCode(codeAt(str, i));
  } else if (typeOf(key) === T.SLICE) {
    sliceSpan(key, length);
    const { start, step, count } = span;
    return step === 1 ? substring(str, start, start + count) : strided(str, start, step, count);
  }
  if (!isIndex(key)) {
    return typeError(`string indices must be integers, not '${typeName(key)}'`);
  }
  return strOfCode(codeAt(str, itemIndex(key, length, 'string')));
}

function contains(str: Address, item: Value): boolean {
  if (!isStr(item)) {
    return typeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
  }
  return findStr(str, item, 0, strLength(str)) >= 0;
}

function iterate(str: Address): Value {
  const iterator = newObject(T.STR_ITERATOR, IndexIteratorLayout.WORDS);
  incref(str);
  H[(iterator >> 2) + IndexIteratorLayout.SEQUENCE] = str;
  H[(iterator >> 2) + IndexIteratorLayout.INDEX] = 0;
  return iterator;
}

/** `__new__`: str(), str(object), str(bytes, encoding, errors). */
function create(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const [object, encoding, errors] = constructorArguments(
    'str',
    ['object', 'encoding', 'errors'],
    args,
    count,
    kwNames,
  ) as [Value, Value, Value];
  for (const [name, option] of [
    ['encoding', encoding],
    ['errors', errors],
  ] as const) {
    if (option !== 0 && !isStr(option)) {
      return typeError(`str() argument '${name}' must be str, not ${describe(option)}`);
    }
  }
  const text =
    object === 0
      ? S.EMPTY_STR
      : encoding === 0 && errors === 0
        ? strOf(object)
        : decodeValue(object, encoding, errors);
  if (type === T.STR) return text;
  const instance = newStrInstance(type, text);
  decref(text);
  return instance;
}

/** An instance of a subtype with the characters of `text` (borrowed); its attribute storage is clear. */
export function newStrInstance(type: Address, text: Address): Address {
  const words = strObjectWords(text);
  const instance = newClearedObject(type, words + wordsBehindItems(type));
  const q = instance >> 2;
  H[q + StrLayout.LENGTH] = strLength(text);
  H[q + StrLayout.HASH] = H[(text >> 2) + StrLayout.HASH];
  H[q + StrLayout.KIND] = H[(text >> 2) + StrLayout.KIND] & ~StrKind.INTERNED;
  copyCodes(instance, 0, text, 0, strLength(text));
  return instance;
}

defineType(T.STR, {
  name: 'str',
  flags: TypeFlag.STR | TypeFlag.BASE_OK | TypeFlag.VARIABLE_SIZE,
  words: 0,
  slots: {
    dealloc: (str) => free(str, strObjectWords(str) << 2),
    clear: () => {},
    hash: strHash,
    repr: strRepr,
    str: exactStr,
    truth: (str) => H[(str >> 2) + StrLayout.LENGTH] !== 0,
    length: strLength,
    compare,
    binary,
    subscript: strSubscript,
    contains,
    iterate,
    create,
    format: (text, spec) =>
      spec === '' ? strOf(text) : newStr(formatStr(toJs(text), spec, typeName(text))),
  },
  methods: STR_METHODS,
});

defineType(T.STR_ITERATOR, {
  name: 'str_ascii_iterator',
  words: IndexIteratorLayout.WORDS,
  slots: {
    dealloc: (iterator) => {
      decref(H[(iterator >> 2) + IndexIteratorLayout.SEQUENCE]);
      free(iterator, IndexIteratorLayout.WORDS << 2);
    },
    children: (iterator, visit) => visit(H[(iterator >> 2) + IndexIteratorLayout.SEQUENCE]),
    iterate: (iterator) => {
      incref(iterator);
      return iterator;
    },
    next: strNext,
  },
  methods: [
    noArgs('__length_hint__', (args) => {
      const q = H[args] >> 2;
      const index = H[q + IndexIteratorLayout.INDEX];
      return tag(index < 0 ? 0 : strLength(H[q + IndexIteratorLayout.SEQUENCE]) - index);
    }),
  ],
});

/** The next character, or 0. An exhausted iterator has index -1, and stays exhausted. */
export function strNext(iterator: Address): Value {
  const q = iterator >> 2;
  const str = H[q + IndexIteratorLayout.SEQUENCE];
  const index = H[q + IndexIteratorLayout.INDEX];
  if (index < 0) return 0;
  if (index >= H[(str >> 2) + StrLayout.LENGTH]) {
    H[q + IndexIteratorLayout.INDEX] = -1;
    return 0;
  }
  H[q + IndexIteratorLayout.INDEX] = index + 1;
  return strOfCode(codeAt(str, index));
}
