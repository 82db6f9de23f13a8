// What the object library, the runtime and both tiers see of the executor: its functions, bound once
// as constants (see heap/bootRecord.ts). Who they are is decided in `compose.ts`; nobody asks here.

import { boot } from '../heap/boot.ts';
import { compose } from './compose.ts';

export { RETRY } from './strategy.ts';

const executor = compose(boot.executor);

export const {
  initHeader,
  incref,
  decref,
  tryIncref,
  increfShareable,
  countOf,
  isUnique,
  makeImmortal,
  makeDeferred,
  mergeQueued,
  traced,
  source: countSource,
} = executor.counts;
export const {
  lock,
  unlock,
  lockBriefly,
  unlockBriefly,
  lockPair,
  unlockPair,
  readItem,
  readSlot,
  lookAgain,
  publish,
  lockFreeReads,
  borrowedReads,
  source: accessSource,
} = executor.access;
export { addStat } from './strategies/contention.ts';
export const suspendSections = executor.access.suspend;
export const resumeSections = executor.access.resume;
export const { allocate, free, allocateRaw, freeRaw, source: blockSource } = executor.allocation;
export const { retire, quiesce } = executor.reclamation;
export const { exclusive, attach, detach, yieldNow } = executor.scheduling;
