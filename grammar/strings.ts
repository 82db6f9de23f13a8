/**
 * String literals: prefixes, implicit concatenation and f-strings.
 *
 * Neighbouring literals become one node. Text pieces of an f-string are merged and empty ones
 * dropped; a replacement field with `=` leaves its own source text before the value, as in CPython.
 */

import type { Constant, Expr, JoinedStr, Span } from '../src/ast/nodes.ts';
import { decodeBytes, decodeText, EscapeError } from './escapes.ts';
import { ParserBase } from './parser-base.ts';
import { type Token, TokenKind } from './tokens.ts';

/** Format specs in format specs: CPython's limit. */
const SPEC_DEPTH_MAX = 2;

type Piece = { bytes: Uint8Array } | { text: string; span: Span } | { value: Expr };

export abstract class StringParser extends ParserBase {
  /** One or more string tokens in a row. */
  protected strings(): Expr {
    const start = this.peek();
    const pieces: Piece[] = [];
    let isFormatted = false;
    let sort: 'bytes' | 'text' | null = null;
    for (;;) {
      const token = this.peek();
      let here: 'bytes' | 'text' = 'text';
      if (token.kind === TokenKind.String) {
        this.skip();
        const piece = this.plainString(token);
        if ('bytes' in piece) here = 'bytes';
        pieces.push(piece);
      } else if (token.kind === TokenKind.FStringStart) {
        isFormatted = true;
        this.formattedString(pieces);
      } else {
        break;
      }
      if (sort !== null && sort !== here) {
        throw this.errorAtToken(this.peek(), 'cannot mix bytes and nonbytes literals');
      }
      sort = here;
    }
    const span = this.spanFrom(start);
    if (sort === 'bytes') return joinBytes(pieces, span);
    if (isFormatted) return { kind: 'JoinedStr', values: mergeText(pieces), span };
    const value = pieces.map((piece) => ('text' in piece ? piece.text : '')).join('');
    return { kind: 'Constant', value: { type: 'str', value }, span };
  }

  private plainString(token: Token): Piece {
    const { image } = token;
    const open = image.search(/['"]/);
    const prefix = image.slice(0, open).toLowerCase();
    const quote = image.startsWith(image[open].repeat(3), open) && image.length >= open + 6 ? 3 : 1;
    const body = image.slice(open + quote, image.length - quote);
    const isRaw = prefix.includes('r');
    const span = this.spanOf(token);
    if (!prefix.includes('b')) return { text: isRaw ? body : this.decode(body, token), span };
    for (let at = 0; at < body.length; at++) {
      if (body.charCodeAt(at) >= 128) {
        throw this.errorAtToken(token, 'bytes can only contain ASCII literal characters');
      }
    }
    if (isRaw) return { bytes: Uint8Array.from(body, (char) => char.charCodeAt(0)) };
    return this.explainEscapes(token, () => ({ bytes: decodeBytes(body) }));
  }

  private decode(raw: string, token: Token): string {
    return this.explainEscapes(token, () => decodeText(raw));
  }

  private explainEscapes<Result>(token: Token, decode: () => Result): Result {
    try {
      return decode();
    } catch (error) {
      if (!(error instanceof EscapeError)) throw error;
      const place = this.behindStrings(token.kind === TokenKind.String ? 0 : 1);
      throw this.source.error(error.message, this.spanOf(place));
    }
  }

  /** The token behind this row of strings, where CPython reports their escapes; `depth`: f-strings open. */
  private behindStrings(depth: number): Token {
    for (let ahead = 1; ; ahead++) {
      const token = this.LA(ahead) as Token;
      if (token.kind === TokenKind.FStringStart) depth++;
      else if (token.kind === TokenKind.FStringEnd) depth--;
      else if (token.kind === TokenKind.EndMarker) return token;
      else if (depth === 0 && token.kind !== TokenKind.String) return token;
    }
  }

  // f-strings

  private formattedString(pieces: Piece[]): void {
    const start = this.take(TokenKind.FStringStart);
    const isRaw = /^[^'"]*r/i.test(start.image);
    this.formattedParts(pieces, isRaw);
    this.take(TokenKind.FStringEnd);
  }

  private formattedParts(pieces: Piece[], isRaw: boolean): void {
    for (;;) {
      const token = this.peek();
      if (token.kind === TokenKind.FStringMiddle) {
        this.skip();
        const text = isRaw ? token.image : this.decode(token.image, token);
        pieces.push({ text, span: this.spanOf(token) });
      } else if (token.kind === TokenKind.LeftBrace) {
        this.replacementField(pieces, isRaw);
      } else {
        return;
      }
    }
  }

  private replacementField(pieces: Piece[], isRaw: boolean): void {
    const open = this.take(TokenKind.LeftBrace);
    if (this.specDepth >= SPEC_DEPTH_MAX) {
      throw this.errorAtToken(open, 'f-string: expressions nested too deeply');
    }
    this.enter();
    this.fieldDepth++;
    this.checkNotEmpty();
    // Inside a field's expression format specs count anew.
    const { specDepth } = this;
    this.specDepth = 0;
    const value = this.fieldValue();
    this.specDepth = specDepth;
    let conversion = -1;
    const isDebug = this.takeIf(TokenKind.Equal);
    if (isDebug) {
      const from = open.end;
      const text = this.source.text.slice(from, this.peek().startOffset);
      const { line: endLine, column: endColumn } = this.peek();
      const span = { line: open.endLine, column: open.endColumn, endLine, endColumn };
      pieces.push({ text, span });
    }
    if (this.takeIf(TokenKind.Exclamation)) conversion = this.conversion();
    let spec: JoinedStr | null = null;
    if (this.at(TokenKind.Colon)) spec = this.formatSpec(isRaw);
    if (!this.at(TokenKind.RightBrace)) {
      if (isDebug || conversion >= 0) {
        throw this.errorAtToken(this.peek(), "f-string: expecting '}'");
      }
      this.fail();
    }
    this.skip();
    this.fieldDepth--;
    this.leave();
    if (isDebug && conversion < 0 && spec === null) conversion = 114;
    const span = this.spanFrom(open);
    const field = { kind: 'FormattedValue', value, conversion, format_spec: spec, span } as const;
    pieces.push({ value: field });
  }

  private checkNotEmpty(): void {
    const token = this.peek();
    switch (token.kind) {
      case TokenKind.RightBrace:
        throw this.errorAtToken(token, 'f-string: empty expression not allowed');
      case TokenKind.Exclamation:
      case TokenKind.Colon:
      case TokenKind.Equal:
        throw this.errorAtToken(token, `f-string: expression required before '${token.image}'`);
      default:
    }
  }

  private fieldValue(): Expr {
    const start = this.peek();
    const value = this.at(TokenKind.Yield) ? this.yieldExpression() : this.starExpressions();
    if (value.kind === 'Starred' && start.kind === TokenKind.Star) {
      throw this.errorAt(value.span, 'f-string: cannot use starred expression here');
    }
    return value;
  }

  private conversion(): number {
    const token = this.peek();
    const isGood = token.kind === TokenKind.Name && /^[sra]$/.test(token.image);
    if (!isGood) {
      if (token.kind === TokenKind.Name && /^[sra]/.test(token.image)) {
        throw this.errorAtToken(token, "f-string: expecting '}'");
      }
      const message = "f-string: invalid conversion character: expected 's', 'r', or 'a'";
      throw this.errorAtToken(token, message);
    }
    this.skip();
    return token.image.charCodeAt(0);
  }

  private formatSpec(isRaw: boolean): JoinedStr {
    const start = this.take(TokenKind.Colon);
    const pieces: Piece[] = [];
    this.specDepth++;
    this.formattedParts(pieces, isRaw);
    this.specDepth--;
    return { kind: 'JoinedStr', values: mergeText(pieces), span: this.spanFrom(start) };
  }

  protected abstract yieldExpression(): Expr;
}

function joinBytes(pieces: Piece[], span: Span): Constant {
  const parts = pieces.map((piece) => ('bytes' in piece ? piece.bytes : new Uint8Array()));
  if (parts.length === 1) {
    return { kind: 'Constant', value: { type: 'bytes', value: parts[0] }, span };
  }
  const value = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    value.set(part, at);
    at += part.length;
  }
  return { kind: 'Constant', value: { type: 'bytes', value }, span };
}

/** Constants for runs of text, the values between them; no empty constant. */
function mergeText(pieces: Piece[]): Expr[] {
  const values: Expr[] = [];
  let open: { type: 'str'; value: string } | null = null;
  let openSpan: Span | null = null;
  for (const piece of pieces) {
    if ('value' in piece) {
      values.push(piece.value);
      open = null;
    } else if ('text' in piece && piece.text !== '') {
      if (open !== null && openSpan !== null) {
        open.value += piece.text;
        openSpan.endLine = piece.span.endLine;
        openSpan.endColumn = piece.span.endColumn;
      } else {
        open = { type: 'str', value: piece.text };
        openSpan = { ...piece.span };
        values.push({ kind: 'Constant', value: open, span: openSpan });
      }
    }
  }
  return values;
}
