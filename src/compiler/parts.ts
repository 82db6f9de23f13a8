/**
 * The parts of nodes that bind nothing by themselves, in the order in which CPython's symbol table
 * visits them: targets before values. The order decides which of two errors is reported.
 */

import type { Expr, Stmt } from '../ast/nodes.ts';

interface StatementParts {
  readonly expressions: readonly Expr[];
  readonly bodies: readonly (readonly Stmt[])[];
}

/** Parts of expressions that open no scope and declare nothing. */
export function expressionParts(expression: Expr): readonly Expr[] {
  switch (expression.kind) {
    case 'BoolOp':
    case 'JoinedStr':
      return expression.values;
    case 'UnaryOp':
      return [expression.operand];
    case 'IfExp':
      return [expression.test, expression.body, expression.orelse];
    case 'Dict':
      return [...present(expression.keys), ...expression.values];
    case 'Set':
    case 'List':
    case 'Tuple':
      return expression.elts;
    case 'Compare':
      return [expression.left, ...expression.comparators];
    case 'Call':
      return [
        expression.func,
        ...expression.args,
        ...expression.keywords.map((keyword) => keyword.value),
      ];
    case 'FormattedValue':
      return present([expression.value, expression.format_spec]);
    case 'Attribute':
    case 'Starred':
      return [expression.value];
    case 'Subscript':
      return [expression.value, expression.slice];
    case 'Slice':
      return present([expression.lower, expression.upper, expression.step]);
    default:
      return [];
  }
}

/** Expressions and blocks of a statement; the expressions all come before the blocks. */
export function statementParts(statement: Stmt): StatementParts {
  const parts = (
    expressions: readonly (Expr | null)[],
    ...bodies: readonly (readonly Stmt[])[]
  ): StatementParts => ({ expressions: present(expressions), bodies });
  switch (statement.kind) {
    case 'Return':
    case 'Expr':
      return parts([statement.value]);
    case 'Delete':
      return parts(statement.targets);
    case 'Assign':
      return parts([...statement.targets, statement.value]);
    case 'AugAssign':
      return parts([statement.target, statement.value]);
    case 'For':
      return parts([statement.target, statement.iter], statement.body, statement.orelse);
    case 'While':
      return parts([statement.test], statement.body, statement.orelse);
    case 'With':
      return parts(
        statement.items.flatMap((item) => [item.context_expr, item.optional_vars]),
        statement.body,
      );
    case 'Raise':
      return parts([statement.exc, statement.cause]);
    case 'Assert':
      return parts([statement.test, statement.msg]);
    default:
      return parts([]);
  }
}

function present(expressions: readonly (Expr | null)[]): Expr[] {
  return expressions.filter((expression) => expression !== null);
}
