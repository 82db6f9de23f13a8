// Locks as Python sees them (_thread.lock and RLock), as data: state, holder, depth, waiters. The rules
// of waiting are in runtime/waiting.ts, the methods in stdlib/native/threadModule.ts.

import { free } from '../executors/policy.ts';
import { type Address, LockLayout } from '../heap/layout.ts';
import { newClearedObject } from './object.ts';

/** An owned free lock of that type (T.LOCK or T.RLOCK). */
export const newLock = (type: Address): Address => newClearedObject(type, LockLayout.WORDS);

export const freeLock = (lock: Address): void => free(lock, LockLayout.WORDS * 4);
