// @hot What generated code calls for containers: iterators of the common kinds, conversions, literals.
// Arguments are borrowed, results owned.

import { BinaryOperator } from '../bytecode/opcodes.ts';
import { decref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  IndexIteratorLayout,
  RangeIteratorLayout,
  type Value,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { newDictIterator, newKeyIterator } from '../objects/dictIterators.ts';
import { newIndexIterator } from '../objects/indexIterator.ts';
import { newEnumerate, newZipOfTwo } from '../objects/iteratorTypes.ts';
import {
  appendedCapacity,
  listConcat,
  listFrom,
  listRepeat,
  listSize,
  listSlice,
  listStrided,
  newList,
} from '../objects/list.ts';
import { sortList } from '../objects/listSort.ts';
import { iterate, tryBinary } from '../objects/protocol.ts';
import { iterateRange } from '../objects/range.ts';
import { newSet, setUpdateFrom } from '../objects/set.ts';
import { isPlainEdge } from '../objects/slice.ts';
import { typeOf } from '../objects/slots.ts';
import { tupleFrom } from '../objects/tupleType.ts';
import * as slow from '../runtime/steps/slow.ts';
import { extendedSlice } from './textHelpers.ts';

/** GET_ITER: `iter(x)`, without the way over the slots for what is mostly iterated over. */
function iterateOver(value: Value): Value {
  switch (typeOf(value)) {
    case T.LIST:
      return newIndexIterator(T.LIST_ITERATOR, value, 0);
    case T.TUPLE:
      return newIndexIterator(T.TUPLE_ITERATOR, value, 0);
    case T.RANGE:
      return iterateRange(value);
    case T.DICT:
      return newKeyIterator(value);
    default:
      return iterate(value);
  }
}

const iterateItems = (dict: Address): Address => newDictIterator(T.DICT_ITEM_ITERATOR, dict);
const iterateValues = (dict: Address): Address => newDictIterator(T.DICT_VALUE_ITERATOR, dict);

/** Longer lists grow as they are filled: the loop may end early by an exception. */
const FORESEEN_MAX = 1 << 16;

/** The list of a comprehension that appends once for each item of the iterator, with its storage to be. */
function newListFor(iterator: Value): Address {
  const q = iterator >> 2;
  let count = 0;
  if (typeOf(iterator) === T.LIST_ITERATOR) {
    const list = H[q + IndexIteratorLayout.SEQUENCE];
    if (list !== 0) count = listSize(list) - H[q + IndexIteratorLayout.INDEX];
  } else if (typeOf(iterator) === T.RANGE_ITERATOR) count = H[q + RangeIteratorLayout.REMAINING];
  return newList(count <= 0 || count > FORESEEN_MAX ? 0 : appendedCapacity(count));
}

/** `sorted(x)`. */
function sortedOf(iterable: Value): Address {
  const list = listFrom(iterable);
  try {
    sortList(list, 0, 'ascending');
    return list;
  } catch (error) {
    decref(list);
    throw error;
  }
}

/** `set(x)`. */
function setOf(iterable: Value): Address {
  const set = newSet(T.SET);
  try {
    setUpdateFrom(set, iterable);
    return set;
  } catch (error) {
    decref(set);
    throw error;
  }
}

/** Operators of lists and tuples without the way over the slots; see protocol.tryBinary. */
function tryBinaryOf(operator: BinaryOperator, left: Value, right: Value): Value {
  if ((left & 1) === 0 && typeOf(left) === T.LIST) {
    if (operator === BinaryOperator.ADD && typeOf(right) === T.LIST) return listConcat(left, right);
    if (operator === BinaryOperator.MULTIPLY && (right & 1) !== 0) {
      return listRepeat(left, Math.max(0, right >> 1));
    }
  }
  return tryBinary(operator, left, right);
}

/** `object[start:stop:step]`. */
function stridedOf(object: Value, start: Value, stop: Value, step: Value): Value {
  if (typeOf(object) === T.LIST && (step & 1) !== 0 && step !== 1) {
    if (isPlainEdge(start) && isPlainEdge(stop)) return stridedList(object, start, stop, step >> 1);
  }
  return extendedSlice(object, start, stop, step);
}

function stridedList(list: Address, start: Value, stop: Value, step: number): Address {
  const size = listSize(list);
  // Backwards, the edges lie one place lower: in front of the first item there is one more.
  const shift = step < 0 ? 1 : 0;
  const clip = (edge: Value): number => {
    const n = edge >> 1;
    return Math.min(Math.max(n < 0 ? n + size : n, -shift), size - shift);
  };
  const from = start === S.NONE ? (step < 0 ? size - 1 : 0) : clip(start);
  const to = stop === S.NONE ? (step < 0 ? -1 : size) : clip(stop);
  const room = step < 0 ? from - to : to - from;
  if (room <= 0) return newList(0);
  if (step === 1) return listSlice(list, from, to);
  return listStrided(list, from, step, Math.floor((room - 1) / Math.abs(step)) + 1);
}

export const containerHelpers = (): Readonly<Record<string, unknown>> => ({
  tryBinary: tryBinaryOf,
  newEnumerate,
  newZipOfTwo,
  iterateOver,
  newListFor,
  iterateItems,
  iterateValues,
  listFrom,
  tupleFrom,
  setOf,
  sortedOf,
  buildSet: slow.buildSet,
  buildMap: slow.buildMap,
  buildConstKeyMap: slow.buildConstKeyMap,
  storeSlice: slow.storeSlice,
  stridedOf,
});
