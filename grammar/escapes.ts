/**
 * Escape sequences of string and bytes literals.
 *
 * An unknown escape stays as it is written, as in CPython (which warns).
 */

import { codePointNamed } from './unicodeNames.ts';

/** A malformed escape; the message is CPython's whole sentence. */
export class EscapeError extends Error {}

const SIMPLE: Record<string, string> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const OCTAL = /[0-7]{1,3}/y;
const HEX = /[0-9a-fA-F]*/y;
const CODE_POINT_MAX = 0x10ffff;

/** The text with its escapes resolved. Throws EscapeError. */
export function decodeText(raw: string): string {
  let from = raw.indexOf('\\');
  if (from < 0) return raw;
  let result = '';
  let copied = 0;
  while (from >= 0) {
    result += raw.slice(copied, from);
    const letter = raw[from + 1] ?? '';
    const simple = SIMPLE[letter];
    if (simple !== undefined) {
      result += simple;
      copied = from + 2;
    } else if (letter === '\n') {
      copied = from + 2;
    } else if (letter >= '0' && letter <= '7') {
      const digits = matchAt(OCTAL, raw, from + 1);
      result += String.fromCharCode(Number.parseInt(digits, 8));
      copied = from + 1 + digits.length;
    } else if (letter === 'x' || letter === 'u' || letter === 'U') {
      const size = letter === 'x' ? 2 : letter === 'u' ? 4 : 8;
      result += hexEscape(raw, from, letter, size);
      copied = from + 2 + size;
    } else if (letter === 'N') {
      const name = characterName(raw, from);
      result += namedCharacter(raw, from, name);
      copied = from + 4 + name.length;
    } else {
      result += '\\';
      copied = from + 1;
    }
    from = raw.indexOf('\\', Math.max(copied, from + 1));
  }
  return result + raw.slice(copied);
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function hexEscape(raw: string, at: number, letter: string, size: number): string {
  const digits = matchAt(HEX, raw, at + 2).slice(0, size);
  if (digits.length < size) {
    const shape = letter === 'x' ? '\\xXX' : letter === 'u' ? '\\uXXXX' : '\\UXXXXXXXX';
    failUnicode(raw, at, at + 1 + digits.length, `truncated ${shape} escape`);
  }
  const code = Number.parseInt(digits, 16);
  if (code > CODE_POINT_MAX) failUnicode(raw, at, at + 1 + size, 'illegal Unicode character');
  return String.fromCodePoint(code);
}

/** What stands in the braces of `\N{...}`. */
function characterName(raw: string, at: number): string {
  const match = /^\{([^}]*)\}/.exec(raw.slice(at + 2));
  if (match === null && raw[at + 2] === '{') {
    failUnicode(raw, at, at + utf8Length(raw.slice(at)) - 1, 'malformed \\N character escape');
  }
  if (match === null || match[1] === '') {
    failUnicode(raw, at, at + (match === null ? 1 : 2), 'malformed \\N character escape');
  }
  return match[1];
}

function namedCharacter(raw: string, at: number, name: string): string {
  const code = codePointNamed(name);
  if (code < 0) {
    failUnicode(raw, at, at + 3 + utf8Length(name), 'unknown Unicode character name');
  }
  return String.fromCodePoint(code);
}

function failUnicode(raw: string, first: number, last: number, reason: string): never {
  const start = utf8Length(raw.slice(0, first));
  const end = start + (last - first);
  throw new EscapeError(
    `(unicode error) 'unicodeescape' codec can't decode bytes in position ${start}-${end}: ${reason}`,
  );
}

/** CPython hands the codec ASCII in which other characters are spelled as ten-byte escapes. */
function utf8Length(text: string): number {
  let length = 0;
  for (const char of text) length += (char.codePointAt(0) ?? 0) < 128 ? 1 : 10;
  return length;
}

/** The bytes of a bytes literal, whose characters are known to be ASCII. Throws EscapeError. */
export function decodeBytes(raw: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < raw.length; at++) {
    const letter = raw[at] === '\\' ? raw[at + 1] : undefined;
    if (letter === undefined) {
      bytes.push(raw.charCodeAt(at));
    } else if (letter === '\n') {
      at++;
    } else if (SIMPLE[letter] !== undefined) {
      bytes.push(SIMPLE[letter].charCodeAt(0));
      at++;
    } else if (letter >= '0' && letter <= '7') {
      const digits = matchAt(OCTAL, raw, at + 1);
      bytes.push(Number.parseInt(digits, 8) & 0xff);
      at += digits.length;
    } else if (letter === 'x') {
      const digits = matchAt(HEX, raw, at + 2).slice(0, 2);
      if (digits.length < 2) {
        throw new EscapeError(`(value error) invalid \\x escape at position ${at}`);
      }
      bytes.push(Number.parseInt(digits, 16));
      at += 3;
    } else {
      bytes.push(92);
    }
  }
  return Uint8Array.from(bytes);
}
