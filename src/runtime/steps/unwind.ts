// Raising and unwinding. The pending exception looks through the frames, innermost first, for a range
// of the exception table that covers the instruction; the handler gets the operand stack cut to the
// range's depth and the exception on top. A frame without a handler is left. The search ends at a frame
// with Action.LEAVE (the native that called it goes on raising) or at the thread's bottom.

import { decref, incref } from '../../executors/policy.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  CodeLayout as C,
  ExceptionLayout as E,
  Frame,
  GeneratorState,
  ExceptionRow as Row,
  Thread,
  TracebackLayout,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { call0 } from '../../objects/calling.ts';
import {
  isException,
  isExceptionType,
  isPlainException,
  newException,
  setPart,
} from '../../objects/exceptions.ts';
import { tag } from '../../objects/int.ts';
import { newClearedObject } from '../../objects/object.ts';
import { isInstance, typeName } from '../../objects/protocol.ts';
import { RAISED, raise, raising, takePending, typeError } from '../../objects/raise.ts';
import { leaveFrame } from '../frames.ts';
import { Resumer } from '../generatorFrames.ts';
import { detachGenerator } from './generators.ts';
import { propertyRaised } from './specialReturns.ts';

/**
 * Finds the handler of the pending exception and makes its frame current, ready to run.
 * @param traced the innermost frame is to be added to the traceback (not so for a re-raise)
 * @param base a frame that is not looked at any more, nor those below it; 0: none
 * @returns false if there is none: the exception is still pending.
 */
export function unwind(thread: WordIndex, traced: boolean, base: WordIndex): boolean {
  let trace = traced;
  for (;;) {
    const fp = H[thread + Thread.FRAME];
    if (fp === base) return false;
    const exception = H[thread + Thread.PENDING];
    if (trace) addTraceback(exception, fp);
    trace = true;
    const row = findHandler(fp);
    if (row !== 0) {
      enterHandler(fp, row);
      return true;
    }
    const action = H[fp + Frame.ACTION] & Frame.ACTION_MASK;
    if (action === Action.GENERATOR) {
      if (!leaveGenerator(thread, fp)) return false;
      continue;
    }
    const extra = H[fp + Frame.EXTRA];
    leaveFrame(thread, fp, H[fp + Frame.SP]);
    if (action === Action.INIT) decref(extra);
    else if (action === Action.PROPERTY) propertyRaised(H[thread + Thread.FRAME], exception, extra);
    if (action === Action.LEAVE || action === Action.THREAD) return false;
  }
}

/** Offset in words of the instruction that a frame is at. */
export const frameOffset = (fp: WordIndex): number =>
  Math.max(0, H[fp + Frame.IP] - 1 - H[(H[fp + Frame.CODE] >> 2) + C.CODE_START]);

/** The row of the exception table that covers the frame's instruction, as a word index; 0 if none. */
function findHandler(fp: WordIndex): number {
  const code = H[fp + Frame.CODE] >> 2;
  const offset = frameOffset(fp);
  const rows = H[code + C.EXCEPTIONS];
  for (let i = H[code + C.EXCEPTION_COUNT] - 1; i >= 0; i--) {
    const row = rows + i * Row.WORDS;
    if (offset >= H[row + Row.START] && offset < H[row + Row.END]) return row;
  }
  return 0;
}

function enterHandler(fp: WordIndex, row: number): void {
  const code = H[fp + Frame.CODE] >> 2;
  const offset = frameOffset(fp);
  const bottom = fp + H[code + C.LOCALS_PLUS] + H[row + Row.DEPTH];
  let sp = H[fp + Frame.SP];
  while (sp > bottom) {
    const value: Value = H[--sp];
    if (value !== 0) decref(value);
  }
  if (H[row + Row.LASTI] !== 0) H[sp++] = tag(offset);
  H[sp++] = takePending();
  H[fp + Frame.SP] = sp;
  H[fp + Frame.IP] = H[code + C.CODE_START] + H[row + Row.TARGET];
}

/** An exception leaves a generator: it is finished. False if a native resumed it. */
function leaveGenerator(thread: WordIndex, fp: WordIndex): boolean {
  const sp = H[fp + Frame.SP];
  for (let i = fp; i < sp; i++) {
    const value: Value = H[i];
    H[i] = 0;
    if (value !== 0) decref(value);
  }
  const fn = H[fp + Frame.FUNCTION];
  const native = H[fp + Frame.EXTRA] === Resumer.NATIVE;
  H[fp + Frame.FUNCTION] = 0;
  convertStopIteration(thread);
  detachGenerator(thread, fp, GeneratorState.FINISHED);
  decref(fn);
  return !native;
}

/** PEP 479: a StopIteration that leaves a generator becomes a RuntimeError. */
function convertStopIteration(thread: WordIndex): void {
  const exception = H[thread + Thread.PENDING];
  if (!isInstance(exception, T.STOP_ITERATION)) return;
  takePending();
  const error = raising.make('RuntimeError', 'generator raised StopIteration');
  incref(exception);
  setPart(error, E.CAUSE, exception);
  setPart(error, E.CONTEXT, exception);
  H[(error >> 2) + E.SUPPRESS_CONTEXT] = 1;
  H[thread + Thread.PENDING] = error;
}

/** Puts the frame in front of the exception's traceback. */
export function addTraceback(exception: Address, fp: WordIndex): void {
  const traceback = newClearedObject(T.TRACEBACK, TracebackLayout.WORDS);
  const t = traceback >> 2;
  const old = H[(exception >> 2) + E.TRACEBACK];
  H[t + TracebackLayout.NEXT] = old;
  const code = H[fp + Frame.CODE];
  const globals = H[fp + Frame.GLOBALS];
  incref(code);
  incref(globals);
  H[t + TracebackLayout.CODE] = code;
  H[t + TracebackLayout.LASTI] = frameOffset(fp);
  H[t + TracebackLayout.GLOBALS] = globals;
  H[(exception >> 2) + E.TRACEBACK] = traceback;
}

/** RAISE_VARARGS: makes the exception pending; true if the frame belongs into its traceback. */
export function raiseStatement(thread: WordIndex, sp: WordIndex, count: number): boolean {
  try {
    if (count === 0) {
      const handled = H[thread + Thread.HANDLED];
      if (handled === 0) return raise('RuntimeError', 'No active exception to reraise');
      incref(handled);
      H[thread + Thread.PENDING] = handled;
      return false;
    }
    const exception = toException(H[sp - count], 'exceptions must derive from BaseException');
    if (count === 2) setCause(exception, H[sp - 1]);
    setContext(thread, exception);
    H[thread + Thread.PENDING] = exception;
    return true;
  } catch (error) {
    if (error !== RAISED) throw error;
    return true;
  }
}

/** An owned exception from an instance or a class that is called without arguments. */
export function toException(value: Value, message: string): Address {
  if (isException(value)) {
    incref(value);
    return value;
  }
  if (!isExceptionType(value)) return typeError(message);
  if (isPlainException(value)) return newException(value, S.EMPTY_TUPLE);
  const exception = call0(value);
  if (!isException(exception)) {
    const made = typeName(exception);
    decref(exception);
    return typeError(
      `calling ${value} should have returned an instance of BaseException, not ${made}`,
    );
  }
  return exception;
}

function setCause(exception: Address, cause: Value): void {
  if (cause === S.NONE) setPart(exception, E.CAUSE, 0);
  else {
    let owned: Address = 0;
    try {
      owned = toException(cause, 'exception causes must derive from BaseException');
    } catch (error) {
      decref(exception);
      throw error;
    }
    setPart(exception, E.CAUSE, owned);
  }
  H[(exception >> 2) + E.SUPPRESS_CONTEXT] = 1;
}

/** `__context__`: the exception being handled, unless that would close a circle. */
export function setContext(thread: WordIndex, exception: Address): void {
  const handled = H[thread + Thread.HANDLED];
  if (handled === 0 || handled === exception) return;
  for (let e = handled; e !== 0; e = H[(e >> 2) + E.CONTEXT]) {
    const next = H[(e >> 2) + E.CONTEXT];
    if (next === exception) {
      setPart(e, E.CONTEXT, 0);
      break;
    }
  }
  incref(handled);
  setPart(exception, E.CONTEXT, handled);
}

/**
 * RERAISE: takes the exception off the stack. The place of the first raise is in its traceback already;
 * handlers are looked for from the RERAISE itself.
 */
export function reraise(thread: WordIndex, fp: WordIndex, sp: WordIndex): void {
  const exception = H[sp - 1];
  H[fp + Frame.SP] = sp - 1;
  H[thread + Thread.PENDING] = exception;
}
