/**
 * Annotations: evaluated where Python 3.11 evaluates them, or kept as text under
 * `from __future__ import annotations`. Those of simple names in a module or class go into its
 * `__annotations__`; those of a function's local variables are not evaluated at all.
 */

import type { AnnAssign, Expr, Stmt } from '../ast/nodes.ts';
import { Op } from '../bytecode/opcodes.ts';
import { compileStore } from './targets.ts';
import type { Unit } from './unit.ts';
import { unparse } from './unparse.ts';

/** Leaves the annotation, or its text, on the stack. */
export function compileAnnotation(unit: Unit, annotation: Expr): void {
  if (unit.session.textAnnotations) {
    unit.loadConstant({ type: 'str', value: unparse(annotation) });
  } else if (annotation.kind === 'Starred') {
    // `*args: *Ts` (PEP 646) unpacks to exactly one value.
    unit.expression(annotation.value);
    unit.emit(Op.UNPACK_SEQUENCE, 1);
  } else {
    unit.expression(annotation);
  }
}

export function compileAnnotatedAssignment(unit: Unit, node: AnnAssign): void {
  const { target } = node;
  const keeps = !unit.isFunction;
  if (node.value !== null) {
    unit.expression(node.value);
    compileStore(unit, target);
  }
  if (target.kind === 'Name') {
    if (target.id === '__debug__') unit.fail('cannot assign to __debug__');
    if (node.simple && keeps) {
      compileAnnotation(unit, node.annotation);
      unit.emit(Op.LOAD_NAME, unit.nameIndex('__annotations__'));
      unit.loadConstant({ type: 'str', value: unit.scope.mangle(target.id) });
      unit.emit(Op.STORE_SUBSCR);
    }
  } else if (node.value === null) {
    // The target is not stored to, but its parts are still evaluated.
    discard(unit, target.value);
    if (target.kind === 'Subscript') discardIndex(unit, target.slice);
  }
  if (!node.simple && keeps && !unit.session.textAnnotations) discard(unit, node.annotation);
}

/** True if the statements of a module or class need an `__annotations__` dict. */
export function hasAnnotations(body: readonly Stmt[]): boolean {
  const pending: (readonly Stmt[])[] = [body];
  for (let list = pending.pop(); list !== undefined; list = pending.pop()) {
    for (const statement of list) {
      if (statement.kind === 'AnnAssign') return true;
      pending.push(...bodiesOf(statement));
    }
  }
  return false;
}

function bodiesOf(statement: Stmt): (readonly Stmt[])[] {
  switch (statement.kind) {
    case 'For':
    case 'While':
    case 'If':
      return [statement.body, statement.orelse];
    case 'With':
      return [statement.body];
    case 'Try':
      return [
        statement.body,
        statement.orelse,
        statement.finalbody,
        ...statement.handlers.map((handler) => handler.body),
      ];
    default:
      return [];
  }
}

function discard(unit: Unit, expression: Expr): void {
  unit.expression(expression);
  unit.emit(Op.POP_TOP);
}

function discardIndex(unit: Unit, index: Expr): void {
  if (index.kind === 'Slice') {
    for (const part of [index.lower, index.upper, index.step]) {
      if (part !== null) discard(unit, part);
    }
  } else if (index.kind === 'Tuple') {
    for (const element of index.elts) discardIndex(unit, element);
  } else {
    discard(unit, index);
  }
}
