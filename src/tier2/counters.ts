// What tier 2 has done in this worker, for `--stats` and for `dis --tier2`.

import type { Site } from './translator.ts';
import type { Unit } from './units.ts';

export interface TierEvents {
  compilations: number;
  drops: number;
  refusals: Map<string, number>;
  /** Times generated code was left, by reason. */
  exits: Map<string, number>;
}

export const events: TierEvents = {
  compilations: 0,
  drops: 0,
  refusals: new Map(),
  exits: new Map(),
};

/** Every unit whenever it has been compiled, in order; only kept when somebody asked for it. */
export const listing: { wanted: boolean; units: { name: string; source: string }[] } = {
  wanted: false,
  units: [],
};

const count = (table: Map<string, number>, key: string): void => {
  table.set(key, (table.get(key) ?? 0) + 1);
};

export const counters = {
  compiled(unit: Unit): void {
    events.compilations++;
    if (process.env.T2) process._rawDebug('COMPILED', unit.source.split('\n').find((l) => l.startsWith('return function')), process.env.T2 === '2' ? unit.source : '');
  },
  refused(unit: Unit): void {
    count(events.refusals, unit.refusal);
    if (process.env.T2) process._rawDebug('REFUSED', unit.code, unit.offset, unit.refusal);
  },
  left(unit: Unit, site: Site): void {
    count(events.exits, site.reason);
    if (process.env.T2) process._rawDebug('EXIT', unit.code, unit.offset, site.offset, site.reason);
  },
  dropped(unit: Unit): void {
    events.drops++;
    if (process.env.T2) process._rawDebug('DROPPED', unit.code, unit.offset);
  },
};
