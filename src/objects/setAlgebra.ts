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
import {
  dropElements,
  ELEMENT_STEP,
  elementHash,
  elementKey,
  elementsStart,
  pushElements,
} from './setSnapshot.ts';
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
  if (isAnySet(other)) discardAll(set, other);
  else {
    everyItem(other, (item) => {
      setDiscard(set, item);
      return true;
    });
  }
  setTidy(set);
}

function discardAll(set: Address, other: Address): void {
  const from = elementsStart();
  const to = pushElements(other);
  try {
    for (let at = from; at < to; at += ELEMENT_STEP)
      setDiscardHashed(set, elementKey(at), elementHash(at));
  } finally {
    dropElements(from, to);
  }
}

/** Adds the elements of `walked` to `result` that `asked`, a set or a dict, has (or has not). */
function addThose(result: Address, walked: Address, asked: Value, present: boolean): void {
  const from = elementsStart();
  const to = pushElements(walked);
  const inSet = isAnySet(asked);
  try {
    for (let at = from; at < to; at += ELEMENT_STEP) {
      const key = elementKey(at);
      const hash = elementHash(at);
      const found = inSet ? setContainsHashed(asked, key, hash) : dictContains(asked, key);
      if (found === present) setAddHashed(result, key, hash);
    }
  } finally {
    dropElements(from, to);
  }
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
  return buildSet(baseTypeOf(set), (result) => addThose(result, set, other, false));
}

/** `set & iterable`: a new set. */
export function intersection(set: Address, other: Value): Address {
  if (set === other) return copySet(set);
  return buildSet(baseTypeOf(set), (result) => {
    if (isAnySet(other)) {
      if (setSize(other) > setSize(set)) addThose(result, set, other, true);
      else addThose(result, other, set, true);
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
  const from = elementsStart();
  const to = pushElements(others === 0 ? other : others);
  try {
    for (let at = from; at < to; at += ELEMENT_STEP) {
      const key = elementKey(at);
      const hash = elementHash(at);
      if (!setDiscardHashed(set, key, hash)) setAddHashed(set, key, hash);
    }
  } finally {
    dropElements(from, to);
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
  return allAre(set, other, true);
}

/** `set >= other` for any iterable. */
export const isSuperset = (set: Address, other: Value): boolean =>
  isAnySet(other) ? isSubset(other, set) : everyItem(other, (item) => setContains(set, item));

/** No common element with any iterable. */
export function isDisjoint(set: Address, other: Value): boolean {
  if (set === other) return setSize(set) === 0;
  if (!isAnySet(other)) return everyItem(other, (item) => !setContains(set, item));
  return setSize(other) > setSize(set) ? allAre(set, other, false) : allAre(other, set, false);
}

/** Whether all elements of one set are present in (or absent from) another. */
function allAre(walked: Address, asked: Address, present: boolean): boolean {
  const from = elementsStart();
  const to = pushElements(walked);
  try {
    let at = from;
    while (at < to && setContainsHashed(asked, elementKey(at), elementHash(at)) === present)
      at += ELEMENT_STEP;
    return at >= to;
  } finally {
    dropElements(from, to);
  }
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
