// Where the two tiers meet without knowing each other. Tier 1 asks `enter` when a function or a loop is
// hot; tier 2's code asks tier 1 to go on with a frame, and to find handlers. Either side fills in its own
// half when it is loaded.
//
// What generated code answers (`run`, `enter`): the owned value that its frame returned, or one of Left.

import { boot } from '../heap/boot.ts';
import type { Value, WordIndex } from '../heap/layout.ts';
import { bug } from '../heap/memory.ts';

/** Answers that are no values: a value is odd, or an address beyond the machine's own words. */
export const enum Left {
  /** The thread has left; its frames are complete, and Thread.EXIT says why. Whoever gets this passes it on. */
  THREAD = 0,
  /** The frame stands at another entry: call the unit that begins there. Only units that are no functions. */
  AGAIN = 2,
  /** The frame is complete, tier 1 goes on with it. Only units that are no functions. */
  STAY = 4,
  /** The frame has been left by an exception, which is pending; its caller looks for a handler. */
  RAISED = 6,
  /** A generator's frame has returned; its resumer's frame stands where tier 1 puts it then. */
  DONE = 8,
}

/** `(answer & NO_VALUE) === 0`: it is one of Left. */
export const NO_VALUE = -15;

export const tier1: {
  /** Runs the current frame until something stops it, or a frame returns to `base`. An Exit. */
  execute: (thread: WordIndex, base: WordIndex) => number;
  /**
   * Finds a handler for what was thrown, in a frame above `base`. False if there is none: the frames above
   * `base` have been left then, and the exception is pending.
   */
  caughtAbove: (thread: WordIndex, error: unknown, base: WordIndex) => boolean;
} = { execute: () => bug('no tier 1'), caughtAbove: () => bug('no tier 1') };

/**
 * True if hot code is compiled. The simulated scheduler may stop before any bytecode, and CPython to 3.10
 * looked at its eval breaker in more places: there tier 1 runs everything.
 */
export const TIERED = boot.tier !== '1' && !boot.simulated && boot.switchPoints === '3.11';

/** Calls of a function, and rounds of a loop, after which tier 1 asks. */
export const HOT_CALLS = boot.tier === '2' ? 1 : 100;
export const HOT_LOOPS = boot.tier === '2' ? 1 : 400;

export const tier2: {
  /**
   * Runs the current frame from where its IP stands, with the inline cache `ci` of its RESUME or
   * JUMP_BACKWARD: word 1 holds the unit. Answers a value, or Left.
   */
  enter: (thread: WordIndex, fp: WordIndex, ci: number) => Value;
  /** Runs a frame that a native has just entered with Action.LEAVE: Left.STAY if it has no unit yet. */
  runFrame: (thread: WordIndex, fp: WordIndex) => Value;
  /**
   * Runs the current frame, a generator's that a native has resumed, if there is code for it. A value,
   * DONE (what it returned is in Thread.RESULT), or another Left; STAY: nothing was done.
   */
  resume: (thread: WordIndex, fp: WordIndex) => Value;
  /** More is known now of what the frame's code meets: code that was made for it is made anew. */
  renew: (fp: WordIndex) => void;
} = {
  enter: () => bug('no tier 2'),
  runFrame: () => Left.STAY,
  resume: () => Left.STAY,
  renew: () => {},
};
