// The only words of the project that call `Atomics`. All operations are sequentially consistent
// (that is all that JavaScript has); a caller's comment says what it publishes and with what it pairs.

export type Words = Int32Array;

export const atomicLoad = (words: Words, index: number): number => Atomics.load(words, index);
export const atomicStore = (words: Words, index: number, value: number): number =>
  Atomics.store(words, index, value);
export const atomicAdd = (words: Words, index: number, by: number): number =>
  Atomics.add(words, index, by);
export const atomicSub = (words: Words, index: number, by: number): number =>
  Atomics.sub(words, index, by);
export const atomicOr = (words: Words, index: number, bits: number): number =>
  Atomics.or(words, index, bits);
export const atomicAnd = (words: Words, index: number, bits: number): number =>
  Atomics.and(words, index, bits);
export const atomicExchange = (words: Words, index: number, value: number): number =>
  Atomics.exchange(words, index, value);
/** Returns the value found; it was replaced exactly if that equals `expected`. */
export const compareExchange = (
  words: Words,
  index: number,
  expected: number,
  replacement: number,
): number => Atomics.compareExchange(words, index, expected, replacement);

export const compareExchangeByte = (
  bytes: Uint8Array,
  index: number,
  expected: number,
  replacement: number,
): number => Atomics.compareExchange(bytes, index, expected, replacement);
export const exchangeByte = (bytes: Uint8Array, index: number, value: number): number =>
  Atomics.exchange(bytes, index, value);

export const enum Wake {
  NOTIFIED = 0,
  CHANGED = 1,
  TIMED_OUT = 2,
}

/**
 * Sleeps until somebody wakes this word, if it still holds `expected`.
 * @param milliseconds Infinity waits for ever.
 */
export function park(words: Words, index: number, expected: number, milliseconds: number): Wake {
  const result = Atomics.wait(words, index, expected, milliseconds);
  return result === 'ok' ? Wake.NOTIFIED : result === 'not-equal' ? Wake.CHANGED : Wake.TIMED_OUT;
}

/** Wakes up to `count` sleepers on this word; returns how many there were. */
export const unpark = (words: Words, index: number, count: number): number =>
  Atomics.notify(words, index, count);
