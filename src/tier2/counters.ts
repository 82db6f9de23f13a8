// What tier 2 has done in this worker, for `--stats` and for `dis --tier2`: told as it happens, if somebody
// listens. Exits that are planned (a raise, a return to native code) are no events: they may be many.

import { HOT_CALLS, HOT_LOOPS } from '../runtime/tiers.ts';
import { unitPlace } from './listing.ts';
import { readable } from './readable.ts';
import type { Site, Unit } from './units.ts';

/** Something that happened to a unit. */
export interface Tier2Event {
  readonly kind: 'compiled' | 'refused' | 'left' | 'dropped';
  /** Qualified name of the function. */
  readonly name: string;
  /** File and line of the function. */
  readonly place: string;
  /** Where the unit begins, in words of the bytecode. */
  readonly offset: number;
  /** Why it was compiled, refused or left. */
  readonly reason: string;
  /** compiled: the text of the function. */
  readonly source: string;
}

export const reporting: { report: ((event: Tier2Event) => void) | undefined } = {
  report: undefined,
};

function tell(kind: Tier2Event['kind'], unit: Unit, reason: string, source = ''): void {
  const { offset } = unit;
  reporting.report?.({ kind, ...unitPlace(unit.code), offset, reason, source });
}

function whyCompiled({ offset, source, compilations }: Unit): string {
  const again = compilations > 1 ? `; compilation ${compilations}` : '';
  if (offset === 0) return `called ${HOT_CALLS} times${again}`;
  const isLoop = source.includes(`\n  L${offset}: for`);
  return `${isLoop ? `a loop of ${HOT_LOOPS} rounds` : 'gone on from here'}${again}`;
}

export const counters = {
  compiled(unit: Unit): void {
    if (reporting.report !== undefined) {
      tell('compiled', unit, whyCompiled(unit), readable(unit.source));
    }
  },
  refused(unit: Unit): void {
    tell('refused', unit, unit.refusal);
  },
  /** A guess was wrong. */
  left(unit: Unit, site: Site): void {
    tell('left', unit, site.reason);
  },
  dropped(unit: Unit): void {
    tell('dropped', unit, 'too many wrong guesses');
  },
};
