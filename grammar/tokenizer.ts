/**
 * @hot
 * Text to tokens, by hand: Python's indentation, brackets that swallow line ends, and f-strings
 * that nest are states, which a table of regular expressions cannot hold.
 *
 * What must hold: K1, line ends inside brackets are no tokens; K2, Indent and Dedent balance;
 * K3, the tokens end with an EndMarker, also where an error stops them. As in CPython an error of
 * a token wins over whatever the parser finds before it; one of indentation, of line joining or of
 * a bracket left open counts only where the parser gets there.
 */

import { PythonSyntaxError, type SyntaxErrorKind } from '../src/ast/errors.ts';
import { NumberError, scanNumber } from './numbers.ts';
import type { SourceText } from './source.ts';
import { StringReader } from './string-reader.ts';
import type { OpenBracket, OpenFString } from './token-reader.ts';
import { KEYWORDS, PUNCTUATION, type Token, TokenKind } from './tokens.ts';

/** CPython's limit: deeper nesting is an error there too. */
const INDENTS_MAX = 100;
const TAB_SIZE = 8;

const NAME_CHARS = /[A-Za-z0-9_\u0080-\uffff]*/y;
const PURE_ASCII = /^[A-Za-z0-9_]*$/;
const IDENTIFIER = /^[_\p{XIDS}][\p{XIDC}]*$/u;
const NOT_PRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]/u;
const STRING_PREFIX = /^(?:[rubf]|br|rb|fr|rf)$/i;

export interface TokenList {
  tokens: Token[];
  /** The innermost bracket that is open where the tokens end. */
  unclosed: OpenBracket | null;
  /** The error at which the tokens end early, if one does. */
  stop: PythonSyntaxError | null;
  /** Whether that error is reported wherever the parser itself fails before it. */
  stopWins: boolean;
}

/** All tokens of the text up to its end or to its first error, EndMarker last. */
export function tokenize(source: SourceText): TokenList {
  return new Tokenizer(source).run();
}

class Tokenizer extends StringReader {
  private readonly indents: number[] = [0];
  private readonly altIndents: number[] = [0];
  /** Set before an error of indentation or line joining is thrown. */
  private isLayoutError = false;

  run(): TokenList {
    let stop: PythonSyntaxError | null = null;
    try {
      this.readAll();
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
      stop = error;
    }
    const unclosed = this.brackets.at(-1) ?? null;
    if (unclosed === null && stop === null) {
      for (let depth = this.indents.length; depth > 1; depth--) this.pushEmpty(TokenKind.Dedent);
    }
    this.pushEmpty(TokenKind.EndMarker);
    const stopWins = stop !== null && !this.isLayoutError;
    return { tokens: this.tokens, unclosed, stop, stopWins };
  }

  private readAll(): void {
    const text = this.text;
    const nul = text.indexOf('\0');
    if (nul >= 0) this.failAt(nul, 'source code string cannot contain null bytes');
    this.beginLine();
    while (this.pos < text.length) this.next();
    const open = this.fstrings.at(-1);
    if (open !== undefined) {
      this.failUnterminated(open.start, open.line, open.lineStart, open.quote);
    }
  }

  private next(): void {
    const fstring = this.fstrings.at(-1);
    if (fstring !== undefined && this.isInText(fstring)) {
      this.fstringText(fstring);
      return;
    }
    const code = this.text.charCodeAt(this.pos);
    switch (code) {
      case 32:
      case 9:
      case 12:
        this.pos++;
        return;
      case 10:
        this.lineEnd();
        return;
      case 35: {
        const end = this.text.indexOf('\n', this.pos);
        this.pos = end < 0 ? this.text.length : end;
        return;
      }
      case 92:
        this.joinLines();
        return;
      case 34:
      case 39:
        this.string(this.pos, '');
        return;
    }
    if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code >= 128) {
      this.nameOrString();
    } else if (code >= 48 && code <= 57) {
      this.number();
    } else if (code === 46 && isDigitAt(this.text, this.pos + 1)) {
      this.number();
    } else {
      this.punctuation(fstring);
    }
  }

  // Lines and indentation

  private lineEnd(): void {
    if (this.brackets.length === 0) {
      const column = this.column(this.pos);
      this.add(TokenKind.Newline, '\n', this.pos, this.pos + 1, this.line, column, column);
      this.newLine(this.pos + 1);
      this.beginLine();
    } else {
      this.newLine(this.pos + 1);
    }
  }

  private newLine(start: number): void {
    this.pos = start;
    this.line++;
    this.lineStart = start;
  }

  /** Skips blank lines, then turns the first token's column into Indent or Dedent tokens. */
  private beginLine(): void {
    const text = this.text;
    let column = 0;
    let altColumn = 0;
    for (;;) {
      const code = text.charCodeAt(this.pos);
      if (code === 32) {
        column++;
        altColumn++;
      } else if (code === 9) {
        column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE;
        altColumn++;
      } else if (code === 12) {
        column = 0;
        altColumn = 0;
      } else if (code === 10 || code === 35) {
        const end = text.indexOf('\n', this.pos);
        this.newLine(end + 1);
        column = 0;
        altColumn = 0;
        continue;
      } else if (code === 92 && text.charCodeAt(this.pos + 1) === 10) {
        if (this.pos + 2 >= text.length) this.joinLines();
        // The indentation of a joined line is that of its first part.
        this.newLine(this.pos + 2);
        while (/[ \t]/.test(text[this.pos])) this.pos++;
        continue;
      } else {
        break;
      }
      this.pos++;
    }
    if (this.pos < text.length) this.indentTo(column, altColumn);
  }

  private indentTo(column: number, altColumn: number): void {
    const { indents, altIndents } = this;
    const top = indents.length - 1;
    if (column === indents[top]) {
      if (altColumn !== altIndents[top]) this.failTabs();
    } else if (column > indents[top]) {
      if (indents.length >= INDENTS_MAX) {
        this.isLayoutError = true;
        this.failAt(this.pos, 'too many levels of indentation', 'IndentationError');
      }
      if (altColumn <= altIndents[top]) this.failTabs();
      indents.push(column);
      altIndents.push(altColumn);
      this.pushEmpty(TokenKind.Indent);
    } else {
      while (column < indents[indents.length - 1]) {
        indents.pop();
        altIndents.pop();
        this.pushEmpty(TokenKind.Dedent);
      }
      if (column !== indents[indents.length - 1]) {
        const end = this.text.indexOf('\n', this.pos);
        this.isLayoutError = true;
        const message = 'unindent does not match any outer indentation level';
        this.failLayout(end, -2, message, 'IndentationError');
      }
      if (altColumn !== altIndents[altIndents.length - 1]) this.failTabs();
    }
  }

  private failTabs(): never {
    this.isLayoutError = true;
    const message = 'inconsistent use of tabs and spaces in indentation';
    this.failLayout(this.lineStart, -1, message, 'TabError');
  }

  /** CPython gives the end of these ranges as offset 0 or -1, a column of -1 or -2 here. */
  private failLayout(
    offset: number,
    endColumn: -1 | -2,
    message: string,
    kind: SyntaxErrorKind = 'SyntaxError',
  ): never {
    throw this.source.error(message, { ...this.spanAt(offset), endColumn }, kind);
  }

  private joinLines(): void {
    const after = this.pos + 1;
    this.isLayoutError = true;
    if (this.text.charCodeAt(after) !== 10) {
      this.failLayout(after, -1, 'unexpected character after line continuation character');
    }
    if (after + 1 >= this.text.length) {
      const span = { ...this.spanAt(after), endColumn: -2 };
      const message = 'unexpected EOF while parsing';
      throw this.source.error(message, span, 'SyntaxError', 'incomplete');
    }
    this.isLayoutError = false;
    this.newLine(after + 1);
  }

  // Names, numbers, operators

  private nameOrString(): void {
    const start = this.pos;
    NAME_CHARS.lastIndex = start;
    NAME_CHARS.test(this.text);
    const end = NAME_CHARS.lastIndex;
    let image = this.text.slice(start, end);
    if (end - start <= 2) {
      const quote = this.text.charCodeAt(end);
      if ((quote === 34 || quote === 39) && STRING_PREFIX.test(image)) {
        this.string(start, image);
        return;
      }
    }
    if (!PURE_ASCII.test(image)) {
      if (!IDENTIFIER.test(image)) this.failIdentifier(start, image);
      image = image.normalize('NFKC');
    }
    this.pos = end;
    this.addHere(KEYWORDS.get(image) ?? TokenKind.Name, image, start, end);
  }

  private failIdentifier(start: number, image: string): never {
    let offset = start;
    let length = 0;
    for (const char of image) {
      const isPart = length === 0 ? IDENTIFIER.test(char) : IDENTIFIER.test(`_${char}`);
      if (!isPart) {
        const code = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        if (NOT_PRINTABLE.test(char)) {
          this.failAt(offset, `invalid non-printable character U+${code}`);
        }
        this.failAt(offset, `invalid character '${char}' (U+${code})`);
      }
      offset += char.length;
      length++;
    }
    this.failAt(start, 'invalid syntax');
  }

  private number(): void {
    const start = this.pos;
    try {
      this.pos = scanNumber(this.text, start);
    } catch (error) {
      if (!(error instanceof NumberError)) throw error;
      const at = this.column(error.at);
      const span = {
        line: this.line,
        column: at,
        endLine: this.line,
        endColumn: this.column(error.end),
      };
      throw this.source.error(error.message, span);
    }
    this.addHere(TokenKind.Number, this.text.slice(start, this.pos), start, this.pos);
  }

  private punctuation(fstring: OpenFString | undefined): void {
    const start = this.pos;
    const char = this.text[start];
    if (fstring !== undefined && this.fieldPunctuation(fstring, char)) return;
    if (char === '(' || char === '[' || char === '{') this.openBracket(char);
    // CPython 3.11 still reads the old spelling of != as one token, to refuse it as such.
    const isOld = this.text.startsWith('<>', start);
    for (let length = isOld ? 0 : 3; length > 0; length--) {
      const image = this.text.slice(start, start + length);
      const kind = PUNCTUATION.get(image);
      if (kind !== undefined) {
        if (char === ')' || char === ']' || char === '}') this.closeBracket(char);
        this.pos = start + length;
        this.addHere(kind, image, start, this.pos);
        return;
      }
    }
    this.pos = start + (isOld ? 2 : 1);
    this.addHere(TokenKind.Stray, this.text.slice(start, this.pos), start, this.pos);
  }
}

function isDigitAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code >= 48 && code <= 57;
}
