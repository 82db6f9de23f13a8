// @hot What generated code does where an exception is pending and the handler is a block of the same unit:
// the step of the unwinder for this one frame.
// KEEP-IN-STEP(unwinding): runtime/steps/unwind.ts

import { decref } from '../executors/policy.ts';
import { Frame, Thread, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { addTraceback, setContext } from '../runtime/steps/unwind.ts';

/** Where a pending exception comes from, as the frame that looks for a handler sees it. */
export const enum Raised {
  /** It has left a frame that this one has called, or a raise statement has chained it. */
  BELOW = 0,
  /** An operation of this frame has just made it: what is being handled becomes its context. */
  HERE = 1,
  /** It is raised again: this frame is in its traceback. */
  AGAIN = 2,
}

/** The pending exception, owned by its handler now, with the stack cut to `bottom`. */
export function caughtHere(
  thread: WordIndex,
  fp: WordIndex,
  bottom: WordIndex,
  how: Raised,
): Value {
  const exception = H[thread + Thread.PENDING];
  if (how === Raised.HERE) setContext(thread, exception);
  if (how !== Raised.AGAIN) addTraceback(exception, fp);
  for (let sp = H[fp + Frame.SP] - 1; sp >= bottom; sp--) {
    const value: Value = H[sp];
    if (value !== 0) decref(value);
  }
  H[thread + Thread.PENDING] = 0;
  return exception;
}
