// @hot Comparisons that need no Python code: of numbers, strings, and of tuples and lists of them. They take no
// locks but those of two lists, and may be asked for under a container's.
//
// Whatever they cannot decide is left to the protocol, which then begins anew: nothing has happened here.

import { CompareOperator } from '../bytecode/opcodes.ts';
import { lockPair, unlockPair } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  type Address,
  Header,
  ListLayout,
  StorageLayout,
  TupleLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { F64, H } from '../heap/memory.ts';
import { Plain, plainEquality } from './plainEquality.ts';
import { strCompare, strEquals } from './str.ts';

/** What plainOrder answers when the protocol must be asked. */
export const ASK = -1;

/** Tuples nested deeper are left to the protocol, which counts its recursion. */
const NESTING_MAX = 8;

const holds = (operator: CompareOperator, left: number, right: number): number => {
  switch (operator) {
    case CompareOperator.LT:
      return left < right ? 1 : 0;
    case CompareOperator.LE:
      return left <= right ? 1 : 0;
    case CompareOperator.EQ:
      return left === right ? 1 : 0;
    case CompareOperator.NE:
      return left !== right ? 1 : 0;
    case CompareOperator.GT:
      return left > right ? 1 : 0;
    default:
      return left >= right ? 1 : 0;
  }
};

/** `left operator right` of exact builtin values: 1, 0 or ASK. */
export function plainOrder(
  operator: CompareOperator,
  left: Value,
  right: Value,
  nesting = 0,
): number {
  if (((left | right) & 1) !== 0) {
    return (left & right & 1) !== 0 ? holds(operator, left, right) : ASK;
  }
  const type = H[(left >> 2) + Header.TYPE];
  if (type !== H[(right >> 2) + Header.TYPE]) return ASK;
  if (type === T.FLOAT) {
    return holds(operator, F64[(left >> 3) + 2] as number, F64[(right >> 3) + 2] as number);
  }
  if (type === T.STR) return orderOfStrings(operator, left, right);
  if (nesting >= NESTING_MAX) return ASK;
  if (type === T.TUPLE) return orderOfTuples(operator, left >> 2, right >> 2, nesting);
  return type === T.LIST && nesting === 0 ? orderOfLists(operator, left, right) : ASK;
}

function orderOfStrings(operator: CompareOperator, left: Address, right: Address): number {
  if (operator === CompareOperator.EQ) return strEquals(left, right) ? 1 : 0;
  if (operator === CompareOperator.NE) return strEquals(left, right) ? 0 : 1;
  return holds(operator, strCompare(left, right), 0);
}

function orderOfTuples(
  operator: CompareOperator,
  left: WordIndex,
  right: WordIndex,
  nesting: number,
): number {
  const size = H[left + TupleLayout.LENGTH];
  const other = H[right + TupleLayout.LENGTH];
  const l = left + TupleLayout.ITEMS;
  return orderOfItems(operator, l, size, right + TupleLayout.ITEMS, other, nesting);
}

/** Two exact lists: lists within them have locks of their own, so they are not looked into. */
function orderOfLists(operator: CompareOperator, left: Address, right: Address): number {
  lockPair(left, right);
  const size = H[(left >> 2) + ListLayout.SIZE];
  const other = H[(right >> 2) + ListLayout.SIZE];
  const l = (H[(left >> 2) + ListLayout.STORAGE] >> 2) + StorageLayout.ITEMS;
  const r = (H[(right >> 2) + ListLayout.STORAGE] >> 2) + StorageLayout.ITEMS;
  const isEquality = operator === CompareOperator.EQ || operator === CompareOperator.NE;
  const answer =
    isEquality && size !== other
      ? holds(operator, size, other)
      : orderOfItems(operator, l, size, r, other, 1);
  unlockPair(left, right);
  return answer;
}

/** The first items that differ decide, else the lengths. */
function orderOfItems(
  operator: CompareOperator,
  left: WordIndex,
  leftSize: number,
  right: WordIndex,
  rightSize: number,
  nesting: number,
): number {
  const shared = leftSize < rightSize ? leftSize : rightSize;
  for (let i = 0; i < shared; i++) {
    const l: Value = H[left + i];
    const r: Value = H[right + i];
    if (l === r) continue;
    const same = plainEquality(l, r, nesting + 1);
    if (same === Plain.SAME) continue;
    if (same === Plain.UNKNOWN) return ASK;
    if (operator === CompareOperator.EQ) return 0;
    return operator === CompareOperator.NE ? 1 : plainOrder(operator, l, r, nesting + 1);
  }
  return holds(operator, leftSize, rightSize);
}
