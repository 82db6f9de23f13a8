// Lays out the empty machine. Worker 0 runs this when the module is evaluated, before any object
// exists; the other workers find it done.

import { boot } from './boot.ts';
import { Machine, Region, Worker } from './layout.ts';
import { H, HEAP_BYTES, IS_FIRST, MACHINE, MACHINE_MAGIC, WORKER } from './memory.ts';

/** Threads that can exist at once; a slot is also an owner id of 16 bits. */
export const THREAD_SLOTS_MAX = 8192;
/** Objects that every isolate finds by number (statics.ts). */
export const STATICS_MAX = 16384;

function initialize(): void {
  const pages = HEAP_BYTES / Region.PAGE_BYTES;
  const tables = Region.PAGE_MAP + pages * 4;
  const statics = tables + THREAD_SLOTS_MAX * 4;
  const end = statics + STATICS_MAX * 4;
  H[MACHINE + Machine.HEAP_BYTES] = HEAP_BYTES;
  H[MACHINE + Machine.PAGE_COUNT] = pages;
  H[MACHINE + Machine.THREAD_TABLE] = tables;
  H[MACHINE + Machine.THREAD_SLOTS] = 1;
  H[MACHINE + Machine.STATIC_TABLE] = statics >> 2;
  H[MACHINE + Machine.PAGE_NEXT] = Math.ceil(end / Region.PAGE_BYTES);
  H[MACHINE + Machine.FIRST_PAGE] = H[MACHINE + Machine.PAGE_NEXT];
  H[MACHINE + Machine.QSBR_SEQUENCE] = 1;
  H[MACHINE + Machine.SWITCH_INTERVAL_US] = 5000;
  H[MACHINE + Machine.RECURSION_LIMIT] = 1000;
  H[MACHINE + Machine.MAGIC] = MACHINE_MAGIC;
}

if (IS_FIRST && H[MACHINE + Machine.MAGIC] !== MACHINE_MAGIC) initialize();
H[WORKER + Worker.INDEX] = boot.workerIndex;
