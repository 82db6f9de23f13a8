// `_thread`: locks, starting and joining threads. What Python's threading module is built on.
//
// A lock's fast path is one compare-and-swap on its STATE word. Everything else goes through SCHED_LOCK:
// a loser joins the lock's queue and its thread is put aside; the one who releases wakes the first
// waiter, which then tries again (another thread may get in between, as in CPython).

import { addStat, decref, free } from '../../executors/policy.ts';
import { boot } from '../../heap/boot.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import {
  type Address,
  BreakerBit,
  HandleLayout as HL,
  LockLayout as L,
  Machine,
  Stat,
  Thread,
  TupleLayout,
  TypeFlag,
  type Value,
  WaitKind,
  WaitResult,
  type WordIndex,
} from '../../heap/layout.ts';
import { CURRENT_THREAD, H, MACHINE } from '../../heap/memory.ts';
import { boolOf } from '../../objects/bool.ts';
import { defineModule, defineType } from '../../objects/define.ts';
import { dictEntries, newDict } from '../../objects/dict.ts';
import { builtinException } from '../../objects/exceptions.ts';
import { floatValue, newFloat } from '../../objects/float.ts';
import { newInt } from '../../objects/int.ts';
import { freeLock, newLock } from '../../objects/lock.ts';
import { BLOCKED, keywords, noArgs, oneArg, positional, raw } from '../../objects/natives.ts';
import { newClearedObject } from '../../objects/object.ts';
import { hasFlag, indexOf, isFloat } from '../../objects/protocol.ts';
import { raise, typeError, valueError } from '../../objects/raise.ts';
import { newStr, own } from '../../objects/str.ts';
import { tupleOf } from '../../objects/tuple.ts';
import { isCallable, namedCount } from '../../runtime/calls.ts';
import { host } from '../../runtime/hostPort.ts';
import { startThread } from '../../runtime/startThread.ts';
import { deadlineOf, lockScheduler, unlockScheduler } from '../../runtime/threads.ts';
import { formatException } from '../../runtime/traceback.ts';
import { beginWait, nowMilliseconds, takeWaitResult, wakeFirst } from '../../runtime/waiting.ts';
import { atomicOr, compareExchange } from '../../sync/atomics.ts';
import { TIMEOUT_MAX, timeoutFrom } from './timeouts.ts';

const current = (): WordIndex => H[CURRENT_THREAD] >> 2;
const mySlot = (): number => H[current() + Thread.SLOT];
const deadlineIn = (seconds: number): number => Math.max(nowMilliseconds() + seconds * 1000, 0.001);

/** Takes the lock if it is free. */
function tryLock(lock: Address): boolean {
  if (compareExchange(H, (lock >> 2) + L.STATE, 0, 1) !== 0) return false;
  H[(lock >> 2) + L.OWNER] = mySlot();
  if (boot.stats) addStat(Stat.LOCKS, 1);
  return true;
}

/**
 * Takes the lock or joins its queue. TAKEN, GIVEN_UP (the deadline has passed), or BLOCKED.
 * @param seconds negative waits for ever
 */
function acquireOrWait(
  lock: Address,
  seconds: number,
  ended: WaitResult,
): boolean | typeof BLOCKED {
  if (ended === WaitResult.NONE && tryLock(lock)) return true;
  const q = lock >> 2;
  lockScheduler();
  try {
    if (compareExchange(H, q + L.STATE, 0, H[q + L.WAITERS] === 0 ? 1 : 2) === 0) {
      H[q + L.OWNER] = mySlot();
      return true;
    }
    const deadline =
      ended === WaitResult.NONE ? (seconds < 0 ? 0 : deadlineIn(seconds)) : savedDeadline();
    const expired =
      ended === WaitResult.TIMED_OUT || (deadline !== 0 && deadline <= nowMilliseconds());
    // Held: say that somebody waits, unless it was let go just now.
    if (!expired || H[q + L.WAITERS] !== 0) {
      for (;;) {
        const state = H[q + L.STATE];
        if (state === 0) {
          if (compareExchange(H, q + L.STATE, 0, 2) !== 0) continue;
          H[q + L.OWNER] = mySlot();
          return true;
        }
        if (state === 2 || compareExchange(H, q + L.STATE, state, 2) === state) break;
      }
    }
    if (expired) return false;
    if (boot.stats) addStat(Stat.LOCKS_CONTENDED, 1);
    beginWait(q + L.WAITERS, WaitKind.LOCK, lock, deadline);
    return BLOCKED;
  } finally {
    unlockScheduler();
  }
}

const savedDeadline = (): number => deadlineOf(current());

/** Lets the lock go and wakes a waiter. */
function releaseLock(lock: Address): void {
  const q = lock >> 2;
  H[q + L.OWNER] = 0;
  if (compareExchange(H, q + L.STATE, 1, 0) === 1) return;
  lockScheduler();
  H[q + L.STATE] = 0;
  wakeFirst(q + L.WAITERS);
  unlockScheduler();
}

/** RLocks are held by a thread and may be taken again by it; plain locks by nobody in particular. */
function acquire(lock: Address, blocking: Value, timeout: Value): Value {
  const ended = takeWaitResult();
  const seconds = timeoutFrom(blocking, timeout);
  if (isReentrant(lock) && H[(lock >> 2) + L.OWNER] === mySlot()) {
    H[(lock >> 2) + L.COUNT] += 1;
    return S.TRUE;
  }
  const taken = acquireOrWait(lock, seconds, ended);
  if (taken === BLOCKED) return BLOCKED;
  if (taken) H[(lock >> 2) + L.COUNT] = 1;
  return boolOf(taken);
}

const isReentrant = (lock: Address): boolean => H[(lock >> 2) + 3] === T.RLOCK;

function release(lock: Address): Value {
  const q = lock >> 2;
  if (isReentrant(lock)) {
    if (H[q + L.OWNER] !== mySlot() || H[q + L.COUNT] === 0)
      return raise('RuntimeError', 'cannot release un-acquired lock');
    H[q + L.COUNT] -= 1;
    if (H[q + L.COUNT] > 0) return S.NONE;
  } else if (H[q + L.STATE] === 0) return raise('RuntimeError', 'release unlocked lock');
  releaseLock(lock);
  return S.NONE;
}

const lockMethods = [
  keywords('acquire', 0, ['blocking', 'timeout'], (args) =>
    acquire(H[args], H[args + 1], H[args + 2]),
  ),
  noArgs('release', (args) => release(H[args])),
  noArgs('__enter__', (args) => acquire(H[args], 0, 0)),
  positional('__exit__', 0, 3, (args) => release(H[args])),
];

defineType(T.LOCK, {
  name: 'lock',
  module: '_thread',
  words: L.WORDS,
  slots: {
    dealloc: freeLock,
    repr: (lock) => reprLock(lock, 'lock'),
    create: () => newLock(T.LOCK),
    initialize() {},
  },
  methods: [
    ...lockMethods,
    noArgs('locked', (args) => boolOf(H[(H[args] >> 2) + L.STATE] !== 0)),
    noArgs('acquire_lock', (args) => acquire(H[args], 0, 0)),
    noArgs('release_lock', (args) => release(H[args])),
    noArgs('locked_lock', (args) => boolOf(H[(H[args] >> 2) + L.STATE] !== 0)),
    noArgs('_at_fork_reinit', (args) => {
      H[(H[args] >> 2) + L.STATE] = 0;
      return S.NONE;
    }),
  ],
});

defineType(T.RLOCK, {
  name: 'RLock',
  module: '_thread',
  words: L.WORDS,
  flags: TypeFlag.BASE_OK,
  slots: {
    dealloc: freeLock,
    repr: (lock) => reprLock(lock, 'RLock'),
    create: () => newLock(T.RLOCK),
    initialize() {},
  },
  methods: [
    ...lockMethods,
    noArgs('_is_owned', (args) =>
      boolOf(H[(H[args] >> 2) + L.OWNER] === mySlot() && H[(H[args] >> 2) + L.COUNT] > 0),
    ),
    noArgs('_recursion_count', (args) =>
      newInt(H[(H[args] >> 2) + L.OWNER] === mySlot() ? H[(H[args] >> 2) + L.COUNT] : 0),
    ),
    noArgs('_release_save', (args) => {
      const lock = H[args];
      const q = lock >> 2;
      if (H[q + L.COUNT] === 0) return raise('RuntimeError', 'cannot release un-acquired lock');
      const saved = tupleOf([newInt(H[q + L.COUNT]), newInt(H[q + L.OWNER])]);
      H[q + L.COUNT] = 0;
      releaseLock(lock);
      return saved;
    }),
    oneArg('_acquire_restore', (args) => {
      const taken = acquireOrWait(H[args], -1, takeWaitResult());
      if (taken === BLOCKED) return BLOCKED;
      H[(H[args] >> 2) + L.COUNT] = H[(H[args + 1] >> 2) + TupleLayout.ITEMS] >> 1;
      return S.NONE;
    }),
  ],
});

function reprLock(lock: Address, name: string): Value {
  const q = lock >> 2;
  const held = H[q + L.STATE] !== 0 ? 'locked' : 'unlocked';
  const at = `0x${(lock >>> 0).toString(16).padStart(12, '0')}`;
  const details = name === 'RLock' ? ` owner=${H[q + L.OWNER]} count=${H[q + L.COUNT]}` : '';
  return newStr(`<${held} _thread.${name} object${details} at ${at}>`);
}

/** Joining: waits until the thread has run its last bytecode. */
function join(handle: Address, timeout: Value): Value {
  const ended = takeWaitResult();
  const q = handle >> 2;
  lockScheduler();
  try {
    if (H[q + HL.DONE] !== 0 || ended === WaitResult.TIMED_OUT) return S.NONE;
    if (H[q + HL.IDENT] === H[current() + Thread.IDENT])
      return raise('RuntimeError', 'Cannot join current thread');
    const forever = timeout === 0 || timeout === S.NONE;
    const seconds = forever ? 0 : isFloat(timeout) ? floatValue(timeout) : indexOf(timeout);
    const deadline =
      ended !== WaitResult.NONE ? savedDeadline() : forever ? 0 : deadlineIn(Math.max(0, seconds));
    beginWait(q + HL.WAITERS, WaitKind.JOIN, handle, deadline);
    return BLOCKED;
  } finally {
    unlockScheduler();
  }
}

defineType(T.HANDLE, {
  name: '_ThreadHandle',
  module: '_thread',
  words: HL.WORDS,
  slots: {
    dealloc(handle) {
      const fn = H[(handle >> 2) + HL.FUNCTION];
      if (fn !== 0) decref(fn);
      free(handle, HL.WORDS * 4);
    },
  },
  methods: [
    keywords('join', 0, ['timeout'], (args) => join(H[args], H[args + 1])),
    noArgs('is_done', (args) => boolOf(H[(H[args] >> 2) + HL.DONE] !== 0)),
    noArgs('_set_done', (args) => {
      H[(H[args] >> 2) + HL.DONE] = 1;
      return S.NONE;
    }),
  ],
  getset: [{ name: 'ident', get: (handle) => newInt(H[(handle >> 2) + HL.IDENT]) }],
});

function startJoinable(args: WordIndex, count: number, kwNames: Value): Value {
  const fn = H[args];
  if (!isCallable(fn)) return typeError('thread function must be callable');
  let daemon = true;
  const named = namedCount(kwNames);
  for (let k = 0; k < named; k++) {
    const value = H[args + count - named + k];
    if (value === S.TRUE || value === S.FALSE) daemon = value === S.TRUE;
  }
  const handle = newClearedObject(T.HANDLE, HL.WORDS);
  startThread(handle, fn, [], [], [], daemon);
  return handle;
}

function startNewThread(args: WordIndex, count: number): Value {
  const fn = H[args];
  if (!isCallable(fn)) return typeError('first arg must be callable');
  if (!hasFlag(H[args + 1], TypeFlag.TUPLE)) return typeError('2nd arg must be a tuple');
  if (count > 2 && !hasFlag(H[args + 2], TypeFlag.DICT))
    return typeError('optional 3rd arg must be a dictionary');
  const tuple = H[args + 1] >> 2;
  const values: Value[] = [];
  for (let i = 0; i < H[tuple + TupleLayout.LENGTH]; i++)
    values.push(own(H[tuple + TupleLayout.ITEMS + i]));
  const entries = count > 2 ? dictEntries(H[args + 2]) : { keys: [], values: [] };
  const handle = newClearedObject(T.HANDLE, HL.WORDS);
  startThread(handle, fn, values, entries.keys, entries.values, true);
  const ident = newInt(H[(handle >> 2) + HL.IDENT]);
  decref(handle);
  return ident;
}

/** `time.sleep`. */
export function sleep(args: WordIndex): Value {
  const ended = takeWaitResult();
  if (ended === WaitResult.TIMED_OUT) return S.NONE;
  const value = H[args];
  const seconds = isFloat(value) ? floatValue(value) : indexOf(value);
  if (Number.isNaN(seconds)) return valueError('Invalid value NaN (not a number)');
  if (seconds < 0) return valueError('sleep length must be non-negative');
  lockScheduler();
  beginWait(
    0,
    WaitKind.SLEEP,
    0,
    ended === WaitResult.NONE ? deadlineIn(seconds) : savedDeadline(),
  );
  unlockScheduler();
  return BLOCKED;
}

/** The smallest stack that a thread of the operating system may have (PTHREAD_STACK_MIN plus Python's own), bytes. */
const STACK_SIZE_MIN = 32768;
const WORD_RANGE = 2 ** 32;

/**
 * `_thread.stack_size`: checks and remembers, and no more. A thread's stack here is chunks of the heap,
 * which grow as it needs them, so that there is nothing to size.
 */
function stackSize(args: WordIndex): Value {
  const size = H[args] === 0 ? 0 : indexOf(H[args]);
  if (size < 0) return valueError('size must be 0 or a positive value');
  if (size !== 0 && size < STACK_SIZE_MIN) return valueError(`size not valid: ${size} bytes`);
  const at = MACHINE + Machine.THREAD_STACK_SIZE;
  lockScheduler();
  const old = (H[at] >>> 0) + (H[at + 1] >>> 0) * WORD_RANGE;
  H[at] = size;
  H[at + 1] = Math.floor(size / WORD_RANGE);
  unlockScheduler();
  return newInt(old);
}

function threadDict(): Value {
  const word = current() + Thread.DICT;
  if (H[word] === 0) H[word] = newDict();
  return own(H[word]);
}

defineModule({
  name: '_thread',
  types: {
    LockType: T.LOCK,
    RLock: T.RLOCK,
    _ThreadHandle: T.HANDLE,
    error: builtinException('RuntimeError'),
  },
  functions: [
    noArgs('allocate_lock', () => newLock(T.LOCK)),
    noArgs('get_ident', () => newInt(H[current() + Thread.IDENT])),
    noArgs('get_native_id', () => newInt(H[current() + Thread.IDENT])),
    raw('start_joinable_thread', startJoinable),
    positional('start_new_thread', 2, 3, startNewThread),
    noArgs('_count', () => newInt(Math.max(0, H[MACHINE + Machine.LIVE_THREADS] - 1))),
    noArgs('_thread_dict', threadDict),
    positional('interrupt_main', 0, 1, () => {
      const main = H[MACHINE + Machine.MAIN_THREAD] >> 2;
      atomicOr(H, main + Thread.BREAKER, BreakerBit.INTERRUPT);
      return S.NONE;
    }),
    positional('stack_size', 0, 1, stackSize),
    noArgs('exit', () => raise('SystemExit')),
    positional('_format_exception', 3, 3, (args) => newStr(formatException(H[args + 1]))),
    positional('_print_exception', 3, 4, (args) => {
      host.flush(1);
      host.write(2, formatException(H[args + 1]));
      return S.NONE;
    }),
  ],
  constants: () => ({ TIMEOUT_MAX: newFloat(TIMEOUT_MAX) }),
});
