/**
 * Positions that are not simply the span of the node being visited.
 */

import type { Expr } from '../ast/nodes.ts';
import type { Unit } from './unit.ts';

/** In a chain over several lines, an attribute is reported on the line of its name. */
export function moveToAttribute(unit: Unit, attribute: Extract<Expr, { kind: 'Attribute' }>): void {
  const { span } = unit;
  if (span === null || span.line === attribute.span.endLine) return;
  const column = attribute.span.endColumn - [...attribute.attr].length;
  unit.span = { ...span, line: attribute.span.endLine, column };
}
