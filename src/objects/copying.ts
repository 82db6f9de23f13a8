// @hot Copying inside the heap. The engine copies shared memory eight bytes at a time if source and
// target lie alike within eight bytes, and byte by byte otherwise; it also costs a call. So there are
// three ways, chosen by measurement: loops for little, the engine's copy for what lies alike, and for
// much that does not, a way around through memory of our own, where the engine's copy is not picky.

import type { WordIndex } from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';

/** From so many words on, the engine's copy of what lies alike beats a loop. */
const ALIKE_WORDS_MIN = 48;
/** From so many words on, the way around beats a loop. */
const AROUND_WORDS_MIN = 1500;
const AROUND_BYTES_MIN = 3000;
const CHUNK_WORDS = 8192;

/** Where the way around leads through; one lies as the source, the other as the target. */
const SOURCE_WORDS = new Int32Array(CHUNK_WORDS + 8);
const TARGET_WORDS = new Int32Array(CHUNK_WORDS + 8);
const SOURCE_BYTES = new Uint8Array(SOURCE_WORDS.buffer);
const TARGET_BYTES = new Uint8Array(TARGET_WORDS.buffer);

/** Copies `count` words; the areas may overlap. */
export function moveWords(to: WordIndex, from: WordIndex, count: number): void {
  if (count >= ALIKE_WORDS_MIN) {
    if (((to ^ from) & 1) === 0) {
      H.copyWithin(to, from, from + count);
      return;
    }
    if (count >= AROUND_WORDS_MIN) {
      moveAround(to, from, count);
      return;
    }
  }
  if (to < from) for (let i = 0; i < count; i++) H[to + i] = H[from + i];
  else for (let i = count - 1; i >= 0; i--) H[to + i] = H[from + i];
}

function moveAround(to: WordIndex, from: WordIndex, count: number): void {
  const forwards = to < from;
  for (let done = 0; done < count; done += CHUNK_WORDS) {
    const words = Math.min(CHUNK_WORDS, count - done);
    const at = forwards ? done : count - done - words;
    const s = (from + at) & 1;
    const t = (to + at) & 1;
    SOURCE_WORDS.set(H.subarray(from + at, from + at + words), s);
    TARGET_WORDS.set(SOURCE_WORDS.subarray(s, s + words), t);
    H.set(TARGET_WORDS.subarray(t, t + words), to + at);
  }
}

/** Copies bytes; the two ranges do not overlap. */
export function copyBytes(to: number, from: number, size: number): void {
  if (size < 8) {
    for (let i = 0; i < size; i++) U8[to + i] = U8[from + i];
    return;
  }
  if (size >= 96) {
    if (((to ^ from) & 7) === 0) {
      U8.copyWithin(to, from, from + size);
      return;
    }
    if (size >= AROUND_BYTES_MIN) {
      copyAround(to, from, size);
      return;
    }
  }
  copyShifted(to, from, size);
}

function copyAround(to: number, from: number, size: number): void {
  const chunk = CHUNK_WORDS * 4;
  const s = from & 7;
  const t = to & 7;
  for (let done = 0; done < size; done += chunk) {
    const bytes = Math.min(chunk, size - done);
    SOURCE_BYTES.set(U8.subarray(from + done, from + done + bytes), s);
    TARGET_BYTES.set(SOURCE_BYTES.subarray(s, s + bytes), t);
    U8.set(TARGET_BYTES.subarray(t, t + bytes), to + done);
  }
}

/** Whole words of the target, each put together from two of the source. */
function copyShifted(to: number, from: number, size: number): void {
  let i = 0;
  for (; ((to + i) & 3) !== 0; i++) U8[to + i] = U8[from + i];
  const words = (size - i) >> 2;
  const t = (to + i) >> 2;
  const f = (from + i) >> 2;
  const shift = ((from + i) & 3) << 3;
  if (shift === 0) for (let w = 0; w < words; w++) H[t + w] = H[f + w];
  else {
    let low = H[f];
    for (let w = 0; w < words; w++) {
      const high = H[f + w + 1];
      H[t + w] = (low >>> shift) | (high << (32 - shift));
      low = high;
    }
  }
  for (i += words << 2; i < size; i++) U8[to + i] = U8[from + i];
}
