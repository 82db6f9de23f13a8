/**
 * Expressions as targets: which may be assigned to or deleted, what the others are called in
 * messages, and the change of their context from Load.
 *
 * A target is parsed as an expression and turned into a target afterwards, since nobody knows at
 * its start whether an `=` will follow.
 */

import type { Context, Expr } from '../src/ast/nodes.ts';

export type TargetSort = 'assignment' | 'deletion' | 'loop';

/** The part of the expression that cannot be a target, or null. */
export function invalidTarget(expr: Expr, sort: TargetSort): Expr | null {
  switch (expr.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      return null;
    case 'Starred':
      return sort === 'deletion' ? expr : invalidTarget(expr.value, sort);
    case 'List':
    case 'Tuple':
      for (const elt of expr.elts) {
        const invalid = invalidTarget(elt, sort);
        if (invalid !== null) return invalid;
      }
      return null;
    default:
      return expr;
  }
}

/** Sets the context of a valid target and of the targets in it. */
export function setContext(expr: Expr, ctx: Context): void {
  switch (expr.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      expr.ctx = ctx;
      break;
    case 'Starred':
      expr.ctx = ctx;
      setContext(expr.value, ctx);
      break;
    case 'List':
    case 'Tuple':
      expr.ctx = ctx;
      for (const elt of expr.elts) setContext(elt, ctx);
      break;
    default:
      break;
  }
}

const DESCRIPTIONS: Record<Exclude<Expr['kind'], 'Constant'>, string> = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
  Slice: 'slice',
};

/** What CPython's messages call this expression. */
export function describe(expr: Expr): string {
  if (expr.kind !== 'Constant') return DESCRIPTIONS[expr.kind];
  switch (expr.value.type) {
    case 'None':
    case 'True':
    case 'False':
      return expr.value.type;
    case 'Ellipsis':
      return 'ellipsis';
    default:
      return 'literal';
  }
}
