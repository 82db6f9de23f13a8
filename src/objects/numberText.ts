// Reading numbers from text, as int('...') and float('...') do: blanks around, a sign, digits of any
// script with single underscores between them. The JavaScript text is first brought to ASCII, so that
// one regular expression decides what a number is; the digits themselves are read by JavaScript, whose
// conversions are exact.

import { decref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import type { Address, Value } from '../heap/layout.ts';
import { U8 } from '../heap/memory.ts';
import { checkDigitCount } from './bigNumbers.ts';
import { isBytesLike, viewOf } from './byteSpan.ts';
import { longQuotient, powerOfTen } from './decimalBytes.ts';
import { isStr, repr, reprJs } from './protocol.ts';
import { pendWith, valueError } from './raise.ts';
import { typeOf } from './slots.ts';
import { isAscii, staticName, strData, strLength, toJs } from './str.ts';
import { concatStr } from './strBuild.ts';
import { decimalValue, isSpace } from './unicode.ts';

/** The text of a str or bytes-like object for reading a number; undefined for anything else. */
export function numberText(value: Value): string | undefined {
  if (isStr(value)) return normalText(value);
  if (!isBytesLike(value)) return undefined;
  let text = '';
  for (const byte of viewOf(value)) text += String.fromCharCode(byte);
  return text.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
}

/** The value of an ASCII str of at most 15 decimal digits with a sign before it or not; else undefined. */
export function shortInteger(value: Value): number | undefined {
  if ((value & 1) !== 0 || typeOf(value) !== T.STR || !isAscii(value)) return undefined;
  let at = strData(value);
  const end = at + strLength(value);
  const sign = U8[at];
  if (sign === 45 || sign === 43) at++;
  if (at === end || end - at > 15) return undefined;
  let n = 0;
  for (; at < end; at++) {
    const digit = U8[at] - 48;
    if (digit < 0 || digit > 9) return undefined;
    n = n * 10 + digit;
  }
  return sign === 45 ? -n : n;
}

/** The value of an ASCII str of at most 10 digits of that base with a sign before it or not; else undefined. */
export function shortInBase(value: Value, base: number): number | undefined {
  if ((value & 1) !== 0 || typeOf(value) !== T.STR || !isAscii(value)) return undefined;
  let at = strData(value);
  const end = at + strLength(value);
  const sign = U8[at];
  if (sign === 45 || sign === 43) at++;
  if (at === end || end - at > 10) return undefined;
  let n = 0;
  for (; at < end; at++) {
    const code = U8[at] | 32; // capital letters become small ones, digits stay
    const digit = code < 58 ? code - 48 : code - 87;
    if (digit < 0 || digit >= base || (code >= 58 && code < 97)) return undefined;
    if (U8[at] < 48) return undefined;
    n = n * base + digit;
  }
  return sign === 45 ? -n : n;
}

const SHORT_DIGITS = 15;
const LONG_DIGITS = 19;

/**
 * The value of an ASCII str of at most 19 significant digits with a point among them or not; else
 * undefined. Both the digits as an integer and the power of ten are exact, so their quotient is rounded once
 * (W. D. Clinger, "How to Read Floating Point Numbers Accurately", 1990); an integer that one double
 * does not hold is kept in two.
 */
export function shortDecimal(value: Value): number | undefined {
  if ((value & 1) !== 0 || typeOf(value) !== T.STR || !isAscii(value)) return undefined;
  let at = strData(value);
  const end = at + strLength(value);
  const sign = U8[at];
  if (sign === 45 || sign === 43) at++;
  if (end - at > LONG_DIGITS + 8) return undefined;
  let n = 0;
  let rest = 0;
  let significant = 0;
  let digits = 0;
  let point = -1;
  for (; at < end; at++) {
    const digit = U8[at] - 48;
    if (digit >= 0 && digit <= 9) {
      digits++;
      if (significant !== 0 || digit !== 0) significant++;
      if (significant <= SHORT_DIGITS) n = n * 10 + digit;
      else rest = rest * 10 + digit;
    } else if (digit === -2 && point < 0) point = digits;
    else return undefined;
  }
  const places = point < 0 ? 0 : digits - point;
  if (digits === 0 || significant > LONG_DIGITS || places > 22) return undefined;
  const x =
    significant <= SHORT_DIGITS
      ? n / powerOfTen(places)
      : longQuotient(n, significant - SHORT_DIGITS, rest, places);
  return x === undefined ? undefined : sign === 45 ? -x : x;
}

/** Blanks stripped, decimal digits of all scripts turned into ASCII ones. */
function normalText(value: Value): string {
  const text = toJs(value);
  if (!isAscii(value)) return asciiText(text);
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to);
}

function asciiText(text: string): string {
  const chars = Array.from(text);
  let from = 0;
  let to = chars.length;
  const blank = (i: number): boolean => isSpace((chars[i] as string).codePointAt(0) as number);
  while (from < to && blank(from)) from++;
  while (to > from && blank(to - 1)) to--;
  let ascii = '';
  for (let i = from; i < to; i++) {
    const char = chars[i] as string;
    const digit = char < '\x80' ? -1 : decimalValue(char.codePointAt(0) as number);
    ascii += digit < 0 ? char : digit;
  }
  return ascii;
}

const INT_SYNTAX = /^([+-]?)(0[xX]|0[oO]|0[bB])?(_?[0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)$/;
const PREFIX_BASE: Readonly<Record<string, number>> = { x: 16, o: 8, b: 2 };

/** int(value, base) for the text of `value`; base 0 asks for the prefix. ValueError in CPython's words. */
export function parseInteger(text: string, base: number, value: Value): bigint {
  const n = readInteger(text, base);
  if (n !== undefined) return n;
  return valueError(badInteger(base, value));
}

const badInteger = (base: number, value: Value): string =>
  `invalid literal for int() with base ${base}: ${reprJs(value)}`;

const BAD_INTEGER = staticName('invalid literal for int() with base 10: ');
const BAD_FLOAT = staticName('could not convert string to float: ');

/** ValueError with the value's repr behind the text is pending. */
function pendAbout(text: Address, value: Value): void {
  const shown = repr(value);
  pendWith('ValueError', concatStr(text, shown));
  decref(shown);
}

/** Whether the value is an exact str that is no decimal integer: ValueError is pending then. */
export function badIntegerText(value: Value): boolean {
  if ((value & 1) !== 0 || typeOf(value) !== T.STR || isShortInteger(value)) return false;
  if (!isAsciiWord(value) && readInteger(normalText(value), 10) !== undefined) return false;
  pendAbout(BAD_INTEGER, value);
  return true;
}

/** ASCII text that begins with a letter, as no decimal integer does. */
const isAsciiWord = (value: Address): boolean =>
  isAscii(value) && strLength(value) > 0 && (U8[strData(value)] as number) > 57;

const isShortInteger = (value: Value): boolean => shortInteger(value) !== undefined;

function readInteger(text: string, base: number): bigint | undefined {
  const match = INT_SYNTAX.exec(text);
  if (match === null) return undefined;
  let [, sign, prefix, body] = match as unknown as [string, string, string | undefined, string];
  const prefixBase = prefix === undefined ? 0 : (PREFIX_BASE[prefix[1]?.toLowerCase() ?? ''] ?? 0);
  let radix = base;
  if (base === 0) radix = prefixBase === 0 ? 10 : prefixBase;
  if (prefix !== undefined && radix !== prefixBase) {
    body = prefix + body; // "0b1" in base 16 is a number without a prefix
    prefix = undefined;
  }
  if (prefix === undefined && body.startsWith('_')) return undefined;
  const digits = body.replaceAll('_', '').toLowerCase();
  for (let i = 0; i < digits.length; i++) {
    const code = digits.charCodeAt(i);
    if ((code < 58 ? code - 48 : code - 87) >= radix) return undefined;
  }
  if (base === 0 && prefix === undefined && digits.length > 1 && /^0+[1-9]/.test(digits)) {
    return undefined;
  }
  const magnitude = digitsToBigInt(digits, radix);
  return sign === '-' ? -magnitude : magnitude;
}

const LITERAL: Readonly<Record<number, string>> = { 2: '0b', 8: '0o', 10: '', 16: '0x' };

function digitsToBigInt(digits: string, radix: number): bigint {
  if ((radix & (radix - 1)) !== 0) checkDigitCount(digits.length);
  const literal = LITERAL[radix];
  if (literal !== undefined) return BigInt(literal + digits);
  let n = 0n;
  for (const digit of digits) n = n * BigInt(radix) + BigInt(Number.parseInt(digit, 36));
  return n;
}

const FLOAT_SYNTAX =
  /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][+-]?\d+(?:_\d+)*)?$/;
const SPECIAL_SYNTAX = /^([+-]?)(?:(inf|infinity)|nan)$/i;

const badFloat = (value: Value): string => `could not convert string to float: ${reprJs(value)}`;

/** Whether the value is an exact str that is no number: ValueError is pending then. */
export function badFloatText(value: Value): boolean {
  if ((value & 1) !== 0 || typeOf(value) !== T.STR || shortDecimal(value) !== undefined)
    return false;
  const text = normalText(value);
  if (FLOAT_SYNTAX.test(text) || SPECIAL_SYNTAX.test(text)) return false;
  pendAbout(BAD_FLOAT, value);
  return true;
}

/** float(value) for the text of `value`; ValueError in CPython's words. */
export function parseFloatText(text: string, value: Value): number {
  if (FLOAT_SYNTAX.test(text)) {
    return Number(text.includes('_') ? text.replaceAll('_', '') : text);
  }
  const special = SPECIAL_SYNTAX.exec(text);
  if (special === null) return valueError(badFloat(value));
  if (special[2] === undefined) return Number.NaN;
  return special[1] === '-' ? -Infinity : Infinity;
}
