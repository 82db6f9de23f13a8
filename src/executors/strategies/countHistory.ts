// What happened lately to reference counts, for damage reports: a ring per worker of the last count
// operations (which object, to which count, by which thread, at which instruction). The rings lie in the
// heap, so that whoever finds the damage can tell what all workers did to the object. Nothing is written
// while there is but one thread: then nothing can go wrong.
//
// And, under the simulated scheduler, the place where a plain INCREF or DECREF is cut in two: between
// its load and its store another thread may run, which is how an update gets lost.

import { boot } from '../../heap/boot.ts';
import {
  type Address,
  Frame,
  Machine,
  Region,
  Thread,
  type Value,
  type WordIndex,
  Worker,
} from '../../heap/layout.ts';
import { CURRENT_THREAD, H, MACHINE, WORKER } from '../../heap/memory.ts';
import { takeBlock } from './workerBlocks.ts';

/** One remembered count operation. */
export interface CountEvent {
  readonly count: number;
  /** Word index of the state of the thread that did it. */
  readonly thread: WordIndex;
  /** The code object and the word behind the instruction. */
  readonly code: Address;
  readonly instruction: WordIndex;
}

/** Ring block: position, then ENTRIES records. */
const enum Ring {
  ENTRIES = 2048,
  FIRST = 1,
  OBJECT = 0,
  COUNT = 1,
  THREAD = 2,
  CODE = 3,
  INSTRUCTION = 4,
  ENTRY_WORDS = 5,
  WORDS = 10241, // FIRST + ENTRIES * ENTRY_WORDS
}

/** Events that a report shows of each worker. */
const SHOWN = 4;
const RING = WORKER + Worker.COUNT_HISTORY;
const PARALLEL = MACHINE + Machine.PARALLEL;

/** Filled in by the engine: words for what a report tells, and what the simulated scheduler cuts. */
export const historyHooks: {
  describeEvent: (event: CountEvent) => string;
  describeObject: (address: Address) => string;
  cut: ((value: Value, count: number) => boolean) | undefined;
} = {
  describeEvent: (event) => `count set to ${event.count}`,
  describeObject: (address) => `object at 0x${(address >>> 0).toString(16)}`,
  cut: undefined,
};

/** Remembers that the count of `value` was stored as `count`. */
export function countChanged(value: Value, count: number): void {
  const state = H[CURRENT_THREAD] >> 2;
  if (H[PARALLEL] === 0 || state === 0) return;
  if (H[RING] === 0) openRing();
  const ring = H[RING] >> 2;
  const position = H[ring];
  H[ring] = (position + 1) & (Ring.ENTRIES - 1);
  const entry = ring + Ring.FIRST + Ring.ENTRY_WORDS * position;
  const fp = H[state + Thread.FRAME];
  H[entry + Ring.OBJECT] = value;
  H[entry + Ring.COUNT] = count;
  H[entry + Ring.THREAD] = state;
  H[entry + Ring.CODE] = fp === 0 ? 0 : H[fp + Frame.CODE];
  H[entry + Ring.INSTRUCTION] = fp === 0 ? 0 : H[fp + Frame.IP];
}

function openRing(): void {
  const block = takeBlock(Ring.WORDS * 4, true);
  H.fill(0, block >> 2, (block >> 2) + Ring.WORDS);
  H[RING] = block;
}

/**
 * True if the store of `count` was put off, to happen when the thread runs again: the thread was cut
 * between load and store. Never outside the simulated scheduler.
 */
export function preempt(value: Value, count: number): boolean {
  return boot.simulated && historyHooks.cut?.(value, count) === true;
}

/** The last operations of a worker on an object, oldest first; `ring` is the address of its ring. */
function eventsOf(ring: Address, address: Address): CountEvent[] {
  const events: CountEvent[] = [];
  const base = ring >> 2;
  for (let i = 0; i < Ring.ENTRIES; i++) {
    const position = (H[base] + i) & (Ring.ENTRIES - 1);
    const entry = base + Ring.FIRST + Ring.ENTRY_WORDS * position;
    if (H[entry + Ring.OBJECT] !== address) continue;
    events.push({
      count: H[entry + Ring.COUNT],
      thread: H[entry + Ring.THREAD],
      code: H[entry + Ring.CODE],
      instruction: H[entry + Ring.INSTRUCTION],
    });
  }
  return events;
}

/** What was done to the counts of an object, worker by worker: a line for each event. */
export function describeHistory(address: Address): string[] {
  const lines: string[] = [];
  for (let worker = 0; worker < Region.WORKER_MAX; worker++) {
    const ring = H[((Region.WORKERS + worker * Region.WORKER_BYTES) >> 2) + Worker.COUNT_HISTORY];
    if (ring === 0) continue;
    const events = eventsOf(ring, address).slice(-SHOWN);
    if (events.length === 0) continue;
    lines.push(`last counts that worker ${worker} stored:`);
    lines.push(...events.map((event) => `  ${historyHooks.describeEvent(event)}`));
  }
  return lines;
}

/** The object in words, for the first line of a report. */
export const explainObject = (address: Address): string => historyHooks.describeObject(address);
