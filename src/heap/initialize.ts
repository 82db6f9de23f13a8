// Lays out the empty machine. The worker that lays out the boot heap runs this when the module is
// evaluated, before any object exists; the others find it done.
//
// The tables behind the page map begin where the map of the largest heap would end, so that every object
// of the boot heap has the same address in a heap of any size: one image fits all (bootImage.ts).

import { boot } from './boot.ts';
import { Machine, Region, Worker } from './layout.ts';
import { H, HEAP_BYTES, LAYS_HEAP, MACHINE, MACHINE_MAGIC, WORKER } from './memory.ts';

/** Threads that can exist at once; a slot is also an owner id of 16 bits. */
export const THREAD_SLOTS_MAX = 8192;
/** Objects that every isolate finds by number (statics.ts). */
export const STATICS_MAX = 16384;

/** Addresses are 32-bit words with a sign. */
const PAGES_MAX = 2 ** 31 / Region.PAGE_BYTES;

function initialize(): void {
  const tables = Region.PAGE_MAP + PAGES_MAX * 4;
  const statics = tables + THREAD_SLOTS_MAX * 4;
  const end = statics + STATICS_MAX * 4;
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

if (LAYS_HEAP && H[MACHINE + Machine.MAGIC] !== MACHINE_MAGIC) initialize();
// An image may come from a heap of another size.
H[MACHINE + Machine.HEAP_BYTES] = HEAP_BYTES;
H[MACHINE + Machine.PAGE_COUNT] = HEAP_BYTES / Region.PAGE_BYTES;
H[WORKER + Worker.INDEX] = boot.workerIndex;
