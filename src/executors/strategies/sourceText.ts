// Pieces of the source text that strategies give to tier 2.

import type { CountSource } from '../strategy.ts';

/** A statement for heap objects only; a small int has no count. */
export const guarded = (value: string, tagged: boolean, statement: string): string =>
  tagged ? `if (!(${value} & 1)) ${statement}` : statement;

/** Text that calls the strategy's functions: for those that are long, and for those that are observed. */
export const calledSource = (
  incref: (value: number) => void,
  decref: (value: number) => void,
): CountSource => ({
  names: { incref, decref },
  incref: (value) => `incref(${value});`,
  decref: (value) => `decref(${value});`,
});
