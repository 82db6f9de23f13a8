// What a thread does around a lock it cannot have at once: the wait is counted and timed for
// `--stats`. A place of its own so that every lock strategy tells the same story.

import { boot } from '../../heap/boot.ts';
import { type Address, Stat, Thread } from '../../heap/layout.ts';
import { CURRENT_THREAD, H } from '../../heap/memory.ts';

/** Adds to a statistics counter of the running thread (two words, low and high). */
export function addStat(stat: Stat, by: number): void {
  const state = H[CURRENT_THREAD];
  if (state === 0) return;
  const low = (state >> 2) + Thread.STATS + 2 * stat;
  const sum = (H[low] >>> 0) + by;
  H[low] = sum | 0;
  if (sum > 0xffffffff) H[low + 1] += Math.floor(sum / 0x100000000);
}

/** Runs `acquire`, which waits for the lock of `object`, and accounts for the wait. */
export function contended(_object: Address, acquire: () => void): void {
  if (!boot.stats) {
    acquire();
    return;
  }
  const from = performance.now();
  acquire();
  addStat(Stat.LOCKS_CONTENDED, 1);
  addStat(Stat.LOCK_WAIT_US, Math.round((performance.now() - from) * 1000));
}
