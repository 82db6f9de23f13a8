// @hot Free lists per worker, so that allocation takes no lock. A block freed by another worker than
// the one that took it simply joins the freeing worker's list; a list that grows too long gives half
// of itself to the machine, where an empty one looks first. So a producer and a consumer run in
// constant memory. Taking a block counts nothing: FREE_COUNTS is what a list can have at most, and its
// blocks are counted when that reaches the limit. (mimalloc, which PEP 703 uses, sends blocks back to their page's owner instead.)

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
  return block;
}

const coarseClass = (bytes: number): number =>
  bytes > SizeClass.COARSE_MAX_BYTES ? 0 : sizeClass(bytes);

function takeBlockRefill(list: number): Address {
  const chain = refillFromCentral(list);
  H[LISTS + list] = H[chain >> 2];
  H[COUNTS + list] = lengthOf(list);
  return chain;
}

function lengthOf(list: number): number {
  let count = 0;
  for (let block = H[LISTS + list]; block !== 0; block = H[block >> 2]) count++;
  return count;
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
  if (count > (LIMITS[list] as number)) spillSlow(list);
}

/** So many blocks have been given; how many are still there is counted now. */
function spillSlow(list: number): void {
  const count = lengthOf(list);
  const spilled = count > (LIMITS[list] as number) >> 1 ? count >> 1 : 0;
  H[COUNTS + list] = count - spilled;
  if (spilled > 0) spillToCentral(LISTS + list, list, spilled);
}

export const workerBlocks: AllocationStrategy = {
  name: 'per worker, blocks freed elsewhere move',
  allocate: (bytes) => takeBlock(bytes, false),
  free: (address, bytes) => giveBlock(address, bytes, false),
  allocateRaw: (bytes) => takeBlock(bytes, true),
  freeRaw: (address, bytes) => giveBlock(address, bytes, true),
  source: {
    names: { spillSlow },
    take(target, bytes) {
      const head = LISTS + ((bytes + 7) >> 3);
      return `${target} = H[${head}]; if (${target} !== 0) H[${head}] = H[${target} >> 2];`;
    },
    free(address, bytes) {
      const list = (bytes + 7) >> 3;
      return `H[${address} >> 2] = H[${LISTS + list}]; H[${LISTS + list}] = ${address}; if (++H[${COUNTS + list}] > ${LIMITS[list]}) spillSlow(${list});`;
    },
  },
};
