/**
 * From the tree to code: the three ways in, one per mode of Python's `compile`.
 *
 * A compilation is two walks: scope-builder.ts decides what names mean, then one Unit per scope
 * collects instructions (statements.ts, expressions.ts) and assemble.ts turns them into words.
 * Errors are PythonSyntaxError with CPython 3.11's messages; `source` is only needed for the line
 * of text that they show.
 */

import type { Expression, Interactive, Mod, Module } from '../ast/nodes.ts';
import type { Code } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import { hasAnnotations } from './annotations.ts';
import { assemble } from './assemble.ts';
import { compileBody } from './classes.ts';
import { compileExpression as visitExpression } from './expressions.ts';
import { findFutureImports } from './future.ts';
import { buildScopes } from './scope-builder.ts';
import { compileStatements } from './statements.ts';
import { Unit } from './unit.ts';

/** 'exec' mode. */
export function compileModule(tree: Module, filename: string, source = ''): Code {
  const unit = openModule(tree, filename, source);
  compileBody(unit, tree.body);
  return finish(unit);
}

/** 'single' mode: the value of an expression statement is printed. */
export function compileInteractive(tree: Interactive, filename: string, source = ''): Code {
  const unit = openModule(tree, filename, source);
  // A string at the prompt is no docstring: it is echoed.
  if (hasAnnotations(tree.body)) unit.emit(Op.SETUP_ANNOTATIONS);
  unit.statements(tree.body);
  return finish(unit);
}

/** 'eval' mode: running the code returns the value. */
export function compileExpression(tree: Expression, filename: string, source = ''): Code {
  const unit = openModule(tree, filename, source);
  unit.expression(tree.body);
  unit.span = tree.body.span;
  unit.emit(Op.RETURN_VALUE);
  return assemble(unit);
}

function openModule(tree: Mod, filename: string, source: string): Unit {
  const place = { filename, source };
  const future = findFutureImports(tree, place);
  const scopes = buildScopes(tree, place, future.textAnnotations);
  const root = scopes.get(tree);
  if (root === undefined) throw new Error('compiler: the module has no scope');
  const session = {
    ...place,
    scopes,
    visitors: { expression: visitExpression, statements: compileStatements },
    folded: new Map(),
    textAnnotations: future.textAnnotations,
    interactive: tree.kind === 'Interactive',
    futureLine: future.lastLine,
  };
  return new Unit(session, root, '<module>', 1, null);
}

function finish(unit: Unit): Code {
  unit.span = null;
  unit.loadNone();
  unit.emit(Op.RETURN_VALUE);
  return assemble(unit);
}
