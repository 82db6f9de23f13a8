// @hot Text that is being put together: characters of one byte in memory of this worker, where a piece
// costs no object. A formatter writes its pieces one behind the other and makes one string at the end.
//
// A function here takes the place to write at and answers the place behind what it wrote, or NOT_HERE if
// the piece does not fit: too long, or with wide characters. The caller then starts again with
// JavaScript strings, which is always possible, because:
//
//   Nothing that may run Python code is called between the first piece and the string.

import { S } from '../heap/builtinTypes.ts';
import { type Address, StrKind, StrLayout } from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { newStrOf } from './str.ts';

export const NOT_HERE = -1;

/** Room for the text of one string; a piece of a number or its padding has MARGIN bytes more. */
export const SCRATCH_BYTES = 8192;
export const MARGIN = 1024;

/** The text; its first character is at 0. */
export const TEXT = new Uint8Array(SCRATCH_BYTES + 2 * MARGIN);
const WORDS = new Int32Array(TEXT.buffer);

/** An owned string of the first `length` characters. */
export function scratchStr(length: number): Address {
  if (length <= 1) return length === 0 ? S.EMPTY_STR : S.CHARACTERS + 32 * (TEXT[0] as number);
  // What stands behind the text in its last word is of no account.
  const full = length >> 2;
  let bits = 0;
  for (let i = 0; i < full; i++) bits |= WORDS[i] as number;
  for (let i = full << 2; i < length; i++) bits |= TEXT[i] as number;
  const str = newStrOf(length, 1, (bits & 0x80808080) === 0);
  const q = (str >> 2) + StrLayout.DATA;
  const words = (length + 3) >> 2;
  for (let i = 0; i < words; i++) H[q + i] = WORDS[i] as number;
  return str;
}

/** A str of one byte a character. */
export function putStr(at: number, str: Address): number {
  const q = str >> 2;
  const length = H[q + StrLayout.LENGTH];
  if ((H[q + StrLayout.KIND] & StrKind.BYTES_MASK) !== 1 || at + length > SCRATCH_BYTES)
    return NOT_HERE;
  const from = str + StrLayout.DATA * 4;
  for (let i = 0; i < length; i++) TEXT[at + i] = U8[from + i] as number;
  return at + length;
}

/** Bytes that are characters: the text between the fields of a template. */
export function putBytes(at: number, bytes: Uint8Array): number {
  const length = bytes.length;
  if (at + length > SCRATCH_BYTES) return NOT_HERE;
  for (let i = 0; i < length; i++) TEXT[at + i] = bytes[i] as number;
  return at + length;
}

/** Short JavaScript text whose characters are below 256. */
export function putJs(at: number, text: string): number {
  const length = text.length;
  if (at + length > SCRATCH_BYTES) return NOT_HERE;
  for (let i = 0; i < length; i++) TEXT[at + i] = text.charCodeAt(i);
  return at + length;
}

/** The characters of a JavaScript text as bytes, or undefined if some are wider. */
export function bytesOfText(text: string): Uint8Array | undefined {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 255) return undefined;
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}
