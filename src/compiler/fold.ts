/**
 * Constant folding: what CPython 3.11 computes at compile time (its ast optimizer), with its limits,
 * so that a program's constants look the same here and there.
 *
 * `constantOf` answers per expression and remembers. An operation that would raise, or whose result
 * would be large, is left to run time; so are operations on floats whose last bit depends on the C
 * library (powers) and true division of huge integers. Left-nested chains are walked with a loop:
 * `a + b + c + ...` may have thousands of terms.
 */

import type { BinOp, Expr, UnaryOperator } from '../ast/nodes.ts';
import type { Constant } from '../bytecode/code.ts';
import { foldBinary, truth } from './fold-arithmetic.ts';
import { syntaxError, type Unit } from './unit.ts';

export function constantOf(unit: Unit, expression: Expr): Constant | null {
  switch (expression.kind) {
    case 'Constant':
      return literal(unit, expression);
    case 'Name':
      return expression.id === '__debug__' && expression.ctx === 'Load' ? { type: 'True' } : null;
    case 'BinOp':
    case 'UnaryOp':
    case 'Tuple':
    case 'Subscript':
      break;
    default:
      return null;
  }
  const known = unit.session.folded.get(expression);
  if (known !== undefined) return known;
  if (expression.kind === 'BinOp') return foldChain(unit, expression);
  let result: Constant | null = null;
  if (expression.kind === 'UnaryOp') {
    const operand = constantOf(unit, expression.operand);
    result = operand === null ? null : foldUnary(expression.op, operand);
  } else if (expression.kind === 'Tuple') {
    result = expression.ctx === 'Load' ? foldTuple(unit, expression.elts) : null;
  } else if (expression.kind === 'Subscript' && expression.ctx === 'Load') {
    const container = constantOf(unit, expression.value);
    const index = container === null ? null : constantOf(unit, expression.slice);
    result = container !== null && index !== null ? foldIndex(container, index) : null;
  }
  unit.session.folded.set(expression, result);
  return result;
}

/** The constant that `in` and `for` use for a display of constants: a tuple, a frozenset. */
export function foldDisplay(unit: Unit, expression: Expr): Constant | null {
  if (expression.kind !== 'List' && expression.kind !== 'Set') return null;
  const tuple = foldTuple(unit, expression.elts);
  if (tuple === null || tuple.type !== 'tuple' || expression.kind === 'List') return tuple;
  return { type: 'frozenset', items: tuple.items };
}

export function foldTuple(unit: Unit, elements: readonly Expr[]): Constant | null {
  const items: Constant[] = [];
  for (const element of elements) {
    const item = constantOf(unit, element);
    if (item === null) return null;
    items.push(item);
  }
  return { type: 'tuple', items };
}

function literal(unit: Unit, expression: Extract<Expr, { kind: 'Constant' }>): Constant {
  const { value } = expression;
  if (value.type === 'complex') {
    const message = 'gilscope does not support complex numbers yet';
    throw syntaxError(unit.session, message, expression.span);
  }
  return value;
}

function foldChain(unit: Unit, root: BinOp): Constant | null {
  const spine: BinOp[] = [];
  let left: Expr = root;
  while (left.kind === 'BinOp' && !unit.session.folded.has(left)) {
    spine.push(left);
    left = left.left;
  }
  let value = constantOf(unit, left);
  for (let i = spine.length - 1; i >= 0; i--) {
    const node = spine[i];
    const right = constantOf(unit, node.right);
    value = value !== null && right !== null ? foldBinary(node.op, value, right) : null;
    unit.session.folded.set(node, value);
  }
  return value;
}

function foldUnary(op: UnaryOperator, operand: Constant): Constant | null {
  if (op === 'Not') {
    return { type: truth(operand) ? 'False' : 'True' };
  }
  if (operand.type === 'float') {
    if (op === 'Invert') return null;
    return { type: 'float', value: op === 'USub' ? -operand.value : operand.value };
  }
  let value: bigint;
  if (operand.type === 'int') value = operand.value;
  else if (operand.type === 'True' || operand.type === 'False') {
    value = operand.type === 'True' ? 1n : 0n;
  } else return null;
  return { type: 'int', value: op === 'USub' ? -value : op === 'Invert' ? ~value : value };
}

function foldIndex(container: Constant, index: Constant): Constant | null {
  if (index.type !== 'int' && index.type !== 'True' && index.type !== 'False') return null;
  const wanted = index.type === 'int' ? index.value : index.type === 'True' ? 1n : 0n;
  const pick = <T>(items: ArrayLike<T>): T | null => {
    const place = wanted < 0n ? wanted + BigInt(items.length) : wanted;
    return place >= 0n && place < BigInt(items.length) ? items[Number(place)] : null;
  };
  if (container.type === 'tuple') return pick(container.items);
  if (container.type === 'bytes') {
    const byte = pick(container.value);
    return byte === null ? null : { type: 'int', value: BigInt(byte) };
  }
  if (container.type === 'str') {
    const character = pick([...container.value]);
    return character === null ? null : { type: 'str', value: character };
  }
  return null;
}
