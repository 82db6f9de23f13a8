/**
 * One code object in the making: an emitter that knows its scope, its slots, and what it is inside of.
 *
 * `FrameBlock`s are the constructs that a `break`, `continue` or `return` has to leave in order:
 * loops, protected bodies, handlers. Slots of fast locals are given out at first use, as CPython does
 * (`locals()` shows that order); cells and free variables are numbered by their sorted names and are
 * moved behind the locals by the assembler.
 *
 * The visitors are reached through the session, so that the files of the compiler import each other
 * in one direction only: compile.ts ties the knot.
 */

import { PythonSyntaxError } from '../ast/errors.ts';
import type { Context, Expr, Span, Stmt } from '../ast/nodes.ts';
import { CodeFlag, type Constant } from '../bytecode/code.ts';
import { Op } from '../bytecode/opcodes.ts';
import { type Block, Emitter, type Handler } from './emitter.ts';
import type { Scope } from './scopes.ts';

/** CPython's CO_MAXBLOCKS. */
const FRAME_BLOCK_MAX = 20;

export type FrameBlock = {
  /** The handler in force outside of the whole construct. */
  readonly outer: Handler | null;
} & (
  | { readonly kind: 'while' | 'for'; readonly top: Block; readonly exit: Block }
  | { readonly kind: 'tryExcept' | 'exceptionHandler' | 'finallyEnd' | 'popValue' }
  | { readonly kind: 'finallyTry'; readonly body: readonly Stmt[] }
  | { readonly kind: 'with'; readonly span: Span }
  | { readonly kind: 'handlerCleanup'; readonly name: string | null }
);

interface Visitors {
  expression(unit: Unit, expression: Expr): void;
  statements(unit: Unit, body: readonly Stmt[]): void;
}

/** What all units of one compilation share. */
interface Session {
  readonly filename: string;
  readonly source: string;
  readonly scopes: ReadonlyMap<object, Scope>;
  readonly visitors: Visitors;
  readonly folded: Map<Expr, Constant | null>;
  /** `from __future__ import annotations`: annotations are kept as text. */
  readonly textAnnotations: boolean;
  readonly interactive: boolean;
  /** Line of the last valid `from __future__` import; a later one is an error. */
  readonly futureLine: number;
}

export class Unit extends Emitter {
  readonly qualname: string;
  readonly localSlots = new Map<string, number>();
  /** Index among cells, then free variables. */
  readonly derefIndexes = new Map<string, number>();
  readonly cellNames: readonly string[];
  readonly freeNames: readonly string[];
  frameBlocks: FrameBlock[] = [];
  hasDocstring = false;
  argCount = 0;
  posOnlyCount = 0;
  kwOnlyCount = 0;

  constructor(
    readonly session: Session,
    readonly scope: Scope,
    readonly name: string,
    readonly firstLine: number,
    readonly parent: Unit | null,
  ) {
    super();
    this.qualname = qualifiedName(name, scope, parent);
    this.cellNames = scope.cellNames();
    this.freeNames = scope.freeNames();
    for (const cell of [...this.cellNames, ...this.freeNames]) {
      this.derefIndexes.set(cell, this.derefIndexes.size);
    }
    for (const parameter of scope.parameters) this.localSlots.set(parameter, this.localSlots.size);
  }

  get isFunction(): boolean {
    return this.scope.kind === 'function';
  }

  expression(expression: Expr): void {
    this.session.visitors.expression(this, expression);
  }

  statements(body: readonly Stmt[]): void {
    this.session.visitors.statements(this, body);
  }

  flags(): number {
    const { scope } = this;
    if (scope.kind !== 'function') return 0;
    return (
      CodeFlag.OPTIMIZED |
      CodeFlag.NEWLOCALS |
      (scope.nested ? CodeFlag.NESTED : 0) |
      (scope.isGenerator ? CodeFlag.GENERATOR : 0) |
      (scope.hasVarArgs ? CodeFlag.VARARGS : 0) |
      (scope.hasVarKeywords ? CodeFlag.VARKEYWORDS : 0)
    );
  }

  localSlot(name: string): number {
    let slot = this.localSlots.get(name);
    if (slot === undefined) {
      slot = this.localSlots.size;
      this.localSlots.set(name, slot);
    }
    return slot;
  }

  derefIndex(name: string): number {
    const index = this.derefIndexes.get(name);
    if (index === undefined) throw new Error(`compiler: ${name} is no cell of ${this.qualname}`);
    return index;
  }

  /** True if loading the (unmangled) name is a LOAD_GLOBAL, which can push CALL's NULL itself. */
  isGlobalLoad(name: string): boolean {
    const meaning = this.scope.meaning(this.scope.mangle(name));
    return meaning === 'globalExplicit' || (meaning === 'globalImplicit' && this.isFunction);
  }

  nameOperation(name: string, context: Context): void {
    const mangled = this.scope.mangle(name);
    if (mangled === '__debug__' && context !== 'Load') {
      this.fail(`cannot ${context === 'Store' ? 'assign to' : 'delete'} __debug__`);
    }
    const meaning = this.scope.meaning(mangled);
    if (meaning === 'free' || meaning === 'cell') {
      const load = this.scope.kind === 'class' ? Op.LOAD_CLASSDEREF : Op.LOAD_DEREF;
      const op = choose(context, load, Op.STORE_DEREF, Op.DELETE_DEREF);
      this.emit(op, this.derefIndex(mangled));
    } else if (meaning === 'local' && this.isFunction) {
      // The assembler turns this into LOAD_FAST where the local is proved bound.
      const op = choose(context, Op.LOAD_FAST_CHECK, Op.STORE_FAST, Op.DELETE_FAST);
      this.emit(op, this.localSlot(mangled));
    } else if (this.isGlobalLoad(name)) {
      const index = this.nameIndex(mangled);
      const op = choose(context, Op.LOAD_GLOBAL, Op.STORE_GLOBAL, Op.DELETE_GLOBAL);
      this.emit(op, context === 'Load' ? index << 1 : index);
    } else {
      const op = choose(context, Op.LOAD_NAME, Op.STORE_NAME, Op.DELETE_NAME);
      this.emit(op, this.nameIndex(mangled));
    }
  }

  /** The index of an attribute's name, mangled. */
  attributeIndex(name: string): number {
    return this.nameIndex(this.scope.mangle(name));
  }

  pushFrameBlock(block: FrameBlock): void {
    if (this.frameBlocks.length >= FRAME_BLOCK_MAX) this.fail('too many statically nested blocks');
    this.frameBlocks.push(block);
  }

  popFrameBlock(): void {
    this.frameBlocks.pop();
  }

  /** Throws a SyntaxError at the span, or at the node being compiled. */
  fail(message: string, span: Span | null = this.span): never {
    throw syntaxError(this.session, message, span);
  }
}

/**
 * Whole lines of source are only looked up when there is an error to show. CPython's compiler has the
 * tree alone and reads the line from the file: of a text without a file it shows none.
 */
export function syntaxError(
  session: { readonly filename: string; readonly source: string },
  message: string,
  span: Span | null,
): PythonSyntaxError {
  const place = span ?? { line: 1, column: 0, endLine: 1, endColumn: 0 };
  const lines = session.source.split(/\r\n|\r|\n/, place.line);
  const line = session.filename.startsWith('<') ? null : (lines[place.line - 1] ?? '');
  return new PythonSyntaxError('SyntaxError', message, session.filename, place, line);
}

function choose(context: Context, load: Op, store: Op, remove: Op): Op {
  return context === 'Load' ? load : context === 'Store' ? store : remove;
}

function qualifiedName(name: string, scope: Scope, parent: Unit | null): string {
  if (parent === null || parent.scope.kind === 'module') return name;
  const isDefinition = scope.comprehension === null && name !== '<lambda>';
  const mangled = parent.scope.mangle(name);
  if (isDefinition && parent.scope.meaning(mangled) === 'globalExplicit') return name;
  return parent.isFunction ? `${parent.qualname}.<locals>.${name}` : `${parent.qualname}.${name}`;
}
