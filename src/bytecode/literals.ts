/**
 * Constants as Python writes them: what `repr` gives, computed without a heap. The disassembler and
 * the compiler's annotations need it before any Python object exists.
 */

import type { Constant } from './code.ts';

export function reprConstant(constant: Constant): string {
  switch (constant.type) {
    case 'int':
      return String(constant.value);
    case 'float':
      return Number.isFinite(constant.value)
        ? reprFloat(constant.value)
        : nonFinite(constant.value);
    case 'str':
      return reprString(constant.value);
    case 'bytes':
      return reprBytes(constant.value);
    case 'tuple':
      return reprTuple(constant.items);
    case 'frozenset':
      return constant.items.length === 0
        ? 'frozenset()'
        : `frozenset({${constant.items.map(reprConstant).join(', ')}})`;
    case 'code': {
      const { code } = constant;
      return `<code object ${code.name}, file "${code.filename}", line ${code.firstLine}>`;
    }
    default:
      return constant.type;
  }
}

/** Shortest digits that read back the same; infinity as source text writes it, 1e309. */
export function reprFloat(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '1e309' : value < 0 ? '-1e309' : 'nan';
  if (Object.is(value, -0)) return '-0.0';
  const [mantissa, exponentText] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const sign = exponent < 0 ? '-' : '+';
    return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const text = exponent < 0 ? value.toFixed(decimalPlaces(mantissa, exponent)) : String(value);
  return text.includes('.') ? text : `${text}.0`;
}

export function reprString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = '';
  for (const character of text) body += escapeCharacter(character, quote);
  return quote + body + quote;
}

export function reprBytes(bytes: Uint8Array): string {
  const quote = bytes.includes(0x27) && !bytes.includes(0x22) ? '"' : "'";
  let body = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    body +=
      byte >= 0x7f ? `\\x${byte.toString(16).padStart(2, '0')}` : escapeCharacter(character, quote);
  }
  return `b${quote}${body}${quote}`;
}

function nonFinite(value: number): string {
  return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
}

function decimalPlaces(mantissa: string, exponent: number): number {
  const digits = mantissa.replace('-', '').replace('.', '').length;
  return digits - 1 - exponent;
}

function reprTuple(items: readonly Constant[]): string {
  return `(${items.map(reprConstant).join(', ')}${items.length === 1 ? ',' : ''})`;
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escapeCharacter(character: string, quote: string): string {
  if (character === quote) return `\\${quote}`;
  const named = NAMED_ESCAPES[character];
  if (named !== undefined) return named;
  if (character === ' ' || !/[\p{C}\p{Z}]/u.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}
