/**
 * Class statements: the body is a function that runs once, with a mapping for its locals, and
 * `__build_class__` is called with it. If a method reads `__class__`, the body returns that cell,
 * and stores it as `__classcell__` for the metaclass to fill.
 */

import type { ClassDef, Stmt } from '../ast/nodes.ts';
import { Op } from '../bytecode/opcodes.ts';
import { hasAnnotations } from './annotations.ts';
import { assemble } from './assemble.ts';
import { compileArguments, refuseRepeatedKeywords } from './calls.ts';
import {
  applyDecorators,
  compileDecorators,
  firstLine,
  makeFunction,
  openUnit,
  splitDocstring,
} from './functions.ts';
import type { Unit } from './unit.ts';

export function compileClassDef(unit: Unit, node: ClassDef): void {
  refuseRepeatedKeywords(unit, node.keywords);
  compileDecorators(unit, node.decorator_list);
  const child = openUnit(unit, node, node.name, firstLine(node));
  const start = firstLine(node);
  child.span = { line: start, column: 0, endLine: start, endColumn: 0 };
  child.emit(Op.LOAD_NAME, child.nameIndex('__name__'));
  child.emit(Op.STORE_NAME, child.nameIndex('__module__'));
  child.loadConstant({ type: 'str', value: child.qualname });
  child.emit(Op.STORE_NAME, child.nameIndex('__qualname__'));
  compileBody(child, node.body);
  child.span = null;
  if (child.scope.needsClassCell) {
    child.emit(Op.LOAD_CLOSURE, child.derefIndex('__class__'));
    child.emit(Op.COPY, 1);
    child.emit(Op.STORE_NAME, child.nameIndex('__classcell__'));
  } else {
    child.loadNone();
  }
  child.emit(Op.RETURN_VALUE);
  unit.emit(Op.PUSH_NULL);
  unit.emit(Op.LOAD_BUILD_CLASS);
  makeFunction(unit, assemble(child), child, 0);
  unit.loadConstant({ type: 'str', value: node.name });
  compileArguments(unit, 2, node.bases, node.keywords);
  applyDecorators(unit, node.decorator_list);
  unit.nameOperation(node.name, 'Store');
}

/** The statements of a module or class: annotations dict, docstring, the rest. */
export function compileBody(unit: Unit, body: readonly Stmt[]): void {
  if (hasAnnotations(body)) unit.emit(Op.SETUP_ANNOTATIONS);
  const { docstring, first, rest } = splitDocstring(body);
  if (docstring !== null && first !== null) {
    const outer = unit.span;
    unit.hasDocstring = true;
    unit.span = first.kind === 'Expr' ? first.value.span : first.span;
    unit.loadConstant(docstring);
    unit.span = null;
    unit.emit(Op.STORE_NAME, unit.nameIndex('__doc__'));
    unit.span = outer;
  }
  unit.statements(rest);
}
