// Iterators that walk an indexable object: the object and the next index, with a type per kind. An
// exhausted one gets an index that is out of range of anything. It lets its object go unless readers may
// still look at it: threads which share an iterator must never release the object twice nor under
// another's hands.

import { borrowedReads, decref, free, incref } from '../executors/policy.ts';
import { type Address, IndexIteratorLayout as I, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType } from './define.ts';
import { newInt } from './int.ts';
import { noArgs } from './natives.ts';
import { newObject } from './object.ts';
import { own } from './str.ts';

/** More than any index that an object in the heap can have. */
export const EXHAUSTED = 0x20000000;

export function newIndexIterator(type: Address, sequence: Value, index: number): Address {
  const iterator = newObject(type, I.WORDS);
  const q = iterator >> 2;
  incref(sequence);
  H[q + I.SEQUENCE] = sequence;
  H[q + I.INDEX] = index;
  return iterator;
}

/** Releases the object; the slot `clear`. */
export function clearIterator(iterator: Address): void {
  const word = (iterator >> 2) + I.SEQUENCE;
  const sequence = H[word];
  H[word] = 0;
  if (sequence !== 0) decref(sequence);
}

/** The iterator has met its end, for good. */
export function exhaust(iterator: Address): void {
  H[(iterator >> 2) + I.INDEX] = EXHAUSTED;
  if (!borrowedReads) clearIterator(iterator);
}

/** Declares an iterator type that counts upwards to the length of its object. */
export function defineIndexIterator(
  type: Address,
  name: string,
  next: (iterator: Address) => Value,
  length: (sequence: Value) => number,
): void {
  defineCountingIterator(type, name, next, (iterator) => {
    const q = iterator >> 2;
    const sequence = H[q + I.SEQUENCE];
    return sequence === 0 ? 0 : Math.max(0, length(sequence) - H[q + I.INDEX]);
  });
}

/** Declares an iterator type over IndexIteratorLayout; `remaining` is its length hint. */
export function defineCountingIterator(
  type: Address,
  name: string,
  next: (iterator: Address) => Value,
  remaining: (iterator: Address) => number,
): void {
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
        if (H[(iterator >> 2) + I.SEQUENCE] !== 0) visit(H[(iterator >> 2) + I.SEQUENCE]);
      },
      iterate: own,
      next,
    },
    methods: [noArgs('__length_hint__', (args) => newInt(remaining(H[args])))],
  });
}
