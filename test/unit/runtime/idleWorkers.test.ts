// Which worker a thread is given to: the idle one with the lowest number, and nobody else while it comes.

import { beforeEach, describe, expect, it } from 'vitest';
import { bootHeap } from '../../support/heapOnly.ts';

await bootHeap('nogil', async () => {});
const { H, MACHINE } = await import('../../../src/heap/memory.ts');
const { BreakerBit, Machine, Region, Thread, Worker, WorkerState } = await import(
  '../../../src/heap/layout.ts'
);
const { becomeBusy, becomeIdle, callWorker, isForOthers, pullThread } = await import(
  '../../../src/runtime/idleWorkers.ts'
);
const { newThread } = await import('../../../src/runtime/threads.ts');

const WORKERS = 4;
const wordOf = (worker: number, word: number): number =>
  ((Region.WORKERS + worker * Region.WORKER_BYTES) >> 2) + word;
const setStates = (states: readonly number[]): void => {
  states.forEach((state, worker) => {
    H[wordOf(worker, Worker.STATE)] = state;
  });
};
const states = (): number[] =>
  Array.from({ length: WORKERS }, (_, worker) => H[wordOf(worker, Worker.STATE)] as number);
const BUSY = WorkerState.BUSY;
const IDLE = WorkerState.IDLE;
const CALLED = WorkerState.CALLED;

beforeEach(() => {
  H[MACHINE + Machine.WORKER_COUNT] = WORKERS;
  H[MACHINE + Machine.RUN_COUNT] = 0;
  setStates([BUSY, BUSY, BUSY, BUSY]);
});

describe('idle workers', () => {
  it('are called from the lowest number on', () => {
    setStates([BUSY, IDLE, BUSY, IDLE]);
    callWorker();
    expect(states()).toEqual([BUSY, CALLED, BUSY, IDLE]);
    callWorker();
    expect(states()).toEqual([BUSY, CALLED, BUSY, CALLED]);
    callWorker();
    expect(states()).toEqual([BUSY, CALLED, BUSY, CALLED]);
  });

  it('are counted while they sleep', () => {
    const before = H[MACHINE + Machine.IDLE_WORKERS] as number;
    becomeIdle();
    expect([states()[0], H[MACHINE + Machine.IDLE_WORKERS]]).toEqual([IDLE, before + 1]);
    becomeBusy();
    expect([states()[0], H[MACHINE + Machine.IDLE_WORKERS]]).toEqual([BUSY, before]);
  });

  it('leave no thread to workers with higher numbers', () => {
    setStates([BUSY, CALLED, CALLED, CALLED]);
    H[MACHINE + Machine.RUN_COUNT] = 1;
    expect(isForOthers()).toBe(false);
  });

  it('take a thread over from the worker with the highest number, but none that native code holds', () => {
    const free = newThread() >> 2;
    const held = newThread() >> 2;
    H[held + Thread.NATIVE_DEPTH] = 1;
    H[wordOf(1, Worker.THREAD)] = free << 2;
    H[wordOf(3, Worker.THREAD)] = held << 2;
    pullThread();
    expect(H[free + Thread.BREAKER]).toBe(BreakerBit.TIME_SLICE);
    expect(H[held + Thread.BREAKER]).toBe(0);
  });
});
