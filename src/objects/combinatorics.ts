// product, permutations and combinations of the module itertools. Each holds its pools (A), the places of
// the present result in them (B: a tuple of small ints that nobody else sees and that is changed in place),
// and makes a fresh tuple of items from them; a step runs no Python code and so happens under the object's
// lock. I: 0 before the first result, 1 after it, 2 at the end. The orders are lexicographic in places, by
// the algorithms in the documentation of itertools.

import { lock, unlock } from '../executors/policy.ts';
import { S } from '../heap/builtinTypes.ts';
import {
  type Address,
  ItertoolLayout as I,
  TupleLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { namedCount } from './constructors.ts';
import { tag } from './int.ts';
import { defineItertool, namedArguments, newItertool } from './itertoolType.ts';
import { collect, indexOf, isInt, typeName } from './protocol.ts';
import { typeError, valueError } from './raise.ts';
import { own, toJs } from './str.ts';
import { newTuple, tupleItem, tupleLength, tupleOf } from './tuple.ts';

const enum Phase {
  FIRST = 0,
  LATER = 1,
  END = 2,
}

const wordsOf = (object: Address, word: number): WordIndex =>
  (H[(object >> 2) + word] >> 2) + TupleLayout.ITEMS;

/** A tuple of places, all the same or counting up. */
function places(count: number, first: number, step: 0 | 1 | -1): Address {
  const values: Value[] = [];
  for (let i = 0; i < count; i++) values.push(tag(first + i * step));
  return tupleOf(values);
}

function newCombiner(
  type: Address,
  pools: Address,
  indices: Address,
  count: number,
  phase: Phase,
): Address {
  const object = newItertool(type);
  const q = object >> 2;
  H[q + I.A] = pools;
  H[q + I.B] = indices;
  H[q + I.I] = phase;
  H[q + I.J] = count;
  return object;
}

/** The next result of a combiner: `step` moves the places on and says whether there is one. */
function nextResult(object: Address, step: (object: Address) => boolean): Value {
  const q = object >> 2;
  lock(object);
  try {
    if (H[q + I.I] === Phase.END) return 0;
    if (H[q + I.I] === Phase.LATER && !step(object)) {
      H[q + I.I] = Phase.END;
      return 0;
    }
    H[q + I.I] = Phase.LATER;
    return H[q + I.K] === 1 ? fromPools(object) : fromPool(object);
  } finally {
    unlock(object);
  }
}

/** Items of one pool at the first J places. */
function fromPool(object: Address): Value {
  const count = H[(object >> 2) + I.J];
  const result = newTuple(count);
  const to = (result >> 2) + TupleLayout.ITEMS;
  const pool = wordsOf(object, I.A);
  const at = wordsOf(object, I.B);
  for (let i = 0; i < count; i++) H[to + i] = own(H[pool + (H[at + i] >> 1)]);
  return result;
}

/** One item of each pool. */
function fromPools(object: Address): Value {
  const count = H[(object >> 2) + I.J];
  const result = newTuple(count);
  const to = (result >> 2) + TupleLayout.ITEMS;
  const pools = H[(object >> 2) + I.A];
  const at = wordsOf(object, I.B);
  for (let i = 0; i < count; i++) H[to + i] = own(tupleItem(tupleItem(pools, i), H[at + i] >> 1));
  return result;
}

/** `product(*iterables, repeat=1)`. */
function createProduct(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const named = namedCount(kwNames);
  let repeat = 1;
  for (let i = 0; i < named; i++) {
    const name = toJs(H[(kwNames >> 2) + TupleLayout.ITEMS + i]);
    if (name !== 'repeat')
      return typeError(`'${name}' is an invalid keyword argument for product()`);
    repeat = indexOf(H[args + count - named + i]);
  }
  if (repeat < 0) return valueError('repeat argument cannot be negative');
  const pools: Value[] = [];
  for (let i = 0; i < count - named; i++) pools.push(tupleOf(collect(H[args + i])));
  const once = pools.length;
  for (let k = 1; k < repeat; k++)
    for (let i = 0; i < once; i++) pools.push(own(pools[i] as Value));
  const used = repeat === 0 ? [] : pools;
  const isEmpty = used.some((pool) => tupleLength(pool) === 0);
  const phase = isEmpty ? Phase.END : Phase.FIRST;
  const size = used.length;
  const object = newCombiner(type, tupleOf(pools), places(size, 0, 0), size, phase);
  H[(object >> 2) + I.K] = 1;
  return object;
}

function stepProduct(object: Address): boolean {
  const pools = H[(object >> 2) + I.A];
  const at = wordsOf(object, I.B);
  for (let i = H[(object >> 2) + I.J] - 1; i >= 0; i--) {
    const place = (H[at + i] >> 1) + 1;
    if (place < tupleLength(tupleItem(pools, i))) {
      H[at + i] = tag(place);
      return true;
    }
    H[at + i] = tag(0);
  }
  return false;
}

function lengthOf(value: Value): number {
  const r = indexOf(value);
  return r < 0 ? valueError('r must be non-negative') : r;
}

/** `permutations(iterable, r=None)`: B all places in their present order, C the cycles. */
function createPermutations(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const [iterable, length] = namedArguments(
    'permutations',
    ['iterable', 'r'],
    1,
    args,
    count,
    kwNames,
  );
  const pool = tupleOf(collect(iterable as Value));
  const size = tupleLength(pool);
  let r = size;
  if (length !== 0 && length !== S.NONE) {
    if (!isInt(length as Value)) return typeError('Expected int as r');
    r = lengthOf(length as Value);
  }
  const phase = r > size ? Phase.END : Phase.FIRST;
  const object = newCombiner(type, pool, places(size, 0, 1), r, phase);
  if (phase === Phase.FIRST) H[(object >> 2) + I.C] = places(r, size, -1);
  return object;
}

function stepPermutations(object: Address): boolean {
  const size = tupleLength(H[(object >> 2) + I.A]);
  const at = wordsOf(object, I.B);
  const cycles = wordsOf(object, I.C);
  for (let i = H[(object >> 2) + I.J] - 1; i >= 0; i--) {
    const left = (H[cycles + i] >> 1) - 1;
    const place = H[at + i];
    if (left > 0) {
      H[cycles + i] = tag(left);
      H[at + i] = H[at + size - left];
      H[at + size - left] = place;
      return true;
    }
    for (let k = i; k < size - 1; k++) H[at + k] = H[at + k + 1];
    H[at + size - 1] = place;
    H[cycles + i] = tag(size - i);
  }
  return false;
}

/** `combinations(iterable, r)`, and with replacement. */
function creatingCombinations(name: string, replaces: boolean) {
  return (type: Address, args: WordIndex, count: number, kwNames: Value): Value => {
    const [iterable, length] = namedArguments(name, ['iterable', 'r'], 2, args, count, kwNames);
    const pool = tupleOf(collect(iterable as Value));
    if (!isInt(length as Value)) {
      return typeError(`'${typeName(length as Value)}' object cannot be interpreted as an integer`);
    }
    const r = lengthOf(length as Value);
    const size = tupleLength(pool);
    const isOver = replaces ? size === 0 && r > 0 : r > size;
    const indices = places(isOver ? 0 : r, 0, replaces ? 0 : 1);
    return newCombiner(type, pool, indices, r, isOver ? Phase.END : Phase.FIRST);
  };
}

function stepCombinations(object: Address): boolean {
  const size = tupleLength(H[(object >> 2) + I.A]);
  const count = H[(object >> 2) + I.J];
  const at = wordsOf(object, I.B);
  let i = count - 1;
  while (i >= 0 && H[at + i] >> 1 === i + size - count) i--;
  if (i < 0) return false;
  const place = (H[at + i] >> 1) + 1;
  for (let k = i; k < count; k++) H[at + k] = tag(place + k - i);
  return true;
}

function stepReplacing(object: Address): boolean {
  const size = tupleLength(H[(object >> 2) + I.A]);
  const count = H[(object >> 2) + I.J];
  const at = wordsOf(object, I.B);
  let i = count - 1;
  while (i >= 0 && H[at + i] >> 1 === size - 1) i--;
  if (i < 0) return false;
  const place = (H[at + i] >> 1) + 1;
  for (let k = i; k < count; k++) H[at + k] = tag(place);
  return true;
}

const AGAIN = 'combinations_with_replacement';

export const COMBINATORICS: Readonly<Record<string, Address>> = {
  product: defineItertool('product', createProduct, (o) => nextResult(o, stepProduct)),
  permutations: defineItertool('permutations', createPermutations, (o) =>
    nextResult(o, stepPermutations),
  ),
  combinations: defineItertool('combinations', creatingCombinations('combinations', false), (o) =>
    nextResult(o, stepCombinations),
  ),
  [AGAIN]: defineItertool(AGAIN, creatingCombinations(AGAIN, true), (o) =>
    nextResult(o, stepReplacing),
  ),
};
