// @hot The elements of a set as they are at one moment, for loops during which Python code may run: pairs of
// an owned key and its hash, in a stack of this isolate's own. A loop takes them with `pushElements`, reads
// them by place, and lets go of them with `dropElements`, last taken first, as calls nest.

import { decref, incref, lock, unlock } from '../executors/policy.ts';
import { type Address, SetEntry, SetLayout, SetTable, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';

const DUMMY = 2;

let room = new Int32Array(1 << 12);
let top = 0;

/** Where the next elements will be. */
export const elementsStart = (): number => top;
/** Borrowed from the stack. */
export const elementKey = (at: number): Value => room[at] as number;
export const elementHash = (at: number): number => room[at + 1] as number;
/** From one element to the next. */
export const ELEMENT_STEP = 2;

/** Takes the elements of a set; they end at the place that is answered. */
export function pushElements(set: Address): number {
  lock(set);
  const q = set >> 2;
  const table = H[q + SetLayout.TABLE] >> 2;
  if (table !== 0) {
    makeRoom(H[q + SetLayout.USED] * ELEMENT_STEP);
    const end = table + SetTable.ENTRIES + (H[table + SetTable.MASK] + 1) * SetEntry.WORDS;
    for (let entry = table + SetTable.ENTRIES; entry < end; entry += SetEntry.WORDS) {
      const key: Value = H[entry + SetEntry.KEY];
      if (key === 0 || key === DUMMY) continue;
      incref(key);
      room[top] = key;
      room[top + 1] = H[entry + SetEntry.HASH];
      top += ELEMENT_STEP;
    }
  }
  unlock(set);
  return top;
}

function makeRoom(words: number): void {
  if (top + words <= room.length) return;
  const larger = new Int32Array(2 * (top + words));
  larger.set(room.subarray(0, top));
  room = larger;
}

/** Lets go of the elements between two places; those behind them have been let go of. */
export function dropElements(from: number, to: number): void {
  try {
    for (let at = from; at < to; at += ELEMENT_STEP) decref(room[at] as Value);
  } finally {
    top = from;
  }
}
