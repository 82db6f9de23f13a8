// @hot Reference counts by atomic read-modify-write on every object, as Gilectomy's first step
// (L. Hastings, branch `gilectomy`, Include/object.h: __sync_fetch_and_add). Immortal objects are
// counted like all others, so that every None, type and function is a cache line that all cores want.
// Benchmark: gilectomy against gil on fib.

import { type Address, GcBit, Header, type Value } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { reclaim } from '../../heap/reclaim.ts';
import { atomicAdd, atomicLoad, atomicSub } from '../../sync/atomics.ts';
import type { CountStrategy } from '../strategy.ts';
import { IMMORTAL_COUNT } from './plainCounts.ts';
import { guarded, headerText } from './sourceText.ts';

function initHeader(address: Address, type: Address): void {
  const q = address >> 2;
  H[q] = 1;
  H[q + Header.REF_SHARED] = 0;
  // The owner field names the holder of the object's lock (objectLocks.ts): nobody yet.
  H[q + Header.OWNER] = 0;
  H[q + Header.TYPE] = type;
}

function incref(value: Value): void {
  if (!(value & 1)) atomicAdd(H, value >> 2, 1);
}

/** Whoever takes the count from 1 to 0 has seen all earlier decrements, and so all earlier writes. */
function decref(value: Value): void {
  if (!(value & 1) && atomicSub(H, value >> 2, 1) === 1) reclaim.dealloc(value);
}

export const atomicCounts: CountStrategy = {
  name: 'atomic',
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
  countOf: (address) => atomicLoad(H, address >> 2),
  isUnique: (address) => atomicLoad(H, address >> 2) === 1,
  makeImmortal(address) {
    H[address >> 2] = IMMORTAL_COUNT;
    H[(address >> 2) + Header.OWNER] |= GcBit.FROZEN;
  },
  makeDeferred() {},
  mergeQueued() {},
  source: {
    names: { reclaim, atomicAdd, atomicSub },
    incref: (v, tagged) => guarded(v, tagged, `atomicAdd(H, ${v} >> 2, 1);`),
    decref: (v, tagged) =>
      guarded(v, tagged, `if (atomicSub(H, ${v} >> 2, 1) === 1) reclaim.dealloc(${v});`),
    initHeader: (target, type) => headerText(target, type, false),
  },
};
