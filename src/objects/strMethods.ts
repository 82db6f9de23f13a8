// All methods of str, gathered from the files that have them by subject.

import type { NativeSpec } from './natives.ts';
import { CASE_METHODS } from './strCase.ts';
import { PAD_METHODS } from './strPad.ts';
import { SEARCH_METHODS } from './strSearch.ts';
import { SPLIT_METHODS } from './strSplit.ts';

export const STR_METHODS: readonly NativeSpec[] = [
  ...SEARCH_METHODS,
  ...SPLIT_METHODS,
  ...CASE_METHODS,
  ...PAD_METHODS,
];
