// @hot Reference counts by plain loads and stores with threads in parallel: what the GIL protected.
// Two cores that count the same object lose updates; a lost INCREF frees an object that is in use, a
// lost DECREF leaks it. Every count is looked at before it is changed: freed blocks hold a negative
// word there (quarantine.ts), so that a use after free is found and not followed. The history is written
// between load and store: no wrong order is wrong here, and the longer gap shows the race sooner.

import { T } from '../../heap/builtinTypes.ts';
import { damage } from '../../heap/damage.ts';
import { type Address, GcBit, Header, type Value } from '../../heap/layout.ts';
import { CURRENT_OWNER, H } from '../../heap/memory.ts';
import { reclaim } from '../../heap/reclaim.ts';
import type { CountStrategy } from '../strategy.ts';
import { countChanged, explainObject, preempt } from './countHistory.ts';
import { IMMORTAL_COUNT } from './plainCounts.ts';
import { POISON } from './quarantine.ts';
import { calledCounts } from './sourceText.ts';

function initHeader(address: Address, type: Address): void {
  const q = address >> 2;
  H[q] = 1;
  H[q + Header.REF_SHARED] = 0;
  H[q + Header.OWNER] = H[CURRENT_OWNER];
  H[q + Header.TYPE] = type;
}

function incref(value: Value): void {
  if (!(value & 1)) {
    const count = H[value >> 2];
    if (count <= 0) badCount(value, count, 'INCREF');
    if (preempt(value, count + 1)) return;
    countChanged(value, count + 1);
    H[value >> 2] = count + 1;
  }
}

function decref(value: Value): void {
  if (!(value & 1)) {
    const count = H[value >> 2] - 1;
    if (count < 0) badCount(value, count + 1, 'DECREF');
    if (count > 0 && preempt(value, count)) return;
    countChanged(value, count);
    H[value >> 2] = count;
    if (count === 0) {
      if (H[(value >> 2) + Header.TYPE] === T.FREED) freedTwice(value);
      reclaim.dealloc(value);
    }
  }
}

function freedTwice(address: Address): never {
  return damage('double free', address, `the last reference went again: ${explainObject(address)}`);
}

/** A count that no live object has was found. */
function badCount(address: Address, count: number, operation: string): never {
  const object = explainObject(address);
  if (count === POISON) return damage('use after free', address, `${operation} of ${object}`);
  return damage(
    'negative reference count',
    address,
    `${operation} found a count of ${count} in ${object}`,
  );
}

export const uncheckedCounts: CountStrategy = {
  name: 'plain, unprotected',
  traced: true,
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
  makeImmortal(address) {
    H[address >> 2] = IMMORTAL_COUNT;
    H[(address >> 2) + Header.OWNER] |= GcBit.FROZEN;
  },
  makeDeferred() {},
  mergeQueued() {},
  // Each count is checked, remembered and may be preempted: too long to be written out.
  source: calledCounts({ incref, decref, initHeader }),
};
