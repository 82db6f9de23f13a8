// @hot Small operations that generated code calls.

import type { CompareOperator } from '../bytecode/opcodes.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  DictLayout,
  FunctionLayout as F,
  Frame,
  Header,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { dictFindName } from '../objects/dict.ts';
import { compare, isTrueOwned } from '../objects/protocol.ts';
import { strAppendInPlace } from '../objects/strBuild.ts';
import { compareFast } from '../runtime/steps/slow.ts';

/** The truth of a comparison whose result nobody else sees. */
export function compareTruth(operator: CompareOperator, left: Value, right: Value): boolean {
  const fast = compareFast(operator, left, right);
  return fast >= 0 ? fast === 1 : isTrueOwned(compare(left, right, operator));
}

export function compareValues(operator: CompareOperator, left: Value, right: Value): Value {
  const fast = compareFast(operator, left, right);
  return fast < 0 ? compare(left, right, operator) : fast === 1 ? S.TRUE : S.FALSE;
}

export const bothStrings = (left: Value, right: Value): boolean =>
  ((left | right) & 1) === 0 &&
  H[(left >> 2) + Header.TYPE] === T.STR &&
  H[(right >> 2) + Header.TYPE] === T.STR;

/** Appends to a string whose reference is the caller's: an owned string. */
export const appendOwned = (left: Value, right: Value): Value => strAppendInPlace(left, right);

/** The builtins that the frame sees have had these keys since the cache was filled. */
export const builtinsAre = (fp: WordIndex, version: number): boolean =>
  H[(H[(H[fp + Frame.FUNCTION] >> 2) + F.BUILTINS] >> 2) + DictLayout.KEYS_VERSION] === version;

/** The function has a default for that keyword-only parameter. */
export const hasKeywordDefault = (fn: Value, name: Value): boolean => {
  const defaults = H[(fn >> 2) + F.KWDEFAULTS];
  return defaults !== 0 && dictFindName(defaults, name) !== 0;
};
