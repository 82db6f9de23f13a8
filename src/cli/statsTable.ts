// `--stats`: one row per counter, one column per thread. Counters that are zero everywhere are left out;
// of many threads the first few get a column and the others share one.

import type { ThreadStats } from '../engine/protocol.ts';
import { tableLines } from './textTable.ts';

const THREADS_SHOWN = 6;

/** In the order of the table; by the names of `Stat` in heap/layout.ts. */
const COUNTERS: readonly (readonly [name: string, label: string])[] = [
  ['BYTECODES', 'bytecodes'],
  ['CALLS', 'Python calls'],
  ['INCREF', 'increfs, own'],
  ['DECREF', 'decrefs, own'],
  ['INCREF_SHARED', 'increfs, shared'],
  ['DECREF_SHARED', 'decrefs, shared'],
  ['INCREF_SKIPPED', 'increfs, not counted'],
  ['DECREF_SKIPPED', 'decrefs, not counted'],
  ['QUEUED', 'queued for their owner'],
  ['MERGES', 'merges'],
  ['ALLOCATIONS', 'allocations'],
  ['FREES', 'frees'],
  ['RETIRED', 'storage retired'],
  ['LOCKS', 'locks taken'],
  ['LOCKS_CONTENDED', 'locks contended'],
  ['LOCK_WAIT_US', 'waited for locks, ms'],
  ['SUSPENSIONS', 'sections suspended'],
  ['OPTIMISTIC_READS', 'reads without a lock'],
  ['OPTIMISTIC_RETRIES', 'such reads repeated'],
  ['GIL_HANDOVERS', 'GIL hand-overs'],
  ['GIL_DROP_REQUESTS', 'GIL drop requests'],
  ['GIL_WAIT_US', 'waited for the GIL, ms'],
];

/** The table, ending in a line end. */
export function statsTable(stats: readonly ThreadStats[]): string {
  if (stats.length === 0) return 'no thread left any counts\n';
  const alone = stats.length > THREADS_SHOWN ? THREADS_SHOWN - 1 : stats.length;
  const groups = stats.slice(0, alone).map((thread) => [thread]);
  if (alone < stats.length) groups.push(stats.slice(alone));
  const known = COUNTERS.map(([name]) => name);
  const others = Object.keys(stats[0].counts).filter((name) => !known.includes(name));
  const counters = [...COUNTERS, ...others.map((name) => [name, name.toLowerCase()] as const)];
  const heading = groups.map((group) =>
    group.length === 1 ? group[0].name : `${group.length} others`,
  );
  const rows = [['', ...heading, 'all']];
  for (const [name, label] of counters) {
    const sums = [...groups, stats].map((group) =>
      group.reduce((sum, thread) => sum + (thread.counts[name] ?? 0), 0),
    );
    if (sums.some((sum) => sum !== 0)) rows.push([label, ...sums.map((sum) => show(name, sum))]);
  }
  const aligns = ['left' as const, ...rows[0].slice(1).map(() => 'right' as const)];
  return `${tableLines(rows, aligns).join('\n')}\n`;
}

function show(name: string, count: number): string {
  const value = name.endsWith('_US') ? (count / 1000).toFixed(1) : String(count);
  return value.replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
}
