// The end of a thread other than the main one, after it has left its bottom frame: its result or error is
// dropped, those who join it are woken, its handle is given back. Scheduler and simulator both end
// threads this way; what happens to the place that the thread had is their own.

import { decref, mergeQueued } from '../executors/policy.ts';
import {
  HandleLayout as HL,
  Machine,
  Thread,
  ThreadStatus,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H, MACHINE } from '../heap/memory.ts';
import { builtinException } from '../objects/exceptions.ts';
import { isInstance } from '../objects/protocol.ts';
import { takePending } from '../objects/raise.ts';
import { endThread, lockScheduler, unlockScheduler } from '../runtime/threads.ts';
import { hideTrampoline } from '../runtime/trampoline.ts';
import { reportIgnored } from '../runtime/unraisable.ts';
import { wakeFirst } from '../runtime/waiting.ts';

/**
 * Ends the current thread. It is still attached, since giving up references may run finalizers and
 * merge counts.
 */
export function finishThread(thread: WordIndex, raised: boolean): void {
  const handle = H[thread + Thread.HANDLE];
  const fn = H[(handle >> 2) + HL.FUNCTION];
  H[(handle >> 2) + HL.FUNCTION] = 0;
  if (raised) reportError(fn);
  else dropResult(thread);
  decref(fn);
  endThread(thread);
  mergeQueued();
  lockScheduler();
  H[thread + Thread.STATUS] = ThreadStatus.FINISHED;
  H[(handle >> 2) + HL.DONE] = 1;
  while (wakeFirst((handle >> 2) + HL.WAITERS)) {
    // every joiner is woken
  }
  H[MACHINE + Machine.LIVE_THREADS] -= 1;
  H[MACHINE + Machine.ACTIVE_COUNT] -= 1;
  unlockScheduler();
  mergeQueued();
  H[thread + Thread.HANDLE] = 0;
  decref(handle);
}

function dropResult(thread: WordIndex): void {
  const result = H[thread + Thread.RESULT];
  H[thread + Thread.RESULT] = 0;
  if (result !== 0) decref(result);
}

/** threading reports errors itself; one that gets here is its own or was raised without it. */
function reportError(fn: Value): void {
  const exception = takePending();
  if (isInstance(exception, builtinException('SystemExit'))) {
    decref(exception); // sys.exit() ends the thread, and no more
    return;
  }
  hideTrampoline(exception);
  reportIgnored(fn, exception, 'in thread started by');
}
