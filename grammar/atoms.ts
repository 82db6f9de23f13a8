/**
 * @hot
 * Atoms: names, literals, and everything in brackets (groups, tuples, displays, comprehensions).
 */

import type { Comprehension, Constant, Expr, Span } from '../src/ast/nodes.ts';
import { NumberError, numberValue } from './numbers.ts';
import { StringParser } from './strings.ts';
import { describe, invalidTarget, setContext } from './targets.ts';
import { type Token, TokenKind } from './tokens.ts';

export abstract class AtomParser extends StringParser {
  /** An operand of `|` or anything that binds tighter. */
  abstract bitwiseOr(): Expr;
  /** An operand of `if`: anything that binds tighter than the conditional expression. */
  abstract disjunction(): Expr;

  protected atom(): Expr {
    const token = this.peek();
    switch (token.kind) {
      case TokenKind.Name:
        this.skip();
        return { kind: 'Name', id: token.image, ctx: 'Load', span: this.spanOf(token) };
      case TokenKind.Number:
        return this.number(token);
      case TokenKind.String:
      case TokenKind.FStringStart:
        return this.strings();
      case TokenKind.LeftParen:
        return this.group();
      case TokenKind.LeftBracket:
        return this.listDisplay();
      case TokenKind.LeftBrace:
        return this.braceDisplay();
      case TokenKind.None:
        return this.singleton(token, 'None');
      case TokenKind.True:
        return this.singleton(token, 'True');
      case TokenKind.False:
        return this.singleton(token, 'False');
      case TokenKind.Ellipsis:
        return this.singleton(token, 'Ellipsis');
      default:
        return this.fail();
    }
  }

  private singleton(token: Token, type: 'None' | 'True' | 'False' | 'Ellipsis'): Constant {
    this.skip();
    return { kind: 'Constant', value: { type }, span: this.spanOf(token) };
  }

  protected number(token: Token): Constant {
    this.skip();
    try {
      return { kind: 'Constant', value: numberValue(token.image), span: this.spanOf(token) };
    } catch (error) {
      if (!(error instanceof NumberError)) throw error;
      throw this.errorAtToken(token, error.message);
    }
  }

  // Parentheses

  private group(): Expr {
    const open = this.skip();
    if (this.takeIf(TokenKind.RightParen)) {
      return { kind: 'Tuple', elts: [], ctx: 'Load', span: this.spanFrom(open) };
    }
    if (this.at(TokenKind.Yield)) {
      const value = this.yieldExpression();
      this.take(TokenKind.RightParen);
      return value;
    }
    if (this.at(TokenKind.DoubleStar)) this.failDoubleStarredGroup();
    const first = this.starNamedExpression();
    if (this.at(TokenKind.For) || this.at(TokenKind.Async)) {
      this.checkComprehended(first);
      const generators = this.comprehensions();
      this.take(TokenKind.RightParen);
      return { kind: 'GeneratorExp', elt: first, generators, span: this.spanFrom(open) };
    }
    if (this.takeIf(TokenKind.RightParen)) {
      if (first.kind === 'Starred') {
        throw this.errorAt(first.span, 'cannot use starred expression here');
      }
      return first;
    }
    const elts = [first];
    if (!this.at(TokenKind.Comma)) this.fail();
    this.moreElements(elts, TokenKind.RightParen);
    this.take(TokenKind.RightParen);
    return { kind: 'Tuple', elts, ctx: 'Load', span: this.spanFrom(open) };
  }

  private failDoubleStarredGroup(): never {
    const star = this.skip();
    this.expression();
    if (this.at(TokenKind.RightParen)) {
      throw this.errorAt(this.spanFrom(star), 'cannot use double starred expression here');
    }
    this.fail();
  }

  /** The rest of a list of elements, from its first comma to before the closing bracket. */
  private moreElements(elts: Expr[], closer: TokenKind): void {
    while (this.takeIf(TokenKind.Comma)) {
      if (this.at(closer)) break;
      elts.push(this.starNamedExpression());
    }
  }

  protected starNamedExpression(): Expr {
    if (!this.at(TokenKind.Star)) return this.namedExpression();
    const star = this.skip();
    const value = this.bitwiseOr();
    return { kind: 'Starred', value, ctx: 'Load', span: this.spanFrom(star) };
  }

  // Displays

  private listDisplay(): Expr {
    const open = this.skip();
    const elts: Expr[] = [];
    if (!this.at(TokenKind.RightBracket)) {
      const first = this.starNamedExpression();
      if (this.at(TokenKind.For) || this.at(TokenKind.Async)) {
        this.checkComprehended(first);
        const generators = this.comprehensions();
        this.take(TokenKind.RightBracket);
        return { kind: 'ListComp', elt: first, generators, span: this.spanFrom(open) };
      }
      elts.push(first);
      this.moreElements(elts, TokenKind.RightBracket);
      this.checkForgottenTarget(elts);
    }
    this.take(TokenKind.RightBracket);
    return { kind: 'List', elts, ctx: 'Load', span: this.spanFrom(open) };
  }

  private braceDisplay(): Expr {
    const open = this.skip();
    if (this.takeIf(TokenKind.RightBrace)) {
      return { kind: 'Dict', keys: [], values: [], span: this.spanFrom(open) };
    }
    if (this.at(TokenKind.DoubleStar)) return this.dictDisplay(open, null);
    const start = this.peek();
    const first = this.starNamedExpression();
    const isBareWalrus = first.kind === 'NamedExpr' && start.kind === TokenKind.Name;
    if (this.at(TokenKind.Colon) && first.kind !== 'Starred' && !isBareWalrus) {
      return this.dictDisplay(open, first);
    }
    if (this.at(TokenKind.For) || this.at(TokenKind.Async)) {
      this.checkComprehended(first);
      const generators = this.comprehensions();
      this.take(TokenKind.RightBrace);
      return { kind: 'SetComp', elt: first, generators, span: this.spanFrom(open) };
    }
    const elts = [first];
    this.moreElements(elts, TokenKind.RightBrace);
    this.checkForgottenTarget(elts);
    this.take(TokenKind.RightBrace);
    return { kind: 'Set', elts, span: this.spanFrom(open) };
  }

  /** A dict from its first `**` or from the `:` after its first key. */
  private dictDisplay(open: Token, firstKey: Expr | null): Expr {
    const keys: (Expr | null)[] = [];
    const values: Expr[] = [];
    let key = firstKey;
    for (;;) {
      if (key === null && this.at(TokenKind.DoubleStar)) {
        const star = this.skip();
        keys.push(null);
        values.push(this.bitwiseOr());
        if (values.length === 1 && (this.at(TokenKind.For) || this.at(TokenKind.Async))) {
          const message = 'dict unpacking cannot be used in dict comprehension';
          throw this.errorAtToken(star, message);
        }
      } else {
        key ??= this.expression();
        keys.push(key);
        values.push(this.dictValue(key, values.length === 0 ? 'first' : 'later'));
        if (values.length === 1 && (this.at(TokenKind.For) || this.at(TokenKind.Async))) {
          const generators = this.comprehensions();
          this.take(TokenKind.RightBrace);
          const span = this.spanFrom(open);
          return { kind: 'DictComp', key, value: values[0], generators, span };
        }
      }
      key = null;
      if (!this.takeIf(TokenKind.Comma) || this.at(TokenKind.RightBrace)) break;
    }
    this.take(TokenKind.RightBrace);
    return { kind: 'Dict', keys, values, span: this.spanFrom(open) };
  }

  private dictValue(key: Expr, place: 'first' | 'later'): Expr {
    const colon = this.peek();
    if (!this.takeIf(TokenKind.Colon)) {
      // Behind the first pair CPython knows that this is a dict and expects nothing else.
      const isEnd = this.at(TokenKind.Comma) || this.at(TokenKind.RightBrace);
      if (isEnd || (place === 'later' && !this.at(TokenKind.EndMarker))) {
        const { endLine, endColumn } = key.span;
        const span = { line: endLine, column: endColumn - 1, endLine, endColumn: -1 };
        throw this.errorAt(span, "':' expected after dictionary key");
      }
      this.fail();
    }
    const token = this.peek();
    if (token.kind === TokenKind.RightBrace || token.kind === TokenKind.Comma) {
      throw this.errorAtToken(colon, "expression expected after dictionary key and ':'");
    }
    if (token.kind === TokenKind.Star) {
      this.skip();
      this.bitwiseOr();
      const message = 'cannot use a starred expression in a dictionary value';
      throw this.errorAt(this.spanFrom(token), message);
    }
    return this.expression();
  }

  private checkComprehended(elt: Expr): void {
    if (elt.kind === 'Starred') {
      throw this.errorAt(elt.span, 'iterable unpacking cannot be used in comprehension');
    }
  }

  private checkForgottenTarget(elts: Expr[]): void {
    if (elts.length < 2 || !(this.at(TokenKind.For) || this.at(TokenKind.Async))) return;
    const isLoop = this.lookahead(() => this.comprehensions()) !== null;
    if (!isLoop) this.fail();
    const message = 'did you forget parentheses around the comprehension target?';
    throw this.errorOver(elts[0].span, elts[elts.length - 1].span, message);
  }

  // Comprehensions

  /** One or more `for` clauses with their conditions. */
  protected comprehensions(): Comprehension[] {
    const generators: Comprehension[] = [];
    for (;;) {
      const isAsync = this.at(TokenKind.Async);
      if (isAsync) this.skip();
      else if (!this.at(TokenKind.For)) return generators;
      this.take(TokenKind.For);
      const target = this.loopTargets();
      this.take(TokenKind.In);
      const iter = this.disjunction();
      const ifs: Expr[] = [];
      while (this.takeIf(TokenKind.If)) ifs.push(this.disjunction());
      generators.push({ kind: 'comprehension', target, iter, ifs, is_async: isAsync });
    }
  }

  /** The targets of a `for`, up to its `in`. */
  protected loopTargets(): Expr {
    const start = this.peek();
    const first = this.starTarget();
    let target = first;
    if (this.at(TokenKind.Comma)) {
      const elts = [first];
      while (this.takeIf(TokenKind.Comma)) {
        if (this.at(TokenKind.In) || this.at(TokenKind.Equal)) break;
        elts.push(this.starTarget());
      }
      target = { kind: 'Tuple', elts, ctx: 'Load', span: this.spanFrom(start) };
    }
    if (!this.at(TokenKind.In)) {
      if (this.isDiagnosing) this.explainFrom(start, () => this.explainTarget());
      this.fail();
    }
    const invalid = invalidTarget(target, 'loop');
    if (invalid !== null) {
      throw this.errorAt(invalid.span, `cannot assign to ${describe(invalid)}`);
    }
    setContext(target, 'Store');
    return target;
  }

  /** What is wrong with the target of a `for` whose `in` is not where it should be. */
  private explainTarget(): void {
    let target = this.starExpressions();
    while (target.kind === 'Compare' && target.ops[0] === 'In') target = target.left;
    const invalid = invalidTarget(target, 'loop');
    if (invalid === null) return;
    throw this.errorAt(invalid.span, `cannot assign to ${describe(invalid)}`);
  }

  private starTarget(): Expr {
    const token = this.peek();
    if (token.kind !== TokenKind.Star) return this.bitwiseOr();
    this.skip();
    const value = this.bitwiseOr();
    const span: Span = this.spanFrom(token);
    return { kind: 'Starred', value, ctx: 'Load', span };
  }
}
