// Iterators over anything that is indexed or called: iter(x) for an x with only `__getitem__`,
// iter(callable, sentinel), and reversed(x). Those that take other iterators are in iteratorTypes.ts.

import { decref, free, incref, lock, unlock } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  CallableIteratorLayout as C,
  IndexIteratorLayout as I,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { attributeAccess } from './attributeAccess.ts';
import { call0 } from './calling.ts';
import { absorbEndOfSequence, absorbStopIteration } from './catching.ts';
import { namedCount } from './constructors.ts';
import { defineType } from './define.ts';
import { EXHAUSTED, newIndexIterator } from './indexIterator.ts';
import { freeInstance } from './instanceSize.ts';
import { newInt } from './int.ts';
import { noArgs } from './natives.ts';
import { newClearedObject, newObject } from './object.ts';
import { equals, length, subscript, typeName } from './protocol.ts';
import { typeError } from './raise.ts';
import { flagsOf, slotsOf, typeOf } from './slots.ts';
import { own, staticName } from './str.ts';

const REVERSED_NAME = staticName('__reversed__');
const GETITEM_NAME = staticName('__getitem__');

/** `iter(x)` by way of `x[0]`, `x[1]`, ... */
export const newSequenceIterator = (sequence: Value): Address =>
  newIndexIterator(T.SEQUENCE_ITERATOR, sequence, 0);

/** `iter(callable, sentinel)`. The caller has checked that it can be called. */
export function newCallableIterator(callable: Value, sentinel: Value): Address {
  const iterator = newObject(T.CALLABLE_ITERATOR, C.WORDS);
  incref(callable);
  incref(sentinel);
  H[(iterator >> 2) + C.CALLABLE] = callable;
  H[(iterator >> 2) + C.SENTINEL] = sentinel;
  return iterator;
}

/** `sequence[index]`, or 0 where IndexError or StopIteration says that the sequence ends. */
function itemOrEnd(sequence: Value, index: number): Value {
  const key = newInt(index);
  try {
    return subscript(sequence, key);
  } catch (error) {
    absorbEndOfSequence(error);
    return 0;
  } finally {
    decref(key);
  }
}

function sequenceNext(iterator: Address): Value {
  const q = iterator >> 2;
  const index = H[q + I.INDEX];
  if (index === EXHAUSTED) return 0;
  const item = itemOrEnd(H[q + I.SEQUENCE], index);
  H[q + I.INDEX] = item === 0 ? EXHAUSTED : index + 1;
  return item;
}

function reversedNext(iterator: Address): Value {
  const q = iterator >> 2;
  const index = H[q + I.INDEX];
  if (index < 0) return 0;
  const item = itemOrEnd(H[q + I.SEQUENCE], index);
  H[q + I.INDEX] = item === 0 ? -1 : index - 1;
  return item;
}

function callableNext(iterator: Address): Value {
  const q = iterator >> 2;
  lock(iterator);
  const callable = H[q + C.CALLABLE];
  const sentinel = H[q + C.SENTINEL];
  if (callable !== 0) {
    incref(callable);
    incref(sentinel);
  }
  unlock(iterator);
  if (callable === 0) return 0;
  try {
    const result = call0(callable);
    let last = true;
    try {
      last = equals(sentinel, result);
    } finally {
      if (last) decref(result);
    }
    if (!last) return result;
  } catch (error) {
    absorbStopIteration(error);
  } finally {
    decref(callable);
    decref(sentinel);
  }
  clearCallable(iterator);
  return 0;
}

/** Takes both fields out, once. */
function clearCallable(iterator: Address): void {
  const q = iterator >> 2;
  lock(iterator);
  const callable = H[q + C.CALLABLE];
  const sentinel = H[q + C.SENTINEL];
  H[q + C.CALLABLE] = 0;
  H[q + C.SENTINEL] = 0;
  unlock(iterator);
  if (callable === 0) return;
  decref(callable);
  decref(sentinel);
}

function clearIndexed(iterator: Address): void {
  const q = iterator >> 2;
  const sequence = H[q + I.SEQUENCE];
  H[q + I.SEQUENCE] = 0;
  if (sequence !== 0) decref(sequence);
}

/** Whether `x[i]` can be asked for: of instances by their class's methods, of builtins by their slots. */
function isSequence(value: Value): boolean {
  if ((flagsOf(typeOf(value)) & TypeFlag.DICT) !== 0) return false;
  if ((flagsOf(typeOf(value)) & TypeFlag.HEAP) === 0) {
    return slotsOf(value).subscript !== undefined && slotsOf(value).length !== undefined;
  }
  const method = attributeAccess.findSpecial(value, GETITEM_NAME);
  if (method === 0) return false;
  decref(method);
  return true;
}

/** `reversed(x)`: what `__reversed__` returns, or a new iterator. */
export function reversed(type: Address, value: Value): Value {
  const method = attributeAccess.findSpecial(value, REVERSED_NAME);
  if (method === S.NONE || (method === 0 && !isSequence(value))) {
    return typeError(`'${typeName(value)}' object is not reversible`);
  }
  if (method !== 0) {
    try {
      return call0(method);
    } finally {
      decref(method);
    }
  }
  const last = length(value) - 1;
  const iterator = newClearedObject(type, H[(type >> 2) + TypeLayout.INSTANCE_WORDS]);
  H[(iterator >> 2) + I.SEQUENCE] = own(value);
  H[(iterator >> 2) + I.INDEX] = last;
  return iterator;
}

function createReversed(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  if (namedCount(kwNames) > 0 && type === T.REVERSED) {
    return typeError('reversed() takes no keyword arguments');
  }
  const given = count - namedCount(kwNames);
  if (given !== 1) return typeError(`reversed expected 1 argument, got ${given}`);
  return reversed(type, H[args]);
}

function indexedSlots(next: (iterator: Address) => Value) {
  return {
    dealloc(iterator: Address) {
      clearIndexed(iterator);
      freeInstance(iterator);
    },
    clear: clearIndexed,
    children(iterator: Address, visit: (value: Value) => void) {
      if (H[(iterator >> 2) + I.SEQUENCE] !== 0) visit(H[(iterator >> 2) + I.SEQUENCE]);
    },
    iterate: own,
    next,
  };
}

defineType(T.SEQUENCE_ITERATOR, {
  name: 'iterator',
  words: I.WORDS,
  slots: indexedSlots(sequenceNext),
});

defineType(T.REVERSED, {
  name: 'reversed',
  flags: TypeFlag.BASE_OK,
  words: I.WORDS,
  slots: { ...indexedSlots(reversedNext), create: createReversed },
  methods: [noArgs('__length_hint__', (args) => newInt(H[(H[args] >> 2) + I.INDEX] + 1))],
});

defineType(T.CALLABLE_ITERATOR, {
  name: 'callable_iterator',
  words: C.WORDS,
  slots: {
    dealloc(iterator) {
      clearCallable(iterator);
      free(iterator, C.WORDS << 2);
    },
    clear: clearCallable,
    children(iterator, visit) {
      const q = iterator >> 2;
      if (H[q + C.CALLABLE] === 0) return;
      visit(H[q + C.CALLABLE]);
      visit(H[q + C.SENTINEL]);
    },
    iterate: own,
    next: callableNext,
  },
});
