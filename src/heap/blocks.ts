// Blocks: the allocator behind every executor. A list of free blocks per size class, refilled by
// carving a page; what differs between executors is where the lists lie (one set for the machine, or
// one per worker) and who locks them, so this file offers the parts and `executors/strategies/`
// composes them. Callers pass the size when they free: a block has no header of its own.
//
// H5: a free block's word 0 links to the next free block; words 1 and 2 keep what the last object
// left there, so that a late reader finds a reference count of zero (see sizeClasses.ts).

import { lockMutex, unlockMutex } from '../sync/mutex.ts';
import { type Address, Header, Machine, Region } from './layout.ts';
import { H, MACHINE } from './memory.ts';
import { givePages, PageState, takePages } from './pages.ts';
import { classBytes, SizeClass, sizeClass } from './sizeClasses.ts';

/** 0 for objects, FAMILY_STRIDE for raw storage: added to a size class. */
export type Family = 0 | SizeClass.FAMILY_STRIDE;

/** A worker's own list may grow to about this many bytes before half of it goes to the machine's. */
const CACHE_BYTES_MAX = 1 << 18;

/** Takes a page, carves it into blocks of class `list` (family included) and returns their chain. */
export function carvePage(list: number): Address {
  const bytes = classBytes(list % SizeClass.FAMILY_STRIDE);
  const page = takePages(1, list);
  const count = (Region.PAGE_BYTES / bytes) | 0;
  let next = 0;
  for (let i = count - 1; i >= 0; i--) {
    const block = page + i * bytes;
    H[block >> 2] = next;
    if (list < SizeClass.FAMILY_STRIDE) H[(block >> 2) + Header.REF_SHARED] = 0;
    next = block;
  }
  return next;
}

/** Pages of a block above COARSE_MAX_BYTES. */
export const pagesOf = (bytes: number): number =>
  (bytes + Region.PAGE_BYTES - 1) >>> Region.PAGE_SHIFT;

export function takeLarge(bytes: number): Address {
  return takePages(pagesOf(bytes), PageState.LARGE);
}

export function giveLarge(address: Address, bytes: number): void {
  givePages(address, pagesOf(bytes));
}

/** Takes a block from the free lists that start at word `lists`; nobody else may use them meanwhile. */
export function takeBlockSlow(lists: number, bytes: number, family: Family): Address {
  if (bytes > SizeClass.COARSE_MAX_BYTES) return takeLarge(bytes);
  const head = lists + sizeClass(bytes) + family;
  const block = H[head] !== 0 ? H[head] : carvePage(head - lists);
  H[head] = H[block >> 2];
  return block;
}

/** Puts a block on the free lists that start at word `lists`. */
export function giveBlockSlow(
  lists: number,
  address: Address,
  bytes: number,
  family: Family,
): void {
  if (bytes > SizeClass.COARSE_MAX_BYTES) {
    giveLarge(address, bytes);
    return;
  }
  const head = lists + sizeClass(bytes) + family;
  H[address >> 2] = H[head];
  H[head] = address;
}

/** Refills a worker's list from the machine's, where other workers left blocks, or from a fresh page. */
export function refillFromCentral(list: number): Address {
  const lock = MACHINE + Machine.CENTRAL_LOCK;
  const central = MACHINE + Machine.CENTRAL_LISTS + list;
  if (H[central] !== 0) {
    lockMutex(H, lock);
    const chain = H[central];
    // Chains are handed over whole, linked through another word (see spillToCentral).
    if (chain !== 0) H[central] = H[(chain >> 2) + chainWord(list)];
    unlockMutex(H, lock);
    if (chain !== 0) return chain;
  }
  return carvePage(list);
}

/** Blocks of that class that a worker keeps before it spills. */
export function cacheLimit(list: number): number {
  const bytes = classBytes(list % SizeClass.FAMILY_STRIDE);
  return Math.max(16, (CACHE_BYTES_MAX / Math.max(bytes, 8)) | 0);
}

/** The word of a chain's first block that links chains: not a count (H5), so the type for objects. */
const chainWord = (list: number): number => (list < SizeClass.FAMILY_STRIDE ? Header.TYPE : 1);

/**
 * Cuts the first `count` blocks off a worker's list (head at word `head`) and gives them to the
 * machine as one chain.
 */
export function spillToCentral(head: number, list: number, count: number): void {
  const first = H[head];
  let last = first;
  for (let i = 1; i < count; i++) last = H[last >> 2];
  H[head] = H[last >> 2];
  H[last >> 2] = 0;
  const lock = MACHINE + Machine.CENTRAL_LOCK;
  lockMutex(H, lock);
  const central = MACHINE + Machine.CENTRAL_LISTS + list;
  H[(first >> 2) + chainWord(list)] = H[central];
  H[central] = first;
  unlockMutex(H, lock);
}
