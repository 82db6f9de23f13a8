/**
 * Calls. The operand stack shows (NULL, callable) or (callable, self), then the arguments.
 *
 * `o.m(x)` loads a method with its receiver and builds no bound method; a global callable brings its
 * NULL along; everything else pushes NULL first. Calls with `*a` or `**k` gather their arguments in a
 * tuple and a dict. For a call over several lines CALL has the line of the method's name.
 */

import type { Expr, Keyword } from '../ast/nodes.ts';
import { Op } from '../bytecode/opcodes.ts';
import { compileSequence } from './displays.ts';
import { moveToAttribute } from './positions.ts';
import type { Unit } from './unit.ts';

export function compileCall(unit: Unit, node: Extract<Expr, { kind: 'Call' }>): void {
  refuseRepeatedKeywords(unit, node.keywords);
  const { func } = node;
  const simple = !hasUnpacking(node.args, node.keywords);
  if (func.kind === 'Attribute' && simple) {
    unit.expression(func.value);
    unit.span = func.span;
    moveToAttribute(unit, func);
    unit.emit(Op.LOAD_ATTR, (unit.attributeIndex(func.attr) << 1) | 1);
    unit.span = node.span;
    simpleArguments(unit, node.args, node.keywords);
    moveToAttribute(unit, func);
    unit.emit(Op.CALL, node.args.length + node.keywords.length);
    return;
  }
  unit.span = func.span;
  if (func.kind === 'Name' && unit.isGlobalLoad(func.id) && func.id !== '__debug__') {
    unit.emit(Op.LOAD_GLOBAL, (unit.nameIndex(unit.scope.mangle(func.id)) << 1) | 1);
  } else {
    unit.emit(Op.PUSH_NULL);
    unit.expression(func);
  }
  unit.span = node.span;
  compileArguments(unit, 0, node.args, node.keywords);
}

/** The arguments and the call itself; `pushed` positional ones are on the stack already. */
export function compileArguments(
  unit: Unit,
  pushed: number,
  args: readonly Expr[],
  keywords: readonly Keyword[],
): void {
  if (!hasUnpacking(args, keywords)) {
    simpleArguments(unit, args, keywords);
    unit.emit(Op.CALL, pushed + args.length + keywords.length);
    return;
  }
  if (pushed === 0 && args.length === 1 && args[0].kind === 'Starred') {
    unit.expression(args[0].value);
  } else {
    compileSequence(unit, args, pushed, 'tuple');
  }
  if (keywords.length > 0) keywordDict(unit, keywords);
  unit.emit(Op.CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0);
}

export function refuseRepeatedKeywords(unit: Unit, keywords: readonly Keyword[]): void {
  const seen = new Set<string>();
  for (const { arg, span } of keywords) {
    if (arg === null) continue;
    if (arg === '__debug__') unit.fail('cannot assign to __debug__');
    if (seen.has(arg)) unit.fail(`keyword argument repeated: ${arg}`, span);
    seen.add(arg);
  }
}

function hasUnpacking(args: readonly Expr[], keywords: readonly Keyword[]): boolean {
  return (
    args.some((arg) => arg.kind === 'Starred') || keywords.some((keyword) => keyword.arg === null)
  );
}

function simpleArguments(unit: Unit, args: readonly Expr[], keywords: readonly Keyword[]): void {
  for (const arg of args) unit.expression(arg);
  if (keywords.length === 0) return;
  for (const keyword of keywords) unit.expression(keyword.value);
  unit.emit(Op.KW_NAMES, unit.constantIndex(nameTuple(unit, keywords)));
}

function nameTuple(unit: Unit, keywords: readonly Keyword[]): Parameters<Unit['loadConstant']>[0] {
  const items = keywords.map(({ arg }) => ({
    type: 'str' as const,
    value: unit.scope.mangle(arg ?? ''),
  }));
  return { type: 'tuple', items };
}

function keywordDict(unit: Unit, keywords: readonly Keyword[]): void {
  let hasDict = false;
  let run: Keyword[] = [];
  const flush = (): void => {
    if (run.length === 0) return;
    namedValues(unit, run);
    if (hasDict) unit.emit(Op.DICT_MERGE, 1);
    hasDict = true;
    run = [];
  };
  for (const keyword of keywords) {
    if (keyword.arg !== null) {
      run.push(keyword);
      continue;
    }
    flush();
    if (!hasDict) unit.emit(Op.BUILD_MAP, 0);
    hasDict = true;
    unit.expression(keyword.value);
    unit.emit(Op.DICT_MERGE, 1);
  }
  flush();
}

function namedValues(unit: Unit, keywords: readonly Keyword[]): void {
  if (keywords.length === 1) {
    unit.loadConstant({ type: 'str', value: unit.scope.mangle(keywords[0].arg ?? '') });
    unit.expression(keywords[0].value);
    unit.emit(Op.BUILD_MAP, 1);
    return;
  }
  for (const keyword of keywords) unit.expression(keyword.value);
  unit.loadConstant(nameTuple(unit, keywords));
  unit.emit(Op.BUILD_CONST_KEY_MAP, keywords.length);
}
