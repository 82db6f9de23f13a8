/**
 * Functions and lambdas: the code of the body as a constant, and MAKE_FUNCTION with what is evaluated
 * at definition time: defaults, annotations, the closure.
 */

import type { Arguments, Expr, FunctionDef, Lambda, Span, Stmt } from '../ast/nodes.ts';
import type { Code, Constant } from '../bytecode/code.ts';
import { MakeFunction, Op } from '../bytecode/opcodes.ts';
import { compileAnnotation } from './annotations.ts';
import { assemble } from './assemble.ts';
import { NONE } from './emitter.ts';
import { constantOf } from './fold.ts';
import { Unit } from './unit.ts';

export function compileFunctionDef(unit: Unit, node: FunctionDef): void {
  compileDecorators(unit, node.decorator_list);
  const flags = compileDefaults(unit, node.args) | compileAnnotations(unit, node);
  const child = openUnit(unit, node, node.name, firstLine(node));
  setParameters(child, node.args, node.span);
  child.span = node.span;
  const body = takeDocstring(child, node.body);
  child.statements(body);
  makeFunction(unit, finish(child), child, flags);
  applyDecorators(unit, node.decorator_list);
  unit.nameOperation(node.name, 'Store');
}

export function compileLambda(unit: Unit, node: Lambda): void {
  const flags = compileDefaults(unit, node.args);
  const child = openUnit(unit, node, '<lambda>', node.span.line);
  setParameters(child, node.args, node.span);
  child.constantIndex(NONE);
  child.span = node.body.span;
  child.expression(node.body);
  child.emit(Op.RETURN_VALUE);
  makeFunction(unit, assemble(child), child, flags);
}

/** The unit of a nested scope; its code starts where the node (or its first decorator) starts. */
export function openUnit(parent: Unit, node: object, name: string, line: number): Unit {
  const scope = parent.session.scopes.get(node);
  if (scope === undefined) throw new Error(`compiler: no scope for ${name}`);
  return new Unit(parent.session, scope, name, line, parent);
}

/** Closure, code, MAKE_FUNCTION. */
export function makeFunction(unit: Unit, code: Code, child: Unit, flags: number): void {
  let parts = flags;
  if (child.freeNames.length > 0) {
    for (const name of child.freeNames) unit.emit(Op.LOAD_CLOSURE, unit.derefIndex(name));
    unit.emit(Op.BUILD_TUPLE, child.freeNames.length);
    parts |= MakeFunction.CLOSURE;
  }
  unit.loadCode(code);
  unit.emit(Op.MAKE_FUNCTION, parts);
}

export function compileDecorators(unit: Unit, decorators: readonly Expr[]): void {
  for (const decorator of decorators) unit.expression(decorator);
}

/** Each decorator is called with what stands above it, the last one first. */
export function applyDecorators(unit: Unit, decorators: readonly Expr[]): void {
  const outer = unit.span;
  for (let i = decorators.length - 1; i >= 0; i--) {
    unit.span = decorators[i].span;
    unit.emit(Op.CALL, 0);
  }
  unit.span = outer;
}

export function firstLine(node: { decorator_list: Expr[]; span: { line: number } }): number {
  return node.decorator_list[0]?.span.line ?? node.span.line;
}

/** The text of a docstring and the statements after it. */
export function splitDocstring(body: readonly Stmt[]): {
  docstring: Constant | null;
  first: Stmt | null;
  rest: readonly Stmt[];
} {
  const first = body[0];
  if (first?.kind === 'Expr' && first.value.kind === 'Constant') {
    const { value } = first.value;
    if (value.type === 'str') return { docstring: value, first, rest: body.slice(1) };
  }
  return { docstring: null, first: null, rest: body };
}

/** Constant 0 of a function is its docstring, or None. */
function takeDocstring(child: Unit, body: readonly Stmt[]): readonly Stmt[] {
  const { docstring, rest } = splitDocstring(body);
  child.hasDocstring = docstring !== null;
  child.constantIndex(docstring ?? NONE);
  return rest;
}

function finish(child: Unit): Code {
  child.span = null;
  child.loadNone();
  child.emit(Op.RETURN_VALUE);
  return assemble(child);
}

function setParameters(child: Unit, args: Arguments, span: Span): void {
  child.argCount = args.posonlyargs.length + args.args.length;
  child.posOnlyCount = args.posonlyargs.length;
  child.kwOnlyCount = args.kwonlyargs.length;
  const starred = [args.vararg, args.kwarg].filter((arg) => arg !== null);
  for (const arg of [...args.posonlyargs, ...args.args, ...args.kwonlyargs, ...starred]) {
    if (arg.arg === '__debug__') child.fail('cannot assign to __debug__', span);
  }
}

function compileDefaults(unit: Unit, args: Arguments): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    flags |= MakeFunction.DEFAULTS;
    const items = args.defaults.map((value) => constantOf(unit, value));
    const constants = items.filter((item) => item !== null);
    if (constants.length === items.length) unit.loadConstant({ type: 'tuple', items: constants });
    else {
      for (const value of args.defaults) unit.expression(value);
      unit.emit(Op.BUILD_TUPLE, args.defaults.length);
    }
  }
  const names: Constant[] = [];
  args.kw_defaults.forEach((value, i) => {
    if (value === null) return;
    names.push({ type: 'str', value: unit.scope.mangle(args.kwonlyargs[i].arg) });
    unit.expression(value);
  });
  if (names.length > 0) {
    flags |= MakeFunction.KWDEFAULTS;
    unit.loadConstant({ type: 'tuple', items: names });
    unit.emit(Op.BUILD_CONST_KEY_MAP, names.length);
  }
  return flags;
}

/** A dict of the annotated parameters in CPython's order, 'return' last. */
function compileAnnotations(unit: Unit, node: FunctionDef): number {
  const { args } = node;
  const names: Constant[] = [];
  const add = (name: string, annotation: Expr | null | undefined): void => {
    if (!annotation) return;
    names.push({ type: 'str', value: unit.scope.mangle(name) });
    compileAnnotation(unit, annotation);
  };
  for (const arg of [...args.args, ...args.posonlyargs]) add(arg.arg, arg.annotation);
  add(args.vararg?.arg ?? '', args.vararg?.annotation);
  for (const arg of args.kwonlyargs) add(arg.arg, arg.annotation);
  add(args.kwarg?.arg ?? '', args.kwarg?.annotation);
  add('return', node.returns);
  if (names.length === 0) return 0;
  unit.loadConstant({ type: 'tuple', items: names });
  unit.emit(Op.BUILD_CONST_KEY_MAP, names.length);
  return MakeFunction.ANNOTATIONS;
}
