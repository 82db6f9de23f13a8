/**
 * The terminals of the grammar: one const enum, one spelling table, and chevrotain's token types
 * made from them.
 *
 * `TokenKind` exists next to chevrotain's TokenType because the parser dispatches on it in
 * switches, whose labels are to be literal numbers in the built file. The soft
 * keywords (match, case, type, _) are plain names here; the parser asks for their text.
 *
 * What must hold: T1, TOKEN_TYPES[kind] is the type of that kind, in every token. Read next:
 * tokenizer.ts.
 */

import { createToken, type IToken, type TokenType } from 'chevrotain';

/** KEEP-IN-STEP(token-names): NAMES below lists the same kinds in the same order. */
export const enum TokenKind {
  EndMarker,
  Newline,
  Indent,
  Dedent,
  Name,
  Number,
  String,
  FStringStart,
  FStringMiddle,
  FStringEnd,
  /** A character that begins no token of Python: the parser reports it where it stands. */
  Stray,
  Exclamation,
  LeftParen,
  RightParen,
  LeftBracket,
  RightBracket,
  LeftBrace,
  RightBrace,
  Colon,
  Comma,
  Semicolon,
  Dot,
  Ellipsis,
  Arrow,
  At,
  Equal,
  ColonEqual,
  Plus,
  Minus,
  Star,
  Slash,
  DoubleSlash,
  Percent,
  DoubleStar,
  LeftShift,
  RightShift,
  Ampersand,
  Bar,
  Caret,
  Tilde,
  Less,
  Greater,
  EqualEqual,
  NotEqual,
  LessEqual,
  GreaterEqual,
  PlusEqual,
  MinusEqual,
  StarEqual,
  SlashEqual,
  DoubleSlashEqual,
  PercentEqual,
  AtEqual,
  AmpersandEqual,
  BarEqual,
  CaretEqual,
  LeftShiftEqual,
  RightShiftEqual,
  DoubleStarEqual,
  False,
  None,
  True,
  And,
  As,
  Assert,
  Async,
  Await,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Else,
  Except,
  Finally,
  For,
  From,
  Global,
  If,
  Import,
  In,
  Is,
  Lambda,
  Nonlocal,
  Not,
  Or,
  Pass,
  Raise,
  Return,
  Try,
  While,
  With,
  Yield,
}

/** KEEP-IN-STEP(token-names). Spelled as in source text from 'Exclamation' on. */
const NAMES = (
  'EndMarker Newline Indent Dedent Name Number String FStringStart FStringMiddle FStringEnd ' +
  'Stray ! ( ) [ ] { } : , ; . ... -> @ = := + - * / // % ** << >> & | ^ ~ < > == != <= >= ' +
  '+= -= *= /= //= %= @= &= |= ^= <<= >>= **= ' +
  'False None True and as assert async await break class continue def del elif else except ' +
  'finally for from global if import in is lambda nonlocal not or pass raise return try while ' +
  'with yield'
).split(' ');

export const TOKEN_TYPES: readonly TokenType[] = NAMES.map((name) => createToken({ name }));

export const KEYWORDS: ReadonlyMap<string, TokenKind> = new Map(
  NAMES.slice(TokenKind.False).map((name, index) => [name, TokenKind.False + index]),
);

/** Operators and punctuation; the tokenizer takes the longest that fits, of at most three. */
export const PUNCTUATION: ReadonlyMap<string, TokenKind> = new Map(
  NAMES.slice(TokenKind.LeftParen, TokenKind.False).map((name, index) => [
    name,
    TokenKind.LeftParen + index,
  ]),
);

/**
 * A token as chevrotain wants it, with places counted as Python counts them: lines from 1, columns
 * from 0 in code points. Offsets are in UTF-16 units of the source, the end exclusive in `end`.
 */
export class Token implements IToken {
  readonly tokenTypeIdx: number;
  readonly tokenType: TokenType;

  constructor(
    readonly kind: TokenKind,
    /** The text; of names in NFKC, of f-string text with doubled braces made single. */
    readonly image: string,
    readonly startOffset: number,
    readonly end: number,
    readonly line: number,
    readonly column: number,
    readonly endLine: number,
    readonly endColumn: number,
    /** Brackets open around this token; 0 means that a line end would end the statement. */
    readonly level: number,
  ) {
    this.tokenType = TOKEN_TYPES[kind];
    this.tokenTypeIdx = this.tokenType.tokenTypeIdx as number;
  }
}

/** Whether a token can be the first one of an `expression`. */
export function beginsExpression(kind: TokenKind): boolean {
  switch (kind) {
    case TokenKind.Name:
    case TokenKind.Number:
    case TokenKind.String:
    case TokenKind.FStringStart:
    case TokenKind.LeftParen:
    case TokenKind.LeftBracket:
    case TokenKind.LeftBrace:
    case TokenKind.Ellipsis:
    case TokenKind.Plus:
    case TokenKind.Minus:
    case TokenKind.Tilde:
    case TokenKind.Not:
    case TokenKind.Await:
    case TokenKind.Lambda:
    case TokenKind.None:
    case TokenKind.True:
    case TokenKind.False:
      return true;
    default:
      return false;
  }
}
