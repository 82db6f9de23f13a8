/**
 * Statements: a dispatch, and the small ones. Each leaves the operand stack as it found it.
 */

import type { Assert, Assign, If, Raise, Return, Stmt } from '../ast/nodes.ts';
import { Op } from '../bytecode/opcodes.ts';
import { compileAnnotatedAssignment } from './annotations.ts';
import { compileClassDef } from './classes.ts';
import { jumpIf } from './conditions.ts';
import { Block } from './emitter.ts';
import { compileTry, compileWith } from './exceptions.ts';
import { constantOf } from './fold.ts';
import { compileFunctionDef } from './functions.ts';
import { compileImport, compileImportFrom } from './imports.ts';
import { compileBreak, compileContinue, compileFor, compileWhile } from './loops.ts';
import { compileAugmentedAssignment, compileDelete, compileStore } from './targets.ts';
import type { Unit } from './unit.ts';
import { leaveAll } from './unwind.ts';

export function compileStatements(unit: Unit, body: readonly Stmt[]): void {
  for (const statement of body) {
    unit.span = statement.span;
    compileStatement(unit, statement);
  }
}

function compileStatement(unit: Unit, statement: Stmt): void {
  switch (statement.kind) {
    case 'Expr':
      compileExpressionStatement(unit, statement);
      break;
    case 'Assign':
      compileAssign(unit, statement);
      break;
    case 'AugAssign':
      compileAugmentedAssignment(unit, statement);
      break;
    case 'AnnAssign':
      compileAnnotatedAssignment(unit, statement);
      break;
    case 'If':
      compileIf(unit, statement);
      break;
    case 'For':
      compileFor(unit, statement);
      break;
    case 'While':
      compileWhile(unit, statement);
      break;
    case 'Return':
      compileReturn(unit, statement);
      break;
    case 'FunctionDef':
      compileFunctionDef(unit, statement);
      break;
    case 'ClassDef':
      compileClassDef(unit, statement);
      break;
    default:
      compileRare(unit, statement);
  }
}

function compileRare(unit: Unit, statement: Stmt): void {
  switch (statement.kind) {
    case 'Try':
      compileTry(unit, statement);
      break;
    case 'With':
      compileWith(unit, statement);
      break;
    case 'Raise':
      compileRaise(unit, statement);
      break;
    case 'Assert':
      compileAssert(unit, statement);
      break;
    case 'Delete':
      for (const target of statement.targets) compileDelete(unit, target);
      break;
    case 'Import':
      compileImport(unit, statement);
      break;
    case 'ImportFrom':
      compileImportFrom(unit, statement);
      break;
    case 'Break':
      compileBreak(unit, statement);
      break;
    case 'Continue':
      compileContinue(unit, statement);
      break;
    case 'Pass':
      unit.emit(Op.NOP);
      break;
    case 'Global':
    case 'Nonlocal':
      break;
    default:
      throw new Error(`compiler: ${statement.kind} passed the check for unsupported nodes`);
  }
}

function compileExpressionStatement(unit: Unit, node: Extract<Stmt, { kind: 'Expr' }>): void {
  if (unit.session.interactive && unit.parent === null) {
    unit.expression(node.value);
    unit.emit(Op.PRINT_EXPR);
  } else if (node.value.kind === 'Constant') {
    unit.emit(Op.NOP);
  } else {
    unit.expression(node.value);
    unit.span = null;
    unit.emit(Op.POP_TOP);
  }
}

function compileAssign(unit: Unit, node: Assign): void {
  unit.expression(node.value);
  const last = node.targets.length - 1;
  node.targets.forEach((target, i) => {
    if (i < last) unit.emit(Op.COPY, 1);
    compileStore(unit, target);
  });
}

/** A loop over the `elif`s: a chain may have thousands. */
function compileIf(unit: Unit, first: If): void {
  const end = new Block();
  for (let node = first; ; ) {
    const next = node.orelse.length > 0 ? new Block() : end;
    jumpIf(unit, node.test, next, 'ifFalse');
    unit.statements(node.body);
    if (node.orelse.length === 0) break;
    unit.span = null;
    unit.jump(Op.JUMP_FORWARD, end);
    unit.use(next);
    const rest = node.orelse;
    if (rest.length !== 1 || rest[0].kind !== 'If') {
      unit.statements(rest);
      break;
    }
    node = rest[0];
    unit.span = node.span;
  }
  unit.use(end);
}

/** The value is computed first; it stays on the stack while enclosing constructs are left. */
function compileReturn(unit: Unit, node: Return): void {
  if (!unit.isFunction) unit.fail("'return' outside function");
  const constant = node.value === null ? null : constantOf(unit, node.value);
  const keepsTop = node.value !== null && constant === null;
  if (node.value !== null && keepsTop) {
    unit.expression(node.value);
  } else if (node.value !== null) {
    unit.span = node.value.span;
    unit.emit(Op.NOP);
  }
  if (node.value === null || node.value.span.line !== node.span.line) {
    unit.span = node.span;
    unit.emit(Op.NOP);
  }
  leaveAll(unit, keepsTop ? 'keepTop' : 'nothing', () => {
    if (constant !== null) unit.loadConstant(constant);
    else if (!keepsTop) unit.loadNone();
    unit.emit(Op.RETURN_VALUE);
  });
}

function compileRaise(unit: Unit, node: Raise): void {
  let count = 0;
  for (const part of [node.exc, node.cause]) {
    if (part === null) break;
    unit.expression(part);
    count++;
  }
  unit.emit(Op.RAISE_VARARGS, count);
}

function compileAssert(unit: Unit, node: Assert): void {
  const end = new Block();
  jumpIf(unit, node.test, end, 'ifTrue');
  unit.emit(Op.LOAD_ASSERTION_ERROR);
  if (node.msg !== null) {
    unit.expression(node.msg);
    unit.emit(Op.CALL, 0);
  }
  unit.emit(Op.RAISE_VARARGS, 1);
  unit.use(end);
}
