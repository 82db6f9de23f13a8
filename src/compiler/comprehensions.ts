/**
 * Comprehensions and generator expressions: a nested function that gets the iterator of the first
 * `for` as its parameter `.0` (as CPython 3.11; PEP 709's inlining came with 3.12).
 */

import type { Comprehension, Expr } from '../ast/nodes.ts';
import { Op } from '../bytecode/opcodes.ts';
import { assemble } from './assemble.ts';
import { jumpIf } from './conditions.ts';
import { Block } from './emitter.ts';
import { makeFunction, openUnit } from './functions.ts';
import { compileIterable } from './iterables.ts';
import { compileStore } from './targets.ts';
import type { Unit } from './unit.ts';

type ComprehensionNode = Extract<
  Expr,
  { kind: 'ListComp' | 'SetComp' | 'DictComp' | 'GeneratorExp' }
>;

export function compileComprehension(unit: Unit, node: ComprehensionNode): void {
  const child = openUnit(unit, node, functionName(node), node.span.line);
  child.argCount = 1;
  child.span = node.span;
  if (node.kind === 'ListComp') child.emit(Op.BUILD_LIST, 0);
  else if (node.kind === 'SetComp') child.emit(Op.BUILD_SET, 0);
  else if (node.kind === 'DictComp') child.emit(Op.BUILD_MAP, 0);
  loop(child, node, 0, 0);
  if (node.kind === 'GeneratorExp') {
    child.span = null;
    child.loadNone();
  }
  child.emit(Op.RETURN_VALUE);
  makeFunction(unit, assemble(child), child, 0);
  compileIterable(unit, node.generators[0].iter);
  unit.emit(Op.GET_ITER);
  unit.emit(Op.CALL, 0);
}

function functionName(node: ComprehensionNode): string {
  switch (node.kind) {
    case 'ListComp':
      return '<listcomp>';
    case 'SetComp':
      return '<setcomp>';
    case 'DictComp':
      return '<dictcomp>';
    case 'GeneratorExp':
      return '<genexpr>';
  }
}

/** `depth` counts the iterators on the stack, above the container being filled. */
function loop(child: Unit, node: ComprehensionNode, index: number, depth: number): void {
  const generator = node.generators[index];
  const skip = new Block();
  const single = index > 0 ? soleElement(generator) : null;
  if (single !== null) {
    // `for y in [f(x)]` is an assignment: CPython's idiom since 3.9, no loop needed.
    child.expression(single);
    compileStore(child, generator.target);
    body(child, node, index, depth, skip);
    child.use(skip);
    return;
  }
  if (index === 0) {
    child.emit(Op.LOAD_FAST_CHECK, 0);
  } else {
    compileIterable(child, generator.iter);
    child.emit(Op.GET_ITER);
  }
  const top = new Block();
  const end = new Block();
  child.use(top);
  child.jump(Op.FOR_ITER, end);
  compileStore(child, generator.target);
  body(child, node, index, depth + 1, skip);
  child.use(skip);
  child.jump(Op.JUMP_BACKWARD, top);
  child.use(end);
}

function body(
  child: Unit,
  node: ComprehensionNode,
  index: number,
  depth: number,
  skip: Block,
): void {
  for (const condition of node.generators[index].ifs) jumpIf(child, condition, skip, 'ifFalse');
  if (index + 1 < node.generators.length) {
    loop(child, node, index + 1, depth);
    return;
  }
  child.span = node.span;
  if (node.kind === 'DictComp') {
    child.expression(node.key);
    child.expression(node.value);
    child.emit(Op.MAP_ADD, depth + 1);
  } else {
    child.expression(node.elt);
    element(child, node, depth);
  }
}

function element(child: Unit, node: ComprehensionNode, depth: number): void {
  if (node.kind === 'GeneratorExp') {
    child.emit(Op.YIELD_VALUE);
    child.emit(Op.RESUME, 1);
    child.emit(Op.POP_TOP);
  } else {
    child.emit(node.kind === 'ListComp' ? Op.LIST_APPEND : Op.SET_ADD, depth + 1);
  }
}

function soleElement(generator: Comprehension): Expr | null {
  const { iter } = generator;
  if ((iter.kind !== 'List' && iter.kind !== 'Tuple') || iter.elts.length !== 1) return null;
  return iter.elts[0].kind === 'Starred' ? null : iter.elts[0];
}
