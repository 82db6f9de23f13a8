// Text that lays a frame for Python code that an instruction calls: one place for calls, constructors,
// property getters and the methods of operators.
// KEEP-IN-STEP(frames): runtime/frames.ts

import {
  type Action,
  type Address,
  CodeLayout as C,
  FunctionLayout as F,
  Frame,
  Thread,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import type { Translator } from './translator.ts';

/** Where the frame goes: its variable, and what must hold for it to fit. */
export interface Room {
  readonly frame: string;
  readonly test: string;
  readonly words: number;
}

export function frameRoom(t: Translator, code: Address): Room {
  const frame = t.temporary();
  const words = H[(code >> 2) + C.FRAME_WORDS] - Frame.HEADER_WORDS;
  t.emit(`${frame} = ${t.frameEnd()} + ${Frame.HEADER_WORDS};`);
  const test = `${frame} + ${words} <= H[T + ${Thread.STACK_LIMIT}] && H[T + ${Thread.DEPTH}] < H[T + ${Thread.DEPTH_LIMIT}]`;
  return { frame, test, words };
}

export interface How {
  readonly action: Action;
  /** EXTRA, if the action has one. */
  readonly extra?: string;
  /** Where the caller goes on, in words of the code. */
  readonly ip: number;
  /** Depth of the caller's stack while the frame runs. */
  readonly depth: number;
}

/** Writes the frame and makes it current. It takes over the references to `fn` and the arguments. */
export function layFrame(
  t: Translator,
  room: Room,
  code: Address,
  fn: string,
  args: readonly string[],
  how: How,
): void {
  const q = code >> 2;
  const c = room.frame;
  const locals = H[q + C.LOCALS_PLUS];
  args.forEach((text, i) => {
    t.emit(`  H[${c} + ${i}] = ${text};`);
  });
  if (locals - args.length > 12) t.emit(`  H.fill(0, ${c} + ${args.length}, ${c} + ${locals});`);
  else for (let i = args.length; i < locals; i++) t.emit(`  H[${c} + ${i}] = 0;`);
  t.emit(`  H[${c} - ${-Frame.SP}] = ${c} + ${locals};`);
  layHeader(t, room, code, fn, how);
}

/** What `layFrame` writes but for the locals and SP, which the callee then writes when somebody needs it. */
export function layHeader(t: Translator, room: Room, code: Address, fn: string, how: How): void {
  const c = room.frame;
  t.emit(`  H[${c} - ${-Frame.PREVIOUS}] = fp;`);
  t.emit(`  H[${c} - ${-Frame.FUNCTION}] = ${fn};`);
  t.emit(`  H[${c} - ${-Frame.CODE}] = ${code};`);
  t.emit(`  H[${c} - ${-Frame.GLOBALS}] = H[(${fn} >> 2) + ${F.GLOBALS}];`);
  t.emit(`  H[${c} - ${-Frame.IP}] = ${H[(code >> 2) + C.CODE_START]};`);
  t.emit(`  H[${c} - ${-Frame.ACTION}] = ${how.action};`);
  if (how.extra !== undefined) t.emit(`  H[${c} - ${-Frame.EXTRA}] = ${how.extra};`);
  t.emit(`  H[${c} - ${-Frame.END}] = ${c} + ${room.words};`);
  t.emit(`  ${t.setIp(how.ip)}`);
  t.emit(`  ${t.setSp(how.depth)}`);
  t.emit(`  H[T + ${Thread.FRAME}] = ${c};`);
  t.emit(`  H[T + ${Thread.DEPTH}] = H[T + ${Thread.DEPTH}] + 1;`);
}
