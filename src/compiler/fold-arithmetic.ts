/**
 * Binary operators on constants, within CPython 3.11's limits on the size of the result.
 *
 * Every function gives null where the operation is to be left to run time: wrong types, errors such
 * as a division by zero, results that are too large, and results that JavaScript's arithmetic may
 * round differently from C's.
 */

import type { Operator } from '../ast/nodes.ts';
import type { Constant } from '../bytecode/code.ts';

const INT_BITS_MAX = 128n;
const COLLECTION_SIZE_MAX = 256;
const STRING_SIZE_MAX = 4096;
const TOTAL_ITEMS_MAX = 1024;
/** Integers up to here are exact as doubles, so that their quotient is rounded once. */
const EXACT_DOUBLE_MAX = 2n ** 53n;

export function foldBinary(op: Operator, left: Constant, right: Constant): Constant | null {
  const a = number(left);
  const b = number(right);
  if (typeof a === 'bigint' && typeof b === 'bigint') {
    if (isBool(left) && isBool(right)) return foldBools(op, a, b);
    return foldInts(op, a, b);
  }
  if (a !== null && b !== null) return foldFloats(op, Number(a), Number(b));
  if (op === 'Add') return concatenate(left, right);
  if (op === 'Mult') {
    if (typeof a === 'bigint') return repeat(right, a);
    if (typeof b === 'bigint') return repeat(left, b);
  }
  return null;
}

export function truth(constant: Constant): boolean {
  switch (constant.type) {
    case 'None':
    case 'False':
      return false;
    case 'int':
      return constant.value !== 0n;
    case 'float':
      return constant.value !== 0;
    case 'str':
    case 'bytes':
      return constant.value.length > 0;
    case 'tuple':
    case 'frozenset':
      return constant.items.length > 0;
    default:
      return true;
  }
}

function number(constant: Constant): bigint | number | null {
  switch (constant.type) {
    case 'int':
    case 'float':
      return constant.value;
    case 'True':
      return 1n;
    case 'False':
      return 0n;
    default:
      return null;
  }
}

function isBool(constant: Constant): boolean {
  return constant.type === 'True' || constant.type === 'False';
}

function bitLength(value: bigint): bigint {
  const digits = (value < 0n ? -value : value).toString(2);
  return digits === '0' ? 0n : BigInt(digits.length);
}

function foldBools(op: Operator, a: bigint, b: bigint): Constant | null {
  const bool = (value: bigint): Constant => ({ type: value === 1n ? 'True' : 'False' });
  if (op === 'BitAnd') return bool(a & b);
  if (op === 'BitOr') return bool(a | b);
  if (op === 'BitXor') return bool(a ^ b);
  return foldInts(op, a, b);
}

function foldInts(op: Operator, a: bigint, b: bigint): Constant | null {
  if (op === 'Div') {
    const exact = [a, b].every((x) => x <= EXACT_DOUBLE_MAX && x >= -EXACT_DOUBLE_MAX);
    if (b === 0n || !exact) return null;
    const quotient = Number(a) / Number(b);
    // Python's 0 / -5 is -0.0 too, so the sign of zero needs no care.
    return { type: 'float', value: quotient };
  }
  const value = intResult(op, a, b);
  return value === null ? null : { type: 'int', value };
}

function intResult(op: Operator, a: bigint, b: bigint): bigint | null {
  switch (op) {
    case 'Add':
      return a + b;
    case 'Sub':
      return a - b;
    case 'Mult':
      return bitLength(a) + bitLength(b) > INT_BITS_MAX && a !== 0n && b !== 0n ? null : a * b;
    case 'FloorDiv':
      return b === 0n ? null : floorDivide(a, b);
    case 'Mod':
      return b === 0n ? null : a - floorDivide(a, b) * b;
    case 'Pow':
      if (b < 0n || (b > 0n && bitLength(a) > INT_BITS_MAX / b)) return null;
      return a ** b;
    case 'LShift':
      if (b < 0n || (a !== 0n && (b > INT_BITS_MAX || bitLength(a) > INT_BITS_MAX - b)))
        return null;
      return a === 0n ? 0n : a << b;
    case 'RShift':
      if (b < 0n) return null;
      return b > bitLength(a) ? (a < 0n ? -1n : 0n) : a >> b;
    case 'BitAnd':
      return a & b;
    case 'BitOr':
      return a | b;
    case 'BitXor':
      return a ^ b;
    default:
      return null;
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return quotient * b !== a && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function foldFloats(op: Operator, a: number, b: number): Constant | null {
  // An integer operand too large for a double raises OverflowError at run time.
  if (!Number.isFinite(a) || !Number.isFinite(b)) return null;
  switch (op) {
    case 'Add':
      return { type: 'float', value: a + b };
    case 'Sub':
      return { type: 'float', value: a - b };
    case 'Mult':
      return { type: 'float', value: a * b };
    case 'Div':
      return b === 0 ? null : { type: 'float', value: a / b };
    default:
      return null;
  }
}

function concatenate(left: Constant, right: Constant): Constant | null {
  if (left.type === 'str' && right.type === 'str') {
    return { type: 'str', value: left.value + right.value };
  }
  if (left.type === 'bytes' && right.type === 'bytes') {
    return { type: 'bytes', value: Uint8Array.of(...left.value, ...right.value) };
  }
  if (left.type === 'tuple' && right.type === 'tuple') {
    return { type: 'tuple', items: [...left.items, ...right.items] };
  }
  return null;
}

function repeat(sequence: Constant, times: bigint): Constant | null {
  if (sequence.type === 'str') {
    const size = [...sequence.value].length;
    if (size > 0 && (times < 0n || times > STRING_SIZE_MAX / size)) return null;
    return { type: 'str', value: size === 0 ? '' : sequence.value.repeat(Number(times)) };
  }
  if (sequence.type === 'bytes') {
    const size = sequence.value.length;
    if (size > 0 && (times < 0n || times > STRING_SIZE_MAX / size)) return null;
    const value = new Uint8Array(size === 0 ? 0 : size * Number(times));
    for (let at = 0; at < value.length; at += size) value.set(sequence.value, at);
    return { type: 'bytes', value };
  }
  if (sequence.type !== 'tuple') return null;
  const { items } = sequence;
  if (items.length === 0) return sequence;
  if (times < 0n || times > COLLECTION_SIZE_MAX / items.length) return null;
  if (times > 0n && !isSmall(sequence, TOTAL_ITEMS_MAX / Number(times))) return null;
  return { type: 'tuple', items: Array.from({ length: Number(times) }, () => items).flat() };
}

/** At most `budget` items in a tuple and all tuples inside it. */
function isSmall(constant: Constant, budget: number): boolean {
  return countItems(constant) <= budget;
}

function countItems(constant: Constant): number {
  if (constant.type !== 'tuple') return 0;
  return constant.items.reduce((sum, item) => sum + countItems(item), constant.items.length);
}
