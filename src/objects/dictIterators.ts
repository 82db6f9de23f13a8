// @hot Iterators over a dict's keys, values and items, forwards and backwards. An iterator remembers
// the size at its start: a dict that has grown or shrunk since is an error, and so is one that still has
// entries after as many steps as it had keys.
//
// An exhausted iterator keeps its dict until it is freed itself (CPython's free-threaded build does so,
// too): another thread may be in the midst of a step, and would find the dict gone.

import { decref, free, incref, increfShareable, lock, unlock } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import { type Address, DictIteratorLayout as I, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType, staticType } from './define.ts';
import { dictKeyAt, dictNext, dictPrevious, dictSize, dictValueAt } from './dict.ts';
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

const enum Kind {
  KEYS = 0,
  VALUES = 1,
  ITEMS = 2,
}
const enum Direction {
  FORWARDS = 0,
  BACKWARDS = 1,
}

/** The next item (owned), or 0 at the end. */
function step(iterator: Address, kind: Kind, direction: Direction): Value {
  const q = iterator >> 2;
  const dict: Address = H[q + I.DICT];
  if (H[q + I.REMAINING] < 0) return 0;
  lock(dict);
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
  let key: Value = 0;
  let value: Value = 0;
  if (kind !== Kind.VALUES) {
    key = dictKeyAt(dict, position);
    incref(key);
  }
  if (kind !== Kind.KEYS) {
    value = dictValueAt(dict, position);
    increfShareable(value);
  }
  unlock(dict);
  return kind === Kind.KEYS ? key : kind === Kind.VALUES ? value : newPair(key, value);
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

defineIterator(T.DICT_KEY_ITERATOR, 'dict_keyiterator', (i) =>
  step(i, Kind.KEYS, Direction.FORWARDS),
);
defineIterator(T.DICT_VALUE_ITERATOR, 'dict_valueiterator', (i) =>
  step(i, Kind.VALUES, Direction.FORWARDS),
);
defineIterator(T.DICT_ITEM_ITERATOR, 'dict_itemiterator', (i) =>
  step(i, Kind.ITEMS, Direction.FORWARDS),
);
defineIterator(REVERSE_KEYS, 'dict_reversekeyiterator', (i) =>
  step(i, Kind.KEYS, Direction.BACKWARDS),
);
defineIterator(REVERSE_VALUES, 'dict_reversevalueiterator', (i) =>
  step(i, Kind.VALUES, Direction.BACKWARDS),
);
defineIterator(REVERSE_ITEMS, 'dict_reverseitemiterator', (i) =>
  step(i, Kind.ITEMS, Direction.BACKWARDS),
);
