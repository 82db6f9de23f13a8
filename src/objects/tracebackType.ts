// Tracebacks: one per frame that an exception has passed, the outermost first (tb_next leads inwards).

import { decref, free } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, TracebackLayout as L, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType } from './define.ts';
import { noneIfZero } from './exceptions.ts';
import { lineAt, newFrame } from './frameObject.ts';
import { newInt } from './int.ts';
import { typeName } from './protocol.ts';
import { typeError, valueError } from './raise.ts';
import { typeOf } from './slots.ts';
import { own } from './str.ts';

const PARTS = [L.NEXT, L.CODE, L.GLOBALS, L.LOCALS] as const;
const field = (traceback: Address, part: L): Value => H[(traceback >> 2) + part];

function clear(traceback: Address): void {
  clearPart(traceback, L.NEXT);
  clearPart(traceback, L.CODE);
  clearPart(traceback, L.GLOBALS);
  clearPart(traceback, L.LOCALS);
}

function clearPart(traceback: Address, part: L): void {
  const value = field(traceback, part);
  H[(traceback >> 2) + part] = 0;
  if (value !== 0) decref(value);
}

function setNext(traceback: Address, value: Value): void {
  if (value === 0) return typeError("can't delete tb_next attribute");
  if (value !== S.NONE && typeOf(value) !== T.TRACEBACK) {
    return typeError(`expected traceback object, got '${typeName(value)}'`);
  }
  for (let t = value === S.NONE ? 0 : value; t !== 0; t = field(t, L.NEXT)) {
    if (t === traceback) return valueError('traceback loop detected');
  }
  const old = field(traceback, L.NEXT);
  H[(traceback >> 2) + L.NEXT] = value === S.NONE ? 0 : own(value);
  if (old !== 0) decref(old);
}

defineType(T.TRACEBACK, {
  name: 'traceback',
  words: L.WORDS,
  slots: {
    dealloc: (traceback) => {
      clear(traceback);
      free(traceback, L.WORDS * 4);
    },
    clear,
    children: (traceback, visit) => {
      for (const part of PARTS) if (field(traceback, part) !== 0) visit(field(traceback, part));
    },
  },
  getset: [
    { name: 'tb_next', get: (t) => own(noneIfZero(field(t, L.NEXT))), set: setNext },
    { name: 'tb_lineno', get: (t) => newInt(lineAt(field(t, L.CODE), field(t, L.LASTI))) },
    { name: 'tb_lasti', get: (t) => newInt(field(t, L.LASTI) * 2) },
    {
      name: 'tb_frame',
      get: (t) => newFrame(field(t, L.CODE), field(t, L.GLOBALS), field(t, L.LASTI), 0),
    },
  ],
});
