// The type code, as Python code sees it: read-only attributes of compiled code (codeObjects.ts makes
// and clears it). `co_code` shows the machine's own instruction words, four bytes each.

import { instructionWords, Op } from '../bytecode/opcodes.ts';
import { free } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import { type Address, CodeLayout as C, type Value, type WordIndex } from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { newBytes } from '../objects/bytesType.ts';
import { defineType } from '../objects/define.ts';
import { newInt } from '../objects/int.ts';
import { newStr, own, toJs } from '../objects/str.ts';
import { tupleOf } from '../objects/tuple.ts';
import { clearCode } from './codeObjects.ts';
import { addressText, identityHash, readOnlyField, readOnlyMember } from './fields.ts';

const word = (code: Address, field: C): number => H[(code >> 2) + field];

/** An owned tuple of `count` values of a block. */
function tupleOfBlock(start: WordIndex, count: number): Value {
  const values: Value[] = [];
  for (let i = 0; i < count; i++) values.push(own(H[start + i]));
  return tupleOf(values);
}

/** Names of the slots [from, to) of localsplus. */
const localNames = (code: Address, from: number, to: number): Value =>
  tupleOfBlock(word(code, C.LOCAL_NAMES) + from, to - from);

/**
 * Names of cells. Those that are no locals follow the locals; a captured parameter keeps its slot and
 * is found by the MAKE_CELL that wraps it.
 */
function cellNames(code: Address): Value {
  const locals = word(code, C.LOCAL_COUNT);
  const end = word(code, C.LOCALS_PLUS) - word(code, C.FREE_COUNT);
  const captured = capturedLocals(code, locals);
  const slots = [...captured];
  for (let i = locals; i < end; i++) slots.push(i);
  const names = word(code, C.LOCAL_NAMES);
  return tupleOf(slots.map((slot) => own(H[names + slot])));
}

function capturedLocals(code: Address, locals: number): number[] {
  const start = word(code, C.CODE_START);
  const slots: number[] = [];
  for (const at of instructionOffsets(code)) {
    const instruction = H[start + at];
    if ((instruction & 0xff) === Op.MAKE_CELL && instruction >>> 8 < locals)
      slots.push(instruction >>> 8);
  }
  return slots;
}

function* instructionOffsets(code: Address): Generator<number> {
  const start = word(code, C.CODE_START);
  const length = word(code, C.CODE_WORDS);
  for (let at = 0; at < length; at += instructionWords((H[start + at] & 0xff) as Op)) yield at;
}

function codeBytes(code: Address): Value {
  const from = word(code, C.CODE_START) * 4;
  return newBytes(U8.subarray(from, from + word(code, C.CODE_WORDS) * 4));
}

function reprCode(code: Address): Value {
  const file = toJs(word(code, C.FILENAME));
  const line = word(code, C.FIRST_LINE);
  const name = toJs(word(code, C.NAME));
  return newStr(`<code object ${name} at ${addressText(code)}, file "${file}", line ${line}>`);
}

const count = (name: string, field: C) => readOnlyMember(name, (code) => newInt(word(code, field)));

defineType(T.CODE, {
  name: 'code',
  words: C.WORDS,
  slots: {
    dealloc(code) {
      clearCode(code);
      free(code, C.WORDS << 2);
    },
    children(code, visit) {
      const constants = word(code, C.CONSTANTS);
      for (let i = 0; i < word(code, C.CONSTANT_COUNT); i++) visit(H[constants + i]);
    },
    hash: identityHash,
    repr: reprCode,
    create: undefined,
  },
  getset: [
    readOnlyField('co_name', C.NAME),
    readOnlyField('co_qualname', C.QUALNAME),
    readOnlyField('co_filename', C.FILENAME),
    count('co_firstlineno', C.FIRST_LINE),
    count('co_argcount', C.ARG_COUNT),
    count('co_posonlyargcount', C.POSONLY_COUNT),
    count('co_kwonlyargcount', C.KWONLY_COUNT),
    count('co_nlocals', C.LOCAL_COUNT),
    count('co_stacksize', C.STACK_SIZE),
    count('co_flags', C.FLAGS),
    readOnlyMember('co_consts', (code) =>
      tupleOfBlock(word(code, C.CONSTANTS), word(code, C.CONSTANT_COUNT)),
    ),
    readOnlyMember('co_names', (code) =>
      tupleOfBlock(word(code, C.NAMES), word(code, C.NAME_COUNT)),
    ),
    readOnlyMember('co_varnames', (code) => localNames(code, 0, word(code, C.LOCAL_COUNT))),
    readOnlyMember('co_cellvars', cellNames),
    readOnlyMember('co_freevars', (code) => {
      const end = word(code, C.LOCALS_PLUS);
      return localNames(code, end - word(code, C.FREE_COUNT), end);
    }),
    readOnlyMember('co_code', codeBytes),
  ],
});
