// One set of free lists for the whole machine, each size class under a lock of its own, as Gilectomy
// did to obmalloc (one lock per size class and one for the arenas).

import type { Family } from '../../heap/blocks.ts';
import { giveBlockSlow, giveLarge, takeBlockSlow, takeLarge } from '../../heap/blocks.ts';
import { type Address, Machine } from '../../heap/layout.ts';
import { H, MACHINE } from '../../heap/memory.ts';
import { SizeClass, sizeClass } from '../../heap/sizeClasses.ts';
import { lockMutex, unlockMutex } from '../../sync/mutex.ts';
import type { AllocationStrategy } from '../strategy.ts';
import { calledAllocation } from './sourceText.ts';

const LISTS = MACHINE + Machine.CENTRAL_LISTS;
const LOCKS = MACHINE + Machine.CLASS_LOCKS;

function take(bytes: number, family: Family): Address {
  if (bytes > SizeClass.COARSE_MAX_BYTES) return takeLarge(bytes);
  const lock = LOCKS + sizeClass(bytes) + family;
  lockMutex(H, lock);
  try {
    return takeBlockSlow(LISTS, bytes, family);
  } finally {
    unlockMutex(H, lock);
  }
}

function give(address: Address, bytes: number, family: Family): void {
  if (bytes > SizeClass.COARSE_MAX_BYTES) {
    giveLarge(address, bytes);
    return;
  }
  const lock = LOCKS + sizeClass(bytes) + family;
  lockMutex(H, lock);
  giveBlockSlow(LISTS, address, bytes, family);
  unlockMutex(H, lock);
}

const allocate = (bytes: number): Address => take(bytes, 0);
const free = (address: Address, bytes: number): void => give(address, bytes, 0);

export const lockedBlocks: AllocationStrategy = {
  name: 'locked, one lock per size class',
  allocate,
  free,
  allocateRaw: (bytes) => take(bytes, SizeClass.FAMILY_STRIDE),
  freeRaw: (address, bytes) => give(address, bytes, SizeClass.FAMILY_STRIDE),
  source: calledAllocation({ allocate, free }),
};
