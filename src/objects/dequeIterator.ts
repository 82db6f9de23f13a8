// Iterators over a deque in both directions. One that finds its deque changed raises RuntimeError.

import { decref, free, incref } from '../executors/policy.ts';
import { type Address, DequeLayout, DequeIteratorLayout as I, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType, staticType } from './define.ts';
import { dequeGet, dequeSize } from './deque.ts';
import { newInt } from './int.ts';
import { noArgs } from './natives.ts';
import { newObject } from './object.ts';
import { raise } from './raise.ts';
import { own } from './str.ts';

export const DEQUE_ITERATOR = staticType();
export const DEQUE_REVERSE_ITERATOR = staticType();

export function newDequeIterator(type: Address, deque: Address): Address {
  const iterator = newObject(type, I.WORDS);
  const q = iterator >> 2;
  incref(deque);
  H[q + I.DEQUE] = deque;
  H[q + I.POSITION] = 0;
  H[q + I.CHANGES] = H[(deque >> 2) + DequeLayout.CHANGES];
  H[q + I.STEP] = type === DEQUE_ITERATOR ? 1 : -1;
  return iterator;
}

function next(iterator: Address): Value {
  const q = iterator >> 2;
  const deque = H[q + I.DEQUE];
  const position = H[q + I.POSITION];
  if (position < 0) return 0;
  const size = dequeSize(deque);
  if (H[(deque >> 2) + DequeLayout.CHANGES] !== H[q + I.CHANGES]) {
    H[q + I.POSITION] = -1;
    return raise('RuntimeError', 'deque mutated during iteration');
  }
  if (position >= size) {
    H[q + I.POSITION] = -1;
    return 0;
  }
  H[q + I.POSITION] = position + 1;
  return dequeGet(deque, H[q + I.STEP] > 0 ? position : size - 1 - position);
}

function clear(iterator: Address): void {
  const deque = H[(iterator >> 2) + I.DEQUE];
  H[(iterator >> 2) + I.DEQUE] = 0;
  if (deque !== 0) decref(deque);
}

function define(type: Address, name: string): void {
  defineType(type, {
    name,
    module: '_collections',
    words: I.WORDS,
    slots: {
      dealloc(iterator) {
        clear(iterator);
        free(iterator, I.WORDS << 2);
      },
      clear,
      children: (iterator, visit) => visit(H[(iterator >> 2) + I.DEQUE]),
      iterate: own,
      next,
    },
    methods: [
      noArgs('__length_hint__', (args) => {
        const q = H[args] >> 2;
        const position = H[q + I.POSITION];
        return newInt(position < 0 ? 0 : Math.max(0, dequeSize(H[q + I.DEQUE]) - position));
      }),
    ],
  });
}

define(DEQUE_ITERATOR, '_deque_iterator');
define(DEQUE_REVERSE_ITERATOR, '_deque_reverse_iterator');
