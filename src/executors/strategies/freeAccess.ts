// @hot No protection of objects: under a GIL none is needed, under `unsafe` none is given. Whether the
// two words of a list are seen in step is then up to the machine.

import { StorageLayout, type Value } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import type { AccessStrategy, CountStrategy } from '../strategy.ts';

/** Reads count through the executor's own strategy. */
export function freeAccess(counts: CountStrategy): AccessStrategy {
  const { incref } = counts;
  return {
    name: 'free',
    protects: false,
    lock() {},
    unlock() {},
    lockBriefly() {},
    unlockBriefly() {},
    lockPair() {},
    unlockPair() {},
    readItem(_container, field, offset) {
      const storage = H[field] >> 2;
      if (storage === 0 || offset >= H[storage]) return 0;
      const value: Value = H[storage + StorageLayout.ITEMS + offset];
      if (value !== 0) incref(value);
      return value;
    },
    readSlot(_container, slot) {
      const value: Value = H[slot];
      if (value !== 0) incref(value);
      return value;
    },
    lookAgain: (word) => H[word],
    publish(word, value) {
      H[word] = value;
    },
    lockFreeReads: true,
    borrowedReads: false,
    suspend() {},
    resume() {},
    source: {
      names: counts.source.names,
      ...(counts.source.onlyReference === undefined ? {} : { uncounted: 'true' }),
      readItem: (target, _container, field, offset) =>
        `{ const s = H[${field}] >> 2; ${target} = s === 0 || ${offset} >= H[s] ? 0 : H[s + ${StorageLayout.ITEMS} + ${offset}]; ${counted(counts, target)} }`,
      lock: () => '',
      unlock: () => '',
      readSlot: (target, _container, slot) => `${target} = H[${slot}]; ${counted(counts, target)}`,
    },
  };
}

const counted = (counts: CountStrategy, target: string): string =>
  `if (${target} !== 0) { ${counts.source.incref(target, true)} }`;
