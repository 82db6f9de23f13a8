// What some exceptions know besides `args`: the errno of an OSError, the name of a NameError, the place
// of a SyntaxError. It lies in a dict of its own (ExceptionLayout.VALUE, 0 as long as it is empty), not
// among the instance's attributes, so that `e.__dict__` shows only what the program has set itself.
//
// StopIteration and SystemExit keep their one value in that word without a dict.
// Read exceptionTypes.ts next.

import { decref, incref, lock, unlock } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  ExceptionLayout as E,
  TypeFlag,
  TypeLayout,
  type Value,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { dictGetName, dictSetName, newDict } from './dict.ts';
import { builtinException, exceptionAttributes, isPlainException, setPart } from './exceptions.ts';
import { collect, isInstance } from './protocol.ts';
import { typeError } from './raise.ts';
import { flagsOf, typeOf } from './slots.ts';
import { own, staticName, toJs } from './str.ts';
import { describe } from './strArgs.ts';
import { tupleItem, tupleLength, tupleOf } from './tuple.ts';

const SYSTEM_EXIT = builtinException('SystemExit');

/** The names of details by the builtin type that has them. */
export const DETAILS: Readonly<Record<string, readonly string[]>> = {
  NameError: ['name'],
  AttributeError: ['name', 'obj'],
  ImportError: ['msg', 'name', 'path'],
  OSError: ['errno', 'strerror', 'filename', 'filename2'],
  SyntaxError: [
    'msg',
    'filename',
    'lineno',
    'offset',
    'text',
    'end_lineno',
    'end_offset',
    'print_file_and_line',
  ],
  UnicodeDecodeError: ['encoding', 'object', 'start', 'end', 'reason'],
  UnicodeEncodeError: ['encoding', 'object', 'start', 'end', 'reason'],
  UnicodeTranslateError: ['object', 'start', 'end', 'reason'],
  BaseExceptionGroup: ['message', 'exceptions'],
};

const NAMES = new Map<string, Address>();
for (const name of new Set(Object.values(DETAILS).flat())) NAMES.set(name, staticName(name));
/** The interned name of a detail. */
export const detailName = (name: string): Address => NAMES.get(name) as Address;

const WITH_DETAILS = Object.keys(DETAILS).map(
  (name) => [builtinException(name), DETAILS[name] as readonly string[]] as const,
);

/** The details that the exception's type has, or undefined. */
function detailsOf(exception: Address): readonly string[] | undefined {
  for (const [type, names] of WITH_DETAILS) if (isInstance(exception, type)) return names;
  return undefined;
}

/** The detail, owned; 0 if it was never set. */
export function getDetail(exception: Address, name: Address): Value {
  const dict = H[(exception >> 2) + E.VALUE];
  return dict === 0 || typeOf(dict) !== T.DICT ? 0 : dictGetName(dict, name);
}

export function setDetail(exception: Address, name: Address, value: Value): void {
  lock(exception);
  const word = (exception >> 2) + E.VALUE;
  if (H[word] === 0) H[word] = newDict();
  const dict = H[word];
  unlock(exception);
  dictSetName(dict, name, value);
}

exceptionAttributes.set = setDetail;
exceptionAttributes.fill = fillDetails;

/** Takes what `args` says about the details; for exceptions made without their `__init__`. */
export function fillDetails(exception: Address): void {
  let type = typeOf(exception);
  while ((flagsOf(type) & TypeFlag.HEAP) !== 0) type = H[(type >> 2) + TypeLayout.BASE];
  if (isPlainException(type)) return;
  if (isInstance(exception, T.STOP_ITERATION)) return fillValue(exception, 'first');
  if (isInstance(exception, SYSTEM_EXIT)) return fillValue(exception, 'all');
  const names = detailsOf(exception);
  if (names === undefined) return;
  if (names === DETAILS.SyntaxError) fillSyntaxError(exception);
  else if (names === DETAILS.OSError) fillOSError(exception);
  else if (names === DETAILS.ImportError) {
    const args = H[(exception >> 2) + E.ARGS];
    if (tupleLength(args) === 1) setDetail(exception, detailName('msg'), tupleItem(args, 0));
  } else if (names !== DETAILS.NameError && names !== DETAILS.AttributeError) {
    fillInOrder(exception, names);
  }
}

function fillInOrder(exception: Address, names: readonly string[]): void {
  const args = H[(exception >> 2) + E.ARGS];
  const count = Math.min(names.length, tupleLength(args));
  for (let i = 0; i < count; i++) {
    setDetail(exception, detailName(names[i] as string), tupleItem(args, i));
  }
}

/** StopIteration's value is the first argument; SystemExit's code the only one, or all. */
function fillValue(exception: Address, which: 'first' | 'all'): void {
  const args = H[(exception >> 2) + E.ARGS];
  const count = tupleLength(args);
  const value = count === 0 ? 0 : count > 1 && which === 'all' ? args : tupleItem(args, 0);
  if (value !== 0) incref(value);
  setPart(exception, E.VALUE, value);
}

/** OSError(errno, strerror[, filename[, winerror[, filename2]]]); a file name leaves `args`. */
function fillOSError(exception: Address): void {
  const args = H[(exception >> 2) + E.ARGS];
  const count = tupleLength(args);
  if (count < 2 || count > 5) return;
  setDetail(exception, detailName('errno'), tupleItem(args, 0));
  setDetail(exception, detailName('strerror'), tupleItem(args, 1));
  if (count < 3) return;
  setDetail(exception, detailName('filename'), tupleItem(args, 2));
  if (count === 5) setDetail(exception, detailName('filename2'), tupleItem(args, 4));
  const pair = tupleOf([own(tupleItem(args, 0)), own(tupleItem(args, 1))]);
  setPart(exception, E.ARGS, pair);
}

/** SyntaxError(msg, (filename, lineno, offset, text[, end_lineno, end_offset])). */
function fillSyntaxError(exception: Address): void {
  const args = H[(exception >> 2) + E.ARGS];
  const count = tupleLength(args);
  if (count === 0) return;
  setDetail(exception, detailName('msg'), tupleItem(args, 0));
  if (count !== 2) return;
  const place = collect(tupleItem(args, 1));
  try {
    if (place.length !== 4 && place.length !== 6) {
      if (place.length === 5) {
        return typeError('end_offset must be provided when end_lineno is provided');
      }
      const few = place.length < 4;
      return typeError(
        `function takes ${few ? 'at least 4' : 'at most 6'} arguments (${place.length} given)`,
      );
    }
    const names = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'];
    place.forEach((value, i) => {
      setDetail(exception, detailName(names[i] as string), value);
    });
  } finally {
    for (const value of place) decref(value);
  }
}

/** The five (or four) arguments that a UnicodeError insists on, with its messages. */
export function checkUnicodeArguments(exception: Address, name: string): void {
  const args = H[(exception >> 2) + E.ARGS];
  const wanted = DETAILS[name] as readonly string[];
  if (tupleLength(args) !== wanted.length) {
    typeError(`function takes exactly ${wanted.length} arguments (${tupleLength(args)} given)`);
  }
  const kinds: Readonly<Record<string, string>> = {
    encoding: 'str',
    object: name === 'UnicodeDecodeError' ? 'bytes' : 'str',
    reason: 'str',
    start: 'int',
    end: 'int',
  };
  const types: Readonly<Record<string, Address>> = { str: T.STR, bytes: T.BYTES, int: T.INT };
  wanted.forEach((detail, i) => {
    const kind = kinds[detail] as string;
    const value = tupleItem(args, i);
    if (isInstance(value, types[kind] as Address)) return;
    if (kind === 'int') {
      typeError(`'${describe(value)}' object cannot be interpreted as an integer`);
    }
    if (kind === 'bytes') typeError(`a bytes-like object is required, not '${describe(value)}'`);
    typeError(`argument ${i + 1} must be str, not ${describe(value)}`);
  });
}

/** Keyword arguments that became details: `ImportError('m', name='n')`. */
export function takeKeywords(
  exception: Address,
  typeName: string,
  allowed: readonly string[],
  names: Address,
  valueAt: (index: number) => Value,
): void {
  for (const name of allowed) setDetail(exception, detailName(name), S.NONE);
  const count = names === 0 ? 0 : tupleLength(names);
  for (let i = 0; i < count; i++) {
    const name = toJs(tupleItem(names, i));
    if (!allowed.includes(name)) {
      typeError(`'${name}' is an invalid keyword argument for ${typeName}()`);
    }
    setDetail(exception, detailName(name), valueAt(i));
  }
}

/** An owned str detail as JavaScript text, or undefined if it is no str. */
export function detailText(exception: Address, name: string): string | undefined {
  const value = getDetail(exception, detailName(name));
  if (value === 0) return undefined;
  const text = isInstance(value, T.STR) ? toJs(value) : undefined;
  decref(value);
  return text;
}
