// The module `_random`: the Mersenne Twister MT19937 (M. Matsumoto, T. Nishimura 1998), whose state lies
// in the heap object, so that every worker continues the same sequence. Each operation that steps the state
// holds the object's lock, as CPython's do under the GIL: two threads never get the same number.

import { decref, lock, unlock } from '../../executors/policy.ts';
import { boot } from '../../heap/boot.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import {
  type Address,
  RandomLayout,
  TupleLayout,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { H, U32 } from '../../heap/memory.ts';
import { defineModule, defineType } from '../../objects/define.ts';
import { newFloat } from '../../objects/float.ts';
import { freeInstance } from '../../objects/instanceSize.ts';
import { newBigInt, newInt, toBigInt } from '../../objects/int.ts';
import { noArgs, oneArg, positional } from '../../objects/natives.ts';
import { bigIndexOf, namedCount } from '../../objects/numberConversion.ts';
import { pythonHash } from '../../objects/numericHash.ts';
import { newClearedObject } from '../../objects/object.ts';
import { hasFlag, hash, indexOf, isInt } from '../../objects/protocol.ts';
import { raise, typeError, valueError } from '../../objects/raise.ts';
import { tupleOf } from '../../objects/tuple.ts';

const N = 624;
const M = 397;
const UPPER = 0x80000000;
const LOWER = 0x7fffffff;

const stateOf = (random: Address): WordIndex => (random >> 2) + RandomLayout.STATE;

/** The next 32 random bits; under the object's lock. */
function nextWord(random: Address): number {
  const at = (random >> 2) + RandomLayout.INDEX;
  if (H[at] >= N) regenerate(stateOf(random), at);
  let y = H[stateOf(random) + H[at]] as number;
  H[at] += 1;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  y ^= y >>> 18;
  return y >>> 0;
}

function regenerate(state: WordIndex, at: WordIndex): void {
  const end = state + N - 1;
  const turn = state + N - M;
  for (let i = state; i < turn; i++) H[i] = H[i + M] ^ twisted(H[i], H[i + 1]);
  for (let i = turn; i < end; i++) H[i] = H[i + M - N] ^ twisted(H[i], H[i + 1]);
  H[end] = H[state + M - 1] ^ twisted(H[end], H[state]);
  H[at] = 0;
}

/** Without a branch, which nothing could predict. */
function twisted(first: number, second: number): number {
  const y = (first & UPPER) | (second & LOWER);
  return (y >>> 1) ^ (-(y & 1) & 0x9908b0df);
}

/** Knuth's generator, the start of `seedByWords`. */
function seedByWord(state: WordIndex, seed: number): void {
  H[state] = seed;
  for (let i = 1; i < N; i++) {
    const previous = H[state + i - 1];
    H[state + i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
  }
}

/** The authors' initialisation by an array of 32-bit words. */
function seedByWords(random: Address, key: readonly number[]): void {
  const state = stateOf(random);
  seedByWord(state, 19650218);
  let i = 1;
  const mix = (factor: number): number => {
    const previous = H[state + i - 1];
    return H[state + i] ^ Math.imul(previous ^ (previous >>> 30), factor);
  };
  const advance = (): void => {
    i++;
    if (i < N) return;
    H[state] = H[state + N - 1];
    i = 1;
  };
  let j = 0;
  for (let k = Math.max(N, key.length); k > 0; k--) {
    H[state + i] = mix(1664525) + (key[j] as number) + j;
    advance();
    j = (j + 1) % key.length;
  }
  for (let k = N - 1; k > 0; k--) {
    H[state + i] = mix(1566083941) - i;
    advance();
  }
  H[state] = UPPER;
  H[(random >> 2) + RandomLayout.INDEX] = N;
}

/** The words of |n|, least significant first; one word for zero. */
function wordsOf(n: bigint): number[] {
  const words: number[] = [];
  for (let rest = n < 0n ? -n : n; rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return words.length === 0 ? [0] : words;
}

/** Seeds from outside; a simulated machine has none but its own seed, so that runs can be repeated. */
function freshKey(random: Address): number[] {
  if (boot.simulated) return [boot.seed >>> 0, random >>> 0];
  return Array.from(crypto.getRandomValues(new Uint32Array(8)));
}

function seed(random: Address, value: Value): void {
  let key: number[];
  if (value === 0 || value === S.NONE) key = freshKey(random);
  else if (isInt(value)) key = wordsOf(toBigInt(value));
  else {
    const full = pythonHash(value) ?? BigInt(hash(value));
    key = wordsOf(BigInt.asUintN(64, full));
  }
  lock(random);
  seedByWords(random, key);
  unlock(random);
}

function random(args: WordIndex): Value {
  const self = H[args];
  lock(self);
  const high = nextWord(self) >>> 5;
  const low = nextWord(self) >>> 6;
  unlock(self);
  return newFloat((high * 0x4000000 + low) / 0x20000000000000);
}

function getRandomBits(args: WordIndex): Value {
  const self = H[args];
  const bits = indexOf(H[args + 1]);
  if (bits < 0) return valueError('number of bits must be non-negative');
  if (bits > 2 ** 31 - 1) {
    return raise('OverflowError', 'Python int too large to convert to C int');
  }
  if (bits === 0) return 1;
  const words: number[] = [];
  lock(self);
  for (let left = bits; left > 0; left -= 32) {
    const word = nextWord(self);
    words.push(left < 32 ? word >>> (32 - left) : word);
  }
  unlock(self);
  if (words.length === 1) return newInt(words[0] as number);
  let hex = '0x';
  for (let i = words.length - 1; i >= 0; i--) {
    hex += (words[i] as number).toString(16).padStart(8, '0');
  }
  return newBigInt(BigInt(hex));
}

function getState(args: WordIndex): Value {
  const self = H[args];
  const words: number[] = [];
  lock(self);
  const state = stateOf(self);
  for (let i = 0; i < N; i++) words.push(U32[state + i] as number);
  words.push(H[(self >> 2) + RandomLayout.INDEX]);
  unlock(self);
  return tupleOf(words.map((word) => newInt(word)));
}

function setState(args: WordIndex): Value {
  const self = H[args];
  const tuple = H[args + 1];
  if (!hasFlag(tuple, TypeFlag.TUPLE)) return typeError('state vector must be a tuple');
  if (H[(tuple >> 2) + TupleLayout.LENGTH] !== N + 1) {
    return valueError('state vector is the wrong size');
  }
  const words: number[] = [];
  for (let i = 0; i <= N; i++) {
    const word = bigIndexOf(H[(tuple >> 2) + TupleLayout.ITEMS + i]);
    if (i < N && word < 0n) {
      return raise('OverflowError', "can't convert negative value to unsigned int");
    }
    words.push(Number(i < N ? BigInt.asUintN(32, word) : word));
  }
  const index = words[N] as number;
  if (index < 0 || index > N) return valueError('invalid state');
  lock(self);
  const state = stateOf(self);
  for (let i = 0; i < N; i++) U32[state + i] = words[i] as number;
  H[(self >> 2) + RandomLayout.INDEX] = index;
  unlock(self);
  return S.NONE;
}

function create(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  if (type === T.RANDOM && namedCount(kwNames) > 0) {
    return typeError('Random() takes no keyword arguments');
  }
  const places = count - namedCount(kwNames);
  if (places > 1) return typeError('Random() requires 0 or 1 argument');
  const self = newClearedObject(type, H[(type >> 2) + TypeLayout.INSTANCE_WORDS]);
  // Until it is seeded, which may raise, the state is a valid one.
  H[(self >> 2) + RandomLayout.INDEX] = N;
  try {
    seed(self, places === 0 ? 0 : H[args]);
  } catch (error) {
    decref(self);
    throw error;
  }
  return self;
}

defineType(T.RANDOM, {
  name: 'Random',
  module: '_random',
  flags: TypeFlag.BASE_OK,
  words: RandomLayout.WORDS,
  slots: { dealloc: freeInstance, clear: () => {}, create },
  methods: [
    noArgs('random', random),
    positional('seed', 0, 1, (args) => {
      seed(H[args], H[args + 1]);
      return S.NONE;
    }),
    oneArg('getrandbits', getRandomBits),
    noArgs('getstate', getState),
    oneArg('setstate', setState),
  ],
});

defineModule({ name: '_random', functions: [], types: { Random: T.RANDOM } });
