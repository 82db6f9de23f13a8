/**
 * Displays: tuples, lists, sets, dicts, with `*` and `**` in them.
 *
 * Short ones put their values on the stack and build at once. Long ones and those with unpacking grow
 * the container as they go, so that a table of 10,000 entries needs a few stack slots.
 */

import type { Expr } from '../ast/nodes.ts';
import type { Constant } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import { constantOf, foldTuple } from './fold.ts';
import type { Unit } from './unit.ts';

/** CPython's STACK_USE_GUIDELINE. */
const STACK_VALUES_MAX = 30;

type SequenceForm = 'tuple' | 'list' | 'set';

export function compileElements(
  unit: Unit,
  node: Extract<Expr, { kind: 'Tuple' | 'List' | 'Set' }>,
): void {
  const form = node.kind === 'Tuple' ? 'tuple' : node.kind === 'List' ? 'list' : 'set';
  compileSequence(unit, node.elts, 0, form);
}

/** Builds the container of `pushed` values that are on the stack already and the elements. */
export function compileSequence(
  unit: Unit,
  elements: readonly Expr[],
  pushed: number,
  form: SequenceForm,
): void {
  const build = form === 'set' ? Op.BUILD_SET : Op.BUILD_LIST;
  const extend = form === 'set' ? Op.SET_UPDATE : Op.LIST_EXTEND;
  const add = form === 'set' ? Op.SET_ADD : Op.LIST_APPEND;
  const constant = elements.length > 2 && pushed === 0 ? foldTuple(unit, elements) : null;
  if (constant?.type === 'tuple') {
    sequenceOfConstants(unit, constant.items, form);
    return;
  }
  const big = elements.length + pushed > STACK_VALUES_MAX;
  if (!big && !elements.some((element) => element.kind === 'Starred')) {
    for (const element of elements) unit.expression(element);
    unit.emit(form === 'tuple' ? Op.BUILD_TUPLE : build, elements.length + pushed);
    return;
  }
  let built = big;
  if (big) unit.emit(build, pushed);
  elements.forEach((element, i) => {
    if (element.kind === 'Starred') {
      if (!built) unit.emit(build, i + pushed);
      built = true;
      unit.expression(element.value);
      unit.emit(extend, 1);
    } else {
      unit.expression(element);
      if (built) unit.emit(add, 1);
    }
  });
  if (form === 'tuple') unit.emit(Op.LIST_TO_TUPLE);
}

export function compileDict(unit: Unit, node: Extract<Expr, { kind: 'Dict' }>): void {
  let hasDict = false;
  let start = 0;
  const flush = (end: number): void => {
    if (end === start) return;
    dictPart(unit, node, start, end);
    if (hasDict) unit.emit(Op.DICT_UPDATE, 1);
    hasDict = true;
  };
  node.keys.forEach((key, i) => {
    if (key === null) {
      flush(i);
      start = i + 1;
      if (!hasDict) unit.emit(Op.BUILD_MAP, 0);
      hasDict = true;
      unit.expression(node.values[i]);
      unit.emit(Op.DICT_UPDATE, 1);
    } else if ((i - start + 1) * 2 > STACK_VALUES_MAX) {
      flush(i + 1);
      start = i + 1;
    }
  });
  flush(node.keys.length);
  if (!hasDict) unit.emit(Op.BUILD_MAP, 0);
}

function sequenceOfConstants(unit: Unit, items: readonly Constant[], form: SequenceForm): void {
  if (form === 'tuple') {
    unit.loadConstant({ type: 'tuple', items });
  } else if (form === 'list') {
    unit.emit(Op.BUILD_LIST, 0);
    unit.loadConstant({ type: 'tuple', items });
    unit.emit(Op.LIST_EXTEND, 1);
  } else {
    unit.emit(Op.BUILD_SET, 0);
    unit.loadConstant({ type: 'frozenset', items });
    unit.emit(Op.SET_UPDATE, 1);
  }
}

function dictPart(
  unit: Unit,
  node: Extract<Expr, { kind: 'Dict' }>,
  start: number,
  end: number,
): void {
  const keys = node.keys.slice(start, end).filter((key) => key !== null);
  const values = node.values.slice(start, end);
  const constants = keys.length > 1 ? keys.map((key) => constantOf(unit, key)) : [null];
  const items = constants.filter((constant) => constant !== null);
  if (items.length === keys.length) {
    for (const value of values) unit.expression(value);
    unit.loadConstant({ type: 'tuple', items });
    unit.emit(Op.BUILD_CONST_KEY_MAP, keys.length);
    return;
  }
  keys.forEach((key, i) => {
    unit.expression(key);
    unit.expression(values[i]);
  });
  unit.emit(Op.BUILD_MAP, keys.length);
}
