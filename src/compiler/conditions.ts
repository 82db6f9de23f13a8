/**
 * Comparisons, and conditions that only decide where to go: `if`, `while`, `assert` and the like
 * never build the bool, and a short circuit jumps to its final target at once.
 */

import type { CompareOperator as CompareName, Expr } from '../ast/nodes.ts';
import { CompareOperator, Op } from '../bytecode/opcodes.ts';
import { Block } from './emitter.ts';
import { constantOf, foldDisplay } from './fold.ts';
import type { Unit } from './unit.ts';

type JumpSense = 'ifTrue' | 'ifFalse';

type Compare = Extract<Expr, { kind: 'Compare' }>;

/**
 * Goes to `target`, which lies ahead, if the expression is true (or false); else falls through.
 * A comparison leaves its span as the current one, as CPython 3.11 does: the carets of a failed
 * assertion point at it.
 */
export function jumpIf(unit: Unit, expression: Expr, target: Block, sense: JumpSense): void {
  if (expression.kind === 'Compare') unit.span = expression.span;
  if (constantOf(unit, expression) === null && jumpByForm(unit, expression, target, sense)) return;
  unit.expression(expression);
  unit.jump(jumpOp(sense), target);
}

/** `negated` serves `not (a in b)`; it is only allowed for a single `in` or `is`. */
export function compileCompare(
  unit: Unit,
  node: Compare,
  form: 'plain' | 'negated' = 'plain',
): void {
  unit.expression(node.left);
  const last = node.ops.length - 1;
  if (last === 0) {
    comparand(unit, node, 0);
    emitComparison(unit, node.ops[0], form);
    return;
  }
  const cleanup = new Block();
  for (let i = 0; i < last; i++) {
    keepComparand(unit, node, i);
    unit.jump(Op.JUMP_IF_FALSE_OR_POP, cleanup);
  }
  comparand(unit, node, last);
  emitComparison(unit, node.ops[last], 'plain');
  const end = new Block();
  unit.jump(Op.JUMP_FORWARD, end);
  unit.use(cleanup);
  unit.emit(Op.SWAP, 2);
  unit.emit(Op.POP_TOP);
  unit.use(end);
}

function jumpOp(sense: JumpSense): Op {
  return sense === 'ifTrue' ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE;
}

/** False if the expression has no form of its own as a condition. */
function jumpByForm(unit: Unit, expression: Expr, target: Block, sense: JumpSense): boolean {
  switch (expression.kind) {
    case 'UnaryOp':
      if (expression.op !== 'Not') return false;
      jumpIf(unit, expression.operand, target, sense === 'ifTrue' ? 'ifFalse' : 'ifTrue');
      return true;
    case 'BoolOp':
      jumpIfBoolOp(unit, expression, target, sense);
      return true;
    case 'IfExp':
      jumpIfConditional(unit, expression, target, sense);
      return true;
    case 'Compare':
      if (expression.ops.length === 1) return false;
      jumpIfChained(unit, expression, target, sense);
      return true;
    default:
      return false;
  }
}

function jumpIfBoolOp(
  unit: Unit,
  node: Extract<Expr, { kind: 'BoolOp' }>,
  target: Block,
  sense: JumpSense,
): void {
  const shortCircuit: JumpSense = node.op === 'Or' ? 'ifTrue' : 'ifFalse';
  const decided = shortCircuit === sense ? target : new Block();
  const last = node.values.length - 1;
  for (let i = 0; i < last; i++) jumpIf(unit, node.values[i], decided, shortCircuit);
  jumpIf(unit, node.values[last], target, sense);
  if (decided !== target) unit.use(decided);
}

function jumpIfConditional(
  unit: Unit,
  node: Extract<Expr, { kind: 'IfExp' }>,
  target: Block,
  sense: JumpSense,
): void {
  const otherwise = new Block();
  const end = new Block();
  jumpIf(unit, node.test, otherwise, 'ifFalse');
  jumpIf(unit, node.body, target, sense);
  unit.jump(Op.JUMP_FORWARD, end);
  unit.use(otherwise);
  jumpIf(unit, node.orelse, target, sense);
  unit.use(end);
}

function jumpIfChained(unit: Unit, node: Compare, target: Block, sense: JumpSense): void {
  const cleanup = new Block();
  const end = new Block();
  const last = node.ops.length - 1;
  unit.expression(node.left);
  for (let i = 0; i < last; i++) {
    keepComparand(unit, node, i);
    unit.jump(Op.POP_JUMP_IF_FALSE, cleanup);
  }
  comparand(unit, node, last);
  emitComparison(unit, node.ops[last], 'plain');
  unit.jump(jumpOp(sense), target);
  unit.jump(Op.JUMP_FORWARD, end);
  unit.use(cleanup);
  unit.emit(Op.POP_TOP);
  if (sense === 'ifFalse') unit.jump(Op.JUMP_FORWARD, target);
  unit.use(end);
}

/** Compares with the i-th operand and leaves that operand below the result, for the next link. */
function keepComparand(unit: Unit, node: Compare, i: number): void {
  comparand(unit, node, i);
  unit.emit(Op.SWAP, 2);
  unit.emit(Op.COPY, 2);
  emitComparison(unit, node.ops[i], 'plain');
}

/** The last operand of `in` may be a display of constants, which nobody else can see or change. */
function comparand(unit: Unit, node: Compare, i: number): void {
  const operand = node.comparators[i];
  const op = node.ops[i];
  if (i === node.ops.length - 1 && (op === 'In' || op === 'NotIn')) {
    const display = foldDisplay(unit, operand);
    if (display !== null) {
      const outer = unit.span;
      unit.span = operand.span;
      unit.loadConstant(display);
      unit.span = outer;
      return;
    }
  }
  unit.expression(operand);
}

function emitComparison(unit: Unit, op: CompareName, form: 'plain' | 'negated'): void {
  const flip = form === 'negated' ? 1 : 0;
  switch (op) {
    case 'Is':
      unit.emit(Op.IS_OP, 0 ^ flip);
      break;
    case 'IsNot':
      unit.emit(Op.IS_OP, 1 ^ flip);
      break;
    case 'In':
      unit.emit(Op.CONTAINS_OP, 0 ^ flip);
      break;
    case 'NotIn':
      unit.emit(Op.CONTAINS_OP, 1 ^ flip);
      break;
    case 'Lt':
      unit.emit(Op.COMPARE_OP, CompareOperator.LT);
      break;
    case 'LtE':
      unit.emit(Op.COMPARE_OP, CompareOperator.LE);
      break;
    case 'Eq':
      unit.emit(Op.COMPARE_OP, CompareOperator.EQ);
      break;
    case 'NotEq':
      unit.emit(Op.COMPARE_OP, CompareOperator.NE);
      break;
    case 'Gt':
      unit.emit(Op.COMPARE_OP, CompareOperator.GT);
      break;
    case 'GtE':
      unit.emit(Op.COMPARE_OP, CompareOperator.GE);
      break;
  }
}
