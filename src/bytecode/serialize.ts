/**
 * Code as text and back: how compiled library modules are shipped.
 *
 * One JSON array per code object. Words and positions, by far the most of it, are packed into strings
 * of base-64 digits, five bits a digit, as source maps do: most arguments and differences of lines
 * take one character. Cache words are left out, the opcode table says where they are. Positions are
 * only unpacked when a traceback or a debugger asks for them: at start-up nobody does.
 *
 * Decoding trusts its input: only text that `encodeCode` wrote.
 */

import type { Code, Constant } from './code.ts';
import { instructionWords, Op } from './opcodes.ts';

type Json = null | boolean | number | string | Json[];

export function encodeCode(code: Code): string {
  return JSON.stringify(codeToJson(code, ''));
}

export function decodeCode(text: string): Code {
  return codeFromJson(JSON.parse(text) as Json[], '');
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const MORE = 32;

/** The value of each digit by its character code. */
const VALUES = new Uint8Array(128);
for (let i = 0; i < DIGITS.length; i++) VALUES[DIGITS.charCodeAt(i)] = i;

function codeToJson(code: Code, outerFilename: string): Json[] {
  return [
    code.name,
    code.qualname === code.name ? null : code.qualname,
    // Nested codes have the file of the module.
    code.filename === outerFilename ? null : code.filename,
    code.firstLine,
    code.flags,
    code.argCount,
    code.posOnlyCount,
    code.kwOnlyCount,
    [...code.localNames],
    code.localCount,
    [...code.cellNames],
    [...code.freeNames],
    code.stackSize,
    packWords(code.words),
    code.constants.map((constant) => constantToJson(constant, code.filename)),
    [...code.names],
    code.exceptions.flatMap(({ start, end, target, depth, pushLasti }) => {
      return [start, end, target, depth * 2 + (pushLasti ? 1 : 0)];
    }),
    packPositions(code),
    code.hasDocstring,
  ];
}

/** The tuple that `codeToJson` writes. */
type CodeJson = [
  name: string,
  qualname: string | null,
  filename: string | null,
  firstLine: number,
  flags: number,
  argCount: number,
  posOnlyCount: number,
  kwOnlyCount: number,
  localNames: string[],
  localCount: number,
  cellNames: string[],
  freeNames: string[],
  stackSize: number,
  words: string,
  constants: Json[],
  names: string[],
  exceptions: number[],
  positions: string,
  hasDocstring: boolean,
];

function codeFromJson(json: Json[], outerFilename: string): Code {
  const fields = json as CodeJson;
  const filename = fields[2] ?? outerFilename;
  const words = unpackWords(fields[13]);
  const packedPositions = fields[17];
  const firstLine = fields[3];
  let positions: Int32Array | null = null;
  return {
    name: fields[0],
    qualname: fields[1] ?? fields[0],
    filename,
    firstLine,
    flags: fields[4],
    argCount: fields[5],
    posOnlyCount: fields[6],
    kwOnlyCount: fields[7],
    localNames: fields[8],
    localCount: fields[9],
    cellNames: fields[10],
    freeNames: fields[11],
    stackSize: fields[12],
    words,
    constants: fields[14].map((constant) => constantFromJson(constant, filename)),
    names: fields[15],
    exceptions: rangesFromJson(fields[16]),
    get positions(): Int32Array {
      positions ??= unpackPositions(packedPositions, words, firstLine);
      return positions;
    },
    hasDocstring: fields[18],
  };
}

function rangesFromJson(numbers: readonly number[]): Code['exceptions'] {
  const ranges = [];
  for (let i = 0; i < numbers.length; i += 4) {
    const [start, end, target, depth] = numbers.slice(i, i + 4);
    ranges.push({ start, end, target, depth: depth >> 1, pushLasti: (depth & 1) === 1 });
  }
  return ranges;
}

/** Strings, None and bools are themselves, small ints numbers; the rest is tagged. */
function constantToJson(constant: Constant, filename: string): Json {
  switch (constant.type) {
    case 'None':
      return null;
    case 'True':
      return true;
    case 'False':
      return false;
    case 'Ellipsis':
      return ['e'];
    case 'str':
      return constant.value;
    case 'int': {
      const small = Number(constant.value);
      return Number.isSafeInteger(small) ? small : ['i', String(constant.value)];
    }
    case 'float':
      return ['f', Object.is(constant.value, -0) ? '-0' : String(constant.value)];
    case 'bytes':
      return ['b', String.fromCharCode(...constant.value)];
    case 'tuple':
      return ['t', ...constant.items.map((item) => constantToJson(item, filename))];
    case 'frozenset':
      return ['z', ...constant.items.map((item) => constantToJson(item, filename))];
    case 'code':
      return ['c', codeToJson(constant.code, filename)];
  }
}

function constantFromJson(json: Json, filename: string): Constant {
  if (json === null) return { type: 'None' };
  if (typeof json === 'string') return { type: 'str', value: json };
  if (typeof json === 'number') return { type: 'int', value: BigInt(json) };
  if (typeof json === 'boolean') return { type: json ? 'True' : 'False' };
  const payload = json[1];
  switch (json[0]) {
    case 'e':
      return { type: 'Ellipsis' };
    case 'i':
      return { type: 'int', value: BigInt(payload as string) };
    case 'f':
      return { type: 'float', value: Number(payload) };
    case 'b':
      return { type: 'bytes', value: Uint8Array.from(payload as string, (c) => c.charCodeAt(0)) };
    case 't':
    case 'z': {
      const items = json.slice(1).map((item) => constantFromJson(item, filename));
      return { type: json[0] === 't' ? 'tuple' : 'frozenset', items };
    }
    case 'c':
      return { type: 'code', code: codeFromJson(payload as Json[], filename) };
    default:
      throw new Error(`bytecode: unknown constant tag ${String(json[0])}`);
  }
}

/** Appends a number below 2^31, least digits first. */
function pushNumber(out: string[], value: number): void {
  let rest = value;
  while (rest >= MORE) {
    out.push(DIGITS[(rest & (MORE - 1)) | MORE]);
    rest >>>= 5;
  }
  out.push(DIGITS[rest]);
}

function pushSigned(out: string[], value: number): void {
  pushNumber(out, value < 0 ? -value * 2 - 1 : value * 2);
}

function packWords(words: Int32Array): string {
  const out: string[] = [];
  for (let at = 0; at < words.length; at += instructionWords(words[at] & 0xff)) {
    pushNumber(out, words[at] & 0xff);
    pushNumber(out, words[at] >>> 8);
  }
  return out.join('');
}

function unpackWords(text: string): Int32Array {
  // Every instruction takes at least two digits and at most two words.
  const words = new Int32Array(text.length);
  let size = 0;
  let opcode: Op = Op.RESERVED;
  for (let i = 0; i < text.length; i++) {
    let digit = VALUES[text.charCodeAt(i)];
    let value = digit & (MORE - 1);
    for (let shift = 5; digit >= MORE; shift += 5) {
      digit = VALUES[text.charCodeAt(++i)];
      value |= (digit & (MORE - 1)) << shift;
    }
    if (opcode === Op.RESERVED) {
      opcode = value;
    } else {
      words[size] = opcode | (value << 8);
      size += instructionWords(opcode);
      opcode = Op.RESERVED;
    }
  }
  return words.slice(0, size);
}

/** Per instruction: line (difference), height, column (difference), end column less column. */
function packPositions({ words, positions, firstLine }: Code): string {
  const out: string[] = [];
  let lastLine = firstLine;
  let lastColumn = 0;
  for (let at = 0; at < words.length; at += instructionWords(words[at] & 0xff)) {
    const [line, endLine, column, endColumn] = positions.subarray(at * 4, at * 4 + 4);
    pushSigned(out, line - lastLine);
    pushSigned(out, endLine - line);
    pushSigned(out, column - lastColumn);
    pushSigned(out, endColumn - column);
    lastLine = line;
    lastColumn = column;
  }
  return out.join('');
}

function unpackPositions(text: string, words: Int32Array, firstLine: number): Int32Array {
  const positions = new Int32Array(words.length * 4);
  let next = 0;
  const signed = (): number => {
    let digit = VALUES[text.charCodeAt(next++)];
    let value = digit & (MORE - 1);
    for (let shift = 5; digit >= MORE; shift += 5) {
      digit = VALUES[text.charCodeAt(next++)];
      value |= (digit & (MORE - 1)) << shift;
    }
    return value & 1 ? -((value + 1) >> 1) : value >> 1;
  };
  let line = firstLine;
  let column = 0;
  for (let at = 0; at < words.length; ) {
    line += signed();
    const endLine = line + signed();
    column += signed();
    const endColumn = column + signed();
    const end = at + instructionWords(words[at] & 0xff);
    for (; at < end; at++) positions.set([line, endLine, column, endColumn], at * 4);
  }
  return positions;
}
