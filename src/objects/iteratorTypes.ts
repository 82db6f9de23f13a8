// Iterators over other iterators: enumerate, zip, map and filter, which are their own constructors. All
// keep what they were made of until they are freed, so that threads may share them.

import { decref, incref, lock, unlock } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  EnumerateLayout as E,
  MapLayout as M,
  TupleLayout,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
  ZipLayout as Z,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { call1, callWith } from './calling.ts';
import { namedCount } from './constructors.ts';
import { defineType } from './define.ts';
import { freeInstance } from './instanceSize.ts';
import { newBigInt, SMALL_MAX, toBigInt } from './int.ts';
import { newClearedObject, newObject } from './object.ts';
import { newPair } from './pair.ts';
import { indexSlot, isInt, isTrue, isTrueOwned, iterate, nextItem, typeName } from './protocol.ts';
import { typeError, valueError } from './raise.ts';
import { typeOf } from './slots.ts';
import { own, toJs } from './str.ts';
import { tupleItem, tupleLength, tupleOf } from './tuple.ts';

const instance = (type: Address): Address =>
  newClearedObject(type, H[(type >> 2) + TypeLayout.INSTANCE_WORDS]);

/** Iterators over `count` arguments from word `args` on, as a tuple. */
function iteratorsOf(args: WordIndex, count: number): Address {
  const iterators: Value[] = [];
  try {
    for (let i = 0; i < count; i++) iterators.push(iterate(H[args + i]));
  } catch (error) {
    for (const iterator of iterators) decref(iterator);
    throw error;
  }
  return tupleOf(iterators);
}

/** The next item of each iterator of a tuple, up to the first one that is exhausted. */
function step(iterators: Address): Value[] {
  const items: Value[] = [];
  const count = tupleLength(iterators);
  try {
    for (let i = 0; i < count; i++) {
      const item = nextItem(tupleItem(iterators, i));
      if (item === 0) break;
      items.push(item);
    }
    return items;
  } catch (error) {
    release(items);
    throw error;
  }
}

function release(items: readonly Value[]): void {
  for (const item of items) decref(item);
}

function startOf(value: Value): Value {
  if (value === 0) return 1;
  if ((value & 1) !== 0 || typeOf(value) === T.INT) return own(value);
  if (isInt(value)) return newBigInt(toBigInt(value));
  const index = indexSlot(value);
  if (index !== undefined) return index(value);
  return typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

function createEnumerate(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  if (count > 2) return typeError(`enumerate() takes at most 2 arguments (${count} given)`);
  const named = namedCount(kwNames);
  const places = count - named;
  const given: [Value, Value] = [places > 0 ? H[args] : 0, places > 1 ? H[args + 1] : 0];
  for (let i = 0; i < named; i++) {
    const name = toJs(H[(kwNames >> 2) + TupleLayout.ITEMS + i]);
    const index = name === 'iterable' ? 0 : name === 'start' ? 1 : -1;
    if (index < places)
      return typeError(`'${name}' is an invalid keyword argument for enumerate()`);
    given[index as 0 | 1] = H[args + places + i];
  }
  if (given[0] === 0) return typeError("enumerate() missing required argument 'iterable'");
  const start = startOf(given[1]);
  try {
    const iterator = iterate(given[0]);
    const object = instance(type);
    H[(object >> 2) + E.ITERATOR] = iterator;
    H[(object >> 2) + E.COUNT] = own(start);
    return object;
  } finally {
    decref(start);
  }
}

/** `enumerate(iterable)`. */
export function newEnumerate(iterable: Value): Address {
  const iterator = iterate(iterable);
  const object = newObject(T.ENUMERATE, E.WORDS);
  H[(object >> 2) + E.ITERATOR] = iterator;
  H[(object >> 2) + E.COUNT] = 1;
  return object;
}

/** `zip(first, second)`. */
export function newZipOfTwo(first: Value, second: Value): Address {
  const left = iterate(first);
  let right: Value = 0;
  try {
    right = iterate(second);
  } finally {
    if (right === 0) decref(left);
  }
  const iterators = newPair(left, right);
  const object = newObject(T.ZIP, Z.WORDS);
  H[(object >> 2) + Z.ITERATORS] = iterators;
  H[(object >> 2) + Z.STRICT] = 0;
  return object;
}

/** The next pair (count, item); 0 at the end. */
export function enumerateNext(object: Address): Value {
  const q = object >> 2;
  const item = nextItem(H[q + E.ITERATOR]);
  if (item === 0) return 0;
  const count = H[q + E.COUNT];
  if ((count & 1) !== 0 && count >> 1 !== SMALL_MAX) {
    H[q + E.COUNT] = count + 2;
    return newPair(count, item);
  }
  lock(object);
  const big = H[q + E.COUNT];
  H[q + E.COUNT] = newBigInt(toBigInt(big) + 1n);
  unlock(object);
  return newPair(big, item);
}

function createZip(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const named = namedCount(kwNames);
  if (named > 1) return typeError(`zip() takes at most 1 keyword argument (${named} given)`);
  let strict = false;
  if (named === 1) {
    const name = toJs(H[(kwNames >> 2) + TupleLayout.ITEMS]);
    if (name !== 'strict') return typeError(`'${name}' is an invalid keyword argument for zip()`);
    strict = isTrue(H[args + count - 1]);
  }
  const iterators = iteratorsOf(args, count - named);
  const object = instance(type);
  H[(object >> 2) + Z.ITERATORS] = iterators;
  H[(object >> 2) + Z.STRICT] = strict ? 1 : 0;
  return object;
}

/** The next tuple; 0 at the end of the shortest. Raises ValueError if strict and not all end together. */
export function zipNext(object: Address): Value {
  const iterators = H[(object >> 2) + Z.ITERATORS];
  const count = tupleLength(iterators);
  if (count === 0) return 0;
  if (count === 2 && H[(object >> 2) + Z.STRICT] === 0) return nextPair(iterators);
  const items = step(iterators);
  if (items.length === count) return tupleOf(items);
  release(items);
  if (H[(object >> 2) + Z.STRICT] === 1) checkAllEnd(iterators, items.length);
  return 0;
}

/** zip of two, as most are, without an array in between. */
function nextPair(iterators: Address): Value {
  const first = nextItem(tupleItem(iterators, 0));
  if (first === 0) return 0;
  let second: Value = 0;
  try {
    second = nextItem(tupleItem(iterators, 1));
  } finally {
    if (second === 0) decref(first);
  }
  return second === 0 ? 0 : newPair(first, second);
}

const before = (index: number): string => (index === 1 ? 'argument 1' : `arguments 1-${index}`);

/** The iterator at index `ended` is exhausted; those before it were not. */
function checkAllEnd(iterators: Address, ended: number): void {
  if (ended > 0) valueError(`zip() argument ${ended + 1} is shorter than ${before(ended)}`);
  for (let i = 1; i < tupleLength(iterators); i++) {
    const item = nextItem(tupleItem(iterators, i));
    if (item === 0) continue;
    decref(item);
    valueError(`zip() argument ${i + 1} is longer than ${before(i)}`);
  }
}

function createMap(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  if (namedCount(kwNames) > 0 && type === T.MAP) {
    return typeError('map() takes no keyword arguments');
  }
  const given = count - namedCount(kwNames);
  if (given < 2) return typeError('map() must have at least two arguments.');
  const iterators = iteratorsOf(args + 1, given - 1);
  const object = instance(type);
  H[(object >> 2) + M.FUNCTION] = own(H[args]);
  H[(object >> 2) + M.ITERATORS] = iterators;
  return object;
}

function mapNext(object: Address): Value {
  const q = object >> 2;
  const iterators = H[q + M.ITERATORS];
  if (tupleLength(iterators) === 1) return mapOne(H[q + M.FUNCTION], tupleItem(iterators, 0));
  const items = step(iterators);
  try {
    return items.length < tupleLength(iterators) ? 0 : callWith(H[q + M.FUNCTION], items);
  } finally {
    release(items);
  }
}

function mapOne(callable: Value, iterator: Value): Value {
  const item = nextItem(iterator);
  if (item === 0) return 0;
  try {
    return call1(callable, item);
  } finally {
    decref(item);
  }
}

function createFilter(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  if (namedCount(kwNames) > 0 && type === T.FILTER) {
    return typeError('filter() takes no keyword arguments');
  }
  const given = count - namedCount(kwNames);
  if (given !== 2) return typeError(`filter expected 2 arguments, got ${given}`);
  const iterator = iterate(H[args + 1]);
  const object = instance(type);
  H[(object >> 2) + M.FUNCTION] = own(H[args]);
  H[(object >> 2) + M.ITERATORS] = iterator;
  return object;
}

function filterNext(object: Address): Value {
  const q = object >> 2;
  const test = H[q + M.FUNCTION];
  for (;;) {
    const item = nextItem(H[q + M.ITERATORS]);
    if (item === 0) return 0;
    let passes = false;
    try {
      passes = test === S.NONE || test === T.BOOL ? isTrue(item) : isTrueOwned(call1(test, item));
    } finally {
      if (!passes) decref(item);
    }
    if (passes) return item;
  }
}

type Create = (type: Address, args: WordIndex, count: number, kwNames: Value) => Value;

/** A type whose instances hold values in the given words. */
function define(
  type: Address,
  name: string,
  words: number,
  held: readonly number[],
  create: Create,
  next: (object: Address) => Value,
): void {
  const clear = (object: Address): void => {
    for (const word of held) {
      const value = H[(object >> 2) + word];
      H[(object >> 2) + word] = 0;
      if (value !== 0) decref(value);
    }
  };
  defineType(type, {
    name,
    flags: TypeFlag.BASE_OK,
    words,
    slots: {
      dealloc(object) {
        clear(object);
        freeInstance(object);
      },
      clear,
      children(object, visit) {
        for (const word of held) {
          const value = H[(object >> 2) + word];
          if (value !== 0) visit(value);
        }
      },
      iterate(object) {
        incref(object);
        return object;
      },
      create,
      next,
    },
  });
}

define(T.ENUMERATE, 'enumerate', E.WORDS, [E.ITERATOR, E.COUNT], createEnumerate, enumerateNext);
define(T.ZIP, 'zip', Z.WORDS, [Z.ITERATORS], createZip, zipNext);
define(T.MAP, 'map', M.WORDS, [M.FUNCTION, M.ITERATORS], createMap, mapNext);
define(T.FILTER, 'filter', M.WORDS, [M.FUNCTION, M.ITERATORS], createFilter, filterNext);
