// What happens when an object loses its last reference. Its type's `dealloc` slot releases what it
// holds and frees it; releasing may free further objects, and a chain of a million of them must not
// overflow the JavaScript stack. So the work nests only to a certain depth, and beyond it objects wait
// in a list of this worker (CPython's "trashcan").

import { makeImmortal } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import { type Address, GcBit, Header, TypeFlag } from '../heap/layout.ts';
import { bug, H } from '../heap/memory.ts';
import { reclaim } from '../heap/reclaim.ts';
import { flagsOf, slotsOfType } from './slots.ts';

const NESTING_MAX = 40;
let nesting = 0;
const waiting: Address[] = [];

/** Runs `__del__` of an instance; true if the object was brought back to life. Filled in by the runtime. */
export const finalizing: { run: (object: Address) => boolean } = { run: () => false };

function dealloc(address: Address): void {
  if ((H[(address >> 2) + Header.OWNER] & GcBit.FROZEN) !== 0) {
    // Counts of immortal objects drift, because nobody takes pains over them: start again.
    makeImmortal(address);
    return;
  }
  if (nesting >= NESTING_MAX) {
    waiting.push(address);
    return;
  }
  nesting++;
  try {
    release(address);
    if (nesting === 1) {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) release(next);
    }
  } finally {
    nesting--;
  }
}

function release(address: Address): void {
  const type = H[(address >> 2) + Header.TYPE];
  if ((flagsOf(type) & TypeFlag.HAS_FINALIZER) !== 0 && finalizing.run(address)) return;
  const { dealloc: free } = slotsOfType(type);
  if (free === undefined) bug(`type at ${type.toString(16)} (${type - T.FREED}) has no dealloc`);
  free(address);
}

reclaim.dealloc = dealloc;
