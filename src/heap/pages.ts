// Pages of 16 KiB: what the block allocator carves up, and what large blocks are made of. Runs of
// free pages are kept in a list in the pages themselves, sorted by address, merged with neighbours
// when they are given back, and searched first-fit; fresh pages come from the end.
//
// Page map, one word per page: 0 never used; size class (> 0) of the blocks in it; PageState values
// for large blocks and free runs. The heap walker (verify.ts) reads it.
//
// H4: the free runs are disjoint, sorted, and no two are adjacent; held under Machine.PAGE_LOCK.

import { lockMutex, unlockMutex } from '../sync/mutex.ts';
import { type Address, Machine, Region } from './layout.ts';
import { H, MACHINE } from './memory.ts';

export const enum PageState {
  LARGE = -1, // first page of a large block
  LARGE_REST = -2,
  FREE = -3,
}

/** A free run's first words: next run's address, number of pages. */
const enum Run {
  NEXT = 0,
  PAGES = 1,
}

const LOCK = MACHINE + Machine.PAGE_LOCK;
const MAP = Region.PAGE_MAP >> 2;

/** Thrown when no page is left; the runtime turns it into Python's MemoryError. */
export class HeapExhausted extends Error {
  override readonly name = 'HeapExhausted';
}

/**
 * Takes `count` adjacent pages and marks them in the page map as `mark` (the rest as LARGE_REST if
 * that is LARGE). The memory is not cleared. Throws HeapExhausted.
 */
export function takePages(count: number, mark: number): Address {
  lockMutex(H, LOCK);
  const page = findRun(count);
  if (page === 0) {
    unlockMutex(H, LOCK);
    throw new HeapExhausted();
  }
  for (let i = 0; i < count; i++) {
    H[MAP + (page >> Region.PAGE_SHIFT) + i] =
      i > 0 && mark === PageState.LARGE ? PageState.LARGE_REST : mark;
  }
  unlockMutex(H, LOCK);
  return page;
}

/**
 * Keeps `count` pages back, so that there is room for a MemoryError when no page is left; fewer if there
 * are no more.
 */
export function keepReserve(count: number): void {
  for (let pages = count; pages > 0; pages >>= 1) {
    try {
      H[MACHINE + Machine.RESERVE] = takePages(pages, PageState.LARGE);
      H[MACHINE + Machine.RESERVE_PAGES] = pages;
      return;
    } catch (error) {
      if (!(error instanceof HeapExhausted)) throw error;
    }
  }
}

/** Gives the reserve up; returns how many pages it had. */
export function releaseReserve(): number {
  const pages = H[MACHINE + Machine.RESERVE_PAGES];
  if (pages > 0) givePages(H[MACHINE + Machine.RESERVE], pages);
  H[MACHINE + Machine.RESERVE_PAGES] = 0;
  return pages;
}

/** Gives pages back and merges them with free neighbours. */
export function givePages(address: Address, count: number): void {
  lockMutex(H, LOCK);
  for (let i = 0; i < count; i++) H[MAP + (address >> Region.PAGE_SHIFT) + i] = PageState.FREE;
  insertRun(address, count);
  unlockMutex(H, LOCK);
}

function findRun(count: number): Address {
  let link = MACHINE + Machine.PAGE_FREE_RUNS;
  for (let run = H[link]; run !== 0; run = H[link]) {
    const pages = H[(run >> 2) + Run.PAGES];
    if (pages >= count) {
      if (pages === count) H[link] = H[(run >> 2) + Run.NEXT];
      else {
        const rest = run + count * Region.PAGE_BYTES;
        H[(rest >> 2) + Run.NEXT] = H[(run >> 2) + Run.NEXT];
        H[(rest >> 2) + Run.PAGES] = pages - count;
        H[link] = rest;
      }
      return run;
    }
    link = (run >> 2) + Run.NEXT;
  }
  const fresh = H[MACHINE + Machine.PAGE_NEXT];
  if (fresh + count > H[MACHINE + Machine.PAGE_COUNT]) return 0;
  H[MACHINE + Machine.PAGE_NEXT] = fresh + count;
  return fresh * Region.PAGE_BYTES;
}

function insertRun(address: Address, count: number): void {
  let link = MACHINE + Machine.PAGE_FREE_RUNS;
  let before = 0;
  while (H[link] !== 0 && H[link] < address) {
    before = H[link];
    link = (before >> 2) + Run.NEXT;
  }
  let pages = count;
  let next = H[link];
  if (next === address + count * Region.PAGE_BYTES) {
    pages += H[(next >> 2) + Run.PAGES];
    next = H[(next >> 2) + Run.NEXT];
  }
  if (before !== 0 && before + H[(before >> 2) + Run.PAGES] * Region.PAGE_BYTES === address) {
    H[(before >> 2) + Run.PAGES] += pages;
    H[(before >> 2) + Run.NEXT] = next;
    return;
  }
  H[(address >> 2) + Run.NEXT] = next;
  H[(address >> 2) + Run.PAGES] = pages;
  H[link] = address;
}
