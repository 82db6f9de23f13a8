// Between the tiers: entering generated code from tier 1, leaving it, and going on after an exception.
//
// JavaScript frames hold nothing that the heap's frames do not (architecture.md section 2), so every way
// out is a plain return. Three rules keep the JavaScript stack short: a unit that is no function is called
// by `continueFrame` only, which calls the next one when it answers AGAIN; a failed guard in it answers
// STAY, so that tier 1's loop goes on where it called; and no call goes deeper than Thread.DEPTH_LIMIT.

import { Op } from '../bytecode/opcodes.ts';
import { addStat, decref, incref } from '../executors/policy.ts';
import { boot } from '../heap/boot.ts';
import { S } from '../heap/builtinTypes.ts';
import {
  Action,
  CodeLayout as C,
  Frame,
  Stat,
  Thread,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { Resumer } from '../runtime/generatorFrames.ts';
import { IC } from '../runtime/inlineCaches.ts';
import { Exit } from '../runtime/steps/exit.ts';
import { safepoint } from '../runtime/steps/safepoint.ts';
import { raiseStatement, reraise, setContext, unwind } from '../runtime/steps/unwind.ts';
import { HOT_CALLS, Left, NO_VALUE, tier1, tier2 } from '../runtime/tiers.ts';
import { callbacks } from './callbacks.ts';
import { nextRound, offsetOf, startOf, wantEntry, wantHandler } from './entries.ts';
import { complete, Way } from './exits.ts';
import { decode } from './flow.ts';
import { frames } from './generalCalls.ts';
import { generators, leaveEntered, skipFirstPop } from './generatorCalls.ts';
import { blockedHere } from './libraryHelpers.ts';
import { caughtHere, Raised } from './raised.ts';
import { compile, entering, failed, renew, unitFor } from './unitLife.ts';
import { findUnit, functionUnit, type Site, Stage, UNITS, type Unit } from './units.ts';

/** Whether a frame's value goes to its caller, which may be generated code. */
const isPlain = (fp: WordIndex): boolean => {
  const action = H[fp + Frame.ACTION];
  return action <= Action.COMPARE && action !== Action.LEAVE;
};

/**
 * What a function does that is not compiled yet. Code that begins with something before its RESUME
 * (cells, a generator) is counted here, since tier 1 asks at the RESUME only.
 */
function cold(thread: WordIndex, fp: WordIndex): Value {
  const code = H[fp + Frame.CODE];
  // A generator's stack may hold something already.
  if ((H[fp + Frame.ACTION] & Frame.ACTION_MASK) !== Action.GENERATOR) {
    H[fp + Frame.SP] = fp + H[(code >> 2) + C.LOCALS_PLUS];
    const unit = functionUnit(code);
    if (
      unit !== undefined &&
      unit.stage === Stage.COLD &&
      (H[startOf(code)] & 0xff) !== Op.RESUME &&
      offsetOf(fp) === 0 &&
      ++unit.hits > HOT_CALLS
    ) {
      unit.hits = 0;
      if (compile(unit, fp)) return unit.run(thread, fp);
    }
  }
  return interpret(thread, H[fp + Frame.PREVIOUS]);
}

/** Tier 1 runs the current frame, and what it calls, until it has returned to `base`. A value, or 0. */
function interpret(thread: WordIndex, base: WordIndex): Value {
  for (;;) {
    let exit: number;
    try {
      exit = tier1.execute(thread, base);
    } catch (error) {
      if (!tier1.caughtAbove(thread, error, base)) return Left.RAISED;
      continue;
    }
    if (exit === Exit.ENTERED) continue;
    if (exit === Exit.RETURNED) {
      const value: Value = H[thread + Thread.RESULT];
      H[thread + Thread.RESULT] = 0;
      return value;
    }
    if (exit === Exit.RAISED) return Left.RAISED;
    H[thread + Thread.EXIT] = exit;
    return Left.THREAD;
  }
}

/** Runs units of the frame for as long as there are any: a value, 0, or STAY. */
function continueFrame(thread: WordIndex, fp: WordIndex): Value {
  for (;;) {
    if (H[thread + Thread.FRAME] !== fp) return Left.STAY;
    const unit = findUnit(H[fp + Frame.CODE], offsetOf(fp));
    if (unit === undefined || unit.stage !== Stage.COMPILED) return Left.STAY;
    const value = unit.run(thread, fp);
    if (value !== Left.AGAIN) return value;
  }
}

/** Runs the rest of a frame whose caller is generated code, or leaves if it has another caller. */
function finishFrame(thread: WordIndex, fp: WordIndex): Value {
  const base = H[fp + Frame.PREVIOUS];
  if (!isPlain(fp)) {
    H[thread + Thread.EXIT] = Exit.ENTERED;
    return Left.THREAD;
  }
  const value = continueFrame(thread, fp);
  return value === Left.STAY ? interpret(thread, base) : value;
}

/** A frame that has just been entered, at its first instruction: its value, or 0. */
function runFunction(thread: WordIndex, fp: WordIndex): Value {
  if (H[thread + Thread.DEPTH] >= H[thread + Thread.DEPTH_LIMIT]) {
    H[thread + Thread.EXIT] = Exit.ENTERED;
    return Left.THREAD;
  }
  const unit = functionUnit(H[fp + Frame.CODE]);
  return unit === undefined ? cold(thread, fp) : unit.run(thread, fp);
}

function enter(thread: WordIndex, fp: WordIndex, ci: number): Value {
  let index = IC[ci + 1] as number;
  if (index === 0) {
    index = unitFor(H[fp + Frame.CODE], offsetOf(fp)).index;
    IC[ci + 1] = index;
  }
  const unit = UNITS[index] as Unit;
  if (H[thread + Thread.DEPTH] >= H[thread + Thread.DEPTH_LIMIT]) return Left.STAY;
  if (unit.stage !== Stage.COMPILED && !compile(unit, fp)) {
    // Asked again after as many rounds as before, and hardly ever once it was refused.
    IC[ci] = unit.stage === Stage.REFUSED ? -0x40000000 : 0;
    return Left.STAY;
  }
  // A function's unit answers 0 for frames that are not plain, and its caller, tier 1, goes on then.
  const native = isResumedByNative(fp);
  if (boot.stats) countEntry(fp, -1);
  const value = run(unit, thread, fp);
  if (boot.stats && value === Left.STAY && stoodAt(unit, thread, fp)) countEntry(fp, 1);
  return native ? toNative(thread, value) : value;
}

/** What a unit that is no function answers, if not AGAIN. */
function run(unit: Unit, thread: WordIndex, fp: WordIndex): Value {
  const value = unit.run(thread, fp);
  return value === Left.AGAIN ? continueFrame(thread, fp) : value;
}

/** Whether the unit has done nothing: a guard at its entry failed. */
const stoodAt = (unit: Unit, thread: WordIndex, fp: WordIndex): boolean =>
  H[thread + Thread.FRAME] === fp && offsetOf(fp) === unit.offset;

/** Tier 1 has counted the RESUME at which it asks, and the unit counts it again. */
function countEntry(fp: WordIndex, by: number): void {
  const { op, arg } = decode(H[fp + Frame.CODE], offsetOf(fp));
  if (op !== Op.RESUME) return;
  addStat(Stat.BYTECODES, by);
  if (arg === 0) addStat(Stat.CALLS, by);
}

/** The frame is a generator's, and a native waits for what it yields. */
const isResumedByNative = (fp: WordIndex): boolean =>
  (H[fp + Frame.ACTION] & Frame.ACTION_MASK) === Action.GENERATOR &&
  H[fp + Frame.EXTRA] === Resumer.NATIVE;

/** Tier 1's loop is told so when such a frame stops. */
function toNative(thread: WordIndex, value: Value): Value {
  if (value !== Left.DONE) {
    if ((value & NO_VALUE) === 0) return value;
    H[thread + Thread.RESULT] = value;
  }
  H[thread + Thread.EXIT] = Exit.LEFT;
  return Left.THREAD;
}

/** The unit that begins at the RESUME where a generator stands, once it is hot; its code may be old. */
function resumedUnit(fp: WordIndex): Unit | undefined {
  skipFirstPop(fp);
  const ip = H[fp + Frame.IP];
  if ((H[ip] & 0xff) !== Op.RESUME) return undefined;
  const ci = H[ip + 1];
  const index = IC[ci + 1] as number;
  if (index !== 0) {
    const unit = UNITS[index] as Unit;
    if (unit.stage === Stage.COMPILED) return unit;
  }
  if (++IC[ci] <= HOT_CALLS) return undefined;
  const unit = unitFor(H[fp + Frame.CODE], offsetOf(fp));
  IC[ci + 1] = unit.index;
  if (compile(unit, fp)) return unit;
  IC[ci] = unit.stage === Stage.REFUSED ? -0x40000000 : 0;
  return undefined;
}

/** Runs a generator that generated code has resumed to its next yield: a value, DONE, or another Left. */
function runGenerator(thread: WordIndex, fp: WordIndex): Value {
  if (H[thread + Thread.DEPTH] >= H[thread + Thread.DEPTH_LIMIT]) return leaveEntered(thread);
  const none = H[H[fp + Frame.SP] - 1] === S.NONE;
  const unit = resumedUnit(fp);
  if (unit !== undefined) return settleAnswer(thread, fp, unit.run(thread, fp));
  if (none && H[H[fp + Frame.SP] - 1] === S.NONE) incref(S.NONE);
  return interpret(thread, H[fp + Frame.PREVIOUS]);
}

/** The frame stands behind a SEND: at its next instruction (DONE), or at what was raised there. */
function goOn(thread: WordIndex, fp: WordIndex, answer: Value): Value {
  if (answer === Left.DONE) return settleAnswer(thread, fp, wantEntry(thread, fp));
  return settleAnswer(thread, fp, unwindFrom(thread, fp, true));
}

function settleAnswer(thread: WordIndex, fp: WordIndex, answer: Value): Value {
  let value = answer;
  const base = H[fp + Frame.PREVIOUS];
  if (value === Left.AGAIN) value = continueFrame(thread, fp);
  return value === Left.STAY ? interpret(thread, base) : value;
}

/** Likewise for a native, whose loop of tier 1 goes on if need be. */
function resume(thread: WordIndex, fp: WordIndex): Value {
  if (H[thread + Thread.DEPTH] >= H[thread + Thread.DEPTH_LIMIT]) return Left.STAY;
  const none = H[H[fp + Frame.SP] - 1] === S.NONE;
  const unit = resumedUnit(fp);
  if (unit === undefined) return Left.STAY;
  if (none) decref(S.NONE);
  return run(unit, thread, fp);
}

/** What generated code asks of this file. */
const support = {
  depart,
  /** A call written in line gives up: tier 1 runs the rest of its frame, which is complete. */
  leaveInline(thread: WordIndex, fp: WordIndex, unit: Unit, site: number): Value {
    failed(unit, site);
    return leaveFunction(thread, fp);
  },
  settleAnswer,
  /** At the entry, where the frame is complete: a guess about what it holds is wrong. */
  stay(unit: Unit, site: number): Value {
    failed(unit, site);
    return Left.STAY;
  },
  poll,
  /** A unit that is a function may not answer AGAIN: it runs the rest of its frame from here. */
  finish: (thread: WordIndex, fp: WordIndex, answer: Value): Value =>
    answer === Left.AGAIN ? finishFrame(thread, fp) : answer,
  /** Something was thrown through a unit with handlers. */
  recover(thread: WordIndex, fp: WordIndex, unit: Unit, error: unknown): Value {
    const native = isNative(fp);
    return tier1.caughtAbove(thread, error, H[fp + Frame.PREVIOUS])
      ? wantHandler(thread, fp, unit)
      : unhandled(thread, native);
  },
  /** An exception is pending: what this frame's unit answers. */
  raised(thread: WordIndex, fp: WordIndex, unit: Unit, how: Raised): Value {
    const native = isNative(fp);
    if (how === Raised.HERE) setContext(thread, H[thread + Thread.PENDING]);
    return unwind(thread, how !== Raised.AGAIN, H[fp + Frame.PREVIOUS])
      ? wantHandler(thread, fp, unit)
      : unhandled(thread, native);
  },
  caughtHere,
  /** RAISE_VARARGS and RERAISE, with their operands on the heap's stack. */
  raiseStatement: (thread: WordIndex, sp: WordIndex, arg: number): Raised =>
    raiseStatement(thread, sp, arg) ? Raised.BELOW : Raised.AGAIN,
  reraise,
};

/** The unit ends by a row of its table, with the values that the row says lie where in the frame. */
function depart(
  thread: WordIndex,
  fp: WordIndex,
  unit: Unit,
  index: number,
  ...values: readonly number[]
): Value {
  const site = unit.sites[index] as Site;
  const start = startOf(unit.code);
  complete(fp, start, site, values);
  switch (site.way) {
    case Way.AGAIN:
      if (!nextRound(thread, fp, start + site.jump, start + site.offset)) return Left.THREAD;
      return unit.offset === 0 ? finishFrame(thread, fp) : Left.AGAIN;
    case Way.BLOCKED:
      return blockedHere(thread);
    case Way.POLL:
      if (poll(thread)) return Left.THREAD;
      break;
    case Way.GUARD:
      break;
  }
  failed(unit, index);
  return unit.offset === 0 ? leaveFunction(thread, fp) : Left.STAY;
}

/** Tier 1 runs the rest of a function's frame. */
function leaveFunction(thread: WordIndex, fp: WordIndex): Value {
  if (isPlain(fp)) return interpret(thread, H[fp + Frame.PREVIOUS]);
  H[thread + Thread.EXIT] = Exit.ENTERED;
  return Left.THREAD;
}

/** Looks up at a safepoint; true: the thread must leave. */
function poll(thread: WordIndex): boolean {
  if (!safepoint(thread)) return false;
  H[thread + Thread.EXIT] = Exit.SUSPENDED;
  return true;
}

/** Whether a native waits for the frame: what it raises is the native's to pass on. */
function isNative(fp: WordIndex): boolean {
  const action = H[fp + Frame.ACTION] & Frame.ACTION_MASK;
  if (action === Action.GENERATOR) return H[fp + Frame.EXTRA] === Resumer.NATIVE;
  return action === Action.LEAVE || action === Action.THREAD;
}

/** The pending exception has left the unit's frame. */
function unhandled(thread: WordIndex, native: boolean): Value {
  if (!native) return Left.RAISED;
  H[thread + Thread.EXIT] = Exit.RAISED;
  return Left.THREAD;
}

/** Looks for a handler of the pending exception in the frame that is current, and in those above it. */
function unwindFrom(thread: WordIndex, fp: WordIndex, traced: boolean): Value {
  const native = isNative(fp);
  return unwind(thread, traced, H[fp + Frame.PREVIOUS])
    ? wantEntry(thread, fp)
    : unhandled(thread, native);
}

entering.cold = cold;
entering.support = support;
frames.run = runFunction;
callbacks.interpret = interpret;
generators.run = runGenerator;
generators.goOn = goOn;
generators.continue = continueFrame;

tier2.enter = enter;
tier2.runFrame = (thread, fp) => {
  const unit = functionUnit(H[fp + Frame.CODE]);
  if (unit === undefined || unit.stage !== Stage.COMPILED) return Left.STAY;
  if (H[thread + Thread.DEPTH] >= H[thread + Thread.DEPTH_LIMIT]) return Left.STAY;
  return unit.run(thread, fp);
};
tier2.resume = resume;
tier2.renew = renew;
