// The counters that `--stats` shows, read out of the thread states at the end of a run.

import { boot } from '../heap/boot.ts';
import { Stat, Thread } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { slotCount, threadState } from '../runtime/threads.ts';
import type { ThreadStats } from './protocol.ts';

/** Names in the order of `Stat`. */
const NAMES = [
  'bytecodes',
  'increfs',
  'decrefs',
  'increfs shared',
  'decrefs shared',
  'increfs skipped',
  'decrefs skipped',
  'merges',
  'queued for merge',
  'allocations',
  'frees',
  'locks',
  'locks contended',
  'lock wait us',
  'gil hand-overs',
  'gil drop requests',
  'optimistic reads',
  'optimistic retries',
  'sections suspended',
  'gil wait us',
  'storage retired',
  'calls',
];

export function collectStats(): ThreadStats[] {
  if (!boot.stats) return [];
  const all: ThreadStats[] = [];
  for (let slot = 1; slot < slotCount(); slot++) {
    const state = threadState(slot);
    if (state === 0) continue;
    const counts: Record<string, number> = {};
    for (let stat = 0; stat < Stat.COUNT; stat++) {
      const low = (state >> 2) + Thread.STATS + 2 * stat;
      counts[NAMES[stat] as string] = (H[low] >>> 0) + H[low + 1] * 0x100000000;
    }
    all.push({
      thread: slot,
      name: H[(state >> 2) + Thread.IS_MAIN] !== 0 ? 'MainThread' : `thread ${slot}`,
      counts,
    });
  }
  return all;
}
