/**
 * The iterable of a `for`: a list display there is never seen by anybody else, so a tuple does,
 * and a display of constants is one constant.
 */

import type { Expr } from '../ast/nodes.ts';
import { compileSequence } from './displays.ts';
import { foldDisplay } from './fold.ts';
import type { Unit } from './unit.ts';

export function compileIterable(unit: Unit, iterable: Expr): void {
  const outer = unit.span;
  unit.span = iterable.span;
  const constant = foldDisplay(unit, iterable);
  if (constant !== null) {
    unit.loadConstant(constant);
  } else if (iterable.kind === 'List' && !iterable.elts.some(({ kind }) => kind === 'Starred')) {
    compileSequence(unit, iterable.elts, 0, 'tuple');
  } else {
    unit.expression(iterable);
  }
  unit.span = outer;
}
