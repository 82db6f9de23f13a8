/**
 * Statements of one line. Rules of chevrotain, but for expression statements and assignments, which
 * are told apart only by what follows their first expression.
 */

import type { ParserMethod } from 'chevrotain';
import type { Alias, Expr, Operator, Span, Stmt, TypeParam } from '../src/ast/nodes.ts';
import { PatternParser } from './patterns.ts';
import { describe, invalidTarget, setContext } from './targets.ts';
import { beginsExpression, TOKEN_TYPES, type Token, TokenKind } from './tokens.ts';

const AUGMENTED = new Map<TokenKind, Operator>([
  [TokenKind.PlusEqual, 'Add'],
  [TokenKind.MinusEqual, 'Sub'],
  [TokenKind.StarEqual, 'Mult'],
  [TokenKind.SlashEqual, 'Div'],
  [TokenKind.DoubleSlashEqual, 'FloorDiv'],
  [TokenKind.PercentEqual, 'Mod'],
  [TokenKind.AtEqual, 'MatMult'],
  [TokenKind.AmpersandEqual, 'BitAnd'],
  [TokenKind.BarEqual, 'BitOr'],
  [TokenKind.CaretEqual, 'BitXor'],
  [TokenKind.LeftShiftEqual, 'LShift'],
  [TokenKind.RightShiftEqual, 'RShift'],
  [TokenKind.DoubleStarEqual, 'Pow'],
]);

type Rule<Result> = ParserMethod<[], Result>;

export abstract class SimpleStatementParser extends PatternParser {
  /** Simple statements up to and including the line end. */
  protected simpleStatements(into: Stmt[]): void {
    do {
      into.push(this.simpleStatement());
    } while (this.takeIf(TokenKind.Semicolon) && !this.at(TokenKind.Newline));
    this.take(TokenKind.Newline);
  }

  private simpleStatement(): Stmt {
    const start = this.peek();
    switch (start.kind) {
      case TokenKind.Pass:
        this.skip();
        return { kind: 'Pass', span: this.spanOf(start) };
      case TokenKind.Break:
        this.skip();
        return { kind: 'Break', span: this.spanOf(start) };
      case TokenKind.Continue:
        this.skip();
        return { kind: 'Continue', span: this.spanOf(start) };
      case TokenKind.Return:
        return this.SUBRULE(this.returnStatement);
      case TokenKind.Raise:
        return this.SUBRULE(this.raiseStatement);
      case TokenKind.Global:
        return this.SUBRULE(this.globalStatement);
      case TokenKind.Nonlocal:
        return this.SUBRULE(this.nonlocalStatement);
      case TokenKind.Del:
        return this.SUBRULE(this.deleteStatement);
      case TokenKind.Assert:
        return this.SUBRULE(this.assertStatement);
      case TokenKind.Import:
        return this.SUBRULE(this.importStatement);
      case TokenKind.From:
        return this.SUBRULE(this.fromStatement);
      default:
        if (this.atName('type') && this.peekSecond().kind === TokenKind.Name) {
          return this.typeAlias();
        }
        return this.expressionStatement(start);
    }
  }

  // Statements with a keyword of their own

  readonly returnStatement: Rule<Stmt> = this.RULE('returnStatement', (): Stmt => {
    const start = this.take(TokenKind.Return);
    const value = this.beginsStarExpression() ? this.starExpressions() : null;
    return { kind: 'Return', value, span: this.spanFrom(start) };
  });

  readonly raiseStatement: Rule<Stmt> = this.RULE('raiseStatement', (): Stmt => {
    const start = this.take(TokenKind.Raise);
    let exc: Expr | null = null;
    let cause: Expr | null = null;
    if (beginsExpression(this.peek().kind)) {
      exc = this.expression();
      if (this.takeIf(TokenKind.From)) cause = this.expression();
    }
    return { kind: 'Raise', exc, cause, span: this.spanFrom(start) };
  });

  readonly globalStatement: Rule<Stmt> = this.RULE('globalStatement', (): Stmt => {
    const start = this.take(TokenKind.Global);
    const names = this.names();
    return { kind: 'Global', names, span: this.spanFrom(start) };
  });

  readonly nonlocalStatement: Rule<Stmt> = this.RULE('nonlocalStatement', (): Stmt => {
    const start = this.take(TokenKind.Nonlocal);
    const names = this.names();
    return { kind: 'Nonlocal', names, span: this.spanFrom(start) };
  });

  private names(): string[] {
    const names: string[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: TOKEN_TYPES[TokenKind.Comma],
      DEF: () => {
        names.push(this.take(TokenKind.Name).image);
      },
    });
    return names;
  }

  readonly deleteStatement: Rule<Stmt> = this.RULE('deleteStatement', (): Stmt => {
    const start = this.take(TokenKind.Del);
    const expr = this.starExpressions();
    const invalid = invalidTarget(expr, 'deletion');
    if (invalid !== null) {
      throw this.errorAt(invalid.span, `cannot delete ${describe(invalid)}`);
    }
    setContext(expr, 'Del');
    const isBare = expr.kind === 'Tuple' && this.isBareTuple(expr);
    const targets = isBare ? expr.elts : [expr];
    return { kind: 'Delete', targets, span: this.spanFrom(start) };
  });

  readonly assertStatement: Rule<Stmt> = this.RULE('assertStatement', (): Stmt => {
    const start = this.take(TokenKind.Assert);
    const test = this.expression();
    const msg = this.takeIf(TokenKind.Comma) ? this.expression() : null;
    return { kind: 'Assert', test, msg, span: this.spanFrom(start) };
  });

  // Imports

  readonly importStatement: Rule<Stmt> = this.RULE('importStatement', (): Stmt => {
    const start = this.take(TokenKind.Import);
    const names: Alias[] = [];
    this.AT_LEAST_ONE_SEP({
      SEP: TOKEN_TYPES[TokenKind.Comma],
      DEF: () => {
        const first = this.take(TokenKind.Name);
        let name = first.image;
        while (this.takeIf(TokenKind.Dot)) name += `.${this.take(TokenKind.Name).image}`;
        names.push(this.alias(first, name));
      },
    });
    return { kind: 'Import', names, span: this.spanFrom(start) };
  });

  private alias(first: Token, name: string): Alias {
    const asname = this.takeIf(TokenKind.As) ? this.take(TokenKind.Name).image : null;
    return { kind: 'alias', name, asname, span: this.spanFrom(first) };
  }

  readonly fromStatement: Rule<Stmt> = this.RULE('fromStatement', (): Stmt => {
    const start = this.take(TokenKind.From);
    let level = 0;
    for (;;) {
      if (this.takeIf(TokenKind.Dot)) level++;
      else if (this.takeIf(TokenKind.Ellipsis)) level += 3;
      else break;
    }
    let module: string | null = null;
    if (level === 0 || this.at(TokenKind.Name)) {
      module = this.take(TokenKind.Name).image;
      while (this.takeIf(TokenKind.Dot)) module += `.${this.take(TokenKind.Name).image}`;
    }
    this.take(TokenKind.Import);
    const names = this.fromTargets();
    return { kind: 'ImportFrom', module, names, level, span: this.spanFrom(start) };
  });

  private fromTargets(): Alias[] {
    const first = this.peek();
    if (this.takeIf(TokenKind.Star)) {
      return [{ kind: 'alias', name: '*', asname: null, span: this.spanOf(first) }];
    }
    const hasParens = this.takeIf(TokenKind.LeftParen);
    const names: Alias[] = [];
    do {
      const name = this.peek();
      if (names.length > 0 && name.kind === TokenKind.RightParen && hasParens) break;
      if (names.length > 0 && name.kind === TokenKind.Newline) {
        const message = 'trailing comma not allowed without surrounding parentheses';
        throw this.errorAtToken(name, message);
      }
      this.take(TokenKind.Name);
      names.push(this.alias(name, name.image));
    } while (this.takeIf(TokenKind.Comma));
    if (hasParens) this.take(TokenKind.RightParen);
    return names;
  }

  private typeAlias(): Stmt {
    const start = this.skip();
    const token = this.take(TokenKind.Name);
    const span = this.spanOf(token);
    const type_params = this.typeParameters();
    this.take(TokenKind.Equal);
    const value = this.expression();
    const name = { kind: 'Name', id: token.image, ctx: 'Store', span } as const;
    return { kind: 'TypeAlias', name, type_params, value, span: this.spanFrom(start) };
  }

  protected abstract typeParameters(): TypeParam[];

  // Expression statements and assignments

  private expressionStatement(start: Token): Stmt {
    const first = this.assignable();
    const { kind } = this.peek();
    if (kind === TokenKind.Equal) return this.assignment(start, first);
    const isAnnotatable = first.kind !== 'Yield' && first.kind !== 'Starred';
    if (kind === TokenKind.Colon && isAnnotatable) return this.annotated(start, first);
    const op = AUGMENTED.get(kind);
    if (op !== undefined) return this.augmented(start, first, op);
    const isBareName = first.kind === 'Name' && start.kind === TokenKind.Name;
    if (kind === TokenKind.ColonEqual && !isBareName && !this.isBareTuple(first)) {
      this.failNamed(start, first);
    }
    return { kind: 'Expr', value: first, span: this.spanFrom(start) };
  }

  private assignable(): Expr {
    return this.at(TokenKind.Yield) ? this.yieldExpression() : this.starExpressions();
  }

  private assignment(start: Token, first: Expr): Stmt {
    const targets: Expr[] = [];
    let value = first;
    let valueStart = start;
    while (this.at(TokenKind.Equal)) {
      const isFirst = targets.length === 0;
      this.checkAssigned(isFirst ? null : start, valueStart, value);
      setContext(value, 'Store');
      targets.push(value);
      this.skip();
      valueStart = this.peek();
      value = this.assignable();
    }
    return { kind: 'Assign', targets, value, span: this.spanFrom(start) };
  }

  /** `statement` is where the statement begins when this is not its first target. */
  private checkAssigned(statement: Token | null, start: Token, value: Expr): void {
    const isFirst = statement === null;
    if (start.kind === TokenKind.Yield) {
      throw this.errorAt(value.span, 'assignment to yield expression not possible');
    }
    const invalid = invalidTarget(value, 'assignment');
    if (invalid === null) return;
    if (isFirst && !this.isBareTuple(value)) this.attempt(() => this.failNamed(start, value));
    else if (isFirst && value.kind === 'Tuple') {
      const last = value.elts[value.elts.length - 1];
      this.attempt(() => this.failNamed(this.tokenAt(last.span), last));
    }
    // CPython reads the statement again as one expression before it names this target.
    if (statement !== null) this.explainFrom(statement, () => this.namedExpression());
    throw this.errorAt(invalid.span, `cannot assign to ${describe(invalid)}`);
  }

  /** The consumed token that begins where the span does. */
  private tokenAt(span: Span): Token {
    for (let back = 0; ; back--) {
      const token = this.LA(back) as Token;
      if (token.line === span.line && token.column === span.column) return token;
    }
  }

  private annotated(start: Token, target: Expr): Stmt {
    const isGood =
      target.kind === 'Name' || target.kind === 'Attribute' || target.kind === 'Subscript';
    if (!isGood && !this.isDiagnosing) this.fail();
    this.skip();
    const annotation = this.expression();
    if (!isGood) this.failAnnotation(target);
    setContext(target, 'Store');
    let value: Expr | null = null;
    if (this.takeIf(TokenKind.Equal)) value = this.assignable();
    const simple = target.kind === 'Name' && start.kind === TokenKind.Name;
    return { kind: 'AnnAssign', target, annotation, value, simple, span: this.spanFrom(start) };
  }

  private failAnnotation(target: Expr): never {
    if (target.kind === 'List') {
      throw this.errorAt(target.span, 'only single target (not list) can be annotated');
    }
    if (target.kind === 'Tuple') {
      const place = this.isBareTuple(target) ? target.elts[0] : target;
      throw this.errorAt(place.span, 'only single target (not tuple) can be annotated');
    }
    throw this.errorAt(target.span, 'illegal target for annotation');
  }

  private augmented(start: Token, target: Expr, op: Operator): Stmt {
    if (target.kind !== 'Name' && target.kind !== 'Attribute' && target.kind !== 'Subscript') {
      const right = this.lookahead(() => {
        this.skip();
        return this.assignable();
      });
      if (right === null) this.fail();
      const message = `'${describe(target)}' is an illegal expression for augmented assignment`;
      throw this.errorAt(target.span, message);
    }
    setContext(target, 'Store');
    this.skip();
    const value = this.assignable();
    return { kind: 'AugAssign', target, op, value, span: this.spanFrom(start) };
  }
}
