/**
 * @hot
 * What every family of grammar rules stands on: the cursor over the tokens, spans, failures and
 * trying a parse that may not succeed.
 *
 * Statements are chevrotain rules; expressions are plain methods of the same parser that dispatch
 * on the next token's kind. A rule costs about four JavaScript frames per call and tables at
 * start-up; fifteen of them per bracket would not leave room for 200 brackets on the stack.
 *
 * Two passes, as in CPython: the first only parses; when it fails without a message of its own, a
 * second one with `isDiagnosing` set looks in more places for what may have been meant.
 *
 * What must hold: P1, while chevrotain records the rules (RECORDING_PHASE) nothing throws and no
 * loop runs on; P2, `attempt` restores all state that a parse changes.
 */

import { EmbeddedActionsParser, type TokenType } from 'chevrotain';
import type { PythonSyntaxError } from '../src/ast/errors.ts';
import type { Expr, Span } from '../src/ast/nodes.ts';
import type { SourceText } from './source.ts';
import { TOKEN_TYPES, Token, TokenKind } from './tokens.ts';

/** The parse cannot go on at this token, and nothing better is known than "invalid syntax". */
export class ParseFailure {
  constructor(
    readonly token: Token,
    /** Whether the token stands in a replacement field of an f-string. */
    readonly isInField: boolean,
  ) {}
}

/**
 * Expressions in each other, counted where recursion happens (brackets add one to five). CPython
 * allows 200 brackets; this bounds the stack for everything else: `lambda: lambda: ...`, `2**2**...`
 */
const DEPTH_MAX = 2000;
export const TOO_DEEP = 'too many nested parentheses';

const NOWHERE = new Token(TokenKind.EndMarker, '', 0, 0, 0, 0, 0, 0, 0);

/** What expression methods answer while chevrotain records the rules around them. */
const PLACEHOLDER: Expr = {
  kind: 'Name',
  id: '',
  ctx: 'Load',
  span: { line: 0, column: 0, endLine: 0, endColumn: 0 },
};

export abstract class ParserBase extends EmbeddedActionsParser {
  protected source!: SourceText;
  protected isDiagnosing = false;
  /** Depth of f-string replacement fields: messages from inside say so. */
  protected fieldDepth = 0;
  /** Format specs open in the innermost field's expression. */
  protected specDepth = 0;
  private depth = 0;
  private list: Token[] = [];
  /** Index in `list` of the next token; chevrotain's own index is one lower. */
  private furthest = 0;
  /** As `furthest`, with what was only tried. */
  private seen = 0;

  constructor() {
    super(TOKEN_TYPES as TokenType[], { skipValidations: true, maxLookahead: 1 });
  }

  /** Puts the parser at the start of these tokens. */
  load(source: SourceText, tokens: Token[], pass: 'plain' | 'diagnosing'): void {
    this.input = tokens;
    this.list = tokens;
    this.source = source;
    this.isDiagnosing = pass === 'diagnosing';
    this.fieldDepth = 0;
    this.specDepth = 0;
    this.depth = 0;
    this.furthest = 0;
    this.seen = 0;
  }

  abstract expression(): Expr;
  abstract namedExpression(): Expr;
  abstract starExpressions(): Expr;

  // The cursor

  protected peek(): Token {
    return this.LA(1) as Token;
  }

  protected peekSecond(): Token {
    return this.LA(2) as Token;
  }

  /** The token consumed last. */
  protected previous(): Token {
    return this.LA(0) as Token;
  }

  protected at(kind: TokenKind): boolean {
    return (this.LA(1) as Token).kind === kind;
  }

  protected skip(): Token {
    const token = this.LA(1) as Token;
    this.SKIP_TOKEN();
    return token;
  }

  protected take(kind: TokenKind): Token {
    if (this.RECORDING_PHASE) {
      this.CONSUME(TOKEN_TYPES[kind]);
      return NOWHERE;
    }
    const token = this.LA(1) as Token;
    if (token.kind !== kind) this.fail();
    this.SKIP_TOKEN();
    return token;
  }

  protected takeIf(kind: TokenKind): boolean {
    if ((this.LA(1) as Token).kind !== kind) return false;
    this.SKIP_TOKEN();
    return true;
  }

  /** Whether the next token is this soft keyword. */
  protected atName(text: string): boolean {
    const token = this.peek();
    return token.kind === TokenKind.Name && token.image === text;
  }

  // Spans

  /** From the start of this token to the end of the token consumed last. */
  protected spanFrom(start: Token): Span {
    const end = this.previous();
    return {
      line: start.line,
      column: start.column,
      endLine: end.endLine,
      endColumn: end.endColumn,
    };
  }

  protected spanOf(token: Token): Span {
    const { line, column, endLine, endColumn } = token;
    return { line, column, endLine, endColumn };
  }

  // Failing

  /** Gives up at the next token. */
  protected fail(): never {
    if (this.RECORDING_PHASE) return undefined as never;
    this.noteFurthest();
    const token = this.list[Math.min(this.furthest, this.list.length - 1)];
    throw new ParseFailure(token, this.fieldDepth > 0);
  }

  private noteFurthest(): void {
    const index = this.cursor() + 1;
    if (index > this.furthest) this.furthest = index;
  }

  /** A failure whose message is known. */
  protected errorAt(span: Span, message: string): PythonSyntaxError {
    if (this.fieldDepth > 0 && !message.startsWith('f-string: ')) {
      return this.source.error(`f-string: ${message}`, span);
    }
    return this.source.error(message, span);
  }

  protected errorAtToken(token: Token, message: string): PythonSyntaxError {
    return this.errorAt(this.spanOf(token), message);
  }

  /** From the start of one node to the end of another. */
  protected errorOver(first: Span, last: Span, message: string): PythonSyntaxError {
    const { line, column } = first;
    const { endLine, endColumn } = last;
    return this.errorAt({ line, column, endLine, endColumn }, message);
  }

  /** The furthest token that the parser looked at. */
  tokenReached(): Token {
    const index = Math.max(this.seen, this.furthest, this.cursor() + 1);
    return this.list[Math.min(index, this.list.length - 1)];
  }

  // Trying

  private cursor(): number {
    return (this as unknown as { currIdx: number }).currIdx;
  }

  private moveTo(index: number): void {
    (this as unknown as { currIdx: number }).currIdx = index;
  }

  /** The result, or null with everything as before. Errors with a message pass through. */
  protected attempt<Result>(parse: () => Result): Result | null {
    const { depth, fieldDepth, specDepth } = this;
    const mark = this.cursor();
    try {
      return parse();
    } catch (failure) {
      if (!(failure instanceof ParseFailure)) throw failure;
      this.moveTo(mark);
      this.depth = depth;
      this.fieldDepth = fieldDepth;
      this.specDepth = specDepth;
      return null;
    }
  }

  /** Like `attempt`, without looking for explanations in what is tried; never moves. */
  protected lookahead<Result>(parse: () => Result): Result | null {
    const { isDiagnosing, furthest } = this;
    const mark = this.cursor();
    this.isDiagnosing = false;
    try {
      return this.attempt(parse);
    } finally {
      this.isDiagnosing = isDiagnosing;
      this.seen = Math.max(this.seen, this.furthest, this.cursor() + 1);
      this.furthest = furthest;
      this.moveTo(mark);
    }
  }

  /** Reads once more from this token, only for the errors with a message that come up. */
  protected explainFrom(start: Token, parse: () => void): void {
    const back = this.list.lastIndexOf(start, Math.max(0, this.cursor() + 1));
    const { furthest } = this;
    const mark = this.cursor();
    this.moveTo(back - 1);
    this.attempt(parse);
    this.furthest = furthest;
    this.moveTo(mark);
  }

  protected enter(): void {
    if (++this.depth > DEPTH_MAX) throw this.errorAtToken(this.peek(), TOO_DEEP);
  }

  protected leave(): void {
    this.depth--;
  }

  protected placeholder(): Expr {
    return PLACEHOLDER;
  }
}
