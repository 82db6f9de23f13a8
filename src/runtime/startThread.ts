// Starting a Python thread: a new thread state whose bottom frame calls the function, put into the run
// queue. The handle is done when that frame has left.

import { decref, incref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  HandleLayout as HL,
  Machine,
  Thread,
  ThreadStatus,
  type Value,
} from '../heap/layout.ts';
import { CURRENT_OWNER, CURRENT_THREAD, H, MACHINE } from '../heap/memory.ts';
import { RAISED, takePending } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { tupleOf } from '../objects/tuple.ts';
import { pushFunction } from './calls.ts';
import { withWords } from './nativeCalls.ts';
import { endThread, lockScheduler, newThread, unlockScheduler } from './threads.ts';
import { trampoline } from './trampoline.ts';
import { enqueue } from './waiting.ts';

/** Starts `fn(*values, **named)`; values and names are owned and taken over, fn is borrowed. */
export function startThread(
  handle: Address,
  fn: Value,
  values: readonly Value[],
  names: readonly Value[],
  named: readonly Value[],
  daemon: boolean,
): void {
  H[MACHINE + Machine.PARALLEL] = 1;
  const state = newThread();
  const q = state >> 2;
  H[q + Thread.IS_DAEMON] = daemon ? 1 : 0;
  H[q + Thread.HANDLE] = handle;
  incref(handle);
  incref(fn);
  H[(handle >> 2) + HL.FUNCTION] = fn;
  H[(handle >> 2) + HL.IDENT] = H[q + Thread.IDENT];
  H[(handle >> 2) + HL.DAEMON] = daemon ? 1 : 0;
  const kwNames = names.length === 0 ? 0 : tupleOf([...names]);
  try {
    withBorrowedThread(state, () => enterBottomFrame(q, fn, [...values, ...named], kwNames));
  } catch (error) {
    endThread(q);
    H[q + Thread.STATUS] = ThreadStatus.FREE;
    decref(handle);
    throw error;
  } finally {
    for (const value of [...values, ...named]) decref(value);
    if (kwNames !== 0) decref(kwNames);
  }
  lockScheduler();
  H[MACHINE + Machine.LIVE_THREADS] += 1;
  H[MACHINE + Machine.ACTIVE_COUNT] += 1;
  enqueue(q);
  unlockScheduler();
}

/**
 * The bottom frame: the function itself, or a trampoline that calls any other callable. Arguments that do
 * not fit the function are the thread's error, not the starter's: the trampoline raises it there.
 */
function enterBottomFrame(
  thread: number,
  fn: Value,
  words: readonly Value[],
  kwNames: Value,
): void {
  if (typeOf(fn) === T.FUNCTION) {
    try {
      withWords(words, (at) => {
        pushFunction(thread, fn, at, words.length, kwNames, Action.THREAD, 0);
        return 0;
      });
      return;
    } catch (error) {
      if (error !== RAISED) throw error;
      decref(takePending());
    }
  }
  withWords([fn, ...words], (at) => {
    pushFunction(thread, trampoline(), at, words.length + 1, kwNames, Action.THREAD, 0);
    return 0;
  });
}

/** Builds on another thread's stack: frames are made for the running thread. */
function withBorrowedThread(state: Address, build: () => void): void {
  const own = H[CURRENT_THREAD];
  const owner = H[CURRENT_OWNER];
  H[CURRENT_THREAD] = state;
  try {
    build();
  } finally {
    if (H[CURRENT_THREAD] === state) {
      const pending = H[(state >> 2) + Thread.PENDING];
      H[(state >> 2) + Thread.PENDING] = 0;
      H[CURRENT_THREAD] = own;
      H[CURRENT_OWNER] = owner;
      if (pending !== 0) H[(own >> 2) + Thread.PENDING] = pending;
    }
  }
}
