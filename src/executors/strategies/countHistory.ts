// What happened lately to reference counts, for damage reports: a ring per worker of the last count
// operations (which object, to which count, at which instruction). And, under the simulated scheduler,
// the place where a plain INCREF or DECREF is cut in two: between its load and its store another
// thread may run, which is how an update gets lost.

import { boot } from '../../heap/boot.ts';
import type { Address, Value } from '../../heap/layout.ts';

/** One remembered count operation. */
export interface CountEvent {
  readonly address: Address;
  readonly count: number;
  /** Slot of the thread. */
  readonly thread: number;
  readonly place: string;
}

const RING = 2048;
const addresses = new Int32Array(RING);
const counts = new Int32Array(RING);
const places = new Int32Array(RING);
const threads = new Int32Array(RING);
let next = 0;

/**
 * Filled in by the engine: the running thread's slot and instruction, the words for an instruction,
 * and for the simulated scheduler whether to cut this operation.
 */
export const historyHooks: {
  thread: () => number;
  instruction: () => number;
  describe: (instruction: number) => string;
  describeObject: (address: Address) => string;
  cut: ((value: Value, count: number) => boolean) | undefined;
} = {
  thread: () => 0,
  instruction: () => 0,
  describe: (instruction) => `instruction ${instruction}`,
  describeObject: (address) => `object at 0x${address.toString(16)}`,
  cut: undefined,
};

/** Remembers that the count of `value` was stored as `count`. */
export function countChanged(value: Value, count: number): void {
  addresses[next] = value;
  counts[next] = count;
  threads[next] = historyHooks.thread();
  places[next] = historyHooks.instruction();
  next = (next + 1) & (RING - 1);
}

/**
 * True if the store of `count` was put off, to happen when the thread runs again: the thread was cut
 * between load and store. Never outside the simulated scheduler.
 */
export function preempt(value: Value, count: number): boolean {
  return boot.simulated && historyHooks.cut !== undefined && historyHooks.cut(value, count);
}

/** The last operations of this worker on an object, oldest first. */
export function countHistory(address: Address): CountEvent[] {
  const events: CountEvent[] = [];
  for (let i = 0; i < RING; i++) {
    const at = (next + i) & (RING - 1);
    if (addresses[at] !== address || address === 0) continue;
    events.push({
      address,
      count: counts[at] as number,
      thread: threads[at] as number,
      place: historyHooks.describe(places[at] as number),
    });
  }
  return events;
}

/** One sentence on an object for a damage report. */
export function explainObject(address: Address): string {
  const events = countHistory(address).slice(-6);
  const object = historyHooks.describeObject(address);
  if (events.length === 0) return `${object}; this worker has not counted it lately`;
  const lines = events.map(
    (e) => `\n    count set to ${e.count} by thread ${e.thread} at ${e.place}`,
  );
  return `${object}; last counts seen by this worker:${lines.join('')}`;
}
