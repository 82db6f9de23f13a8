// The power of two doubles as Python defines it: C's pow() where that gives a number, and an exception where
// C would give an infinity or NaN for finite operands. Ints with a negative exponent use it, too, so it
// stands apart from the arithmetic of both.

import { powExact } from './powExact.ts';
import { raise, raiseWith } from './raise.ts';
import { newStr } from './str.ts';

/** a ** b as C's pow() with Python's errors. */
export function powDoubles(a: number, b: number): number {
  if (b === 0 || a === 1) return 1; // also for NaN
  // An infinite exponent is no error: 0.0 ** -inf is inf.
  if (a === 0 && b < 0 && Number.isFinite(b)) {
    return raise('ZeroDivisionError', '0.0 cannot be raised to a negative power');
  }
  if (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) return 1;
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) {
    return raise(
      'NotImplementedError',
      'complex numbers are not supported (a negative number to a fractional power)',
    );
  }
  const result = powExact(a, b);
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) {
    return raiseWith('OverflowError', (34 << 1) | 1, newStr('Numerical result out of range'));
  }
  return result;
}
