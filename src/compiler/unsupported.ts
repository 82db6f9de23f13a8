/**
 * What the parser accepts and the compiler does not know yet: each gets a SyntaxError at its place
 * that names it, instead of code that would do something else.
 */

import type { Expr, Stmt } from '../ast/nodes.ts';
import { syntaxError } from './unit.ts';

interface Source {
  readonly filename: string;
  readonly source: string;
}

export function refuseUnsupportedStatement(source: Source, statement: Stmt): void {
  const what = unsupportedStatement(statement);
  if (what !== null) {
    throw syntaxError(source, `gilscope does not support ${what} yet`, placeOf(statement));
  }
}

/** `except*` is named by its first clause, not by the `try` that it belongs to. */
function placeOf(statement: Stmt): Stmt['span'] {
  return statement.kind === 'TryStar'
    ? (statement.handlers[0]?.span ?? statement.span)
    : statement.span;
}

export function refuseUnsupportedExpression(source: Source, expression: Expr): void {
  const what = unsupportedExpression(expression);
  if (what !== null) {
    throw syntaxError(source, `gilscope does not support ${what} yet`, expression.span);
  }
}

function unsupportedStatement(statement: Stmt): string | null {
  switch (statement.kind) {
    case 'Match':
      return "'match' statements";
    case 'AsyncFunctionDef':
      return "'async def' functions";
    case 'AsyncFor':
      return "'async for' loops";
    case 'AsyncWith':
      return "'async with' statements";
    case 'TryStar':
      return "'except*' clauses";
    case 'TypeAlias':
      return "'type' statements";
    case 'FunctionDef':
    case 'ClassDef':
      return statement.type_params.length > 0 ? 'type parameters' : null;
    default:
      return null;
  }
}

function unsupportedExpression(expression: Expr): string | null {
  switch (expression.kind) {
    case 'Await':
      return "'await' expressions";
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return expression.generators.some((part) => part.is_async)
        ? 'asynchronous comprehensions'
        : null;
    case 'Constant':
      return expression.value.type === 'complex' ? 'complex numbers' : null;
    default:
      return null;
  }
}
