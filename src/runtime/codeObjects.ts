// Lays compiled code (bytecode/code.ts) into the heap. Constants become values, names are interned,
// and every instruction with an inline cache gets a cache index of its own in the whole machine, which
// each worker uses to index its private caches. Blocks are given by the word index of their start.

import { type Code, CodeFlag, type Constant } from '../bytecode/code.ts';
import { instructionWords, OPCODES, type Op } from '../bytecode/opcodes.ts';
import { allocateRaw, decref, freeRaw, makeDeferred } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  CodeLayout as C,
  ExceptionRow,
  Frame,
  Machine,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H, MACHINE } from '../heap/memory.ts';
import { newBytes } from '../objects/bytesType.ts';
import { newFloat } from '../objects/float.ts';
import { newBigInt } from '../objects/int.ts';
import { newClearedObject } from '../objects/object.ts';
import { newFrozenSetOf } from '../objects/set.ts';
import { intern, internJs, newStr } from '../objects/str.ts';
import { tupleOf } from '../objects/tuple.ts';
import { atomicAdd } from '../sync/atomics.ts';

/** Inline caches that a worker has room for; instructions beyond share index 0, which is never filled. */
export const INLINE_CACHES_MAX = 1 << 18;

/** An owned code object. */
export function newCode(code: Code): Address {
  const address = newClearedObject(T.CODE, C.WORDS);
  const q = address >> 2;
  H[q + C.NAME] = internJs(code.name);
  H[q + C.QUALNAME] = internJs(code.qualname);
  H[q + C.FILENAME] = internJs(code.filename);
  H[q + C.FIRST_LINE] = code.firstLine;
  H[q + C.FLAGS] = code.flags;
  H[q + C.ARG_COUNT] = code.argCount;
  H[q + C.POSONLY_COUNT] = code.posOnlyCount;
  H[q + C.KWONLY_COUNT] = code.kwOnlyCount;
  H[q + C.LOCALS_PLUS] = code.localNames.length;
  H[q + C.LOCAL_COUNT] = code.localCount;
  H[q + C.CELL_COUNT] = code.cellNames.length;
  H[q + C.FREE_COUNT] = code.freeNames.length;
  H[q + C.STACK_SIZE] = code.stackSize;
  H[q + C.FRAME_WORDS] = Frame.HEADER_WORDS + code.localNames.length + code.stackSize + Frame.SLACK;
  H[q + C.SIMPLE_ARGS] = simpleArguments(code);
  H[q + C.HAS_DOCSTRING] = code.hasDocstring ? 1 : 0;
  H[q + C.CODE_WORDS] = code.words.length;
  H[q + C.CODE_START] = layWords(code.words);
  numberCaches(H[q + C.CODE_START], code.words.length);
  H[q + C.CONSTANT_COUNT] = code.constants.length;
  H[q + C.CONSTANTS] = layValues(code.constants.map(newConstant));
  H[q + C.NAME_COUNT] = code.names.length;
  H[q + C.NAMES] = layValues(code.names.map(internJs));
  H[q + C.LOCAL_NAMES] = layValues(code.localNames.map(internJs));
  H[q + C.EXCEPTION_COUNT] = code.exceptions.length;
  H[q + C.EXCEPTIONS] = layExceptions(code);
  H[q + C.POSITIONS] = layWords(code.positions);
  makeDeferred(address);
  return address;
}

const COMPLICATED = CodeFlag.VARARGS | CodeFlag.VARKEYWORDS | CodeFlag.GENERATOR;

/** A call with exactly the positional parameters needs only copying: no *args, no generator. */
function simpleArguments(code: Code): number {
  const plain = (code.flags & COMPLICATED) === 0 && (code.flags & CodeFlag.OPTIMIZED) !== 0;
  return plain && code.kwOnlyCount === 0 ? code.argCount : -1;
}

function layWords(words: ArrayLike<number>): WordIndex {
  const start = allocateRaw(Math.max(words.length, 2) * 4) >> 2;
  H.set(words, start);
  return start;
}

const layValues = (values: readonly Value[]): WordIndex => layWords(values);

function numberCaches(start: WordIndex, length: number): void {
  for (let i = 0; i < length; ) {
    const opcode = H[start + i] & 0xff;
    const words = instructionWords(opcode as Op);
    if (words === 2) H[start + i + 1] = nextCache() * 4;
    i += words;
  }
}

function nextCache(): number {
  const index = atomicAdd(H, MACHINE + Machine.CACHE_NEXT, 1) + 1;
  return index < INLINE_CACHES_MAX ? index : 0;
}

function layExceptions(code: Code): WordIndex {
  const rows = code.exceptions.flatMap((r) => [
    r.start,
    r.end,
    r.target,
    r.depth,
    r.pushLasti ? 1 : 0,
  ]);
  return layWords(rows);
}

/** An owned value for a constant; strings that look like names are interned, as CPython does. */
export function newConstant(constant: Constant): Value {
  switch (constant.type) {
    case 'None':
      return S.NONE;
    case 'True':
      return S.TRUE;
    case 'False':
      return S.FALSE;
    case 'Ellipsis':
      return S.ELLIPSIS;
    case 'int':
      return newBigInt(constant.value);
    case 'float':
      return newFloat(constant.value);
    case 'str':
      return /^\w*$/.test(constant.value) ? intern(newStr(constant.value)) : newStr(constant.value);
    case 'bytes':
      return newBytes(constant.value);
    case 'tuple':
      return tupleOf(constant.items.map(newConstant));
    case 'frozenset':
      return newFrozenSetOf(constant.items.map(newConstant));
    case 'code':
      return newCode(constant.code);
  }
}

/** Frees what a code object holds; only code that was made and dropped at run time comes here. */
export function clearCode(code: Address): void {
  const q = code >> 2;
  const constants = H[q + C.CONSTANTS];
  for (let i = 0; i < H[q + C.CONSTANT_COUNT]; i++) decref(H[constants + i]);
  freeBlock(H[q + C.CODE_START], H[q + C.CODE_WORDS]);
  freeBlock(constants, H[q + C.CONSTANT_COUNT]);
  freeBlock(H[q + C.NAMES], H[q + C.NAME_COUNT]);
  freeBlock(H[q + C.LOCAL_NAMES], H[q + C.LOCALS_PLUS]);
  freeBlock(H[q + C.EXCEPTIONS], H[q + C.EXCEPTION_COUNT] * ExceptionRow.WORDS);
  freeBlock(H[q + C.POSITIONS], H[q + C.CODE_WORDS] * 4);
}

const freeBlock = (start: WordIndex, words: number): void =>
  freeRaw(start << 2, Math.max(words, 2) * 4);

/** Name of an opcode word, for messages. */
export const opcodeName = (word: number): string =>
  OPCODES[(word & 0xff) as keyof typeof OPCODES]?.name ?? `opcode ${word & 0xff}`;
