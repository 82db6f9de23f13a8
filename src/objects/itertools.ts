// The iterators of the module itertools that programs put in their inner loops: chain, islice, repeat,
// cycle, accumulate, starmap. All have one layout: up to four counted values and four numbers. Their state
// changes under the object's lock; Python code (another iterator's next, a function) runs outside it, on
// references of its own. Those that combine the items of pools are in combinatorics.ts.

import { BinaryOperator } from '../bytecode/opcodes.ts';
import { decref, lock, unlock } from '../executors/policy.ts';
import { S } from '../heap/builtinTypes.ts';
import { type Address, ItertoolLayout as I, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { call2, callWith } from './calling.ts';
import { namedCount } from './constructors.ts';
import { newGenericAlias } from './genericAlias.ts';
import { newInt } from './int.ts';
import { defineItertool, namedArguments, newItertool, putWord, takeWord } from './itertoolType.ts';
import { listAppend, listGet, listSize, newList } from './list.ts';
import { asClassMethod, noArgs, oneArg } from './natives.ts';
import {
  binary,
  collect,
  indexOf,
  indexSlot,
  isInt,
  iterate,
  nextItem,
  reprJs,
} from './protocol.ts';
import { typeError, valueError } from './raise.ts';
import { newStr, own } from './str.ts';
import { copyToTuple } from './tuple.ts';

/** Numbers are kept in words: nothing is counted further. */
const COUNT_MAX = 0x7fffffff;

/** The next item of the iterator in a word; 0 if it has ended or is gone. */
function nextOf(object: Address, word: number): Value {
  const iterator = takeWord(object, word);
  if (iterator === 0) return 0;
  try {
    return nextItem(iterator);
  } finally {
    decref(iterator);
  }
}

function noNames(name: string, kwNames: Value): void {
  if (namedCount(kwNames) > 0) typeError(`${name}() takes no keyword arguments`);
}

/** chain: A the iterator over the iterables, B the one that is being gone through. */
function newChain(type: Address, iterables: Value): Value {
  const iterator = iterate(iterables);
  const object = newItertool(type);
  H[(object >> 2) + I.A] = iterator;
  return object;
}

function createChain(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  noNames('chain', kwNames);
  const tuple = copyToTuple(args, count);
  try {
    return newChain(type, tuple);
  } finally {
    decref(tuple);
  }
}

function chainNext(object: Address): Value {
  for (;;) {
    const current = takeWord(object, I.B);
    if (current === 0) {
      if (!chainAdvance(object)) return 0;
      continue;
    }
    let item: Value = 0;
    try {
      item = nextItem(current);
    } finally {
      decref(current);
    }
    if (item !== 0) return item;
    putWord(object, I.B, 0);
  }
}

/** Goes on to the next iterable; false at the end. */
function chainAdvance(object: Address): boolean {
  const iterable = nextOf(object, I.A);
  if (iterable === 0) {
    putWord(object, I.A, 0);
    return false;
  }
  try {
    putWord(object, I.B, iterate(iterable));
  } catch (error) {
    putWord(object, I.A, 0);
    throw error;
  } finally {
    decref(iterable);
  }
  return true;
}

/** islice: A the iterator, I items taken, J the next one wanted, K the end (-1: none), L the step. */
function createSlice(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  noNames('islice', kwNames);
  if (count < 2) return typeError(`islice expected at least 2 arguments, got ${count}`);
  if (count > 4) return typeError(`islice expected at most 4 arguments, got ${count}`);
  const end = H[args + (count === 2 ? 1 : 2)];
  const stop = end === S.NONE ? COUNT_MAX : sliceIndex(end);
  if (stop === -1) return wrongSlice('Stop argument');
  const start = count === 2 || H[args + 1] === S.NONE ? 0 : sliceIndex(H[args + 1]);
  if (start < 0 || stop < 0) return wrongSlice('Indices');
  const step = count < 4 ? 1 : sliceStep(H[args + 3]);
  const iterator = iterate(H[args]);
  const object = newItertool(type);
  const q = object >> 2;
  H[q + I.A] = iterator;
  H[q + I.J] = start;
  H[q + I.K] = stop === COUNT_MAX ? -1 : stop;
  H[q + I.L] = step;
  return object;
}

const isIndex = (value: Value): boolean => isInt(value) || indexSlot(value) !== undefined;

/** An index clipped to what is counted; -1 for what is none or too large. */
function sliceIndex(value: Value): number {
  if (!isIndex(value)) return -1;
  const n = indexOf(value);
  return n >= 2 ** 63 || n < -(2 ** 63) ? -1 : Math.min(n, COUNT_MAX);
}

const wrongSlice = (what: string): never =>
  valueError(`${what} for islice() must be None or an integer: 0 <= x <= sys.maxsize.`);

function sliceStep(value: Value): number {
  if (value === S.NONE) return 1;
  const n = isIndex(value) ? indexOf(value) : 0;
  if (n < 1) return valueError('Step for islice() must be a positive integer or None.');
  return Math.min(n, COUNT_MAX);
}

function sliceNext(object: Address): Value {
  const q = object >> 2;
  while (H[q + I.I] < H[q + I.J]) {
    const skipped = nextOf(object, I.A);
    if (skipped === 0) return endSlice(object);
    decref(skipped);
    H[q + I.I] += 1;
  }
  const stop = H[q + I.K];
  if (stop !== -1 && H[q + I.I] >= stop) return endSlice(object);
  const item = nextOf(object, I.A);
  if (item === 0) return endSlice(object);
  H[q + I.I] += 1;
  const wanted = Math.min(H[q + I.J] + H[q + I.L], COUNT_MAX);
  H[q + I.J] = stop !== -1 && wanted > stop ? stop : wanted;
  return item;
}

function endSlice(object: Address): Value {
  putWord(object, I.A, 0);
  return 0;
}

/** repeat: A the object, I how often it still comes (-1: for ever). */
function createRepeat(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const [value, times] = namedArguments('repeat', ['object', 'times'], 1, args, count, kwNames);
  const left = times === 0 ? -1 : Math.min(Math.max(indexOf(times as Value), 0), COUNT_MAX);
  const object = newItertool(type);
  H[(object >> 2) + I.A] = own(value as Value);
  H[(object >> 2) + I.I] = left;
  return object;
}

function repeatNext(object: Address): Value {
  const q = object >> 2;
  lock(object);
  const left = H[q + I.I];
  if (left > 0) H[q + I.I] = left - 1;
  const value = left === 0 ? 0 : own(H[q + I.A]);
  unlock(object);
  return value;
}

function repeatRepr(object: Address): Value {
  const left = H[(object >> 2) + I.I];
  const value = reprJs(H[(object >> 2) + I.A]);
  return newStr(left < 0 ? `repeat(${value})` : `repeat(${value}, ${left})`);
}

function repeatLength(args: WordIndex): Value {
  const left = H[(H[args] >> 2) + I.I];
  return left < 0 ? typeError('len() of unsized object') : newInt(left);
}

/** cycle: A the iterator until it ends, B the list of what it gave, I the place in it. */
function createCycle(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  noNames('cycle', kwNames);
  if (count !== 1) return typeError(`cycle expected 1 argument, got ${count}`);
  const iterator = iterate(H[args]);
  const object = newItertool(type);
  H[(object >> 2) + I.A] = iterator;
  H[(object >> 2) + I.B] = newList(0);
  return object;
}

function cycleNext(object: Address): Value {
  const q = object >> 2;
  if (H[q + I.A] !== 0) {
    const item = nextOf(object, I.A);
    if (item !== 0) {
      listAppend(H[q + I.B], item);
      return item;
    }
    putWord(object, I.A, 0);
  }
  lock(object);
  const saved = H[q + I.B];
  const size = listSize(saved);
  const at = H[q + I.I];
  H[q + I.I] = at + 1 >= size ? 0 : at + 1;
  unlock(object);
  return size === 0 ? 0 : listGet(saved, at);
}

/** accumulate: A the iterator, B the function or 0, C the total so far, D the initial value or 0. */
function createAccumulate(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const [iterable, func, initial] = namedArguments(
    'accumulate',
    ['iterable', 'func', '*initial'],
    1,
    args,
    count,
    kwNames,
  );
  const iterator = iterate(iterable as Value);
  const object = newItertool(type);
  const q = object >> 2;
  H[q + I.A] = iterator;
  if (func !== 0 && func !== S.NONE) H[q + I.B] = own(func as Value);
  if (initial !== 0 && initial !== S.NONE) H[q + I.D] = own(initial as Value);
  return object;
}

function accumulateNext(object: Address): Value {
  const q = object >> 2;
  lock(object);
  const initial = H[q + I.D];
  H[q + I.D] = 0;
  unlock(object);
  if (initial !== 0) {
    putWord(object, I.C, own(initial));
    return initial;
  }
  const item = nextOf(object, I.A);
  if (item === 0) return 0;
  const total = takeWord(object, I.C);
  if (total === 0) {
    putWord(object, I.C, own(item));
    return item;
  }
  const func = H[q + I.B];
  try {
    const next = func === 0 ? binary(BinaryOperator.ADD, total, item) : call2(func, total, item);
    putWord(object, I.C, own(next));
    return next;
  } finally {
    decref(total);
    decref(item);
  }
}

/** starmap: A the iterator, B the function. */
function createStarmap(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  noNames('starmap', kwNames);
  if (count !== 2) return typeError(`starmap expected 2 arguments, got ${count}`);
  const iterator = iterate(H[args + 1]);
  const object = newItertool(type);
  H[(object >> 2) + I.A] = iterator;
  H[(object >> 2) + I.B] = own(H[args]);
  return object;
}

function starmapNext(object: Address): Value {
  const given = nextOf(object, I.A);
  if (given === 0) return 0;
  let values: Value[] = [];
  try {
    values = collect(given);
    return callWith(H[(object >> 2) + I.B], values);
  } finally {
    for (const value of values) decref(value);
    decref(given);
  }
}

export const ITERTOOLS: Readonly<Record<string, Address>> = {
  chain: defineItertool('chain', createChain, chainNext, {
    methods: [
      asClassMethod(oneArg('from_iterable', (args) => newChain(H[args], H[args + 1]))),
      asClassMethod(oneArg('__class_getitem__', (args) => newGenericAlias(H[args], H[args + 1]))),
    ],
  }),
  islice: defineItertool('islice', createSlice, sliceNext),
  repeat: defineItertool('repeat', createRepeat, repeatNext, {
    methods: [noArgs('__length_hint__', repeatLength)],
    repr: repeatRepr,
  }),
  cycle: defineItertool('cycle', createCycle, cycleNext),
  accumulate: defineItertool('accumulate', createAccumulate, accumulateNext),
  starmap: defineItertool('starmap', createStarmap, starmapNext),
};
