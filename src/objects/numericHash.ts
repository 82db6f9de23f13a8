// Hashes of numbers, tuples of them and the like. Inside the machine a hash has 32 bits: the low half of CPython's,
// but that -1 is no special case. What `hash(x)` shows is CPython's full value: reduction modulo the
// prime 2**61 - 1 for numbers (so that 1 == 1.0 == True hash alike), xxHash for tuples since 3.8.

import { S, T } from '../heap/builtinTypes.ts';
import { BytesLayout, TupleLayout, TypeFlag, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { decompose } from './bigNumbers.ts';
import { floatValue } from './float.ts';
import { ofSignedWords, toBigInt } from './int.ts';
import { exactDouble } from './intArithmetic.ts';
import { hashLimbs } from './limbs.ts';
import { isFloat, isInt } from './protocol.ts';
import { setKeyAt, setNext, setSize } from './set.ts';
import { flagsOf, typeOf } from './slots.ts';

const PRIME = (1n << 61n) - 1n;
const INFINITY_HASH = 314159;

/** Heap hash of an int: equal to that of the float of the same value. */
export function hashOfInt(value: Value): number {
  const n = exactDouble(value);
  return !Number.isNaN(n) ? n | 0 : hashLimbs(value);
}

const reduce = (n: bigint): bigint => n % PRIME; // the sign of n, as CPython's
const low = (n: bigint): number => Number(BigInt.asIntN(32, n));

const words = new Int32Array(2);
const double = new Float64Array(words.buffer);

/** Heap hash of a float; NaN hashes by identity, so that each is a key of its own. */
export function hashOfFloat(float: Value): number {
  const x = floatValue(float);
  if (Number.isInteger(x)) return Math.abs(x) < 2 ** 53 ? x | 0 : low(reduce(BigInt(x)));
  if (Number.isNaN(x)) return float >> 3;
  if (!Number.isFinite(x)) return x > 0 ? INFINITY_HASH : -INFINITY_HASH;
  double[0] = x;
  return Math.imul((words[0] as number) ^ Math.imul(words[1] as number, 0x9e3779b1), 0x85ebca6b);
}

const isEmptyBytes = (value: Value): boolean =>
  typeOf(value) === T.BYTES && H[(value >> 2) + BytesLayout.LENGTH] === 0;

/**
 * CPython's `hash(x)` where it is the same in every run: of numbers, of empty strings and of tuples and
 * frozensets of such; undefined for anything else.
 */
export function pythonHash(value: Value): bigint | undefined {
  if (isInt(value)) return notMinusOne(reduce(toBigInt(value)));
  if (isFloat(value)) return floatHash(value);
  if (value === S.NONE) return undefined;
  if (value === S.EMPTY_STR || isEmptyBytes(value)) return 0n;
  const type = typeOf(value);
  if (type === T.TUPLE) return tupleHash(value);
  return type === T.FROZENSET ? frozensetHash(value) : undefined;
}

/** The same for the `__hash__` of a builtin type called with an instance of a subtype. */
export function inheritedHash(value: Value): bigint | undefined {
  if ((value & 1) !== 0) return pythonHash(value);
  const flags = flagsOf(typeOf(value));
  if ((flags & TypeFlag.TUPLE) !== 0) return tupleHash(value);
  return (flags & TypeFlag.FROZENSET) !== 0 ? frozensetHash(value) : pythonHash(value);
}

const notMinusOne = (hash: bigint): bigint => (hash === -1n ? -2n : hash);

function floatHash(float: Value): bigint {
  const x = floatValue(float);
  if (Number.isNaN(x)) return BigInt(float >>> 3);
  if (!Number.isFinite(x)) return BigInt(x > 0 ? INFINITY_HASH : -INFINITY_HASH);
  const { mantissa, exponent } = decompose(x);
  // 2**61 is 1 modulo the prime, so powers of two are rotations of 61 bits.
  const turn = BigInt(((exponent % 61) + 61) % 61);
  const hash = ((mantissa < 0n ? -mantissa : mantissa) << turn) % PRIME;
  return notMinusOne(x < 0 ? -hash : hash);
}

const XX1 = 11400714785074694791n;
const XX2 = 14029467366897019727n;
const XX5 = 2870177450012600261n;
const MASK = (1n << 64n) - 1n;

/** xxHash's 64-bit round over the items' hashes (Y. Collet), as CPython adapts it. */
function tupleHash(tuple: Value): bigint | undefined {
  const length = H[(tuple >> 2) + TupleLayout.LENGTH];
  const items = (tuple >> 2) + TupleLayout.ITEMS;
  if (isOfSmallInts(tuple)) {
    hashSmallTuple(tuple);
    return asLong();
  }
  for (let i = 0; i < length; i++) {
    const item = H[items + i];
    if ((item & 1) === 0 && typeOf(item) === T.STR && item !== S.EMPTY_STR) return undefined;
  }
  let acc = XX5;
  for (let i = 0; i < length; i++) {
    const lane = pythonHash(H[(tuple >> 2) + TupleLayout.ITEMS + i]);
    if (lane === undefined) return undefined;
    acc = (acc + BigInt.asUintN(64, lane) * XX2) & MASK;
    acc = ((acc << 31n) | (acc >> 33n)) & MASK;
    acc = (acc * XX1) & MASK;
  }
  acc = (acc + (BigInt(length) ^ (XX5 ^ 3527539n))) & MASK;
  return acc === MASK ? 1546275796n : BigInt.asIntN(64, acc);
}

/** A tuple of small ints only: its hash is mixed on pairs of words. */
function isOfSmallInts(tuple: Value): boolean {
  if ((tuple & 1) !== 0 || typeOf(tuple) !== T.TUPLE) return false;
  const end = (tuple >> 2) + TupleLayout.ITEMS + H[(tuple >> 2) + TupleLayout.LENGTH];
  let all = 1;
  for (let i = (tuple >> 2) + TupleLayout.ITEMS; i < end; i++) all &= H[i];
  return all !== 0;
}

/** As pythonHash, but an owned int; 0 for undefined. */
export function hashAsInt(value: Value): Value {
  return hashElement(value) ? ofSignedWords(low32, high) : 0;
}

/** A 64-bit number as two words; what `multiply` leaves its product in. */
let high = 0;
let low32 = 0;
const wide = new BigInt64Array(1);
const halves = new Int32Array(wide.buffer);
const HIGH1 = Number(BigInt.asIntN(32, XX1 >> 32n));
const LOW1 = low(XX1);
const HIGH2 = Number(BigInt.asIntN(32, XX2 >> 32n));
const LOW2 = low(XX2);
const HIGH5 = Number(BigInt.asIntN(32, XX5 >> 32n));
const LOW5 = low(XX5);
const LOW_OF_LENGTH = LOW5 ^ 3527539;

/** The lower 64 bits of the product, into `high` and `low32`. */
function multiply(ah: number, al: number, bh: number, bl: number): void {
  const a0 = al & 0xffff;
  const a1 = al >>> 16;
  const b0 = bl & 0xffff;
  const b1 = bl >>> 16;
  const first = Math.imul(a0, b0);
  const middle = (Math.imul(a1, b0) + (first >>> 16)) | 0;
  const second = (Math.imul(a0, b1) + (middle & 0xffff)) | 0;
  const carried = (Math.imul(a1, b1) + (middle >>> 16) + (second >>> 16)) | 0;
  low32 = (second << 16) | (first & 0xffff);
  high = (carried + Math.imul(ah, bl) + Math.imul(al, bh)) | 0;
}

/** `high` and `low32` become themselves plus a number of two words. */
function addTo(h: number, l: number): void {
  const sum = (l + low32) | 0;
  high = (h + high + (((l & low32) | ((l | low32) & ~sum)) >>> 31)) | 0;
  low32 = sum;
}

/** The hash of a tuple of small ints, into `high` and `low32`. */
function hashSmallTuple(tuple: Value): void {
  const length = H[(tuple >> 2) + TupleLayout.LENGTH];
  const items = (tuple >> 2) + TupleLayout.ITEMS;
  let h = HIGH5;
  let l = LOW5;
  for (let i = 0; i < length; i++) {
    const n = H[items + i] >> 1;
    const lane = n === -1 ? -2 : n;
    multiply(lane >> 31, lane, HIGH2, LOW2);
    addTo(h, l);
    // Turned left by 31 bits.
    multiply((high << 31) | (low32 >>> 1), (low32 << 31) | (high >>> 1), HIGH1, LOW1);
    h = high;
    l = low32;
  }
  high = h;
  low32 = l;
  addTo(HIGH5, length ^ LOW_OF_LENGTH);
  if ((high & low32) === -1) {
    high = 0;
    low32 = 1546275796;
  }
}

/** What `high` and `low32` hold. */
function asLong(): bigint {
  halves[0] = low32;
  halves[1] = high;
  return wide[0] as bigint;
}

/** Independent of order: CPython scatters the elements' hashes and combines them by xor. */
function frozensetHash(set: Value): bigint | undefined {
  return hashFrozenset(set) ? asLong() : undefined;
}

/**
 * The hash of a frozenset, into `high` and `low32`; false if it is not the same in every run. Nobody changes
 * it, so it needs no lock.
 */
function hashFrozenset(set: Value): boolean {
  multiply(0, setSize(set) + 1, 0, 1927868237);
  let h = high;
  let l = low32;
  for (let p = setNext(set, 0); p !== 0; p = setNext(set, p)) {
    if (!hashElement(setKeyAt(set, p))) return false;
    const first = high ^ ((high << 16) | (low32 >>> 16));
    multiply(first, low32 ^ 89869747 ^ (low32 << 16), 0, 3644798167 | 0);
    h ^= high;
    l ^= low32;
  }
  const second = h ^ (h >>> 11) ^ (h >>> 25);
  multiply(second, l ^ ((l >>> 11) | (h << 21)) ^ ((l >>> 25) | (h << 7)), 0, 69069);
  addTo(0, 907133923);
  if ((high & low32) === -1) {
    high = 0;
    low32 = 590923713;
  }
  return true;
}

/** As pythonHash, into `high` and `low32`; false for undefined. */
function hashElement(value: Value): boolean {
  if ((value & 1) !== 0) {
    const n = value >> 1;
    low32 = n === -1 ? -2 : n;
    high = low32 >> 31;
    return true;
  }
  if (isOfSmallInts(value)) {
    hashSmallTuple(value);
    return true;
  }
  if (typeOf(value) === T.FROZENSET) return hashFrozenset(value);
  const known = pythonHash(value);
  if (known === undefined) return false;
  wide[0] = known;
  low32 = halves[0] as number;
  high = halves[1] as number;
  return true;
}
