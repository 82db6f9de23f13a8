// The builtin exception types: BaseException with its parts as attributes, and below it the hierarchy
// of exceptions.ts, where a type differs from its base only by what it knows (exceptionDetails.ts) and
// how it prints (exceptionText.ts).
//
// `__new__` and `__init__` both take `args`, so that an exception whose class has an `__init__` of its
// own is complete even if that never calls its base's.

import { decref, free } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  ExceptionLayout as E,
  Header,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType, type GetSetSpec, type TypeSpec } from './define.ts';
import {
  checkUnicodeArguments,
  DETAILS,
  detailName,
  fillDetails,
  getDetail,
  setDetail,
  takeKeywords,
} from './exceptionDetails.ts';
import { createGroup, GROUP_METHODS } from './exceptionGroups.ts';
import {
  attributeStorage,
  builtinException,
  clearException,
  HIERARCHY,
  isException,
  newException,
  noneIfZero,
  setPart,
} from './exceptions.ts';
import {
  reprException,
  strException,
  strGroup,
  strImportError,
  strKeyError,
  strOSError,
  strSyntaxError,
  strUnicodeError,
} from './exceptionText.ts';
import { toNumber } from './int.ts';
import { listAppend, newList } from './list.ts';
import { oneArg } from './natives.ts';
import { collect, isInt, isStr, typeName } from './protocol.ts';
import { raise, typeError } from './raise.ts';
import { typeOf } from './slots.ts';
import { own } from './str.ts';
import { copyToTuple, tupleLength, tupleOf } from './tuple.ts';

const part = (exception: Address, which: E): Value => H[(exception >> 2) + which];

function dealloc(exception: Address): void {
  const words = H[(H[(exception >> 2) + Header.TYPE] >> 2) + TypeLayout.INSTANCE_WORDS];
  clearException(exception);
  attributeStorage.clear(exception);
  free(exception, words << 2);
}

function children(exception: Address, visit: (value: Value) => void): void {
  for (const which of [E.ARGS, E.TRACEBACK, E.CAUSE, E.CONTEXT, E.VALUE, E.NOTES]) {
    const value = part(exception, which);
    if (value !== 0) visit(value);
  }
}

const positionalCount = (count: number, kwNames: Value): number =>
  kwNames === 0 ? count : count - tupleLength(kwNames);

function create(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const exception = newException(type, copyToTuple(args, positionalCount(count, kwNames)));
  try {
    fillDetails(exception);
    return exception;
  } catch (error) {
    decref(exception);
    throw error;
  }
}

function initialize(exception: Value, args: WordIndex, count: number, kwNames: Value): void {
  refuseKeywords(exception, kwNames);
  setArgs(exception, args, count);
}

function refuseKeywords(exception: Address, kwNames: Value): void {
  if (kwNames !== 0 && tupleLength(kwNames) > 0) {
    typeError(`${typeName(exception)}() takes no keyword arguments`);
  }
}

function setArgs(exception: Address, args: WordIndex, count: number): void {
  setPart(exception, E.ARGS, copyToTuple(args, count));
  fillDetails(exception);
}

/** `__init__` of a type with keyword-only details. */
const initializeWith =
  (
    typeNameText: string,
    allowed: readonly string[],
  ): NonNullable<TypeSpec['slots']['initialize']> =>
  (exception, args, count, kwNames) => {
    const positional = positionalCount(count, kwNames);
    setArgs(exception, args, positional);
    if (kwNames === 0) return;
    takeKeywords(exception, typeNameText, allowed, kwNames, (i) => H[args + positional + i]);
  };

const OS_ERROR_BY_NUMBER: Readonly<Record<number, string>> = {
  1: 'PermissionError',
  2: 'FileNotFoundError',
  3: 'ProcessLookupError',
  4: 'InterruptedError',
  10: 'ChildProcessError',
  11: 'BlockingIOError',
  13: 'PermissionError',
  17: 'FileExistsError',
  20: 'NotADirectoryError',
  21: 'IsADirectoryError',
  32: 'BrokenPipeError',
  103: 'ConnectionAbortedError',
  104: 'ConnectionResetError',
  108: 'BrokenPipeError',
  110: 'TimeoutError',
  111: 'ConnectionRefusedError',
  114: 'BlockingIOError',
  115: 'BlockingIOError',
};

/** OSError itself chooses the subclass for its errno (PEP 3151; numbers of Linux). */
function createOSError(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const errno = count >= 2 && isInt(H[args]) ? toNumber(H[args]) : 0;
  const special = type === builtinException('OSError') ? OS_ERROR_BY_NUMBER[errno] : undefined;
  return create(special === undefined ? type : builtinException(special), args, count, kwNames);
}

/** A second `__init__` would take the file name out of args for nothing: `__new__` has done it all. */
function initializeOSError(exception: Value, args: WordIndex, count: number, kwNames: Value): void {
  refuseKeywords(exception, kwNames);
  setArgs(exception, args, count);
}

const initializeUnicode =
  (name: string): NonNullable<TypeSpec['slots']['initialize']> =>
  (exception, args, count, kwNames) => {
    refuseKeywords(exception, kwNames);
    setPart(exception, E.ARGS, copyToTuple(args, count));
    checkUnicodeArguments(exception, name);
    fillDetails(exception);
  };

// Attributes of every exception.

function setArgsAttribute(exception: Address, value: Value): void {
  if (value === 0) return typeError('args may not be deleted');
  setPart(exception, E.ARGS, tupleOf(collect(value)));
}

const isTraceback = (value: Value): boolean => typeOf(value) === T.TRACEBACK;

function setTraceback(exception: Address, value: Value): void {
  if (value === 0) return typeError('__traceback__ may not be deleted');
  if (value === S.NONE) return setPart(exception, E.TRACEBACK, 0);
  if (!isTraceback(value)) return typeError('__traceback__ must be a traceback or None');
  setPart(exception, E.TRACEBACK, own(value));
}

const chainSetter =
  (which: E.CAUSE | E.CONTEXT, attribute: string, what: string) =>
  (exception: Address, value: Value): void => {
    if (value === 0) return typeError(`${attribute} may not be deleted`);
    if (value !== S.NONE && !isException(value)) {
      return typeError(`exception ${what} must be None or derive from BaseException`);
    }
    setPart(exception, which, value === S.NONE ? 0 : own(value));
    if (which === E.CAUSE) H[(exception >> 2) + E.SUPPRESS_CONTEXT] = 1;
  };

function setSuppressContext(exception: Address, value: Value): void {
  if (value === 0) return typeError("can't delete numeric/char attribute");
  if (value !== S.TRUE && value !== S.FALSE) return typeError('attribute value type must be bool');
  H[(exception >> 2) + E.SUPPRESS_CONTEXT] = value === S.TRUE ? 1 : 0;
}

function getNotes(exception: Address): Value {
  const notes = part(exception, E.NOTES);
  if (notes !== 0) return own(notes);
  return raise('AttributeError', `'${typeName(exception)}' object has no attribute '__notes__'`);
}

const getPart =
  (which: E) =>
  (exception: Address): Value =>
    own(noneIfZero(part(exception, which)));

const BASE_ATTRIBUTES: readonly GetSetSpec[] = [
  {
    name: 'args',
    get: (e) => own(part(e, E.ARGS) === 0 ? S.EMPTY_TUPLE : part(e, E.ARGS)),
    set: setArgsAttribute,
  },
  { name: '__traceback__', get: getPart(E.TRACEBACK), set: setTraceback },
  { name: '__cause__', get: getPart(E.CAUSE), set: chainSetter(E.CAUSE, '__cause__', 'cause') },
  {
    name: '__context__',
    get: getPart(E.CONTEXT),
    set: chainSetter(E.CONTEXT, '__context__', 'context'),
  },
  {
    name: '__suppress_context__',
    get: (e) => (part(e, E.SUPPRESS_CONTEXT) === 0 ? S.FALSE : S.TRUE),
    set: setSuppressContext,
  },
  {
    name: '__notes__',
    get: getNotes,
    set: (e, value) => {
      if (value === 0) decref(getNotes(e));
      setPart(e, E.NOTES, value === 0 ? 0 : own(value));
    },
  },
];

function withTraceback(args: WordIndex): Value {
  setTraceback(H[args], H[args + 1]);
  return own(H[args]);
}

function addNote(args: WordIndex): Value {
  const exception = H[args];
  const note = H[args + 1];
  if (!isStr(note)) return typeError(`note must be a str, not '${typeName(note)}'`);
  if (part(exception, E.NOTES) === 0) setPart(exception, E.NOTES, newList(1));
  const notes = part(exception, E.NOTES);
  if (typeOf(notes) !== T.LIST) return typeError('Cannot add note: __notes__ is not a list');
  listAppend(notes, note);
  return S.NONE;
}

// What the types below BaseException add.

const detail = (name: string, writable: 'writable' | 'read-only' = 'writable'): GetSetSpec => ({
  name,
  get: (e) => {
    const value = getDetail(e, detailName(name));
    return value === 0 ? own(S.NONE) : value;
  },
  ...(writable === 'writable'
    ? {
        set: (e: Address, value: Value) =>
          setDetail(e, detailName(name), value === 0 ? S.NONE : value),
      }
    : {}),
});

const valueAttribute = (name: string): GetSetSpec => ({
  name,
  get: getPart(E.VALUE),
  set: (e, value) => setPart(e, E.VALUE, value === 0 ? 0 : own(value)),
});

type Addition = Pick<TypeSpec, 'slots'> & Partial<Pick<TypeSpec, 'getset' | 'methods'>>;

const details = (name: string): readonly GetSetSpec[] =>
  (DETAILS[name] as readonly string[]).map((n) => detail(n));
const unicode = (name: string): Addition => ({
  slots: { initialize: initializeUnicode(name), str: strUnicodeError },
  getset: details(name),
});

const ADDITIONS: Readonly<Record<string, Addition>> = {
  BaseException: {
    slots: {
      dealloc,
      clear: clearException,
      children,
      create,
      initialize,
      doneByCreate: initialize,
      repr: reprException,
      str: strException,
    },
    getset: BASE_ATTRIBUTES,
    methods: [oneArg('with_traceback', withTraceback), oneArg('add_note', addNote)],
  },
  StopIteration: { slots: {}, getset: [valueAttribute('value')] },
  SystemExit: { slots: {}, getset: [valueAttribute('code')] },
  KeyError: { slots: { str: strKeyError } },
  NameError: {
    slots: { initialize: initializeWith('NameError', ['name']) },
    getset: details('NameError'),
  },
  AttributeError: {
    slots: { initialize: initializeWith('AttributeError', ['name', 'obj']) },
    getset: details('AttributeError'),
  },
  ImportError: {
    slots: { initialize: initializeWith('ImportError', ['name', 'path']), str: strImportError },
    getset: details('ImportError'),
  },
  OSError: {
    slots: { create: createOSError, initialize: initializeOSError, str: strOSError },
    getset: details('OSError'),
  },
  SyntaxError: { slots: { str: strSyntaxError }, getset: details('SyntaxError') },
  UnicodeDecodeError: unicode('UnicodeDecodeError'),
  UnicodeEncodeError: unicode('UnicodeEncodeError'),
  UnicodeTranslateError: unicode('UnicodeTranslateError'),
  BaseExceptionGroup: {
    slots: { create: createGroup, initialize: () => {}, str: strGroup },
    getset: [
      detail('message', 'read-only'),
      {
        name: 'exceptions',
        get: (e) => {
          const members = getDetail(e, detailName('exceptions'));
          return members === 0 ? S.EMPTY_TUPLE : members;
        },
      },
    ],
    methods: GROUP_METHODS,
  },
};

for (const [name, baseName] of HIERARCHY) {
  const addition = ADDITIONS[name];
  defineType(builtinException(name), {
    name,
    base: builtinException(baseName),
    flags: TypeFlag.EXCEPTION | TypeFlag.BASE_OK | TypeFlag.HAS_DICT,
    words: E.WORDS,
    attributes: E.ATTRIBUTES,
    slots: addition?.slots ?? {},
    ...(addition?.getset === undefined ? {} : { getset: addition.getset }),
    ...(addition?.methods === undefined ? {} : { methods: addition.methods }),
    ...(name === 'ExceptionGroup' ? { secondBase: T.EXCEPTION } : {}),
  });
}

/** Every builtin exception type by name, with the old names of OSError. */
export const EXCEPTION_TYPES: Readonly<Record<string, Address>> = Object.fromEntries([
  ...HIERARCHY.map(([name]) => [name, builtinException(name)] as const),
  ['EnvironmentError', builtinException('OSError')],
  ['IOError', builtinException('OSError')],
]);
