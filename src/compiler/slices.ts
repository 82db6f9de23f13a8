/**
 * Slices without a step, which are read and stored without making a slice object.
 */

import type { Expr } from '../ast/nodes.ts';
import type { Unit } from './unit.ts';

/** `a:b` without a step has instructions of its own that build no slice object. */
export function isPlainSlice(slice: Expr): slice is Extract<Expr, { kind: 'Slice' }> {
  return slice.kind === 'Slice' && slice.step === null;
}

/** Bounds of `a[lower:upper]`, on the stack for BINARY_SLICE and its kin; None where left out. */
export function compileSliceBounds(unit: Unit, slice: Extract<Expr, { kind: 'Slice' }>): void {
  for (const bound of [slice.lower, slice.upper]) {
    if (bound === null) unit.loadNone();
    else unit.expression(bound);
  }
}
