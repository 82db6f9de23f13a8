// @hot Sums and extremes of lists and tuples that hold nothing but small ints and floats: read in one go
// under the list's lock, for no Python code can run meanwhile. Whoever finds another item in the middle
// answers 0, and the caller begins again in the general way: nothing has been done that could be seen.

import { increfShareable, lock, unlock } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  type Address,
  ListLayout,
  TupleLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { F64, H } from '../heap/memory.ts';
import { newFloat } from './float.ts';
import { newInt } from './int.ts';
import { itemsAt } from './list.ts';
import { typeOf } from './slots.ts';

/** Exact lists and tuples. */
const isRun = (value: Value): boolean => typeOf(value) === T.LIST || typeOf(value) === T.TUPLE;

const firstOf = (run: Address): WordIndex =>
  typeOf(run) === T.LIST ? itemsAt(run) : (run >> 2) + TupleLayout.ITEMS;

const isFloat = (value: Value): boolean => typeOf(value) === T.FLOAT;
const floatOf = (value: Value): number => F64[(value >> 3) + 2] as number;

/** A sum of so many small ints is below 2**50: looked at now and then, it never leaves what doubles count. */
const CHUNK_ITEMS = 1 << 20;

/** The sum as an owned value; 0 if the items are not all numbers, or too large for doubles to be exact. */
export function sumOfRun(run: Value): Value {
  if (!isRun(run)) return 0;
  lock(run);
  const from = firstOf(run);
  // Word 4 is the length of both.
  const to = from + H[(run >> 2) + ListLayout.SIZE];
  let sum = 0;
  let at = from;
  let isExact = true;
  for (let end = from; at === end && at < to && isExact; isExact = Math.abs(sum) < 2 ** 52) {
    end = Math.min(to, end + CHUNK_ITEMS);
    for (; at < end && (H[at] & 1) !== 0; at++) sum += H[at] >> 1;
  }
  const isInt = at === to;
  for (; at < to; at++) {
    const item: Value = H[at];
    if ((item & 1) !== 0) sum += item >> 1;
    else if (isFloat(item)) sum += floatOf(item);
    else break;
  }
  unlock(run);
  if (at < to || !isExact) return 0;
  return isInt ? newInt(sum) : newFloat(sum);
}

/** The first of the greatest (or least) items, owned; 0 if there is none or not all are of one kind of number. */
export function extremeOfRun(run: Value, which: 'max' | 'min'): Value {
  if (!isRun(run)) return 0;
  lock(run);
  const from = firstOf(run);
  const to = from + H[(run >> 2) + ListLayout.SIZE];
  let best: Value = 0;
  if (from < to) {
    best = (H[from] & 1) !== 0 ? smallExtreme(from, to, which) : floatExtreme(from, to, which);
  }
  if (best !== 0) increfShareable(best);
  unlock(run);
  return best;
}

function smallExtreme(from: WordIndex, to: WordIndex, which: 'max' | 'min'): Value {
  let best: Value = H[from];
  const isMax = which === 'max';
  for (let at = from + 1; at < to; at++) {
    const item: Value = H[at];
    if ((item & 1) === 0) return 0;
    if (isMax ? item > best : item < best) best = item;
  }
  return best;
}

function floatExtreme(from: WordIndex, to: WordIndex, which: 'max' | 'min'): Value {
  let best: Value = H[from];
  if (!isFloat(best)) return 0;
  let double = floatOf(best);
  const isMax = which === 'max';
  for (let at = from + 1; at < to; at++) {
    const item: Value = H[at];
    if ((item & 1) !== 0 || !isFloat(item)) return 0;
    const candidate = floatOf(item);
    if (isMax ? candidate > double : candidate < double) {
      best = item;
      double = candidate;
    }
  }
  return best;
}
