// Safe memory reclamation by quiescent states (CPython InternalDocs/qsbr.md). Storage that was
// replaced carries a goal; it is freed when every attached thread has passed a safepoint since.
//
//   QSBR_SEQUENCE       write sequence, odd, advanced by 2 for every batch of retired blocks
//   Thread.QSBR_SEEN    the sequence that a thread has seen at its last safepoint; 0 = detached
//
// A block is freed when its goal is at most the smallest sequence seen by an attached thread. What it
// cannot do: free anything while one thread stays away from safepoints (a long native call).

import {
  type Address,
  BreakerBit,
  Machine,
  Thread,
  ThreadStatus,
  Worker,
} from '../../heap/layout.ts';
import { CURRENT_THREAD, H, MACHINE, WORKER } from '../../heap/memory.ts';
import { atomicAdd, atomicLoad, atomicOr, atomicStore } from '../../sync/atomics.ts';
import type { ReclamationStrategy } from '../strategy.ts';
import { giveBlock, takeBlock } from './workerBlocks.ts';

/** A retired block is remembered in a node of its worker's list, newest first. */
const enum Retired {
  NEXT = 0,
  ADDRESS = 1,
  BYTES = 2,
  GOAL = 3,
  NODE_BYTES = 16,
}

/** Retired blocks before threads are asked to pass a quiescent state (CPython: QSBR_DEFERRED_LIMIT). */
const BATCH = 10;
const LIST = WORKER + Worker.RETIRED;
const COUNT = WORKER + Worker.RETIRED_COUNT;
const SEQUENCE = MACHINE + Machine.QSBR_SEQUENCE;

function retire(address: Address, bytes: number): void {
  const node = takeBlock(Retired.NODE_BYTES, true);
  const q = node >> 2;
  H[q + Retired.NEXT] = H[LIST];
  H[q + Retired.ADDRESS] = address;
  H[q + Retired.BYTES] = bytes;
  H[q + Retired.GOAL] = atomicLoad(H, SEQUENCE) + 2;
  H[LIST] = node;
  H[COUNT] += 1;
  if (H[COUNT] % BATCH === 0) {
    atomicAdd(H, SEQUENCE, 2);
    askAll();
    freeReached();
  }
}

/** Every running thread is asked to say at its next safepoint how far it has seen. */
function askAll(): void {
  const table = H[MACHINE + Machine.THREAD_TABLE] >> 2;
  const slots = atomicLoad(H, MACHINE + Machine.THREAD_SLOTS);
  for (let slot = 1; slot < slots; slot++) {
    const state = H[table + slot];
    if (state !== 0 && atomicLoad(H, (state >> 2) + Thread.QSBR_SEEN) !== 0) {
      atomicOr(H, (state >> 2) + Thread.BREAKER, BreakerBit.QUIESCENT);
    }
  }
}

function smallestSeen(): number {
  const table = H[MACHINE + Machine.THREAD_TABLE] >> 2;
  const slots = atomicLoad(H, MACHINE + Machine.THREAD_SLOTS);
  let smallest = atomicLoad(H, SEQUENCE);
  for (let slot = 1; slot < slots; slot++) {
    const state = H[table + slot];
    if (state === 0 || H[(state >> 2) + Thread.STATUS] === ThreadStatus.FREE) continue;
    const seen = atomicLoad(H, (state >> 2) + Thread.QSBR_SEEN);
    if (seen !== 0 && seen < smallest) smallest = seen;
  }
  return smallest;
}

function freeReached(): void {
  const reached = smallestSeen();
  let link = LIST;
  while (H[link] !== 0) {
    const node = H[link];
    const q = node >> 2;
    if (H[q + Retired.GOAL] > reached) {
      link = q + Retired.NEXT;
      continue;
    }
    H[link] = H[q + Retired.NEXT];
    giveBlock(H[q + Retired.ADDRESS], H[q + Retired.BYTES], true);
    giveBlock(node, Retired.NODE_BYTES, true);
    H[COUNT] -= 1;
  }
}

export const qsbr: ReclamationStrategy = {
  name: 'quiescent states',
  retire,
  quiesce() {
    const state = H[CURRENT_THREAD] >> 2;
    atomicStore(H, state + Thread.QSBR_SEEN, atomicLoad(H, SEQUENCE));
    if (H[COUNT] >= BATCH) freeReached();
  },
};
