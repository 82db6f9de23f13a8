// @hot Making strings out of strings: concatenation, repetition, joining, slicing. Bytes are copied inside
// the buffer and no JavaScript string appears, because `s += t` and f-strings are what loops are made of.
//
// Every result is canonical: as narrow as its widest character allows, the ASCII bit set if and only if
// all characters are below 128 (strEquals relies on it), and a result of one Latin-1 character is the
// shared one, so that `'abc'[0] is 'a'` as in CPython. Read str.ts first.

import { decref, free, incref, isUnique } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, StrKind, StrLayout, type Value, type WordIndex } from '../heap/layout.ts';
import { H, U8, U16, U32 } from '../heap/memory.ts';
import { SizeClass, sizeClass } from '../heap/sizeClasses.ts';
import { copyBytes } from './copying.ts';
import { raise } from './raise.ts';
import { typeOf } from './slots.ts';
import { codeAt, newStrOf, strOfCode, strWords } from './str.ts';

/** Longest string in characters that is tried at all; beyond it: MemoryError. */
export const STR_LENGTH_MAX = 0x30000000;

/** Copies `count` characters of `source` from `start` to character `at` of `target`, which is at least as wide. */
export function copyCodes(
  target: Address,
  at: number,
  source: Address,
  start: number,
  count: number,
): void {
  const tb = H[(target >> 2) + StrLayout.KIND] & StrKind.BYTES_MASK;
  const sb = H[(source >> 2) + StrLayout.KIND] & StrKind.BYTES_MASK;
  const to = target + StrLayout.DATA * 4;
  const from = source + StrLayout.DATA * 4;
  if (tb === sb) copyBytes(to + at * tb, from + start * sb, count * tb);
  else if (tb === 2) {
    for (let i = 0; i < count; i++) U16[(to >> 1) + at + i] = U8[from + start + i];
  } else if (sb === 1) {
    for (let i = 0; i < count; i++) U32[(to >> 2) + at + i] = U8[from + start + i];
  } else {
    for (let i = 0; i < count; i++) U32[(to >> 2) + at + i] = U16[(from >> 1) + start + i];
  }
}

/** `str` itself if it is exactly a str, else a copy that is: owned. */
export function exactStr(str: Address): Value {
  if (typeOf(str) === T.STR) {
    incref(str);
    return str;
  }
  const q = str >> 2;
  const length = H[q + StrLayout.LENGTH];
  if (length === 0) return S.EMPTY_STR;
  if (length === 1) return strOfCode(codeAt(str, 0));
  const kind = H[q + StrLayout.KIND];
  const copy = newStrOf(length, kind & StrKind.BYTES_MASK, (kind & StrKind.ASCII) !== 0);
  copyCodes(copy, 0, str, 0, length);
  return copy;
}

/** `left + right`. */
export function concatStr(left: Address, right: Address): Value {
  const l = left >> 2;
  const r = right >> 2;
  const nl = H[l + StrLayout.LENGTH];
  const nr = H[r + StrLayout.LENGTH];
  if (nl === 0) return exactStr(right);
  if (nr === 0) return exactStr(left);
  const length = nl + nr;
  if (length > STR_LENGTH_MAX) return raise('MemoryError');
  const kl = H[l + StrLayout.KIND];
  const kr = H[r + StrLayout.KIND];
  const bl = kl & StrKind.BYTES_MASK;
  const br = kr & StrKind.BYTES_MASK;
  const str = newStrOf(length, bl > br ? bl : br, (kl & kr & StrKind.ASCII) !== 0);
  if (bl === 1 && br === 1) {
    const data = str + StrLayout.DATA * 4;
    copyBytes(data, left + StrLayout.DATA * 4, nl);
    copyBytes(data + nl, right + StrLayout.DATA * 4, nr);
    return str;
  }
  copyCodes(str, 0, left, 0, nl);
  copyCodes(str, nl, right, 0, nr);
  return str;
}

/**
 * `left += right` where `left` is given away: grows the object itself if nobody else holds it and its
 * block has room (CPython's `unicode_modifiable`), so that building a string piecewise is not quadratic.
 */
export function strAppendInPlace(left: Address, right: Address): Value {
  const l = left >> 2;
  const nl = H[l + StrLayout.LENGTH];
  const nr = H[(right >> 2) + StrLayout.LENGTH];
  const kl = H[l + StrLayout.KIND];
  const kr = H[(right >> 2) + StrLayout.KIND];
  const bytes = kl & StrKind.BYTES_MASK;
  if (
    nl > 1 &&
    (kl & StrKind.INTERNED) === 0 &&
    bytes >= (kr & StrKind.BYTES_MASK) &&
    sameBlock(strWords(nl, bytes) << 2, strWords(nl + nr, bytes) << 2) &&
    typeOf(left) === T.STR &&
    left !== right &&
    isUnique(left)
  ) {
    copyCodes(left, nl, right, 0, nr);
    H[l + StrLayout.LENGTH] = nl + nr;
    H[l + StrLayout.HASH] = 0;
    if ((kr & StrKind.ASCII) === 0) H[l + StrLayout.KIND] = bytes;
    return left;
  }
  const result = concatStr(left, right);
  decref(left);
  return result;
}

/** Whether blocks of these sizes are the same to the allocator (see sizeClasses.ts and pagesOf). */
function sameBlock(oldBytes: number, newBytes: number): boolean {
  if (newBytes > SizeClass.COARSE_MAX_BYTES) {
    return oldBytes > SizeClass.COARSE_MAX_BYTES && (oldBytes - 1) >>> 14 === (newBytes - 1) >>> 14;
  }
  return sizeClass(oldBytes) === sizeClass(newBytes);
}

/** `str * count`. */
export function repeat(str: Address, count: number): Value {
  const q = str >> 2;
  const length = H[q + StrLayout.LENGTH];
  if (count <= 0 || length === 0) return S.EMPTY_STR;
  if (count === 1) return exactStr(str);
  if (length * count > STR_LENGTH_MAX) return raise('MemoryError');
  const kind = H[q + StrLayout.KIND];
  const bytes = kind & StrKind.BYTES_MASK;
  const result = newStrOf(length * count, bytes, (kind & StrKind.ASCII) !== 0);
  const to = result + StrLayout.DATA * 4;
  const size = length * bytes;
  if (size === 1) {
    U8.fill(U8[str + StrLayout.DATA * 4], to, to + count);
    return result;
  }
  copyBytes(to, str + StrLayout.DATA * 4, size);
  // Doubling: each round copies what is there already.
  const total = size * count;
  for (let done = size; done < total; ) {
    const more = done < total - done ? done : total - done;
    copyBytes(to + done, to, more);
    done += more;
  }
  return result;
}

/** BUILD_STRING: the strings in H[from, from + count), borrowed, one behind the other. */
export function buildStr(from: WordIndex, count: number): Value {
  return joinWords(S.EMPTY_STR, from, count);
}

/** The strs in H[from, from + count), all known to be strs, with `separator` between them. */
export function joinWords(separator: Address, from: WordIndex, count: number): Value {
  if (count === 0) return S.EMPTY_STR;
  if (count === 1) return exactStr(H[from]);
  let length = 0;
  let bytes = 1;
  let ascii = StrKind.ASCII as number;
  for (let i = 0; i < count; i++) {
    const q = H[from + i] >> 2;
    const kind = H[q + StrLayout.KIND];
    length += H[q + StrLayout.LENGTH];
    ascii &= kind;
    if ((kind & StrKind.BYTES_MASK) > bytes) bytes = kind & StrKind.BYTES_MASK;
  }
  const gap = H[(separator >> 2) + StrLayout.LENGTH];
  if (gap !== 0) {
    const kind = H[(separator >> 2) + StrLayout.KIND];
    length += gap * (count - 1);
    ascii &= kind;
    if ((kind & StrKind.BYTES_MASK) > bytes) bytes = kind & StrKind.BYTES_MASK;
  }
  if (length > STR_LENGTH_MAX) return raise('MemoryError');
  if (length === 0) return S.EMPTY_STR;
  const str = newStrOf(length, bytes, ascii !== 0);
  if (bytes === 1) {
    joinBytes(str + StrLayout.DATA * 4, separator, from, count);
    return length === 1 ? canonicalOne(str) : str;
  }
  let at = 0;
  for (let i = 0; i < count; i++) {
    const item = H[from + i];
    if (gap !== 0 && i !== 0) {
      copyCodes(str, at, separator, 0, gap);
      at += gap;
    }
    const size = H[(item >> 2) + StrLayout.LENGTH];
    copyCodes(str, at, item, 0, size);
    at += size;
  }
  return length === 1 ? canonicalOne(str) : str;
}

/** The common case of `joinWords`: all of one byte a character, and mostly short. */
function joinBytes(to: number, separator: Address, from: WordIndex, count: number): void {
  const gap = H[(separator >> 2) + StrLayout.LENGTH];
  const gapData = separator + StrLayout.DATA * 4;
  let at = to;
  for (let i = 0; i < count; i++) {
    if (i !== 0 && gap !== 0) {
      if (gap === 1) U8[at] = U8[gapData];
      else copyBytes(at, gapData, gap);
      at += gap;
    }
    const item = H[from + i];
    const size = H[(item >> 2) + StrLayout.LENGTH];
    const data = item + StrLayout.DATA * 4;
    if (size < 12) for (let k = 0; k < size; k++) U8[at + k] = U8[data + k];
    else copyBytes(at, data, size);
    at += size;
  }
}

/** A fresh one-character string (consumed) as the shared one. */
function canonicalOne(str: Address): Value {
  const code = codeAt(str, 0);
  if (code >= 256) return str;
  free(str, strWords(1, 1) << 2);
  return strOfCode(code);
}

/** Characters [start, end) of `str`, 0 <= start, end <= length. */
export function substring(str: Address, start: number, end: number): Value {
  const length = end - start;
  if (length <= 0) return S.EMPTY_STR;
  if (length === 1) return strOfCode(codeAt(str, start));
  const q = str >> 2;
  if (length === H[q + StrLayout.LENGTH]) return exactStr(str);
  if ((H[q + StrLayout.KIND] & StrKind.ASCII) !== 0) {
    return asciiPart(str + StrLayout.DATA * 4 + start, length);
  }
  const widest = widestOf(str, start, end);
  const part = newStrOf(length, widest < 256 ? 1 : widest < 0x10000 ? 2 : 4, widest < 128);
  narrowInto(part, str, start, length);
  return part;
}

/** From so many bytes on copyBytes knows better ways. */
const WORDWISE_MAX = 96;

/** The string of `length` ASCII characters, at least two, from byte `from` on. */
function asciiPart(from: number, length: number): Address {
  const part = newStrOf(length, 1, true);
  const to = (part >> 2) + StrLayout.DATA;
  if (length >= WORDWISE_MAX) {
    copyBytes(to << 2, from, length);
    return part;
  }
  // Whole words, each put together from two of the source: what stands behind the last character in its
  // word is of no account, and to read a word too much is harmless.
  const words = (length + 3) >> 2;
  const f = from >> 2;
  const shift = (from & 3) << 3;
  if (shift === 0) for (let i = 0; i < words; i++) H[to + i] = H[f + i];
  else {
    let low = H[f];
    for (let i = 0; i < words; i++) {
      const high = H[f + i + 1];
      H[to + i] = (low >>> shift) | (high << (32 - shift));
      low = high;
    }
  }
  return part;
}

/** A number with at least the bits of the widest character in [start, end). */
export function widestOf(str: Address, start: number, end: number): number {
  const bytes = H[(str >> 2) + StrLayout.KIND] & StrKind.BYTES_MASK;
  const data = str + StrLayout.DATA * 4;
  let widest = 0;
  if (bytes === 1) for (let i = start; i < end; i++) widest |= U8[data + i];
  else if (bytes === 2) for (let i = start; i < end; i++) widest |= U16[(data >> 1) + i];
  else for (let i = start; i < end; i++) widest |= U32[(data >> 2) + i];
  return widest;
}

/** Fills `target` with characters of a source that is as wide or wider, and whose characters fit. */
function narrowInto(target: Address, source: Address, start: number, count: number): void {
  const tb = H[(target >> 2) + StrLayout.KIND] & StrKind.BYTES_MASK;
  const sb = H[(source >> 2) + StrLayout.KIND] & StrKind.BYTES_MASK;
  const to = target + StrLayout.DATA * 4;
  const from = source + StrLayout.DATA * 4;
  if (tb === sb) copyBytes(to, from + start * sb, count * sb);
  else if (sb === 2) {
    for (let i = 0; i < count; i++) U8[to + i] = U16[(from >> 1) + start + i];
  } else if (tb === 1) {
    for (let i = 0; i < count; i++) U8[to + i] = U32[(from >> 2) + start + i];
  } else {
    for (let i = 0; i < count; i++) U16[(to >> 1) + i] = U32[(from >> 2) + start + i];
  }
}

/** Every `step`-th character from `start`, `count` of them (extended slices). */
export function strided(str: Address, start: number, step: number, count: number): Value {
  if (count === 0) return S.EMPTY_STR;
  let widest = 0;
  for (let i = 0; i < count; i++) widest |= codeAt(str, start + i * step);
  if (count === 1) return strOfCode(widest);
  const bytes = widest < 256 ? 1 : widest < 0x10000 ? 2 : 4;
  const result = newStrOf(count, bytes, widest < 128);
  const data = result + StrLayout.DATA * 4;
  for (let i = 0; i < count; i++) {
    const code = codeAt(str, start + i * step);
    if (bytes === 1) U8[data + i] = code;
    else if (bytes === 2) U16[(data >> 1) + i] = code;
    else U32[(data >> 2) + i] = code;
  }
  return result;
}
