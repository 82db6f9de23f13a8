// @hot Frames: made from a function and its arguments, left when it returns or raises. The picture is
// in heap/layout.ts (Frame). The interpreter makes the common frame in line; what is here serves the
// other ways in: calls from TypeScript code, generators, module and class bodies.

import { decref } from '../executors/policy.ts';
import {
  type Action,
  type Address,
  CodeLayout as C,
  FunctionLayout as F,
  Frame,
  Machine,
  Thread,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H, MACHINE } from '../heap/memory.ts';
import { raise } from '../objects/raise.ts';
import { closeChunk, openChunk } from './stack.ts';

/** Where a frame called by the current one may begin. */
export function stackTop(thread: WordIndex): WordIndex {
  const fp = H[thread + Thread.FRAME];
  const top = H[thread + Thread.TOP];
  const end = fp === 0 ? H[thread + Thread.STACK_BASE] : H[fp + Frame.END];
  // TOP counts only if a native has put arguments above this frame in the same chunk.
  return top > end && top <= H[thread + Thread.STACK_LIMIT] ? top : end;
}

/**
 * A new frame for `fn` (owned: the frame takes it over), with all locals empty; the caller copies the
 * arguments and then makes it current with `enterFrame`. Returns its fp. Raises RecursionError.
 */
export function newFrame(thread: WordIndex, fn: Address, action: Action, extra: Value): WordIndex {
  const code = H[(fn >> 2) + F.CODE];
  const words = H[(code >> 2) + C.FRAME_WORDS];
  if (H[thread + Thread.DEPTH] >= H[MACHINE + Machine.RECURSION_LIMIT]) recursionError(fn);
  let at = stackTop(thread);
  let chunk = 0;
  if (at + words > H[thread + Thread.STACK_LIMIT]) {
    at = openChunk(thread, words);
    chunk = Frame.ACTION_CHUNK;
  }
  const fp = at + Frame.HEADER_WORDS;
  layFrame(fp, fn, H[thread + Thread.FRAME], action | chunk, extra, at + words);
  return fp;
}

/** Writes a frame's header and empties its locals. */
export function layFrame(
  fp: WordIndex,
  fn: Address,
  previous: WordIndex,
  action: number,
  extra: Value,
  end: WordIndex,
): void {
  const code = H[(fn >> 2) + F.CODE];
  const locals = H[(code >> 2) + C.LOCALS_PLUS];
  H[fp + Frame.PREVIOUS] = previous;
  H[fp + Frame.FUNCTION] = fn;
  H[fp + Frame.CODE] = code;
  H[fp + Frame.GLOBALS] = H[(fn >> 2) + F.GLOBALS];
  H[fp + Frame.LOCALS] = 0;
  H[fp + Frame.IP] = H[(code >> 2) + C.CODE_START];
  H[fp + Frame.SP] = fp + locals;
  H[fp + Frame.ACTION] = action;
  H[fp + Frame.EXTRA] = extra;
  H[fp + Frame.END] = end;
  for (let i = 0; i < locals; i++) H[fp + i] = 0;
}

/**
 * The frame of a call that tier 2 has written in line becomes a real one, and current. It takes over the
 * reference to `fn`; locals, IP and SP are the caller's to write.
 */
export function layInline(
  thread: WordIndex,
  previous: WordIndex,
  fp: WordIndex,
  fn: Address,
  action: Action,
  extra: Value,
): void {
  const code = H[(fn >> 2) + F.CODE];
  H[fp + Frame.PREVIOUS] = previous;
  H[fp + Frame.FUNCTION] = fn;
  H[fp + Frame.CODE] = code;
  H[fp + Frame.GLOBALS] = H[(fn >> 2) + F.GLOBALS];
  H[fp + Frame.LOCALS] = 0;
  H[fp + Frame.ACTION] = action;
  H[fp + Frame.EXTRA] = extra;
  H[fp + Frame.END] = fp + H[(code >> 2) + C.FRAME_WORDS] - Frame.HEADER_WORDS;
  enterFrame(thread, fp);
}

/** The caller of such a frame is current again; locals and function are not the frame's to release. */
export function dropInline(thread: WordIndex, fp: WordIndex): void {
  if ((H[fp + Frame.ACTION] & Frame.ACTION_LOCALS) !== 0) releaseLocals(fp);
  H[thread + Thread.FRAME] = H[fp + Frame.PREVIOUS];
  H[thread + Thread.DEPTH] -= 1;
}

/** Makes a new frame the current one. */
export function enterFrame(thread: WordIndex, fp: WordIndex): void {
  H[thread + Thread.FRAME] = fp;
  H[thread + Thread.DEPTH] += 1;
}

function recursionError(fn: Address): never {
  decref(fn);
  return raise('RecursionError', 'maximum recursion depth exceeded');
}

/** Releases everything in the current frame, up to `sp`, and makes its caller current. */
export function leaveFrame(thread: WordIndex, fp: WordIndex, sp: WordIndex): void {
  const code = H[fp + Frame.CODE];
  for (let i = fp; i < sp; i++) {
    const value = H[i];
    if (value !== 0) decref(value);
  }
  const action = H[fp + Frame.ACTION];
  if ((H[(code >> 2) + C.FLAGS] & 1) === 0 || (action & Frame.ACTION_LOCALS) !== 0)
    releaseLocals(fp);
  const fn = H[fp + Frame.FUNCTION];
  H[thread + Thread.FRAME] = H[fp + Frame.PREVIOUS];
  H[thread + Thread.DEPTH] -= 1;
  if ((action & Frame.ACTION_CHUNK) !== 0) closeChunk(thread);
  decref(fn);
}

function releaseLocals(fp: WordIndex): void {
  const locals = H[fp + Frame.LOCALS];
  H[fp + Frame.LOCALS] = 0;
  if (locals !== 0) decref(locals);
}

/** Borrowed builtins dict that a frame sees. */
export const builtinsOf = (fp: WordIndex): Address => H[(H[fp + Frame.FUNCTION] >> 2) + F.BUILTINS];
