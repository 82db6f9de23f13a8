// The global interpreter lock of CPython 3.2 and later (Python/ceval_gil.c; A. Pitrou, 2009).
//
// A thread that wants the lock waits for the switch interval. If the interval passed, the lock is
// still held and nobody else got it meanwhile (the switch number did not move), it asks the holder to
// drop it. The holder sees the request at a safepoint, drops the lock, and waits until another thread
// has taken it (forced switching). There are no priorities: any waiter may win.
//
//   GIL_LOCKED         0 free, 1 held; waiters sleep on it
//   GIL_SWITCH_NUMBER  counts changes of holder; the dropper sleeps on it
//   GIL_LAST_HOLDER    address of the thread state that held it last
//   GIL_WAITERS        threads inside take()

import { boot } from '../../heap/boot.ts';
import { BreakerBit, Machine, Stat, Thread } from '../../heap/layout.ts';
import { CURRENT_THREAD, H, MACHINE } from '../../heap/memory.ts';
import {
  atomicAdd,
  atomicAnd,
  atomicLoad,
  atomicOr,
  atomicStore,
  atomicSub,
  compareExchange,
  park,
  unpark,
  Wake,
} from '../../sync/atomics.ts';
import type { SchedulingStrategy } from '../strategy.ts';
import { addStat } from './contention.ts';

const LOCKED = MACHINE + Machine.GIL_LOCKED;
const SWITCH_NUMBER = MACHINE + Machine.GIL_SWITCH_NUMBER;
const LAST_HOLDER = MACHINE + Machine.GIL_LAST_HOLDER;
const WAITERS = MACHINE + Machine.GIL_WAITERS;
const INTERVAL = MACHINE + Machine.SWITCH_INTERVAL_US;

function take(): void {
  if (compareExchange(H, LOCKED, 0, 1) !== 0) takeSlow();
  const me = H[CURRENT_THREAD];
  if (H[LAST_HOLDER] !== me) {
    atomicStore(H, LAST_HOLDER, me);
    atomicAdd(H, SWITCH_NUMBER, 1);
    unpark(H, SWITCH_NUMBER, Infinity);
    if (boot.stats) addStat(Stat.GIL_HANDOVERS, 1);
  }
  atomicAnd(H, (me >> 2) + Thread.BREAKER, ~BreakerBit.GIL_DROP);
}

function takeSlow(): void {
  const from = boot.stats ? performance.now() : 0;
  atomicAdd(H, WAITERS, 1);
  while (compareExchange(H, LOCKED, 0, 1) !== 0) {
    const before = atomicLoad(H, SWITCH_NUMBER);
    const wake = park(H, LOCKED, 1, Math.max(H[INTERVAL], 1) / 1000);
    if (
      wake === Wake.TIMED_OUT &&
      atomicLoad(H, LOCKED) === 1 &&
      atomicLoad(H, SWITCH_NUMBER) === before
    ) {
      requestDrop();
    }
  }
  atomicSub(H, WAITERS, 1);
  if (boot.stats) addStat(Stat.GIL_WAIT_US, Math.round((performance.now() - from) * 1000));
}

function requestDrop(): void {
  const holder = atomicLoad(H, LAST_HOLDER);
  if (holder === 0) return;
  atomicOr(H, (holder >> 2) + Thread.BREAKER, BreakerBit.GIL_DROP);
  if (boot.stats) addStat(Stat.GIL_DROP_REQUESTS, 1);
}

function drop(): void {
  atomicStore(H, LOCKED, 0);
  unpark(H, LOCKED, 1);
}

export const gil: SchedulingStrategy = {
  name: 'one at a time, by switch interval',
  exclusive: true,
  attach: take,
  detach: drop,
  yieldNow() {
    const before = atomicLoad(H, SWITCH_NUMBER);
    drop();
    // FORCE_SWITCHING: not before somebody else has had it, as long as somebody wants it.
    while (atomicLoad(H, WAITERS) > 0 && atomicLoad(H, SWITCH_NUMBER) === before) {
      park(H, SWITCH_NUMBER, before, 1);
    }
    take();
  },
};
