// The boot heap as a file: what worker 0 would lay out, taken once at build time (host/node/precompile.ts)
// and copied into the buffer of a run that starts.
//
// It holds the blocks of the buffer that are not all zero, up to the last page in use. Nothing in it may
// depend on the run: the size of the heap is set anew after the copy (initialize.ts), argv, environment
// and settings come later (engine/machine.ts). It fits one build of the machine only, since it is full of
// numbers that other code gives meaning to (slots, natives, addresses of types); hence the id.
//
//   words    magic | id, 4 words | count of runs | per run: first word, words | the runs' words

import { Machine, Region } from './layout.ts';

/** Name of the image of an executor, in the distribution. */
export const imageName = (executor: string): string => `boot/${executor}.img`;

const MAGIC = 0x676c6931; // "1ilg" as bytes
const enum Head {
  MAGIC = 0,
  ID = 1,
  ID_WORDS = 4,
  RUNS = 5,
  WORDS = 6,
}
/** The coordinator may set it, on Ctrl-C, before and while the image is copied. */
const INTERRUPTED = (Region.MACHINE >> 2) + Machine.INTERRUPTED;
/** Zero blocks of this many words are left out. */
const BLOCK_WORDS = 64;

/** The image of a heap that is laid out and has run nothing; `id` is that of the machine's bundle. */
export function takeImage(words: Int32Array, id: string): Int32Array {
  const end = (words[(Region.MACHINE >> 2) + Machine.PAGE_NEXT] * Region.PAGE_BYTES) >> 2;
  const runs: number[] = [];
  for (let at = 0; at < end; at += BLOCK_WORDS) {
    if (isZero(words, at, at + BLOCK_WORDS)) continue;
    const last = runs.length - 2;
    if (last >= 0 && runs[last] + runs[last + 1] === at) runs[last + 1] += BLOCK_WORDS;
    else runs.push(at, BLOCK_WORDS);
  }
  leaveOut(INTERRUPTED, runs);
  const parts = [Int32Array.of(MAGIC, ...idWords(id), runs.length / 2), Int32Array.from(runs)];
  for (let i = 0; i < runs.length; i += 2) parts.push(words.slice(runs[i], runs[i] + runs[i + 1]));
  const image = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    image.set(part, at);
    at += part.length;
  }
  return image;
}

/**
 * Copies an image into an empty heap. False, with nothing copied, if it is of another build than `id` or
 * does not fit: then the heap is to be laid out.
 */
export function layImage(image: Int32Array, id: string, words: Int32Array): boolean {
  if (id === '' || image[Head.MAGIC] !== MAGIC) return false;
  if (idWords(id).some((word, i) => image[Head.ID + i] !== word)) return false;
  const firstData = Head.WORDS + 2 * image[Head.RUNS];
  let from = firstData;
  for (let i = Head.WORDS; i < firstData; i += 2) {
    if (image[i] + image[i + 1] > words.length) return false;
    from += image[i + 1];
  }
  if (from !== image.length) return false;
  // Backwards, so that the main thread's state is there when the control block, which is first, names it.
  for (let i = firstData - 2; i >= Head.WORDS; i -= 2) {
    const data = image.subarray(from - image[i + 1], from);
    words.set(data, image[i]);
    from -= data.length;
  }
  return true;
}

/** Splits the run that has the word. */
function leaveOut(word: number, runs: number[]): void {
  for (let i = 0; i < runs.length; i += 2) {
    const [first, count] = [runs[i], runs[i + 1]];
    if (first > word || word >= first + count) continue;
    runs.splice(i, 2, first, word - first, word + 1, first + count - word - 1);
    return;
  }
}

/** An id of 32 hexadecimal digits as words. */
function idWords(id: string): number[] {
  return Array.from(
    { length: Head.ID_WORDS },
    (_, i) => Number.parseInt(id.slice(8 * i, 8 * i + 8), 16) | 0,
  );
}

function isZero(words: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words[i] !== 0) return false;
  return true;
}
