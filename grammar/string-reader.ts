/**
 * @hot
 * String tokens, and f-strings as the token sequences that PEP 701 describes: FStringStart, then
 * FStringMiddle (text) and replacement fields (LeftBrace, ordinary tokens, RightBrace), then
 * FStringEnd. A stack of open f-strings says, together with the bracket level, whether a `:` or `}`
 * belongs to the field or to the expression in it.
 */

import { type OpenFString, TokenReader } from './token-reader.ts';
import { TokenKind } from './tokens.ts';

/** CPython's limit on f-strings in f-strings. */
const FSTRINGS_MAX = 150;

export abstract class StringReader extends TokenReader {
  protected string(start: number, prefix: string): void {
    const { text } = this;
    const open = start + prefix.length;
    const char = text[open];
    const quote = text.startsWith(char.repeat(3), open) ? char.repeat(3) : char;
    if (/f/i.test(prefix)) {
      this.openFString(start, quote, prefix, open + quote.length);
      return;
    }
    const startLine = this.line;
    const startLineStart = this.lineStart;
    let at = open + quote.length;
    for (;;) {
      if (at >= text.length) this.failUnterminated(start, startLine, startLineStart, quote);
      const code = text.charCodeAt(at);
      if (code === 92) at++;
      if (text.charCodeAt(at) === 10) {
        const isBroken = quote.length === 1 && code !== 92;
        if (isBroken) this.failUnterminated(start, startLine, startLineStart, quote);
        this.line++;
        this.lineStart = at + 1;
      } else if (code !== 92 && text.startsWith(quote, at)) {
        break;
      }
      at++;
    }
    this.pos = at + quote.length;
    const column = this.source.columnsBetween(startLineStart, start);
    const image = text.slice(start, this.pos);
    const endColumn = this.column(this.pos);
    this.add(TokenKind.String, image, start, this.pos, startLine, column, endColumn);
  }

  protected failUnterminated(start: number, line: number, lineStart: number, quote: string): never {
    const column = this.source.columnsBetween(lineStart, start);
    const span = { line, column, endLine: line, endColumn: column };
    if (quote.length === 3) {
      const last = this.text
        .slice(0, this.source.lengthGiven)
        .replace(/\n$/, '')
        .split('\n').length;
      const message = `unterminated triple-quoted string literal (detected at line ${last})`;
      throw this.source.error(message, span, 'SyntaxError', 'incomplete');
    }
    const outer = this.fstrings.at(-1);
    if (outer !== undefined && outer.quote === quote && outer.start !== start) {
      throw this.source.error("f-string: expecting '}'", span);
    }
    const detected = this.lineStart >= this.text.length ? this.line - 1 : this.line;
    const message = `unterminated string literal (detected at line ${detected})`;
    throw this.source.error(message, span);
  }

  protected openFString(start: number, quote: string, prefix: string, textStart: number): void {
    if (this.fstrings.length >= FSTRINGS_MAX) this.failAt(start, 'too many nested f-strings');
    const { line, lineStart } = this;
    const isRaw = /r/i.test(prefix);
    this.fstrings.push({ quote, isRaw, start, line, lineStart, fieldLevels: [], inSpec: [] });
    this.addHere(TokenKind.FStringStart, this.text.slice(start, textStart), start, textStart);
    this.pos = textStart;
  }

  /** Whether the next character is text of the f-string or of a format spec in it. */
  protected isInText(fstring: OpenFString): boolean {
    const fields = fstring.fieldLevels.length;
    if (fields === 0) return true;
    return fstring.inSpec[fields - 1] && fstring.fieldLevels[fields - 1] === this.brackets.length;
  }

  /** Reads text up to the next field, the end of the format spec or the end of the f-string. */
  protected fstringText(fstring: OpenFString): void {
    const { text } = this;
    const { quote } = fstring;
    const isSpec = fstring.fieldLevels.length > 0;
    const start = this.pos;
    const { line, lineStart } = this;
    let image = '';
    let copied = start;
    let at = start;
    for (;;) {
      if (at >= text.length) {
        this.failUnterminated(fstring.start, fstring.line, fstring.lineStart, quote);
      }
      const char = text[at];
      if (char === '\\' && at + 1 < text.length) {
        at = this.skipEscape(at, fstring.isRaw);
        continue;
      }
      if (char === '\n') {
        if (quote.length === 1) this.failBrokenFString(fstring, isSpec, at);
        this.line++;
        this.lineStart = at + 1;
      } else if (text.startsWith(quote, at)) {
        if (isSpec) this.failAt(at, "f-string: expecting '}'");
        break;
      } else if (char === '{' || char === '}') {
        if (isSpec || text[at + 1] !== char) {
          if (char === '}' && !isSpec) this.failAt(at, "f-string: single '}' is not allowed");
          break;
        }
        image += text.slice(copied, at + 1);
        copied = at + 2;
        at++;
      }
      at++;
    }
    image += text.slice(copied, at);
    this.pos = at;
    if (image !== '') {
      const column = this.source.columnsBetween(lineStart, start);
      this.add(TokenKind.FStringMiddle, image, start, at, line, column, this.column(at));
    }
    this.endFStringText(fstring, isSpec);
  }

  protected endFStringText(fstring: OpenFString, isSpec: boolean): void {
    const start = this.pos;
    const char = this.text[start];
    if (char === '{') {
      this.openBracket(char);
      fstring.fieldLevels.push(this.brackets.length);
      fstring.inSpec.push(false);
      this.pos++;
      this.addHere(TokenKind.LeftBrace, char, start, this.pos);
    } else if (isSpec) {
      this.closeField(fstring);
    } else {
      this.pos += fstring.quote.length;
      this.addHere(TokenKind.FStringEnd, fstring.quote, start, this.pos);
      this.fstrings.pop();
    }
  }

  /** The offset after an escape; braces are never part of one, but for those of \N{...}. */
  protected skipEscape(at: number, isRaw: boolean): number {
    const { text } = this;
    const next = text[at + 1];
    if (next === '{' || next === '}') return at + 1;
    if (next === 'N' && text[at + 2] === '{' && !isRaw) {
      const match = /^[A-Za-z0-9 -]*\}/.exec(text.slice(at + 3, at + 103));
      return match === null ? at + 2 : at + 3 + match[0].length;
    }
    if (next === '\n') {
      this.line++;
      this.lineStart = at + 2;
    }
    return at + 2;
  }

  protected failBrokenFString(fstring: OpenFString, isSpec: boolean, at: number): never {
    if (isSpec) this.failAt(at, "f-string: expecting '}'");
    this.failUnterminated(fstring.start, fstring.line, fstring.lineStart, fstring.quote);
  }

  /** Handles `:`, `!` and `}` that belong to the replacement field itself. */
  protected fieldPunctuation(fstring: OpenFString, char: string): boolean {
    if (fstring.fieldLevels.at(-1) !== this.brackets.length) return false;
    const start = this.pos;
    if (char === '}') {
      this.closeField(fstring);
    } else if (char === ':') {
      fstring.inSpec[fstring.inSpec.length - 1] = true;
      this.pos++;
      this.addHere(TokenKind.Colon, char, start, this.pos);
    } else if (char === '!' && this.text[start + 1] !== '=') {
      this.pos++;
      this.addHere(TokenKind.Exclamation, char, start, this.pos);
    } else {
      return false;
    }
    return true;
  }

  protected closeField(fstring: OpenFString): void {
    const start = this.pos;
    fstring.fieldLevels.pop();
    fstring.inSpec.pop();
    this.brackets.pop();
    this.pos++;
    this.addHere(TokenKind.RightBrace, '}', start, this.pos);
  }
}
