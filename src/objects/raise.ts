// How a Python exception travels through TypeScript code: the exception object is the thread's
// PENDING one, and RAISED is thrown. One constant object, because capturing a JavaScript stack for
// every StopIteration would cost more than the program it serves.
//
// The exception types and instances are made in `exceptions.ts`, which fills in `raising`.

import { decref } from '../executors/policy.ts';
import { type Address, Thread, type Value } from '../heap/layout.ts';
import { CURRENT_THREAD, H } from '../heap/memory.ts';

class Raised {
  readonly name = 'Raised';
}

/** What is thrown while Thread.PENDING holds the exception. */
export const RAISED = new Raised();

/** Names of builtin exceptions that TypeScript code raises. */
export type ErrorName =
  | 'TypeError'
  | 'ValueError'
  | 'IndexError'
  | 'KeyError'
  | 'AttributeError'
  | 'NameError'
  | 'UnboundLocalError'
  | 'ZeroDivisionError'
  | 'OverflowError'
  | 'RuntimeError'
  | 'RecursionError'
  | 'StopIteration'
  | 'AssertionError'
  | 'ImportError'
  | 'ModuleNotFoundError'
  | 'NotImplementedError'
  | 'MemoryError'
  | 'SystemError'
  | 'OSError'
  | 'BrokenPipeError'
  | 'EOFError'
  | 'KeyboardInterrupt'
  | 'SystemExit'
  | 'LookupError'
  | 'ArithmeticError'
  | 'SyntaxError'
  | 'IndentationError'
  | 'TabError'
  | 'UnicodeDecodeError'
  | 'UnicodeEncodeError'
  | 'UnicodeError'
  | 'GeneratorExit'
  | 'FileNotFoundError'
  | 'BufferError'
  | 'ReferenceError'
  | 'FloatingPointError'
  | 'StopAsyncIteration'
  | 'UserWarning'
  | 'Warning'
  | 'DeprecationWarning'
  | 'TimeoutError';

export const raising: {
  /** A new exception of that builtin type with one str argument (none if message is undefined). */
  make: (name: ErrorName, message: string | undefined) => Address;
  /** As `make`, but with the given owned values as `args`. */
  makeWith: (name: ErrorName, args: Value[]) => Address;
} = {
  make: () => 0,
  makeWith: () => 0,
};

/** Makes `exception` (owned) the pending one and throws. */
export function raiseObject(exception: Address): never {
  const pending = (H[CURRENT_THREAD] >> 2) + Thread.PENDING;
  const old = H[pending];
  H[pending] = exception;
  if (old !== 0) decref(old);
  throw RAISED;
}

/** Raises a builtin exception with a message in CPython's words. */
export function raise(name: ErrorName, message?: string): never {
  return raiseObject(raising.make(name, message));
}

/** Raises a builtin exception whose `args` are these owned values, e.g. KeyError(key). */
export function raiseWith(name: ErrorName, ...args: Value[]): never {
  return raiseObject(raising.makeWith(name, args));
}

/**
 * Makes `exception` (owned) the pending one without throwing: the answer 0 says so, where a function's
 * contract has it. A throw costs ten times what the rest of raising and catching does, so operations that
 * programs expect to fail (a key that is absent, text that is no number) have such a form.
 */
export function pend(exception: Address): Value {
  const pending = (H[CURRENT_THREAD] >> 2) + Thread.PENDING;
  const old = H[pending];
  H[pending] = exception;
  if (old !== 0) decref(old);
  return 0;
}

/** As `raise`, without throwing: 0. */
export const pendError = (name: ErrorName, message?: string): Value =>
  pend(raising.make(name, message));

/** As `raiseWith`, without throwing: 0. */
export const pendWith = (name: ErrorName, ...args: Value[]): Value =>
  pend(raising.makeWith(name, args));

export const typeError = (message: string): never => raise('TypeError', message);
export const valueError = (message: string): never => raise('ValueError', message);

/** Takes the pending exception (owned) out of the thread; 0 if there is none. */
export function takePending(): Address {
  const pending = (H[CURRENT_THREAD] >> 2) + Thread.PENDING;
  const exception = H[pending];
  H[pending] = 0;
  return exception;
}

/** The pending exception, borrowed; 0 if there is none. */
export const pendingException = (): Address => H[(H[CURRENT_THREAD] >> 2) + Thread.PENDING];

export const hasPending = (): boolean => H[(H[CURRENT_THREAD] >> 2) + Thread.PENDING] !== 0;
