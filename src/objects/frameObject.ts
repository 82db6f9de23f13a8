// Frames as Python code sees them (sys._getframe, tb_frame): objects that tell how a frame was when it
// was asked for. The frame itself stays where it is and may end meanwhile. Only the frame that was asked
// for knows its variables; its callers know code, globals and line.

import { decref, free } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  CodeLayout as C,
  Frame,
  FrameObjectLayout as L,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType } from './define.ts';
import { noneIfZero } from './exceptions.ts';
import { newInt } from './int.ts';
import { noArgs } from './natives.ts';
import { newClearedObject } from './object.ts';
import { raise } from './raise.ts';
import { newStr, own, toJs } from './str.ts';

/** Line of the instruction word at that offset. */
export function lineAt(code: Address, offset: number): number {
  const q = code >> 2;
  return H[H[q + C.POSITIONS] + Math.min(Math.max(offset, 0), H[q + C.CODE_WORDS] - 1) * 4];
}

/** Offset in words of the instruction that a frame is at. */
const offsetOf = (fp: WordIndex): number =>
  H[fp + Frame.IP] - 1 - H[(H[fp + Frame.CODE] >> 2) + C.CODE_START];

/** A frame object: owned. `locals` is taken over, 0 if they are not known. */
export function newFrame(code: Address, globals: Address, lasti: number, locals: Value): Address {
  const frame = newClearedObject(T.FRAME, L.WORDS);
  const q = frame >> 2;
  H[q + L.CODE] = own(code);
  H[q + L.GLOBALS] = own(globals);
  H[q + L.LOCALS] = locals;
  H[q + L.LASTI] = lasti;
  return frame;
}

/** The frame `depth` calls above `fp` with all its callers: owned, 0 if there is none. */
export function newFrameObject(
  fp: WordIndex,
  depth: number,
  localsOf: (fp: WordIndex) => Value,
): Address {
  let at = fp;
  for (let i = 0; i < depth && at !== 0; i++) at = H[at + Frame.PREVIOUS];
  if (at === 0) return 0;
  const first = newFrame(H[at + Frame.CODE], H[at + Frame.GLOBALS], offsetOf(at), localsOf(at));
  let last = first;
  for (let up = H[at + Frame.PREVIOUS]; up !== 0; up = H[up + Frame.PREVIOUS]) {
    const back = newFrame(H[up + Frame.CODE], H[up + Frame.GLOBALS], offsetOf(up), 0);
    H[(last >> 2) + L.BACK] = back;
    last = back;
  }
  return first;
}

const PARTS = [L.CODE, L.GLOBALS, L.LOCALS, L.BACK] as const;

function clear(frame: Address): void {
  for (const part of PARTS) {
    const value = H[(frame >> 2) + part];
    H[(frame >> 2) + part] = 0;
    if (value !== 0) decref(value);
  }
}

const field = (frame: Address, part: L): Value => H[(frame >> 2) + part];

/** A module's variables are its globals; other frames' are only known if they were kept. */
function locals(frame: Address): Value {
  const known = field(frame, L.LOCALS);
  if (known !== 0) return own(known);
  if (toJs(H[(field(frame, L.CODE) >> 2) + C.NAME]) === '<module>')
    return own(field(frame, L.GLOBALS));
  return raise('AttributeError', 'f_locals is only known of the frame that sys._getframe() gave');
}

defineType(T.FRAME, {
  name: 'frame',
  words: L.WORDS,
  slots: {
    dealloc: (frame) => {
      clear(frame);
      free(frame, L.WORDS * 4);
    },
    clear,
    children: (frame, visit) => {
      for (const part of PARTS) if (field(frame, part) !== 0) visit(field(frame, part));
    },
    repr: (frame) => {
      const code = field(frame, L.CODE);
      const file = toJs(H[(code >> 2) + C.FILENAME]);
      const name = toJs(H[(code >> 2) + C.NAME]);
      const at = `0x${(frame >>> 0).toString(16).padStart(12, '0')}`;
      return newStr(
        `<frame at ${at}, file '${file}', line ${lineAt(code, field(frame, L.LASTI))}, code ${name}>`,
      );
    },
  },
  methods: [noArgs('clear', () => S.NONE)],
  getset: [
    { name: 'f_code', get: (frame) => own(field(frame, L.CODE)) },
    { name: 'f_globals', get: (frame) => own(field(frame, L.GLOBALS)) },
    { name: 'f_locals', get: locals },
    { name: 'f_back', get: (frame) => own(noneIfZero(field(frame, L.BACK))) },
    {
      name: 'f_lineno',
      get: (frame) => newInt(lineAt(field(frame, L.CODE), field(frame, L.LASTI))),
    },
    { name: 'f_lasti', get: (frame) => newInt(field(frame, L.LASTI) * 2) },
  ],
});
