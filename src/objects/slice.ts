// Slices: start, stop and step, any values, immutable. What they select of a sequence of a given
// length is worked out here once for all sequences.

import type { CompareOperator } from '../bytecode/opcodes.ts';
import { decref, free, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, SliceLayout, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType } from './define.ts';
import { newBigInt, toBigInt } from './int.ts';
import { oneArg } from './natives.ts';
import { newObject } from './object.ts';
import { compare as compareValues, indexOf, indexSlot, isInt, reprJs } from './protocol.ts';
import { typeError, valueError } from './raise.ts';
import { typeOf } from './slots.ts';
import { newStr, own } from './str.ts';
import { tupleOf } from './tuple.ts';

const NO_INDEX = 'slice indices must be integers or None or have an __index__ method';

/** A slice of these values, whose references it takes over; S.NONE where absent. */
export function newSlice(start: Value, stop: Value, step: Value): Address {
  const slice = newObject(T.SLICE, SliceLayout.WORDS);
  const q = slice >> 2;
  H[q + SliceLayout.START] = start;
  H[q + SliceLayout.STOP] = stop;
  H[q + SliceLayout.STEP] = step;
  return slice;
}

/** What a slice selects: `count` items from `start` on, `step` apart; stop is one step past the end. */
export interface SliceIndices {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** The integer that a part of a slice stands for, clipped to 2**53 and further by who uses it. */
function position(value: Value): number {
  if ((value & 1) !== 0) return value >> 1;
  if (!isInt(value) && indexSlot(value) === undefined) return typeError(NO_INDEX);
  return indexOf(value);
}

function edge(value: Value, absent: number, low: number, high: number, length: number): number {
  if (value === S.NONE) return absent;
  const n = position(value);
  return Math.min(Math.max(n < 0 ? n + length : n, low), high);
}

/** What most slices are made of: None and small ints, which need no Python code to be understood. */
export const isPlainEdge = (value: Value): boolean => (value & 1) !== 0 || value === S.NONE;

/** Where a plain edge of a slice of step 1 lies in a sequence of that size. */
export function plainEdge(value: Value, absent: number, size: number): number {
  if (value === S.NONE) return absent;
  const n = value >> 1;
  const at = n < 0 ? n + size : n;
  return at < 0 ? 0 : at > size ? size : at;
}

/** Applies a slice to a sequence of that length (which must not change between this and its use). */
export function sliceIndices(slice: Address, length: number): SliceIndices {
  const q = slice >> 2;
  const wanted = H[q + SliceLayout.STEP] === S.NONE ? 1 : position(H[q + SliceLayout.STEP]);
  if (wanted === 0) return valueError('slice step cannot be zero');
  // A step of a machine word's size selects one item at most; clipped so that arithmetic stays exact.
  const step = Math.min(Math.max(wanted, -(2 ** 40)), 2 ** 40);
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? length - 1 : length;
  const start = edge(H[q + SliceLayout.START], step < 0 ? high : low, low, high, length);
  const stop = edge(H[q + SliceLayout.STOP], step < 0 ? low : high, low, high, length);
  const room = step < 0 ? start - stop : stop - start;
  const count = room <= 0 ? 0 : Math.floor((room - 1) / Math.abs(step)) + 1;
  return { start, stop, step, count };
}

function bigPosition(value: Value): bigint {
  if (isInt(value)) return toBigInt(value);
  const index = indexSlot(value);
  if (index === undefined) return typeError(NO_INDEX);
  const int = index(value);
  const n = toBigInt(int);
  decref(int);
  return n;
}

/** `slice.indices(length)` for lengths of any size: start, stop, step. */
export function bigSliceIndices(slice: Address, length: bigint): [bigint, bigint, bigint] {
  const q = slice >> 2;
  const step = H[q + SliceLayout.STEP] === S.NONE ? 1n : bigPosition(H[q + SliceLayout.STEP]);
  if (step === 0n) return valueError('slice step cannot be zero');
  const low = step < 0n ? -1n : 0n;
  const high = step < 0n ? length - 1n : length;
  const clip = (value: Value, absent: bigint): bigint => {
    if (value === S.NONE) return absent;
    let n = bigPosition(value);
    if (n < 0n) n += length;
    return n < low ? low : n > high ? high : n;
  };
  const start = clip(H[q + SliceLayout.START], step < 0n ? high : low);
  const stop = clip(H[q + SliceLayout.STOP], step < 0n ? low : high);
  return [start, stop, step];
}

function indices(args: WordIndex): Value {
  const value = H[args + 1];
  if (!isInt(value) && indexSlot(value) === undefined) indexOf(value);
  const length = bigPosition(value);
  if (length < 0n) return valueError('length should not be negative');
  return tupleOf(bigSliceIndices(H[args], length).map(newBigInt));
}

const part = (slice: Address, word: SliceLayout): Value => H[(slice >> 2) + word];

function asTuple(slice: Address): Address {
  return tupleOf([
    own(part(slice, SliceLayout.START)),
    own(part(slice, SliceLayout.STOP)),
    own(part(slice, SliceLayout.STEP)),
  ]);
}

function compareSlices(left: Value, right: Value, operator: CompareOperator): Value {
  if (typeOf(right) !== T.SLICE || typeOf(left) !== T.SLICE) return S.NOT_IMPLEMENTED;
  const l = asTuple(left);
  const r = asTuple(right);
  try {
    return compareValues(l, r, operator);
  } finally {
    decref(l);
    decref(r);
  }
}

function create(_type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  if (kwNames !== 0) return typeError('slice() takes no keyword arguments');
  if (count === 0) return typeError('slice expected at least 1 argument, got 0');
  if (count > 3) return typeError(`slice expected at most 3 arguments, got ${count}`);
  for (let i = 0; i < count; i++) incref(H[args + i]);
  if (count === 1) return newSlice(S.NONE, H[args], S.NONE);
  return newSlice(H[args], H[args + 1], count === 3 ? H[args + 2] : S.NONE);
}

function clearSlice(slice: Address): void {
  decref(part(slice, SliceLayout.START));
  decref(part(slice, SliceLayout.STOP));
  decref(part(slice, SliceLayout.STEP));
}

defineType(T.SLICE, {
  name: 'slice',
  words: SliceLayout.WORDS,
  slots: {
    dealloc(slice) {
      clearSlice(slice);
      free(slice, SliceLayout.WORDS << 2);
    },
    clear: clearSlice,
    children(slice, visit) {
      visit(part(slice, SliceLayout.START));
      visit(part(slice, SliceLayout.STOP));
      visit(part(slice, SliceLayout.STEP));
    },
    hash: undefined,
    repr: (slice) =>
      newStr(
        `slice(${reprJs(part(slice, SliceLayout.START))}, ${reprJs(part(slice, SliceLayout.STOP))}, ${reprJs(part(slice, SliceLayout.STEP))})`,
      ),
    compare: compareSlices,
    create,
  },
  methods: [oneArg('indices', indices)],
  getset: [
    { name: 'start', get: (slice) => own(part(slice, SliceLayout.START)) },
    { name: 'stop', get: (slice) => own(part(slice, SliceLayout.STOP)) },
    { name: 'step', get: (slice) => own(part(slice, SliceLayout.STEP)) },
  ],
});
