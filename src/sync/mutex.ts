// A mutex in one word, after U. Drepper, "Futexes Are Tricky" (2011), mutex 3:
//
//   0  free         -> 1 by lock
//   1  locked       -> 0 by unlock; -> 2 by a second locker, which then sleeps
//   2  locked, and somebody may sleep -> 0 by unlock, which wakes one
//
// It guards machine tables (pages, interned names, run queue), never user-visible objects: those have
// their own lock byte and a policy (see executors/). Nothing blocks and no Python runs while it is held.

import { atomicExchange, compareExchange, park, unpark, type Words } from './atomics.ts';

const SPINS = 100;

export function lockMutex(words: Words, index: number): void {
  if (compareExchange(words, index, 0, 1) !== 0) lockMutexSlow(words, index);
}

function lockMutexSlow(words: Words, index: number): void {
  for (let spin = 0; spin < SPINS; spin++) {
    if (compareExchange(words, index, 0, 1) === 0) return;
  }
  while (atomicExchange(words, index, 2) !== 0) park(words, index, 2, Infinity);
}

export function unlockMutex(words: Words, index: number): void {
  if (atomicExchange(words, index, 0) === 2) unpark(words, index, 1);
}
