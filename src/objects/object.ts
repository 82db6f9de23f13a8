// @hot Making objects: a block, a header, fields. The caller owns what it gets.

import { allocate, initHeader, makeImmortal } from '../executors/policy.ts';
import { type Address, Header } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';

const LOOP_WORDS_MAX = 48;

/** A fresh object of `words` words (header included); the fields are NOT cleared. */
export function newObject(type: Address, words: number): Address {
  const address = allocate(words << 2);
  initHeader(address, type);
  return address;
}

/** As newObject, with all fields zero. */
export function newClearedObject(type: Address, words: number): Address {
  const address = newObject(type, words);
  const q = address >> 2;
  // A call of fill costs as much as some forty stores.
  if (words > LOOP_WORDS_MAX) H.fill(0, q + Header.WORDS, q + words);
  else for (let i = Header.WORDS as number; i < words; i++) H[q + i] = 0;
  return address;
}

/** Lays an immortal object at a fixed address, for the singletons and builtin types. */
export function placeObject(address: Address, type: Address): void {
  initHeader(address, type);
  makeImmortal(address);
}
