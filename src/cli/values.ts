// Option values from text to types. A value that cannot be read says which one, and what would be right.

import { UsageError } from './usageError.ts';

/** A whole number in `min`..`max`. */
export function parseWhole(option: string, text: string, min: number, max: number): number {
  const value = /^[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new UsageError(`${option} takes a whole number from ${min} to ${max}, not '${text}'`);
}

/** The list `1,2,4`, each in `min`..`max`, without repetitions. */
export function parseWholeList(option: string, text: string, min: number, max: number): number[] {
  const values = text.split(',').map((part) => parseWhole(option, part.trim(), min, max));
  return [...new Set(values)];
}

/** One of the known words. */
export function parseWord<Word extends string>(
  option: string,
  text: string,
  known: readonly Word[],
): Word {
  const found = known.find((word) => word === text);
  if (found !== undefined) return found;
  throw new UsageError(`${option} knows no '${text}'; there are ${known.join(', ')}`);
}

/** `a,b`, each one of the known words. */
export function parseWords<Word extends string>(
  option: string,
  text: string,
  known: readonly Word[],
): Word[] {
  return [...new Set(text.split(',').map((part) => parseWord(option, part.trim(), known)))];
}

const UNITS: Readonly<Record<string, number>> = { k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** Smallest heap that holds the boot heap and a little program. */
export const HEAP_MIN = 16 * 2 ** 20;
/** Addresses are 32-bit words with a sign. */
export const HEAP_MAX = 2 * 2 ** 30 - 2 ** 16;
/** Heaps are made of pages. */
const HEAP_STEP = 2 ** 16;

/** A heap size in bytes, from `256m`, `1g`, `65536k` or a count of bytes; whole pages. */
export function parseHeapBytes(option: string, text: string): number {
  const match = /^(\d{1,12}(?:\.\d{1,3})?)([kmg]?)(?:i?b)?$/i.exec(text);
  const bytes =
    match === null ? Number.NaN : Number(match[1]) * (UNITS[match[2].toLowerCase()] ?? 1);
  if (Number.isNaN(bytes)) {
    throw new UsageError(`${option} takes a size like 256m or 1g, not '${text}'`);
  }
  // "2g" is what people write for all that there is.
  const wanted = bytes === 2 ** 31 ? HEAP_MAX : bytes;
  if (wanted < HEAP_MIN || wanted > HEAP_MAX) {
    throw new UsageError(`${option} takes a size from 16m to 2g, not '${text}'`);
  }
  return Math.floor(wanted / HEAP_STEP) * HEAP_STEP;
}
