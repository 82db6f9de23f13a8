// @hot Dictionaries: a table of entries in order of insertion, found through an open-addressing index
// (R. Hettinger's compact dict; probing `i*5 + perturb + 1` as CPython publishes it).
//
//   dict: used | table | keys version | generation
//   table block: log2 | entries | usable | first | index (2**log2 words) | entries (hash, key, value)
//
// A lock-free reader loads the table once and sees one consistent world, because
// D1: an entry serves one key for the life of its table: KEY goes 0 -> key -> 0 and never on to another
//     key, so neither deleted entries nor deleted index slots are used again before the next resize;
// D2: an index word is published after the entry it names, the table word after the whole table;
// D3: KEYS_VERSION is 0 before any change of the key set, or of the table, can be seen.
// ENTRIES is one more than the last entry that may be live, FIRST the first one; USABLE is how many more
// may be added, so the next entry stands at capacity - USABLE.
//
// Functions named `...Locked` are called with the dict's lock held. They hold it when they return,
// but NOT when they raise: the error path needs no `try` in their callers.

import {
  allocateRaw,
  decref,
  freeRaw,
  incref,
  increfShareable,
  lock,
  lockFreeReads,
  lookAgain,
  publish,
  RETRY,
  readSlot,
  retire,
  tryIncref,
  unlock,
} from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import { damage } from '../heap/damage.ts';
import {
  type Address,
  DictEntry,
  DictLayout,
  DictTable,
  Header,
  Machine,
  StrLayout,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H, MACHINE } from '../heap/memory.ts';
import { atomicAdd } from '../sync/atomics.ts';
import { newObject } from './object.ts';
import { Plain, plainEquality } from './plainEquality.ts';
import { equals, hash as hashOf } from './protocol.ts';
import { flagsOf, slotsOf, slotsOfType, typeOf } from './slots.ts';
import { strEquals, strHash } from './str.ts';
import { tupleHash } from './tuple.ts';

const LOG2_MIN = 3;
const EMPTY = -1;
const DELETED = -2;

/** The full cycle of probing begins when `perturb` has become 0, after at most seven steps. */
const PROBES_SPARE = 8;

/** A search that meets no empty slot, or entries beyond the table: two threads changed it at once. */
function brokenTable(address: Address): never {
  return damage('corrupted object', address, 'the table of a dict contradicts itself');
}

/** Entries that fit a table of 2**log2 index slots: two thirds. */
const capacityOf = (log2: number): number => ((2 << log2) / 3) | 0;
const tableWords = (log2: number): number =>
  DictTable.INDEX + (1 << log2) + capacityOf(log2) * DictEntry.WORDS;

export function newDict(): Address {
  const dict = newObject(T.DICT, DictLayout.WORDS);
  initDict(dict);
  return dict;
}

/** Makes the fields of a fresh instance (of a subtype, too) those of an empty dict. */
export function initDict(dict: Address): void {
  const q = dict >> 2;
  H[q + DictLayout.USED] = 0;
  H[q + DictLayout.TABLE] = 0;
  H[q + DictLayout.KEYS_VERSION] = 0;
  H[q + DictLayout.GENERATION] = 0;
}

/** An empty dict that takes `expected` entries without growing. */
export function newDictSized(expected: number): Address {
  const dict = newDict();
  if (expected > 0) {
    try {
      H[(dict >> 2) + DictLayout.TABLE] = newTable(log2For(expected));
    } catch (error) {
      decref(dict);
      throw error;
    }
  }
  return dict;
}

function log2For(entries: number): number {
  let log2 = LOG2_MIN;
  while (capacityOf(log2) < entries) log2++;
  return log2;
}

function newTable(log2: number): Address {
  const table = allocateRaw(tableWords(log2) << 2);
  const t = table >> 2;
  const size = 1 << log2;
  H[t + DictTable.LOG2] = log2;
  H[t + DictTable.ENTRIES] = 0;
  H[t + DictTable.USABLE] = capacityOf(log2);
  H[t + DictTable.FIRST] = 0;
  if (size <= 16) for (let i = 0; i < size; i++) H[t + DictTable.INDEX + i] = EMPTY;
  else H.fill(EMPTY, t + DictTable.INDEX, t + DictTable.INDEX + size);
  return table;
}

/** Word index of the first entry of the table at word t. */
const entriesOf = (t: WordIndex): WordIndex => t + DictTable.INDEX + (1 << H[t + DictTable.LOG2]);

/**
 * Word index of the key's entry, or 0. Another key's `__eq__` may run, without the lock; whatever the
 * dict looks like afterwards, the answer is right for it at the time of return.
 */
function findLocked(dict: Address, key: Value, hash: number): WordIndex {
  for (;;) {
    const t = H[(dict >> 2) + DictLayout.TABLE] >> 2;
    if (t === 0) return 0;
    const size = 1 << H[t + DictTable.LOG2];
    const mask = size - 1;
    const index = t + DictTable.INDEX;
    const entries = index + size;
    let perturb = hash;
    let i = hash & mask;
    let steps = 0;
    for (;;) {
      const n = H[index + i];
      if (n >= 0) {
        const entry = entries + n * DictEntry.WORDS;
        const candidate: Value = H[entry + DictEntry.KEY];
        if (candidate === key) return entry;
        if (H[entry + DictEntry.HASH] === hash) {
          const same = sameLocked(dict, entry, candidate, key);
          if (same === Same.YES) return entry;
          if (same === Same.CHANGED) break;
        }
      } else if (n === EMPTY) {
        freeSlot = index + i;
        return 0;
      }
      if (steps++ > mask + PROBES_SPARE) brokenTable(dict);
      perturb >>>= 5;
      i = (i * 5 + perturb + 1) & mask;
    }
  }
}

/**
 * Where the last search of findLocked or findNameLocked met an empty slot of the index, which is the place
 * for that key as long as the lock is held.
 */
let freeSlot: WordIndex = 0;

const enum Same {
  NO = 0,
  YES = 1,
  /** The dict changed while Python code compared: look again. */
  CHANGED = 2,
}

/** Compares two keys of equal hash that are not the same object. */
function sameLocked(dict: Address, entry: WordIndex, candidate: Value, key: Value): Same {
  const same = plainEquality(candidate, key);
  if (same !== Plain.UNKNOWN) return same === Plain.SAME ? Same.YES : Same.NO;
  return sameSlow(dict, entry, candidate, key);
}

function sameSlow(dict: Address, entry: WordIndex, candidate: Value, key: Value): Same {
  const generation = H[(dict >> 2) + DictLayout.GENERATION];
  incref(candidate);
  incref(key);
  unlock(dict);
  let same: boolean;
  try {
    same = equals(candidate, key);
  } catch (error) {
    decref(candidate);
    decref(key);
    throw error;
  }
  decref(key);
  lock(dict);
  if (
    H[(dict >> 2) + DictLayout.GENERATION] === generation &&
    H[entry + DictEntry.KEY] === candidate
  ) {
    decref(candidate); // not the last reference: the dict has one
    return same ? Same.YES : Same.NO;
  }
  unlock(dict);
  decref(candidate);
  lock(dict);
  return Same.CHANGED;
}

/** As findLocked for an interned str; keys that are no strings never equal it, so nothing can raise. */
function findNameLocked(dict: Address, name: Address): WordIndex {
  const t = H[(dict >> 2) + DictLayout.TABLE] >> 2;
  if (t === 0) return 0;
  const hash = H[(name >> 2) + StrLayout.HASH];
  const size = 1 << H[t + DictTable.LOG2];
  const mask = size - 1;
  const index = t + DictTable.INDEX;
  const entries = index + size;
  let perturb = hash;
  let i = hash & mask;
  let steps = 0;
  for (;;) {
    const n = H[index + i];
    if (n >= 0) {
      const entry = entries + n * DictEntry.WORDS;
      const candidate: Value = H[entry + DictEntry.KEY];
      if (candidate === name) return entry;
      if (H[entry + DictEntry.HASH] === hash && isStrEqual(candidate, name)) return entry;
    } else if (n === EMPTY) {
      freeSlot = index + i;
      return 0;
    }
    if (steps++ > mask + PROBES_SPARE) brokenTable(dict);
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
}

const isStrEqual = (candidate: Value, name: Address): boolean =>
  (candidate & 1) === 0 &&
  candidate !== 0 &&
  (flagsOf(typeOf(candidate)) & TypeFlag.STR) !== 0 &&
  strEquals(candidate, name);

/**
 * The lock-free search: word index of the entry, 0 if absent, RETRY if the lock is needed, because
 * keys have to be compared by Python code or the dict is changing. Plain loads suffice (atomic ones
 * made a read take 29 ns instead of 16): each address is computed from the word loaded before it, so a reader of a table
 * word or index word that `replaceTable` or `insertLocked` published sees what was stored before it.
 * Only the second looks, which ask whether something has changed meanwhile, go through `lookAgain`.
 */
function findOptimistic(dict: Address, table: Address, key: Value, hash: number): WordIndex {
  const t = table >> 2;
  const size = 1 << H[t + DictTable.LOG2];
  const mask = size - 1;
  const index = t + DictTable.INDEX;
  const entries = index + size;
  let perturb = hash;
  let i = hash & mask;
  let steps = 0;
  for (;;) {
    const n = H[index + i];
    if (n >= 0) {
      const entry = entries + n * DictEntry.WORDS;
      const candidate: Value = H[entry + DictEntry.KEY];
      if (candidate === key) return entry;
      if (H[entry + DictEntry.HASH] === hash && candidate !== 0) {
        const same = sameOptimistic(dict, table, entry, candidate, key);
        if (same === Same.YES) return entry;
        if (same === Same.CHANGED) return RETRY;
      }
    } else if (n === EMPTY) return 0;
    if (steps++ > mask + PROBES_SPARE) brokenTable(dict);
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
}

/** Only exact strings and tuples are compared without the lock, and only while the candidate is held. */
function sameOptimistic(
  dict: Address,
  table: Address,
  entry: WordIndex,
  candidate: Value,
  key: Value,
): Same {
  if ((candidate & 1) !== 0) return (key & 1) !== 0 ? Same.NO : Same.CHANGED;
  const type = typeOf(key);
  if ((type !== T.STR && type !== T.TUPLE) || !tryIncref(candidate)) return Same.CHANGED;
  let same = Same.CHANGED;
  if (
    lookAgain(entry + DictEntry.KEY) === candidate &&
    lookAgain((dict >> 2) + DictLayout.TABLE) === table &&
    H[(candidate >> 2) + Header.TYPE] === type
  ) {
    const plain = plainEquality(candidate, key);
    if (plain !== Plain.UNKNOWN) same = plain === Plain.SAME ? Same.YES : Same.NO;
  }
  decref(candidate);
  return same;
}

/** The hash of a key; raises TypeError if it has none. */
function keyHash(key: Value): number {
  if ((key & 1) !== 0) return key >> 1;
  const type = H[(key >> 2) + Header.TYPE];
  if (type === T.STR) return strHash(key);
  return type === T.TUPLE ? tupleHash(key) : hashOf(key);
}

/** Owned value, or 0. Raises what `hash(key)` or a comparison raises. */
export function dictGet(dict: Address, key: Value): Value {
  return dictGetHashed(dict, key, keyHash(key));
}

export function dictGetHashed(dict: Address, key: Value, hash: number): Value {
  if (lockFreeReads) {
    const value = getOptimistic(dict, key, hash);
    if (value !== RETRY) return value;
  }
  lock(dict);
  const entry = findLocked(dict, key, hash);
  const value: Value = entry === 0 ? 0 : H[entry + DictEntry.VALUE];
  if (value !== 0) increfShareable(value);
  unlock(dict);
  return value;
}

function getOptimistic(dict: Address, key: Value, hash: number): Value {
  const word = (dict >> 2) + DictLayout.TABLE;
  const table: Address = H[word];
  if (table === 0) return 0;
  const entry = findOptimistic(dict, table, key, hash);
  if (entry === RETRY) return RETRY;
  if (entry === 0) return lookAgain(word) === table ? 0 : RETRY;
  return readSlot(dict, entry + DictEntry.VALUE, word, table);
}

/** Owned value of an interned name, or 0. Never raises. */
export function dictGetName(dict: Address, name: Address): Value {
  if (lockFreeReads) {
    const value = getOptimistic(dict, name, H[(name >> 2) + StrLayout.HASH]);
    if (value !== RETRY) return value;
  }
  lock(dict);
  const entry = findNameLocked(dict, name);
  const value: Value = entry === 0 ? 0 : H[entry + DictEntry.VALUE];
  if (value !== 0) increfShareable(value);
  unlock(dict);
  return value;
}

/**
 * Word index of the VALUE of that interned name in the current table, or 0. A cache takes
 * `dictKeysVersion` BEFORE it asks here; while the version is the same the word is the right one.
 */
export function dictFindName(dict: Address, name: Address): WordIndex {
  lock(dict);
  const entry = findNameLocked(dict, name);
  unlock(dict);
  return entry === 0 ? 0 : entry + DictEntry.VALUE;
}

/** The current version of the key set and table: nonzero, and no other dict's or time's. */
export function dictKeysVersion(dict: Address): number {
  const word = (dict >> 2) + DictLayout.KEYS_VERSION;
  const known = H[word];
  if (known !== 0) return known;
  lock(dict);
  let version = H[word];
  while (version === 0) version = atomicAdd(H, MACHINE + Machine.KEYS_VERSION, 1) + 1;
  H[word] = version;
  unlock(dict);
  return version;
}

export function dictContains(dict: Address, key: Value): boolean {
  const hash = keyHash(key);
  if (lockFreeReads) {
    const word = (dict >> 2) + DictLayout.TABLE;
    const table: Address = H[word];
    if (table === 0) return false;
    const entry = findOptimistic(dict, table, key, hash);
    if (entry !== RETRY && lookAgain(word) === table) return entry !== 0;
  }
  lock(dict);
  const entry = findLocked(dict, key, hash);
  unlock(dict);
  return entry !== 0;
}

export const dictSize = (dict: Address): number => H[(dict >> 2) + DictLayout.USED];

/** D3: before the change. */
function keysChange(dict: Address): void {
  const word = (dict >> 2) + DictLayout.KEYS_VERSION;
  if (H[word] === 0) return;
  publish(word, 0);
}

/** Adds a key that a search has just found to be absent; counts key and value. */
function insertLocked(dict: Address, key: Value, hash: number, value: Value): void {
  const q = dict >> 2;
  let t = H[q + DictLayout.TABLE] >> 2;
  let slot = freeSlot;
  if (t === 0 || H[t + DictTable.USABLE] <= 0) {
    t = growLocked(dict);
    slot = emptySlot(t, H[t + DictTable.LOG2], hash);
  } else keysChange(dict);
  incref(key);
  incref(value);
  const log2 = H[t + DictTable.LOG2];
  const capacity = capacityOf(log2);
  const n = capacity - H[t + DictTable.USABLE];
  if (n >= capacity) brokenTable(dict);
  const entry = entriesOf(t) + n * DictEntry.WORDS;
  H[entry + DictEntry.HASH] = hash;
  H[entry + DictEntry.KEY] = key;
  H[entry + DictEntry.VALUE] = value;
  H[t + DictTable.USABLE] -= 1;
  H[t + DictTable.ENTRIES] = n + 1;
  H[q + DictLayout.USED] += 1;
  publish(slot, n);
}

/** Word of the index where a new key of that hash goes (D1: deleted slots are passed over). */
function emptySlot(t: WordIndex, log2: number, hash: number): WordIndex {
  const mask = (1 << log2) - 1;
  const index = t + DictTable.INDEX;
  let perturb = hash;
  let i = hash & mask;
  let steps = 0;
  while (H[index + i] !== EMPTY) {
    if (steps++ > mask + PROBES_SPARE) brokenTable(t << 2);
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
  return index + i;
}

/** A table for three times the entries in use (CPython's growth); returns its word index. */
function growLocked(dict: Address): WordIndex {
  const wanted = H[(dict >> 2) + DictLayout.USED] * 3;
  let log2 = LOG2_MIN;
  while (1 << log2 < wanted) log2++;
  let table: Address;
  try {
    table = newTable(log2);
  } catch (error) {
    unlock(dict);
    throw error;
  }
  const t = H[(dict >> 2) + DictLayout.TABLE] >> 2;
  if (t !== 0) moveEntries(t, table >> 2);
  replaceTable(dict, table);
  if (t !== 0) retire(t << 2, tableWords(H[t + DictTable.LOG2]) << 2);
  return table >> 2;
}

/** Copies the live entries of one table to the front of an empty one that has room. Counts nothing. */
function moveEntries(from: WordIndex, to: WordIndex): void {
  const source = entriesOf(from);
  const target = entriesOf(to);
  const end = H[from + DictTable.ENTRIES];
  const log2 = H[to + DictTable.LOG2];
  let n = 0;
  for (let k = H[from + DictTable.FIRST]; k < end; k++) {
    const s = source + k * DictEntry.WORDS;
    const key = H[s + DictEntry.KEY];
    if (key === 0) continue;
    const hash = H[s + DictEntry.HASH];
    const e = target + n * DictEntry.WORDS;
    H[e + DictEntry.HASH] = hash;
    H[e + DictEntry.KEY] = key;
    H[e + DictEntry.VALUE] = H[s + DictEntry.VALUE];
    H[emptySlot(to, log2, hash)] = n;
    n++;
  }
  H[to + DictTable.ENTRIES] = n;
  H[to + DictTable.USABLE] -= n;
}

/** D2: publishes a finished table; pairs with the first load of a lock-free search. */
function replaceTable(dict: Address, table: Address): void {
  keysChange(dict);
  const q = dict >> 2;
  H[q + DictLayout.GENERATION] += 1;
  publish(q + DictLayout.TABLE, table);
}

/** `dict[key] = value`. */
export function dictSet(dict: Address, key: Value, value: Value): void {
  dictSetHashed(dict, key, keyHash(key), value);
}

export function dictSetHashed(dict: Address, key: Value, hash: number, value: Value): void {
  lock(dict);
  const entry = findLocked(dict, key, hash);
  storeLocked(dict, entry, key, hash, value);
}

/** Ends a store: gives the lock back. The old value goes last, because that may run `__del__`. */
function storeLocked(dict: Address, entry: WordIndex, key: Value, hash: number, value: Value) {
  if (entry === 0) {
    insertLocked(dict, key, hash, value);
    unlock(dict);
    return;
  }
  const old: Value = H[entry + DictEntry.VALUE];
  incref(value);
  // The lock's own read-modify-write stands between the making of the value and this store.
  H[entry + DictEntry.VALUE] = value;
  unlock(dict);
  decref(old);
}

/** As dictSet with an interned name: never compares by Python code. */
export function dictSetName(dict: Address, name: Address, value: Value): void {
  lock(dict);
  const entry = findNameLocked(dict, name);
  storeLocked(dict, entry, name, H[(name >> 2) + StrLayout.HASH], value);
}

/** The value of the key, which becomes `value` if it is absent: owned. */
export function dictSetDefault(dict: Address, key: Value, value: Value): Value {
  const hash = keyHash(key);
  lock(dict);
  const entry = findLocked(dict, key, hash);
  let result = value;
  if (entry === 0) insertLocked(dict, key, hash, value);
  else result = H[entry + DictEntry.VALUE];
  increfShareable(result);
  unlock(dict);
  return result;
}

/** Takes an entry out; its key and value become the caller's. */
function removeLocked(dict: Address, entry: WordIndex): void {
  keysChange(dict);
  const t = H[(dict >> 2) + DictLayout.TABLE] >> 2;
  const entries = entriesOf(t);
  const n = ((entry - entries) / DictEntry.WORDS) | 0;
  const mask = (1 << H[t + DictTable.LOG2]) - 1;
  const index = t + DictTable.INDEX;
  let perturb = H[entry + DictEntry.HASH];
  let i = perturb & mask;
  let steps = 0;
  while (H[index + i] !== n) {
    if (steps++ > mask + PROBES_SPARE) brokenTable(dict);
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
  H[index + i] = DELETED;
  H[entry + DictEntry.KEY] = 0;
  H[entry + DictEntry.VALUE] = 0;
  H[(dict >> 2) + DictLayout.USED] -= 1;
  let end = H[t + DictTable.ENTRIES];
  if (n === end - 1) {
    while (end > 0 && H[entries + (end - 1) * DictEntry.WORDS + DictEntry.KEY] === 0) end--;
    H[t + DictTable.ENTRIES] = end;
  }
  let first = H[t + DictTable.FIRST];
  if (n === first) {
    while (first < end && H[entries + first * DictEntry.WORDS + DictEntry.KEY] === 0) first++;
    H[t + DictTable.FIRST] = first;
  }
}

/** The value of a removed key (owned) and 0 if there was none; gives the lock back. */
function takeLocked(dict: Address, entry: WordIndex): Value {
  if (entry === 0) {
    unlock(dict);
    return 0;
  }
  const key: Value = H[entry + DictEntry.KEY];
  const value: Value = H[entry + DictEntry.VALUE];
  removeLocked(dict, entry);
  unlock(dict);
  decref(key);
  return value;
}

/** Removes a key: its value (owned), or 0 if it is absent. */
export function dictPop(dict: Address, key: Value): Value {
  const hash = keyHash(key);
  lock(dict);
  return takeLocked(dict, findLocked(dict, key, hash));
}

/** False if there was no such key. */
export function dictDelete(dict: Address, key: Value): boolean {
  const value = dictPop(dict, key);
  if (value === 0) return false;
  decref(value);
  return true;
}

export function dictDeleteName(dict: Address, name: Address): boolean {
  lock(dict);
  const value = takeLocked(dict, findNameLocked(dict, name));
  if (value === 0) return false;
  decref(value);
  return true;
}

/**
 * Removes the last item: false if the dict is empty, else `take` gets its key and value, both owned.
 */
export function dictPopItem(dict: Address, take: (key: Value, value: Value) => void): boolean {
  lock(dict);
  const position = dictPrevious(dict, 0);
  if (position === 0) {
    unlock(dict);
    return false;
  }
  const entry = dictEntryAt(dict, position);
  const key: Value = H[entry + DictEntry.KEY];
  const value: Value = H[entry + DictEntry.VALUE];
  removeLocked(dict, entry);
  unlock(dict);
  take(key, value);
  return true;
}

/** Removes everything. */
export function dictClear(dict: Address): void {
  lock(dict);
  const table: Address = H[(dict >> 2) + DictLayout.TABLE];
  replaceTable(dict, 0);
  H[(dict >> 2) + DictLayout.USED] = 0;
  unlock(dict);
  if (table === 0) return;
  releaseEntries(table >> 2);
  retire(table, tableWords(H[(table >> 2) + DictTable.LOG2]) << 2);
}

/** Releases what a dict holds that nobody else can reach any more: the slot `clear`. */
export function clearDict(dict: Address): void {
  const table: Address = H[(dict >> 2) + DictLayout.TABLE];
  if (table === 0) return;
  H[(dict >> 2) + DictLayout.TABLE] = 0;
  H[(dict >> 2) + DictLayout.USED] = 0;
  H[(dict >> 2) + DictLayout.KEYS_VERSION] = 0;
  releaseEntries(table >> 2);
  freeRaw(table, tableWords(H[(table >> 2) + DictTable.LOG2]) << 2);
}

function releaseEntries(t: WordIndex): void {
  const entries = entriesOf(t);
  const end = H[t + DictTable.ENTRIES];
  for (let n = H[t + DictTable.FIRST]; n < end; n++) {
    const entry = entries + n * DictEntry.WORDS;
    if (H[entry + DictEntry.KEY] === 0) continue;
    decref(H[entry + DictEntry.KEY]);
    decref(H[entry + DictEntry.VALUE]);
  }
}

/**
 * The next live position after `position` (0 at the start), or 0 at the end. Needs the lock, or a dict
 * that nobody else knows; survives changes as CPython's PyDict_Next does: what it walks is the table of now.
 */
export function dictNext(dict: Address, position: number): number {
  const t = H[(dict >> 2) + DictLayout.TABLE] >> 2;
  if (t === 0) return 0;
  const entries = entriesOf(t);
  const end = H[t + DictTable.ENTRIES];
  const first = H[t + DictTable.FIRST];
  for (let n = Math.max(position, first); n < end; n++) {
    if (H[entries + n * DictEntry.WORDS + DictEntry.KEY] !== 0) return n + 1;
  }
  return 0;
}

/** As dictNext, backwards; 0 starts behind the last entry. */
export function dictPrevious(dict: Address, position: number): number {
  const t = H[(dict >> 2) + DictLayout.TABLE] >> 2;
  if (t === 0) return 0;
  const entries = entriesOf(t);
  const end = H[t + DictTable.ENTRIES];
  let n = position === 0 || position - 1 > end ? end - 1 : position - 2;
  for (; n >= 0; n--) {
    if (H[entries + n * DictEntry.WORDS + DictEntry.KEY] !== 0) return n + 1;
  }
  return 0;
}

/** Word index of the entry at a position. */
export function dictEntryAt(dict: Address, position: number): WordIndex {
  return entriesOf(H[(dict >> 2) + DictLayout.TABLE] >> 2) + (position - 1) * DictEntry.WORDS;
}

/** Borrowed. */
export const dictKeyAt = (dict: Address, position: number): Value =>
  H[dictEntryAt(dict, position) + DictEntry.KEY];
/** Borrowed. */
export const dictValueAt = (dict: Address, position: number): Value =>
  H[dictEntryAt(dict, position) + DictEntry.VALUE];
export const dictHashAt = (dict: Address, position: number): number =>
  H[dictEntryAt(dict, position) + DictEntry.HASH];

/** All keys and values at one moment, each owned. */
export function dictEntries(dict: Address): { keys: Value[]; values: Value[] } {
  const keys: Value[] = [];
  const values: Value[] = [];
  lock(dict);
  for (let p = dictNext(dict, 0); p !== 0; p = dictNext(dict, p)) {
    const key = dictKeyAt(dict, p);
    const value = dictValueAt(dict, p);
    incref(key);
    increfShareable(value);
    keys.push(key);
    values.push(value);
  }
  unlock(dict);
  return { keys, values };
}

/** A new exact dict with the same items. */
export function dictCopy(dict: Address): Address {
  const copy = newDict();
  lock(dict);
  try {
    copyTableLocked(dict, copy);
  } catch (error) {
    decref(copy);
    throw error;
  }
  unlock(dict);
  return copy;
}

/** Fills an empty private dict with the entries of `source`. */
function copyTableLocked(source: Address, copy: Address): void {
  const used = H[(source >> 2) + DictLayout.USED];
  if (used === 0) return;
  let table: Address;
  try {
    table = newTable(log2For(used));
  } catch (error) {
    unlock(source);
    throw error;
  }
  const t = table >> 2;
  moveEntries(H[(source >> 2) + DictLayout.TABLE] >> 2, t);
  const entries = entriesOf(t);
  for (let n = 0; n < used; n++) {
    incref(H[entries + n * DictEntry.WORDS + DictEntry.KEY]);
    increfShareable(H[entries + n * DictEntry.WORDS + DictEntry.VALUE]);
  }
  H[(copy >> 2) + DictLayout.USED] = used;
  H[(copy >> 2) + DictLayout.TABLE] = table;
}

/**
 * Stores the items of one dict into another: all of them, or those whose keys are not there yet. The
 * source is taken as it was at one moment.
 */
export function dictMerge(target: Address, source: Address, override: 'replace' | 'keep'): void {
  if (target === source || dictSize(source) === 0) return;
  const copy = dictCopy(source);
  try {
    if (dictSize(target) === 0 && takeTable(target, copy)) return;
    for (let p = dictNext(copy, 0); p !== 0; p = dictNext(copy, p)) {
      const key = dictKeyAt(copy, p);
      const value = dictValueAt(copy, p);
      const hash = dictHashAt(copy, p);
      if (override === 'replace') dictSetHashed(target, key, hash, value);
      else {
        lock(target);
        if (findLocked(target, key, hash) === 0) insertLocked(target, key, hash, value);
        unlock(target);
      }
    }
  } finally {
    decref(copy);
  }
}

/** Moves the table of a private dict into an empty one; false if that is not empty any more. */
function takeTable(target: Address, donor: Address): boolean {
  lock(target);
  if (H[(target >> 2) + DictLayout.USED] !== 0) {
    unlock(target);
    return false;
  }
  const old: Address = H[(target >> 2) + DictLayout.TABLE];
  replaceTable(target, H[(donor >> 2) + DictLayout.TABLE]);
  H[(target >> 2) + DictLayout.USED] = H[(donor >> 2) + DictLayout.USED];
  H[(donor >> 2) + DictLayout.TABLE] = 0;
  H[(donor >> 2) + DictLayout.USED] = 0;
  unlock(target);
  if (old !== 0) retire(old, tableWords(H[(old >> 2) + DictTable.LOG2]) << 2);
  return true;
}

/** A dict whose own iteration nobody has overridden: it can be copied entry by entry. */
export const isPlainDict = (value: Value): boolean =>
  typeOf(value) === T.DICT ||
  ((value & 1) === 0 &&
    (flagsOf(typeOf(value)) & TypeFlag.DICT) !== 0 &&
    slotsOf(value).iterate === slotsOfType(T.DICT).iterate);
