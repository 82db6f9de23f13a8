/**
 * @hot
 * Operators by precedence, and primaries: one loop over a table of binding strengths where the
 * reference grammar has a dozen nested rules. Each bracket costs about eight small frames of the
 * JavaScript stack.
 */

import type { Expr, Operator, UnaryOperator } from '../src/ast/nodes.ts';
import { ArgumentParser } from './arguments.ts';
import { beginsExpression, type Token, TokenKind } from './tokens.ts';

/** Binding strengths, weakest first. */
export const enum Strength {
  Or = 1,
  And,
  Not,
  Comparison,
  BitOr,
  BitXor,
  BitAnd,
  Shift,
  Sum,
  Product,
  Unary,
}

/** Strength by token kind, 0 for what is no binary operator. `not` begins `not in` here. */
const STRENGTHS = new Uint8Array(128);
const OPERATORS: Operator[] = [];

function binary(kind: TokenKind, strength: Strength, op: Operator): void {
  STRENGTHS[kind] = strength;
  OPERATORS[kind] = op;
}

binary(TokenKind.Bar, Strength.BitOr, 'BitOr');
binary(TokenKind.Caret, Strength.BitXor, 'BitXor');
binary(TokenKind.Ampersand, Strength.BitAnd, 'BitAnd');
binary(TokenKind.LeftShift, Strength.Shift, 'LShift');
binary(TokenKind.RightShift, Strength.Shift, 'RShift');
binary(TokenKind.Plus, Strength.Sum, 'Add');
binary(TokenKind.Minus, Strength.Sum, 'Sub');
binary(TokenKind.Star, Strength.Product, 'Mult');
binary(TokenKind.At, Strength.Product, 'MatMult');
binary(TokenKind.Slash, Strength.Product, 'Div');
binary(TokenKind.DoubleSlash, Strength.Product, 'FloorDiv');
binary(TokenKind.Percent, Strength.Product, 'Mod');
STRENGTHS[TokenKind.Or] = Strength.Or;
STRENGTHS[TokenKind.And] = Strength.And;
for (const kind of [
  TokenKind.EqualEqual,
  TokenKind.NotEqual,
  TokenKind.Less,
  TokenKind.LessEqual,
  TokenKind.Greater,
  TokenKind.GreaterEqual,
  TokenKind.In,
  TokenKind.Is,
  TokenKind.Not,
]) {
  STRENGTHS[kind] = Strength.Comparison;
}

/**
 * Operators, calls, prefixes and `elif`s one after the other make a tree as deep as the chain is long.
 * CPython's compiler stops near 3000 levels with this message (as a RecursionError).
 */
export const CHAIN_MAX = 2500;
export const CHAIN_MESSAGE = 'maximum recursion depth exceeded during compilation';

export abstract class OperatorParser extends ArgumentParser {
  bitwiseOr(): Expr {
    if (this.RECORDING_PHASE) return this.placeholder();
    return this.operators(Strength.BitOr);
  }

  disjunction(): Expr {
    return this.operators(Strength.Or);
  }

  /** Operators that bind at least this strongly. */
  protected operators(weakest: Strength): Expr {
    this.enter();
    const start = this.peek();
    let left = start.kind === TokenKind.Not ? this.inversion(weakest) : this.unary();
    for (let links = 0; ; links++) {
      const token = this.peek();
      const strength = STRENGTHS[token.kind];
      if (strength === 0 || strength < weakest) break;
      if (links > CHAIN_MAX) throw this.errorAtToken(token, CHAIN_MESSAGE);
      if (strength <= Strength.And) {
        left = this.boolean(start, left, token.kind, strength);
      } else if (strength === Strength.Comparison) {
        if (token.kind === TokenKind.Not && this.peekSecond().kind !== TokenKind.In) {
          this.skip();
          this.fail();
        }
        left = this.comparison(start, left);
      } else {
        this.skip();
        const right = this.operators(strength + 1);
        left = {
          kind: 'BinOp',
          left,
          op: OPERATORS[token.kind],
          right,
          span: this.spanFrom(start),
        };
      }
    }
    this.leave();
    return left;
  }

  private boolean(start: Token, left: Expr, kind: TokenKind, strength: Strength): Expr {
    const values = [left];
    while (this.takeIf(kind)) values.push(this.operators(strength + 1));
    const op = kind === TokenKind.Or ? 'Or' : 'And';
    return { kind: 'BoolOp', op, values, span: this.spanFrom(start) };
  }

  /** `not`s before a comparison. */
  private inversion(weakest: Strength): Expr {
    if (weakest > Strength.Not) this.fail();
    const nots: Token[] = [];
    while (this.at(TokenKind.Not)) nots.push(this.skip());
    if (nots.length > CHAIN_MAX) throw this.errorAtToken(nots[0], CHAIN_MESSAGE);
    let operand = this.operators(Strength.Comparison);
    for (let index = nots.length - 1; index >= 0; index--) {
      operand = { kind: 'UnaryOp', op: 'Not', operand, span: this.spanFrom(nots[index]) };
    }
    return operand;
  }

  private comparison(start: Token, left: Expr): Expr {
    const compare: Expr = { kind: 'Compare', left, ops: [], comparators: [], span: left.span };
    while (STRENGTHS[this.peek().kind] === Strength.Comparison) {
      const token = this.peek();
      if (token.kind === TokenKind.Not && this.peekSecond().kind !== TokenKind.In) break;
      this.skip();
      switch (token.kind) {
        case TokenKind.EqualEqual:
          compare.ops.push('Eq');
          break;
        case TokenKind.NotEqual:
          compare.ops.push('NotEq');
          break;
        case TokenKind.Less:
          compare.ops.push('Lt');
          break;
        case TokenKind.LessEqual:
          compare.ops.push('LtE');
          break;
        case TokenKind.Greater:
          compare.ops.push('Gt');
          break;
        case TokenKind.GreaterEqual:
          compare.ops.push('GtE');
          break;
        case TokenKind.In:
          compare.ops.push('In');
          break;
        case TokenKind.Is:
          compare.ops.push(this.takeIf(TokenKind.Not) ? 'IsNot' : 'Is');
          break;
        default:
          this.skip();
          compare.ops.push('NotIn');
      }
      compare.comparators.push(this.operators(Strength.BitOr));
    }
    compare.span = this.spanFrom(start);
    return compare;
  }

  /** Signs, then a power, whose exponent may be signed again. */
  private unary(): Expr {
    const start = this.peek();
    if (unaryOperator(start.kind) === null) return this.power(start);
    const signs: Token[] = [];
    while (unaryOperator(this.peek().kind) !== null) signs.push(this.skip());
    if (signs.length > CHAIN_MAX) throw this.errorAtToken(start, CHAIN_MESSAGE);
    let operand = this.power(this.peek());
    for (let index = signs.length - 1; index >= 0; index--) {
      const op = unaryOperator(signs[index].kind) as UnaryOperator;
      operand = { kind: 'UnaryOp', op, operand, span: this.spanFrom(signs[index]) };
    }
    return operand;
  }

  private power(start: Token): Expr {
    const isAwait = this.takeIf(TokenKind.Await);
    let left = this.primary(isAwait ? this.peek() : start);
    if (isAwait) left = { kind: 'Await', value: left, span: this.spanFrom(start) };
    if (!this.takeIf(TokenKind.DoubleStar)) return left;
    this.enter();
    const right = this.unary();
    this.leave();
    return { kind: 'BinOp', left, op: 'Pow', right, span: this.spanFrom(start) };
  }

  /** An atom with its attributes, calls and subscripts. */
  private primary(start: Token): Expr {
    let value = this.atom();
    for (let links = 0; ; links++) {
      if (links > CHAIN_MAX) throw this.errorAtToken(this.peek(), CHAIN_MESSAGE);
      switch (this.peek().kind) {
        case TokenKind.Dot: {
          this.skip();
          const attr = this.take(TokenKind.Name).image;
          value = { kind: 'Attribute', value, attr, ctx: 'Load', span: this.spanFrom(start) };
          break;
        }
        case TokenKind.LeftParen: {
          const { args, keywords } = this.callArguments();
          value = { kind: 'Call', func: value, args, keywords, span: this.spanFrom(start) };
          break;
        }
        case TokenKind.LeftBracket: {
          this.skip();
          const slice = this.slices();
          this.take(TokenKind.RightBracket);
          value = { kind: 'Subscript', value, slice, ctx: 'Load', span: this.spanFrom(start) };
          break;
        }
        default:
          return value;
      }
    }
  }

  private slices(): Expr {
    const start = this.peek();
    const first = this.slice();
    if (!this.at(TokenKind.Comma)) {
      if (first.kind !== 'Starred' || start.kind !== TokenKind.Star) return first;
      return { kind: 'Tuple', elts: [first], ctx: 'Load', span: this.spanFrom(start) };
    }
    const elts = [first];
    while (this.takeIf(TokenKind.Comma)) {
      if (this.at(TokenKind.RightBracket)) break;
      elts.push(this.slice());
    }
    return { kind: 'Tuple', elts, ctx: 'Load', span: this.spanFrom(start) };
  }

  private slice(): Expr {
    const start = this.peek();
    let lower: Expr | null = null;
    if (this.takeIf(TokenKind.Star)) {
      const value = this.expression();
      return { kind: 'Starred', value, ctx: 'Load', span: this.spanFrom(start) };
    }
    if (start.kind !== TokenKind.Colon) {
      lower = this.namedExpression();
      if (!this.at(TokenKind.Colon)) return lower;
    }
    this.take(TokenKind.Colon);
    const upper = this.beginsSliceBound() ? this.expression() : null;
    const step = this.takeIf(TokenKind.Colon) && this.beginsSliceBound() ? this.expression() : null;
    return { kind: 'Slice', lower, upper, step, span: this.spanFrom(start) };
  }

  private beginsSliceBound(): boolean {
    return beginsExpression(this.peek().kind);
  }
}

function unaryOperator(kind: TokenKind): UnaryOperator | null {
  switch (kind) {
    case TokenKind.Minus:
      return 'USub';
    case TokenKind.Plus:
      return 'UAdd';
    case TokenKind.Tilde:
      return 'Invert';
    default:
      return null;
  }
}
