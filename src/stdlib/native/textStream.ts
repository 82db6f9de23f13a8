// The standard streams: thin objects around the host's three streams (hostPort.ts). What is written goes
// to the host at once, which keeps it in the machine's order and buffers it.

import { decref, free } from '../../executors/policy.ts';
import { S } from '../../heap/builtinTypes.ts';
import {
  type Address,
  TextStreamLayout as L,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { H, U8 } from '../../heap/memory.ts';
import { defineType, type GetSetSpec, staticType } from '../../objects/define.ts';
import { tag } from '../../objects/int.ts';
import { listOf } from '../../objects/list.ts';
import { noArgs, oneArg, positional } from '../../objects/natives.ts';
import { newObject } from '../../objects/object.ts';
import { collect, indexOf, isStr, typeName } from '../../objects/protocol.ts';
import { raise, raiseWith, typeError } from '../../objects/raise.ts';
import { staticObject } from '../../objects/statics.ts';
import {
  codeAt,
  isAscii,
  newStr,
  own,
  strBytes,
  strData,
  strLength,
  toJs,
} from '../../objects/str.ts';
import { host } from '../../runtime/hostPort.ts';

export const TEXT_STREAM = staticType();

const fdOf = (stream: Address): 0 | 1 | 2 => H[(stream >> 2) + L.FD] as 0 | 1 | 2;

const streamOf = (fd: number): Address =>
  staticObject(() => {
    const stream = newObject(TEXT_STREAM, L.WORDS);
    H[(stream >> 2) + L.FD] = fd;
    H[(stream >> 2) + L.FD + 1] = 0;
    return stream;
  });

/** The streams that the machine starts with. */
export const STDIN = streamOf(0);
export const STDOUT = streamOf(1);
export const STDERR = streamOf(2);

/** Text of a str that is about to be encoded: a lone surrogate raises UnicodeEncodeError. */
export function encodable(text: Address): string {
  const js = toJs(text);
  if (strBytes(text) === 1) return js;
  for (let i = 0; i < strLength(text); i++) {
    const code = codeAt(text, i);
    if (code >= 0xd800 && code < 0xe000) {
      raiseWith(
        'UnicodeEncodeError',
        newStr('utf-8'),
        own(text),
        tag(i),
        tag(i + 1),
        newStr('surrogates not allowed'),
      );
    }
  }
  return js;
}

/** Writes text to stream 1 or 2. */
export function writeTo(stream: Address, text: string): void {
  const fd = fdOf(stream);
  if (fd === 0) return raise('OSError', 'not writable');
  host.write(fd, text);
}

/** The same for ASCII text that stands as bytes in `source`, from `from` on. */
export function writeBytesTo(
  stream: Address,
  source: Uint8Array,
  from: number,
  length: number,
): void {
  const fd = fdOf(stream);
  if (fd === 0) return raise('OSError', 'not writable');
  host.writeBytes(fd, source, from, length);
}

function write(args: WordIndex): Value {
  const text = H[args + 1];
  if (!isStr(text)) return typeError(`write() argument must be str, not ${typeName(text)}`);
  if (isAscii(text)) writeBytesTo(H[args], U8, strData(text), strLength(text));
  else writeTo(H[args], encodable(text));
  return tag(strLength(text));
}

function writeLines(args: WordIndex): Value {
  const lines = collect(H[args + 1]);
  try {
    for (const line of lines) {
      if (!isStr(line)) return typeError(`write() argument must be str, not ${typeName(line)}`);
      writeTo(H[args], encodable(line));
    }
    return S.NONE;
  } finally {
    for (const line of lines) decref(line);
  }
}

function flush(args: WordIndex): Value {
  const fd = fdOf(H[args]);
  if (fd !== 0) host.flush(fd);
  return S.NONE;
}

/** The next line with its newline, '' at the end. */
function lineOf(stream: Address): string {
  if (fdOf(stream) !== 0) return raise('OSError', 'not readable');
  return host.readLine();
}

/** A size argument: undefined for none, None or a negative one. */
function sizeOf(value: Value): number | undefined {
  if (value === 0 || value === S.NONE) return undefined;
  const size = indexOf(value);
  return size < 0 ? undefined : size;
}

function refuseSize(value: Value): void {
  if (sizeOf(value) !== undefined) {
    raise(
      'NotImplementedError',
      'reading a given number of characters from stdin is not supported',
    );
  }
}

function readLine(args: WordIndex): Value {
  refuseSize(H[args + 1]);
  return newStr(lineOf(H[args]));
}

function readLines(args: WordIndex): Value {
  refuseSize(H[args + 1]);
  const lines: Value[] = [];
  for (let line = lineOf(H[args]); line !== ''; line = lineOf(H[args])) lines.push(newStr(line));
  return listOf(lines);
}

function read(args: WordIndex): Value {
  refuseSize(H[args + 1]);
  let text = '';
  for (let line = lineOf(H[args]); line !== ''; line = lineOf(H[args])) text += line;
  return newStr(text);
}

const NAMES = ['<stdin>', '<stdout>', '<stderr>'] as const;
const nameOf = (stream: Address): string => NAMES[fdOf(stream)];
const modeOf = (stream: Address): string => (fdOf(stream) === 0 ? 'r' : 'w');

const constant = (name: string, text: string): GetSetSpec => ({ name, get: () => newStr(text) });
const truth = (name: string, test: (stream: Address) => boolean) =>
  noArgs(name, (args) => (test(H[args]) ? S.TRUE : S.FALSE));

defineType(TEXT_STREAM, {
  name: 'TextIOWrapper',
  module: '_io',
  words: L.WORDS,
  slots: {
    dealloc: (stream) => free(stream, L.WORDS * 4),
    repr: (s) =>
      newStr(`<_io.TextIOWrapper name='${nameOf(s)}' mode='${modeOf(s)}' encoding='utf-8'>`),
    iterate: (stream) => own(stream),
    next: (stream) => {
      const line = lineOf(stream);
      return line === '' ? 0 : newStr(line);
    },
  },
  methods: [
    oneArg('write', write),
    oneArg('writelines', writeLines),
    noArgs('flush', flush),
    positional('read', 0, 1, read),
    positional('readline', 0, 1, readLine),
    positional('readlines', 0, 1, readLines),
    noArgs('fileno', (args) => tag(fdOf(H[args]))),
    truth('isatty', (s) => host.isTty(fdOf(s))),
    truth('readable', (s) => fdOf(s) === 0),
    truth('writable', (s) => fdOf(s) !== 0),
    truth('seekable', () => false),
  ],
  getset: [
    { name: 'name', get: (s) => newStr(nameOf(s)) },
    { name: 'mode', get: (s) => newStr(modeOf(s)) },
    constant('encoding', 'utf-8'),
    { name: 'errors', get: (s) => newStr(fdOf(s) === 2 ? 'backslashreplace' : 'strict') },
    { name: 'closed', get: () => S.FALSE },
    { name: 'newlines', get: () => S.NONE },
    { name: 'line_buffering', get: (s) => (host.isTty(fdOf(s)) ? S.TRUE : S.FALSE) },
  ],
});
