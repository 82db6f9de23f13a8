/**
 * Where `name := value` binds (PEP 572): in the scope it stands in, but from inside comprehensions in
 * the function or module around them. A comprehension sees such a name as nonlocal or global.
 */

import type { NamedExpr, Span } from '../ast/nodes.ts';
import { type Scope, Use } from './scopes.ts';

/** What the rule needs of the scope builder. */
interface WalrusContext {
  readonly scope: Scope;
  mark(name: string, uses: number): void;
  fail(message: string, span: Span): never;
}

export function bindWalrus(context: WalrusContext, node: NamedExpr, inIterable: boolean): void {
  const { scope } = context;
  const name = node.target.id;
  if (inIterable) {
    const message = 'assignment expression cannot be used in a comprehension iterable expression';
    context.fail(message, node.span);
  }
  if (scope.comprehension === null) {
    context.mark(name, Use.BOUND);
    return;
  }
  for (let owner: Scope | null = scope; owner !== null; owner = owner.parent) {
    if (owner.comprehension !== null) {
      refuseIterationVariable(context, owner, name, node.target.span);
      continue;
    }
    if (owner.kind === 'class') {
      const message = 'assignment expression within a comprehension cannot be used in a class body';
      context.fail(message, node.target.span);
    }
    bindThrough(context, owner, name);
    return;
  }
}

function refuseIterationVariable(
  context: WalrusContext,
  scope: Scope,
  name: string,
  span: Span,
): void {
  if ((scope.symbols.get(scope.mangle(name)) ?? 0) & Use.ITERATION) {
    const message = `assignment expression cannot rebind comprehension iteration variable '${name}'`;
    context.fail(message, span);
  }
}

function bindThrough(context: WalrusContext, owner: Scope, name: string): void {
  const mangled = owner.mangle(name);
  const uses = owner.symbols.get(mangled) ?? 0;
  const isGlobal = owner.kind !== 'function' || (uses & Use.GLOBAL) !== 0;
  context.mark(name, isGlobal ? Use.GLOBAL : Use.NONLOCAL);
  owner.symbols.set(mangled, uses | (owner.kind === 'module' ? Use.GLOBAL | Use.BOUND : Use.BOUND));
}
