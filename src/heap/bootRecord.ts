// How an isolate learns which machine it belongs to. The hot modules bind the shared buffer and the
// executor's functions once, as module constants, because V8 folds those into compiled code and a
// mutable binding measured 1.3 times slower. So the record must exist before those modules are
// evaluated: the host puts it on `globalThis` and then imports the machine's bundle.
//
// An isolate belongs to one machine and one executor for its whole life.

export type Tier = '1' | '2' | 'auto';
export type SwitchPoints = '3.9' | '3.10' | '3.11';

export interface BootRecord {
  /** The whole machine: every object, lock, frame and thread state. */
  readonly buffer: SharedArrayBuffer;
  /** Index of this worker, from 0. */
  readonly workerIndex: number;
  /** The boot heap is in the buffer, from an image or from worker 0; otherwise this worker lays it out. */
  readonly laidOut: boolean;
  /** Name of the executor, resolved by `executors/compose.ts`. */
  readonly executor: string;
  readonly switchPoints: SwitchPoints;
  /** Which tier runs hot code; '2' compiles everything that it can at once. */
  readonly tier: Tier;
  /** Tier 2 borrows locals where CPython 3.14 does, instead of counting each load. */
  readonly borrow: boolean;
  /** Count bytecodes, references, locks and allocations per thread. */
  readonly stats: boolean;
  /** One loop steps all threads; instructions are counted and may be interrupted anywhere. */
  readonly simulated: boolean;
  /** Seed of the simulated scheduler; 0 when not simulated. */
  readonly seed: number;
}

export const BOOT_KEY = Symbol.for('gilscope.boot');

export type BootHolder = { [BOOT_KEY]?: BootRecord };

/** Called by the host before it imports the machine. */
export function setBoot(record: BootRecord): void {
  (globalThis as BootHolder)[BOOT_KEY] = Object.freeze(record);
}
