// What all sequences share: subscripts as indexes, the bounds of a search, repetition counts, and how
// two sequences are ordered that agree as far as the shorter one goes.

import { type BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { decref } from '../executors/policy.ts';
import { S } from '../heap/builtinTypes.ts';
import { TypeFlag, type Value } from '../heap/layout.ts';
import { toBigInt, toNumber } from './int.ts';
import { hasFlag, indexOf, indexSlot, isInt, typeName } from './protocol.ts';
import { pendError, raise, typeError } from './raise.ts';
import { flagsOf, heapReflected, slotsOf, typeOf } from './slots.ts';

/** Whether a value can serve as an integer. */
export const isIndexable = (value: Value): boolean =>
  (value & 1) !== 0 || isInt(value) || indexSlot(value) !== undefined;

const WORD_MAX = 2n ** 63n - 1n;

/**
 * `value` as a C Py_ssize_t. Raises TypeError if it is no integer, and the error named (IndexError or
 * OverflowError) with CPython's words if it does not fit.
 */
export function wordIndex(value: Value, tooBig: 'IndexError' | 'OverflowError'): number {
  if ((value & 1) !== 0) return value >> 1;
  const n = indexOf(value);
  if (Math.abs(n) >= 2 ** 63 && !fitsWord(value)) {
    return raise(tooBig, `cannot fit '${typeName(value)}' into an index-sized integer`);
  }
  return n;
}

/** Doubles cannot tell 2**63 - 1 from 2**63. */
function fitsWord(value: Value): boolean {
  const int = isInt(value) ? value : (slotsOf(value).index?.(value) ?? 1);
  const n = toBigInt(int);
  if (int !== value) decref(int);
  return n <= WORD_MAX && n >= -WORD_MAX - 1n;
}

/** An integer subscript as an index in [0, length), or IndexError with that message. */
export function itemIndex(key: Value, length: number, outOfRange: string): number {
  const n = wordIndex(key, 'IndexError');
  const index = n < 0 ? n + length : n;
  if (index < 0 || index >= length) return raise('IndexError', outOfRange);
  return index;
}

/** The count of `sequence * value`, at least 0; OverflowError if it is no machine word. */
export const repeatCount = (value: Value): number => Math.max(0, wordIndex(value, 'OverflowError'));

/** A C Py_ssize_t argument as in `list.insert(index, x)` and `list.pop(index)`. */
export function sizeArgument(value: Value): number {
  if ((value & 1) !== 0) return value >> 1;
  const n = indexOf(value);
  if (Math.abs(n) >= 2 ** 63 && !fitsWord(value)) {
    return raise('OverflowError', 'Python int too large to convert to C ssize_t');
  }
  return n;
}

/** `start` and `stop` of `index(x, start, stop)` (0: absent), clipped to [0, length]. */
export function searchBounds(
  start: Value,
  stop: Value,
  length: number,
): { start: number; stop: number } {
  const clip = (value: Value, absent: number): number => {
    if (value === 0) return absent;
    if (!isIndexable(value)) {
      return typeError('slice indices must be integers or have an __index__ method');
    }
    const n = (value & 1) !== 0 ? value >> 1 : isInt(value) ? toNumber(value) : indexOf(value);
    return Math.min(Math.max(n < 0 ? n + length : n, 0), length);
  };
  return { start: clip(start, 0), stop: clip(stop, length) };
}

/** The comparison of two sequences that are equal as far as both go. */
export function orderedByLength(left: number, right: number, operator: CompareOperator): boolean {
  switch (operator) {
    case CompareOperator.LT:
      return left < right;
    case CompareOperator.LE:
      return left <= right;
    case CompareOperator.EQ:
      return left === right;
    case CompareOperator.NE:
      return left !== right;
    case CompareOperator.GT:
      return left > right;
    case CompareOperator.GE:
      return left >= right;
  }
}

const SEQUENCES = TypeFlag.LIST | TypeFlag.TUPLE | TypeFlag.STR | TypeFlag.BYTES;

type BinarySlot = (operator: BinaryOperator, left: Value, right: Value) => Value;

/**
 * The right operand's answer. Sequence operators come after the number protocol of both operands, so
 * a sequence asks its partner before it does its own work or complains.
 */
export function askRight(
  asking: BinarySlot,
  operator: BinaryOperator,
  left: Value,
  right: Value,
): Value {
  const { binary: slot } = slotsOf(right);
  // A builtin sequence has no number protocol: it would only complain in its own words.
  const flags = flagsOf(typeOf(right));
  if ((flags & SEQUENCES) !== 0 && (flags & TypeFlag.HEAP) === 0) return S.NOT_IMPLEMENTED;
  if ((flags & TypeFlag.HEAP) !== 0) return heapReflected.ask(operator, left, right);
  return slot === undefined || slot === asking ? S.NOT_IMPLEMENTED : slot(operator, left, right);
}

/** What `sequence * count` comes to if count is no integer: the partner's answer, or TypeError. */
export function repeatByOther(
  asking: BinarySlot,
  operator: BinaryOperator,
  left: Value,
  right: Value,
  sequence: Value,
): Value {
  if (sequence === left) {
    const other = askRight(asking, operator, left, right);
    if (other !== S.NOT_IMPLEMENTED) return other;
  } else if (hasFlag(left, SEQUENCES)) {
    return S.NOT_IMPLEMENTED;
  }
  const count = sequence === left ? right : left;
  return pendError('TypeError', `can't multiply sequence by non-int of type '${typeName(count)}'`);
}
