// @hot Operations that programs expect to fail, in a form that does not throw: they answer 0 when an
// exception is pending, and the code that called them jumps to its handler. Only the common ways to fail
// come so; whatever else an operation raises is thrown as ever.
// KEEP-IN-STEP(messages): what raises the same in objects/.

import { BinaryOperator as B } from '../bytecode/opcodes.ts';
import { T } from '../heap/builtinTypes.ts';
import { type Address, ListLayout, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { dictDelete, dictGet } from '../objects/dict.ts';
import { builtinException, newPlainException } from '../objects/exceptions.ts';
import { floatValue } from '../objects/float.ts';
import { newInt } from '../objects/int.ts';
import { floatOf, intOf } from '../objects/numberConversion.ts';
import { badFloatText, badIntegerText, shortDecimal, shortInteger } from '../objects/numberText.ts';
import { deleteSubscript, storeSubscript, subscript } from '../objects/protocol.ts';
import { pend } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { own, staticName } from '../objects/str.ts';

const KEY_ERROR = builtinException('KeyError');
const INDEX_ERROR = builtinException('IndexError');
const ZERO_DIVISION_ERROR = builtinException('ZeroDivisionError');
/** Messages for ints, then for floats. */
const ZERO_TRUE = ['division by zero', 'float division by zero'].map(staticName);
const ZERO_REST = ['integer modulo by zero', 'float modulo'].map(staticName);
const ZERO_FLOOR = ['integer division or modulo by zero', 'float floor division by zero'].map(
  staticName,
);
const EMPTY_POP = staticName('pop from empty list');
const LIST_RANGE = staticName('list index out of range');
const TUPLE_RANGE = staticName('tuple index out of range');
const STR_RANGE = staticName('string index out of range');
const STORE_RANGE = staticName('list assignment index out of range');

/** A small index beyond the items of an exact list, str or tuple, whose size is the same word. */
function isBeyond(object: Value, key: Value): boolean {
  const size = H[(object >> 2) + ListLayout.SIZE];
  const index = key >> 1;
  return index >= size || index < -size;
}

/** `dict[key]` of an exact dict. */
function tryDictItem(dict: Address, key: Value): Value {
  const value = dictGet(dict, key);
  return value !== 0 ? value : pend(newPlainException(KEY_ERROR, own(key)));
}

const outOfRange = (text: Address): Value => pend(newPlainException(INDEX_ERROR, own(text)));

/** `object[key]` */
function trySubscript(object: Value, key: Value): Value {
  if ((object & 1) !== 0) return subscript(object, key);
  const type = typeOf(object);
  if (type === T.DICT) return tryDictItem(object, key);
  if ((key & 1) !== 0) {
    if (type === T.LIST && isBeyond(object, key)) return outOfRange(LIST_RANGE);
    if (type === T.TUPLE && isBeyond(object, key)) return outOfRange(TUPLE_RANGE);
    if (type === T.STR && isBeyond(object, key)) return outOfRange(STR_RANGE);
  }
  return subscript(object, key);
}

/** `object[key] = value`; false if an exception is pending. */
function tryStoreSubscript(object: Value, key: Value, value: Value): boolean {
  if ((object & 1) === 0 && (key & 1) !== 0 && typeOf(object) === T.LIST && isBeyond(object, key)) {
    outOfRange(STORE_RANGE);
    return false;
  }
  storeSubscript(object, key, value);
  return true;
}

/** `del object[key]`; false if an exception is pending. */
function tryDeleteSubscript(object: Value, key: Value): boolean {
  if ((object & 1) === 0 && typeOf(object) === T.DICT) {
    if (dictDelete(object, key)) return true;
    pend(newPlainException(KEY_ERROR, own(key)));
    return false;
  }
  deleteSubscript(object, key);
  return true;
}

/** `int(value)` */
function tryInt(value: Value): Value {
  if ((value & 1) !== 0) return value;
  const short = shortInteger(value);
  if (short !== undefined) return newInt(short);
  return badIntegerText(value) ? 0 : intOf(value);
}

/** `float(value)`; NaN too if an exception is pending. */
function tryDouble(value: Value): number {
  if ((value & 1) === 0 && typeOf(value) === T.FLOAT) return floatValue(value);
  const short = shortDecimal(value);
  if (short !== undefined) return short;
  return badFloatText(value) ? Number.NaN : floatOf(value);
}

const isZero = (value: Value): boolean =>
  value === 1 || ((value & 1) === 0 && typeOf(value) === T.FLOAT && floatValue(value) === 0);

const isExactNumber = (value: Value): boolean =>
  (value & 1) !== 0 || typeOf(value) === T.FLOAT || typeOf(value) === T.INT;

/** Whether a division is by zero: ZeroDivisionError is pending then. */
function dividesByZero(operator: B, left: Value, right: Value): boolean {
  if (!isZero(right) || !isExactNumber(left)) return false;
  const floats = typeOf(left) === T.FLOAT || typeOf(right) === T.FLOAT;
  pendZeroDivision(operator, floats);
  return true;
}

/** ZeroDivisionError: 0. */
function pendZeroDivision(operator: B, floats: boolean): Value {
  const texts =
    operator === B.TRUE_DIVIDE ? ZERO_TRUE : operator === B.REMAINDER ? ZERO_REST : ZERO_FLOOR;
  return pend(newPlainException(ZERO_DIVISION_ERROR, own(texts[floats ? 1 : 0] as Address)));
}

/** `list.pop()` of an empty list: 0. */
export const pendEmptyPop = (): Value => outOfRange(EMPTY_POP);

export const attempts = {
  tryDictItem,
  trySubscript,
  tryStoreSubscript,
  tryDeleteSubscript,
  tryInt,
  tryDouble,
  dividesByZero,
  pendZeroDivision,
};
