// @hot Small operations that generated code calls.

import type { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { decref, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  DictLayout,
  FunctionLayout as F,
  Header,
  type Value,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { HeapExhausted } from '../heap/pages.ts';
import { dictFindName } from '../objects/dict.ts';
import { binaryInts } from '../objects/intArithmetic.ts';
import { ofTwoLimbs } from '../objects/limbs.ts';
import { plainOrder } from '../objects/plainOrder.ts';
import { compare, isTrueOwned } from '../objects/protocol.ts';
import { strAppendInPlace } from '../objects/strBuild.ts';

/** The truth of a comparison whose result nobody else sees. */
export function compareTruth(operator: CompareOperator, left: Value, right: Value): boolean {
  const fast = plainOrder(operator, left, right);
  return fast >= 0 ? fast === 1 : isTrueOwned(compare(left, right, operator));
}

export function compareValues(operator: CompareOperator, left: Value, right: Value): Value {
  const fast = plainOrder(operator, left, right);
  return fast < 0 ? compare(left, right, operator) : fast === 1 ? S.TRUE : S.FALSE;
}

export const bothStrings = (left: Value, right: Value): boolean =>
  ((left | right) & 1) === 0 &&
  H[(left >> 2) + Header.TYPE] === T.STR &&
  H[(right >> 2) + Header.TYPE] === T.STR;

/** Appends to a string whose reference is the caller's: an owned string. */
export const appendOwned = (left: Value, right: Value): Value => strAppendInPlace(left, right);

/** The int of two words without a sign; 0 if there is no memory for it. */
export function boxWide(low: number, high: number): Value {
  try {
    return ofTwoLimbs(low, high);
  } catch (error) {
    if (error instanceof HeapExhausted) return 0;
    throw error;
  }
}

/** `left operator right` of two ints that are let go of; 0 if there is no memory for it, or was none for them. */
export function combineOwned(operator: BinaryOperator, left: Value, right: Value): Value {
  let result: Value = 0;
  try {
    if (left !== 0 && right !== 0) result = binaryInts(operator, left, right);
  } catch (error) {
    if (!(error instanceof HeapExhausted)) throw error;
  }
  if (left !== 0) decref(left);
  if (right !== 0) decref(right);
  return result;
}

/** The value, with a reference more. */
export function counted(value: Value): Value {
  incref(value);
  return value;
}

/** What the functions above leave to be raised once the frame is ready for it. */
export function outOfMemory(): never {
  throw new HeapExhausted();
}

/** The builtins that the function sees have had these keys since the cache was filled. */
export const builtinsAre = (fn: Address, version: number): boolean =>
  H[(H[(fn >> 2) + F.BUILTINS] >> 2) + DictLayout.KEYS_VERSION] === version;

/** The function has a default for that keyword-only parameter. */
export const hasKeywordDefault = (fn: Value, name: Value): boolean => {
  const defaults = H[(fn >> 2) + F.KWDEFAULTS];
  return defaults !== 0 && dictFindName(defaults, name) !== 0;
};
