// @hot Sets and frozensets: an open-addressing table of (hash, key) pairs. Which slot a key gets decides
// the order of iteration, which programs see, so the published scheme of CPython 3.11 is followed to the
// letter (R. Hettinger, Objects/setobject.c): ten neighbouring slots, then a jump that mixes in higher
// bits of the hash; growth when three fifths are filled, to four times the used slots.
//
//   set: used | table (0: none yet, as if of 8 empty slots) | fill (used + dummies) | hash | finger | generation
//
// S1: fill * 5 < mask * 3 after every insertion, so a search always meets an empty slot.
// S2: GENERATION changes whenever a search that was interrupted in its middle could miss a key: with a
//     new table, and when a dummy's slot is used again.
//
// All access is under the set's lock. Functions named `...Locked` are called with it; they hold it when
// they return, but NOT when they raise. A 32-bit hash stands for CPython's 64-bit one by its sign.

import {
  allocateRaw,
  decref,
  freeRaw,
  incref,
  lock,
  lockPair,
  unlock,
  unlockPair,
} from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import { damage } from '../heap/damage.ts';
import {
  type Address,
  SetEntry,
  SetLayout,
  SetTable,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { dictEntries, isPlainDict } from './dict.ts';
import { newObject } from './object.ts';
import { Plain, plainEquality } from './plainEquality.ts';
import { equals, hash as hashOf, iterate, nextItem } from './protocol.ts';
import {
  dropElements,
  ELEMENT_STEP,
  elementHash,
  elementKey,
  elementsStart,
  pushElements,
} from './setSnapshot.ts';
import { flagsOf, typeOf } from './slots.ts';
import { tupleHash } from './tuple.ts';

/** The key in place of a removed one. */
export const DUMMY = 2;
const DUMMY_HASH = -1;
const MASK_MIN = 7;
const LINEAR_PROBES = 9;
/** Above this many words the engine's own fill beats a loop. */
const LOOP_WORDS_MAX = 48;

/** The full cycle of jumps begins when `perturb` has become 0, after at most thirteen. */
const JUMPS_SPARE = 14;

/** A search that meets no empty slot: two threads changed the table at once. */
function brokenTable(t: WordIndex): never {
  return damage('corrupted object', t << 2, 'the table of a set contradicts itself');
}

const tableBytes = (mask: number): number => (SetTable.ENTRIES + (mask + 1) * SetEntry.WORDS) << 2;

/** An empty exact set or frozenset. */
export function newSet(type: T.SET | T.FROZENSET): Address {
  const set = newObject(type, SetLayout.WORDS);
  initSet(set);
  return set;
}

/** Makes the fields of a fresh instance (of a subtype, too) those of an empty set. */
export function initSet(set: Address): void {
  const q = set >> 2;
  H[q + SetLayout.USED] = 0;
  H[q + SetLayout.TABLE] = 0;
  H[q + SetLayout.FILL] = 0;
  H[q + SetLayout.HASH] = 0;
  H[q + SetLayout.FINGER] = 0;
  H[q + SetLayout.GENERATION] = 0;
}

export const setSize = (set: Address): number => H[(set >> 2) + SetLayout.USED];
export const isAnySet = (value: Value): boolean =>
  (value & 1) === 0 && (flagsOf(typeOf(value)) & (TypeFlag.SET | TypeFlag.FROZENSET)) !== 0;

/** The hash by which a set places a value; -1 marks dummies, and CPython's hashes avoid it, too. */
export function setHash(value: Value): number {
  const hash =
    (value & 1) !== 0 ? value >> 1 : typeOf(value) === T.TUPLE ? tupleHash(value) : hashOf(value);
  return hash === DUMMY_HASH ? -2 : hash;
}

/** Adds a value: true if it was not there. Raises TypeError if unhashable. */
export function setAdd(set: Address, value: Value): boolean {
  return setAddHashed(set, value, setHash(value));
}

export function setAddHashed(set: Address, value: Value, hash: number): boolean {
  lock(set);
  const added = addLocked(set, value, hash);
  unlock(set);
  return added;
}

export const setContains = (set: Address, value: Value): boolean =>
  setContainsHashed(set, value, setHash(value));

export function setContainsHashed(set: Address, value: Value, hash: number): boolean {
  lock(set);
  const entry = findLocked(set, value, hash);
  const found = entry !== 0 && H[entry + SetEntry.KEY] !== 0;
  unlock(set);
  return found;
}

/** Removes a value: false if it was not there. */
export const setDiscard = (set: Address, value: Value): boolean =>
  setDiscardHashed(set, value, setHash(value));

export function setDiscardHashed(set: Address, value: Value, hash: number): boolean {
  lock(set);
  const entry = findLocked(set, value, hash);
  const key: Value = entry === 0 ? 0 : H[entry + SetEntry.KEY];
  if (key !== 0) removeLocked(set, entry);
  unlock(set);
  if (key === 0) return false;
  decref(key);
  return true;
}

/** Takes any element out (owned), in the order CPython does; 0 if the set is empty. */
export function setPop(set: Address): Value {
  lock(set);
  const q = set >> 2;
  if (H[q + SetLayout.USED] === 0) {
    unlock(set);
    return 0;
  }
  const t = H[q + SetLayout.TABLE] >> 2;
  const mask = H[t + SetTable.MASK];
  let i = H[q + SetLayout.FINGER] & mask;
  for (let seen = 0; isFree(keyAt(t, i)); seen++) {
    if (seen > mask) brokenTable(t);
    i = (i + 1) & mask;
  }
  const key = keyAt(t, i);
  removeLocked(set, t + SetTable.ENTRIES + i * SetEntry.WORDS);
  H[q + SetLayout.FINGER] = i + 1;
  unlock(set);
  return key;
}

/** Removes everything. */
export function setClear(set: Address): void {
  lock(set);
  const table = detach(set);
  unlock(set);
  releaseTable(table);
}

/** Releases what a set holds that nobody else can reach any more: the slot `clear`. */
export const clearSet = (set: Address): void => releaseTable(detach(set));

function detach(set: Address): Address {
  const q = set >> 2;
  const table: Address = H[q + SetLayout.TABLE];
  H[q + SetLayout.TABLE] = 0;
  H[q + SetLayout.USED] = 0;
  H[q + SetLayout.FILL] = 0;
  H[q + SetLayout.GENERATION] += 1;
  return table;
}

function releaseTable(table: Address): void {
  if (table === 0) return;
  const t = table >> 2;
  const mask = H[t + SetTable.MASK];
  for (let i = 0; i <= mask; i++) {
    const key = keyAt(t, i);
    if (!isFree(key)) decref(key);
  }
  freeRaw(table, tableBytes(mask));
}

const keyAt = (t: WordIndex, i: number): Value =>
  H[t + SetTable.ENTRIES + i * SetEntry.WORDS + SetEntry.KEY];
const isFree = (key: Value): boolean => key === 0 || key === DUMMY;

/** The next position (from 1) that holds an element, or 0. Needs the lock, or a set nobody else knows. */
export function setNext(set: Address, position: number): number {
  const t = H[(set >> 2) + SetLayout.TABLE] >> 2;
  if (t === 0) return 0;
  const mask = H[t + SetTable.MASK];
  for (let i = position; i <= mask; i++) if (!isFree(keyAt(t, i))) return i + 1;
  return 0;
}
/** Borrowed. */
export const setKeyAt = (set: Address, position: number): Value =>
  keyAt(H[(set >> 2) + SetLayout.TABLE] >> 2, position - 1);
export const setHashAt = (set: Address, position: number): number =>
  H[
    (H[(set >> 2) + SetLayout.TABLE] >> 2) +
      SetTable.ENTRIES +
      (position - 1) * SetEntry.WORDS +
      SetEntry.HASH
  ];

/** All elements at one moment, each owned, with their hashes. */
export function setEntries(set: Address): { keys: Value[]; hashes: number[] } {
  const keys: Value[] = [];
  const hashes: number[] = [];
  lock(set);
  for (let p = setNext(set, 0); p !== 0; p = setNext(set, p)) {
    const key = setKeyAt(set, p);
    incref(key);
    keys.push(key);
    hashes.push(setHashAt(set, p));
  }
  unlock(set);
  return { keys, hashes };
}

/** All elements at one moment, each owned. */
export const setItems = (set: Address): Value[] => setEntries(set).keys;

/** `set.update(iterable)`. */
export function setUpdateFrom(set: Address, iterable: Value): void {
  if (isAnySet(iterable)) {
    if (iterable !== set) setMerge(set, iterable);
    return;
  }
  if (typeOf(iterable) === T.DICT && isPlainDict(iterable)) {
    updateFromDict(set, iterable);
    return;
  }
  const iterator = iterate(iterable);
  try {
    for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator)) {
      try {
        setAdd(set, item);
      } finally {
        decref(item);
      }
    }
  } finally {
    decref(iterator);
  }
}

function updateFromDict(set: Address, dict: Address): void {
  const { keys, values } = dictEntries(dict);
  for (const value of values) decref(value);
  try {
    lock(set);
    reserveLocked(set, keys.length);
    unlock(set);
    for (const key of keys) setAdd(set, key);
  } finally {
    for (const key of keys) decref(key);
  }
}

/** Adds all elements of another set, taken as they are at one moment. */
export function setMerge(set: Address, other: Address): void {
  if (setSize(other) === 0 || fillByOther(set, other)) return;
  const from = elementsStart();
  const to = pushElements(other);
  try {
    if (from === to) return;
    lock(set);
    reserveLocked(set, (to - from) / ELEMENT_STEP);
    for (let at = from; at < to; at += ELEMENT_STEP)
      addLocked(set, elementKey(at), elementHash(at));
    unlock(set);
  } finally {
    dropElements(from, to);
  }
}

/**
 * Fills a set that has had no elements yet, in the same slots if the tables have one size and the other has no
 * dummies, else in order; false if the set has some. No key is compared.
 */
function fillByOther(set: Address, other: Address): boolean {
  const q = set >> 2;
  const o = other >> 2;
  lockPair(set, other);
  const used = H[o + SetLayout.USED];
  if (H[q + SetLayout.FILL] !== 0 || used === 0) {
    unlockPair(set, other);
    return used === 0;
  }
  try {
    if (H[q + SetLayout.TABLE] === 0) resizeLocked(set, MASK_MIN);
    const mask = H[(H[q + SetLayout.TABLE] >> 2) + SetTable.MASK];
    if (used * 5 >= mask * 3) resizeLocked(set, maskFor(used * 2));
  } catch (error) {
    unlockPair(set, other);
    throw error;
  }
  const t = H[q + SetLayout.TABLE] >> 2;
  const f = H[o + SetLayout.TABLE] >> 2;
  if (H[t + SetTable.MASK] === H[f + SetTable.MASK] && H[o + SetLayout.FILL] === used)
    copyEntries(f, t);
  else {
    rehash(f, t);
    countKeys(t);
  }
  H[q + SetLayout.FILL] = used;
  H[q + SetLayout.USED] = used;
  unlockPair(set, other);
  return true;
}

/** Copies a table without dummies into an empty one of the same size, and counts the keys. */
function copyEntries(from: WordIndex, to: WordIndex): void {
  const words = (H[from + SetTable.MASK] + 1) * SetEntry.WORDS;
  for (let i = SetTable.ENTRIES as number; i < SetTable.ENTRIES + words; i += SetEntry.WORDS) {
    const key: Value = H[from + i + SetEntry.KEY];
    if (key === 0) continue;
    incref(key);
    H[to + i + SetEntry.HASH] = H[from + i + SetEntry.HASH];
    H[to + i + SetEntry.KEY] = key;
  }
}

function countKeys(t: WordIndex): void {
  const mask = H[t + SetTable.MASK];
  for (let i = 0; i <= mask; i++) if (keyAt(t, i) !== 0) incref(keyAt(t, i));
}

/** One growth before many insertions, as CPython does when it merges. */
function reserveLocked(set: Address, more: number): void {
  const q = set >> 2;
  const t = H[q + SetLayout.TABLE] >> 2;
  const mask = t === 0 ? MASK_MIN : H[t + SetTable.MASK];
  if ((H[q + SetLayout.FILL] + more) * 5 >= mask * 3) {
    resizeOrUnlock(set, maskFor((H[q + SetLayout.USED] + more) * 2));
  }
}

/** If more than a quarter of the slots are dummies, makes a table without them. */
export function setTidy(set: Address): void {
  const q = set >> 2;
  lock(set);
  const t = H[q + SetLayout.TABLE] >> 2;
  if (t !== 0) {
    const used = H[q + SetLayout.USED];
    const dummies = H[q + SetLayout.FILL] - used;
    if (dummies > H[t + SetTable.MASK] >> 2) resizeOrUnlock(set, maskFor(grownFrom(used)));
  }
  unlock(set);
}

/** Gives `set` the elements of a private set, whose own become the old ones: for `&=`. */
export function setTakeOver(set: Address, donor: Address): void {
  const s = set >> 2;
  const d = donor >> 2;
  lock(set);
  for (let field = SetLayout.USED as number; field <= SetLayout.FILL; field++) {
    const old = H[s + field];
    H[s + field] = H[d + field];
    H[d + field] = old;
  }
  H[s + SetLayout.GENERATION] += 1;
  unlock(set);
}

/** Slot of the key, or the empty slot where it belongs (KEY 0); 0 if there is no table. */
function findLocked(set: Address, key: Value, hash: number): WordIndex {
  for (;;) {
    const t = H[(set >> 2) + SetLayout.TABLE] >> 2;
    if (t === 0) return 0;
    const entry = searchLocked(set, t, key, hash);
    if (entry !== 0) return entry;
  }
}

/** As findLocked, but 0 if the set changed while Python code compared keys. */
function searchLocked(set: Address, t: WordIndex, key: Value, hash: number): WordIndex {
  const mask = H[t + SetTable.MASK];
  let perturb = hash;
  let high = hash >> 31;
  let i = hash & mask;
  let jumps = 0;
  for (;;) {
    let entry = t + SetTable.ENTRIES + i * SetEntry.WORDS;
    const last = i + LINEAR_PROBES <= mask ? entry + LINEAR_PROBES * SetEntry.WORDS : entry;
    for (; entry <= last; entry += SetEntry.WORDS) {
      const candidate: Value = H[entry + SetEntry.KEY];
      if (candidate === 0) return entry;
      if (H[entry + SetEntry.HASH] !== hash) continue;
      if (candidate === key) return entry;
      const same = sameLocked(set, entry, candidate, key);
      if (same === Same.YES) return entry;
      if (same === Same.CHANGED) return 0;
    }
    if (jumps++ > mask + JUMPS_SPARE) brokenTable(t);
    perturb = (perturb >>> 5) | (high << 27);
    high >>>= 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

const enum Same {
  NO = 0,
  YES = 1,
  CHANGED = 2,
}

function sameLocked(set: Address, entry: WordIndex, candidate: Value, key: Value): Same {
  const same = plainEquality(candidate, key);
  if (same !== Plain.UNKNOWN) return same === Plain.SAME ? Same.YES : Same.NO;
  return sameSlow(set, entry, candidate, key);
}

/** Lets Python code compare, without the lock. */
function sameSlow(set: Address, entry: WordIndex, candidate: Value, key: Value): Same {
  const generation = H[(set >> 2) + SetLayout.GENERATION];
  incref(candidate);
  incref(key);
  unlock(set);
  let same: boolean;
  try {
    same = equals(candidate, key);
  } catch (error) {
    decref(candidate);
    decref(key);
    throw error;
  }
  decref(key);
  lock(set);
  if (
    H[(set >> 2) + SetLayout.GENERATION] === generation &&
    H[entry + SetEntry.KEY] === candidate
  ) {
    decref(candidate); // not the last reference: the set has one
    return same ? Same.YES : Same.NO;
  }
  unlock(set);
  decref(candidate);
  lock(set);
  return Same.CHANGED;
}

function addLocked(set: Address, key: Value, hash: number): boolean {
  const q = set >> 2;
  let entry = 0;
  while (entry === 0) {
    if (H[q + SetLayout.TABLE] === 0) resizeOrUnlock(set, MASK_MIN);
    entry = findLocked(set, key, hash);
  }
  if (H[entry + SetEntry.KEY] !== 0) return false;
  if (H[q + SetLayout.FILL] !== H[q + SetLayout.USED] && reuseDummy(set, entry, key, hash)) {
    return true;
  }
  incref(key);
  H[entry + SetEntry.HASH] = hash;
  H[entry + SetEntry.KEY] = key;
  const used = H[q + SetLayout.USED] + 1;
  const fill = H[q + SetLayout.FILL] + 1;
  H[q + SetLayout.USED] = used;
  H[q + SetLayout.FILL] = fill;
  if (fill * 5 >= H[(H[q + SetLayout.TABLE] >> 2) + SetTable.MASK] * 3) {
    growLocked(set, entry, used);
  }
  return true;
}

/** Puts an absent key into the last dummy before the empty slot where its search ended, if there is one. */
function reuseDummy(set: Address, end: WordIndex, key: Value, hash: number): boolean {
  const q = set >> 2;
  const t = H[q + SetLayout.TABLE] >> 2;
  const mask = H[t + SetTable.MASK];
  let perturb = hash;
  let high = hash >> 31;
  let i = hash & mask;
  let jumps = 0;
  let dummy = 0;
  search: for (;;) {
    let entry = t + SetTable.ENTRIES + i * SetEntry.WORDS;
    const last = i + LINEAR_PROBES <= mask ? entry + LINEAR_PROBES * SetEntry.WORDS : entry;
    for (; entry <= last; entry += SetEntry.WORDS) {
      if (entry === end) break search;
      if (H[entry + SetEntry.KEY] === DUMMY) dummy = entry;
    }
    if (jumps++ > mask + JUMPS_SPARE) brokenTable(t);
    perturb = (perturb >>> 5) | (high << 27);
    high >>>= 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
  if (dummy === 0) return false;
  incref(key);
  H[dummy + SetEntry.HASH] = hash;
  H[dummy + SetEntry.KEY] = key;
  H[q + SetLayout.USED] += 1;
  H[q + SetLayout.GENERATION] += 1; // S2
  return true;
}

/** Grows after an insertion, which is taken back if there is no memory for it (S1). */
function growLocked(set: Address, entry: WordIndex, used: number): void {
  const q = set >> 2;
  try {
    resizeLocked(set, maskFor(grownFrom(used)));
  } catch (error) {
    const key: Value = H[entry + SetEntry.KEY];
    H[entry + SetEntry.KEY] = 0;
    H[q + SetLayout.USED] -= 1;
    H[q + SetLayout.FILL] -= 1;
    unlock(set);
    decref(key);
    throw error;
  }
}

/** Leaves a dummy; the key becomes the caller's. */
function removeLocked(set: Address, entry: WordIndex): void {
  H[entry + SetEntry.KEY] = DUMMY;
  H[entry + SetEntry.HASH] = DUMMY_HASH;
  H[(set >> 2) + SetLayout.USED] -= 1;
}

const grownFrom = (used: number): number => (used > 50000 ? used * 2 : used * 4);

/** Mask of the smallest table with more slots than `wanted`. */
function maskFor(wanted: number): number {
  let size = MASK_MIN + 1;
  while (size <= wanted) size *= 2;
  return size - 1;
}

/** A new table without dummies, filled in the order of the old one. Raises with the lock held. */
function resizeLocked(set: Address, mask: number): void {
  const bytes = tableBytes(mask);
  const table = allocateRaw(bytes);
  const q = set >> 2;
  const t = table >> 2;
  const words = bytes >> 2;
  if (words > LOOP_WORDS_MAX) H.fill(0, t, t + words);
  else for (let i = 0; i < words; i++) H[t + i] = 0;
  H[t + SetTable.MASK] = mask;
  const old: Address = H[q + SetLayout.TABLE];
  if (old !== 0) rehash(old >> 2, t);
  H[q + SetLayout.TABLE] = table;
  H[q + SetLayout.FILL] = H[q + SetLayout.USED];
  H[q + SetLayout.GENERATION] += 1;
  if (old !== 0) freeRaw(old, tableBytes(H[(old >> 2) + SetTable.MASK]));
}

function resizeOrUnlock(set: Address, mask: number): void {
  try {
    resizeLocked(set, mask);
  } catch (error) {
    unlock(set);
    throw error;
  }
}

function rehash(from: WordIndex, to: WordIndex): void {
  const mask = H[from + SetTable.MASK];
  for (let i = 0; i <= mask; i++) {
    const key = keyAt(from, i);
    if (isFree(key)) continue;
    const hash = H[from + SetTable.ENTRIES + i * SetEntry.WORDS + SetEntry.HASH];
    const entry = cleanSlot(to, hash);
    H[entry + SetEntry.HASH] = hash;
    H[entry + SetEntry.KEY] = key;
  }
}

/** The empty slot for a key that is not in the table, which has no dummies. */
function cleanSlot(t: WordIndex, hash: number): WordIndex {
  const mask = H[t + SetTable.MASK];
  let perturb = hash;
  let high = hash >> 31;
  let i = hash & mask;
  let jumps = 0;
  for (;;) {
    let entry = t + SetTable.ENTRIES + i * SetEntry.WORDS;
    const last = i + LINEAR_PROBES <= mask ? entry + LINEAR_PROBES * SetEntry.WORDS : entry;
    for (; entry <= last; entry += SetEntry.WORDS) if (H[entry + SetEntry.KEY] === 0) return entry;
    if (jumps++ > mask + JUMPS_SPARE) brokenTable(t);
    perturb = (perturb >>> 5) | (high << 27);
    high >>>= 5;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

/** A frozenset of these values, each owned and taken over. */
export function newFrozenSetOf(items: readonly Value[]): Address {
  const set = newSet(T.FROZENSET);
  try {
    for (const item of items) setAdd(set, item);
    return set;
  } catch (error) {
    decref(set);
    throw error;
  } finally {
    for (const item of items) decref(item);
  }
}
