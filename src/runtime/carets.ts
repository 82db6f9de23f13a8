// The line under a source line of a traceback that marks what failed (PEP 657): ^^^^ under the
// instruction's range; for a binary operator and a subscript ~~^~~, where the operator or the brackets
// get the carets. CPython parses the range again to find them; here the instruction says what it is, and
// the operator is looked for in the text.

import { BINARY_OPERATORS, instructionWords, Op } from '../bytecode/opcodes.ts';
import { type Address, CodeLayout as C } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';

const SUBSCRIPTS: readonly number[] = [
  Op.BINARY_SUBSCR,
  Op.BINARY_SLICE,
  Op.STORE_SUBSCR,
  Op.STORE_SLICE,
  Op.DELETE_SUBSCR,
];

/** The marks under `line` (the source line as it is in the file), or '' for none. */
export function marksFor(code: Address, offset: number, line: string): string {
  const q = code >> 2;
  const at = H[q + C.POSITIONS] + Math.min(Math.max(offset, 0), H[q + C.CODE_WORDS] - 1) * 4;
  const [first, last, column, endColumn] = [H[at], H[at + 1], H[at + 2], H[at + 3]];
  if (column < 0 || endColumn < 0) return '';
  const text = Array.from(line);
  const indent = text.length - Array.from(line.replace(/^[ \t\f]+/, '')).length;
  const end = first === last ? endColumn : Array.from(line.trimEnd()).length;
  const anchor =
    first === last
      ? anchorIn(instructionAt(H[q + C.CODE_START], offset), text.slice(column, end))
      : undefined;
  if (anchor === undefined && end - column === text.length - indent) return '';
  let marks = '';
  for (let i = column; i < end; i++) {
    const inside = anchor === undefined || (i - column >= anchor[0] && i - column < anchor[1]);
    marks += (inside ? '^' : '~').repeat(columnsOf(text[i] ?? ' '));
  }
  let before = 0;
  for (let i = indent; i < column; i++) before += columnsOf(text[i] ?? ' ');
  return ' '.repeat(before) + marks;
}

/** The instruction that a word belongs to; behind a method it has called, a frame stands at its cache. */
function instructionAt(start: number, offset: number): number {
  for (let i = 0; ; ) {
    const word = H[start + i];
    const next = i + instructionWords((word & 0xff) as Op);
    if (next > offset) return word;
    i = next;
  }
}

/** East Asian wide and fullwidth characters (Unicode Standard Annex 11). */
const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;

/** How many columns of a terminal the character takes. */
const columnsOf = (character: string): number => (WIDE.test(character) ? 2 : 1);

/** Which part of the range gets the carets, from and to; undefined: all of it. */
function anchorIn(word: number, text: readonly string[]): readonly [number, number] | undefined {
  const opcode = word & 0xff;
  if (SUBSCRIPTS.includes(opcode)) {
    const open = topLevel(text)
      .filter((i) => text[i] === '[')
      .pop();
    return open === undefined || open === 0 ? undefined : [open, text.length];
  }
  if (opcode !== Op.BINARY_OP) return undefined;
  const sign = BINARY_OPERATORS[word >>> 8] as string | undefined;
  if (sign === undefined || sign.endsWith('=')) return undefined;
  const places = topLevel(text).filter((i) => isOperatorAt(text, i, sign));
  const place = sign === '**' ? places[0] : places[places.length - 1];
  return place === undefined ? undefined : [place, place + sign.length];
}

/** Whether the binary operator `sign` begins there: not a longer one, not a sign before an operand. */
function isOperatorAt(text: readonly string[], at: number, sign: string): boolean {
  if (text.slice(at, at + sign.length).join('') !== sign) return false;
  if (
    sign.length === 1 &&
    (text[at + 1] === sign || text[at - 1] === sign) &&
    '*/<>'.includes(sign)
  )
    return false;
  const before = text.slice(0, at).join('').trimEnd();
  if (before === '') return false;
  const operand = /[\p{L}\p{N}\p{M}_)\]}'"]$/u.test(before);
  return operand && !/\d[eE]$/.test(before.replace(/\b0[xX][\da-fA-F_]+$/, ''));
}

/** Indexes of the characters outside strings and inner brackets; opening brackets at the top count. */
function topLevel(text: readonly string[]): number[] {
  const places: number[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === "'" || c === '"') {
      i = stringEnd(text, i);
      continue;
    }
    if (')]}'.includes(c)) depth--;
    if (depth === 0) places.push(i);
    if ('([{'.includes(c)) depth++;
  }
  return places;
}

/** Index of the last quote of the string literal that begins there. */
function stringEnd(text: readonly string[], start: number): number {
  const quote = text[start] as string;
  const triple = text[start + 1] === quote && text[start + 2] === quote;
  const closing = triple ? quote.repeat(3) : quote;
  for (let i = start + closing.length; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text.slice(i, i + closing.length).join('') === closing) return i + closing.length - 1;
  }
  return text.length;
}
