/**
 * The first walk over the tree: one Scope per module, class, function, lambda and comprehension,
 * with what happens to each name in it, and the errors that CPython's symbol table finds.
 *
 * It is also where a tree that is too deep is refused, before the recursive visitors of the later
 * passes meet it, and where constructs that the compiler does not know yet are (unsupported.ts).
 * Left-nested operators and `elif` chains are walked with loops: they are long in real programs
 * and not deep to a reader.
 */

import type {
  Arg,
  Arguments,
  ClassDef,
  Comprehension,
  Expr,
  FunctionDef,
  Lambda,
  Mod,
  Span,
  Stmt,
} from '../ast/nodes.ts';
import { expressionParts, statementParts } from './parts.ts';
import { type ComprehensionKind, resolveScopes, Scope, Use } from './scopes.ts';
import { syntaxError } from './unit.ts';
import { refuseUnsupportedExpression, refuseUnsupportedStatement } from './unsupported.ts';
import { bindWalrus } from './walrus.ts';

/** Nesting of nodes: nested lambdas, the deepest visit, overflow a stack of 984 KB at about 1,600. */
const DEPTH_MAX = 1000;

const NOWHERE: Span = { line: 0, column: 0, endLine: 0, endColumn: 0 };

export interface Source {
  readonly filename: string;
  readonly source: string;
}

/** Scopes by the node that opens them, all names resolved. */
export function buildScopes(
  tree: Mod,
  source: Source,
  textAnnotations: boolean,
): Map<object, Scope> {
  const builder = new ScopeBuilder(source, textAnnotations);
  const root = builder.open('module', 'top', tree, NOWHERE);
  if (tree.kind === 'Expression') builder.expression(tree.body);
  else builder.statements(tree.body);
  resolveScopes(root, (message, span) => builder.fail(message, span));
  return builder.scopes;
}

class ScopeBuilder {
  readonly scopes = new Map<object, Scope>();
  scope!: Scope;
  /** How many iterables of comprehensions we are inside of: no walrus there. */
  private iterables = 0;
  private depth = 0;
  /** Between `for` and `in` of a comprehension. */
  private inIterationTarget = false;

  constructor(
    private readonly source: Source,
    private readonly textAnnotations: boolean,
  ) {}

  fail(message: string, span: Span): never {
    throw syntaxError(this.source, message, span);
  }

  open(kind: Scope['kind'], name: string, node: object, span: Span): Scope {
    const parent = this.scope ?? null;
    const privateName = kind === 'class' ? name : (parent?.privateName ?? null);
    const scope = new Scope(kind, name, parent, privateName, span);
    if (kind !== 'annotation') {
      parent?.children.push(scope);
      this.scopes.set(node, scope);
    }
    this.scope = scope;
    return scope;
  }

  private close(): void {
    if (this.scope.parent !== null) this.scope = this.scope.parent;
  }

  mark(name: string, uses: number): void {
    const mangled = this.scope.mangle(name);
    const { symbols } = this.scope;
    symbols.set(mangled, (symbols.get(mangled) ?? 0) | uses);
  }

  private deeper(span: Span): void {
    if (++this.depth > DEPTH_MAX) {
      this.fail('too deeply nested: maximum recursion depth exceeded during compilation', span);
    }
  }

  statements(body: readonly Stmt[]): void {
    for (const statement of body) this.statement(statement);
  }

  private statement(statement: Stmt): void {
    this.deeper(statement.span);
    refuseUnsupportedStatement(this.source, statement);
    switch (statement.kind) {
      case 'FunctionDef':
        this.functionDefinition(statement);
        break;
      case 'ClassDef':
        this.classDefinition(statement);
        break;
      case 'If':
        this.ifChain(statement);
        break;
      case 'Import':
      case 'ImportFrom':
        for (const alias of statement.names) this.importAlias(alias);
        break;
      case 'Global':
      case 'Nonlocal':
        for (const name of statement.names) this.declare(statement, name);
        break;
      case 'Try':
        this.statements(statement.body);
        this.statements(statement.orelse);
        for (const handler of statement.handlers) {
          if (handler.type !== null) this.expression(handler.type);
          if (handler.name !== null) this.mark(handler.name, Use.BOUND);
          this.statements(handler.body);
        }
        this.statements(statement.finalbody);
        break;
      default:
        this.simpleStatement(statement);
    }
    this.depth--;
  }

  private simpleStatement(statement: Stmt): void {
    if (statement.kind === 'AnnAssign') {
      this.annotatedAssignment(statement);
      return;
    }
    const { expressions, bodies } = statementParts(statement);
    this.expressions(expressions);
    for (const body of bodies) this.statements(body);
  }

  private ifChain(first: Extract<Stmt, { kind: 'If' }>): void {
    for (let node = first; ; ) {
      this.expression(node.test);
      this.statements(node.body);
      const rest = node.orelse;
      if (rest.length !== 1 || rest[0].kind !== 'If') return this.statements(rest);
      node = rest[0];
    }
  }

  private functionDefinition(node: FunctionDef): void {
    this.mark(node.name, Use.BOUND);
    this.defaults(node.args);
    this.annotations(node);
    this.expressions(node.decorator_list);
    this.open('function', node.name, node, node.span);
    this.parameters(node.args);
    this.statements(node.body);
    this.close();
  }

  private classDefinition(node: ClassDef): void {
    this.mark(node.name, Use.BOUND);
    this.expressions(node.bases);
    for (const keyword of node.keywords) this.expression(keyword.value);
    this.expressions(node.decorator_list);
    this.open('class', node.name, node, node.span);
    this.statements(node.body);
    this.close();
  }

  private lambda(node: Lambda): void {
    this.defaults(node.args);
    this.open('function', '<lambda>', node, node.span);
    this.parameters(node.args);
    this.expression(node.body);
    this.close();
  }

  private defaults(args: Arguments): void {
    this.expressions(args.defaults);
    for (const value of args.kw_defaults) if (value !== null) this.expression(value);
  }

  private parameters(args: Arguments): void {
    const { scope } = this;
    const positional = [...args.posonlyargs, ...args.args, ...args.kwonlyargs];
    for (const arg of positional) this.parameter(arg);
    if (args.vararg !== null) this.parameter(args.vararg);
    if (args.kwarg !== null) this.parameter(args.kwarg);
    scope.hasVarArgs = args.vararg !== null;
    scope.hasVarKeywords = args.kwarg !== null;
  }

  private parameter(arg: Arg): void {
    const name = this.scope.mangle(arg.arg);
    if ((this.scope.symbols.get(name) ?? 0) & Use.PARAMETER) {
      this.fail(`duplicate argument '${arg.arg}' in function definition`, arg.span);
    }
    this.mark(arg.arg, Use.PARAMETER | Use.BOUND);
    this.scope.parameters.push(name);
  }

  private annotations(node: FunctionDef): void {
    const { args } = node;
    const all = [...args.posonlyargs, ...args.args, args.vararg, args.kwarg, ...args.kwonlyargs];
    for (const arg of all) if (arg?.annotation) this.annotation(arg.annotation);
    if (node.returns !== null) this.annotation(node.returns);
  }

  /** Annotations kept as text bind nothing, so their names go to a scope that is thrown away. */
  private annotation(expression: Expr): void {
    if (!this.textAnnotations) {
      this.expression(expression);
      return;
    }
    this.open('annotation', '_annotation', expression, expression.span);
    this.expression(expression);
    this.close();
  }

  private annotatedAssignment(node: Extract<Stmt, { kind: 'AnnAssign' }>): void {
    const { target } = node;
    if (target.kind === 'Name') {
      const uses = this.scope.symbols.get(this.scope.mangle(target.id)) ?? 0;
      const declared = uses & (Use.GLOBAL | Use.NONLOCAL);
      if (declared && this.scope.kind !== 'module' && node.simple) {
        const kind = uses & Use.GLOBAL ? 'global' : 'nonlocal';
        this.fail(`annotated name '${target.id}' can't be ${kind}`, node.span);
      }
      if (node.simple) this.mark(target.id, Use.ANNOTATED | Use.BOUND);
      else if (node.value !== null) this.mark(target.id, Use.BOUND);
    } else {
      this.expression(target);
    }
    this.annotation(node.annotation);
    if (node.value !== null) this.expression(node.value);
  }

  private importAlias(alias: { name: string; asname: string | null; span: Span }): void {
    if (alias.name === '*') {
      if (this.scope.kind !== 'module') {
        this.fail('import * only allowed at module level', alias.span);
      }
      return;
    }
    const name = alias.asname ?? alias.name;
    const dot = name.indexOf('.');
    this.mark(dot === -1 ? name : name.slice(0, dot), Use.BOUND);
  }

  private declare(statement: Extract<Stmt, { kind: 'Global' | 'Nonlocal' }>, name: string): void {
    const word = statement.kind === 'Global' ? 'global' : 'nonlocal';
    const mangled = this.scope.mangle(name);
    const uses = this.scope.symbols.get(mangled) ?? 0;
    const { span } = statement;
    if (uses & Use.PARAMETER) this.fail(`name '${name}' is parameter and ${word}`, span);
    if (uses & Use.READ) this.fail(`name '${name}' is used prior to ${word} declaration`, span);
    if (uses & Use.ANNOTATED) this.fail(`annotated name '${name}' can't be ${word}`, span);
    if (uses & Use.BOUND) {
      this.fail(`name '${name}' is assigned to before ${word} declaration`, span);
    }
    this.mark(name, statement.kind === 'Global' ? Use.GLOBAL : Use.NONLOCAL);
    if (!this.scope.declared.has(mangled)) this.scope.declared.set(mangled, span);
  }

  expressions(list: readonly Expr[]): void {
    for (const expression of list) this.expression(expression);
  }

  expression(expression: Expr): void {
    this.deeper(expression.span);
    refuseUnsupportedExpression(this.source, expression);
    switch (expression.kind) {
      case 'Name':
        this.name(expression);
        break;
      case 'BinOp':
        this.operatorChain(expression);
        break;
      case 'Lambda':
        this.lambda(expression);
        break;
      case 'NamedExpr':
        this.refuseInAnnotation('named expression', expression.span);
        bindWalrus(this, expression, this.iterables > 0);
        this.expression(expression.value);
        break;
      case 'Yield':
      case 'YieldFrom':
        this.yieldExpression(expression);
        break;
      case 'ListComp':
        this.comprehension(expression, 'list comprehension', [expression.elt]);
        break;
      case 'SetComp':
        this.comprehension(expression, 'set comprehension', [expression.elt]);
        break;
      case 'DictComp':
        this.comprehension(expression, 'dict comprehension', [expression.key, expression.value]);
        break;
      case 'GeneratorExp':
        this.comprehension(expression, 'generator expression', [expression.elt]);
        break;
      default:
        this.expressions(expressionParts(expression));
    }
    this.depth--;
  }

  private name(node: Extract<Expr, { kind: 'Name' }>): void {
    const loaded = node.ctx === 'Load';
    if (!loaded && this.inIterationTarget) this.markIteration(node.id, node.span);
    this.mark(node.id, loaded ? Use.READ : Use.BOUND);
    // Zero-argument super() finds its class through this cell.
    if (loaded && node.id === 'super' && this.scope.kind === 'function') {
      this.mark('__class__', Use.READ);
    }
  }

  private operatorChain(root: Extract<Expr, { kind: 'BinOp' }>): void {
    const rights: Expr[] = [];
    let left: Expr = root;
    for (; left.kind === 'BinOp'; left = left.left) rights.push(left.right);
    this.expression(left);
    for (let i = rights.length - 1; i >= 0; i--) this.expression(rights[i]);
  }

  private refuseInAnnotation(what: string, span: Span): void {
    if (this.scope.kind === 'annotation') {
      this.fail(`'${what}' can not be used within an annotation`, span);
    }
  }

  private yieldExpression(node: Extract<Expr, { kind: 'Yield' | 'YieldFrom' }>): void {
    this.refuseInAnnotation('yield expression', node.span);
    if (node.value !== null) this.expression(node.value);
    this.scope.isGenerator = true;
    if (this.scope.comprehension !== null) {
      this.fail(`'yield' inside ${this.scope.comprehension}`, node.span);
    }
  }

  /** The first iterable belongs to the scope around; it arrives as the parameter `.0`. */
  private comprehension(
    node: Expr & { generators: Comprehension[] },
    kind: ComprehensionKind,
    elements: readonly Expr[],
  ): void {
    const first = node.generators[0];
    this.iterable(first.iter);
    const name =
      kind === 'generator expression' ? '<genexpr>' : `<${kind.replace(/ comp.*/, '')}comp>`;
    const scope = this.open('function', name, node, node.span);
    scope.comprehension = kind;
    scope.isGenerator = kind === 'generator expression';
    this.mark('.0', Use.PARAMETER | Use.BOUND);
    scope.parameters.push('.0');
    node.generators.forEach((generator, i) => {
      this.iterationTarget(generator.target);
      if (i > 0) this.iterable(generator.iter);
      this.expressions(generator.ifs);
    });
    this.expressions(elements);
    this.close();
  }

  private iterable(expression: Expr): void {
    this.iterables++;
    this.expression(expression);
    this.iterables--;
  }

  private iterationTarget(target: Expr): void {
    this.inIterationTarget = true;
    this.expression(target);
    this.inIterationTarget = false;
  }

  private markIteration(name: string, span: Span): void {
    const mangled = this.scope.mangle(name);
    const uses = this.scope.symbols.get(mangled) ?? 0;
    if (uses & (Use.GLOBAL | Use.NONLOCAL)) {
      const message = `comprehension inner loop cannot rebind assignment expression target '${name}'`;
      this.fail(message, span);
    }
    this.scope.symbols.set(mangled, uses | Use.ITERATION);
  }
}
