// print and input. A print is one write: the lines of threads may come in any order, but never mixed.
// A stream that the program has put in the place of sys.stdout gets its pieces as CPython gives them.

import { decref } from '../../executors/policy.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import {
  type Address,
  Machine,
  ModuleLayout,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { H, MACHINE } from '../../heap/memory.ts';
import { call0, call1 } from '../../objects/calling.ts';
import { dictGetName } from '../../objects/dict.ts';
import { floatValue } from '../../objects/float.ts';
import { floatRepr } from '../../objects/floatRepr.ts';
import { type NativeSpec, positional, raw } from '../../objects/natives.ts';
import { PLAIN_FORM, putInt } from '../../objects/numberForm.ts';
import { isStr, isTrue, str, typeName } from '../../objects/protocol.ts';
import { raise, typeError } from '../../objects/raise.ts';
import { NOT_HERE, putJs, putStr, SCRATCH_BYTES, TEXT } from '../../objects/scratch.ts';
import { typeOf } from '../../objects/slots.ts';
import { isAscii, newStr, own, toJs } from '../../objects/str.ts';
import { tupleItem, tupleLength } from '../../objects/tuple.ts';
import { getAttribute, getAttributeOrZero } from '../../runtime/attributes.ts';
import { host } from '../../runtime/hostPort.ts';
import { N } from '../../runtime/names.ts';
import { encodable, STDERR, STDIN, STDOUT, writeBytesTo, writeTo } from './textStream.ts';

/** `sys.stdout` and its like as the program has them now: owned, 0 if they were deleted. */
export function sysAttribute(name: Address): Value {
  const sys = dictGetName(H[MACHINE + Machine.SYS_MODULES], N.sys);
  if (sys === 0) return 0;
  try {
    if (typeOf(sys) !== T.MODULE) return getAttributeOrZero(sys, name);
    return dictGetName(H[(sys >> 2) + ModuleLayout.DICT], name);
  } finally {
    decref(sys);
  }
}

interface PrintOptions {
  sep: string;
  end: string;
  /** Borrowed; 0: sys.stdout. */
  file: Value;
  flush: boolean;
}

const NO_OPTIONS: Readonly<PrintOptions> = { sep: ' ', end: '\n', file: 0, flush: false };

function textOption(value: Value, name: string, otherwise: string): string {
  if (value === S.NONE) return otherwise;
  if (!isStr(value)) return typeError(`${name} must be None or a string, not ${typeName(value)}`);
  return encodable(value);
}

function optionsOf(values: WordIndex, kwNames: Value): Readonly<PrintOptions> {
  if (kwNames === 0) return NO_OPTIONS;
  const options: PrintOptions = { ...NO_OPTIONS };
  for (let i = 0; i < tupleLength(kwNames); i++) {
    const name = toJs(tupleItem(kwNames, i));
    const value = H[values + i];
    switch (name) {
      case 'sep':
        options.sep = textOption(value, 'sep', ' ');
        break;
      case 'end':
        options.end = textOption(value, 'end', '\n');
        break;
      case 'file':
        options.file = value === S.NONE ? 0 : value;
        break;
      case 'flush':
        options.flush = isTrue(value);
        break;
      default:
        return typeError(`'${name}' is an invalid keyword argument for print()`);
    }
  }
  return options;
}

function print(args: WordIndex, count: number, kwNames: Value): Value {
  const given = kwNames === 0 ? count : count - tupleLength(kwNames);
  const options = optionsOf(args + given, kwNames);
  const file = options.file === 0 ? sysAttribute(N.stdout) : own(options.file);
  if (file === 0) return raise('RuntimeError', 'lost sys.stdout');
  if (file === S.NONE) return S.NONE;
  try {
    if (file === STDOUT || file === STDERR) printToHost(file, args, given, options);
    else printToObject(file, args, given, options);
  } finally {
    decref(file);
  }
  return S.NONE;
}

function textOf(value: Value): string {
  if ((value & 1) !== 0) return String(value >> 1);
  const text = str(value);
  try {
    return encodable(text);
  } finally {
    decref(text);
  }
}

/**
 * Puts the line into the scratch text if all of it is ASCII text, small ints and floats, for which no Python code
 * is asked; its length, or NOT_HERE.
 */
function plainLine(args: WordIndex, count: number, options: Readonly<PrintOptions>): number {
  if (options !== NO_OPTIONS) return NOT_HERE;
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (i > 0) TEXT[at++] = 32;
    const value = H[args + i];
    if ((value & 1) !== 0) at = putInt(at, value >> 1, PLAIN_FORM);
    else if (typeOf(value) === T.STR && isAscii(value)) at = putStr(at, value);
    else if (typeOf(value) === T.FLOAT) at = putJs(at, floatRepr(floatValue(value)));
    else return NOT_HERE;
    if (at < 0 || at > SCRATCH_BYTES) return NOT_HERE;
  }
  TEXT[at] = 10;
  return at + 1;
}

function printToHost(
  stream: Address,
  args: WordIndex,
  count: number,
  options: Readonly<PrintOptions>,
): void {
  const length = plainLine(args, count, options);
  if (length !== NOT_HERE) {
    writeBytesTo(stream, TEXT, 0, length);
    return;
  }
  let line = '';
  for (let i = 0; i < count; i++) {
    if (i > 0) line += options.sep;
    line += textOf(H[args + i]);
  }
  writeTo(stream, line + options.end);
  if (options.flush) host.flush(stream === STDOUT ? 1 : 2);
}

function printToObject(
  file: Value,
  args: WordIndex,
  count: number,
  options: Readonly<PrintOptions>,
): void {
  const write = getAttribute(file, N.write);
  try {
    for (let i = 0; i < count; i++) {
      if (i > 0) writeText(write, options.sep);
      writeOwned(write, str(H[args + i]));
    }
    writeText(write, options.end);
  } finally {
    decref(write);
  }
  if (!options.flush) return;
  const flush = getAttribute(file, N.flush);
  try {
    decref(call0(flush));
  } finally {
    decref(flush);
  }
}

const writeText = (write: Value, text: string): void => writeOwned(write, newStr(text));

function writeOwned(write: Value, text: Value): void {
  try {
    decref(call1(write, text));
  } finally {
    decref(text);
  }
}

function input(args: WordIndex, count: number): Value {
  const stdin = sysAttribute(N.stdin);
  const stdout = sysAttribute(N.stdout);
  try {
    if (stdin === 0) return raise('RuntimeError', 'input(): lost sys.stdin');
    if (stdout === 0) return raise('RuntimeError', 'input(): lost sys.stdout');
    if (count > 0) writePrompt(stdout, H[args]);
    const line = stdin === STDIN ? host.readLine() : lineFrom(stdin);
    if (line === '') return raise('EOFError', 'EOF when reading a line');
    return newStr(line.endsWith('\n') ? line.slice(0, -1) : line);
  } finally {
    if (stdin !== 0) decref(stdin);
    if (stdout !== 0) decref(stdout);
  }
}

function writePrompt(stdout: Value, prompt: Value): void {
  if (stdout === STDOUT) {
    host.write(1, textOf(prompt));
    host.flush(1);
    return;
  }
  const write = getAttribute(stdout, N.write);
  try {
    writeOwned(write, str(prompt));
  } finally {
    decref(write);
  }
}

function lineFrom(stdin: Value): string {
  const readLine = getAttribute(stdin, N.readline);
  try {
    const line = call0(readLine);
    if (!isStr(line)) {
      decref(line);
      return typeError('object.readline() returned non-string');
    }
    const text = toJs(line);
    decref(line);
    return text;
  } finally {
    decref(readLine);
  }
}

export const PRINT_FUNCTIONS: readonly NativeSpec[] = [
  raw('print', print),
  positional('input', 0, 1, input),
];
