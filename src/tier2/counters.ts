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
  compiled(_unit: Unit): void {
    events.compilations++;
  },
  refused(unit: Unit): void {
    count(events.refusals, unit.refusal);
  },
  left(_unit: Unit, site: Site): void {
    count(events.exits, site.reason);
  },
  dropped(_unit: Unit): void {
    events.drops++;
  },
};
