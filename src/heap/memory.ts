// The views over the shared buffer, bound once per isolate as module constants (see bootRecord.ts).
// Plain reads and writes through these views are the machine's ordinary loads and stores: they race
// as the real machine's do. Atomic access goes through `src/sync/`.

import { boot } from './boot.ts';
import { Region, Worker } from './layout.ts';

export const H = new Int32Array(boot.buffer);
export const F64 = new Float64Array(boot.buffer);
export const U8 = new Uint8Array(boot.buffer);
export const U16 = new Uint16Array(boot.buffer);
export const U32 = new Uint32Array(boot.buffer);

/** Word index of the machine's control block, and of this worker's block. */
export const MACHINE = Region.MACHINE >> 2;
export const WORKER = (Region.WORKERS + boot.workerIndex * Region.WORKER_BYTES) >> 2;

/** Word that holds the address of the running thread's state; the owner bits stand beside it. */
export const CURRENT_THREAD = WORKER + Worker.THREAD;
export const CURRENT_OWNER = WORKER + Worker.OWNER_BITS;

export const HEAP_BYTES = boot.buffer.byteLength;

/** Word index of the state of the thread that this worker runs. */
export function currentThread(): number {
  return H[CURRENT_THREAD] >> 2;
}

/** One worker of a machine, or none if there was an image, makes what all others find; see `statics.ts`. */
export const LAYS_HEAP = !boot.laidOut;

/** A problem of ours: never shown as a JavaScript trace to a user unless it is a bug. */
export class Bug extends Error {
  override readonly name = 'Bug';
}

/** Reports a broken invariant of ours. */
export function bug(what: string): never {
  throw new Bug(`bug: ${what}`);
}

export const MACHINE_MAGIC = 0x61156c0e | 0;
