// The type tuple: operators, subscripts, comparison, hashing and the constructor. Instances of subtypes
// (`class P(tuple)`, named tuples) have the same picture with their attribute storage behind the items.

import { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { decref, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  AttributesLayout,
  IndexIteratorLayout,
  TupleLayout,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { boolOf } from './bool.ts';
import { constructorArgument } from './constructors.ts';
import { defineType } from './define.ts';
import { newGenericAlias } from './genericAlias.ts';
import { defineIndexIterator, EXHAUSTED, exhaust, newIndexIterator } from './indexIterator.ts';
import { newInt } from './int.ts';
import { listItems } from './list.ts';
import { asClassMethod, oneArg, positional } from './natives.ts';
import { newClearedObject } from './object.ts';
import { collect, compare, equals, hasFlag, recursionGuard, reprJs, typeName } from './protocol.ts';
import { pendError, typeError } from './raise.ts';
import { reprEnter, reprLeave } from './reprGuard.ts';
import {
  askRight,
  isIndexable,
  itemIndex,
  orderedByLength,
  repeatByOther,
  repeatCount,
  searchBounds,
} from './sequence.ts';
import { sliceIndices } from './slice.ts';
import { typeOf } from './slots.ts';
import { newStr, own } from './str.ts';
import {
  clearTuple,
  deallocTuple,
  newTuple,
  tupleHash,
  tupleItem,
  tupleItemsAt,
  tupleLength,
  tupleOf,
  tupleSlice,
} from './tuple.ts';

const isTuple = (value: Value): boolean => hasFlag(value, TypeFlag.TUPLE);

/** A tuple with the items of any iterable. Raises TypeError if it is none. */
export function tupleFrom(iterable: Value): Address {
  const type = typeOf(iterable);
  if (type === T.TUPLE) return own(iterable);
  if (type === T.LIST) return tupleOf(listItems(iterable));
  return tupleOf(collect(iterable));
}

/** `tuple[key]`: an item or a slice, owned. */
export function tupleSubscript(tuple: Address, key: Value): Value {
  const length = tupleLength(tuple);
  if ((key & 1) !== 0) {
    let i = key >> 1;
    if (i < 0) i += length;
    if (i >= 0 && i < length) return own(tupleItem(tuple, i));
  } else if (typeOf(key) === T.SLICE) {
    const { start, step, count } = sliceIndices(key, length);
    if (step === 1) return tupleSlice(tuple, start, start + count);
    const slice = newTuple(count);
    const items = tupleItemsAt(slice);
    for (let i = 0; i < count; i++) H[items + i] = own(tupleItem(tuple, start + i * step));
    return slice;
  }
  if (!isIndexable(key)) {
    return typeError(`tuple indices must be integers or slices, not ${typeName(key)}`);
  }
  return own(tupleItem(tuple, itemIndex(key, length, 'tuple index out of range')));
}

function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator === BinaryOperator.ADD) return concat(left, right);
  if (operator !== BinaryOperator.MULTIPLY) return S.NOT_IMPLEMENTED;
  const tuple = isTuple(left) ? left : right;
  const count = tuple === left ? right : left;
  if (isIndexable(count)) return repeat(tuple, repeatCount(count));
  return repeatByOther(binary, operator, left, right, tuple);
}

function concat(left: Value, right: Value): Value {
  if (!isTuple(left)) return S.NOT_IMPLEMENTED;
  if (!isTuple(right)) {
    const other = askRight(binary, BinaryOperator.ADD, left, right);
    if (other !== S.NOT_IMPLEMENTED) return other;
    return pendError('TypeError', `can only concatenate tuple (not "${typeName(right)}") to tuple`);
  }
  const l = tupleLength(left);
  const r = tupleLength(right);
  if (l === 0 && typeOf(right) === T.TUPLE) return own(right);
  if (r === 0 && typeOf(left) === T.TUPLE) return own(left);
  const tuple = newTuple(l + r);
  const items = tupleItemsAt(tuple);
  for (let i = 0; i < l; i++) H[items + i] = own(tupleItem(left, i));
  for (let i = 0; i < r; i++) H[items + l + i] = own(tupleItem(right, i));
  return tuple;
}

function repeat(tuple: Address, times: number): Address {
  const length = tupleLength(tuple);
  if (times === 1 && typeOf(tuple) === T.TUPLE) return own(tuple);
  const result = newTuple(length * times);
  const items = tupleItemsAt(result);
  for (let i = 0; i < length * times; i++) H[items + i] = own(tupleItem(tuple, i % length));
  return result;
}

function compareTuples(left: Value, right: Value, operator: CompareOperator): Value {
  if (!isTuple(left) || !isTuple(right)) return S.NOT_IMPLEMENTED;
  const l = tupleLength(left);
  const r = tupleLength(right);
  const length = Math.min(l, r);
  recursionGuard.enter(' in comparison');
  try {
    for (let i = 0; i < length; i++) {
      const a = tupleItem(left, i);
      const b = tupleItem(right, i);
      if (equals(a, b)) continue;
      if (operator === CompareOperator.EQ) return S.FALSE;
      if (operator === CompareOperator.NE) return S.TRUE;
      return compare(a, b, operator);
    }
    return boolOf(orderedByLength(l, r, operator));
  } finally {
    recursionGuard.leave();
  }
}

function reprTuple(tuple: Address): Value {
  const length = tupleLength(tuple);
  if (length === 0) return newStr('()');
  if (!reprEnter(tuple)) return newStr('(...)');
  try {
    const parts: string[] = [];
    for (let i = 0; i < length; i++) parts.push(reprJs(tupleItem(tuple, i)));
    return newStr(length === 1 ? `(${parts[0]},)` : `(${parts.join(', ')})`);
  } finally {
    reprLeave(tuple);
  }
}

function find(tuple: Address, item: Value, start: number, stop: number): number {
  for (let i = start; i < stop; i++) if (equals(tupleItem(tuple, i), item)) return i;
  return -1;
}

function countOf(tuple: Address, item: Value): number {
  let count = 0;
  for (let i = 0; i < tupleLength(tuple); i++) if (equals(tupleItem(tuple, i), item)) count++;
  return count;
}

/** `__new__`: tuple(), tuple(iterable), and the same for subtypes. */
function create(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const iterable = constructorArgument('tuple', type === T.TUPLE, args, count, kwNames);
  const tuple = iterable === 0 ? S.EMPTY_TUPLE : tupleFrom(iterable);
  return type === T.TUPLE ? tuple : toSubtype(type, tuple);
}

/** An instance of a subtype with the items of `tuple`, an exact tuple that is consumed. */
function toSubtype(type: Address, tuple: Address): Address {
  const length = tupleLength(tuple);
  const behind = H[(type >> 2) + TypeLayout.ATTRIBUTES] === -1 ? AttributesLayout.WORDS : 0;
  const instance = newClearedObject(type, TupleLayout.ITEMS + length + behind);
  H[(instance >> 2) + TupleLayout.LENGTH] = length;
  const items = tupleItemsAt(instance);
  for (let i = 0; i < length; i++) H[items + i] = own(tupleItem(tuple, i));
  decref(tuple);
  return instance;
}

defineType(T.TUPLE, {
  name: 'tuple',
  flags: TypeFlag.BASE_OK | TypeFlag.TUPLE | TypeFlag.VARIABLE_SIZE,
  words: 0,
  slots: {
    dealloc: deallocTuple,
    clear: clearTuple,
    children(tuple, visit) {
      for (let i = 0; i < tupleLength(tuple); i++) visit(tupleItem(tuple, i));
    },
    hash: tupleHash,
    repr: reprTuple,
    length: tupleLength,
    compare: compareTuples,
    binary,
    subscript: tupleSubscript,
    contains: (tuple, item) => find(tuple, item, 0, tupleLength(tuple)) >= 0,
    iterate: (tuple) => newIndexIterator(T.TUPLE_ITERATOR, tuple, 0),
    create,
  },
  methods: [
    positional('index', 1, 3, (args) => {
      const { start, stop } = searchBounds(H[args + 2], H[args + 3], tupleLength(H[args]));
      const at = find(H[args], H[args + 1], start, stop);
      return at < 0 ? pendError('ValueError', 'tuple.index(x): x not in tuple') : newInt(at);
    }),
    oneArg('count', (args) => newInt(countOf(H[args], H[args + 1]))),
    asClassMethod(oneArg('__class_getitem__', (args) => newGenericAlias(H[args], H[args + 1]))),
  ],
});

defineIndexIterator(T.TUPLE_ITERATOR, 'tuple_iterator', tupleIteratorNext, tupleLength);

/** The next item of a tuple iterator, owned; 0 at the end. */
export function tupleIteratorNext(iterator: Address): Value {
  const q = iterator >> 2;
  const index = H[q + IndexIteratorLayout.INDEX];
  if (index === EXHAUSTED) return 0;
  const tuple = H[q + IndexIteratorLayout.SEQUENCE] >> 2;
  if (index >= H[tuple + TupleLayout.LENGTH]) {
    exhaust(iterator);
    return 0;
  }
  const value = H[tuple + TupleLayout.ITEMS + index];
  incref(value);
  H[q + IndexIteratorLayout.INDEX] = index + 1;
  return value;
}
