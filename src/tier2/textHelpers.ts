// @hot What generated code calls for strings: arguments are exact strings, borrowed; results are owned.

import { BinaryOperator } from '../bytecode/opcodes.ts';
import { decref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, StrLayout, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { percentFormatStr, percentFormatWords } from '../objects/percentFormat.ts';
import { binary, contains, subscript } from '../objects/protocol.ts';
import { valueError } from '../objects/raise.ts';
import { newSlice } from '../objects/slice.ts';
import { typeOf } from '../objects/slots.ts';
import { own, strCompare, strEquals } from '../objects/str.ts';
import { repeat, strided } from '../objects/strBuild.ts';
import { lowerStr, upperStr } from '../objects/strCase.ts';
import { countStr, findStr, matchesAt } from '../objects/strFind.ts';
import { partitionStr, replaceStr } from '../objects/strSearch.ts';
import { joinStr, splitBlanks, splitBy, stripBlanks } from '../objects/strSplit.ts';

const lengthOf = (str: Address): number => H[(str >> 2) + StrLayout.LENGTH];

/** `text.split(separator)` */
function splitText(text: Address, separator: Address): Value {
  if (lengthOf(separator) === 0) return valueError('empty separator');
  return splitBy(text, separator, Infinity);
}

/** `text.find(part)` as an int. */
const findText = (text: Address, part: Address): Value =>
  (findStr(text, part, 0, lengthOf(text)) << 1) | 1;

/** `text.count(part)` as an int. */
const countText = (text: Address, part: Address): Value =>
  (countStr(text, part, 0, lengthOf(text)) << 1) | 1;

/** `item in text` */
const textContains = (text: Address, item: Value): boolean =>
  (item & 1) === 0 && typeOf(item) === T.STR
    ? findStr(text, item, 0, lengthOf(text)) >= 0
    : contains(text, item);

const startsWith = (text: Address, part: Address): boolean =>
  lengthOf(part) <= lengthOf(text) && matchesAt(text, 0, part);

function endsWith(text: Address, part: Address): boolean {
  const at = lengthOf(text) - lengthOf(part);
  return at >= 0 && matchesAt(text, at, part);
}

/** `object[start:stop:step]` whose edges are small ints or None. */
export function extendedSlice(object: Value, start: Value, stop: Value, step: Value): Value {
  // The whole of a short text backwards.
  if (step === -1 && start === S.NONE && stop === S.NONE && (object & 1) === 0) {
    if (typeOf(object) === T.STR) {
      const length = lengthOf(object);
      return strided(object, length - 1, -1, length);
    }
  }
  const slice = newSlice(own(start), own(stop), own(step));
  try {
    return subscript(object, slice);
  } finally {
    decref(slice);
  }
}

/** `text % value` */
function remainderOfText(text: Address, value: Value): Value {
  // Only a class may have a say as the right operand.
  const type = typeOf(value);
  return type === T.INT || type === T.FLOAT || type === T.STR || type === T.TUPLE
    ? percentFormatStr(text, value)
    : binary(BinaryOperator.REMAINDER, text, value);
}

export const textHelpers = (): Readonly<Record<string, unknown>> => ({
  joinStr,
  stripBlanks,
  splitBlanks,
  splitText,
  partitionStr,
  replaceStr,
  repeat,
  lowerStr,
  upperStr,
  findText,
  countText,
  textContains,
  startsWith,
  endsWith,
  strEquals,
  strCompare,
  percentFormatWords,
  remainderOfText,
});
