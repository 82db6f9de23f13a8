// The types set and frozenset: what programs can do with them. The table is in set.ts, the operations
// on whole sets in setAlgebra.ts.

import { BinaryOperator } from '../bytecode/opcodes.ts';
import { decref, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  SetLayout,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { boolOf } from './bool.ts';
import { defineType } from './define.ts';
import { newGenericAlias } from './genericAlias.ts';
import { freeInstance } from './instanceSize.ts';
import { asClassMethod, noArgs, oneArg, positional } from './natives.ts';
import { newClearedObject } from './object.ts';
import { nameOfType, reprJs } from './protocol.ts';
import { pendWith, typeError } from './raise.ts';
import { reprEnter, reprLeave } from './reprGuard.ts';
import {
  clearSet,
  isAnySet,
  setAdd,
  setClear,
  setContains,
  setDiscard,
  setHashAt,
  setItems,
  setKeyAt,
  setNext,
  setPop,
  setSize,
  setTakeOver,
  setUpdateFrom,
} from './set.ts';
import {
  compareSets,
  copySet,
  difference,
  differenceUpdate,
  intersection,
  intersectionUpdate,
  isDisjoint,
  isSubset,
  isSuperset,
  setOf,
  symmetricDifference,
  symmetricDifferenceUpdate,
  union,
} from './setAlgebra.ts';
import { newSetIterator } from './setIterator.ts';
import { typeOf } from './slots.ts';
import { newStr, own } from './str.ts';

function reprSet(set: Address): Value {
  const type = typeOf(set);
  const name = nameOfType(type);
  if (setSize(set) === 0) return newStr(`${name}()`);
  if (!reprEnter(set)) return newStr(`${name}(...)`);
  const items = setItems(set);
  try {
    const inner = `{${items.map(reprJs).join(', ')}}`;
    return newStr(type === T.SET ? inner : `${name}(${inner})`);
  } finally {
    reprLeave(set);
    for (const item of items) decref(item);
  }
}

/** A set may be looked for in a set of frozensets: then it stands for the frozenset of its elements. */
function asKey<R>(value: Value, use: (key: Value) => R): R {
  if (typeOf(value) !== T.SET) return use(value);
  const frozen = setOf(T.FROZENSET, value);
  try {
    return use(frozen);
  } finally {
    decref(frozen);
  }
}

const has = (set: Address, value: Value): boolean => asKey(value, (key) => setContains(set, key));
const discard = (set: Address, value: Value): boolean =>
  asKey(value, (key) => setDiscard(set, key));

/** Operators take sets only, on both sides; methods take any iterable. */
function setBinary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (!isAnySet(left) || !isAnySet(right)) return S.NOT_IMPLEMENTED;
  switch (operator) {
    case BinaryOperator.OR:
      return union(left, right);
    case BinaryOperator.AND:
      return intersection(left, right);
    case BinaryOperator.SUBTRACT:
      return difference(left, right);
    case BinaryOperator.XOR:
      return symmetricDifference(left, right);
    default:
      return S.NOT_IMPLEMENTED;
  }
}

function setInplace(operator: BinaryOperator, left: Value, right: Value): Value {
  if (!isAnySet(right)) return S.NOT_IMPLEMENTED;
  switch (operator) {
    case BinaryOperator.OR:
      setUpdateFrom(left, right);
      break;
    case BinaryOperator.AND:
      intersectionUpdate(left, right);
      break;
    case BinaryOperator.SUBTRACT:
      differenceUpdate(left, right);
      break;
    case BinaryOperator.XOR:
      symmetricDifferenceUpdate(left, right);
      break;
    default:
      return S.NOT_IMPLEMENTED;
  }
  incref(left);
  return left;
}

/** Independent of order: element hashes are scattered, then combined by xor. Never 0, never -1. */
function hashFrozen(set: Address): number {
  const word = (set >> 2) + SetLayout.HASH;
  if (H[word] !== 0) return H[word];
  let hash = Math.imul(setSize(set) + 1, 0x6c078965);
  for (let p = setNext(set, 0); p !== 0; p = setNext(set, p)) {
    const h = setHashAt(set, p);
    hash ^= Math.imul(h ^ (h >>> 16) ^ 0x55b4db3d, 0x2545f491);
  }
  hash ^= (hash >>> 11) ^ (hash >>> 25);
  hash = (Math.imul(hash, 0x10dcd) + 0x3613d15d) | 0;
  if (hash === 0 || hash === -1) hash = 0x23c3492b;
  H[word] = hash;
  return hash;
}

/** Folds `step` over the arguments of a method; the first set is a copy of self. */
function fold(
  args: WordIndex,
  count: number,
  first: (set: Address, other: Value) => Address,
  then: (set: Address, other: Value) => void,
): Address {
  if (count === 0) return copySet(H[args]);
  const result = first(H[args], H[args + 1]);
  try {
    for (let i = 2; i <= count; i++) then(result, H[args + i]);
    return result;
  } catch (error) {
    decref(result);
    throw error;
  }
}

function update(
  name: string,
  change: (set: Address, other: Value) => void,
): ReturnType<typeof positional> {
  return positional(name, 0, Infinity, (args, count) => {
    for (let i = 1; i <= count; i++) change(H[args], H[args + i]);
    return S.NONE;
  });
}

/** Methods of both types. */
const COMMON = [
  positional('union', 0, Infinity, (args, count) =>
    fold(args, count, union, (set, other) => setUpdateFrom(set, other)),
  ),
  positional('intersection', 0, Infinity, (args, count) =>
    fold(args, count, intersection, intersectionUpdate),
  ),
  positional('difference', 0, Infinity, (args, count) =>
    fold(args, count, difference, differenceUpdate),
  ),
  oneArg('symmetric_difference', (args) => symmetricDifference(H[args], H[args + 1])),
  oneArg('isdisjoint', (args) => boolOf(isDisjoint(H[args], H[args + 1]))),
  oneArg('issubset', (args) => boolOf(isSubset(H[args], H[args + 1]))),
  oneArg('issuperset', (args) => boolOf(isSuperset(H[args], H[args + 1]))),
  asClassMethod(oneArg('__class_getitem__', (args) => newGenericAlias(H[args], H[args + 1]))),
];

const SET_ONLY = [
  oneArg('add', (args) => {
    setAdd(H[args], H[args + 1]);
    return S.NONE;
  }),
  oneArg('discard', (args) => {
    discard(H[args], H[args + 1]);
    return S.NONE;
  }),
  oneArg('remove', (args) => {
    return discard(H[args], H[args + 1]) ? S.NONE : pendWith('KeyError', own(H[args + 1]));
  }),
  noArgs('pop', (args) => {
    const item = setPop(H[args]);
    return item !== 0 ? item : pendWith('KeyError', newStr('pop from an empty set'));
  }),
  noArgs('clear', (args) => {
    setClear(H[args]);
    return S.NONE;
  }),
  noArgs('copy', (args) => copySet(H[args])),
  update('update', setUpdateFrom),
  positional('intersection_update', 0, Infinity, (args, count) => {
    const result = fold(args, count, intersection, intersectionUpdate);
    setTakeOver(H[args], result);
    decref(result);
    return S.NONE;
  }),
  update('difference_update', differenceUpdate),
  oneArg('symmetric_difference_update', (args) => {
    symmetricDifferenceUpdate(H[args], H[args + 1]);
    return S.NONE;
  }),
];

const SLOTS_OF_BOTH = {
  dealloc(set: Address) {
    clearSet(set);
    freeInstance(set);
  },
  clear: clearSet,
  children(set: Address, visit: (value: Value) => void) {
    for (let p = setNext(set, 0); p !== 0; p = setNext(set, p)) visit(setKeyAt(set, p));
  },
  repr: reprSet,
  length: setSize,
  compare: compareSets,
  binary: setBinary,
  contains: has,
  iterate: newSetIterator,
  snapshot: setItems,
};

const newInstance = (type: Address): Address =>
  newClearedObject(type, H[(type >> 2) + TypeLayout.INSTANCE_WORDS]);

function checkCount(name: string, count: number): void {
  if (count > 1) typeError(`${name} expected at most 1 argument, got ${count}`);
}

defineType(T.SET, {
  name: 'set',
  flags: TypeFlag.BASE_OK | TypeFlag.SET,
  words: SetLayout.WORDS,
  slots: {
    ...SLOTS_OF_BOTH,
    hash: undefined,
    inplace: setInplace,
    create: newInstance,
    initialize(set, args, count, kwNames) {
      if (kwNames !== 0) typeError('set() takes no keyword arguments');
      checkCount('set', count);
      setClear(set);
      if (count === 1) setUpdateFrom(set, H[args]);
    },
  },
  methods: [...COMMON, ...SET_ONLY],
});

function createFrozen(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  if (type === T.FROZENSET) {
    if (kwNames !== 0) return typeError('frozenset() takes no keyword arguments');
    checkCount('frozenset', count);
    if (count === 1 && typeOf(H[args]) === T.FROZENSET) return own(H[args]);
  }
  const set = newInstance(type);
  try {
    if (count > 0) setUpdateFrom(set, H[args]);
    return set;
  } catch (error) {
    decref(set);
    throw error;
  }
}

defineType(T.FROZENSET, {
  name: 'frozenset',
  flags: TypeFlag.BASE_OK | TypeFlag.FROZENSET,
  words: SetLayout.WORDS,
  slots: { ...SLOTS_OF_BOTH, hash: hashFrozen, create: createFrozen },
  methods: [
    ...COMMON,
    noArgs('copy', (args) => (typeOf(H[args]) === T.FROZENSET ? own(H[args]) : copySet(H[args]))),
  ],
});
