/**
 * Compound statements: headers with their colon and blocks with their indentation.
 *
 * Each header leads through `colon` and `block`, which give the two messages learners meet most:
 * the missing colon and the missing indentation, the latter with the line of the header.
 */

import type { ParserMethod } from 'chevrotain';
import type { ExceptHandler, Expr, If, MatchCase, Span, Stmt, WithItem } from '../src/ast/nodes.ts';
import { CHAIN_MAX, CHAIN_MESSAGE } from './operators.ts';
import { SimpleStatementParser } from './simple-statements.ts';
import { describe, invalidTarget, setContext } from './targets.ts';
import { type Token, TokenKind } from './tokens.ts';

/** A missing colon is named wherever it is missed, or only at the end of the line. */
type ColonSort = 'forced' | 'at line end';

export abstract class CompoundStatementParser extends SimpleStatementParser {
  /** One statement, or the simple statements of one line. */
  protected abstract statement(into: Stmt[]): void;

  protected colon(sort: ColonSort = 'at line end'): void {
    if (this.RECORDING_PHASE) {
      this.take(TokenKind.Colon);
      return;
    }
    if (this.takeIf(TokenKind.Colon)) return;
    if (sort === 'forced' || this.at(TokenKind.Newline)) {
      throw this.errorAtToken(this.peek(), "expected ':'");
    }
    this.fail();
  }

  /** What follows the colon: an indented block, or simple statements on the same line. */
  protected block(owner: string, start: Token): Stmt[] {
    const body: Stmt[] = [];
    if (this.RECORDING_PHASE) return body;
    if (!this.takeIf(TokenKind.Newline)) {
      this.simpleStatements(body);
      return body;
    }
    this.indent(owner, start);
    while (!this.takeIf(TokenKind.Dedent)) this.statement(body);
    return body;
  }

  protected indent(owner: string, start: Token): void {
    if (this.takeIf(TokenKind.Indent)) return;
    const token = this.peek();
    const isEnd = token.kind === TokenKind.EndMarker;
    const span = this.source.placeOf(token);
    const message = `expected an indented block after ${owner} on line ${start.line}`;
    throw this.source.error(message, span, 'IndentationError', isEnd ? 'incomplete' : 'complete');
  }

  private elseBlock(): Stmt[] {
    const start = this.peek();
    if (!this.takeIf(TokenKind.Else)) return [];
    this.colon('forced');
    return this.block("'else' statement", start);
  }

  // if, while, for

  readonly ifStatement: ParserMethod<[], Stmt> = this.RULE('ifStatement', (): Stmt => {
    const chain: { node: If; start: Token }[] = [];
    let start = this.take(TokenKind.If);
    let owner = "'if' statement";
    for (;;) {
      const test = this.namedExpression();
      this.colon();
      const body = this.block(owner, start);
      const span = this.spanFrom(start);
      const node: If = { kind: 'If', test, body, orelse: [], span };
      chain.at(-1)?.node.orelse.push(node);
      chain.push({ node, start });
      if (!this.at(TokenKind.Elif)) break;
      if (chain.length > CHAIN_MAX) throw this.errorAtToken(this.peek(), CHAIN_MESSAGE);
      start = this.skip();
      owner = "'elif' statement";
    }
    const last = chain[chain.length - 1].node;
    last.orelse = this.elseBlock();
    for (const link of chain) link.node.span = this.statementSpan(link.start);
    return chain[0].node;
  });

  readonly whileStatement: ParserMethod<[], Stmt> = this.RULE('whileStatement', (): Stmt => {
    const start = this.take(TokenKind.While);
    const test = this.namedExpression();
    this.colon();
    const body = this.block("'while' statement", start);
    const orelse = this.elseBlock();
    return { kind: 'While', test, body, orelse, span: this.statementSpan(start) };
  });

  readonly forStatement: ParserMethod<[Token?], Stmt> = this.RULE(
    'forStatement',
    (async?: Token): Stmt => {
      const start = this.take(TokenKind.For);
      const target = this.RECORDING_PHASE ? this.placeholder() : this.loopTargets();
      this.take(TokenKind.In);
      const iter = this.starExpressions();
      this.colon();
      const body = this.block("'for' statement", start);
      const orelse = this.elseBlock();
      const span = this.statementSpan(async ?? start);
      return { kind: async === undefined ? 'For' : 'AsyncFor', target, iter, body, orelse, span };
    },
  );

  /** From the token to the end of the statement: line end and dedents behind it do not count. */
  protected statementSpan(start: Token): Span {
    let back = 0;
    while (isLayout((this.LA(back) as Token).kind)) back--;
    const { endLine, endColumn } = this.LA(back) as Token;
    return { line: start.line, column: start.column, endLine, endColumn };
  }

  // with

  readonly withStatement: ParserMethod<[Token?], Stmt> = this.RULE(
    'withStatement',
    (async?: Token): Stmt => {
      const start = this.take(TokenKind.With);
      const items = this.withItems();
      const body = this.block("'with' statement", start);
      const kind = async === undefined ? 'With' : 'AsyncWith';
      return { kind, items, body, span: this.statementSpan(async ?? start) };
    },
  );

  /** Up to the colon: items in parentheses are tried first, which `with (a, b) as c:` refutes. */
  private withItems(): WithItem[] {
    if (this.RECORDING_PHASE) return [];
    if (this.at(TokenKind.LeftParen)) {
      const items = this.attempt(() => {
        this.skip();
        const list = this.withItemList(TokenKind.RightParen);
        this.take(TokenKind.RightParen);
        this.take(TokenKind.Colon);
        return list;
      });
      if (items !== null) return items;
    }
    const items = this.withItemList(null);
    this.colon();
    return items;
  }

  private withItemList(closer: TokenKind | null): WithItem[] {
    const items: WithItem[] = [];
    do {
      if (closer !== null && items.length > 0 && this.at(closer)) break;
      const context_expr = this.expression();
      const optional_vars = this.takeIf(TokenKind.As) ? this.withTarget() : null;
      items.push({ kind: 'withitem', context_expr, optional_vars });
    } while (this.takeIf(TokenKind.Comma));
    return items;
  }

  private withTarget(): Expr {
    const target = this.starExpression();
    const invalid = invalidTarget(target, 'assignment');
    if (invalid !== null) {
      const { kind } = this.peek();
      const isEnd =
        kind === TokenKind.Comma || kind === TokenKind.RightParen || kind === TokenKind.Colon;
      if (!isEnd) this.fail();
      throw this.errorAt(invalid.span, `cannot assign to ${describe(invalid)}`);
    }
    setContext(target, 'Store');
    return target;
  }

  // try

  readonly tryStatement: ParserMethod<[], Stmt> = this.RULE('tryStatement', (): Stmt => {
    const start = this.take(TokenKind.Try);
    this.colon('forced');
    const body = this.block("'try' statement", start);
    const handlers: ExceptHandler[] = [];
    let kind: 'Try' | 'TryStar' | null = null;
    while (this.at(TokenKind.Except)) {
      const isStar = this.peekSecond().kind === TokenKind.Star;
      const here: 'Try' | 'TryStar' = isStar ? 'TryStar' : 'Try';
      kind ??= here;
      if (kind !== here) this.failMixedHandlers(isStar);
      handlers.push(this.handler());
    }
    if (handlers.length === 0 && !this.at(TokenKind.Finally)) this.failNoHandler();
    const orelse = handlers.length > 0 ? this.elseBlock() : [];
    const finalbody = this.finallyBlock();
    const span = this.statementSpan(start);
    return { kind: kind ?? 'Try', body, handlers, orelse, finalbody, span };
  });

  private finallyBlock(): Stmt[] {
    const start = this.peek();
    if (!this.takeIf(TokenKind.Finally)) return [];
    this.colon('forced');
    return this.block("'finally' statement", start);
  }

  private failNoHandler(): void {
    if (this.RECORDING_PHASE) return;
    const token = this.peek();
    const isEnd = token.kind === TokenKind.EndMarker;
    const message = "expected 'except' or 'finally' block";
    const completeness = isEnd ? 'incomplete' : 'complete';
    throw this.source.error(message, this.source.placeOf(token), 'SyntaxError', completeness);
  }

  private failMixedHandlers(isStar: boolean): never {
    const start = this.skip();
    if (isStar) this.skip();
    const message = "cannot have both 'except' and 'except*' on the same 'try'";
    throw this.errorAt(this.spanFrom(start), message);
  }

  private handler(): ExceptHandler {
    const start = this.skip();
    const isStar = this.takeIf(TokenKind.Star);
    let type: Expr | null = null;
    let name: string | null = null;
    if (isStar && (this.at(TokenKind.Colon) || this.at(TokenKind.Newline))) {
      throw this.errorAtToken(this.peek(), 'expected one or more exception types');
    }
    if (!this.at(TokenKind.Colon) && !this.at(TokenKind.Newline)) {
      type = this.expression();
      if (this.at(TokenKind.Comma)) this.failManyTypes(type);
      if (this.takeIf(TokenKind.As)) name = this.take(TokenKind.Name).image;
    }
    this.colon();
    const body = this.block(isStar ? "'except*' statement" : "'except' statement", start);
    return { kind: 'ExceptHandler', type, name, body, span: this.statementSpan(start) };
  }

  private failManyTypes(first: Expr): never {
    let last = first;
    while (this.takeIf(TokenKind.Comma)) {
      if (this.at(TokenKind.Colon)) break;
      last = this.expression();
    }
    if (this.takeIf(TokenKind.As)) this.take(TokenKind.Name);
    if (!this.at(TokenKind.Colon)) this.fail();
    throw this.errorOver(first.span, last.span, 'multiple exception types must be parenthesized');
  }

  // match

  /** Whether `match`, which is next, begins a match statement here. */
  protected beginsMatch(): boolean {
    const second = this.peekSecond();
    switch (second.kind) {
      case TokenKind.LeftParen:
      case TokenKind.LeftBracket:
      case TokenKind.Minus:
      case TokenKind.Plus:
      case TokenKind.Star:
      case TokenKind.Not:
        return (
          this.lookahead(() => {
            this.skip();
            this.subject();
            this.take(TokenKind.Colon);
            return this.take(TokenKind.Newline);
          }) !== null
        );
      case TokenKind.Name:
      case TokenKind.Number:
      case TokenKind.String:
      case TokenKind.FStringStart:
      case TokenKind.LeftBrace:
      case TokenKind.Ellipsis:
      case TokenKind.Tilde:
      case TokenKind.Await:
      case TokenKind.Lambda:
      case TokenKind.None:
      case TokenKind.True:
      case TokenKind.False:
        return true;
      default:
        return false;
    }
  }

  private subject(): Expr {
    const start = this.peek();
    const first = this.starNamedExpression();
    if (!this.at(TokenKind.Comma)) {
      if (first.kind === 'Starred') this.fail();
      return first;
    }
    const elts = [first];
    while (this.takeIf(TokenKind.Comma)) {
      if (this.at(TokenKind.Colon) || this.at(TokenKind.Newline)) break;
      elts.push(this.starNamedExpression());
    }
    return { kind: 'Tuple', elts, ctx: 'Load', span: this.spanFrom(start) };
  }

  readonly matchStatement: ParserMethod<[], Stmt> = this.RULE('matchStatement', (): Stmt => {
    const start = this.take(TokenKind.Name);
    const cases: MatchCase[] = [];
    if (this.RECORDING_PHASE) return { kind: 'Pass', span: this.spanOf(start) };
    const subject = this.subject();
    this.colon();
    this.take(TokenKind.Newline);
    this.indent("'match' statement", start);
    do {
      cases.push(this.matchCase());
    } while (!this.takeIf(TokenKind.Dedent));
    return { kind: 'Match', subject, cases, span: this.statementSpan(start) };
  });

  private matchCase(): MatchCase {
    if (!this.atName('case')) this.fail();
    const start = this.skip();
    const pattern = this.patterns();
    const guard = this.takeIf(TokenKind.If) ? this.namedExpression() : null;
    this.colon();
    const body = this.block("'case' statement", start);
    return { kind: 'match_case', pattern, guard, body };
  }
}

function isLayout(kind: TokenKind): boolean {
  return kind === TokenKind.Newline || kind === TokenKind.Indent || kind === TokenKind.Dedent;
}
