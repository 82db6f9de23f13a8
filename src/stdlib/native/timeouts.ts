// How long a lock is waited for: the arguments of `acquire`, with the errors that CPython raises for them.

import type { Value } from '../../heap/layout.ts';
import { floatValue } from '../../objects/float.ts';
import { toNumber } from '../../objects/int.ts';
import { isFloat, isInt, isTrue, typeName } from '../../objects/protocol.ts';
import { raise, typeError, valueError } from '../../objects/raise.ts';

/** CPython's threading.TIMEOUT_MAX on 64-bit Linux, in seconds. */
export const TIMEOUT_MAX = 9223372036.0;

/** `acquire(blocking=True, timeout=-1)`: seconds to wait, checked as CPython does. */
export function timeoutFrom(blocking: Value, timeout: Value): number {
  const blocks = blocking === 0 || isTrue(blocking);
  if (timeout !== 0) checkTimestamp(timeout);
  const seconds =
    timeout === 0
      ? -1
      : isFloat(timeout)
        ? floatValue(timeout)
        : isInt(timeout)
          ? toNumber(timeout)
          : notANumber(timeout);
  if (!blocks && timeout !== 0 && seconds !== -1)
    return valueError("can't specify a timeout for a non-blocking call");
  if (seconds < 0 && seconds !== -1) return valueError('timeout value must be positive');
  return blocks ? seconds : 0;
}

/** Seconds from which 64 bits of nanoseconds, CPython's clock, do not suffice. */
const TIMESTAMP_SECONDS_END = 2 ** 63 / 1e9;

/** Raises ValueError or OverflowError for a time that CPython's clock cannot count. */
function checkTimestamp(timeout: Value): void {
  const seconds = isFloat(timeout) ? floatValue(timeout) : isInt(timeout) ? toNumber(timeout) : 0;
  if (Number.isNaN(seconds)) valueError('Invalid value NaN (not a number)');
  if (Math.abs(seconds) < TIMESTAMP_SECONDS_END) return;
  raise(
    'OverflowError',
    isFloat(timeout)
      ? 'timestamp out of range for platform time_t'
      : 'timestamp too large to convert to C _PyTime_t',
  );
}

const notANumber = (value: Value): never =>
  typeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
