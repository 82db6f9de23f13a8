// Calls from TypeScript code to any callable. Whoever can use an interpreter instruction instead does:
// a call made here nests an interpreter loop, and while it runs the thread cannot be moved to another
// worker. The runtime fills in `calling`.

import type { Value } from '../heap/layout.ts';
import { bug } from '../heap/memory.ts';

export const calling: {
  /** Arguments are borrowed, the last ones named by the tuple kwNames (0: none); the result is owned. */
  call: (callable: Value, args: readonly Value[], kwNames: Value) => Value;
} = { call: () => bug('a call before the runtime was loaded') };

export const call0 = (callable: Value): Value => calling.call(callable, [], 0);
export const call1 = (callable: Value, a: Value): Value => calling.call(callable, [a], 0);
export const call2 = (callable: Value, a: Value, b: Value): Value =>
  calling.call(callable, [a, b], 0);
export const callWith = (callable: Value, args: readonly Value[]): Value =>
  calling.call(callable, args, 0);
