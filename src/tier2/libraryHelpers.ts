// @hot What generated code calls of the object library beyond the operators: one function per common
// native or container operation, with arguments as JavaScript parameters instead of words in the heap.
// Arguments are borrowed, results owned, unless a comment says otherwise.

import { CompareOperator } from '../bytecode/opcodes.ts';
import {
  decref,
  incref,
  increfShareable,
  lockBriefly,
  RETRY,
  readSlot,
  unlock,
  unlockBriefly,
} from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  DictEntry,
  DictIteratorLayout,
  DictLayout,
  EnumerateLayout,
  Frame,
  FunctionLayout,
  ListLayout,
  StorageLayout,
  StrLayout,
  Thread,
  TupleLayout,
  type Value,
  type WordIndex,
  ZipLayout,
} from '../heap/layout.ts';
import { F64, H, U8 } from '../heap/memory.ts';
import { dictContains, dictSet, newDict } from '../objects/dict.ts';
import { nextEntry } from '../objects/dictIterators.ts';
import { newException } from '../objects/exceptions.ts';
import { floatRepr } from '../objects/floatRepr.ts';
import { newInt } from '../objects/int.ts';
import { listAppend, listPop, listSlice, newList, newListFromStack } from '../objects/list.ts';
import { listIteratorNext } from '../objects/listType.ts';
import { NATIVES } from '../objects/natives.ts';
import { compare, contains, isTrueOwned, length, nextItem, str } from '../objects/protocol.ts';
import { pendError } from '../objects/raise.ts';
import { newRangeIterator, rangeIteratorNext } from '../objects/range.ts';
import { putJs, scratchStr } from '../objects/scratch.ts';
import { newSet, setAdd, setContains } from '../objects/set.ts';
import { isPlainEdge, plainEdge } from '../objects/slice.ts';
import { slotsOfType, typeOf } from '../objects/slots.ts';
import { codeAt, newDecimal, own, strOfCode } from '../objects/str.ts';
import { buildStr, concatStr, substring } from '../objects/strBuild.ts';
import { strNext } from '../objects/strType.ts';
import { copyToTuple, tupleSlice } from '../objects/tuple.ts';
import { tupleIteratorNext } from '../objects/tupleType.ts';
import { callWords } from '../runtime/calls.ts';
import { IC } from '../runtime/inlineCaches.ts';
import { tryNative } from '../runtime/nativeCalls.ts';
import { Exit } from '../runtime/steps/exit.ts';
import { loadGlobalSlow } from '../runtime/steps/names.ts';
import * as slow from '../runtime/steps/slow.ts';
import { Left } from '../runtime/tiers.ts';
import { isInstanceOf } from '../runtime/typeChecks.ts';
import { attempts, pendEmptyPop } from './attempts.ts';
import { formatBySpec, formatDoubleBySpec } from './formats.ts';
import { textHelpers } from './textHelpers.ts';

const nextOf = (type: Address): ((iterator: Value) => Value) => {
  const { next } = slotsOfType(type);
  return next ?? nextItem;
};

/** `len(x)` as an int. */
function lengthOf(value: Value): Value {
  return newInt(length(value));
}

/** `list.pop()`; 0 if it has raised. */
function popLast(list: Address): Value {
  const value = listPop(list, -1);
  return value !== 0 ? value : pendEmptyPop();
}

/** The code of a string of one character as an int, or 0 if the value is no such string. */
function codeOf(value: Value): Value {
  if ((value & 1) !== 0 || typeOf(value) !== T.STR || H[(value >> 2) + StrLayout.LENGTH] !== 1)
    return 0;
  return (codeAt(value, 0) << 1) | 1;
}

/** `max` (or `min`) of two. */
function extremeOf(left: Value, right: Value, operator: CompareOperator): Value {
  const wins =
    typeOf(left) === T.FLOAT && typeOf(right) === T.FLOAT
      ? operator === CompareOperator.GT
        ? (F64[(right >> 3) + 2] as number) > (F64[(left >> 3) + 2] as number)
        : (F64[(right >> 3) + 2] as number) < (F64[(left >> 3) + 2] as number)
      : isTrueOwned(compare(right, left, operator));
  return own(wins ? right : left);
}
const maxOf = (left: Value, right: Value): Value => extremeOf(left, right, CompareOperator.GT);
const minOf = (left: Value, right: Value): Value => extremeOf(left, right, CompareOperator.LT);

/** A double as an int if it is small, else 0. */
function smallOfDouble(x: number): Value {
  return x > -1073741825 && x < 1073741824 ? (Math.trunc(x) << 1) | 1 : 0;
}

/** An iterator over a range of small ints whose step is not 0. */
function rangeIterator(start: Value, stop: Value, step: Value): Value {
  const by = step >> 1;
  const distance = by > 0 ? (stop >> 1) - (start >> 1) : (start >> 1) - (stop >> 1);
  // All numbers lie between two small ints, and there are fewer of them than a word can count.
  const count = distance <= 0 ? 0 : Math.floor((distance - 1) / Math.abs(by)) + 1;
  return newRangeIterator(start >> 1, by, count);
}

/** `str(x)` and `f'{x}'`. */
function textOf(value: Value): Value {
  return (value & 1) !== 0 ? newDecimal(value >> 1) : str(value);
}

/** The same of a float that is no object. */
function textOfDouble(x: number): Value {
  return scratchStr(putJs(0, floatRepr(x)));
}

/** FORMAT_VALUE without a spec; `conversion` as in slow.formatOperand. */
function formatPlain(value: Value, conversion: number): Value {
  if (conversion <= 1) {
    if ((value & 1) !== 0) return newDecimal(value >> 1);
    if (typeOf(value) === T.STR) return own(value);
  }
  return slow.formatOperand(value, conversion, 0);
}

/** Character `key` (a small int) of an exact str; 0 if it is out of range. */
function characterAt(text: Address, key: Value): Value {
  const q = text >> 2;
  const size = H[q + StrLayout.LENGTH];
  let i = key >> 1;
  if (i < 0) i += size;
  if (i < 0 || i >= size) return 0;
  return (H[q + StrLayout.KIND] & 7) === 1
    ? S.CHARACTERS + 32 * (U8[text + StrLayout.DATA * 4 + i] as number)
    : strOfCode(codeAt(text, i));
}

/** BINARY_SLICE: `object[start:stop]`. */
function sliceOf(object: Value, start: Value, stop: Value): Value {
  if ((object & 1) === 0 && isPlainEdge(start) && isPlainEdge(stop)) {
    const type = typeOf(object);
    if (type === T.STR || type === T.LIST || type === T.TUPLE) {
      // The size is word 4 of all three.
      const size = H[(object >> 2) + ListLayout.SIZE];
      const from = plainEdge(start, 0, size);
      const to = plainEdge(stop, size, size);
      if (type === T.STR) return substring(object, from, to);
      if (type === T.LIST) return listSlice(object, from, Math.max(from, to));
      return tupleSlice(object, from, Math.max(from, to));
    }
  }
  return slow.binarySlice(object, start, stop);
}

/** `item in container`. */
function containsIn(container: Value, item: Value): boolean {
  if ((container & 1) === 0) {
    const type = typeOf(container);
    if (type === T.DICT) return dictContains(container, item);
    if (type === T.SET || type === T.FROZENSET) {
      // A set is looked for in a set as a frozenset: the slot knows.
      const kind = typeOf(item);
      if (kind === T.INT || kind === T.STR || kind === T.TUPLE) return setContains(container, item);
    }
    if (type === T.STR && typeOf(item) === T.STR && H[(item >> 2) + StrLayout.LENGTH] === 1)
      return hasCharacter(container, item);
  }
  return contains(container, item);
}

/** Short texts are searched right here: `c in '+-*'`. */
function hasCharacter(text: Address, character: Address): boolean {
  const q = text >> 2;
  const size = H[q + StrLayout.LENGTH];
  if (size > 24 || (H[q + StrLayout.KIND] & 7) !== 1) return contains(text, character);
  if ((H[(character >> 2) + StrLayout.KIND] & 7) !== 1) return false;
  const code = U8[character + StrLayout.DATA * 4] as number;
  const data = text + StrLayout.DATA * 4;
  for (let i = 0; i < size; i++) if (U8[data + i] === code) return true;
  return false;
}

/** UNPACK_SEQUENCE: `count` owned items into the words from `at` on, the last one first; else 0. */
function unpackTo(at: WordIndex, value: Value, count: number): Value {
  const type = typeOf(value);
  if (type === T.LIST && unpackList(at, value, count)) return S.NONE;
  // The size is the same word in both.
  if (type === T.LIST || type === T.TUPLE) {
    const size = H[(value >> 2) + ListLayout.SIZE];
    if (size > count)
      return pendError('ValueError', `too many values to unpack (expected ${count})`);
    if (size < count) {
      const text = `not enough values to unpack (expected ${count}, got ${size})`;
      return pendError('ValueError', text);
    }
  }
  incref(value);
  H[at] = value;
  try {
    slow.unpackSequence(at + 1, count);
    return S.NONE;
  } catch (error) {
    decref(value);
    throw error;
  }
}

function unpackList(at: WordIndex, list: Address, count: number): boolean {
  lockBriefly(list);
  const fits = H[(list >> 2) + ListLayout.SIZE] === count;
  if (fits) {
    const items = (H[(list >> 2) + ListLayout.STORAGE] >> 2) + StorageLayout.ITEMS;
    for (let i = 0; i < count; i++) {
      const item: Value = H[items + i];
      increfShareable(item);
      H[at + count - 1 - i] = item;
    }
  }
  unlockBriefly(list);
  return fits;
}

/** As nextItem, for what is mostly iterated over. */
function nextFast(iterator: Value): Value {
  switch (typeOf(iterator)) {
    case T.LIST_ITERATOR:
      return listIteratorNext(iterator);
    case T.RANGE_ITERATOR:
      return rangeIteratorNext(iterator);
    case T.STR_ITERATOR:
      return strNext(iterator);
    case T.TUPLE_ITERATOR:
      return tupleIteratorNext(iterator);
    default:
      return nextItem(iterator);
  }
}

// The next pair of an iterator whose pairs are taken apart at once: no tuple is made. The answer is the
// first value, owned, or 0 at the end; the second one lies in Thread.RESULT.

function pairOfEnumerate(thread: WordIndex, iterator: Address): Value {
  const q = iterator >> 2;
  const item = nextFast(H[q + EnumerateLayout.ITERATOR]);
  if (item === 0) return 0;
  const count = H[q + EnumerateLayout.COUNT];
  H[q + EnumerateLayout.COUNT] = count + 2;
  H[thread + Thread.RESULT] = item;
  return count;
}

function pairOfZip(thread: WordIndex, iterator: Address): Value {
  const iterators = (H[(iterator >> 2) + ZipLayout.ITERATORS] >> 2) + TupleLayout.ITEMS;
  const first = nextFast(H[iterators]);
  if (first === 0) return 0;
  const second = secondOf(first, H[iterators + 1]);
  H[thread + Thread.RESULT] = second;
  return second === 0 ? 0 : first;
}

/** The next item, or 0: then the first one, too, is let go of. */
function secondOf(first: Value, iterator: Value): Value {
  if (typeOf(iterator) === T.LIST_ITERATOR) {
    const second = listIteratorNext(iterator);
    if (second === 0) decref(first);
    return second;
  }
  let second: Value = 0;
  try {
    second = nextFast(iterator);
  } finally {
    if (second === 0) decref(first);
  }
  return second;
}

/** A zip of two that need not end together. */
const isPairZip = (iterator: Address): boolean =>
  H[(iterator >> 2) + ZipLayout.STRICT] === 0 &&
  H[(H[(iterator >> 2) + ZipLayout.ITERATORS] >> 2) + TupleLayout.LENGTH] === 2;

function pairOfItems(thread: WordIndex, iterator: Address): Value {
  const entry = nextEntry(iterator);
  if (entry === 0) return 0;
  const key: Value = H[entry + DictEntry.KEY];
  const value: Value = H[entry + DictEntry.VALUE];
  incref(key);
  increfShareable(value);
  unlock(H[(iterator >> 2) + DictIteratorLayout.DICT]);
  H[thread + Thread.RESULT] = value;
  return key;
}

export const libraryHelpers = (): Readonly<Record<string, unknown>> => ({
  ...attempts,
  NATIVES,
  tryNative,
  callWords,
  lengthOf,
  listAppend,
  popLast,
  codeOf,
  strOfCode,
  maxOf,
  minOf,
  smallOfDouble,
  rangeIterator,
  textOf,
  textOfDouble,
  ...textHelpers(),
  formatPlain,
  formatOperand: slow.formatOperand,
  formatBySpec,
  formatDoubleBySpec,
  characterAt,
  sliceOf,
  containsIn,
  dictContains,
  dictSet,
  setAdd,
  isInstanceOf,
  copyToTuple,
  newException,
  newList,
  newListFromStack,
  newDict,
  newSet,
  buildStr,
  concatStr,
  unpackTo,
  nextFast,
  strNext,
  listIteratorNext,
  tupleIteratorNext,
  keyNext: nextOf(T.DICT_KEY_ITERATOR),
  valueNext: nextOf(T.DICT_VALUE_ITERATOR),
  itemNext: nextOf(T.DICT_ITEM_ITERATOR),
  setNextItem: nextOf(T.SET_ITERATOR),
  bytesNext: nextOf(T.BYTES_ITERATOR),
  enumerateNext: nextOf(T.ENUMERATE),
  zipNext: nextOf(T.ZIP),
  pairOfEnumerate,
  pairOfZip,
  pairOfItems,
  isPairZip,
  loadGlobalCached,
});

/** A native must wait: the thread leaves, and the instruction, whose frame is complete, runs again. */
export function blockedHere(thread: WordIndex): Value {
  H[thread + Thread.EXIT] = Exit.BLOCKED;
  return Left.THREAD;
}

/** LOAD_GLOBAL by what tier 1's cache says now, where the code was made when it said something else. */
function loadGlobalCached(fp: WordIndex, index: number, cache: number): Value {
  const globals = H[fp + Frame.GLOBALS] >> 2;
  const version = IC[cache] as number;
  if (version !== 0 && H[globals + DictLayout.KEYS_VERSION] === version) {
    const builtins = IC[cache + 2] as number;
    const dict =
      builtins === 0 ? globals : H[(H[fp + Frame.FUNCTION] >> 2) + FunctionLayout.BUILTINS] >> 2;
    const expected = builtins === 0 ? version : builtins;
    const slot = IC[cache + 1] as number;
    const value = readSlot(dict << 2, slot, dict + DictLayout.KEYS_VERSION, expected);
    if (value !== RETRY && value !== 0) return value;
  }
  return loadGlobalSlow(fp, index, cache);
}
