/**
 * Patterns of `case`: read by the kind of their first token, since patterns never need more than
 * the token behind a name to be told apart.
 */

import type { Constant, Expr, MatchSingleton, Name, Pattern } from '../src/ast/nodes.ts';
import { ExpressionParser } from './expressions.ts';
import { describe } from './targets.ts';
import { type Token, TokenKind } from './tokens.ts';

export abstract class PatternParser extends ExpressionParser {
  /** What stands between `case` and its guard: one pattern, or a sequence without brackets. */
  protected patterns(): Pattern {
    const start = this.peek();
    const first = this.maybeStarPattern();
    if (!this.at(TokenKind.Comma)) {
      if (first.kind === 'MatchStar') this.fail();
      return first;
    }
    const patterns = [first];
    while (this.takeIf(TokenKind.Comma)) {
      if (this.at(TokenKind.Colon) || this.at(TokenKind.If)) break;
      patterns.push(this.maybeStarPattern());
    }
    return { kind: 'MatchSequence', patterns, span: this.spanFrom(start) };
  }

  private maybeStarPattern(): Pattern {
    const star = this.peek();
    if (star.kind !== TokenKind.Star) return this.pattern();
    this.skip();
    const name = this.take(TokenKind.Name).image;
    return { kind: 'MatchStar', name: name === '_' ? null : name, span: this.spanFrom(star) };
  }

  private pattern(): Pattern {
    const start = this.peek();
    this.enter();
    const pattern = this.orPattern();
    this.leave();
    if (!this.takeIf(TokenKind.As)) return pattern;
    const target = this.peek();
    if (target.kind !== TokenKind.Name || !this.endsAs(this.peekSecond().kind)) {
      this.failAsTarget(target);
    }
    this.skip();
    if (target.image === '_') throw this.errorAtToken(target, "cannot use '_' as a target");
    return { kind: 'MatchAs', pattern, name: target.image, span: this.spanFrom(start) };
  }

  private endsAs(kind: TokenKind): boolean {
    return kind !== TokenKind.Dot && kind !== TokenKind.LeftParen && kind !== TokenKind.LeftBracket;
  }

  private failAsTarget(token: Token): never {
    if (token.kind === TokenKind.Name) {
      // As in CPython 3.11, whose own message for this never wins over the plain one.
      this.skip();
      this.fail();
    }
    const expr = this.lookahead(() => this.expression());
    if (expr === null || describe(expr) === 'name') this.fail();
    throw this.errorAt(expr.span, 'invalid pattern target');
  }

  private orPattern(): Pattern {
    const start = this.peek();
    const first = this.closedPattern();
    if (!this.at(TokenKind.Bar)) return first;
    const patterns = [first];
    while (this.takeIf(TokenKind.Bar)) patterns.push(this.closedPattern());
    return { kind: 'MatchOr', patterns, span: this.spanFrom(start) };
  }

  private closedPattern(): Pattern {
    const token = this.peek();
    switch (token.kind) {
      case TokenKind.Number:
      case TokenKind.Minus: {
        const value = this.signedNumber();
        return { kind: 'MatchValue', value, span: value.span };
      }
      case TokenKind.String:
      case TokenKind.FStringStart: {
        const value = this.strings();
        if (value.kind === 'JoinedStr') {
          throw this.errorAt(value.span, 'patterns may only match literals and attribute lookups');
        }
        return { kind: 'MatchValue', value, span: value.span };
      }
      case TokenKind.None:
        return this.singletonPattern('None');
      case TokenKind.True:
        return this.singletonPattern('True');
      case TokenKind.False:
        return this.singletonPattern('False');
      case TokenKind.LeftParen:
      case TokenKind.LeftBracket:
        return this.sequencePattern();
      case TokenKind.LeftBrace:
        return this.mappingPattern();
      case TokenKind.Name:
        return this.namePattern();
      default:
        return this.fail();
    }
  }

  private singletonPattern(type: 'None' | 'True' | 'False'): MatchSingleton {
    const token = this.skip();
    return { kind: 'MatchSingleton', value: { type }, span: this.spanOf(token) };
  }

  /** `-1`, `1+2j`, `-1-2j`: a number, or a real one and an imaginary one. */
  private signedNumber(): Expr {
    const start = this.peek();
    const left = this.maybeNegative();
    const sign = this.peek().kind;
    if (sign !== TokenKind.Plus && sign !== TokenKind.Minus) return left;
    const real = left.kind === 'UnaryOp' ? left.operand : left;
    this.checkNumber(real, 'real');
    this.skip();
    const right = this.number(this.atNumber());
    this.checkNumber(right, 'imaginary');
    const op = sign === TokenKind.Plus ? 'Add' : 'Sub';
    return { kind: 'BinOp', left, op, right, span: this.spanFrom(start) };
  }

  private checkNumber(expr: Expr, part: 'real' | 'imaginary'): void {
    const isImaginary = expr.kind === 'Constant' && expr.value.type === 'complex';
    if (isImaginary !== (part === 'imaginary')) {
      throw this.errorAt(expr.span, `${part} number required in complex literal`);
    }
  }

  private maybeNegative(): Expr {
    const start = this.peek();
    if (!this.takeIf(TokenKind.Minus)) return this.number(this.atNumber());
    const operand: Constant = this.number(this.atNumber());
    return { kind: 'UnaryOp', op: 'USub', operand, span: this.spanFrom(start) };
  }

  private atNumber(): Token {
    if (!this.at(TokenKind.Number)) this.fail();
    return this.peek();
  }

  private namePattern(): Pattern {
    const start = this.skip();
    const isPlain = !this.at(TokenKind.Dot) && !this.at(TokenKind.LeftParen);
    if (isPlain || start.image === '_') {
      const name = start.image === '_' ? null : start.image;
      return { kind: 'MatchAs', pattern: null, name, span: this.spanOf(start) };
    }
    const value = this.dottedName(start);
    if (this.at(TokenKind.LeftParen)) return this.classPattern(start, value);
    return { kind: 'MatchValue', value, span: this.spanFrom(start) };
  }

  private dottedName(start: Token): Expr {
    let value: Expr = {
      kind: 'Name',
      id: start.image,
      ctx: 'Load',
      span: this.spanOf(start),
    } satisfies Name;
    while (this.takeIf(TokenKind.Dot)) {
      const attr = this.take(TokenKind.Name).image;
      value = { kind: 'Attribute', value, attr, ctx: 'Load', span: this.spanFrom(start) };
    }
    return value;
  }

  private classPattern(start: Token, cls: Expr): Pattern {
    this.skip();
    const patterns: Pattern[] = [];
    const kwd_attrs: string[] = [];
    const kwd_patterns: Pattern[] = [];
    while (!this.at(TokenKind.RightParen)) {
      if (this.at(TokenKind.Name) && this.peekSecond().kind === TokenKind.Equal) {
        kwd_attrs.push(this.skip().image);
        this.skip();
        kwd_patterns.push(this.pattern());
      } else {
        const pattern = this.pattern();
        if (kwd_attrs.length > 0) {
          throw this.errorAt(pattern.span, 'positional patterns follow keyword patterns');
        }
        patterns.push(pattern);
      }
      if (!this.takeIf(TokenKind.Comma)) break;
    }
    this.take(TokenKind.RightParen);
    const span = this.spanFrom(start);
    return { kind: 'MatchClass', cls, patterns, kwd_attrs, kwd_patterns, span };
  }

  /** `[...]` and `(...)`; one pattern in parentheses without a comma is only grouped. */
  private sequencePattern(): Pattern {
    const open = this.skip();
    const isList = open.kind === TokenKind.LeftBracket;
    const closer = isList ? TokenKind.RightBracket : TokenKind.RightParen;
    const patterns: Pattern[] = [];
    let hasComma = false;
    while (!this.at(closer)) {
      patterns.push(this.maybeStarPattern());
      if (!this.takeIf(TokenKind.Comma)) break;
      hasComma = true;
    }
    const isGroup = !isList && patterns.length === 1 && !hasComma;
    if (isGroup && patterns[0].kind === 'MatchStar') this.fail();
    this.take(closer);
    if (isGroup) return patterns[0];
    return { kind: 'MatchSequence', patterns, span: this.spanFrom(open) };
  }

  private mappingPattern(): Pattern {
    const open = this.skip();
    const keys: Expr[] = [];
    const patterns: Pattern[] = [];
    let rest: string | null = null;
    while (!this.at(TokenKind.RightBrace)) {
      if (rest !== null) this.fail();
      if (this.takeIf(TokenKind.DoubleStar)) {
        rest = this.take(TokenKind.Name).image;
        if (rest === '_') this.fail();
      } else {
        keys.push(this.mappingKey());
        this.take(TokenKind.Colon);
        patterns.push(this.pattern());
      }
      if (!this.takeIf(TokenKind.Comma)) break;
    }
    this.take(TokenKind.RightBrace);
    return { kind: 'MatchMapping', keys, patterns, rest, span: this.spanFrom(open) };
  }

  private mappingKey(): Expr {
    const token = this.peek();
    switch (token.kind) {
      case TokenKind.Number:
      case TokenKind.Minus:
        return this.signedNumber();
      case TokenKind.String:
      case TokenKind.FStringStart:
      case TokenKind.None:
      case TokenKind.True:
      case TokenKind.False:
        return this.atom();
      case TokenKind.Name:
        this.skip();
        if (!this.at(TokenKind.Dot)) this.fail();
        return this.dottedName(token);
      default:
        return this.fail();
    }
  }
}
