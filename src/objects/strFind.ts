// @hot Searching in strings, on the bytes in the heap. One-byte text, by far the most common, has its own
// loops; a needle that is wider than the text cannot occur in it, because strings are canonical.
//
// The search looks at a window's first and last character before it compares the rest: no tables, fast on
// ordinary text, and quadratic only on made-up input.

import { type Address, StrKind, StrLayout } from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { codeAt } from './str.ts';

const kindBytes = (str: Address): number => H[(str >> 2) + StrLayout.KIND] & StrKind.BYTES_MASK;
const lengthOf = (str: Address): number => H[(str >> 2) + StrLayout.LENGTH];

/** Whether `needle` stands in `text` at `at`; there must be room for it. */
export function matchesAt(text: Address, at: number, needle: Address): boolean {
  const count = lengthOf(needle);
  if (kindBytes(text) === 1) {
    if (kindBytes(needle) !== 1) return false;
    const t = text + StrLayout.DATA * 4 + at;
    const n = needle + StrLayout.DATA * 4;
    for (let i = 0; i < count; i++) if (U8[t + i] !== U8[n + i]) return false;
    return true;
  }
  for (let i = 0; i < count; i++) if (codeAt(text, at + i) !== codeAt(needle, i)) return false;
  return true;
}

/** First index in [start, end) at which `needle` begins and fits, or -1. */
export function findStr(text: Address, needle: Address, start: number, end: number): number {
  const count = lengthOf(needle);
  const last = end - count;
  if (last < start) return -1;
  if (count === 0) return start;
  if (kindBytes(needle) > kindBytes(text)) return -1;
  if (kindBytes(text) !== 1) return findWide(text, needle, start, last);
  const t = text + StrLayout.DATA * 4;
  const n = needle + StrLayout.DATA * 4;
  const first = U8[n];
  if (count === 1) {
    const at = findByte(first, t + start, t + last + 1);
    return at < 0 ? -1 : at - t;
  }
  const tail = U8[n + count - 1];
  for (let i = t + start; i <= t + last; i++) {
    if (U8[i] !== first || U8[i + count - 1] !== tail) continue;
    let k = 1;
    while (k < count && U8[i + k] === U8[n + k]) k++;
    if (k === count) return i - t;
  }
  return -1;
}

/** Byte address in [from, to) of the first byte of that value, or -1. */
function findByte(byte: number, from: number, to: number): number {
  let i = from;
  if (to - from >= WORDWISE_MIN) {
    for (; (i & 3) !== 0; i++) if (U8[i] === byte) return i;
    const pattern = Math.imul(byte, 0x01010101);
    // A word without the byte: no byte of the difference is zero (A. Mycroft).
    for (const end = to - 3; i < end; i += 4) {
      const difference = H[i >> 2] ^ pattern;
      if (((difference - 0x01010101) & ~difference & 0x80808080) !== 0) break;
    }
  }
  for (; i < to; i++) if (U8[i] === byte) return i;
  return -1;
}

/** From so many bytes on whole words are looked at. */
const WORDWISE_MIN = 16;

/** Number of bytes of that value in [from, to). */
function countByte(byte: number, from: number, to: number): number {
  let count = 0;
  let i = from;
  if (to - from >= WORDWISE_MIN) {
    for (; (i & 3) !== 0; i++) if (U8[i] === byte) count++;
    const pattern = Math.imul(byte, 0x01010101);
    for (const end = to - 3; i < end; i += 4) {
      const difference = H[i >> 2] ^ pattern;
      // The upper bit of each byte that is zero, then their sum in the upper byte.
      const zeros = ~(((difference & 0x7f7f7f7f) + 0x7f7f7f7f) | difference | 0x7f7f7f7f);
      if (zeros !== 0) count += Math.imul(zeros >>> 7, 0x01010101) >>> 24;
    }
  }
  for (; i < to; i++) if (U8[i] === byte) count++;
  return count;
}

function findWide(text: Address, needle: Address, start: number, last: number): number {
  const first = codeAt(needle, 0);
  for (let i = start; i <= last; i++) {
    if (codeAt(text, i) === first && matchesAt(text, i, needle)) return i;
  }
  return -1;
}

/** Last index in [start, end) at which `needle` begins and fits, or -1. */
export function rfindStr(text: Address, needle: Address, start: number, end: number): number {
  const count = lengthOf(needle);
  const last = end - count;
  if (last < start) return -1;
  if (count === 0) return last;
  if (kindBytes(needle) > kindBytes(text)) return -1;
  const first = codeAt(needle, 0);
  for (let i = last; i >= start; i--) {
    if (codeAt(text, i) === first && matchesAt(text, i, needle)) return i;
  }
  return -1;
}

/** Number of non-overlapping occurrences in [start, end). */
export function countStr(text: Address, needle: Address, start: number, end: number): number {
  const count = lengthOf(needle);
  if (end < start) return 0;
  if (count === 0) return end - start + 1;
  if (count === 1 && kindBytes(text) === 1 && kindBytes(needle) === 1) {
    const data = text + StrLayout.DATA * 4;
    return countByte(U8[needle + StrLayout.DATA * 4], data + start, data + end);
  }
  let found = 0;
  for (let i = findStr(text, needle, start, end); i >= 0; ) {
    found++;
    i = findStr(text, needle, i + count, end);
  }
  return found;
}
