// The type list: subscripts, operators, comparison, methods and iterators. What they do to the storage
// is in list.ts. Searches and comparisons take one item at a time, as CPython's do, so that they see
// what callbacks and other threads do to the list, and never hold its lock while Python code runs.

import { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { decref, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  IndexIteratorLayout,
  ListLayout,
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
import {
  defineCountingIterator,
  defineIndexIterator,
  EXHAUSTED,
  exhaust,
  newIndexIterator,
} from './indexIterator.ts';
import { freeInstance } from './instanceSize.ts';
import { newInt } from './int.ts';
import {
  clearList,
  itemsAt,
  listAppend,
  listClear,
  listConcat,
  listDeleteStrided,
  listExtend,
  listGet,
  listInsert,
  listItems,
  listPop,
  listRemoveAt,
  listRepeat,
  listRepeatInPlace,
  listReplace,
  listReplaceBy,
  listReverse,
  listSet,
  listSize,
  listSlice,
  listStoreStrided,
  listStrided,
} from './list.ts';
import { sortList } from './listSort.ts';
import { asClassMethod, keywords, noArgs, oneArg, positional } from './natives.ts';
import { newClearedObject } from './object.ts';
import {
  collect,
  compare,
  equals,
  hasFlag,
  indexOf,
  recursionGuard,
  reprJs,
  typeName,
} from './protocol.ts';
import { pendError, raise, typeError, valueError } from './raise.ts';
import { reprEnter, reprLeave } from './reprGuard.ts';
import {
  askRight,
  isIndexable,
  itemIndex,
  orderedByLength,
  repeatByOther,
  repeatCount,
  searchBounds,
  sizeArgument,
} from './sequence.ts';
import { sliceIndices } from './slice.ts';
import { slotsOf, typeOf } from './slots.ts';
import { newStr, own } from './str.ts';
import { tupleItems } from './tuple.ts';

const isList = (value: Value): boolean => hasFlag(value, TypeFlag.LIST);

const OUT_OF_RANGE = 'list index out of range';
const STORE_OUT_OF_RANGE = 'list assignment index out of range';

const badKey = (key: Value): never =>
  typeError(`list indices must be integers or slices, not ${typeName(key)}`);

/** `list[key]`: an item or a slice, owned. */
export function listSubscript(list: Address, key: Value): Value {
  if ((key & 1) === 0) {
    if (typeOf(key) === T.SLICE) return getSlice(list, key);
    if (!isIndexable(key)) return badKey(key);
  }
  const value = listGet(list, itemIndex(key, listSize(list), OUT_OF_RANGE));
  return value === 0 ? raise('IndexError', OUT_OF_RANGE) : value;
}

function getSlice(list: Address, key: Address): Address {
  const { start, step, count } = sliceIndices(key, listSize(list));
  return step === 1 ? listSlice(list, start, start + count) : listStrided(list, start, step, count);
}

/** `list[key] = value`. */
export function listStore(list: Address, key: Value, value: Value): void {
  if ((key & 1) === 0) {
    if (typeOf(key) === T.SLICE) {
      storeSlice(list, key, value);
      return;
    }
    if (!isIndexable(key)) badKey(key);
  }
  const index = itemIndex(key, listSize(list), STORE_OUT_OF_RANGE);
  if (!listSet(list, index, value)) raise('IndexError', STORE_OUT_OF_RANGE);
}

/** All items of what is assigned to a slice, each owned. */
function assignedItems(value: Value, notIterable: string): Value[] {
  const type = typeOf(value);
  if (type === T.LIST) return listItems(value);
  if (type === T.TUPLE) return tupleItems(value).map(own);
  if (slotsOf(value).iterate === undefined) return typeError(notIterable);
  return collect(value);
}

/** Whether a list other than `list`, or a tuple, is assigned: nothing runs that could change `list`. */
const isPlainSource = (list: Address, value: Value): boolean =>
  value !== list && (typeOf(value) === T.LIST || typeOf(value) === T.TUPLE);

/** `list[start:stop] = value` with edges inside the list, for most lists and values; else false. */
export function storePlainSlice(list: Address, start: number, stop: number, value: Value): boolean {
  return isPlainSource(list, value) && listReplaceBy(list, start, stop, value);
}

function storeSlice(list: Address, key: Address, value: Value): void {
  // The step decides the message, and is checked before anything is iterated over.
  if (sliceIndices(key, listSize(list)).step === 1) {
    const values = assignedItems(value, 'can only assign an iterable');
    const { start, count } = sliceIndices(key, listSize(list));
    listReplace(list, start, start + count, values);
    return;
  }
  const values = assignedItems(value, 'must assign iterable to extended slice');
  const { start, step, count } = sliceIndices(key, listSize(list));
  if (values.length !== count) {
    for (const item of values) decref(item);
    valueError(
      `attempt to assign sequence of size ${values.length} to extended slice of size ${count}`,
    );
  }
  listStoreStrided(list, start, step, values);
}

/** `del list[key]`. */
export function listDelete(list: Address, key: Value): void {
  if ((key & 1) === 0) {
    if (typeOf(key) === T.SLICE) {
      deleteSlice(list, key);
      return;
    }
    if (!isIndexable(key)) badKey(key);
  }
  const value = listPop(list, itemIndex(key, listSize(list), STORE_OUT_OF_RANGE));
  if (value === 0) raise('IndexError', STORE_OUT_OF_RANGE);
  decref(value);
}

function deleteSlice(list: Address, key: Address): void {
  const { start, step, count } = sliceIndices(key, listSize(list));
  if (count === 0) return;
  const first = step < 0 ? start + (count - 1) * step : start;
  const distance = Math.abs(step);
  if (distance === 1) {
    if (!listReplaceBy(list, first, first + count, 0)) listReplace(list, first, first + count, []);
  } else listDeleteStrided(list, first, distance, count);
}

function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator === BinaryOperator.ADD) {
    if (!isList(left)) return S.NOT_IMPLEMENTED;
    if (isList(right)) return listConcat(left, right);
    const other = askRight(binary, operator, left, right);
    if (other !== S.NOT_IMPLEMENTED) return other;
    return pendError('TypeError', `can only concatenate list (not "${typeName(right)}") to list`);
  }
  if (operator !== BinaryOperator.MULTIPLY) return S.NOT_IMPLEMENTED;
  const list = isList(left) ? left : right;
  const count = list === left ? right : left;
  if (isIndexable(count)) return listRepeat(list, repeatCount(count));
  return repeatByOther(binary, operator, left, right, list);
}

function inplace(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator === BinaryOperator.ADD) listExtend(left, right);
  else if (operator === BinaryOperator.MULTIPLY && isIndexable(right)) {
    listRepeatInPlace(left, repeatCount(right));
  } else return S.NOT_IMPLEMENTED;
  return own(left);
}

function compareLists(left: Value, right: Value, operator: CompareOperator): Value {
  if (!isList(left) || !isList(right)) return S.NOT_IMPLEMENTED;
  if (listSize(left) !== listSize(right)) {
    if (operator === CompareOperator.EQ) return S.FALSE;
    if (operator === CompareOperator.NE) return S.TRUE;
  }
  recursionGuard.enter(' in comparison');
  try {
    return compareItems(left, right, operator);
  } finally {
    recursionGuard.leave();
  }
}

/** The first items that differ decide, else the lengths. */
function compareItems(left: Address, right: Address, operator: CompareOperator): Value {
  for (let i = 0; ; i++) {
    const a = listGet(left, i);
    if (a === 0) break;
    const b = listGet(right, i);
    if (b === 0) {
      decref(a);
      break;
    }
    try {
      if (equals(a, b)) continue;
      if (operator === CompareOperator.EQ) return S.FALSE;
      if (operator === CompareOperator.NE) return S.TRUE;
      return compare(a, b, operator);
    } finally {
      decref(a);
      decref(b);
    }
  }
  return boolOf(orderedByLength(listSize(left), listSize(right), operator));
}

function reprList(list: Address): Value {
  if (listSize(list) === 0) return newStr('[]');
  if (!reprEnter(list)) return newStr('[...]');
  try {
    const parts: string[] = [];
    for (let i = 0; ; i++) {
      const item = listGet(list, i);
      if (item === 0) break;
      try {
        parts.push(reprJs(item));
      } finally {
        decref(item);
      }
    }
    return newStr(`[${parts.join(', ')}]`);
  } finally {
    reprLeave(list);
  }
}

/** Whether the item (owned by this call) is or equals `wanted`. */
function matches(item: Value, wanted: Value): boolean {
  if (item === wanted) {
    decref(item);
    return true;
  }
  try {
    return equals(item, wanted);
  } finally {
    decref(item);
  }
}

/** Index of the first item from `start` on and before `stop` that equals `wanted`; -1 if there is none. */
export function listFind(list: Address, wanted: Value, start: number, stop: number): number {
  for (let i = start; i < stop; i++) {
    const item = listGet(list, i);
    if (item === 0) return -1;
    if (matches(item, wanted)) return i;
  }
  return -1;
}

function countOf(list: Address, wanted: Value): number {
  let count = 0;
  for (let i = 0; ; i++) {
    const item = listGet(list, i);
    if (item === 0) return count;
    if (matches(item, wanted)) count++;
  }
}

function indexIn(args: WordIndex): Value {
  const list = H[args];
  const { start, stop } = searchBounds(H[args + 2], H[args + 3], listSize(list));
  // Without a stop the end is where the list ends by then, which a callback may move.
  const at = listFind(list, H[args + 1], start, H[args + 3] === 0 ? EXHAUSTED : stop);
  return at < 0 ? pendError('ValueError', `${reprJs(H[args + 1])} is not in list`) : newInt(at);
}

/** Finds first and removes then, if the item is still there: other threads may have moved it meanwhile. */
function remove(list: Address, wanted: Value): void {
  for (let i = 0; ; i++) {
    const item = listGet(list, i);
    if (item === 0) valueError('list.remove(x): x not in list');
    incref(item);
    try {
      if (!matches(item, wanted)) continue;
      if (listRemoveAt(list, i, item)) return;
      i = -1;
    } finally {
      decref(item);
    }
  }
}

function pop(args: WordIndex): Value {
  const list = H[args];
  const index = H[args + 1] === 0 ? -1 : sizeArgumentOf(H[args + 1]);
  const value = listPop(list, index);
  if (value !== 0) return value;
  return pendError(
    'IndexError',
    listSize(list) === 0 ? 'pop from empty list' : 'pop index out of range',
  );
}

const sizeArgumentOf = (value: Value): number =>
  (value & 1) !== 0 ? value >> 1 : sizeArgument(value);

const none = (): Value => own(S.NONE);

const METHODS = [
  oneArg('append', (args) => {
    listAppend(H[args], H[args + 1]);
    return none();
  }),
  oneArg('extend', (args) => {
    listExtend(H[args], H[args + 1]);
    return none();
  }),
  positional('insert', 2, 2, (args) => {
    listInsert(H[args], sizeArgumentOf(H[args + 1]), H[args + 2]);
    return none();
  }),
  oneArg('remove', (args) => {
    remove(H[args], H[args + 1]);
    return none();
  }),
  positional('pop', 0, 1, pop),
  noArgs('clear', (args) => {
    listClear(H[args]);
    return none();
  }),
  noArgs('copy', (args) => listSlice(H[args], 0, listSize(H[args]))),
  positional('index', 1, 3, indexIn),
  oneArg('count', (args) => newInt(countOf(H[args], H[args + 1]))),
  noArgs('reverse', (args) => {
    listReverse(H[args]);
    return none();
  }),
  keywords('sort', 0, ['*key', '*reverse'], (args) => {
    const key = H[args + 1];
    const reverse = H[args + 2] !== 0 && indexOf(H[args + 2]) !== 0;
    sortList(H[args], key === S.NONE ? 0 : key, reverse ? 'descending' : 'ascending');
    return none();
  }),
  noArgs('__reversed__', (args) =>
    newIndexIterator(T.LIST_REVERSE_ITERATOR, H[args], listSize(H[args]) - 1),
  ),
  asClassMethod(oneArg('__class_getitem__', (args) => newGenericAlias(H[args], H[args + 1]))),
];

defineType(T.LIST, {
  name: 'list',
  flags: TypeFlag.BASE_OK | TypeFlag.LIST,
  words: ListLayout.WORDS,
  slots: {
    dealloc(list) {
      clearList(list);
      freeInstance(list);
    },
    clear: clearList,
    children(list, visit) {
      const items = itemsAt(list);
      for (let i = 0; i < listSize(list); i++) visit(H[items + i]);
    },
    hash: undefined,
    repr: reprList,
    length: listSize,
    compare: compareLists,
    binary,
    inplace,
    subscript: listSubscript,
    storeSubscript: listStore,
    deleteSubscript: listDelete,
    contains: (list, item) => listFind(list, item, 0, EXHAUSTED) >= 0,
    iterate: (list) => newIndexIterator(T.LIST_ITERATOR, list, 0),
    create: (type) => newClearedObject(type, H[(type >> 2) + TypeLayout.INSTANCE_WORDS]),
    initialize(list, args, count, kwNames) {
      const exact = typeOf(list) === T.LIST;
      const iterable = constructorArgument('list', exact, args, count, kwNames);
      if (listSize(list) > 0) listClear(list);
      if (iterable !== 0) listExtend(list, iterable);
    },
  },
  methods: METHODS,
});

/** The next item of a list iterator, owned; 0 at the end, for good. */
export function listIteratorNext(iterator: Address): Value {
  const q = iterator >> 2;
  const index = H[q + IndexIteratorLayout.INDEX];
  if (index === EXHAUSTED) return 0;
  const value = listGet(H[q + IndexIteratorLayout.SEQUENCE], index);
  if (value === 0) exhaust(iterator);
  else H[q + IndexIteratorLayout.INDEX] = index + 1;
  return value;
}

function reverseNext(iterator: Address): Value {
  const q = iterator >> 2;
  const index = H[q + IndexIteratorLayout.INDEX];
  const value = index < 0 ? 0 : listGet(H[q + IndexIteratorLayout.SEQUENCE], index);
  H[q + IndexIteratorLayout.INDEX] = value === 0 ? -1 : index - 1;
  return value;
}

defineIndexIterator(T.LIST_ITERATOR, 'list_iterator', listIteratorNext, listSize);
defineCountingIterator(T.LIST_REVERSE_ITERATOR, 'list_reverseiterator', reverseNext, (iterator) => {
  const left = H[(iterator >> 2) + IndexIteratorLayout.INDEX] + 1;
  return left > listSize(H[(iterator >> 2) + IndexIteratorLayout.SEQUENCE]) ? 0 : left;
});
