// What LOAD_ATTR has met at places where more than one type comes along: the inline cache holds one, these
// lists hold up to four, for tier 2 to write a test for each. This isolate's own; like the caches they hold
// versions, which never mean another type later, and nothing counted.

import type { WordIndex } from '../heap/layout.ts';
import { IC } from './inlineCaches.ts';
import { TIERED, tier2 } from './tiers.ts';

/** Words 0 to 3 of an inline cache: version, case, and two that depend on the case. */
export type SeenType = readonly [number, number, number, number];

const SEEN_MAX = 4;
/** Times that generated code has met a type it does not test for, before it is made anew. */
const MISSES_MAX = 50;
/** How often that is done for one place: types that keep changing are not worth it. */
const RENEWALS_MAX = 3;

interface Place {
  types: SeenType[];
  misses: number;
  renewals: number;
}

const places = new Map<number, Place>();

/** The types that came along at a place, the latest first; empty if it was always the same. */
export const seenTypes = (cache: number): readonly SeenType[] => places.get(cache)?.types ?? [];

/** The cache is about to be filled anew for the frame's code. */
export function noteType(fp: WordIndex, cache: number, type: SeenType): void {
  if (!TIERED) return;
  let place = places.get(cache);
  if (place === undefined) {
    const [version, a, b, c] = IC.subarray(cache, cache + 4) as unknown as SeenType;
    if (version === 0 || version === type[0]) return;
    place = { types: [[version, a, b, c]], misses: 0, renewals: 0 };
    places.set(cache, place);
  }
  if (!place.types.some((t) => t.every((word, i) => word === type[i]))) {
    place.types = [type, ...place.types.slice(0, SEEN_MAX - 1)];
  }
  if (++place.misses < MISSES_MAX || place.renewals >= RENEWALS_MAX) return;
  place.misses = 0;
  place.renewals++;
  tier2.renew(fp);
}
