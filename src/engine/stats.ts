// The counters that `--stats` shows, read out of the thread states at the end of a run.

import { boot } from '../heap/boot.ts';
import { Stat, Thread } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { slotCount, threadState } from '../runtime/threads.ts';
import type { ThreadStats } from './protocol.ts';

/** The counters and their names, in the order in which they are shown. */
const COUNTERS: readonly (readonly [stat: Stat, name: string])[] = [
  [Stat.BYTECODES, 'bytecodes'],
  [Stat.CALLS, 'calls'],
  [Stat.INCREF, 'increfs'],
  [Stat.DECREF, 'decrefs'],
  [Stat.INCREF_SHARED, 'increfs shared'],
  [Stat.DECREF_SHARED, 'decrefs shared'],
  [Stat.INCREF_SKIPPED, 'increfs skipped'],
  [Stat.DECREF_SKIPPED, 'decrefs skipped'],
  [Stat.QUEUED, 'queued for merge'],
  [Stat.MERGES, 'merges'],
  [Stat.ALLOCATIONS, 'allocations'],
  [Stat.FREES, 'frees'],
  [Stat.LOCKS, 'locks'],
  [Stat.LOCKS_CONTENDED, 'locks contended'],
  [Stat.LOCK_WAIT_US, 'lock wait us'],
  [Stat.GIL_HANDOVERS, 'gil hand-overs'],
  [Stat.GIL_DROP_REQUESTS, 'gil drop requests'],
  [Stat.OPTIMISTIC_READS, 'optimistic reads'],
  [Stat.OPTIMISTIC_RETRIES, 'optimistic retries'],
  [Stat.SUSPENSIONS, 'sections suspended'],
  [Stat.GIL_WAIT_US, 'gil wait us'],
  [Stat.RETIRED, 'storage retired'],
];

export function collectStats(): ThreadStats[] {
  if (!boot.stats) return [];
  const all: ThreadStats[] = [];
  for (let slot = 1; slot < slotCount(); slot++) {
    const state = threadState(slot);
    if (state === 0) continue;
    const counts: Record<string, number> = {};
    for (const [stat, name] of COUNTERS) {
      const low = (state >> 2) + Thread.STATS + 2 * stat;
      counts[name] = (H[low] >>> 0) + H[low + 1] * 0x100000000;
    }
    all.push({
      thread: slot,
      name: H[(state >> 2) + Thread.IS_MAIN] !== 0 ? 'MainThread' : `thread ${slot}`,
      counts,
    });
  }
  return all;
}
