// Exceptions sent into generators: throw(), close(), and closing on deallocation. A generator that
// delegates (`yield from`) passes them on to its iterator first (PEP 380): close() to its close(), throw()
// to its throw(), and what comes back from there is what the `yield from` gives or raises.

import { countOf, decref, incref, initHeader } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  ExceptionLayout as E,
  GeneratorLayout as G,
  GeneratorState,
  Thread,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { CURRENT_THREAD, H } from '../heap/memory.ts';
import { call0, call1, callWith } from '../objects/calling.ts';
import { builtinException, isException, isExceptionType, setPart } from '../objects/exceptions.ts';
import { type NativeSpec, positional } from '../objects/natives.ts';
import { isInstance, reprJs, typeName } from '../objects/protocol.ts';
import { RAISED, raise, raiseObject, raising, takePending, typeError } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { own } from '../objects/str.ts';
import { tupleItems } from '../objects/tuple.ts';
import { getAttributeOrZero } from './attributes.ts';
import { frameDelegate, generatorFrame, leaveDelegate } from './generatorFrames.ts';
import {
  generatorRunner,
  hasHandler,
  keepReturned,
  releaseFrame,
  runTaken,
  stateOf,
  stopIterationOf,
  takeFrame,
  takeReturned,
} from './generatorResume.ts';
import { N } from './names.ts';
import { runAside } from './unraisable.ts';

const GENERATOR_EXIT = builtinException('GeneratorExit');

/** Makes an owned exception the pending one without throwing: the runner raises it in the frame. */
function setPending(exception: Address): void {
  const pending = (H[CURRENT_THREAD] >> 2) + Thread.PENDING;
  const old: Value = H[pending];
  H[pending] = exception;
  if (old !== 0) decref(old);
}

/** Raises the pending exception in a frame that was taken in `state`. */
function throwPending(generator: Address, state: GeneratorState): Value {
  const yielded = runTaken(generator, state, () => generatorRunner.throwInto(generator));
  if (yielded === 0) keepReturned(generator);
  return yielded;
}

/** Throws an owned exception into a generator; `given` are the arguments of throw(), for its delegate. */
function throwObject(generator: Address, exception: Address, given: readonly Value[]): Value {
  let state: GeneratorState;
  try {
    state = takeFrame(generator);
  } catch (error) {
    decref(exception);
    throw error;
  }
  if (state === GeneratorState.FINISHED) return raiseObject(exception);
  const delegate =
    state === GeneratorState.SUSPENDED ? frameDelegate(generatorFrame(generator)) : 0;
  if (delegate !== 0) {
    incref(delegate);
    try {
      return throwThrough(generator, delegate, exception, given);
    } finally {
      decref(delegate);
    }
  }
  setPending(exception);
  return throwPending(generator, state);
}

function throwThrough(
  generator: Address,
  delegate: Value,
  exception: Address,
  given: readonly Value[],
): Value {
  if (isInstance(exception, GENERATOR_EXIT)) {
    if (closes(delegate)) setPending(exception);
    else decref(exception);
    return throwPending(generator, GeneratorState.SUSPENDED);
  }
  const method = typeOf(delegate) === T.GENERATOR ? 0 : findThrow(generator, delegate, exception);
  if (method === 0 && typeOf(delegate) !== T.GENERATOR) {
    setPending(exception);
    return throwPending(generator, GeneratorState.SUSPENDED);
  }
  let yielded: Value = 0;
  try {
    if (method === 0) yielded = throwObject(delegate, exception, given);
    else {
      try {
        yielded = callWith(method, given);
      } finally {
        decref(method);
        decref(exception);
      }
    }
  } catch (error) {
    if (error !== RAISED) throw error;
    return afterDelegateRaised(generator);
  }
  if (yielded === 0) {
    const returned = takeReturned(delegate);
    return goOn(generator, returned === 0 ? S.NONE : returned);
  }
  H[(generator >> 2) + G.STATE] = GeneratorState.SUSPENDED;
  return yielded;
}

/** The delegate's throw method: owned, or 0. Releases the generator and the exception if asking fails. */
function findThrow(generator: Address, delegate: Value, exception: Address): Value {
  try {
    return getAttributeOrZero(delegate, N.throw);
  } catch (error) {
    H[(generator >> 2) + G.STATE] = GeneratorState.SUSPENDED;
    decref(exception);
    throw error;
  }
}

/** A StopIteration says what the `yield from` gives; anything else is raised there. */
function afterDelegateRaised(generator: Address): Value {
  const raised = takePending();
  if (!isInstance(raised, T.STOP_ITERATION)) {
    setPending(raised);
    return throwPending(generator, GeneratorState.SUSPENDED);
  }
  const value: Value = H[(raised >> 2) + E.VALUE];
  const result = value === 0 ? S.NONE : own(value);
  decref(raised);
  return goOn(generator, result);
}

/** Lets the generator go on behind its `yield from`, which gives an owned value. */
function goOn(generator: Address, value: Value): Value {
  decref(leaveDelegate(generatorFrame(generator)));
  try {
    const yielded = generatorRunner.resume(generator, GeneratorState.SUSPENDED, value);
    if (yielded === 0) keepReturned(generator);
    return yielded;
  } finally {
    decref(value);
  }
}

/** Closes an iterator that was delegated to; false: that raised, and the exception is pending. */
function closes(delegate: Value): boolean {
  try {
    if (typeOf(delegate) === T.GENERATOR) closeGenerator(delegate);
    else {
      const close = getAttributeOrZero(delegate, N.close);
      if (close === 0) return true;
      try {
        decref(call0(close));
      } finally {
        decref(close);
      }
    }
    return true;
  } catch (error) {
    if (error !== RAISED) throw error;
    return false;
  }
}

/** `generator.close()`. A frame without handlers is just released: nothing could see the difference. */
export function closeGenerator(generator: Address): void {
  const state = takeFrame(generator);
  if (state === GeneratorState.FINISHED) return;
  const delegate =
    state === GeneratorState.SUSPENDED ? frameDelegate(generatorFrame(generator)) : 0;
  if (state === GeneratorState.CREATED || (delegate === 0 && !hasHandler(generator))) {
    return releaseFrame(generator);
  }
  if (delegate !== 0) incref(delegate);
  if (delegate === 0 || closes(delegate)) setPending(raising.make('GeneratorExit', undefined));
  if (delegate !== 0) decref(delegate);
  let yielded: Value = 0;
  try {
    yielded = throwPending(generator, state);
  } catch (error) {
    if (error !== RAISED) throw error;
    const exception = takePending();
    if (!isInstance(exception, GENERATOR_EXIT) && !isInstance(exception, T.STOP_ITERATION)) {
      raiseObject(exception);
    }
    decref(exception);
    return;
  }
  if (yielded !== 0) {
    decref(yielded);
    raise('RuntimeError', 'generator ignored GeneratorExit');
  }
  const returned = takeReturned(generator);
  if (returned !== 0) decref(returned);
}

/**
 * Closes a suspended generator that has lost its last reference, so that its `finally` blocks run. True
 * if that brought it back to life. The thread may be in the middle of raising or returning something.
 */
export function finalizeGenerator(generator: Address): boolean {
  if (stateOf(generator) !== GeneratorState.SUSPENDED) return false;
  if (!hasHandler(generator) && frameDelegate(generatorFrame(generator)) === 0) return false;
  initHeader(generator, T.GENERATOR); // one reference, ours, while it runs
  runAside(generator, () => closeGenerator(generator));
  if (countOf(generator) <= 1) return false;
  decref(generator);
  return true;
}

/** The exception that throw(type[, value[, traceback]]) means: owned. */
function exceptionOf(type: Value, value: Value, traceback: Value): Address {
  if (traceback !== 0 && traceback !== S.NONE && typeOf(traceback) !== T.TRACEBACK) {
    return typeError('throw() third argument must be a traceback object');
  }
  let exception: Value;
  if (isExceptionType(type)) exception = instantiate(type, value);
  else if (isException(type)) {
    if (value !== 0 && value !== S.NONE) {
      return typeError('instance exception may not have a separate value');
    }
    exception = own(type);
  } else {
    return typeError(
      `exceptions must be classes or instances deriving from BaseException, not ${typeName(type)}`,
    );
  }
  if (traceback !== 0 && traceback !== S.NONE) setPart(exception, E.TRACEBACK, own(traceback));
  return exception;
}

function instantiate(type: Address, value: Value): Address {
  if (value === 0 || value === S.NONE) return checked(type, call0(type));
  if (isInstance(value, type)) return own(value);
  return checked(
    type,
    isInstance(value, T.TUPLE) ? callWith(type, tupleItems(value)) : call1(type, value),
  );
}

function checked(type: Address, made: Value): Address {
  if (isException(made)) return made;
  const text = typeName(made);
  decref(made);
  return typeError(
    `calling ${reprJs(type)} should have returned an instance of BaseException, not ${text}`,
  );
}

function throwMethod(args: WordIndex, count: number): Value {
  const generator = H[args];
  const given: Value[] = [];
  for (let i = 1; i <= count; i++) given.push(H[args + i]);
  const exception = exceptionOf(given[0] as Value, given[1] ?? 0, given[2] ?? 0);
  const yielded = throwObject(generator, exception, given);
  return yielded !== 0 ? yielded : stopIterationOf(generator);
}

export const THROW: NativeSpec = positional('throw', 1, 3, throwMethod);
