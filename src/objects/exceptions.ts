// Exception objects: the builtin hierarchy as data, making them, and their parts.
//
//   args | traceback | cause | context | suppress_context | value | notes | attribute storage
//
// Chained parts are owned or 0. `value` is StopIteration.value or SystemExit.code, or the
// dict of what other types keep (errno, name, obj, ...: exceptionDetails.ts), 0 as long as that is nothing.

import { decref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  ExceptionLayout as E,
  Header,
  TupleLayout,
  TypeFlag,
  TypeLayout,
  type Value,
} from '../heap/layout.ts';
import { bug, H } from '../heap/memory.ts';
import { staticType } from './define.ts';
import { newClearedObject } from './object.ts';
import { type ErrorName, raising } from './raise.ts';
import { newStr } from './str.ts';
import { newTuple, tupleOf } from './tuple.ts';

/** Name and base of every builtin exception, bases first (CPython 3.11, "Exception hierarchy"). */
export const HIERARCHY: readonly (readonly [string, string])[] = [
  ['BaseException', 'object'],
  ['Exception', 'BaseException'],
  ['StopIteration', 'Exception'],
  ['GeneratorExit', 'BaseException'],
  ['KeyboardInterrupt', 'BaseException'],
  ['SystemExit', 'BaseException'],
  ['BaseExceptionGroup', 'BaseException'],
  // Its second base is Exception, see exceptionTypes.ts.
  ['ExceptionGroup', 'BaseExceptionGroup'],
  ['ArithmeticError', 'Exception'],
  ['FloatingPointError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['AssertionError', 'Exception'],
  ['AttributeError', 'Exception'],
  ['BufferError', 'Exception'],
  ['EOFError', 'Exception'],
  ['ImportError', 'Exception'],
  ['ModuleNotFoundError', 'ImportError'],
  ['LookupError', 'Exception'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['MemoryError', 'Exception'],
  ['NameError', 'Exception'],
  ['UnboundLocalError', 'NameError'],
  ['OSError', 'Exception'],
  ['BlockingIOError', 'OSError'],
  ['ChildProcessError', 'OSError'],
  ['ConnectionError', 'OSError'],
  ['BrokenPipeError', 'ConnectionError'],
  ['ConnectionAbortedError', 'ConnectionError'],
  ['ConnectionRefusedError', 'ConnectionError'],
  ['ConnectionResetError', 'ConnectionError'],
  ['FileExistsError', 'OSError'],
  ['FileNotFoundError', 'OSError'],
  ['InterruptedError', 'OSError'],
  ['IsADirectoryError', 'OSError'],
  ['NotADirectoryError', 'OSError'],
  ['PermissionError', 'OSError'],
  ['ProcessLookupError', 'OSError'],
  ['TimeoutError', 'OSError'],
  ['ReferenceError', 'Exception'],
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['StopAsyncIteration', 'Exception'],
  ['SyntaxError', 'Exception'],
  ['IndentationError', 'SyntaxError'],
  ['TabError', 'IndentationError'],
  ['SystemError', 'Exception'],
  ['TypeError', 'Exception'],
  ['ValueError', 'Exception'],
  ['UnicodeError', 'ValueError'],
  ['UnicodeDecodeError', 'UnicodeError'],
  ['UnicodeEncodeError', 'UnicodeError'],
  ['UnicodeTranslateError', 'UnicodeError'],
  ['Warning', 'Exception'],
  ['BytesWarning', 'Warning'],
  ['DeprecationWarning', 'Warning'],
  ['EncodingWarning', 'Warning'],
  ['FutureWarning', 'Warning'],
  ['ImportWarning', 'Warning'],
  ['PendingDeprecationWarning', 'Warning'],
  ['ResourceWarning', 'Warning'],
  ['RuntimeWarning', 'Warning'],
  ['SyntaxWarning', 'Warning'],
  ['UnicodeWarning', 'Warning'],
  ['UserWarning', 'Warning'],
];

const addresses = new Map<string, Address>([['object', T.OBJECT]]);
for (const [name] of HIERARCHY) {
  addresses.set(
    name,
    name === 'BaseException'
      ? T.BASE_EXCEPTION
      : name === 'Exception'
        ? T.EXCEPTION
        : name === 'StopIteration'
          ? T.STOP_ITERATION
          : staticType(),
  );
}

/** Type object of a builtin exception. */
export function builtinException(name: string): Address {
  return addresses.get(name) ?? bug(`no builtin exception ${name}`);
}

/** Builtin types whose instances take nothing from `args`: most of those that programs raise. */
const PLAIN: ReadonlySet<Address> = new Set(
  ['KeyError', 'ValueError', 'IndexError', 'TypeError', 'RuntimeError', 'Exception', 'LookupError']
    .concat(['ZeroDivisionError', 'OverflowError', 'AssertionError', 'NotImplementedError'])
    .concat(['ArithmeticError', 'BaseException', 'RecursionError', 'EOFError'])
    .map(builtinException),
);

/** `type(*args)` is newException. */
export const isPlainException = (type: Value): boolean => PLAIN.has(type);

/** An exception of any exception type: args is an owned tuple. */
export function newException(type: Address, args: Address): Address {
  const words = H[(type >> 2) + TypeLayout.INSTANCE_WORDS];
  const exception = newClearedObject(type, words);
  const q = exception >> 2;
  H[q + E.ARGS] = args;
  return exception;
}

/** An exception of a type for which isPlainException holds, with one argument, which it takes over. */
export function newPlainException(type: Address, argument: Value): Address {
  const args = newTuple(1);
  H[(args >> 2) + TupleLayout.ITEMS] = argument;
  return newException(type, args);
}

function makeWith(name: ErrorName, args: Value[]): Address {
  const exception = newException(builtinException(name), tupleOf(args));
  if (args.length > 0) exceptionAttributes.fill(exception);
  return exception;
}

raising.makeWith = makeWith;
raising.make = (name, message) => makeWith(name, message === undefined ? [] : [newStr(message)]);

/**
 * Sets a detail (name, obj, ...) of an exception that its builtin type knows; filled in by
 * exceptionDetails.ts, as is `fill`, which takes the details out of `args`.
 */
export const exceptionAttributes: {
  set: (exception: Address, name: Address, value: Value) => void;
  fill: (exception: Address) => void;
} = { set: () => {}, fill: () => {} };
export const setExceptionAttribute = (exception: Address, name: Address, value: Value): void =>
  exceptionAttributes.set(exception, name, value);

/** Releases an exception's own attributes (`e.extra = 1`) when it dies; filled in by the runtime. */
export const attributeStorage: { clear: (exception: Address) => void } = { clear: () => {} };

/** Replaces an owned part of the exception; takes over `value`. */
export function setPart(exception: Address, part: E, value: Value): void {
  const word = (exception >> 2) + part;
  const old = H[word];
  H[word] = value;
  if (old !== 0) decref(old);
}

/** Releases the parts of an exception, as dealloc does first. */
export function clearException(exception: Address): void {
  const q = exception >> 2;
  setPart(exception, E.ARGS, 0);
  setPart(exception, E.TRACEBACK, 0);
  // Most exceptions have no more than that.
  if ((H[q + E.CAUSE] | H[q + E.CONTEXT] | H[q + E.VALUE] | H[q + E.NOTES]) === 0) return;
  setPart(exception, E.CAUSE, 0);
  setPart(exception, E.CONTEXT, 0);
  setPart(exception, E.VALUE, 0);
  setPart(exception, E.NOTES, 0);
}

export const isException = (value: Value): boolean =>
  (value & 1) === 0 &&
  (H[(H[(value >> 2) + Header.TYPE] >> 2) + TypeLayout.FLAGS] & TypeFlag.EXCEPTION) !== 0;

export const isExceptionType = (value: Value): boolean =>
  (value & 1) === 0 &&
  (H[(H[(value >> 2) + Header.TYPE] >> 2) + TypeLayout.FLAGS] & TypeFlag.TYPE) !== 0 &&
  (H[(value >> 2) + TypeLayout.FLAGS] & TypeFlag.EXCEPTION) !== 0;

export const noneIfZero = (value: Value): Value => (value === 0 ? S.NONE : value);
