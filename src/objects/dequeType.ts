// The type collections.deque, which the native module `_collections` offers. The ring is in deque.ts.

import { BinaryOperator, type CompareOperator } from '../bytecode/opcodes.ts';
import { decref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  DequeLayout as D,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { namedCount } from './constructors.ts';
import { defineType } from './define.ts';
import {
  dequeAppend,
  dequeAppendLeft,
  dequeChildren,
  dequeClear,
  dequeGet,
  dequeInsert,
  dequeItems,
  dequePairItems,
  dequePop,
  dequePopLeft,
  dequeRemoveAt,
  dequeReverse,
  dequeRotate,
  dequeSet,
  dequeSize,
} from './deque.ts';
import { DEQUE_ITERATOR, DEQUE_REVERSE_ITERATOR, newDequeIterator } from './dequeIterator.ts';
import { newGenericAlias } from './genericAlias.ts';
import { freeInstance } from './instanceSize.ts';
import { newInt } from './int.ts';
import { asClassMethod, noArgs, oneArg, positional } from './natives.ts';
import { newClearedObject } from './object.ts';
import {
  compare,
  equals,
  isInstance,
  isInt,
  iterate,
  nextItem,
  reprJs,
  typeName,
} from './protocol.ts';
import { pendError, raise, typeError, valueError } from './raise.ts';
import { reprEnter, reprLeave } from './reprGuard.ts';
import {
  askRight,
  isIndexable,
  itemIndex,
  repeatByOther,
  repeatCount,
  searchBounds,
  sizeArgument,
} from './sequence.ts';
import { typeOf } from './slots.ts';
import { newStr, own, toJs } from './str.ts';
import { tupleItem, tupleOf } from './tuple.ts';

const OUT_OF_RANGE = 'deque index out of range';
const isDeque = (value: Value): boolean => isInstance(value, T.DEQUE);
const none = (): Value => own(S.NONE);
const changesOf = (deque: Address): number => H[(deque >> 2) + D.CHANGES];

function create(type: Address): Value {
  const deque = newClearedObject(type, H[(type >> 2) + TypeLayout.INSTANCE_WORDS]);
  H[(deque >> 2) + D.MAXLEN] = -1;
  return deque;
}

/** An empty deque of the same type and maxlen. */
function emptyLike(deque: Address): Address {
  const copy = create(typeOf(deque) === T.DEQUE ? T.DEQUE : typeOf(deque));
  H[(copy >> 2) + D.MAXLEN] = H[(deque >> 2) + D.MAXLEN];
  return copy;
}

function maxlenOf(value: Value): number {
  if (value === 0 || value === S.NONE) return -1;
  if (!isInt(value)) return typeError('an integer is required');
  const maxlen = sizeArgument(value);
  if (maxlen < 0) return valueError('maxlen must be non-negative');
  // No heap holds more items than that.
  return Math.min(maxlen, 0x7fffffff);
}

function initialize(deque: Address, args: WordIndex, count: number, kwNames: Value): void {
  if (count > 2) typeError(`deque() takes at most 2 arguments (${count} given)`);
  const named = namedCount(kwNames);
  const places = count - named;
  let iterable: Value = places > 0 ? H[args] : 0;
  let maxlen: Value = places > 1 ? H[args + 1] : 0;
  for (let i = 0; i < named; i++) {
    const name = toJs(tupleItem(kwNames, i));
    if (name === 'iterable' && places < 1) iterable = H[args + places + i];
    else if (name === 'maxlen') maxlen = H[args + places + i];
    else typeError(`'${name}' is an invalid keyword argument for deque()`);
  }
  H[(deque >> 2) + D.MAXLEN] = maxlenOf(maxlen);
  if (dequeSize(deque) > 0) dequeClear(deque);
  if (iterable !== 0) extend(deque, iterable, dequeAppend);
}

/** Adds every item of an iterable; a deque that is added to itself is copied first. */
function extend(
  deque: Address,
  iterable: Value,
  add: (deque: Address, value: Value) => void,
): void {
  if (iterable === deque) {
    addAll(deque, dequeItems(deque), add);
    return;
  }
  const iterator = iterate(iterable);
  try {
    for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator)) {
      add(deque, item);
      decref(item);
    }
  } finally {
    decref(iterator);
  }
}

/** Adds owned items and releases them. */
function addAll(
  deque: Address,
  items: readonly Value[],
  add: (deque: Address, value: Value) => void,
): void {
  for (const item of items) {
    add(deque, item);
    decref(item);
  }
}

function copyOf(deque: Address): Address {
  const copy = emptyLike(deque);
  addAll(copy, dequeItems(deque), dequeAppend);
  return copy;
}

function repeated(deque: Address, times: number): Address {
  const result = emptyLike(deque);
  for (let i = 0; i < times; i++) addAll(result, dequeItems(deque), dequeAppend);
  return result;
}

function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator === BinaryOperator.ADD) {
    if (!isDeque(left)) return S.NOT_IMPLEMENTED;
    if (!isDeque(right)) {
      const other = askRight(binary, operator, left, right);
      if (other !== S.NOT_IMPLEMENTED) return other;
      return pendError(
        'TypeError',
        `can only concatenate deque (not "${typeName(right)}") to deque`,
      );
    }
    const [ours, theirs] = dequePairItems(left, right);
    const sum = emptyLike(left);
    addAll(sum, ours, dequeAppend);
    addAll(sum, theirs, dequeAppend);
    return sum;
  }
  if (operator !== BinaryOperator.MULTIPLY) return S.NOT_IMPLEMENTED;
  const deque = isDeque(left) ? left : right;
  const count = deque === left ? right : left;
  if (isIndexable(count)) return repeated(deque, repeatCount(count));
  return repeatByOther(binary, operator, left, right, deque);
}

function inplace(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator === BinaryOperator.ADD) extend(left, right, dequeAppend);
  else if (operator === BinaryOperator.MULTIPLY && isIndexable(right)) {
    const times = repeatCount(right);
    const items = dequeItems(left);
    if (times === 0) dequeClear(left);
    for (let i = 1; i < times; i++) for (const item of items) dequeAppend(left, item);
    for (const item of items) decref(item);
  } else return S.NOT_IMPLEMENTED;
  return own(left);
}

function compareDeques(left: Value, right: Value, operator: CompareOperator): Value {
  if (!isDeque(left) || !isDeque(right)) return S.NOT_IMPLEMENTED;
  const [l, r] = dequePairItems(left, right).map(tupleOf) as [Address, Address];
  try {
    return compare(l, r, operator);
  } finally {
    decref(l);
    decref(r);
  }
}

function reprDeque(deque: Address): Value {
  if (!reprEnter(deque)) return newStr('[...]');
  const items = dequeItems(deque);
  try {
    const maxlen = H[(deque >> 2) + D.MAXLEN];
    const text = `[${items.map(reprJs).join(', ')}]`;
    return newStr(`${typeName(deque)}(${text}${maxlen < 0 ? '' : `, maxlen=${maxlen}`})`);
  } finally {
    reprLeave(deque);
    for (const item of items) decref(item);
  }
}

function badIndex(key: Value): void {
  if (!isIndexable(key)) typeError(`sequence index must be integer, not '${typeName(key)}'`);
}

function subscript(deque: Address, key: Value): Value {
  badIndex(key);
  const value = dequeGet(deque, itemIndex(key, dequeSize(deque), OUT_OF_RANGE));
  return value === 0 ? raise('IndexError', OUT_OF_RANGE) : value;
}

/** Calls `found` at every item in [start, stop) that equals `wanted`, until it answers true. */
function scan(
  deque: Address,
  wanted: Value,
  start: number,
  stop: number,
  found: (index: number) => boolean,
): void {
  const changes = changesOf(deque);
  for (let i = start; i < stop; i++) {
    const item = dequeGet(deque, i);
    if (item === 0) return;
    let same: boolean;
    try {
      same = equals(item, wanted);
    } finally {
      decref(item);
    }
    if (changesOf(deque) !== changes) raise('RuntimeError', 'deque mutated during iteration');
    if (same && found(i)) return;
  }
}

function find(deque: Address, wanted: Value, start: number, stop: number): number {
  let at = -1;
  scan(deque, wanted, start, stop, (index) => {
    at = index;
    return true;
  });
  return at;
}

function remove(deque: Address, wanted: Value): void {
  for (let i = 0; ; i++) {
    const changes = changesOf(deque);
    const item = dequeGet(deque, i);
    if (item === 0) valueError(`${reprJs(wanted)} is not in deque`);
    try {
      const same = equals(item, wanted);
      if (changes !== changesOf(deque)) raise('IndexError', 'deque mutated during remove().');
      if (same && dequeRemoveAt(deque, i, item)) return;
    } finally {
      decref(item);
    }
  }
}

const orEmpty = (value: Value): Value =>
  value === 0 ? pendError('IndexError', 'pop from an empty deque') : value;

function adding(name: string, add: (deque: Address, value: Value) => void) {
  return oneArg(name, (args) => {
    add(H[args], H[args + 1]);
    return none();
  });
}

const METHODS = [
  adding('append', dequeAppend),
  adding('appendleft', dequeAppendLeft),
  adding('extend', (deque, iterable) => extend(deque, iterable, dequeAppend)),
  adding('extendleft', (deque, iterable) => extend(deque, iterable, dequeAppendLeft)),
  adding('remove', remove),
  noArgs('pop', (args) => orEmpty(dequePop(H[args]))),
  noArgs('popleft', (args) => orEmpty(dequePopLeft(H[args]))),
  noArgs('clear', (args) => {
    dequeClear(H[args]);
    return none();
  }),
  noArgs('copy', (args) => copyOf(H[args])),
  noArgs('__copy__', (args) => copyOf(H[args])),
  noArgs('reverse', (args) => {
    dequeReverse(H[args]);
    return none();
  }),
  positional('rotate', 0, 1, (args) => {
    dequeRotate(H[args], H[args + 1] === 0 ? 1 : sizeArgument(H[args + 1]));
    return none();
  }),
  positional('insert', 2, 2, (args) =>
    dequeInsert(H[args], sizeArgument(H[args + 1]), H[args + 2])
      ? none()
      : raise('IndexError', 'deque already at its maximum size'),
  ),
  positional('index', 1, 3, (args) => {
    const { start, stop } = searchBounds(H[args + 2], H[args + 3], dequeSize(H[args]));
    const at = find(H[args], H[args + 1], start, stop);
    return at < 0 ? valueError(`${reprJs(H[args + 1])} is not in deque`) : newInt(at);
  }),
  oneArg('count', (args) => {
    let count = 0;
    scan(H[args], H[args + 1], 0, dequeSize(H[args]), () => {
      count++;
      return false;
    });
    return newInt(count);
  }),
  noArgs('__reversed__', (args) => newDequeIterator(DEQUE_REVERSE_ITERATOR, H[args])),
  asClassMethod(oneArg('__class_getitem__', (args) => newGenericAlias(H[args], H[args + 1]))),
];

defineType(T.DEQUE, {
  name: 'deque',
  module: 'collections',
  flags: TypeFlag.BASE_OK,
  words: D.WORDS,
  slots: {
    dealloc(deque) {
      dequeClear(deque);
      freeInstance(deque);
    },
    clear: dequeClear,
    children: dequeChildren,
    hash: undefined,
    repr: reprDeque,
    length: dequeSize,
    compare: compareDeques,
    binary,
    inplace,
    subscript,
    storeSubscript(deque, key, value) {
      badIndex(key);
      const index = itemIndex(key, dequeSize(deque), OUT_OF_RANGE);
      if (!dequeSet(deque, index, value)) raise('IndexError', OUT_OF_RANGE);
    },
    deleteSubscript(deque, key) {
      badIndex(key);
      const index = itemIndex(key, dequeSize(deque), OUT_OF_RANGE);
      if (!dequeRemoveAt(deque, index, 0)) raise('IndexError', OUT_OF_RANGE);
    },
    contains: (deque, item) => find(deque, item, 0, dequeSize(deque)) >= 0,
    iterate: (deque) => newDequeIterator(DEQUE_ITERATOR, deque),
    create,
    initialize,
  },
  methods: METHODS,
  getset: [
    {
      name: 'maxlen',
      get: (deque) =>
        H[(deque >> 2) + D.MAXLEN] < 0 ? own(S.NONE) : newInt(H[(deque >> 2) + D.MAXLEN]),
    },
  ],
});
