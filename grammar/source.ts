/**
 * A program's text as the tokenizer and the parser see it, and the maker of errors about it.
 *
 * The text is normalised as CPython's reader does it: no byte order mark, every line end a '\n',
 * and a last line end that is always there. An encoding cookie needs nothing here: the text has
 * been decoded by whoever read the file.
 */

import { PythonSyntaxError, type SyntaxErrorKind } from '../src/ast/errors.ts';
import type { Span } from '../src/ast/nodes.ts';
import type { Token } from './tokens.ts';

export class SourceText {
  readonly text: string;
  /** Length without a line end that was added. */
  readonly lengthGiven: number;
  private readonly hasAstral: boolean;

  constructor(
    source: string,
    readonly filename: string,
  ) {
    let text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    this.lengthGiven = text.length;
    if (!text.endsWith('\n')) text += '\n';
    this.text = text;
    this.hasAstral = /[\ud800-\udbff][\udc00-\udfff]/.test(text);
  }

  /** Code points between two offsets of one line: UTF-16 units, but for astral characters. */
  columnsBetween(lineStart: number, offset: number): number {
    if (!this.hasAstral) return offset - lineStart;
    return [...this.text.slice(lineStart, offset)].length;
  }

  /** The text of a line, counted from 1, without its line end. */
  lineText(line: number): string {
    let start = 0;
    for (let at = 1; at < line; at++) {
      const end = this.text.indexOf('\n', start);
      if (end < 0) return '';
      start = end + 1;
    }
    const end = this.text.indexOf('\n', start);
    return end < 0 ? '' : this.text.slice(start, end);
  }

  /**
   * Where CPython sees an error at a token that may have no text: at the end of the last line if the
   * text ends there, else one column early (it takes an offset from 0 for one from 1). It gives no end
   * of the range, which shows as an end_offset of -1.
   */
  placeOf(token: Token): Span {
    const { line, column, endLine, endColumn } = token;
    if (token.image !== '') return { line, column, endLine, endColumn };
    if (token.startOffset < this.text.length) {
      return { line, column: column - 1, endLine: line, endColumn: -2 };
    }
    const end = this.endOfText();
    return { ...end, endLine: end.line, endColumn: -2 };
  }

  /** Last line and the column behind its last character. */
  endOfText(): { line: number; column: number } {
    const lineStart = this.text.lastIndexOf('\n', this.text.length - 2) + 1;
    const line = this.text.split('\n').length - 1;
    return { line, column: this.columnsBetween(lineStart, this.text.length - 1) };
  }

  error(
    message: string,
    span: Span,
    kind: SyntaxErrorKind = 'SyntaxError',
    completeness: 'complete' | 'incomplete' = 'complete',
  ): PythonSyntaxError {
    const line = this.lineText(span.line);
    return new PythonSyntaxError(kind, message, this.filename, span, line, completeness);
  }
}
