// The iterator over a range whose numbers do not all fit small ints: start, step and length as int
// values, and how many numbers are through.

import { decref, free, lock, unlock } from '../executors/policy.ts';
import { type Address, LongRangeLayout as L, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType, staticType } from './define.ts';
import { newBigInt, toBigInt } from './int.ts';
import { noArgs } from './natives.ts';
import { newObject } from './object.ts';
import { own } from './str.ts';

const LONG_RANGE_ITERATOR = staticType();

/** Takes over the three ints. */
export function newLongRangeIterator(start: Value, step: Value, length: Value): Address {
  const iterator = newObject(LONG_RANGE_ITERATOR, L.WORDS);
  const q = iterator >> 2;
  H[q + L.NEXT] = start;
  H[q + L.STEP] = step;
  H[q + L.REMAINING] = length;
  return iterator;
}

function next(iterator: Address): Value {
  const q = iterator >> 2;
  lock(iterator);
  const item = H[q + L.NEXT];
  const remaining = H[q + L.REMAINING];
  const left = toBigInt(remaining);
  if (left === 0n) {
    unlock(iterator);
    return 0;
  }
  H[q + L.NEXT] = newBigInt(toBigInt(item) + toBigInt(H[q + L.STEP]));
  H[q + L.REMAINING] = newBigInt(left - 1n);
  unlock(iterator);
  decref(remaining);
  return item;
}

function clear(iterator: Address): void {
  const q = iterator >> 2;
  decref(H[q + L.NEXT]);
  decref(H[q + L.STEP]);
  decref(H[q + L.REMAINING]);
}

defineType(LONG_RANGE_ITERATOR, {
  name: 'longrange_iterator',
  words: L.WORDS,
  slots: {
    dealloc(iterator) {
      clear(iterator);
      free(iterator, L.WORDS << 2);
    },
    clear,
    children(iterator, visit) {
      const q = iterator >> 2;
      visit(H[q + L.NEXT]);
      visit(H[q + L.STEP]);
      visit(H[q + L.REMAINING]);
    },
    iterate: own,
    next,
  },
  methods: [noArgs('__length_hint__', (args) => own(H[(H[args] >> 2) + L.REMAINING]))],
});
