/**
 * @hot
 * What reading tokens needs whatever the token: the place in the text, the open brackets, the list
 * of tokens so far, and errors about a place.
 */

import type { SyntaxErrorKind } from '../src/ast/errors.ts';
import type { Span } from '../src/ast/nodes.ts';
import type { SourceText } from './source.ts';
import { Token, type TokenKind } from './tokens.ts';

/** CPython's limit: deeper nesting is an error there too. */
const LEVEL_MAX = 200;
const CLOSER_OF: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

export interface OpenBracket {
  char: string;
  line: number;
  column: number;
}

/** An f-string that is being read. */
export interface OpenFString {
  quote: string;
  isRaw: boolean;
  start: number;
  line: number;
  lineStart: number;
  /** Bracket level of each replacement field that is open in it, outermost first. */
  fieldLevels: number[];
  /** For each of those fields, whether its format spec has begun. */
  inSpec: boolean[];
}

export abstract class TokenReader {
  protected readonly text: string;
  protected readonly tokens: Token[] = [];
  protected readonly brackets: OpenBracket[] = [];
  protected readonly fstrings: OpenFString[] = [];
  protected pos = 0;
  protected line = 1;
  protected lineStart = 0;

  constructor(protected readonly source: SourceText) {
    this.text = source.text;
  }

  protected openBracket(char: string): void {
    if (this.brackets.length >= LEVEL_MAX) this.failAt(this.pos, 'too many nested parentheses');
    this.brackets.push({ char, line: this.line, column: this.column(this.pos) });
  }

  protected closeBracket(char: string): void {
    const fieldLevel = this.fstrings.at(-1)?.fieldLevels.at(-1);
    const prefix = this.fstrings.length > 0 ? 'f-string: ' : '';
    if (fieldLevel === this.brackets.length && char !== '}') {
      this.failAt(this.pos, `f-string: unmatched '${char}'`);
    }
    const open = this.brackets.pop();
    if (open === undefined) this.failAt(this.pos, `${prefix}unmatched '${char}'`);
    if (CLOSER_OF[open.char] !== char) {
      const where = open.line === this.line ? '' : ` on line ${open.line}`;
      this.failAt(
        this.pos,
        `${prefix}closing parenthesis '${char}' does not match ` +
          `opening parenthesis '${open.char}'${where}`,
      );
    }
  }

  // Places and errors

  protected column(offset: number): number {
    return this.source.columnsBetween(this.lineStart, offset);
  }

  protected addHere(kind: TokenKind, image: string, start: number, end: number): void {
    this.add(kind, image, start, end, this.line, this.column(start), this.column(end));
  }

  protected pushEmpty(kind: TokenKind): void {
    const column = this.column(this.pos);
    this.add(kind, '', this.pos, this.pos, this.line, column, column);
  }

  protected add(
    kind: TokenKind,
    image: string,
    start: number,
    end: number,
    line: number,
    column: number,
    endColumn: number,
  ): void {
    const level = this.brackets.length;
    this.tokens.push(new Token(kind, image, start, end, line, column, this.line, endColumn, level));
  }

  /** An error of the tokenizer has a place, but a range only where CPython gives one. */
  protected spanAt(offset: number): Span {
    const column = this.column(offset);
    return { line: this.line, column, endLine: this.line, endColumn: column };
  }

  protected failAt(offset: number, message: string, kind: SyntaxErrorKind = 'SyntaxError'): never {
    throw this.source.error(message, this.spanAt(offset), kind);
  }
}
