// Pieces of the source text that strategies give to tier 2.

import { type Address, Header } from '../../heap/layout.ts';
import { CURRENT_OWNER } from '../../heap/memory.ts';
import type {
  AccessSource,
  AccessStrategy,
  AllocationSource,
  AllocationStrategy,
  CountSource,
  CountStrategy,
} from '../strategy.ts';

/** A statement for heap objects only; a small int has no count. */
export const guarded = (value: string, tagged: boolean, statement: string): string =>
  tagged ? `if (!(${value} & 1)) ${statement}` : statement;

/** The header of a fresh object: one reference, and the running thread or nobody as its owner. */
export const headerText = (target: string, type: Address, owned: boolean): string => {
  const q = `(${target} >> 2)`;
  const owner = owned ? `H[${CURRENT_OWNER}]` : '0';
  return `H[${target} >> 2] = 1; H[${q} + ${Header.REF_SHARED}] = 0; H[${q} + ${Header.OWNER}] = ${owner}; H[${q} + ${Header.TYPE}] = ${type};`;
};

/** Text that calls the strategy's functions: for those that are long, and for those that are observed. */
export const calledCounts = (
  counts: Pick<CountStrategy, 'incref' | 'decref' | 'initHeader'>,
): CountSource => ({
  names: { incref: counts.incref, decref: counts.decref, initHeader: counts.initHeader },
  incref: (value) => `incref(${value});`,
  decref: (value) => `decref(${value});`,
  initHeader: (target, type) => `initHeader(${target}, ${type});`,
});

export const calledAccess = (
  access: Pick<AccessStrategy, 'readItem' | 'readSlot' | 'lock' | 'unlock'>,
): AccessSource => ({
  names: {
    readItem: access.readItem,
    readSlot: access.readSlot,
    lock: access.lock,
    unlock: access.unlock,
  },
  readItem: (target, container, field, offset) =>
    `${target} = readItem(${container}, ${field}, ${offset});`,
  readSlot: (target, container, slot, guard, value) =>
    `${target} = readSlot(${container}, ${slot}, ${guard}, ${value});`,
  lock: (object) => `lock(${object});`,
  unlock: (object) => `unlock(${object});`,
});

export const calledAllocation = (
  allocation: Pick<AllocationStrategy, 'allocate' | 'free'>,
): AllocationSource => ({
  names: { allocate: allocation.allocate, free: allocation.free },
  take: (target, bytes) => `${target} = allocate(${bytes});`,
  free: (address, bytes) => `free(${address}, ${bytes});`,
});
