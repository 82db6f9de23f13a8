/**
 * Number literals: where one ends, what is wrong with it, and what it is worth.
 *
 * Scanning follows the lexical analysis chapter of the language reference; errors stand where
 * CPython's tokenizer puts them. A number directly before a keyword (`1if x else 2`) is legal.
 */

import type { ConstantValue } from '../src/ast/nodes.ts';

/** `at` is the offset the error is about; `end`, where given, is the exclusive end of its range. */
export class NumberError extends Error {
  constructor(
    message: string,
    readonly at: number,
    readonly end: number = at + 1,
  ) {
    super(message);
  }
}

const isDigit = (code: number) => code >= 48 && code <= 57;
const UNDERSCORE = 95;
const KEYWORD_AFTER = /and|else|for|if|in|is|or|not/y;
const INT_DIGITS_MAX = 4300;

/** The exclusive end of the number literal that starts at `start`. Throws NumberError. */
export function scanNumber(text: string, start: number): number {
  if (text[start] === '0') {
    const letter = text[start + 1];
    if (letter === 'x' || letter === 'X') return scanRadix(text, start + 2, 16, 'hexadecimal');
    if (letter === 'o' || letter === 'O') return scanRadix(text, start + 2, 8, 'octal');
    if (letter === 'b' || letter === 'B') return scanRadix(text, start + 2, 2, 'binary');
  }
  let at = text[start] === '.' ? start : scanDigits(text, start);
  const intEnd = at;
  if (text[at] === '.') {
    at++;
    if (isDigit(text.charCodeAt(at))) at = scanDigits(text, at);
  }
  if (text[at] === 'e' || text[at] === 'E') at = scanExponent(text, at);
  if (text[at] === 'j' || text[at] === 'J') return verifyEnd(text, at + 1, 'imaginary');
  if (at === intEnd) checkLeadingZeros(text, start, at);
  return verifyEnd(text, at, 'decimal');
}

function scanExponent(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (isDigit(next)) return scanDigits(text, at + 1);
  if (next !== 43 && next !== 45) return at;
  if (!isDigit(text.charCodeAt(at + 2))) throw new NumberError('invalid decimal literal', at + 1);
  return scanDigits(text, at + 2);
}

function scanDigits(text: string, start: number): number {
  let at = start;
  for (;;) {
    while (isDigit(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== UNDERSCORE) return at;
    at++;
    if (!isDigit(text.charCodeAt(at))) throw new NumberError('invalid decimal literal', at - 1);
  }
}

function scanRadix(text: string, start: number, radix: number, name: string): number {
  let at = start;
  do {
    if (text.charCodeAt(at) === UNDERSCORE) at++;
    const first = at;
    while (digitValue(text.charCodeAt(at)) < radix) at++;
    if (isDigit(text.charCodeAt(at))) {
      throw new NumberError(`invalid digit '${text[at]}' in ${name} literal`, at);
    }
    if (at === first) throw new NumberError(`invalid ${name} literal`, at - 1);
  } while (text.charCodeAt(at) === UNDERSCORE);
  return verifyEnd(text, at, name);
}

function digitValue(code: number): number {
  if (isDigit(code)) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : 99;
}

function checkLeadingZeros(text: string, start: number, end: number): void {
  if (text[start] !== '0') return;
  for (let at = start; at < end; at++) {
    if (text[at] !== '0' && text[at] !== '_') {
      throw new NumberError(
        'leading zeros in decimal integer literals are not permitted; ' +
          'use an 0o prefix for octal integers',
        start,
        at,
      );
    }
  }
}

function verifyEnd(text: string, end: number, name: string): number {
  const code = text.charCodeAt(end);
  const lower = code | 32;
  const goesOn = isDigit(code) || code === UNDERSCORE;
  if (!goesOn && !(lower >= 97 && lower <= 122)) return end;
  KEYWORD_AFTER.lastIndex = end;
  if (!goesOn && KEYWORD_AFTER.test(text)) return end;
  throw new NumberError(`invalid ${name} literal`, end - 1);
}

/** The value of a literal that scanNumber accepted. Throws NumberError for too many digits. */
export function numberValue(image: string): ConstantValue {
  const text = image.includes('_') ? image.replaceAll('_', '') : image;
  const last = text.charCodeAt(text.length - 1) | 32;
  const radixLetter = text.charCodeAt(1) | 32;
  if (text[0] === '0' && (radixLetter === 120 || radixLetter === 111 || radixLetter === 98)) {
    return { type: 'int', value: BigInt(text) };
  }
  if (last === 106) return { type: 'complex', imag: Number(text.slice(0, -1)) };
  if (/[.eE]/.test(text)) return { type: 'float', value: Number(text) };
  if (text.length > INT_DIGITS_MAX) {
    throw new NumberError(
      `Exceeds the limit (${INT_DIGITS_MAX} digits) for integer string conversion: value has ` +
        `${text.length} digits; use sys.set_int_max_str_digits() to increase the limit - ` +
        'Consider hexadecimal for huge integer literals to avoid decimal conversion limits.',
      0,
    );
  }
  return { type: 'int', value: BigInt(text) };
}
