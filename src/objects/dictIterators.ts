// @hot Iterators over a dict's keys, values and items, forwards and backwards. An iterator remembers
// the size at its start: a dict that has grown or shrunk since is an error, and so is one that still has
// entries after as many steps as it had keys.
//
// An exhausted iterator keeps its dict until it is freed itself (CPython's free-threaded build does so,
// too): another thread may be in the midst of a step, and would find the dict gone.

import { decref, free, incref, increfShareable, lock, unlock } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  type Address,
  DictEntry,
  DictLayout,
  DictTable,
  DictIteratorLayout as I,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType, staticType } from './define.ts';
import { dictEntryAt, dictNext, dictPrevious, dictSize } from './dict.ts';
import { newInt } from './int.ts';
import { noArgs } from './natives.ts';
import { newObject } from './object.ts';
import { newPair } from './pair.ts';
import { raise } from './raise.ts';
import { own } from './str.ts';

export const REVERSE_KEYS = staticType();
export const REVERSE_VALUES = staticType();
export const REVERSE_ITEMS = staticType();

/** An iterator of that type at the start of the dict. */
export function newDictIterator(type: Address, dict: Address): Address {
  const iterator = newObject(type, I.WORDS);
  incref(dict);
  const q = iterator >> 2;
  const size = dictSize(dict);
  H[q + I.DICT] = dict;
  H[q + I.POSITION] = 0;
  H[q + I.USED] = size;
  H[q + I.REMAINING] = size;
  return iterator;
}

export const newKeyIterator = (dict: Address): Address =>
  newDictIterator(T.DICT_KEY_ITERATOR, dict);
export const newReverseKeyIterator = (dict: Address): Address =>
  newDictIterator(REVERSE_KEYS, dict);

const enum Direction {
  FORWARDS = 0,
  BACKWARDS = 1,
}

/**
 * Goes on to the next entry: its word, with the dict's lock held for the caller to give back, or 0 at the end,
 * without it. The common case is an entry right behind the last one.
 */
export function nextEntry(iterator: Address): WordIndex {
  const q = iterator >> 2;
  const dict: Address = H[q + I.DICT];
  const remaining = H[q + I.REMAINING];
  if (remaining < 0) return 0;
  lock(dict);
  const t = H[(dict >> 2) + DictLayout.TABLE] >> 2;
  const n = H[q + I.POSITION];
  if (dictSize(dict) === H[q + I.USED] && remaining > 0 && n < H[t + DictTable.ENTRIES]) {
    const entry = t + DictTable.INDEX + (1 << H[t + DictTable.LOG2]) + n * DictEntry.WORDS;
    if (H[entry + DictEntry.KEY] !== 0) {
      H[q + I.POSITION] = n + 1;
      H[q + I.REMAINING] = remaining - 1;
      return entry;
    }
  }
  return entrySlow(iterator, Direction.FORWARDS);
}

/** As nextEntry, from the last entry to the first; called with the lock. */
function entrySlow(iterator: Address, direction: Direction): WordIndex {
  const q = iterator >> 2;
  const dict: Address = H[q + I.DICT];
  if (dictSize(dict) !== H[q + I.USED]) {
    unlock(dict);
    H[q + I.USED] = -1;
    return raise('RuntimeError', 'dictionary changed size during iteration');
  }
  const at = H[q + I.POSITION];
  // Backwards, position 1 is the last one: behind it nothing comes.
  const position =
    direction === Direction.FORWARDS ? dictNext(dict, at) : at === 1 ? 0 : dictPrevious(dict, at);
  if (position === 0) {
    unlock(dict);
    H[q + I.REMAINING] = -1;
    return 0;
  }
  if (H[q + I.REMAINING] === 0) {
    unlock(dict);
    H[q + I.REMAINING] = -1;
    return raise('RuntimeError', 'dictionary keys changed during iteration');
  }
  H[q + I.POSITION] = position;
  H[q + I.REMAINING] -= 1;
  return dictEntryAt(dict, position);
}

function previousEntry(iterator: Address): WordIndex {
  const q = iterator >> 2;
  if (H[q + I.REMAINING] < 0) return 0;
  lock(H[q + I.DICT]);
  return entrySlow(iterator, Direction.BACKWARDS);
}

/** The key of an entry that an iterator has come to, owned; gives the lock back. */
function takeKey(iterator: Address, entry: WordIndex): Value {
  if (entry === 0) return 0;
  const key: Value = H[entry + DictEntry.KEY];
  incref(key);
  unlock(H[(iterator >> 2) + I.DICT]);
  return key;
}

function takeValue(iterator: Address, entry: WordIndex): Value {
  if (entry === 0) return 0;
  const value: Value = H[entry + DictEntry.VALUE];
  increfShareable(value);
  unlock(H[(iterator >> 2) + I.DICT]);
  return value;
}

function takeItem(iterator: Address, entry: WordIndex): Value {
  if (entry === 0) return 0;
  const key: Value = H[entry + DictEntry.KEY];
  const value: Value = H[entry + DictEntry.VALUE];
  incref(key);
  increfShareable(value);
  unlock(H[(iterator >> 2) + I.DICT]);
  return newPair(key, value);
}

function clearIterator(iterator: Address): void {
  const dict: Address = H[(iterator >> 2) + I.DICT];
  H[(iterator >> 2) + I.DICT] = 0;
  if (dict !== 0) decref(dict);
}

function defineIterator(type: Address, name: string, next: (iterator: Address) => Value): void {
  defineType(type, {
    name,
    words: I.WORDS,
    slots: {
      dealloc(iterator) {
        clearIterator(iterator);
        free(iterator, I.WORDS << 2);
      },
      clear: clearIterator,
      children(iterator, visit) {
        const dict: Address = H[(iterator >> 2) + I.DICT];
        if (dict !== 0) visit(dict);
      },
      iterate: own,
      next,
    },
    methods: [
      noArgs('__length_hint__', (args) => {
        const q = H[args] >> 2;
        const unchanged = dictSize(H[q + I.DICT]) === H[q + I.USED];
        return newInt(unchanged ? Math.max(H[q + I.REMAINING], 0) : 0);
      }),
    ],
  });
}

defineIterator(T.DICT_KEY_ITERATOR, 'dict_keyiterator', (i) => takeKey(i, nextEntry(i)));
defineIterator(T.DICT_VALUE_ITERATOR, 'dict_valueiterator', (i) => takeValue(i, nextEntry(i)));
defineIterator(T.DICT_ITEM_ITERATOR, 'dict_itemiterator', (i) => takeItem(i, nextEntry(i)));
defineIterator(REVERSE_KEYS, 'dict_reversekeyiterator', (i) => takeKey(i, previousEntry(i)));
defineIterator(REVERSE_VALUES, 'dict_reversevalueiterator', (i) => takeValue(i, previousEntry(i)));
defineIterator(REVERSE_ITEMS, 'dict_reverseitemiterator', (i) => takeItem(i, previousEntry(i)));
