// Counting for `--stats`: the strategies of an executor wrapped so that each thread counts what it asks
// them for. Only composed when statistics are wanted; otherwise nobody pays. Whether a count is local,
// shared or skipped is read off the header, as the counts themselves decide it.

import { boot } from '../../heap/boot.ts';
import { type Address, Header, OwnerWord, Stat, type Value } from '../../heap/layout.ts';
import { CURRENT_OWNER, H } from '../../heap/memory.ts';
import {
  type AccessStrategy,
  type AllocationStrategy,
  type CountStrategy,
  type Executor,
  RETRY,
  type ReclamationStrategy,
} from '../strategy.ts';
import { addStat } from './contention.ts';
import { calledAccess, calledAllocation, calledCounts } from './sourceText.ts';

const OWNER_MASK = -1 << OwnerWord.OWNER_SHIFT;

/** The executor itself, or one that counts. */
export function counted(executor: Executor): Executor {
  if (!boot.stats) return executor;
  return {
    ...executor,
    counts: countedCounts(executor.counts),
    access: countedAccess(executor.access, noteOf(executor.counts)),
    allocation: countedAllocation(executor.allocation),
    reclamation: countedReclamation(executor.reclamation),
  };
}

/** `local`, `local + SHARED` or `local + SKIPPED`, by what the operation will touch. */
function kindOf(counts: CountStrategy, address: Address, local: Stat): Stat {
  const q = address >> 2;
  if (!counts.biased) return local;
  if (H[q] === -1) return local + (Stat.INCREF_SKIPPED - Stat.INCREF);
  return ((H[q + Header.OWNER] ^ H[CURRENT_OWNER]) & OWNER_MASK) === 0
    ? local
    : local + (Stat.INCREF_SHARED - Stat.INCREF);
}

type Note = (value: Value, local: Stat) => void;

/** Counts one operation on a value; small ints have no counts. */
const noteOf =
  (counts: CountStrategy): Note =>
  (value, local) => {
    if ((value & 1) === 0) addStat(kindOf(counts, value, local), 1);
  };

function countedCounts(counts: CountStrategy): CountStrategy {
  const { incref, decref, tryIncref, increfShareable } = counts;
  const note = noteOf(counts);
  const notedIncref = (value: Value): void => {
    note(value, Stat.INCREF);
    incref(value);
  };
  const notedDecref = (value: Value): void => {
    note(value, Stat.DECREF);
    decref(value);
  };
  return {
    ...counts,
    incref: notedIncref,
    decref: notedDecref,
    source: calledCounts({
      incref: notedIncref,
      decref: notedDecref,
      initHeader: counts.initHeader,
    }),
    tryIncref(value) {
      const done = tryIncref(value);
      if (done) note(value, Stat.INCREF);
      return done;
    },
    increfShareable(value) {
      note(value, Stat.INCREF);
      increfShareable(value);
    },
  };
}

/** Reads count the item that they give away, and lock if there is no other way. */
function countedAccess(access: AccessStrategy, note: Note): AccessStrategy {
  const { lock, lockBriefly, lockPair, readItem, readSlot, lockFreeReads, protects } = access;
  const locked = (count: number): void => {
    if (protects) addStat(Stat.LOCKS, count);
  };
  const given = (value: Value): Value => {
    if (!lockFreeReads) locked(1);
    if (value !== 0 && value !== RETRY) note(value, Stat.INCREF);
    return value;
  };
  const noted = {
    unlock: access.unlock,
    lock(object: Address): void {
      locked(1);
      lock(object);
    },
    unlockBriefly: access.unlockBriefly,
    lockBriefly(object: Address): void {
      locked(1);
      lockBriefly(object);
    },
    readItem: (container: Address, field: number, offset: number) =>
      given(readItem(container, field, offset)),
    readSlot: (container: Address, slot: number, guard: number, guardValue: number) =>
      given(readSlot(container, slot, guard, guardValue)),
  };
  return {
    ...access,
    ...noted,
    source: calledAccess(noted),
    lockPair(first, second) {
      locked(first === second ? 1 : 2);
      lockPair(first, second);
    },
  };
}

function countedAllocation(allocation: AllocationStrategy): AllocationStrategy {
  const { allocate, free, allocateRaw, freeRaw } = allocation;
  const noted = {
    allocate(bytes: number): Address {
      addStat(Stat.ALLOCATIONS, 1);
      return allocate(bytes);
    },
    free(address: Address, bytes: number): void {
      addStat(Stat.FREES, 1);
      free(address, bytes);
    },
  };
  return {
    ...allocation,
    ...noted,
    source: calledAllocation(noted),
    allocateRaw(bytes) {
      addStat(Stat.ALLOCATIONS, 1);
      return allocateRaw(bytes);
    },
    freeRaw(address, bytes) {
      addStat(Stat.FREES, 1);
      freeRaw(address, bytes);
    },
  };
}

function countedReclamation(reclamation: ReclamationStrategy): ReclamationStrategy {
  const { retire } = reclamation;
  return {
    ...reclamation,
    retire(address, bytes) {
      addStat(Stat.RETIRED, 1);
      addStat(Stat.FREES, 1);
      retire(address, bytes);
    },
  };
}
