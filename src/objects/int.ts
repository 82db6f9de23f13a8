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
  U32[q + IntLayout.DATA] = magnitude % 0x100000000;
  if (digits === 2) U32[q + IntLayout.DATA + 1] = high;
  return int;
}

/** An owned int of any size. */
export function newBigInt(n: bigint): Value {
  if (n >= BigInt(SMALL_MIN) && n <= BigInt(SMALL_MAX)) return (Number(n) << 1) | 1;
  let magnitude = n < 0n ? -n : n;
  if (magnitude < 0x20000000000000n) return newInt(Number(n));
  const hex = magnitude.toString(16);
  const digits = (hex.length + 7) >> 3;
  const int = newObject(T.INT, IntLayout.DATA + digits);
  const q = int >> 2;
  H[q + IntLayout.DIGITS] = n < 0n ? -digits : digits;
  if (digits <= 4) {
    for (let i = 0; i < digits; i++) {
      U32[q + IntLayout.DATA + i] = Number(magnitude & 0xffffffffn);
      magnitude >>= 32n;
    }
    return int;
  }
  for (let i = 0; i < digits; i++) {
    const end = hex.length - 8 * i;
    U32[q + IntLayout.DATA + i] = Number.parseInt(hex.slice(Math.max(0, end - 8), end), 16);
  }
  return int;
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
  let n = 0n;
  if (digits <= 4) {
    for (let i = digits - 1; i >= 0; i--)
      n = (n << 32n) | BigInt(U32[q + IntLayout.DATA + i] as number);
  } else {
    let hex = '0x';
    for (let i = digits - 1; i >= 0; i--) {
      hex += (U32[q + IntLayout.DATA + i] as number).toString(16).padStart(8, '0');
    }
    n = BigInt(hex);
  }
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
  return Number(toBigInt(value));
}
