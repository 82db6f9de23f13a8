// Ranges: start, stop, step and the length worked out from them, all int values of any size. Nearly
// all are small: a range iterator then counts in plain words, and only ranges beyond 31 bits take the
// way over bigints and the type longrange_iterator.

import { CompareOperator } from '../bytecode/opcodes.ts';
import { decref, free, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  RangeIteratorLayout,
  RangeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { boolOf } from './bool.ts';
import { namedCount } from './constructors.ts';
import { defineType } from './define.ts';
import { newBigInt, newInt, SMALL_MAX, SMALL_MIN, toBigInt, toNumber } from './int.ts';
import { newLongRangeIterator } from './longRange.ts';
import { noArgs, oneArg } from './natives.ts';
import { newObject } from './object.ts';
import { equals, indexSlot, nextItem, reprJs, typeName } from './protocol.ts';
import { raise, typeError, valueError } from './raise.ts';
import { isIndexable } from './sequence.ts';
import { bigSliceIndices } from './slice.ts';
import { typeOf } from './slots.ts';
import { newStr, own } from './str.ts';
import { tupleHash, tupleOf } from './tuple.ts';

const part = (range: Address, word: RangeLayout): Value => H[(range >> 2) + word];
const big = (range: Address, word: RangeLayout): bigint => toBigInt(H[(range >> 2) + word]);

/** A range of these ints, whose references it takes over; the step is not 0. */
export function newRange(start: Value, stop: Value, step: Value): Address {
  const length = lengthOf(start, stop, step);
  const range = newObject(T.RANGE, RangeLayout.WORDS);
  const q = range >> 2;
  H[q + RangeLayout.START] = start;
  H[q + RangeLayout.STOP] = stop;
  H[q + RangeLayout.STEP] = step;
  H[q + RangeLayout.LENGTH] = length;
  return range;
}

function lengthOf(start: Value, stop: Value, step: Value): Value {
  if ((start & stop & step & 1) !== 0) {
    const distance = step >> 1 > 0 ? (stop >> 1) - (start >> 1) : (start >> 1) - (stop >> 1);
    if (distance <= 0) return newInt(0);
    return newInt(Math.floor((distance - 1) / Math.abs(step >> 1)) + 1);
  }
  const by = toBigInt(step);
  const distance = by > 0n ? toBigInt(stop) - toBigInt(start) : toBigInt(start) - toBigInt(stop);
  if (distance <= 0n) return newInt(0);
  return newBigInt((distance - 1n) / (by > 0n ? by : -by) + 1n);
}

/** `operator.index(value)`: an owned exact int. */
function indexValue(value: Value): Value {
  if ((value & 1) !== 0) return value;
  if (typeOf(value) === T.INT) return own(value);
  if (!isIndexable(value)) {
    return typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  }
  const index = indexSlot(value);
  const int = index === undefined ? own(value) : index(value);
  if (typeOf(int) === T.INT) return int;
  const exact = newBigInt(toBigInt(int));
  decref(int);
  return exact;
}

function create(_type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  if (namedCount(kwNames) > 0) return typeError('range() takes no keyword arguments');
  if (count === 0) return typeError('range expected at least 1 argument, got 0');
  if (count > 3) return typeError(`range expected at most 3 arguments, got ${count}`);
  if (count === 1) return newRange(1, indexValue(H[args]), 3);
  const start = indexValue(H[args]);
  let stop: Value = 0;
  let step: Value = 0;
  try {
    stop = indexValue(H[args + 1]);
    step = count === 3 ? indexValue(H[args + 2]) : 3;
    if (step === 1) return valueError('range() arg 3 must not be zero');
  } catch (error) {
    decref(start);
    if (stop !== 0) decref(stop);
    throw error;
  }
  return newRange(start, stop, step);
}

/** Item `index` (0 <= index < length) of a range, owned. */
function itemAt(range: Address, index: number | bigint): Value {
  const start = part(range, RangeLayout.START);
  const step = part(range, RangeLayout.STEP);
  if (typeof index === 'number' && (start & step & 1) !== 0) {
    return newInt((start >> 1) + index * (step >> 1));
  }
  return newBigInt(toBigInt(start) + BigInt(index) * toBigInt(step));
}

function subscript(range: Address, key: Value): Value {
  const length = part(range, RangeLayout.LENGTH);
  if ((key & length & 1) !== 0) {
    const n = length >> 1;
    const index = key >> 1 < 0 ? (key >> 1) + n : key >> 1;
    if (index < 0 || index >= n) return raise('IndexError', 'range object index out of range');
    return itemAt(range, index);
  }
  if (typeOf(key) === T.SLICE) return slice(range, key);
  if (!isIndexable(key)) {
    return typeError(`range indices must be integers or slices, not ${typeName(key)}`);
  }
  const int = indexValue(key);
  const given = toBigInt(int);
  decref(int);
  const n = toBigInt(length);
  const index = given < 0n ? given + n : given;
  if (index < 0n || index >= n) return raise('IndexError', 'range object index out of range');
  return itemAt(range, index);
}

function slice(range: Address, key: Address): Address {
  const [from, to, by] = bigSliceIndices(key, big(range, RangeLayout.LENGTH));
  const start = big(range, RangeLayout.START);
  const step = big(range, RangeLayout.STEP);
  return newRange(
    newBigInt(start + from * step),
    newBigInt(start + to * step),
    newBigInt(step * by),
  );
}

/** Where an int stands in a range; -1 if it does not. */
function positionOf(range: Address, int: Value): bigint {
  const start = big(range, RangeLayout.START);
  const step = big(range, RangeLayout.STEP);
  const offset = toBigInt(int) - start;
  if (offset % step !== 0n) return -1n;
  const index = offset / step;
  return index >= 0n && index < big(range, RangeLayout.LENGTH) ? index : -1n;
}

const isPlainInt = (value: Value): boolean =>
  (value & 1) !== 0 || typeOf(value) === T.INT || typeOf(value) === T.BOOL;

/** Whether a small int is in a range of small ints, without bigints. */
function containsSmall(range: Address, item: number): boolean {
  const start = part(range, RangeLayout.START) >> 1;
  const step = part(range, RangeLayout.STEP) >> 1;
  const offset = item - start;
  if (offset % step !== 0) return false;
  const index = offset / step;
  return index >= 0 && index < part(range, RangeLayout.LENGTH) >> 1;
}

function contains(range: Address, item: Value): boolean {
  const start = part(range, RangeLayout.START);
  const step = part(range, RangeLayout.STEP);
  if ((item & start & step & part(range, RangeLayout.LENGTH) & 1) !== 0) {
    return containsSmall(range, item >> 1);
  }
  if (isPlainInt(item)) return positionOf(range, item) >= 0n;
  return search(range, item) >= 0;
}

/** Index of the first item that equals a value that is no int. */
function search(range: Address, wanted: Value): number {
  const iterator = iterateRange(range);
  try {
    let index = 0;
    for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator), index++) {
      const same = equals(item, wanted);
      decref(item);
      if (same) return index;
    }
    return -1;
  } finally {
    decref(iterator);
  }
}

function countOf(range: Address, wanted: Value): Value {
  if (isPlainInt(wanted)) return newInt(positionOf(range, wanted) >= 0n ? 1 : 0);
  const iterator = iterateRange(range);
  let count = 0;
  try {
    for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator)) {
      if (equals(item, wanted)) count++;
      decref(item);
    }
  } finally {
    decref(iterator);
  }
  return newInt(count);
}

function indexIn(range: Address, wanted: Value): Value {
  if (isPlainInt(wanted)) {
    const index = positionOf(range, wanted);
    return index < 0n ? valueError(`${reprJs(wanted)} is not in range`) : newBigInt(index);
  }
  const index = search(range, wanted);
  return index < 0 ? valueError('sequence.index(x): x not in sequence') : newInt(index);
}

/** Ranges are equal if they run through the same numbers. */
function sameNumbers(left: Address, right: Address): boolean {
  const length = part(left, RangeLayout.LENGTH);
  if (!equals(length, part(right, RangeLayout.LENGTH))) return false;
  if (length === 1) return true;
  if (!equals(part(left, RangeLayout.START), part(right, RangeLayout.START))) return false;
  return length === 3 || equals(part(left, RangeLayout.STEP), part(right, RangeLayout.STEP));
}

function compareRanges(left: Value, right: Value, operator: CompareOperator): Value {
  if (operator !== CompareOperator.EQ && operator !== CompareOperator.NE) return S.NOT_IMPLEMENTED;
  if (typeOf(left) !== T.RANGE || typeOf(right) !== T.RANGE) return S.NOT_IMPLEMENTED;
  return boolOf(sameNumbers(left, right) === (operator === CompareOperator.EQ));
}

function hashRange(range: Address): number {
  const length = part(range, RangeLayout.LENGTH);
  const identity = tupleOf([
    own(length),
    length === 1 ? S.NONE : own(part(range, RangeLayout.START)),
    length === 1 || length === 3 ? S.NONE : own(part(range, RangeLayout.STEP)),
  ]);
  const hash = tupleHash(identity);
  decref(identity);
  return hash;
}

function reprRange(range: Address): Value {
  const start = reprJs(part(range, RangeLayout.START));
  const stop = reprJs(part(range, RangeLayout.STOP));
  const step = part(range, RangeLayout.STEP);
  return newStr(
    step === 3 ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${reprJs(step)})`,
  );
}

function lengthNumber(range: Address): number {
  const length = part(range, RangeLayout.LENGTH);
  if ((length & 1) !== 0) return length >> 1;
  if (toBigInt(length) >= 2n ** 63n) {
    return raise('OverflowError', 'Python int too large to convert to C ssize_t');
  }
  return toNumber(length);
}

/** An iterator over `count` numbers from `start` on. All numbers it gives are small ints. */
export function newRangeIterator(start: number, step: number, count: number): Address {
  const iterator = newObject(T.RANGE_ITERATOR, RangeIteratorLayout.WORDS);
  const q = iterator >> 2;
  H[q + RangeIteratorLayout.NEXT] = start;
  H[q + RangeIteratorLayout.STEP] = step;
  H[q + RangeIteratorLayout.REMAINING] = count;
  return iterator;
}

export function iterateRange(range: Address): Address {
  const start = part(range, RangeLayout.START);
  const step = part(range, RangeLayout.STEP);
  const length = part(range, RangeLayout.LENGTH);
  if ((start & step & length & 1) !== 0) {
    const last = (start >> 1) + (step >> 1) * ((length >> 1) - 1);
    if (length === 1 || (last <= SMALL_MAX && last >= SMALL_MIN)) {
      return newRangeIterator(start >> 1, step >> 1, length >> 1);
    }
  }
  return newLongRangeIterator(own(start), own(step), own(length));
}

function reverse(range: Address): Value {
  const start = big(range, RangeLayout.START);
  const step = big(range, RangeLayout.STEP);
  const length = big(range, RangeLayout.LENGTH);
  const mirrored = newRange(
    newBigInt(start + (length - 1n) * step),
    newBigInt(start - step),
    newBigInt(-step),
  );
  const iterator = iterateRange(mirrored);
  decref(mirrored);
  return iterator;
}

/** The next number of a range iterator; 0 at the end. */
export function rangeIteratorNext(iterator: Address): Value {
  const q = iterator >> 2;
  const remaining = H[q + RangeIteratorLayout.REMAINING];
  if (remaining <= 0) return 0;
  const n = H[q + RangeIteratorLayout.NEXT];
  H[q + RangeIteratorLayout.REMAINING] = remaining - 1;
  H[q + RangeIteratorLayout.NEXT] = n + H[q + RangeIteratorLayout.STEP];
  return (n << 1) | 1;
}

const PARTS = [RangeLayout.START, RangeLayout.STOP, RangeLayout.STEP, RangeLayout.LENGTH] as const;

function clearRange(range: Address): void {
  for (const word of PARTS) decref(part(range, word));
}

defineType(T.RANGE, {
  name: 'range',
  words: RangeLayout.WORDS,
  slots: {
    dealloc(range) {
      clearRange(range);
      free(range, RangeLayout.WORDS << 2);
    },
    clear: clearRange,
    children(range, visit) {
      for (const word of PARTS) visit(part(range, word));
    },
    hash: hashRange,
    repr: reprRange,
    truth: (range) => part(range, RangeLayout.LENGTH) !== 1,
    length: lengthNumber,
    compare: compareRanges,
    subscript,
    contains,
    iterate: iterateRange,
    create,
  },
  methods: [
    noArgs('__reversed__', (args) => reverse(H[args])),
    oneArg('count', (args) => countOf(H[args], H[args + 1])),
    oneArg('index', (args) => indexIn(H[args], H[args + 1])),
  ],
  getset: [
    { name: 'start', get: (range) => own(part(range, RangeLayout.START)) },
    { name: 'stop', get: (range) => own(part(range, RangeLayout.STOP)) },
    { name: 'step', get: (range) => own(part(range, RangeLayout.STEP)) },
  ],
});

defineType(T.RANGE_ITERATOR, {
  name: 'range_iterator',
  words: RangeIteratorLayout.WORDS,
  slots: {
    dealloc: (iterator) => free(iterator, RangeIteratorLayout.WORDS << 2),
    iterate(iterator) {
      incref(iterator);
      return iterator;
    },
    next: rangeIteratorNext,
  },
  methods: [
    noArgs('__length_hint__', (args) => newInt(H[(H[args] >> 2) + RangeIteratorLayout.REMAINING])),
  ],
});
