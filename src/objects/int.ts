// @hot Integers. A small one is the word itself, `(n << 1) | 1` with 31 bits; anything else is a heap
// object: a signed count of 32-bit digits, then the digits of the magnitude, least significant first.
// Canonical: a value that fits a small int is never on the heap, so equality of small ones is `===`.

import { S, T } from '../heap/builtinTypes.ts';
import { type Address, IntLayout, type Value } from '../heap/layout.ts';
import { H, U32 } from '../heap/memory.ts';
import { newObject } from './object.ts';

export const SMALL_MAX = 0x3fffffff;
export const SMALL_MIN = -0x40000000;

export const isSmall = (value: Value): boolean => (value & 1) !== 0;
export const tag = (n: number): Value => (n << 1) | 1;
export const untag = (value: Value): number => value >> 1;

/** An owned int from a JavaScript number that is an integer of at most 2**53. */
export function newInt(n: number): Value {
  if (n >= SMALL_MIN && n <= SMALL_MAX) return (n << 1) | 1;
  const magnitude = Math.abs(n);
  const high = Math.floor(magnitude / 0x100000000);
  const digits = high === 0 ? 1 : 2;
  const int = newObject(T.INT, IntLayout.DATA + digits);
  const q = int >> 2;
  H[q + IntLayout.DIGITS] = n < 0 ? -digits : digits;
  H[q + IntLayout.DATA] = magnitude | 0;
  if (digits === 2) H[q + IntLayout.DATA + 1] = high | 0;
  return int;
}

/** An owned int from the two words of a number of 64 bits with its sign. */
export function ofSignedWords(low: number, high: number): Value {
  if (low >> 31 === high) return newInt(low);
  const negative = high < 0;
  const l = negative ? -low | 0 : low;
  const h = negative ? (low === 0 ? -high | 0 : ~high) : high;
  const digits = h === 0 ? 1 : 2;
  const int = newObject(T.INT, IntLayout.DATA + digits);
  const q = int >> 2;
  H[q + IntLayout.DIGITS] = negative ? -digits : digits;
  H[q + IntLayout.DATA] = l;
  if (digits === 2) H[q + IntLayout.DATA + 1] = h;
  return int;
}

/** Where a BigInt of up to 1024 bits is put together and taken apart, 64 bits at a time. */
const HALVES = new BigUint64Array(16);
const WORDS = new Uint32Array(HALVES.buffer);

/** An owned int of any size. */
export function newBigInt(n: bigint): Value {
  const rounded = Number(n);
  if (rounded <= Number.MAX_SAFE_INTEGER && rounded >= -Number.MAX_SAFE_INTEGER) {
    return newInt(rounded);
  }
  if (!Number.isFinite(rounded)) return newLongInt(n);
  let rest = n < 0n ? -n : n;
  let count = 0;
  for (; rest !== 0n; rest >>= 64n) HALVES[count++] = rest;
  const digits = 2 * count - (WORDS[2 * count - 1] === 0 ? 1 : 0);
  const int = newObject(T.INT, IntLayout.DATA + digits);
  const q = int >> 2;
  H[q + IntLayout.DIGITS] = n < 0n ? -digits : digits;
  for (let i = 0; i < digits; i++) U32[q + IntLayout.DATA + i] = WORDS[i] as number;
  return int;
}

/** Values of the characters of hexadecimal digits. */
const NIBBLES = new Uint8Array(128);
/** The two characters of a byte in hexadecimal, as they lie in memory. */
const PAIRS = new Uint16Array(256);
const HEX = '0123456789abcdef';
for (let i = 0; i < 16; i++) NIBBLES[HEX.charCodeAt(i)] = i;
for (let i = 0; i < 256; i++) PAIRS[i] = HEX.charCodeAt(i >> 4) | (HEX.charCodeAt(i & 15) << 8);

/** Beyond 1024 bits: by way of hexadecimal text, which V8 writes and reads in linear time. */
function newLongInt(n: bigint): Value {
  const hex = (n < 0n ? -n : n).toString(16);
  const digits = (hex.length + 7) >> 3;
  const int = newObject(T.INT, IntLayout.DATA + digits);
  const q = int >> 2;
  H[q + IntLayout.DIGITS] = n < 0n ? -digits : digits;
  let end = hex.length;
  for (let i = 0; i < digits; i++) {
    let digit = 0;
    for (let k = Math.max(0, end - 8); k < end; k++) {
      digit = (digit << 4) | (NIBBLES[hex.charCodeAt(k)] as number);
    }
    H[q + IntLayout.DATA + i] = digit;
    end -= 8;
  }
  return int;
}

const decoder = new TextDecoder();

function longMagnitude(from: number, digits: number): bigint {
  const text = new Uint16Array(digits * 4);
  let at = 0;
  for (let i = from + digits - 1; i >= from; i--) {
    const digit = H[i];
    text[at++] = PAIRS[digit >>> 24] as number;
    text[at++] = PAIRS[(digit >>> 16) & 0xff] as number;
    text[at++] = PAIRS[(digit >>> 8) & 0xff] as number;
    text[at++] = PAIRS[digit & 0xff] as number;
  }
  return BigInt(`0x${decoder.decode(text)}`);
}

/** Number of digits of a heap int (or 0 for an int-like heap object holding zero, such as a subclass instance). */
export const digitCount = (int: Address): number => Math.abs(H[(int >> 2) + IntLayout.DIGITS]);

/** The value of an int (small or heap, bool included) as a bigint. */
export function toBigInt(value: Value): bigint {
  if ((value & 1) !== 0) return BigInt(value >> 1);
  if (value === S.TRUE) return 1n;
  if (value === S.FALSE) return 0n;
  const q = value >> 2;
  const count = H[q + IntLayout.DIGITS];
  const digits = Math.abs(count);
  if (digits > 2 * HALVES.length) {
    const magnitude = longMagnitude(q + IntLayout.DATA, digits);
    return count < 0 ? -magnitude : magnitude;
  }
  const halves = (digits + 1) >> 1;
  if (halves === 0) return 0n;
  WORDS[2 * halves - 1] = 0;
  for (let i = 0; i < digits; i++) WORDS[i] = U32[q + IntLayout.DATA + i];
  let n = HALVES[halves - 1] as bigint;
  for (let i = halves - 2; i >= 0; i--) n = (n << 64n) | (HALVES[i] as bigint);
  return count < 0 ? -n : n;
}

/** The value as a JavaScript number: exact up to 2**53, else the nearest; Infinity beyond a double's range. */
export function toNumber(value: Value): number {
  if ((value & 1) !== 0) return value >> 1;
  if (value === S.TRUE) return 1;
  if (value === S.FALSE) return 0;
  const q = value >> 2;
  const count = H[q + IntLayout.DIGITS];
  if (count === 1) return U32[q + IntLayout.DATA] as number;
  if (count === -1) return -(U32[q + IntLayout.DATA] as number);
  if (count === 2 || count === -2) {
    // Both words are exact, so their sum is rounded once.
    const n =
      (U32[q + IntLayout.DATA + 1] as number) * 0x100000000 + (U32[q + IntLayout.DATA] as number);
    return count < 0 ? -n : n;
  }
  return Number(toBigInt(value));
}
