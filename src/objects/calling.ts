// Calls from TypeScript code to any callable. Whoever can use an interpreter instruction instead does:
// while a call made here runs, the thread cannot be moved to another worker. The runtime fills in `call`,
// and tier 2 `direct`: generated code is called as it is, anything else nests an interpreter loop.

import type { Value } from '../heap/layout.ts';
import { bug } from '../heap/memory.ts';
import { RAISED } from './raise.ts';

export const calling: {
  /** Arguments are borrowed, the last ones named by the tuple kwNames (0: none); the result is owned. */
  call: (callable: Value, args: readonly Value[], kwNames: Value) => Value;
  /**
   * Calls Python code with `self` (0: none) and the first `count` of two arguments, all borrowed, if there
   * is generated code for it: an owned value, or DID_RAISE. 0: nothing was done.
   */
  direct: (callable: Value, self: Value, count: number, a: Value, b: Value) => Value;
} = { call: () => bug('a call before the runtime was loaded'), direct: () => 0 };

/** No value: the exception is pending. What V8 throws is some twenty times dearer than this answer. */
export const DID_RAISE = 6;

export function call0(callable: Value): Value {
  const value = callDirect(callable, 0, 0, 0, 0);
  return value !== 0 ? value : calling.call(callable, [], 0);
}

export function call1(callable: Value, a: Value): Value {
  const value = callDirect(callable, 0, 1, a, 0);
  return value !== 0 ? value : calling.call(callable, [a], 0);
}

export function call2(callable: Value, a: Value, b: Value): Value {
  const value = callDirect(callable, 0, 2, a, b);
  return value !== 0 ? value : calling.call(callable, [a, b], 0);
}

export const callWith = (callable: Value, args: readonly Value[]): Value =>
  calling.call(callable, args, 0);

/** As calling.direct, but it raises what the call raises. */
export function callDirect(fn: Value, self: Value, count: number, a: Value, b: Value): Value {
  const value = calling.direct(fn, self, count, a, b);
  if (value === DID_RAISE) throw RAISED;
  return value;
}
