// Where a frame's code is entered but at its start: the next round of a loop, a handler, what lies behind a
// SEND. A loop gets a unit at once; the others when they have been reached often.

import { boot } from '../heap/boot.ts';
import { type Address, CodeLayout as C, Frame, Thread, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { Exit } from '../runtime/steps/exit.ts';
import { safepoint } from '../runtime/steps/safepoint.ts';
import { Left } from '../runtime/tiers.ts';
import { hotHandlers, makeHot } from './handlers.ts';
import { compile, makeAgain, unitFor } from './unitLife.ts';
import { Stage, type Unit } from './units.ts';

/** Exceptions that reach a handler before it is compiled. */
const HOT_HANDLER = 30;

const ALWAYS = boot.tier === '2';

/** Word index of a code object's first instruction. */
export const startOf = (code: Address): WordIndex => H[(code >> 2) + C.CODE_START];

/** Where a frame stands in its code, in words. */
export const offsetOf = (fp: WordIndex): number => H[fp + Frame.IP] - startOf(H[fp + Frame.CODE]);

/** Serves the eval breaker and sees to it that the loop has a unit. False: the thread must leave. */
export function nextRound(
  thread: WordIndex,
  fp: WordIndex,
  jump: WordIndex,
  target: WordIndex,
): boolean {
  if (H[thread + Thread.BREAKER] !== 0) {
    // What is raised here is raised by the jump: it must find the jump's line and handlers.
    H[fp + Frame.IP] = jump;
    const leave = safepoint(thread);
    H[fp + Frame.IP] = target;
    if (leave) {
      H[thread + Thread.EXIT] = Exit.SUSPENDED;
      return false;
    }
  }
  H[fp + Frame.IP] = target;
  const unit = unitFor(H[fp + Frame.CODE], offsetOf(fp));
  if (unit.stage === Stage.COLD) compile(unit, fp);
  return true;
}

/** The frame stands at a handler, or behind a SEND: it gets a unit once that has happened often. */
export function wantEntry(thread: WordIndex, fp: WordIndex): Left {
  if (H[thread + Thread.FRAME] !== fp) return Left.AGAIN;
  const unit = unitFor(H[fp + Frame.CODE], offsetOf(fp));
  if (unit.stage === Stage.COLD && (++unit.hits > HOT_HANDLER || ALWAYS)) compile(unit, fp);
  return Left.AGAIN;
}

/**
 * The frame stands at a handler. Once that has happened often it gets a unit, and what came here from
 * `from` is made anew with the handler in it.
 */
export function wantHandler(thread: WordIndex, fp: WordIndex, from: Unit): Left {
  if (H[thread + Thread.FRAME] !== fp) return Left.AGAIN;
  const { code } = from;
  const target = offsetOf(fp);
  const unit = unitFor(code, target);
  if (!hotHandlers(code).has(target) && (++unit.hits > HOT_HANDLER || ALWAYS)) {
    makeHot(code, target);
  }
  if (!hotHandlers(code).has(target)) return Left.AGAIN;
  if (unit.stage === Stage.COLD) compile(unit, fp);
  if (!from.handlers.has(target)) makeAgain(from);
  return Left.AGAIN;
}
