// Arguments of text methods: positions as in slices, strings that must be strings, counts. Words of
// messages as CPython's argument clinic has them.

import type { BinaryOperator } from '../bytecode/opcodes.ts';
import { S } from '../heap/builtinTypes.ts';
import {
  type Address,
  SliceLayout,
  TupleLayout,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { hasFlag, indexOf, indexSlot, isInt, isStr, typeName } from './protocol.ts';
import { raise, typeError, valueError } from './raise.ts';
import { slotsOf } from './slots.ts';
import { toJs } from './str.ts';

const WHERE = 'slice indices must be integers or None or have an __index__ method';

/** Start and end after clipping to a length; the caller reads both at once after `sliceBounds`. */
export const bounds = { start: 0, end: 0 };

/** Sets `bounds` from two optional arguments (0 or None: absent) for something of that length. */
export function sliceBounds(start: Value, end: Value, length: number): void {
  const from = start === 0 || start === S.NONE ? 0 : position(start);
  let to = end === 0 || end === S.NONE ? length : position(end);
  if (to > length) to = length;
  else if (to < 0) to = Math.max(0, to + length);
  bounds.start = from < 0 ? Math.max(0, from + length) : from;
  bounds.end = to;
}

function position(value: Value): number {
  if (!isInt(value) && indexSlot(value) === undefined) return typeError(WHERE);
  return indexOf(value);
}

/** How clinic words name the type of a wrong argument. */
export const describe = (value: Value): string => (value === S.NONE ? 'None' : typeName(value));

/** `value` as a str, or "find() argument 1 must be str, not int". */
export function strArgument(value: Value, method: string, which = 'argument'): Address {
  if (isStr(value)) return value;
  return typeError(`${method}() ${which} must be str, not ${describe(value)}`);
}

/** A C `Py_ssize_t` argument: an integer that fits a machine word. */
export function countArgument(value: Value, fallback: number): number {
  if (value === 0) return fallback;
  const n = indexOf(value);
  if (n >= 2 ** 63 || n < -(2 ** 63)) {
    return raise('OverflowError', 'Python int too large to convert to C ssize_t');
  }
  return n;
}

/** Argument number `index` (from 0) of a method, 0 if it is absent. */
export const argument = (args: WordIndex, index: number): Value => H[args + 1 + index];

/** Which items a slice selects; read at once after `sliceSpan`. */
export const span = { start: 0, step: 1, count: 0 };

/** Sets `span` for a slice object over that many items (PySlice_AdjustIndices). */
export function sliceSpan(slice: Address, length: number): void {
  const q = slice >> 2;
  const step = H[q + SliceLayout.STEP] === S.NONE ? 1 : position(H[q + SliceLayout.STEP]);
  if (step === 0) valueError('slice step cannot be zero');
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? length - 1 : length;
  const start = edge(H[q + SliceLayout.START], step < 0 ? high : low, low, high, length);
  const stop = edge(H[q + SliceLayout.STOP], step < 0 ? low : high, low, high, length);
  const room = step < 0 ? start - stop : stop - start;
  span.start = start;
  span.step = step;
  span.count = room <= 0 ? 0 : Math.floor((room - 1) / Math.abs(step)) + 1;
}

function edge(value: Value, absent: number, low: number, high: number, length: number): number {
  if (value === S.NONE) return absent;
  const n = position(value);
  return Math.min(Math.max(n < 0 ? n + length : n, low), high);
}

/** A subscript that is no slice as an index in range: "string index out of range"; `what` '' for none. */
export function itemIndex(key: Value, length: number, what: string): number {
  let i: number;
  if ((key & 1) !== 0) i = key >> 1;
  else {
    i = indexOf(key);
    if (i >= 2 ** 63 || i < -(2 ** 63)) {
      return raise('IndexError', `cannot fit '${typeName(key)}' into an index-sized integer`);
    }
  }
  if (i < 0) i += length;
  if (i < 0 || i >= length) return raise('IndexError', `${what} index out of range`.trimStart());
  return i;
}

/** Whether a value can serve as an integer. */
export const isIndex = (value: Value): boolean => isInt(value) || indexSlot(value) !== undefined;

/** The count of `sequence * value`, at least 0. */
export function repeatCount(value: Value): number {
  const n = indexOf(value);
  if (n >= 2 ** 63 || n < -(2 ** 63)) {
    return raise('OverflowError', `cannot fit '${typeName(value)}' into an index-sized integer`);
  }
  return Math.max(0, n);
}

/**
 * The arguments of a constructor by position or name, 0 where absent. Errors in the words of the
 * constructor `name`.
 */
export function constructorArguments(
  name: string,
  parameters: readonly string[],
  args: WordIndex,
  count: number,
  kwNames: Value,
): Value[] {
  if (count > parameters.length) {
    return typeError(`${name}() takes at most ${parameters.length} arguments (${count} given)`);
  }
  const given: Value[] = parameters.map(() => 0);
  const named = kwNames === 0 ? 0 : H[(kwNames >> 2) + TupleLayout.LENGTH];
  const places = count - named;
  for (let i = 0; i < places; i++) given[i] = H[args + i];
  for (let i = 0; i < named; i++) {
    const key = toJs(H[(kwNames >> 2) + TupleLayout.ITEMS + i]);
    const index = parameters.indexOf(key);
    if (index < 0) return typeError(`'${key}' is an invalid keyword argument for ${name}()`);
    if (index < places) {
      return typeError(
        `argument for ${name}() given by name ('${key}') and position (${index + 1})`,
      );
    }
    given[index] = H[args + places + i];
  }
  return given;
}

/**
 * Concatenation and repetition come after the arithmetic of both operands: what an instance of a class
 * has as `__radd__` or `__rmul__`, or NotImplemented.
 */
export function askInstance(operator: BinaryOperator, left: Value, right: Value): Value {
  if (!hasFlag(right, TypeFlag.HEAP)) return S.NOT_IMPLEMENTED;
  const { binary: slot } = slotsOf(right);
  return slot === undefined ? S.NOT_IMPLEMENTED : slot(operator, left, right);
}
