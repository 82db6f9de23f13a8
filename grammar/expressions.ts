/**
 * @hot
 * Expressions above the operators: conditionals, lambdas, assignment expressions, lists without
 * brackets and `yield`; and what may have been meant where none of them fits.
 */

import type { Expr } from '../src/ast/nodes.ts';
import { OperatorParser, Strength } from './operators.ts';
import { describe } from './targets.ts';
import { beginsExpression, type Token, TokenKind } from './tokens.ts';

/** CPython compares only as many letters as the name has: `c` and `mat` count as soft keywords. */
const SOFT_KEYWORDS = ['match', 'case', '_'];

export abstract class ExpressionParser extends OperatorParser {
  /** The tuple without parentheses that was read last: a statement asks about its own start. */
  private bareTuple: Expr | null = null;

  expression(): Expr {
    if (this.RECORDING_PHASE) return this.placeholder();
    if (this.isDiagnosing) this.diagnoseLegacyStatement();
    if (this.at(TokenKind.Lambda)) return this.lambda();
    const start = this.peek();
    const body = this.operators(Strength.Or);
    if (this.isDiagnosing) this.diagnoseExpression(start, body);
    if (!this.takeIf(TokenKind.If)) return body;
    const test = this.operators(Strength.Or);
    this.takeElse(start);
    this.enter();
    const orelse = this.expression();
    this.leave();
    return { kind: 'IfExp', test, body, orelse, span: this.spanFrom(start) };
  }

  private takeElse(start: Token): void {
    if (this.takeIf(TokenKind.Else)) return;
    if (this.isDiagnosing && !this.at(TokenKind.Colon)) {
      throw this.errorAt(this.spanFrom(start), "expected 'else' after 'if' expression");
    }
    this.fail();
  }

  private lambda(): Expr {
    const start = this.skip();
    this.enter();
    const args = this.parameters('lambda');
    this.take(TokenKind.Colon);
    const body = this.expression();
    this.leave();
    return { kind: 'Lambda', args, body, span: this.spanFrom(start) };
  }

  namedExpression(): Expr {
    if (this.RECORDING_PHASE) return this.placeholder();
    const start = this.peek();
    if (start.kind === TokenKind.Name && this.peekSecond().kind === TokenKind.ColonEqual) {
      return this.walrus();
    }
    const value = this.expression();
    const { kind } = this.peek();
    if (kind === TokenKind.Equal || kind === TokenKind.ColonEqual) this.failNamed(start, value);
    return value;
  }

  /** What stands before a `=` or `:=` that cannot be here. */
  protected failNamed(start: Token, value: Expr): never {
    if (this.at(TokenKind.ColonEqual)) {
      const right = this.lookahead(() => {
        this.skip();
        return this.expression();
      });
      if (right === null) this.fail();
      const message = `cannot use assignment expressions with ${describe(value)}`;
      throw this.errorAt(value.span, message);
    }
    const right = this.comparedRight();
    if (right === null || !this.isOperand(start, value)) this.fail();
    if (value.kind === 'Name' && start.kind === TokenKind.Name) {
      const message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
      throw this.errorOver(value.span, right.span, message);
    }
    if (isListLike(value)) this.fail();
    const message = `cannot assign to ${describe(value)} here. Maybe you meant '==' instead of '='?`;
    throw this.errorAt(value.span, message);
  }

  /** The operand after the coming `=`, if there is one with no further `=` or `:=` behind it. */
  protected comparedRight(): Expr | null {
    return this.lookahead(() => {
      this.skip();
      const operand = this.bitwiseOr();
      if (this.at(TokenKind.Equal) || this.at(TokenKind.ColonEqual)) this.fail();
      return operand;
    });
  }

  /** Whether the expression could be an operand of `|`: in parentheses everything is. */
  protected isOperand(start: Token, expr: Expr): boolean {
    if (start.line !== expr.span.line || start.column !== expr.span.column) return true;
    switch (expr.kind) {
      case 'BoolOp':
      case 'Compare':
      case 'Lambda':
      case 'IfExp':
      case 'Starred':
      case 'NamedExpr':
      case 'Yield':
      case 'YieldFrom':
        return false;
      case 'UnaryOp':
        return expr.op !== 'Not';
      default:
        return true;
    }
  }

  starExpressions(): Expr {
    if (this.RECORDING_PHASE) return this.placeholder();
    const start = this.peek();
    const first = this.starExpression();
    if (!this.at(TokenKind.Comma)) return first;
    const elts = [first];
    while (this.takeIf(TokenKind.Comma)) {
      if (!this.beginsStarExpression()) break;
      elts.push(this.starExpression());
    }
    this.bareTuple = { kind: 'Tuple', elts, ctx: 'Load', span: this.spanFrom(start) };
    return this.bareTuple;
  }

  protected isBareTuple(expr: Expr): boolean {
    return expr === this.bareTuple;
  }

  protected starExpression(): Expr {
    const start = this.peek();
    if (start.kind !== TokenKind.Star) return this.expression();
    this.skip();
    const value = this.bitwiseOr();
    return { kind: 'Starred', value, ctx: 'Load', span: this.spanFrom(start) };
  }

  protected beginsStarExpression(): boolean {
    const { kind } = this.peek();
    return kind === TokenKind.Star || beginsExpression(kind);
  }

  protected yieldExpression(): Expr {
    const start = this.take(TokenKind.Yield);
    if (this.takeIf(TokenKind.From)) {
      const value = this.expression();
      return { kind: 'YieldFrom', value, span: this.spanFrom(start) };
    }
    const value = this.beginsStarExpression() ? this.starExpressions() : null;
    return { kind: 'Yield', value, span: this.spanFrom(start) };
  }

  // Diagnosis

  /** `print x` and `exec x`, as in Python 2. */
  private diagnoseLegacyStatement(): void {
    const name = this.peek();
    if (name.kind !== TokenKind.Name || !(name.image === 'print' || name.image === 'exec')) return;
    if (this.peekSecond().kind === TokenKind.LeftParen) return;
    const parsed = this.lookahead(() => {
      this.skip();
      this.starExpressions();
      return this.spanFrom(name);
    });
    if (parsed === null) return;
    const call = name.image;
    const message = `Missing parentheses in call to '${call}'. Did you mean ${call}(...)?`;
    throw this.errorAt(parsed, message);
  }

  /** Two expressions side by side in brackets; an `if` without `else`. */
  private diagnoseExpression(start: Token, body: Expr): void {
    const token = this.peek();
    if (token.kind === TokenKind.If || !beginsExpression(token.kind)) return;
    const isLegacy = body.kind === 'Name' && (body.id === 'print' || body.id === 'exec');
    if (isLegacy || !this.mayMissComma(start)) return;
    const next = this.lookahead(() => {
      const expr = this.expression();
      if (this.at(TokenKind.EndMarker)) return null;
      return this.previous().level === 0 ? null : expr;
    });
    if (next === null) return;
    const message = 'invalid syntax. Perhaps you forgot a comma?';
    throw this.errorOver(body.span, next.span, message);
  }

  private mayMissComma(start: Token): boolean {
    if (start.kind !== TokenKind.Name) return true;
    if (SOFT_KEYWORDS.some((word) => word.startsWith(start.image))) return false;
    return !(this.previous() === start && this.atString());
  }

  private atString(): boolean {
    return this.at(TokenKind.String) || this.at(TokenKind.FStringStart);
  }
}

/** Displays and constants whose assignment CPython explains elsewhere. */
function isListLike(expr: Expr): boolean {
  switch (expr.kind) {
    case 'List':
    case 'Tuple':
    case 'GeneratorExp':
      return true;
    case 'Constant':
      return (
        expr.value.type === 'None' || expr.value.type === 'True' || expr.value.type === 'False'
      );
    default:
      return false;
  }
}
