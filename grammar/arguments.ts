/**
 * Arguments of calls and parameters of functions and lambdas, with what Python says about their
 * order. Both are read item by item; the order is checked as the items come, so that each message
 * is given where the offending item stands.
 */

import type { Arg, Arguments, Expr, Keyword } from '../src/ast/nodes.ts';
import { AtomParser } from './atoms.ts';
import { beginsExpression, type Token, TokenKind } from './tokens.ts';

/** A def's parameters may be annotated and end at `)`, a lambda's may not and end at `:`. */
type ParameterSort = 'def' | 'lambda';

const STAR_AFTER_DOUBLE_STAR = 'iterable argument unpacking follows keyword argument unpacking';

export interface CallArguments {
  args: Expr[];
  keywords: Keyword[];
}

export abstract class ArgumentParser extends AtomParser {
  // Calls

  /** From the opening to the closing parenthesis. */
  protected callArguments(): CallArguments {
    const open = this.take(TokenKind.LeftParen);
    const args: Expr[] = [];
    const keywords: Keyword[] = [];
    while (!this.RECORDING_PHASE && !this.at(TokenKind.RightParen)) {
      const { kind } = this.peek();
      if (kind === TokenKind.Star) this.starArgument(args, keywords);
      else if (kind === TokenKind.DoubleStar) this.doubleStarArgument(keywords);
      else if (!this.keywordArgument(keywords)) this.positionalArgument(open, args, keywords);
      if (!this.takeIf(TokenKind.Comma)) break;
    }
    this.take(TokenKind.RightParen);
    return { args, keywords };
  }

  private starArgument(args: Expr[], keywords: Keyword[]): void {
    const star = this.skip();
    if (keywords.some((keyword) => keyword.arg === null)) {
      throw this.errorAtToken(star, STAR_AFTER_DOUBLE_STAR);
    }
    const isBehind = keywords.length > 0 || args.some(isStarred);
    const isPlain = args.some((arg) => !isStarred(arg));
    if (this.isDiagnosing && isBehind && (!isPlain || keywords.length > 0)) {
      // CPython says so of a star behind such arguments also when nothing to unpack follows.
      if (!beginsExpression(this.peek().kind)) {
        throw this.errorAtToken(star, STAR_AFTER_DOUBLE_STAR);
      }
    }
    const value = this.expression();
    args.push({ kind: 'Starred', value, ctx: 'Load', span: this.spanFrom(star) });
  }

  private doubleStarArgument(keywords: Keyword[]): void {
    const star = this.skip();
    const value = this.expression();
    keywords.push({ kind: 'keyword', arg: null, value, span: this.spanFrom(star) });
  }

  /** `name=value`; false when there is something else. */
  private keywordArgument(keywords: Keyword[]): boolean {
    const name = this.peek();
    if (this.peekSecond().kind !== TokenKind.Equal) return false;
    switch (name.kind) {
      case TokenKind.Name:
        break;
      case TokenKind.True:
      case TokenKind.False:
      case TokenKind.None: {
        this.skip();
        this.skip();
        throw this.errorAt(this.spanFrom(name), `cannot assign to ${name.image}`);
      }
      default:
        return false;
    }
    this.skip();
    const equal = this.skip();
    const value = this.expression();
    if (this.at(TokenKind.For) || this.at(TokenKind.Async)) {
      const message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
      const span = { ...this.spanOf(name), endLine: equal.endLine, endColumn: equal.endColumn };
      if (this.lookahead(() => this.comprehensions()) !== null) throw this.errorAt(span, message);
    }
    keywords.push({ kind: 'keyword', arg: name.image, value, span: this.spanFrom(name) });
    return true;
  }

  private positionalArgument(open: Token, args: Expr[], keywords: Keyword[]): void {
    const start = this.peek();
    const value = this.argumentExpression();
    if (this.at(TokenKind.Equal)) {
      const equal = this.peek();
      const message = 'expression cannot contain assignment, perhaps you meant "=="?';
      const { endLine, endColumn } = equal;
      throw this.errorAt({ ...value.span, endLine, endColumn }, message);
    }
    if (this.at(TokenKind.For) || this.at(TokenKind.Async)) {
      const generators = this.comprehensions();
      const isAlone = args.length === 0 && keywords.length === 0;
      if (!isAlone || !this.at(TokenKind.RightParen)) {
        if (!this.at(TokenKind.RightParen) && !this.at(TokenKind.Comma)) this.fail();
        const message = 'Generator expression must be parenthesized';
        throw this.errorAt(this.spanFrom(start), message);
      }
      const { endLine, endColumn } = this.peek();
      const span = { line: open.line, column: open.column, endLine, endColumn };
      args.push({ kind: 'GeneratorExp', elt: value, generators, span });
      return;
    }
    if (keywords.length > 0) this.failPositional(keywords);
    args.push(value);
  }

  /** CPython reports the end of the whole list of arguments, once that has parsed. */
  private failPositional(keywords: Keyword[]): never {
    const isUnpacking = keywords.some((keyword) => keyword.arg === null);
    const message = isUnpacking
      ? 'positional argument follows keyword argument unpacking'
      : 'positional argument follows keyword argument';
    while (this.takeIf(TokenKind.Comma) && !this.at(TokenKind.RightParen)) {
      if (this.at(TokenKind.Star) || this.at(TokenKind.DoubleStar)) this.skip();
      if (this.at(TokenKind.Name) && this.peekSecond().kind === TokenKind.Equal) {
        this.skip();
        this.skip();
      }
      this.argumentExpression();
    }
    if (!this.at(TokenKind.RightParen)) this.fail();
    throw this.errorAtToken(this.peek(), message);
  }

  private argumentExpression(): Expr {
    const name = this.peek();
    if (name.kind !== TokenKind.Name || this.peekSecond().kind !== TokenKind.ColonEqual) {
      return this.expression();
    }
    return this.walrus();
  }

  /** `name := value`, both tokens being known to be there. */
  protected walrus(): Expr {
    const name = this.skip();
    this.skip();
    const value = this.expression();
    const span = this.spanFrom(name);
    const target = { kind: 'Name', id: name.image, ctx: 'Store', span: this.spanOf(name) } as const;
    return { kind: 'NamedExpr', target, value, span };
  }

  // Parameters

  /** Up to, not including, the closing `)` of a def or the `:` of a lambda. */
  protected parameters(sort: ParameterSort): Arguments {
    const parameters: Arguments = {
      kind: 'arguments',
      posonlyargs: [],
      args: [],
      vararg: null,
      kwonlyargs: [],
      kw_defaults: [],
      kwarg: null,
      defaults: [],
    };
    if (this.RECORDING_PHASE) return parameters;
    const closer = sort === 'def' ? TokenKind.RightParen : TokenKind.Colon;
    let star: Token | null = null;
    let hasSlash = false;
    while (!this.at(closer)) {
      const token = this.peek();
      if (parameters.kwarg !== null) this.failAfterKwarg(token);
      if (token.kind === TokenKind.Slash) {
        this.slash(parameters, star, hasSlash);
        hasSlash = true;
      } else if (token.kind === TokenKind.Star) {
        if (star !== null) this.failSecondStar(token);
        star = this.skip();
        this.starParameter(parameters, closer, sort);
      } else if (token.kind === TokenKind.DoubleStar) {
        this.skip();
        parameters.kwarg = this.parameter(sort);
        this.refuseDefault('var-keyword argument cannot have default value');
      } else {
        this.plainParameter(parameters, star !== null, sort);
      }
      if (!this.takeIf(TokenKind.Comma)) break;
    }
    return parameters;
  }

  private failAfterKwarg(token: Token): never {
    switch (token.kind) {
      case TokenKind.Name:
      case TokenKind.Star:
      case TokenKind.DoubleStar:
      case TokenKind.Slash:
        throw this.errorAtToken(token, 'arguments cannot follow var-keyword argument');
      default:
        return this.fail();
    }
  }

  private failSecondStar(token: Token): never {
    const { kind } = this.peekSecond();
    if (kind !== TokenKind.Name && kind !== TokenKind.Comma) this.fail();
    throw this.errorAtToken(token, '* argument may appear only once');
  }

  private slash(parameters: Arguments, star: Token | null, hasSlash: boolean): void {
    const token = this.peek();
    if (hasSlash) throw this.errorAtToken(token, '/ may appear only once');
    if (star !== null) throw this.errorAtToken(token, '/ must be ahead of *');
    if (parameters.args.length === 0) {
      if (this.peekSecond().kind !== TokenKind.Comma) this.fail();
      throw this.errorAtToken(token, 'at least one argument must precede /');
    }
    this.skip();
    parameters.posonlyargs = parameters.args;
    parameters.args = [];
    if (this.at(TokenKind.Star)) {
      throw this.errorAtToken(this.peek(), 'expected comma between / and *');
    }
  }

  private starParameter(parameters: Arguments, closer: TokenKind, sort: ParameterSort): void {
    const star = sort === 'def' ? this.previous() : this.peek();
    if (this.at(closer)) throw this.errorAtToken(star, 'named arguments must follow bare *');
    if (this.at(TokenKind.Comma)) {
      const next = this.peekSecond().kind;
      if (next === closer || next === TokenKind.DoubleStar) {
        throw this.errorAtToken(star, 'named arguments must follow bare *');
      }
      return;
    }
    parameters.vararg = this.parameter(sort, 'star');
    this.refuseDefault('var-positional argument cannot have default value');
  }

  private refuseDefault(message: string): void {
    if (this.at(TokenKind.Equal)) throw this.errorAtToken(this.peek(), message);
  }

  private plainParameter(parameters: Arguments, isKeywordOnly: boolean, sort: ParameterSort): void {
    if (this.at(TokenKind.LeftParen)) this.failParenthesized(sort);
    const parameter = this.parameter(sort);
    const fallback = this.parameterDefault(sort);
    if (isKeywordOnly) {
      parameters.kwonlyargs.push(parameter);
      parameters.kw_defaults.push(fallback);
    } else {
      if (fallback !== null) parameters.defaults.push(fallback);
      else if (parameters.defaults.length > 0) {
        const message = 'non-default argument follows default argument';
        throw this.errorAt(parameter.span, message);
      }
      parameters.args.push(parameter);
    }
  }

  private parameter(sort: ParameterSort, form: 'plain' | 'star' = 'plain'): Arg {
    const name = this.take(TokenKind.Name);
    let annotation: Expr | null = null;
    if (sort === 'def' && this.takeIf(TokenKind.Colon)) {
      annotation =
        form === 'star' && this.at(TokenKind.Star) ? this.starNamedExpression() : this.expression();
    }
    return { kind: 'arg', arg: name.image, annotation, span: this.spanFrom(name) };
  }

  private parameterDefault(sort: ParameterSort): Expr | null {
    const equal = this.peek();
    if (!this.takeIf(TokenKind.Equal)) return null;
    const closer = sort === 'def' ? TokenKind.RightParen : TokenKind.Colon;
    if (this.at(TokenKind.Comma) || this.at(closer)) {
      throw this.errorAtToken(equal, 'expected default value expression');
    }
    return this.expression();
  }

  private failParenthesized(sort: ParameterSort): never {
    const open = this.skip();
    do {
      if (this.at(TokenKind.RightParen)) break;
      this.take(TokenKind.Name);
    } while (this.takeIf(TokenKind.Comma));
    this.take(TokenKind.RightParen);
    const what = sort === 'def' ? 'Function parameters' : 'Lambda expression parameters';
    throw this.errorAt(this.spanFrom(open), `${what} cannot be parenthesized`);
  }
}

function isStarred(expr: Expr): boolean {
  return expr.kind === 'Starred';
}
