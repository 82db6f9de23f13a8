/**
 * Expressions that are loaded: each leaves one value on the operand stack.
 *
 * A constant expression becomes LOAD_CONST whatever it looks like in the text; the rest is one
 * function per form, and files of their own for calls, displays, comprehensions and f-strings.
 * Instructions carry the span of the expression whose evaluation they finish, so that a traceback's
 * carets point at the operation that failed.
 */

import type { Expr, Span } from '../ast/nodes.ts';
import { Op } from '../bytecode/opcodes.ts';
import { compileCall } from './calls.ts';
import { compileComprehension } from './comprehensions.ts';
import { compileCompare, jumpIf } from './conditions.ts';
import { compileDict, compileElements } from './displays.ts';
import { Block } from './emitter.ts';
import { constantOf } from './fold.ts';
import { compileFormattedValue, compileJoinedString } from './fstrings.ts';
import { compileLambda } from './functions.ts';
import { binaryOperator } from './operators.ts';
import { percentAsJoinedString } from './percent.ts';
import { moveToAttribute } from './positions.ts';
import { compileSliceBounds, isPlainSlice } from './slices.ts';
import type { Unit } from './unit.ts';

export function compileExpression(unit: Unit, expression: Expr): void {
  const outer = unit.span;
  unit.span = expression.span;
  const constant = constantOf(unit, expression);
  if (constant !== null) unit.loadConstant(constant);
  else visit(unit, expression);
  unit.span = outer;
}

function visit(unit: Unit, expression: Expr): void {
  switch (expression.kind) {
    case 'Name':
      unit.nameOperation(expression.id, expression.ctx);
      break;
    case 'Call':
      compileCall(unit, expression);
      break;
    case 'Attribute':
      unit.expression(expression.value);
      moveToAttribute(unit, expression);
      unit.emit(Op.LOAD_ATTR, unit.attributeIndex(expression.attr) << 1);
      break;
    case 'Subscript':
      compileSubscript(unit, expression);
      break;
    case 'BinOp': {
      const joined = percentAsJoinedString(expression);
      if (joined === null) compileOperatorChain(unit, expression);
      else compileJoinedString(unit, joined, 'own');
      break;
    }
    case 'UnaryOp':
      compileUnary(unit, expression);
      break;
    case 'BoolOp':
      compileBoolOp(unit, expression);
      break;
    case 'Compare':
      compileCompare(unit, expression);
      break;
    case 'IfExp':
      compileConditional(unit, expression);
      break;
    case 'Tuple':
    case 'List':
    case 'Set':
      compileElements(unit, expression);
      break;
    case 'Dict':
      compileDict(unit, expression);
      break;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      compileComprehension(unit, expression);
      break;
    default:
      visitRare(unit, expression);
  }
}

function visitRare(unit: Unit, expression: Expr): void {
  switch (expression.kind) {
    case 'Lambda':
      compileLambda(unit, expression);
      break;
    case 'JoinedStr':
      compileJoinedString(unit, expression);
      break;
    case 'FormattedValue':
      compileFormattedValue(unit, expression);
      break;
    case 'NamedExpr':
      unit.expression(expression.value);
      unit.emit(Op.COPY, 1);
      storeWalrus(unit, expression.target);
      break;
    case 'Slice':
      compileSliceBounds(unit, expression);
      if (expression.step !== null) unit.expression(expression.step);
      unit.emit(Op.BUILD_SLICE, expression.step === null ? 2 : 3);
      break;
    case 'Yield':
      refuseYieldOutside(unit);
      if (expression.value === null) unit.loadNone();
      else unit.expression(expression.value);
      unit.emit(Op.YIELD_VALUE);
      unit.emit(Op.RESUME, 1);
      break;
    case 'YieldFrom':
      compileYieldFrom(unit, expression);
      break;
    case 'Starred':
      unit.fail("can't use starred expression here");
      break;
    default:
      throw new Error(`compiler: ${expression.kind} passed the check for unsupported nodes`);
  }
}

function storeWalrus(unit: Unit, target: { id: string; span: Span }): void {
  unit.span = target.span;
  unit.nameOperation(target.id, 'Store');
}

function compileOperatorChain(unit: Unit, root: Extract<Expr, { kind: 'BinOp' }>): void {
  const spine = [root];
  for (let left = root.left; left.kind === 'BinOp'; left = left.left) {
    if (constantOf(unit, left) !== null || percentAsJoinedString(left) !== null) break;
    spine.push(left);
  }
  unit.expression(spine[spine.length - 1].left);
  for (let i = spine.length - 1; i >= 0; i--) {
    const node = spine[i];
    unit.span = node.span;
    unit.expression(node.right);
    unit.emit(Op.BINARY_OP, binaryOperator(node.op));
  }
}

function compileUnary(unit: Unit, node: Extract<Expr, { kind: 'UnaryOp' }>): void {
  const { operand } = node;
  if (node.op === 'Not' && operand.kind === 'Compare' && operand.ops.length === 1) {
    if (['In', 'NotIn', 'Is', 'IsNot'].includes(operand.ops[0])) {
      // `not (a in b)` is `a not in b`: both give a bool, with no call of __bool__ in between.
      compileCompare(unit, operand, 'negated');
      return;
    }
  }
  unit.expression(operand);
  const ops = {
    Not: Op.UNARY_NOT,
    USub: Op.UNARY_NEGATIVE,
    UAdd: Op.UNARY_POSITIVE,
    Invert: Op.UNARY_INVERT,
  };
  unit.emit(ops[node.op]);
}

function compileBoolOp(unit: Unit, node: Extract<Expr, { kind: 'BoolOp' }>): void {
  const op = node.op === 'And' ? Op.JUMP_IF_FALSE_OR_POP : Op.JUMP_IF_TRUE_OR_POP;
  const end = new Block();
  const last = node.values.length - 1;
  node.values.forEach((value, i) => {
    unit.expression(value);
    if (i < last) unit.jump(op, end);
  });
  unit.use(end);
}

function compileConditional(unit: Unit, node: Extract<Expr, { kind: 'IfExp' }>): void {
  const otherwise = new Block();
  const end = new Block();
  jumpIf(unit, node.test, otherwise, 'ifFalse');
  unit.expression(node.body);
  unit.jump(Op.JUMP_FORWARD, end);
  unit.use(otherwise);
  unit.expression(node.orelse);
  unit.use(end);
}

function compileSubscript(unit: Unit, node: Extract<Expr, { kind: 'Subscript' }>): void {
  unit.expression(node.value);
  if (isPlainSlice(node.slice)) {
    compileSliceBounds(unit, node.slice);
    unit.emit(Op.BINARY_SLICE);
  } else {
    unit.expression(node.slice);
    unit.emit(Op.BINARY_SUBSCR);
  }
}

function refuseYieldOutside(unit: Unit): void {
  if (!unit.isFunction) unit.fail("'yield' outside function");
}

function compileYieldFrom(unit: Unit, node: Extract<Expr, { kind: 'YieldFrom' }>): void {
  refuseYieldOutside(unit);
  unit.expression(node.value);
  unit.emit(Op.GET_YIELD_FROM_ITER);
  unit.loadNone();
  const send = new Block();
  const end = new Block();
  unit.use(send);
  unit.jump(Op.SEND, end);
  unit.emit(Op.YIELD_VALUE);
  unit.emit(Op.RESUME, 2);
  unit.jump(Op.JUMP_BACKWARD, send);
  unit.use(end);
}
