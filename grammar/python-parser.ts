/**
 * The whole grammar: definitions, the dispatch of statements, and the three ways to start.
 *
 * The classes of this folder are one parser, cut by family: base, strings, atoms, arguments,
 * expressions, patterns, simple statements, compound statements, and this one.
 */

import type { ParserMethod } from 'chevrotain';
import type { Arguments, Expr, Keyword, Stmt, TypeParam } from '../src/ast/nodes.ts';
import { CompoundStatementParser } from './compound-statements.ts';
import { beginsExpression, type Token, TokenKind } from './tokens.ts';

export class PythonParser extends CompoundStatementParser {
  // Starting points

  readonly fileInput: ParserMethod<[], Stmt[]> = this.RULE('fileInput', (): Stmt[] => {
    const body: Stmt[] = [];
    while (!this.RECORDING_PHASE && !this.at(TokenKind.EndMarker)) this.statement(body);
    this.take(TokenKind.EndMarker);
    return body;
  });

  /** The statements of one line, or one compound statement. */
  readonly interactiveInput: ParserMethod<[], Stmt[]> = this.RULE('interactiveInput', () => {
    const body: Stmt[] = [];
    if (!this.RECORDING_PHASE && !this.at(TokenKind.EndMarker)) this.statement(body);
    if (!this.RECORDING_PHASE && !this.at(TokenKind.EndMarker)) {
      const message = 'multiple statements found while compiling a single statement';
      throw this.errorAtToken(this.peek(), message);
    }
    this.take(TokenKind.EndMarker);
    return body;
  });

  readonly expressionInput: ParserMethod<[], Expr> = this.RULE('expressionInput', (): Expr => {
    const start = this.peek();
    const first = this.expression();
    let body = first;
    if (this.at(TokenKind.Comma)) {
      const elts = [first];
      while (this.takeIf(TokenKind.Comma)) {
        if (!beginsExpression(this.peek().kind)) break;
        elts.push(this.expression());
      }
      body = { kind: 'Tuple', elts, ctx: 'Load', span: this.spanFrom(start) };
    }
    if (this.at(TokenKind.Newline)) this.skip();
    this.take(TokenKind.EndMarker);
    return body;
  });

  // Statements

  protected statement(into: Stmt[]): void {
    switch (this.peek().kind) {
      case TokenKind.If:
        into.push(this.SUBRULE(this.ifStatement));
        return;
      case TokenKind.While:
        into.push(this.SUBRULE(this.whileStatement));
        return;
      case TokenKind.For:
        into.push(this.SUBRULE(this.forStatement));
        return;
      case TokenKind.With:
        into.push(this.SUBRULE(this.withStatement));
        return;
      case TokenKind.Try:
        into.push(this.SUBRULE(this.tryStatement));
        return;
      case TokenKind.Def:
        into.push(this.SUBRULE(this.functionDefinition, { ARGS: [[], undefined] }));
        return;
      case TokenKind.Class:
        into.push(this.SUBRULE(this.classDefinition, { ARGS: [[]] }));
        return;
      case TokenKind.At:
        into.push(this.decorated());
        return;
      case TokenKind.Async:
        into.push(this.asynchronous([]));
        return;
      case TokenKind.Name:
        if (this.atName('match') && this.beginsMatch()) {
          into.push(this.SUBRULE(this.matchStatement));
          return;
        }
        this.simpleStatements(into);
        return;
      default:
        this.simpleStatements(into);
    }
  }

  private asynchronous(decorators: Expr[]): Stmt {
    const start = this.skip();
    switch (this.peek().kind) {
      case TokenKind.Def:
        return this.SUBRULE(this.functionDefinition, { ARGS: [decorators, start] });
      case TokenKind.For:
        if (decorators.length > 0) this.fail();
        return this.SUBRULE(this.forStatement, { ARGS: [start] });
      case TokenKind.With:
        if (decorators.length > 0) this.fail();
        return this.SUBRULE(this.withStatement, { ARGS: [start] });
      default:
        return this.fail();
    }
  }

  // Definitions

  private decorated(): Stmt {
    const decorators: Expr[] = [];
    while (this.takeIf(TokenKind.At)) {
      decorators.push(this.namedExpression());
      this.take(TokenKind.Newline);
    }
    switch (this.peek().kind) {
      case TokenKind.Def:
        return this.SUBRULE(this.functionDefinition, { ARGS: [decorators, undefined] });
      case TokenKind.Class:
        return this.SUBRULE(this.classDefinition, { ARGS: [decorators] });
      case TokenKind.Async:
        return this.asynchronous(decorators);
      default:
        return this.fail();
    }
  }

  readonly functionDefinition: ParserMethod<[Expr[], Token | undefined], Stmt> = this.RULE(
    'functionDefinition',
    (decorator_list: Expr[], async: Token | undefined): Stmt => {
      const start = this.take(TokenKind.Def);
      const name = this.take(TokenKind.Name).image;
      const type_params = this.typeParameters();
      if (!this.RECORDING_PHASE && !this.at(TokenKind.LeftParen)) {
        throw this.errorAtToken(this.peek(), "expected '('");
      }
      this.take(TokenKind.LeftParen);
      const args: Arguments = this.parameters('def');
      this.take(TokenKind.RightParen);
      const returns = this.returnAnnotation();
      this.colon('forced');
      const body = this.block('function definition', start);
      const span = this.statementSpan(async ?? start);
      const kind = async === undefined ? 'FunctionDef' : 'AsyncFunctionDef';
      return { kind, name, args, body, decorator_list, returns, type_params, span };
    },
  );

  private returnAnnotation(): Expr | null {
    const arrow = this.peek();
    if (!this.takeIf(TokenKind.Arrow)) return null;
    if (!beginsExpression(this.peek().kind)) throw this.errorAtToken(arrow, "expected ':'");
    return this.expression();
  }

  readonly classDefinition: ParserMethod<[Expr[]], Stmt> = this.RULE(
    'classDefinition',
    (decorator_list: Expr[]): Stmt => {
      const start = this.take(TokenKind.Class);
      const name = this.take(TokenKind.Name).image;
      const type_params = this.typeParameters();
      let bases: Expr[] = [];
      let keywords: Keyword[] = [];
      if (this.at(TokenKind.LeftParen)) {
        const call = this.callArguments();
        bases = call.args;
        keywords = call.keywords;
      }
      this.colon();
      const body = this.block('class definition', start);
      const span = this.statementSpan(start);
      return { kind: 'ClassDef', name, bases, keywords, body, decorator_list, type_params, span };
    },
  );

  /** `[T, *Ts, **P]` behind the name of a definition (PEP 695), or nothing. */
  protected typeParameters(): TypeParam[] {
    const list: TypeParam[] = [];
    if (!this.takeIf(TokenKind.LeftBracket)) return list;
    do {
      if (list.length > 0 && this.at(TokenKind.RightBracket)) break;
      list.push(this.typeParameter());
    } while (this.takeIf(TokenKind.Comma));
    this.take(TokenKind.RightBracket);
    return list;
  }

  private typeParameter(): TypeParam {
    const start = this.peek();
    if (this.takeIf(TokenKind.Star)) {
      const name = this.take(TokenKind.Name).image;
      return { kind: 'TypeVarTuple', name, span: this.spanFrom(start) };
    }
    if (this.takeIf(TokenKind.DoubleStar)) {
      const name = this.take(TokenKind.Name).image;
      return { kind: 'ParamSpec', name, span: this.spanFrom(start) };
    }
    const name = this.take(TokenKind.Name).image;
    const bound = this.takeIf(TokenKind.Colon) ? this.expression() : null;
    return { kind: 'TypeVar', name, bound, span: this.spanFrom(start) };
  }

  constructor() {
    super();
    this.performSelfAnalysis();
  }
}
