// `--stats`: one row per counter, in the order of engine/stats.ts, one column per thread. Counters that
// are zero everywhere are left out; of many threads the first few get a column and the others share one.
// Below it, what tier 2 did, by worker: each worker compiles for itself, whichever threads it runs.

import type { ThreadStats, Tier2Event } from '../engine/protocol.ts';
import { tableLines } from './textTable.ts';

const THREADS_SHOWN = 6;

/** Microseconds are shown in milliseconds. */
const MICROSECONDS = / us$/;

/** The table, ending in a line end. */
export function statsTable(stats: readonly ThreadStats[]): string {
  if (stats.length === 0) return 'no thread left any counts\n';
  const alone = stats.length > THREADS_SHOWN ? THREADS_SHOWN - 1 : stats.length;
  const groups = stats.slice(0, alone).map((thread) => [thread]);
  if (alone < stats.length) groups.push(stats.slice(alone));
  const names = Object.keys(stats[0].counts);
  const heading = groups.map((group) =>
    group.length === 1 ? group[0].name : `${group.length} others`,
  );
  const rows = [['', ...heading, 'all']];
  for (const name of names) {
    const sums = [...groups, stats].map((group) =>
      group.reduce((sum, thread) => sum + (thread.counts[name] ?? 0), 0),
    );
    if (sums.some((sum) => sum !== 0))
      rows.push([name.replace(MICROSECONDS, ' ms'), ...sums.map((sum) => show(name, sum))]);
  }
  const aligns = ['left' as const, ...rows[0].slice(1).map(() => 'right' as const)];
  return `${tableLines(rows, aligns).join('\n')}\n`;
}

/** Something that tier 2 did in a worker. */
export interface WorkerEvent {
  readonly worker: number;
  readonly event: Tier2Event;
}

const KINDS: readonly (readonly [Tier2Event['kind'], string])[] = [
  ['compiled', 'units compiled'],
  ['left', 'left'],
  ['dropped', 'units dropped'],
  ['refused', 'units refused'],
];

/** How often what was compiled, left (wrong guesses, by reason), dropped and refused; empty if nothing was. */
export function tier2Table(events: readonly WorkerEvent[]): string {
  if (events.length === 0) return '';
  const workers = [...new Set(events.map(({ worker }) => worker))].sort((a, b) => a - b);
  const rows = [['tier 2', ...workers.map((worker) => `worker ${worker}`), 'all']];
  for (const [kind, title] of KINDS) {
    const ofKind = events.filter(({ event }) => event.kind === kind);
    const reasons = kind === 'left' || kind === 'refused';
    const groups = reasons ? [...new Set(ofKind.map(({ event }) => event.reason))].sort() : [''];
    for (const reason of groups) {
      const those = ofKind.filter(({ event }) => reason === '' || event.reason === reason);
      if (those.length === 0) continue;
      const counts = workers.map((id) => those.filter(({ worker }) => worker === id).length);
      const name = reason === '' ? title : `${title}: ${reason}`;
      rows.push([name, ...[...counts, those.length].map((count) => show(name, count))]);
    }
  }
  const aligns = ['left' as const, ...rows[0].slice(1).map(() => 'right' as const)];
  return `${tableLines(rows, aligns).join('\n')}\n`;
}

function show(name: string, count: number): string {
  const value = MICROSECONDS.test(name) ? (count / 1000).toFixed(1) : String(count);
  return value.replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
}
