// `repr` and `ascii` of a str: single quotes unless only single ones occur in it, escapes for what cannot
// be printed. Printable is what Unicode calls neither Other nor Separator, and the space.

import { decref } from '../executors/policy.ts';
import type { Address, Value } from '../heap/layout.ts';
import { StrLayout } from '../heap/layout.ts';
import { U8 } from '../heap/memory.ts';
import { repr } from './protocol.ts';
import { codeAt, isAscii, newStr, newStrOf, newStrOfCodes, strData, strLength } from './str.ts';
import { has, Is } from './unicode.ts';

/** `repr(str)`. */
export function strRepr(str: Address): Value {
  if (isAscii(str) && isPlain(str)) return quotePlain(str);
  const length = strLength(str);
  const quote = quoteFor(str, length);
  const codes: number[] = [quote];
  for (let i = 0; i < length; i++) {
    const code = codeAt(str, i);
    if (code === quote || code === 0x5c) codes.push(0x5c, code);
    else if (has(Is.PRINTABLE, code)) codes.push(code);
    else pushText(codes, escapeOf(code));
  }
  codes.push(quote);
  return newStrOfCodes(codes);
}

/** `ascii(value)`: the repr with everything beyond ASCII escaped. */
export function asciiRepr(value: Value): Value {
  const text = repr(value);
  if (isAscii(text)) return text;
  const result = newStr(asciiEscaped(text));
  decref(text);
  return result;
}

/** The text with everything beyond ASCII as \x, \u and \U escapes. */
export function asciiEscaped(text: Address): string {
  let result = '';
  for (let i = 0; i < strLength(text); i++) {
    const code = codeAt(text, i);
    result += code < 128 ? String.fromCharCode(code) : hexEscape(code);
  }
  return result;
}

/** Whether all characters are printable ASCII without quotes and backslashes. */
function isPlain(str: Address): boolean {
  const data = strData(str);
  const end = data + strLength(str);
  for (let i = data; i < end; i++) {
    const c = U8[i];
    if (c < 32 || c === 39 || c === 92 || c === 127) return false;
  }
  return true;
}

function quotePlain(str: Address): Value {
  const length = strLength(str);
  const result = newStrOf(length + 2, 1, true);
  const to = result + StrLayout.DATA * 4;
  const from = strData(str);
  U8[to] = 39;
  for (let i = 0; i < length; i++) U8[to + 1 + i] = U8[from + i];
  U8[to + length + 1] = 39;
  return result;
}

function quoteFor(str: Address, length: number): number {
  let single = false;
  for (let i = 0; i < length; i++) {
    const code = codeAt(str, i);
    if (code === 34) return 39;
    if (code === 39) single = true;
  }
  return single ? 34 : 39;
}

function escapeOf(code: number): string {
  if (code === 10) return '\\n';
  if (code === 13) return '\\r';
  if (code === 9) return '\\t';
  return hexEscape(code);
}

/** \xhh, \uhhhh or \Uhhhhhhhh. */
export function hexEscape(code: number): string {
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

function pushText(codes: number[], text: string): void {
  for (let i = 0; i < text.length; i++) codes.push(text.charCodeAt(i));
}
