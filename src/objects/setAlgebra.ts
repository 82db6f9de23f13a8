// Union, intersection, difference and comparison of sets. Which side is walked decides the order in
// which the result's elements were added, and so the order in which they come out: the choices are
// those of CPython 3.11. Other sets are taken as they are at one moment; of each element the
// hash is at hand and is not asked for again.

import { CompareOperator } from '../bytecode/opcodes.ts';
import { decref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, TypeFlag, type Value } from '../heap/layout.ts';
import { boolOf } from './bool.ts';
import { dictContains, dictSize } from './dict.ts';
import { hasFlag, iterate, nextItem } from './protocol.ts';
import {
  forEachElement,
  isAnySet,
  newSet,
  setAddHashed,
  setClear,
  setContains,
  setContainsHashed,
  setDiscard,
  setDiscardHashed,
  setHash,
  setSize,
  setTakeOver,
  setTidy,
  setUpdateFrom,
} from './set.ts';
import { typeOf } from './slots.ts';

/** set or frozenset, whichever the value is or descends from: the type of results. */
export const baseTypeOf = (set: Value): T.SET | T.FROZENSET =>
  hasFlag(set, TypeFlag.FROZENSET) ? T.FROZENSET : T.SET;

/** A new exact set or frozenset filled by `fill`. */
export function buildSet(type: T.SET | T.FROZENSET, fill: (set: Address) => void): Address {
  const set = newSet(type);
  try {
    fill(set);
    return set;
  } catch (error) {
    decref(set);
    throw error;
  }
}

/** A new exact set or frozenset of the items of any iterable. */
export const setOf = (type: T.SET | T.FROZENSET, items: Value): Address =>
  buildSet(type, (set) => setUpdateFrom(set, items));

export const copySet = (set: Address): Address => setOf(baseTypeOf(set), set);

/** Walks any iterable; stops when `visit` answers false, and says whether it came to the end. */
function everyItem(iterable: Value, visit: (item: Value) => boolean): boolean {
  const iterator = iterate(iterable);
  try {
    for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator)) {
      try {
        if (!visit(item)) return false;
      } finally {
        decref(item);
      }
    }
    return true;
  } finally {
    decref(iterator);
  }
}

/** `set -= iterable`. */
export function differenceUpdate(set: Address, other: Value): void {
  if (set === other) {
    setClear(set);
    return;
  }
  if (isAnySet(other)) forEachElement(other, (key, hash) => setDiscardHashed(set, key, hash));
  else {
    everyItem(other, (item) => {
      setDiscard(set, item);
      return true;
    });
  }
  setTidy(set);
}

/** `set - iterable`: a new set. */
export function difference(set: Address, other: Value): Address {
  const others = isAnySet(other) ? setSize(other) : typeOf(other) === T.DICT ? dictSize(other) : -1;
  if (others < 0 || setSize(set) >> 2 > others) {
    const result = copySet(set);
    try {
      differenceUpdate(result, other);
      return result;
    } catch (error) {
      decref(result);
      throw error;
    }
  }
  const inOther = isAnySet(other)
    ? (key: Value, hash: number) => setContainsHashed(other, key, hash)
    : (key: Value) => dictContains(other, key);
  return buildSet(baseTypeOf(set), (result) =>
    forEachElement(set, (key, hash) => {
      if (!inOther(key, hash)) setAddHashed(result, key, hash);
    }),
  );
}

/** `set & iterable`: a new set. */
export function intersection(set: Address, other: Value): Address {
  if (set === other) return copySet(set);
  return buildSet(baseTypeOf(set), (result) => {
    if (isAnySet(other)) {
      const [walked, asked] = setSize(other) > setSize(set) ? [set, other] : [other, set];
      forEachElement(walked, (key, hash) => {
        if (setContainsHashed(asked, key, hash)) setAddHashed(result, key, hash);
      });
      return;
    }
    everyItem(other, (item) => {
      const hash = setHash(item);
      if (setContainsHashed(set, item, hash)) setAddHashed(result, item, hash);
      return true;
    });
  });
}

/** `set &= iterable`. */
export function intersectionUpdate(set: Address, other: Value): void {
  const result = intersection(set, other);
  setTakeOver(set, result);
  decref(result);
}

/** `set ^= iterable`: an element that comes several times counts once. */
export function symmetricDifferenceUpdate(set: Address, other: Value): void {
  if (set === other) {
    setClear(set);
    return;
  }
  const others = isAnySet(other) ? 0 : setOf(T.SET, other);
  try {
    forEachElement(others === 0 ? other : others, (key, hash) => {
      if (!setDiscardHashed(set, key, hash)) setAddHashed(set, key, hash);
    });
  } finally {
    if (others !== 0) decref(others);
  }
}

/** `set ^ iterable`: a new set. */
export const symmetricDifference = (set: Address, other: Value): Address =>
  buildSet(baseTypeOf(set), (result) => {
    setUpdateFrom(result, other);
    symmetricDifferenceUpdate(result, set);
  });

/** `set | iterable`: a new set. */
export const union = (set: Address, other: Value): Address =>
  buildSet(baseTypeOf(set), (result) => {
    setUpdateFrom(result, set);
    if (other !== set) setUpdateFrom(result, other);
  });

/** `set <= other` for any iterable. */
export function isSubset(set: Address, other: Value): boolean {
  if (!isAnySet(other)) {
    const others = setOf(T.SET, other);
    try {
      return isSubset(set, others);
    } finally {
      decref(others);
    }
  }
  if (setSize(set) > setSize(other)) return false;
  return everyElement(set, (key, hash) => setContainsHashed(other, key, hash));
}

/** `set >= other` for any iterable. */
export const isSuperset = (set: Address, other: Value): boolean =>
  isAnySet(other) ? isSubset(other, set) : everyItem(other, (item) => setContains(set, item));

/** No common element with any iterable. */
export function isDisjoint(set: Address, other: Value): boolean {
  if (set === other) return setSize(set) === 0;
  if (!isAnySet(other)) return everyItem(other, (item) => !setContains(set, item));
  const [walked, asked] = setSize(other) > setSize(set) ? [set, other] : [other, set];
  return everyElement(walked, (key, hash) => !setContainsHashed(asked, key, hash));
}

function everyElement(set: Address, test: (key: Value, hash: number) => boolean): boolean {
  let all = true;
  forEachElement(set, (key, hash) => {
    if (all) all = test(key, hash);
  });
  return all;
}

const setEquals = (left: Address, right: Address): boolean =>
  setSize(left) === setSize(right) && isSubset(left, right);

/** Comparison means inclusion; with anything but a set it is not implemented. */
export function compareSets(left: Value, right: Value, operator: CompareOperator): Value {
  if (!isAnySet(left) || !isAnySet(right)) return S.NOT_IMPLEMENTED;
  switch (operator) {
    case CompareOperator.EQ:
      return boolOf(setEquals(left, right));
    case CompareOperator.NE:
      return boolOf(!setEquals(left, right));
    case CompareOperator.LT:
      return boolOf(setSize(left) < setSize(right) && isSubset(left, right));
    case CompareOperator.LE:
      return boolOf(isSubset(left, right));
    case CompareOperator.GT:
      return boolOf(setSize(left) > setSize(right) && isSubset(right, left));
    case CompareOperator.GE:
      return boolOf(isSubset(right, left));
  }
}
