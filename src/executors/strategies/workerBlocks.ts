// @hot Free lists per worker, so that allocation takes no lock. A block freed by another worker than
// the one that took it simply joins the freeing worker's list; a list that grows too long gives half
// of itself to the machine, where an empty one looks first. So a producer and a consumer run in
// constant memory. (mimalloc, which PEP 703 uses, sends blocks back to their page's owner instead.)

import {
  cacheLimit,
  giveLarge,
  refillFromCentral,
  spillToCentral,
  takeLarge,
} from '../../heap/blocks.ts';
import { type Address, Worker } from '../../heap/layout.ts';
import { H, WORKER } from '../../heap/memory.ts';
import { SizeClass, sizeClass } from '../../heap/sizeClasses.ts';
import type { AllocationStrategy } from '../strategy.ts';

const LISTS = WORKER + Worker.FREE_LISTS;
const COUNTS = WORKER + Worker.FREE_COUNTS;

/** Blocks that a list keeps before it spills, by class and family. */
const LIMITS = Int32Array.from({ length: 2 * SizeClass.FAMILY_STRIDE }, (_, list) =>
  list % SizeClass.FAMILY_STRIDE < SizeClass.COUNT ? cacheLimit(list) : 0,
);

export function takeBlock(bytes: number, raw: boolean): Address {
  const list =
    (bytes <= SizeClass.FINE_MAX_BYTES ? (bytes + 7) >> 3 : coarseClass(bytes)) +
    (raw ? SizeClass.FAMILY_STRIDE : 0);
  if (bytes > SizeClass.COARSE_MAX_BYTES) return takeLarge(bytes);
  const block = H[LISTS + list];
  if (block === 0) return takeBlockRefill(list);
  H[LISTS + list] = H[block >> 2];
  H[COUNTS + list] = H[COUNTS + list] - 1;
  return block;
}

const coarseClass = (bytes: number): number =>
  bytes > SizeClass.COARSE_MAX_BYTES ? 0 : sizeClass(bytes);

function takeBlockRefill(list: number): Address {
  const chain = refillFromCentral(list);
  let count = 0;
  for (let block = chain; block !== 0; block = H[block >> 2]) count++;
  H[LISTS + list] = H[chain >> 2];
  H[COUNTS + list] = count - 1;
  return chain;
}

export function giveBlock(address: Address, bytes: number, raw: boolean): void {
  if (bytes > SizeClass.COARSE_MAX_BYTES) {
    giveLarge(address, bytes);
    return;
  }
  const list =
    (bytes <= SizeClass.FINE_MAX_BYTES ? (bytes + 7) >> 3 : sizeClass(bytes)) +
    (raw ? SizeClass.FAMILY_STRIDE : 0);
  H[address >> 2] = H[LISTS + list];
  H[LISTS + list] = address;
  const count = H[COUNTS + list] + 1;
  H[COUNTS + list] = count;
  if (count > (LIMITS[list] as number)) spill(list, count);
}

function spill(list: number, count: number): void {
  const half = count >> 1;
  H[COUNTS + list] = count - half;
  spillToCentral(LISTS + list, list, half);
}

export const workerBlocks: AllocationStrategy = {
  name: 'per worker, blocks freed elsewhere move',
  allocate: (bytes) => takeBlock(bytes, false),
  free: (address, bytes) => giveBlock(address, bytes, false),
  allocateRaw: (bytes) => takeBlock(bytes, true),
  freeRaw: (address, bytes) => giveBlock(address, bytes, true),
  source: {
    names: { giveBlock },
    take(target, bytes) {
      const list = (bytes + 7) >> 3;
      return `${target} = H[${LISTS + list}]; if (${target} !== 0) { H[${LISTS + list}] = H[${target} >> 2]; H[${COUNTS + list}] = H[${COUNTS + list}] - 1; }`;
    },
    free: (address, bytes) => `giveBlock(${address}, ${bytes}, false);`,
  },
};
