// @hot Python functions that natives call: a sort key, the function of a map, the methods of a class. Where
// the function has generated code its frame is laid and the code called, with no loop of tier 1 around it.
//
// The frame is a plain one (Action.PUSH) above the frame that is current, its base: whoever leaves the
// generated code, for tier 1 or for an exception, goes no further down than that. The native waits, so a
// thread that must leave goes on here: it waits in place, and tier 1 runs the frames above the base.
//
// Whatever does not fit goes the way of runtime/calls.ts. Benchmarks: sort_key, method_calls.

import { incref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  CodeLayout as C,
  FunctionLayout as F,
  Frame,
  Header,
  MethodLayout,
  Thread,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { bug, CURRENT_THREAD, H } from '../heap/memory.ts';
import { calling } from '../objects/calling.ts';
import { NATIVE_DEPTH_MAX } from '../runtime/calls.ts';
import { stackTop } from '../runtime/frames.ts';
import { Exit } from '../runtime/steps/exit.ts';
import { Left, NO_VALUE, TIERED, tier1 } from '../runtime/tiers.ts';
import { waitInPlace } from '../runtime/waiting.ts';
import { functionUnit, Stage, type Unit } from './units.ts';

/** Filled in by enter.ts: tier 1 runs the current frame until it has returned to `base`. */
export const callbacks: { interpret: (thread: WordIndex, base: WordIndex) => Value } = {
  interpret: () => bug('no tier 1'),
};

/** See calling.direct. KEEP-IN-STEP(did raise): DID_RAISE is Left.RAISED. */
function direct(callable: Value, self: Value, count: number, a: Value, b: Value): Value {
  if ((callable & 1) !== 0) return 0;
  const type = H[(callable >> 2) + Header.TYPE];
  if (type === T.FUNCTION) return run(callable, self, count, a, b);
  if (type !== T.METHOD || self !== 0) return 0;
  const fn: Value = H[(callable >> 2) + MethodLayout.FUNCTION];
  return (fn & 1) === 0 && H[(fn >> 2) + Header.TYPE] === T.FUNCTION
    ? run(fn, H[(callable >> 2) + MethodLayout.SELF], count, a, b)
    : 0;
}

function run(fn: Address, self: Value, count: number, a: Value, b: Value): Value {
  const code = H[(fn >> 2) + F.CODE];
  const c = code >> 2;
  const unit = functionUnit(code);
  if (unit === undefined || unit.stage !== Stage.COMPILED || unit.makesGenerator) return 0;
  if (H[c + C.SIMPLE_ARGS] !== (self === 0 ? count : count + 1)) return 0;
  const thread = H[CURRENT_THREAD] >> 2;
  const at = stackTop(thread);
  const end = at + H[c + C.FRAME_WORDS];
  if (
    end > H[thread + Thread.STACK_LIMIT] ||
    H[thread + Thread.DEPTH] >= H[thread + Thread.DEPTH_LIMIT] ||
    H[thread + Thread.NATIVE_DEPTH] >= NATIVE_DEPTH_MAX
  )
    return 0;
  const fp = at + Frame.HEADER_WORDS;
  let local = fp;
  if (self !== 0) {
    incref(self);
    H[local++] = self;
  }
  if (count > 0) {
    incref(a);
    H[local++] = a;
    if (count > 1) {
      incref(b);
      H[local++] = b;
    }
  }
  const locals = fp + H[c + C.LOCALS_PLUS];
  while (local < locals) H[local++] = 0;
  incref(fn);
  const base = H[thread + Thread.FRAME];
  H[fp + Frame.PREVIOUS] = base;
  H[fp + Frame.FUNCTION] = fn;
  H[fp + Frame.CODE] = code;
  H[fp + Frame.GLOBALS] = H[(fn >> 2) + F.GLOBALS];
  H[fp + Frame.IP] = H[c + C.CODE_START];
  H[fp + Frame.SP] = locals;
  H[fp + Frame.ACTION] = Action.PUSH;
  H[fp + Frame.END] = end;
  H[thread + Thread.FRAME] = fp;
  H[thread + Thread.DEPTH] += 1;
  return runUnit(thread, unit, fp, base);
}

function runUnit(thread: WordIndex, unit: Unit, fp: WordIndex, base: WordIndex): Value {
  const top = H[thread + Thread.TOP];
  H[thread + Thread.NATIVE_DEPTH] += 1;
  let value: Value;
  try {
    value = unit.run(thread, fp);
    if ((value & NO_VALUE) === 0) value = goOn(thread, base, value);
  } catch (error) {
    value = caught(thread, base, error);
  }
  H[thread + Thread.NATIVE_DEPTH] -= 1;
  H[thread + Thread.TOP] = top;
  return value;
}

/** Something was thrown through the frames above `base`: a value after all, or RAISED. */
function caught(thread: WordIndex, base: WordIndex, error: unknown): Value {
  if (!tier1.caughtAbove(thread, error, base)) return Left.RAISED;
  return goOn(thread, base, callbacks.interpret(thread, base));
}

/** What the call comes to when it has answered something that may be no value. */
function goOn(thread: WordIndex, base: WordIndex, answer: Value): Value {
  let value = answer;
  while (value === Left.THREAD) {
    const exit: Exit = H[thread + Thread.EXIT];
    if (exit === Exit.BLOCKED) waitInPlace();
    else if (exit !== Exit.ENTERED && exit !== Exit.SUSPENDED) bug(`a callback left by ${exit}`);
    value = callbacks.interpret(thread, base);
  }
  return value;
}

if (TIERED) calling.direct = direct;
