// True and False, immortal, at known addresses.

import { S } from '../heap/builtinTypes.ts';
import type { Value } from '../heap/layout.ts';

/** Immortal, but counted under some executors: the caller increfs it like any value it passes on. */
export const boolOf = (truth: boolean): Value => (truth ? S.TRUE : S.FALSE);
