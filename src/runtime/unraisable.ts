// Exceptions that nobody can catch, because no Python code called what raised them: a finalizer, a
// generator closed by its last reference. They go to stderr with their traceback, and the program goes on.

import { decref } from '../executors/policy.ts';
import { type Address, Thread, type Value } from '../heap/layout.ts';
import { CURRENT_THREAD, H } from '../heap/memory.ts';
import { reprJs } from '../objects/protocol.ts';
import { RAISED, takePending } from '../objects/raise.ts';
import { host } from './hostPort.ts';
import { formatException } from './traceback.ts';

/** Prints the exception (owned: it is released) and where it was raised. */
export function reportIgnored(
  source: Value,
  exception: Address,
  relation: 'in' | 'in thread started by' = 'in',
): void {
  host.flush(1);
  const heading = `Exception ignored ${relation}: ${nameOf(source)}`;
  host.write(2, `${heading}\n${formatException(exception)}`);
  decref(exception);
}

function nameOf(source: Value): string {
  try {
    return reprJs(source);
  } catch (error) {
    if (error !== RAISED) throw error;
    decref(takePending());
    return '<object repr() failed>';
  }
}

/**
 * Runs `run` between two steps of a thread that may be raising or returning something, which is put
 * aside for as long. What `run` raises is reported with `source` (borrowed).
 */
export function runAside(source: Value, run: () => void): void {
  const thread = H[CURRENT_THREAD] >> 2;
  const pending = takePending();
  const result = H[thread + Thread.RESULT];
  H[thread + Thread.RESULT] = 0;
  try {
    run();
  } catch (error) {
    if (error !== RAISED) throw error;
    reportIgnored(source, takePending());
  } finally {
    H[thread + Thread.PENDING] = pending;
    H[thread + Thread.RESULT] = result;
  }
}
