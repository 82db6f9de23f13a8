// Calls from TypeScript code (objects/calling.ts) to any callable, and the pieces of a call that the
// interpreter shares: what a callable is, the binding of methods, and Python functions run to their end
// in a nested interpreter loop.

import { incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  CodeLayout,
  Frame,
  FunctionLayout,
  MethodLayout,
  NativeLayout,
  Thread,
  TupleLayout,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { bug, CURRENT_THREAD, H } from '../heap/memory.ts';
import { calling } from '../objects/calling.ts';
import { BLOCKED } from '../objects/natives.ts';
import { nameOfType } from '../objects/protocol.ts';
import { raise, typeError } from '../objects/raise.ts';
import { flagsOf, slotsOf, typeOf } from '../objects/slots.ts';
import { bindArguments } from './arguments.ts';
import { enterFrame, leaveFrame, newFrame, stackTop } from './frames.ts';
import { callNative, withWords } from './nativeCalls.ts';

/** What the interpreter brings: runs the current frame until it returns (action LEAVE). */
export const interpreter: {
  runFrame: (fp: WordIndex) => Value;
  /** Waits, in place, until the blocked thread may go on. */
  waitNested: () => void;
} = { runFrame: () => bug('no interpreter'), waitNested: () => bug('no scheduler') };

/** Interpreter loops that may be nested in one another before RecursionError; each takes JavaScript stack. */
export const NATIVE_DEPTH_MAX = 1200;

/** Calls anything with `count` words at `args`, the last named by kwNames: owned. */
export function callWords(callable: Value, args: WordIndex, count: number, kwNames: Value): Value {
  const type = typeOf(callable);
  if (type === T.FUNCTION) return callFunction(callable, args, count, kwNames);
  if (type === T.NATIVE && H[(callable >> 2) + NativeLayout.SELF] === 0) {
    return finishNative(callable, args, count, kwNames);
  }
  if (type === T.METHOD_DESCRIPTOR || type === T.SLOT_WRAPPER)
    return finishNative(callable, args, count, kwNames);
  if (type === T.METHOD || type === T.NATIVE)
    return callBound(callable, type, args, count, kwNames);
  const { call } = slotsOf(callable);
  if (call === undefined) return typeError(`'${nameOfType(type)}' object is not callable`);
  return call(callable, args, count, kwNames);
}

/** A native that answers BLOCKED is asked again when the thread has been woken. */
function finishNative(callable: Address, args: WordIndex, count: number, kwNames: Value): Value {
  for (;;) {
    const result = callNative(callable, args, count, kwNames);
    if (result !== BLOCKED) return result;
    interpreter.waitNested();
  }
}

/** A native with SELF, of whatever type. */
export const callBoundNative = (
  callable: Address,
  args: WordIndex,
  count: number,
  kwNames: Value,
): Value => callBound(callable, T.NATIVE, args, count, kwNames);

function callBound(
  callable: Address,
  type: Address,
  args: WordIndex,
  count: number,
  kwNames: Value,
): Value {
  const isMethod = type === T.METHOD;
  const values = new Int32Array(count + 1);
  values[0] = H[(callable >> 2) + (isMethod ? MethodLayout.SELF : NativeLayout.SELF)];
  for (let i = 0; i < count; i++) values[i + 1] = H[args + i];
  return withWords(values, (at) =>
    isMethod
      ? callWords(H[(callable >> 2) + MethodLayout.FUNCTION], at, count + 1, kwNames)
      : finishNative(callable, at, count + 1, kwNames),
  );
}

/** Runs a Python function to its end in a nested loop. */
export function callFunction(fn: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const thread = H[CURRENT_THREAD] >> 2;
  const fp = pushFunction(thread, fn, args, count, kwNames, Action.LEAVE, 0);
  return runNested(thread, fp);
}

/** Runs a frame that was entered with action LEAVE. */
export function runNested(thread: WordIndex, fp: WordIndex): Value {
  if (H[thread + Thread.NATIVE_DEPTH] >= NATIVE_DEPTH_MAX) {
    leaveFrame(thread, fp, H[fp + Frame.SP]);
    return raise(
      'RecursionError',
      'maximum recursion depth exceeded while calling a Python object',
    );
  }
  H[thread + Thread.NATIVE_DEPTH] += 1;
  const top = H[thread + Thread.TOP];
  try {
    return interpreter.runFrame(fp);
  } finally {
    H[thread + Thread.NATIVE_DEPTH] -= 1;
    H[thread + Thread.TOP] = top;
  }
}

/** A frame for the call, with its arguments bound, made current. Arguments are borrowed. */
export function pushFunction(
  thread: WordIndex,
  fn: Address,
  args: WordIndex,
  count: number,
  kwNames: Value,
  action: Action,
  extra: Value,
): WordIndex {
  incref(fn);
  const fp = newFrame(thread, fn, action, extra);
  const code = H[(fn >> 2) + FunctionLayout.CODE] >> 2;
  enterFrame(thread, fp);
  try {
    if (kwNames === 0 && H[code + CodeLayout.SIMPLE_ARGS] === count) {
      for (let i = 0; i < count; i++) {
        incref(H[args + i]);
        H[fp + i] = H[args + i];
      }
    } else bindArguments(fp, fn, args, count, kwNames);
  } catch (error) {
    leaveFrame(thread, fp, H[fp + Frame.SP]);
    throw error;
  }
  return fp;
}

/** `callable(x)`. */
export const isCallable = (value: Value): boolean => {
  const type = typeOf(value);
  if ((flagsOf(type) & TypeFlag.HEAP) !== 0) return heapCallable.test(type);
  return (
    slotsOf(value).call !== undefined ||
    type === T.FUNCTION ||
    type === T.METHOD ||
    type === T.NATIVE ||
    type === T.METHOD_DESCRIPTOR ||
    type === T.SLOT_WRAPPER
  );
};

/** Whether instances of a class can be called; filled in by instances.ts. */
export const heapCallable: { test: (type: Address) => boolean } = { test: () => false };

// As withWords, written out: this is every call that a native makes.
calling.call = (callable, args, kwNames) => {
  const thread = H[CURRENT_THREAD] >> 2;
  const at = stackTop(thread);
  const count = args.length;
  if (at + count + Frame.SLACK > H[thread + Thread.STACK_LIMIT])
    return withWords(args, (words) => callWords(callable, words, count, kwNames));
  const top = H[thread + Thread.TOP];
  for (let i = 0; i < count; i++) H[at + i] = args[i] as number;
  H[thread + Thread.TOP] = at + count + Frame.SLACK;
  try {
    return callWords(callable, at, count, kwNames);
  } finally {
    H[thread + Thread.TOP] = top;
  }
};

/** Number of names in a kwNames tuple. */
export const namedCount = (kwNames: Value): number =>
  kwNames === 0 || kwNames === S.EMPTY_TUPLE ? 0 : H[(kwNames >> 2) + TupleLayout.LENGTH];
