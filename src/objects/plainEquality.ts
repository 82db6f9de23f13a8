// @hot Equality that needs no Python code and takes no locks: of numbers, strings, and tuples of them. It may
// be asked for under a container's lock, which need not be given up for it.

import { T } from '../heap/builtinTypes.ts';
import { Header, TupleLayout, type Value } from '../heap/layout.ts';
import { F64, H } from '../heap/memory.ts';
import { strEquals } from './str.ts';

/** What is known of two values: `==` must be asked where it may be anything. */
export const enum Plain {
  DIFFERENT = 0,
  SAME = 1,
  UNKNOWN = 2,
}

/** Tuples nested deeper are left to the protocol, which counts its recursion. */
const NESTING_MAX = 8;

/** `x is y or x == y` of exact builtin values. */
export function plainEquality(left: Value, right: Value, nesting = 0): Plain {
  if (left === right) return Plain.SAME;
  if (((left | right) & 1) !== 0) return (left & right & 1) !== 0 ? Plain.DIFFERENT : Plain.UNKNOWN;
  const type = H[(left >> 2) + Header.TYPE];
  if (type !== H[(right >> 2) + Header.TYPE]) return Plain.UNKNOWN;
  if (type === T.STR) return strEquals(left, right) ? Plain.SAME : Plain.DIFFERENT;
  if (type === T.FLOAT)
    return F64[(left >> 3) + 2] === F64[(right >> 3) + 2] ? Plain.SAME : Plain.DIFFERENT;
  // There are two of them.
  if (type === T.BOOL) return Plain.DIFFERENT;
  return type === T.TUPLE && nesting < NESTING_MAX
    ? plainTuples(left >> 2, right >> 2, nesting)
    : Plain.UNKNOWN;
}

function plainTuples(left: number, right: number, nesting: number): Plain {
  const length = H[left + TupleLayout.LENGTH];
  const shared = Math.min(length, H[right + TupleLayout.LENGTH]);
  for (let i = TupleLayout.ITEMS as number; i < TupleLayout.ITEMS + shared; i++) {
    const same = plainEquality(H[left + i], H[right + i], nesting + 1);
    if (same !== Plain.SAME) return same;
  }
  return length === H[right + TupleLayout.LENGTH] ? Plain.SAME : Plain.DIFFERENT;
}
