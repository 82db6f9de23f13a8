// @hot A thread's stack of frames: chunks of words in the heap. A frame lies within one chunk; a call
// that finds no room opens a new chunk, and its frame is marked (Frame.ACTION_CHUNK) so that the chunk
// is closed when it returns.

import { allocateRaw, freeRaw } from '../executors/policy.ts';
import { Thread, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';

/** First words of a chunk: previous chunk (word index), size in words, limit of the previous chunk. */
const enum Chunk {
  PREVIOUS = 0,
  SIZE = 1,
  HEADER_WORDS = 4,
}

const FIRST_WORDS = 8 * 1024;
const GROWN_WORDS = 64 * 1024;

/** Gives a thread its first chunk. */
export function openStack(thread: WordIndex): void {
  const chunk = newChunk(FIRST_WORDS, 0);
  useChunk(thread, chunk);
}

function newChunk(words: number, previous: WordIndex): WordIndex {
  const chunk = allocateRaw(words * 4) >> 2;
  H[chunk + Chunk.PREVIOUS] = previous;
  H[chunk + Chunk.SIZE] = words;
  return chunk;
}

function useChunk(thread: WordIndex, chunk: WordIndex): void {
  H[thread + Thread.STACK_CHUNK] = chunk;
  H[thread + Thread.STACK_BASE] = chunk + Chunk.HEADER_WORDS;
  H[thread + Thread.STACK_LIMIT] = chunk + H[chunk + Chunk.SIZE];
}

/** Opens a further chunk with room for `words`; returns where its first frame begins. */
export function openChunk(thread: WordIndex, words: number): WordIndex {
  const size = Math.max(GROWN_WORDS, words + Chunk.HEADER_WORDS + 64);
  useChunk(thread, newChunk(size, H[thread + Thread.STACK_CHUNK]));
  return H[thread + Thread.STACK_BASE];
}

/** Closes the newest chunk: its first frame has returned. */
export function closeChunk(thread: WordIndex): void {
  const chunk = H[thread + Thread.STACK_CHUNK];
  const previous = H[chunk + Chunk.PREVIOUS];
  const size = H[chunk + Chunk.SIZE];
  useChunk(thread, previous);
  freeRaw(chunk << 2, size * 4);
}

/** Frees all chunks of a thread that has ended. */
export function closeStack(thread: WordIndex): void {
  for (let chunk = H[thread + Thread.STACK_CHUNK]; chunk !== 0; ) {
    const previous = H[chunk + Chunk.PREVIOUS];
    freeRaw(chunk << 2, H[chunk + Chunk.SIZE] * 4);
    chunk = previous;
  }
  H[thread + Thread.STACK_CHUNK] = 0;
}
