/**
 * Symbol tables: what each name means in each scope (Python's execution model, section 4.2).
 *
 * A first walk over the tree (scope-builder.ts) only notes what happens to a name in a scope: it is
 * bound, used, declared. `resolveScopes` then decides, from the outside in: a name that is bound
 * here is local; else the nearest enclosing function that binds it lends it (it becomes a cell
 * there and free in every scope between); else it is global. Class scopes lend nothing but
 * `__class__`, the cell that zero-argument super() reads.
 *
 * What must hold: S1, after resolving every symbol of every scope has a meaning; S2, a name that is
 * free in a scope is a cell or free in its parent, so a closure can be built from the parent's slots.
 */

import type { Span } from '../ast/nodes.ts';

type ScopeKind = 'module' | 'class' | 'function' | 'annotation';

/** What the text of a scope does to a name; a set of bits per symbol. */
export const enum Use {
  READ = 1,
  BOUND = 2,
  PARAMETER = 4,
  GLOBAL = 8,
  NONLOCAL = 16,
  ANNOTATED = 32,
  /** Iteration variable of a comprehension. */
  ITERATION = 64,
  /** A class binds it by itself, and passes an outer variable of that name on to inner functions. */
  FREE_IN_CLASS = 128,
}

type Meaning = 'local' | 'cell' | 'free' | 'globalExplicit' | 'globalImplicit';

export type ComprehensionKind =
  | 'list comprehension'
  | 'set comprehension'
  | 'dict comprehension'
  | 'generator expression';

export class Scope {
  readonly children: Scope[] = [];
  readonly symbols = new Map<string, number>();
  readonly meanings = new Map<string, Meaning>();
  /** Where a `global` or `nonlocal` statement named the symbol, for error messages. */
  readonly declared = new Map<string, Span>();
  /** In slot order; the interpreter's *args and **kwargs come last. */
  readonly parameters: string[] = [];
  readonly nested: boolean;
  comprehension: ComprehensionKind | null = null;
  isGenerator = false;
  hasVarArgs = false;
  hasVarKeywords = false;
  /** A class whose methods read `__class__`. */
  needsClassCell = false;

  constructor(
    readonly kind: ScopeKind,
    readonly name: string,
    readonly parent: Scope | null,
    /** Name of the innermost class, whose private names are mangled here. */
    readonly privateName: string | null,
    readonly span: Span,
  ) {
    this.nested = parent !== null && (parent.nested || parent.kind === 'function');
  }

  mangle(name: string): string {
    return mangle(this.privateName, name);
  }

  /** The meaning of a (mangled) name; a name never seen is global. */
  meaning(name: string): Meaning {
    return this.meanings.get(name) ?? 'globalImplicit';
  }

  /** Mangled names with that meaning, sorted: the order of cells and closures. */
  cellNames(): string[] {
    const names = this.kind === 'class' && this.needsClassCell ? ['__class__'] : [];
    for (const [name, meaning] of this.meanings) if (meaning === 'cell') names.push(name);
    return names.sort(byCodePoint);
  }

  freeNames(): string[] {
    const names: string[] = [];
    for (const [name, meaning] of this.meanings) {
      if (meaning === 'free' || (this.symbols.get(name) ?? 0) & Use.FREE_IN_CLASS) names.push(name);
    }
    return names.sort(byCodePoint);
  }
}

/** `__x` in class `_C` is `_C__x`; names that end in `__` or hold a dot stay. */
export function mangle(privateName: string | null, name: string): string {
  if (privateName === null || !name.startsWith('__')) return name;
  if (name.endsWith('__') || name.includes('.')) return name;
  const stem = privateName.replace(/^_+/, '');
  return stem === '' ? name : `_${stem}${name}`;
}

/** Gives every symbol below `root` its meaning; `fail` throws the SyntaxError. */
export function resolveScopes(root: Scope, fail: (message: string, span: Span) => never): void {
  const pending: Scope[] = [root];
  for (let scope = pending.pop(); scope !== undefined; scope = pending.pop()) {
    for (const [name, uses] of scope.symbols) {
      scope.meanings.set(name, decide(scope, name, uses, fail));
    }
    for (let i = scope.children.length - 1; i >= 0; i--) pending.push(scope.children[i]);
  }
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function decide(
  scope: Scope,
  name: string,
  uses: number,
  fail: (message: string, span: Span) => never,
): Meaning {
  const place = scope.declared.get(name) ?? scope.span;
  if (uses & Use.GLOBAL) {
    if (uses & Use.NONLOCAL) fail(`name '${name}' is nonlocal and global`, place);
    return 'globalExplicit';
  }
  if (uses & Use.NONLOCAL) {
    if (scope.kind === 'module') fail('nonlocal declaration not allowed at module level', place);
    if (!borrow(scope, name)) fail(`no binding for nonlocal '${name}' found`, place);
    return 'free';
  }
  if (uses & Use.BOUND) return 'local';
  return borrow(scope, name) ? 'free' : 'globalImplicit';
}

/** Finds the outer scope that lends the name, and opens the way to it; false if it is global. */
function borrow(scope: Scope, name: string): boolean {
  let owner = scope.parent;
  for (; owner !== null; owner = owner.parent) {
    if (lends(owner, name)) break;
    if (owner.kind === 'function' && (owner.symbols.get(name) ?? 0) & Use.GLOBAL) return false;
  }
  if (owner === null) return false;
  if (owner.kind === 'class') owner.needsClassCell = true;
  else owner.meanings.set(name, 'cell');
  for (
    let between = scope.parent;
    between !== owner && between !== null;
    between = between.parent
  ) {
    const uses = between.symbols.get(name) ?? 0;
    if (between.kind === 'class' && uses & (Use.BOUND | Use.GLOBAL)) {
      between.symbols.set(name, uses | Use.FREE_IN_CLASS);
    } else {
      between.meanings.set(name, 'free');
    }
  }
  return true;
}

function lends(owner: Scope, name: string): boolean {
  if (owner.kind === 'class') return name === '__class__';
  if (owner.kind !== 'function') return false;
  const uses = owner.symbols.get(name) ?? 0;
  return (uses & Use.BOUND) !== 0 && (uses & (Use.GLOBAL | Use.NONLOCAL)) === 0;
}
