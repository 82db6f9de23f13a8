// @hot Strings: an immutable row of Unicode code points, 1, 2 or 4 bytes each, whichever the widest one
// needs (PEP 393), so that indexing is a step and most text takes one byte a character.
//
//   length (code points) | hash (0 = not yet) | kind: bytes per code point, ASCII, INTERNED | data
//
// Interned strings stand in one table of the machine; equal interned strings are the same object, so
// a name lookup compares addresses. JavaScript strings appear only at the border (toJs, newStr).

import { allocateRaw, freeRaw, incref, makeImmortal } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, Machine, StrKind, StrLayout, type Value } from '../heap/layout.ts';
import { H, LAYS_HEAP, MACHINE, U8, U16, U32 } from '../heap/memory.ts';
import { lockMutex, unlockMutex } from '../sync/mutex.ts';
import { newObject, placeObject } from './object.ts';
import { staticObject } from './statics.ts';

/** Words of a string object with that many characters of that width. */
export const strWords = (length: number, bytes: number): number =>
  StrLayout.DATA + ((length * bytes + 3) >> 2);

export const strLength = (str: Address): number => H[(str >> 2) + StrLayout.LENGTH];
/** Bytes per code point: 1, 2 or 4. */
export const strBytes = (str: Address): number =>
  H[(str >> 2) + StrLayout.KIND] & StrKind.BYTES_MASK;
/** Byte address of the first character. */
export const strData = (str: Address): number => str + StrLayout.DATA * 4;
export const isAscii = (str: Address): boolean =>
  (H[(str >> 2) + StrLayout.KIND] & StrKind.ASCII) !== 0;

/**
 * A string to be filled in: `length` characters of `bytes` bytes. The caller writes all characters, at
 * least one of which needs that width (or none above 127 if `ascii`), before anybody sees it.
 */
export function newStrOf(length: number, bytes: number, ascii: boolean): Address {
  const str = newObject(T.STR, strWords(length, bytes));
  const q = str >> 2;
  H[q + StrLayout.LENGTH] = length;
  H[q + StrLayout.HASH] = 0;
  H[q + StrLayout.KIND] = bytes | (ascii ? StrKind.ASCII : 0);
  return str;
}

/** Code point at `index`, which is in range. */
export function codeAt(str: Address, index: number): number {
  const bytes = strBytes(str);
  const data = strData(str);
  return bytes === 1
    ? U8[data + index]
    : bytes === 2
      ? U16[(data >> 1) + index]
      : U32[(data >> 2) + index];
}

export function setCode(str: Address, index: number, code: number): void {
  const bytes = strBytes(str);
  const data = strData(str);
  if (bytes === 1) U8[data + index] = code;
  else if (bytes === 2) U16[(data >> 1) + index] = code;
  else U32[(data >> 2) + index] = code;
}

/** The shared string of one character. */
export function strOfCode(code: number): Value {
  if (code < 256) return S.CHARACTERS + 32 * code;
  const str = newStrOf(1, code < 0x10000 ? 2 : 4, false);
  setCode(str, 0, code);
  return str;
}

/** An owned string with the text of a JavaScript one; surrogate pairs become one code point. */
export function newStr(text: string): Address {
  const units = text.length;
  if (units === 0) return S.EMPTY_STR;
  let widest = 0;
  for (let i = 0; i < units; i++) widest |= text.charCodeAt(i);
  if (widest < 256) {
    if (units === 1) return S.CHARACTERS + 32 * text.charCodeAt(0);
    const str = newStrOf(units, 1, widest < 128);
    const data = strData(str);
    for (let i = 0; i < units; i++) U8[data + i] = text.charCodeAt(i);
    return str;
  }
  return newWideStr(text);
}

function newWideStr(text: string): Address {
  const codes = Array.from(text, (c) => c.codePointAt(0) as number);
  return newStrOfCodes(codes);
}

/** An owned string of these code points (lone surrogates allowed). */
export function newStrOfCodes(codes: ArrayLike<number>): Address {
  let widest = 0;
  for (let i = 0; i < codes.length; i++) widest = Math.max(widest, codes[i] as number);
  if (codes.length === 0) return S.EMPTY_STR;
  if (codes.length === 1) return strOfCode(codes[0] as number);
  const str = newStrOf(codes.length, widest < 256 ? 1 : widest < 0x10000 ? 2 : 4, widest < 128);
  for (let i = 0; i < codes.length; i++) setCode(str, i, codes[i] as number);
  return str;
}

const CHUNK = 4096;

/** The text as a JavaScript string. */
export function toJs(str: Address): string {
  const length = strLength(str);
  const bytes = strBytes(str);
  const data = strData(str);
  if (bytes === 4) return wideToJs(data >> 2, length);
  const units = bytes === 1 ? U8 : U16;
  const from = bytes === 1 ? data : data >> 1;
  if (length <= 40) return shortToJs(units, from, from + length);
  let text = '';
  for (let i = 0; i < length; i += CHUNK) {
    const part = units.subarray(from + i, from + Math.min(i + CHUNK, length));
    text += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return text;
}

/** Eight at a time, because each `+=` makes a string. */
function shortToJs(units: Uint8Array | Uint16Array, from: number, to: number): string {
  let text = '';
  let i = from;
  for (; i + 8 <= to; i += 8) {
    text += String.fromCharCode(
      units[i] as number,
      units[i + 1] as number,
      units[i + 2] as number,
      units[i + 3] as number,
      units[i + 4] as number,
      units[i + 5] as number,
      units[i + 6] as number,
      units[i + 7] as number,
    );
  }
  if (i + 4 <= to) {
    text += String.fromCharCode(
      units[i] as number,
      units[i + 1] as number,
      units[i + 2] as number,
      units[i + 3] as number,
    );
    i += 4;
  }
  for (; i < to; i++) text += String.fromCharCode(units[i] as number);
  return text;
}

/** Texts that `cachedText` has given out, by their hashes. */
const texts = new Map<number, string>();
const TEXTS_MAX = 512;

/**
 * As toJs, for strings that come again and again, such as templates: equal strings give one JavaScript
 * string, so that what is known about it can be kept in a Map.
 */
export function cachedText(str: Address): string {
  const length = strLength(str);
  if (length > 256 || strBytes(str) !== 1) return toJs(str);
  const hash = strHash(str);
  const known = texts.get(hash);
  if (known !== undefined && known.length === length) {
    const data = strData(str);
    let i = 0;
    while (i < length && U8[data + i] === known.charCodeAt(i)) i++;
    if (i === length) return known;
  }
  const text = toJs(str);
  if (texts.size >= TEXTS_MAX) texts.clear();
  texts.set(hash, text);
  return text;
}

/** `str(n)` of an integer that fits a small int. */
export function newDecimal(n: number): Address {
  let left = n < 0 ? -n : n;
  if (n >= 0 && n < 10) return S.CHARACTERS + 32 * (48 + n);
  let digits = n < 0 ? 2 : 1;
  for (let bound = 10; digits < 11 && left >= bound; bound *= 10) digits++;
  const str = newStrOf(digits, 1, true);
  const data = strData(str);
  let at = data + digits;
  do {
    const rest = (left / 10) | 0;
    U8[--at] = 48 + left - rest * 10;
    left = rest;
  } while (left !== 0);
  if (n < 0) U8[data] = 45;
  return str;
}

function wideToJs(from: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += String.fromCodePoint(U32[from + i] as number);
  return text;
}

/** FNV-1a over the code points (G. Fowler, L. C. Noll, P. Vo), so that equal text of any width agrees. Never 0. */
export function strHash(str: Address): number {
  const known = H[(str >> 2) + StrLayout.HASH];
  if (known !== 0) return known;
  const length = strLength(str);
  let hash = 0x811c9dc5;
  if (strBytes(str) === 1) {
    const data = strData(str);
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ U8[data + i], 0x01000193);
  } else {
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ codeAt(str, i), 0x01000193);
  }
  hash ^= hash >>> 15; // the low bits choose the slot in a dict
  if (hash === 0) hash = 1;
  H[(str >> 2) + StrLayout.HASH] = hash;
  return hash;
}

export function strEquals(left: Address, right: Address): boolean {
  if (left === right) return true;
  const l = left >> 2;
  const r = right >> 2;
  if (H[l + StrLayout.LENGTH] !== H[r + StrLayout.LENGTH]) return false;
  const bytes = H[l + StrLayout.KIND] & StrKind.BYTES_MASK;
  if (bytes !== (H[r + StrLayout.KIND] & StrKind.BYTES_MASK)) return false;
  const hl = H[l + StrLayout.HASH];
  const hr = H[r + StrLayout.HASH];
  if (hl !== 0 && hr !== 0 && hl !== hr) return false;
  const size = H[l + StrLayout.LENGTH] * bytes;
  const words = size >> 2;
  for (let i = 0; i < words; i++) {
    if (H[l + StrLayout.DATA + i] !== H[r + StrLayout.DATA + i]) return false;
  }
  for (let i = words << 2; i < size; i++) {
    if (U8[left + StrLayout.DATA * 4 + i] !== U8[right + StrLayout.DATA * 4 + i]) return false;
  }
  return true;
}

/** -1, 0 or 1 by code points. */
export function strCompare(left: Address, right: Address): number {
  const ll = strLength(left);
  const rl = strLength(right);
  const length = ll < rl ? ll : rl;
  if (strBytes(left) === 1 && strBytes(right) === 1) {
    const l = strData(left);
    const r = strData(right);
    for (let i = 0; i < length; i++) {
      const difference = U8[l + i] - U8[r + i];
      if (difference !== 0) return difference < 0 ? -1 : 1;
    }
  } else {
    for (let i = 0; i < length; i++) {
      const difference = codeAt(left, i) - codeAt(right, i);
      if (difference !== 0) return difference < 0 ? -1 : 1;
    }
  }
  return ll === rl ? 0 : ll < rl ? -1 : 1;
}

export const isInterned = (str: Address): boolean =>
  (H[(str >> 2) + StrLayout.KIND] & StrKind.INTERNED) !== 0;

const LOCK = MACHINE + Machine.INTERN_LOCK;
const FIRST_SIZE = 4096;

/**
 * The interned string equal to `str` (consumed): an immortal one. The table is open addressing over
 * words that are string addresses, under INTERN_LOCK.
 */
export function intern(str: Address): Address {
  if (isInterned(str)) return str;
  lockMutex(H, LOCK);
  try {
    const slot = internSlot(str);
    if (H[slot] !== 0) return H[slot];
    makeImmortal(str);
    H[(str >> 2) + StrLayout.KIND] |= StrKind.INTERNED;
    H[slot] = str;
    H[MACHINE + Machine.INTERN_USED] += 1;
    return str;
  } finally {
    unlockMutex(H, LOCK);
  }
}

/** Word of the table where `str` is or belongs; grows the table at two thirds. */
function internSlot(str: Address): number {
  let size = H[MACHINE + Machine.INTERN_SIZE];
  if (3 * (H[MACHINE + Machine.INTERN_USED] + 1) > 2 * size) size = growInternTable(size);
  const table = H[MACHINE + Machine.INTERN_TABLE] >> 2;
  let i = strHash(str) & (size - 1);
  while (H[table + i] !== 0 && !strEquals(H[table + i], str)) i = (i + 1) & (size - 1);
  return table + i;
}

function growInternTable(oldSize: number): number {
  const size = oldSize === 0 ? FIRST_SIZE : oldSize * 2;
  const old = H[MACHINE + Machine.INTERN_TABLE];
  const table = allocateRaw(size * 4);
  H.fill(0, table >> 2, (table >> 2) + size);
  for (let k = 0; k < oldSize; k++) {
    const str = H[(old >> 2) + k];
    if (str === 0) continue;
    let i = strHash(str) & (size - 1);
    while (H[(table >> 2) + i] !== 0) i = (i + 1) & (size - 1);
    H[(table >> 2) + i] = str;
  }
  H[MACHINE + Machine.INTERN_TABLE] = table;
  H[MACHINE + Machine.INTERN_SIZE] = size;
  if (old !== 0) freeRaw(old, oldSize * 4);
  return size;
}

/** The interned string with that text, for use while modules are evaluated. */
export function staticName(text: string): Address {
  return staticObject(() => intern(newStr(text)));
}

/** An interned string made at run time. */
export const internJs = (text: string): Address => intern(newStr(text));

/** A borrowed reference counted for the caller. */
export function own(value: Value): Value {
  incref(value);
  return value;
}

if (LAYS_HEAP && H[S.EMPTY_STR >> 2] === 0) {
  placeObject(S.EMPTY_STR, T.STR);
  H[(S.EMPTY_STR >> 2) + StrLayout.KIND] = 1 | StrKind.ASCII | StrKind.INTERNED;
  for (let code = 0; code < 256; code++) {
    const str = S.CHARACTERS + 32 * code;
    placeObject(str, T.STR);
    H[(str >> 2) + StrLayout.LENGTH] = 1;
    H[(str >> 2) + StrLayout.KIND] = 1 | (code < 128 ? StrKind.ASCII : 0);
    U8[strData(str)] = code;
    intern(str);
  }
}
