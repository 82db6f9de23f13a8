// The module `sys`: the program's surroundings and the knobs of the machine.

import { countOf, decref } from '../../executors/policy.ts';
import { boot } from '../../heap/boot.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import {
  type Address,
  ExceptionLayout,
  Machine,
  Thread,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { CURRENT_THREAD, H, MACHINE } from '../../heap/memory.ts';
import { call0, call1 } from '../../objects/calling.ts';
import { defineModule } from '../../objects/define.ts';
import { noneIfZero } from '../../objects/exceptions.ts';
import { newFloat } from '../../objects/float.ts';
import { newFrameObject } from '../../objects/frameObject.ts';
import { newBigInt, newInt, tag } from '../../objects/int.ts';
import { listOf } from '../../objects/list.ts';
import { type NativeSpec, noArgs, oneArg, positional } from '../../objects/natives.ts';
import { doubleOf } from '../../objects/numberConversion.ts';
import { indexOf, isStr, typeName } from '../../objects/protocol.ts';
import { raise, raiseWith, typeError, valueError } from '../../objects/raise.ts';
import { flagsOf, typeOf } from '../../objects/slots.ts';
import { intern, newStr, own } from '../../objects/str.ts';
import { describe } from '../../objects/strArgs.ts';
import { exactStr } from '../../objects/strBuild.ts';
import { tupleOf } from '../../objects/tuple.ts';
import { getAttributeOrZero } from '../../runtime/attributes.ts';
import { defaultDisplayHook } from '../../runtime/display.ts';
import { host } from '../../runtime/hostPort.ts';
import { N } from '../../runtime/names.ts';
import { formatException } from '../../runtime/traceback.ts';
import { itemWords } from '../../runtime/variableSize.ts';
import { callerFrame, localsOf } from './builtinsCode.ts';
import { sysAttribute } from './builtinsPrint.ts';
import {
  HEX_VERSION,
  newFlags,
  newFloatInfo,
  newHashInfo,
  newImplementation,
  newIntInfo,
  newVersionInfo,
} from './sysNumbers.ts';
import { STDERR, STDIN, STDOUT } from './textStream.ts';

const thread = (): WordIndex => H[CURRENT_THREAD] >> 2;

/** The exception being handled: borrowed, 0 if none. */
const handled = (): Address => H[thread() + Thread.HANDLED];

function excInfo(): Value {
  const exception = handled();
  if (exception === 0) return tupleOf([S.NONE, S.NONE, S.NONE].map(own));
  const traceback = noneIfZero(H[(exception >> 2) + ExceptionLayout.TRACEBACK]);
  return tupleOf([own(typeOf(exception)), own(exception), own(traceback)]);
}

function exit(args: WordIndex): Value {
  const code = H[args];
  if (code === 0) return raise('SystemExit');
  return raiseWith('SystemExit', own(code));
}

/** References to the object, the argument's own included. */
function getRefCount(args: WordIndex): Value {
  const object = H[args];
  return (object & 1) !== 0 ? newInt(0x3fffffff) : newInt(countOf(object));
}

function setRecursionLimit(args: WordIndex): Value {
  const limit = indexOf(H[args]);
  if (limit < 1) return valueError('recursion limit must be greater or equal than 1');
  if (limit >= 2 ** 31) return raise('OverflowError', 'Python int too large to convert to C int');
  const depth = H[thread() + Thread.DEPTH];
  if (depth >= limit) {
    return raise(
      'RecursionError',
      `cannot set the recursion limit to ${limit} at the recursion depth ${depth}: the limit is too low`,
    );
  }
  H[MACHINE + Machine.RECURSION_LIMIT] = limit;
  // Generated code looks at its own limit, which is made anew from this one when it is found too low.
  H[(H[CURRENT_THREAD] >> 2) + Thread.DEPTH_LIMIT] = 0;
  return S.NONE;
}

function setSwitchInterval(args: WordIndex): Value {
  const seconds = doubleOf(H[args], `must be real number, not ${typeName(H[args])}`);
  if (!(seconds > 0)) return valueError('switch interval must be strictly positive');
  H[MACHINE + Machine.SWITCH_INTERVAL_US] = Math.min(
    0x7fffffff,
    Math.max(1, Math.round(seconds * 1e6)),
  );
  return S.NONE;
}

function internStr(args: WordIndex): Value {
  const text = H[args];
  if (!isStr(text)) return typeError(`intern() argument must be str, not ${describe(text)}`);
  if (typeOf(text) !== T.STR) return typeError(`can't intern ${typeName(text)}`);
  return intern(exactStr(text));
}

/** Bytes of the object's own block; what it refers to does not count. */
function getSizeOf(args: WordIndex): Value {
  const object = H[args];
  if ((object & 1) !== 0) return tag(4);
  const sizeOf = getAttributeOrZero(object, N.__sizeof__);
  if (sizeOf !== 0) {
    try {
      return call0(sizeOf);
    } finally {
      decref(sizeOf);
    }
  }
  const type = typeOf(object);
  const words =
    (flagsOf(type) & TypeFlag.VARIABLE_SIZE) !== 0
      ? itemWords(object)
      : H[(type >> 2) + TypeLayout.INSTANCE_WORDS];
  return newInt(Math.max(words, 4) * 4);
}

function getFrame(args: WordIndex): Value {
  const depth = H[args] === 0 ? 0 : indexOf(H[args]);
  const frame = newFrameObject(callerFrame(), Math.max(0, depth), localsOf);
  return frame === 0 ? valueError('call stack is not deep enough') : frame;
}

/** Writes an uncaught exception to sys.stderr, as the interpreter does at its end. */
function exceptHook(args: WordIndex): Value {
  const exception = H[args + 1];
  if ((exception & 1) !== 0 || (flagsOf(typeOf(exception)) & TypeFlag.EXCEPTION) === 0) {
    return typeError(
      `print_exception(): Exception expected for value, ${typeName(exception)} found`,
    );
  }
  const text = newStr(formatException(exception));
  const stderr = sysAttribute(N.stderr);
  try {
    if (stderr === 0 || stderr === S.NONE) return S.NONE;
    const write = getAttributeOrZero(stderr, N.write);
    if (write === 0) return S.NONE;
    try {
      return writeAndForget(write, text);
    } finally {
      decref(write);
    }
  } finally {
    decref(text);
    if (stderr !== 0) decref(stderr);
  }
}

function writeAndForget(write: Value, text: Value): Value {
  decref(call1(write, text));
  return S.NONE;
}

function displayHook(args: WordIndex): Value {
  defaultDisplayHook(H[args]);
  return S.NONE;
}

const FUNCTIONS: readonly NativeSpec[] = [
  noArgs('exc_info', excInfo),
  noArgs('exception', () => own(noneIfZero(handled()))),
  positional('exit', 0, 1, exit),
  oneArg('getrefcount', getRefCount),
  noArgs('getrecursionlimit', () => newInt(H[MACHINE + Machine.RECURSION_LIMIT])),
  oneArg('setrecursionlimit', setRecursionLimit),
  noArgs('getswitchinterval', () => newFloat(H[MACHINE + Machine.SWITCH_INTERVAL_US] / 1e6)),
  oneArg('setswitchinterval', setSwitchInterval),
  oneArg('intern', internStr),
  oneArg('getsizeof', getSizeOf),
  noArgs('getdefaultencoding', () => newStr('utf-8')),
  noArgs('getfilesystemencoding', () => newStr('utf-8')),
  noArgs('get_int_max_str_digits', () => tag(4300)),
  noArgs('is_finalizing', () => S.FALSE),
  positional('_getframe', 0, 1, getFrame),
  oneArg('displayhook', displayHook),
  positional('excepthook', 3, 3, exceptHook),
  oneArg('__displayhook__', displayHook),
  positional('__excepthook__', 3, 3, exceptHook),
];

const textList = (texts: readonly string[]): Address => listOf(texts.map((text) => newStr(text)));

function constants(): Readonly<Record<string, number>> {
  return {
    argv: textList(host.argv),
    orig_argv: textList([host.executable, ...host.argv]),
    path: textList(host.path),
    modules: own(H[MACHINE + Machine.SYS_MODULES]),
    builtin_module_names: S.EMPTY_TUPLE,
    maxsize: newBigInt(2n ** 63n - 1n),
    maxunicode: tag(0x10ffff),
    byteorder: newStr('little'),
    platform: newStr('linux'),
    executable: newStr(host.executable),
    prefix: newStr('/usr'),
    exec_prefix: newStr('/usr'),
    base_prefix: newStr('/usr'),
    base_exec_prefix: newStr('/usr'),
    dont_write_bytecode: S.TRUE,
    version: newStr('3.11.0 (gilscope)'),
    hexversion: tag(HEX_VERSION),
    api_version: tag(1013),
    copyright: newStr('gilscope'),
    version_info: newVersionInfo(),
    implementation: newImplementation(),
    float_info: newFloatInfo(),
    int_info: newIntInfo(),
    hash_info: newHashInfo(),
    flags: newFlags(),
    float_repr_style: newStr('short'),
    warnoptions: textList([]),
    stdin: STDIN,
    stdout: STDOUT,
    stderr: STDERR,
    __stdin__: STDIN,
    __stdout__: STDOUT,
    __stderr__: STDERR,
    _gilscope: newStr(boot.executor),
  };
}

defineModule({ name: 'sys', functions: FUNCTIONS, constants });
