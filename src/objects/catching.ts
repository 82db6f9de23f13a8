// Catching Python exceptions in TypeScript: the end of an old-style sequence is an IndexError, the end
// of a callable's results a StopIteration.

import { decref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import type { Address } from '../heap/layout.ts';
import { builtinException } from './exceptions.ts';
import { isInstance } from './protocol.ts';
import { RAISED, raiseObject, takePending } from './raise.ts';

const INDEX_ERROR = builtinException('IndexError');

/**
 * For `catch (error)`: drops a pending exception of that type (or the second one) and returns; throws
 * anything else on.
 */
export function absorb(error: unknown, type: Address, orType: Address): void {
  if (error !== RAISED) throw error;
  const exception = takePending();
  if (!isInstance(exception, type) && !isInstance(exception, orType)) raiseObject(exception);
  decref(exception);
}

/** The two exceptions with which `__getitem__` may end an iteration. */
export const absorbEndOfSequence = (error: unknown): void =>
  absorb(error, INDEX_ERROR, T.STOP_ITERATION);

export const absorbStopIteration = (error: unknown): void =>
  absorb(error, T.STOP_ITERATION, T.STOP_ITERATION);
