// @hot The iterator over a set or frozenset. It remembers the size at its start; a set that has grown or
// shrunk since is an error. As the dict's iterators, it keeps the set until it is freed.

import { decref, free, incref, lock, unlock } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  type Address,
  SetIteratorLayout as I,
  SetEntry,
  SetLayout,
  SetTable,
  type Value,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType } from './define.ts';
import { newInt } from './int.ts';
import { noArgs } from './natives.ts';
import { newObject } from './object.ts';
import { raise } from './raise.ts';
import { DUMMY, setSize } from './set.ts';
import { own } from './str.ts';

export function newSetIterator(set: Address): Address {
  const iterator = newObject(T.SET_ITERATOR, I.WORDS);
  incref(set);
  const q = iterator >> 2;
  const size = setSize(set);
  H[q + I.SET] = set;
  H[q + I.POSITION] = 0;
  H[q + I.USED] = size;
  H[q + I.REMAINING] = size;
  return iterator;
}

function next(iterator: Address): Value {
  const q = iterator >> 2;
  const set: Address = H[q + I.SET];
  if (H[q + I.REMAINING] < 0) return 0;
  lock(set);
  if (setSize(set) !== H[q + I.USED]) {
    unlock(set);
    H[q + I.USED] = -1;
    return raise('RuntimeError', 'Set changed size during iteration');
  }
  const t = H[(set >> 2) + SetLayout.TABLE] >> 2;
  let i = H[q + I.POSITION];
  const count = t === 0 ? 0 : H[t + SetTable.MASK] + 1;
  for (let key: Value = 0; i < count; i++) {
    key = H[t + SetTable.ENTRIES + i * SetEntry.WORDS + SetEntry.KEY];
    if (key === 0 || key === DUMMY) continue;
    incref(key);
    unlock(set);
    H[q + I.POSITION] = i + 1;
    H[q + I.REMAINING] -= 1;
    return key;
  }
  unlock(set);
  H[q + I.REMAINING] = -1;
  return 0;
}

function clearIterator(iterator: Address): void {
  const set: Address = H[(iterator >> 2) + I.SET];
  H[(iterator >> 2) + I.SET] = 0;
  if (set !== 0) decref(set);
}

defineType(T.SET_ITERATOR, {
  name: 'set_iterator',
  words: I.WORDS,
  slots: {
    dealloc(iterator) {
      clearIterator(iterator);
      free(iterator, I.WORDS << 2);
    },
    clear: clearIterator,
    children(iterator, visit) {
      const set: Address = H[(iterator >> 2) + I.SET];
      if (set !== 0) visit(set);
    },
    iterate: own,
    next,
  },
  methods: [
    noArgs('__length_hint__', (args) => {
      const q = H[args] >> 2;
      const unchanged = setSize(H[q + I.SET]) === H[q + I.USED];
      return newInt(unchanged ? Math.max(H[q + I.REMAINING], 0) : 0);
    }),
  ],
});
