// Calls that generated code does not write out: CALL as tier 1 does it, with its operands on the heap's
// stack. A frame that is pushed is run to its end here. Each answers the call's owned value, or 0 if the
// thread has left (Thread.EXIT); the operands are gone from the stack then, or the instruction runs again.

import { decref, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  CodeLayout as C,
  ExceptionLayout,
  FunctionLayout as F,
  Frame,
  Header,
  MethodLayout,
  NativeLayout,
  Thread,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { BLOCKED } from '../objects/natives.ts';
import { typeName } from '../objects/protocol.ts';
import { typeError } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { pushFunction } from '../runtime/calls.ts';
import { tryNative } from '../runtime/nativeCalls.ts';
import { callSlow, pushInit } from '../runtime/steps/calls.ts';
import { Exit } from '../runtime/steps/exit.ts';
import { returnGenerator } from '../runtime/steps/generators.ts';
import { beforeWith } from '../runtime/steps/managers.ts';
import { safepoint } from '../runtime/steps/safepoint.ts';
import { withExceptStart } from '../runtime/steps/slow.ts';
import { specialResult } from '../runtime/steps/specialReturns.ts';
import { callExtended } from '../runtime/steps/spreadCalls.ts';
import { setContext } from '../runtime/steps/unwind.ts';
import { Left } from '../runtime/tiers.ts';
import { newExceptionOf } from '../runtime/typeType.ts';

/** Filled in by enter.ts, which runs frames. */
export const frames: { run: (thread: WordIndex, fp: WordIndex) => Value } = { run: () => 0 };

export function callGeneric(
  thread: WordIndex,
  fp: WordIndex,
  sp: WordIndex,
  arg: number,
  kwNames: Value,
): Value {
  let base = sp - arg;
  let callable: Value = H[base - 2];
  if (callable === 0) callable = H[base - 1];
  else base--;
  let type = (callable & 1) !== 0 ? T.INT : H[(callable >> 2) + Header.TYPE];
  const bottom = sp - arg - 2;
  if (type === T.METHOD && H[bottom] === 0) {
    const method = callable;
    callable = H[(method >> 2) + MethodLayout.FUNCTION];
    const self: Value = H[(method >> 2) + MethodLayout.SELF];
    incref(callable);
    incref(self);
    H[bottom] = callable;
    H[bottom + 1] = self;
    base = bottom + 1;
    decref(method);
    type = (callable & 1) !== 0 ? T.INT : H[(callable >> 2) + Header.TYPE];
  }
  const ip = H[fp + Frame.IP];
  const count = sp - base;
  if (type === T.FUNCTION && kwNames === 0) {
    const callee = pushSimple(thread, fp, callable, base, count, bottom);
    if (callee !== 0) {
      H[fp + Frame.IP] = ip + 1;
      return frames.run(thread, callee);
    }
  }
  if (
    type === T.METHOD_DESCRIPTOR ||
    (type === T.NATIVE && H[(callable >> 2) + NativeLayout.SELF] === 0)
  ) {
    const value = tryNative(callable, base, count, kwNames);
    if (value === 0) return raisedBy(thread);
    if (value === BLOCKED) return blocked(thread, fp, kwNames === 0 ? ip - 1 : ip - 2);
    return deliver(thread, fp, ip + 1, sp, bottom, value);
  }
  if (type === T.NATIVE && H[bottom] === 0) {
    // Its object goes between it and the arguments, where the unwinder finds both.
    const self: Value = H[(callable >> 2) + NativeLayout.SELF];
    incref(self);
    H[bottom] = callable;
    H[bottom + 1] = self;
    const value = tryNative(callable, bottom + 1, count + 1, kwNames);
    if (value === 0) return raisedBy(thread);
    if (value !== BLOCKED) return deliver(thread, fp, ip + 1, sp, bottom, value);
    H[bottom] = 0;
    H[bottom + 1] = callable;
    decref(self);
    return blocked(thread, fp, kwNames === 0 ? ip - 1 : ip - 2);
  }
  if (type === T.TYPE && kwNames === 0) {
    const exception = newExceptionOf(callable, base, count);
    if (exception !== 0) return deliver(thread, fp, ip + 1, sp, bottom, exception);
    H[fp + Frame.IP] = ip + 1;
    const callee = pushInit(thread, callable, base, count, bottom);
    if (callee !== 0) return frames.run(thread, callee);
    H[fp + Frame.IP] = ip;
  }
  const outcome = callSlow(thread, callable, base, count, kwNames, bottom);
  if (outcome === Exit.BLOCKED) return blocked(thread, fp, kwNames === 0 ? ip - 1 : ip - 2);
  H[fp + Frame.IP] = ip + 1;
  if (outcome === Exit.ENTERED) return frames.run(thread, H[thread + Thread.FRAME]);
  return polled(thread, fp);
}

/** A frame for a call that needs no more than copying; the references move into it. 0 if it is none. */
function pushSimple(
  thread: WordIndex,
  fp: WordIndex,
  fn: Address,
  base: WordIndex,
  count: number,
  bottom: WordIndex,
): WordIndex {
  const code = H[(fn >> 2) + F.CODE];
  const c = code >> 2;
  const callee = H[fp + Frame.END] + Frame.HEADER_WORDS;
  const end = H[fp + Frame.END] + H[c + C.FRAME_WORDS];
  if (
    H[c + C.SIMPLE_ARGS] !== count ||
    end > H[thread + Thread.STACK_LIMIT] ||
    H[thread + Thread.DEPTH] >= H[thread + Thread.DEPTH_LIMIT]
  )
    return 0;
  for (let i = 0; i < count; i++) H[callee + i] = H[base + i];
  const locals = callee + H[c + C.LOCALS_PLUS];
  for (let i = callee + count; i < locals; i++) H[i] = 0;
  H[callee + Frame.PREVIOUS] = fp;
  H[callee + Frame.FUNCTION] = fn;
  H[callee + Frame.CODE] = code;
  H[callee + Frame.GLOBALS] = H[(fn >> 2) + F.GLOBALS];
  H[callee + Frame.IP] = H[c + C.CODE_START];
  H[callee + Frame.SP] = locals;
  H[callee + Frame.ACTION] = Action.PUSH;
  H[callee + Frame.END] = end;
  H[fp + Frame.SP] = bottom;
  H[thread + Thread.FRAME] = callee;
  H[thread + Thread.DEPTH] = H[thread + Thread.DEPTH] + 1;
  return callee;
}

/** A native has raised: it is chained as if a frame of its own had passed the exception on. */
function raisedBy(thread: WordIndex): Value {
  setContext(thread, H[thread + Thread.PENDING]);
  return Left.RAISED;
}

function blocked(thread: WordIndex, fp: WordIndex, ip: WordIndex): Value {
  H[fp + Frame.IP] = ip;
  H[thread + Thread.EXIT] = Exit.BLOCKED;
  return Left.THREAD;
}

/** The operands give way to the result of a native. */
function deliver(
  thread: WordIndex,
  fp: WordIndex,
  ip: WordIndex,
  sp: WordIndex,
  bottom: WordIndex,
  value: Value,
): Value {
  H[fp + Frame.SP] = bottom;
  for (let i = sp - 1; i >= bottom; i--) {
    const used: Value = H[i];
    if (used !== 0) decref(used);
  }
  if (H[thread + Thread.BREAKER] === 0) return value;
  H[fp + Frame.IP] = ip;
  H[bottom] = value;
  H[fp + Frame.SP] = bottom + 1;
  return polled(thread, fp);
}

/** Looks up behind a call whose result lies on the stack, and takes the result. */
function polled(thread: WordIndex, fp: WordIndex): Value {
  if (H[thread + Thread.BREAKER] !== 0 && safepoint(thread)) {
    H[thread + Thread.EXIT] = Exit.SUSPENDED;
    return Left.THREAD;
  }
  const sp = H[fp + Frame.SP] - 1;
  H[fp + Frame.SP] = sp;
  return H[sp];
}

export function callExtendedGeneric(
  thread: WordIndex,
  fp: WordIndex,
  sp: WordIndex,
  flags: number,
): Value {
  const outcome = callExtended(thread, sp, flags);
  if (outcome === Exit.BLOCKED) return blocked(thread, fp, H[fp + Frame.IP] - 1);
  if (outcome === Exit.ENTERED) return frames.run(thread, H[thread + Thread.FRAME]);
  return polled(thread, fp);
}

/** BEFORE_WITH: the bound `__exit__` takes the manager's place; the answer is what `__enter__` returns. */
export function enterManager(thread: WordIndex, fp: WordIndex, sp: WordIndex): Value {
  const outcome = beforeWith(thread, sp);
  if (outcome === Exit.BLOCKED) return blocked(thread, fp, H[fp + Frame.IP] - 1);
  if (outcome === Exit.ENTERED) return frames.run(thread, H[thread + Thread.FRAME]);
  return polled(thread, fp);
}

/**
 * WITH_EXCEPT_START: what `exit(type, value, traceback)` returns; the stack stays
 * [exit, lasti, previous, exception]. A method written in Python runs in a frame of this one.
 */
export function exitManager(thread: WordIndex, sp: WordIndex): Value {
  const exit: Value = H[sp - 4];
  if (typeOf(exit) !== T.METHOD) return withExceptStart(sp);
  const fn: Value = H[(exit >> 2) + MethodLayout.FUNCTION];
  if (typeOf(fn) !== T.FUNCTION) return withExceptStart(sp);
  const exception: Value = H[sp - 1];
  const traceback: Value = H[(exception >> 2) + ExceptionLayout.TRACEBACK];
  H[sp] = H[(exit >> 2) + MethodLayout.SELF];
  H[sp + 1] = typeOf(exception);
  H[sp + 2] = exception;
  H[sp + 3] = traceback === 0 ? S.NONE : traceback;
  pushFunction(thread, fn, sp, 4, 0, Action.PUSH, 0);
  return frames.run(thread, H[thread + Thread.FRAME]);
}

/** RETURN_GENERATOR: the frame has moved into a generator, which goes to the caller. */
export function generatorOf(thread: WordIndex, fp: WordIndex): Value {
  const caller = H[fp + Frame.PREVIOUS];
  const action = H[fp + Frame.ACTION] & Frame.ACTION_MASK;
  const exit = returnGenerator(thread, fp);
  if (exit === Exit.ENTERED && action === Action.PUSH) {
    const sp = H[caller + Frame.SP] - 1;
    H[caller + Frame.SP] = sp;
    return H[sp];
  }
  H[thread + Thread.EXIT] = exit;
  return Left.THREAD;
}

/** A frame that is no plain call's has returned; still legible, it is no longer the current one. */
export function specialReturn(
  thread: WordIndex,
  fp: WordIndex,
  action: Action,
  result: Value,
): Value {
  const extra: Value = H[fp + Frame.EXTRA];
  if (action === Action.INIT) return initResult(extra, result);
  if (action === Action.LEAVE) {
    // The value goes to a native, which called the frame.
    H[thread + Thread.RESULT] = result;
    H[thread + Thread.EXIT] = Exit.LEFT;
    return Left.THREAD;
  }
  return specialResult(H[thread + Thread.FRAME], action, extra, result);
}

function initResult(instance: Value, result: Value): Value {
  if (result === S.NONE) return instance;
  const type = typeName(result);
  decref(result);
  decref(instance);
  return typeError(`__init__() should return None, not '${type}'`);
}
