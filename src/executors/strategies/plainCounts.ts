// @hot Reference counts by plain loads and stores, as CPython with a GIL does it (Include/object.h).
// Right only while one thread runs at a time. Immortal objects simply start so high that no drift
// reaches zero. Benchmarks: fib, global_counter.

import { type Address, GcBit, Header, type Value } from '../../heap/layout.ts';
import { CURRENT_OWNER, H } from '../../heap/memory.ts';
import { reclaim } from '../../heap/reclaim.ts';
import type { CountStrategy } from '../strategy.ts';
import { guarded, headerText } from './sourceText.ts';

export const IMMORTAL_COUNT = 0x20000000;

function initHeader(address: Address, type: Address): void {
  const q = address >> 2;
  H[q] = 1;
  H[q + Header.REF_SHARED] = 0;
  H[q + Header.OWNER] = H[CURRENT_OWNER];
  H[q + Header.TYPE] = type;
}

function incref(value: Value): void {
  if (!(value & 1)) H[value >> 2] = H[value >> 2] + 1;
}

function decref(value: Value): void {
  if (!(value & 1)) {
    const count = H[value >> 2] - 1;
    H[value >> 2] = count;
    if (count === 0) reclaim.dealloc(value);
  }
}

function makeImmortal(address: Address): void {
  H[address >> 2] = IMMORTAL_COUNT;
  H[(address >> 2) + Header.OWNER] |= GcBit.FROZEN;
}

export const plainCounts: CountStrategy = {
  name: 'plain',
  traced: false,
  biased: false,
  initHeader,
  incref,
  decref,
  tryIncref(value) {
    incref(value);
    return true;
  },
  increfShareable: incref,
  countOf: (address) => H[address >> 2],
  isUnique: (address) => H[address >> 2] === 1,
  makeImmortal,
  makeDeferred() {},
  mergeQueued() {},
  source: {
    names: { reclaim },
    incref: (v, tagged) => guarded(v, tagged, `H[${v} >> 2] = H[${v} >> 2] + 1;`),
    decref: (v, tagged, free) =>
      guarded(
        v,
        tagged,
        `{ const c = H[${v} >> 2] - 1; H[${v} >> 2] = c; if (c === 0) ${freed(v, free)} }`,
      ),
    // One thread runs at a time, so nobody reads the object's container meanwhile.
    onlyReference: (v) => `H[${v} >> 2] === 1`,
    initHeader: (target, type) => headerText(target, type, true),
  },
};

/** Immortal objects whose count has drifted to zero are for `dealloc` to see. */
const freed = (v: string, free: string | undefined): string =>
  free === undefined
    ? `reclaim.dealloc(${v});`
    : `{ if ((H[(${v} >> 2) + ${Header.OWNER}] & ${GcBit.FROZEN}) !== 0) reclaim.dealloc(${v}); else { ${free} } }`;
