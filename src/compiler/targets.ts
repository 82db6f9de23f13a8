/**
 * Targets: what stands left of `=`, after `for`, `as` and `del`. The value to store is on top of the
 * stack. Unpacking puts its values so that the first is on top, and stores them from left to right.
 */

import type { AugAssign, Expr } from '../ast/nodes.ts';
import { BinaryOperator, Op } from '../bytecode/opcodes.ts';
import { binaryOperator } from './operators.ts';
import { moveToAttribute } from './positions.ts';
import { compileSliceBounds, isPlainSlice } from './slices.ts';
import type { Unit } from './unit.ts';

/** UNPACK_EX has 8 bits for the values before the star. */
const BEFORE_STAR_MAX = 255;

export function compileStore(unit: Unit, target: Expr): void {
  const outer = unit.span;
  unit.span = target.span;
  switch (target.kind) {
    case 'Name':
      unit.nameOperation(target.id, 'Store');
      break;
    case 'Attribute':
      unit.expression(target.value);
      refuseDebug(unit, target.attr, 'assign to');
      moveToAttribute(unit, target);
      unit.emit(Op.STORE_ATTR, unit.attributeIndex(target.attr));
      break;
    case 'Subscript':
      unit.expression(target.value);
      if (isPlainSlice(target.slice)) {
        compileSliceBounds(unit, target.slice);
        unit.emit(Op.STORE_SLICE);
      } else {
        unit.expression(target.slice);
        unit.emit(Op.STORE_SUBSCR);
      }
      break;
    case 'Tuple':
    case 'List':
      unpack(unit, target.elts);
      break;
    case 'Starred':
      unit.fail('starred assignment target must be in a list or tuple');
      break;
    default:
      throw new Error(`compiler: ${target.kind} is no target`);
  }
  unit.span = outer;
}

export function compileDelete(unit: Unit, target: Expr): void {
  const outer = unit.span;
  unit.span = target.span;
  switch (target.kind) {
    case 'Name':
      unit.nameOperation(target.id, 'Del');
      break;
    case 'Attribute':
      unit.expression(target.value);
      refuseDebug(unit, target.attr, 'delete');
      moveToAttribute(unit, target);
      unit.emit(Op.DELETE_ATTR, unit.attributeIndex(target.attr));
      break;
    case 'Subscript':
      unit.expression(target.value);
      unit.expression(target.slice);
      unit.emit(Op.DELETE_SUBSCR);
      break;
    case 'Tuple':
    case 'List':
      for (const element of target.elts) compileDelete(unit, element);
      break;
    default:
      throw new Error(`compiler: ${target.kind} cannot be deleted`);
  }
  unit.span = outer;
}

/** Object and key of the target are evaluated once, and serve the load and the store. */
export function compileAugmentedAssignment(unit: Unit, node: AugAssign): void {
  const { target } = node;
  const operate = (): void => {
    unit.expression(node.value);
    unit.span = node.span;
    unit.emit(Op.BINARY_OP, binaryOperator(node.op) + BinaryOperator.INPLACE);
    unit.span = target.span;
  };
  unit.span = target.span;
  if (target.kind === 'Name') {
    unit.nameOperation(target.id, 'Load');
    operate();
    unit.nameOperation(target.id, 'Store');
  } else if (target.kind === 'Attribute') {
    unit.expression(target.value);
    unit.emit(Op.COPY, 1);
    moveToAttribute(unit, target);
    unit.emit(Op.LOAD_ATTR, unit.attributeIndex(target.attr) << 1);
    operate();
    moveToAttribute(unit, target);
    unit.emit(Op.SWAP, 2);
    unit.emit(Op.STORE_ATTR, unit.attributeIndex(target.attr));
  } else {
    augmentSubscript(unit, target, operate);
  }
  unit.span = node.span;
}

function augmentSubscript(
  unit: Unit,
  target: Extract<Expr, { kind: 'Subscript' }>,
  operate: () => void,
): void {
  unit.expression(target.value);
  if (isPlainSlice(target.slice)) {
    compileSliceBounds(unit, target.slice);
    for (let i = 0; i < 3; i++) unit.emit(Op.COPY, 3);
    unit.emit(Op.BINARY_SLICE);
    operate();
    for (let i = 4; i > 1; i--) unit.emit(Op.SWAP, i);
    unit.emit(Op.STORE_SLICE);
    return;
  }
  unit.expression(target.slice);
  unit.emit(Op.COPY, 2);
  unit.emit(Op.COPY, 2);
  unit.emit(Op.BINARY_SUBSCR);
  operate();
  unit.emit(Op.SWAP, 3);
  unit.emit(Op.SWAP, 2);
  unit.emit(Op.STORE_SUBSCR);
}

function unpack(unit: Unit, elements: readonly Expr[]): void {
  const star = elements.findIndex((element) => element.kind === 'Starred');
  if (star === -1) {
    unit.emit(Op.UNPACK_SEQUENCE, elements.length);
  } else {
    if (elements.some((element, i) => i > star && element.kind === 'Starred')) {
      unit.fail('multiple starred expressions in assignment');
    }
    const after = elements.length - star - 1;
    if (star > BEFORE_STAR_MAX || after > 0xffff) {
      unit.fail('too many expressions in star-unpacking assignment');
    }
    unit.emit(Op.UNPACK_EX, star | (after << 8));
  }
  for (const element of elements) {
    compileStore(unit, element.kind === 'Starred' ? element.value : element);
  }
}

function refuseDebug(unit: Unit, name: string, verb: string): void {
  if (name === '__debug__') unit.fail(`cannot ${verb} __debug__`);
}
