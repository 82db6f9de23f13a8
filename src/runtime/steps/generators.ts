// The steps of generators. A generator's frame lives in the generator object, so that suspending is no
// more than making the resumer's frame current again. While it runs, its PREVIOUS is the resumer and
// EXTRA says who that is: a FOR_ITER, a SEND, or a native (next(), send(), throw()).

import { decref, incref, lock, unlock } from '../../executors/policy.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  CodeLayout as C,
  FunctionLayout as F,
  Frame,
  GeneratorLayout as G,
  GeneratorState,
  Machine,
  Thread,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { H, MACHINE } from '../../heap/memory.ts';
import { newObject } from '../../objects/object.ts';
import { raise } from '../../objects/raise.ts';
import { stackTop } from '../frames.ts';
import { frameGenerator, generatorFrame, generatorWords, Resumer } from '../generatorFrames.ts';
import { closeChunk } from '../stack.ts';
import { Exit } from './exit.ts';

/** A generator of `fn`, whose frame is still to be laid. */
function newGenerator(code: Address, fn: Address): Address {
  const words = generatorWords(code);
  const generator = newObject(T.GENERATOR, words);
  const g = generator >> 2;
  const name = H[(fn >> 2) + F.NAME];
  const qualname = H[(fn >> 2) + F.QUALNAME];
  H[g + G.STATE] = GeneratorState.CREATED;
  H[g + G.FRAME] = generatorFrame(generator);
  H[g + G.NAME] = name;
  H[g + G.QUALNAME] = qualname;
  incref(name);
  incref(qualname);
  H[g + G.EXCEPTION] = 0;
  H[g + G.YIELD_FROM] = 0;
  H[g + G.FRAME_WORDS] = words;
  incref(code);
  H[g + G.CODE] = code;
  return generator;
}

/**
 * What a call of a generator's function gives, whose code begins with RETURN_GENERATOR: the fp of the
 * generator's frame, with its locals still to be filled. It takes the reference to `fn` over.
 */
export function makeGenerator(code: Address, fn: Address): WordIndex {
  const own = generatorFrame(newGenerator(code, fn));
  H[own + Frame.PREVIOUS] = 0;
  H[own + Frame.FUNCTION] = fn;
  H[own + Frame.CODE] = code;
  H[own + Frame.GLOBALS] = H[(fn >> 2) + F.GLOBALS];
  H[own + Frame.LOCALS] = 0;
  H[own + Frame.IP] = H[(code >> 2) + C.CODE_START] + 1;
  H[own + Frame.SP] = own + H[(code >> 2) + C.LOCALS_PLUS];
  H[own + Frame.ACTION] = Action.GENERATOR;
  H[own + Frame.EXTRA] = Resumer.NATIVE;
  return own;
}

/** RETURN_GENERATOR: the running frame moves into a new generator, which goes to the caller. */
export function returnGenerator(thread: WordIndex, fp: WordIndex): Exit {
  const code = H[fp + Frame.CODE];
  const generator = newGenerator(code, H[fp + Frame.FUNCTION]);
  const size = H[(code >> 2) + C.LOCALS_PLUS];
  const own = generatorFrame(generator);
  for (let i = -Frame.HEADER_WORDS; i < size; i++) H[own + i] = H[fp + i];
  const action = H[fp + Frame.ACTION];
  const extra = H[fp + Frame.EXTRA];
  const previous = H[fp + Frame.PREVIOUS];
  H[own + Frame.SP] = own + size;
  H[own + Frame.ACTION] = Action.GENERATOR;
  H[own + Frame.EXTRA] = Resumer.NATIVE;
  H[own + Frame.PREVIOUS] = 0;
  H[thread + Thread.FRAME] = previous;
  H[thread + Thread.DEPTH] -= 1;
  if ((action & Frame.ACTION_CHUNK) !== 0) closeChunk(thread);
  return deliver(thread, previous, action & Frame.ACTION_MASK, extra, generator);
}

/** Hands a generator object to whoever called the generator function. */
function deliver(
  thread: WordIndex,
  caller: WordIndex,
  action: Action,
  extra: Value,
  value: Value,
): Exit {
  if (action === Action.PUSH) {
    H[H[caller + Frame.SP]] = value;
    H[caller + Frame.SP] += 1;
    return Exit.ENTERED;
  }
  if (action === Action.INIT) {
    decref(value);
    decref(extra);
    return raise('TypeError', "__init__() should return None, not 'generator'");
  }
  H[thread + Thread.RESULT] = value;
  return action === Action.LEAVE ? Exit.LEFT : Exit.FINISHED;
}

/**
 * Makes a suspended generator's frame current, with `value` as what its yield returns (borrowed).
 * Returns its fp; 0 if another thread has run it to its end meanwhile.
 */
export function resumeGenerator(
  thread: WordIndex,
  generator: Address,
  resumer: Resumer,
  value: Value,
): WordIndex {
  if (H[thread + Thread.DEPTH] >= H[MACHINE + Machine.RECURSION_LIMIT]) {
    raise('RecursionError', 'maximum recursion depth exceeded');
  }
  // A native has claimed the generator before it comes here.
  if (resumer !== Resumer.NATIVE && !claim(generator)) return 0;
  incref(value);
  return resumeClaimed(thread, generator, resumer, value);
}

/**
 * Likewise for a generator whose STATE the caller has set to RUNNING, where there is room for a frame.
 * The frame takes the reference to `value` over.
 */
export function resumeClaimed(
  thread: WordIndex,
  generator: Address,
  resumer: Resumer,
  value: Value,
): WordIndex {
  const g = generator >> 2;
  const fp = generatorFrame(generator);
  H[H[fp + Frame.SP]] = value;
  H[fp + Frame.SP] += 1;
  H[fp + Frame.END] = stackTop(thread);
  H[fp + Frame.PREVIOUS] = H[thread + Thread.FRAME];
  H[fp + Frame.ACTION] = Action.GENERATOR;
  H[fp + Frame.EXTRA] = resumer;
  // The generator sees its own handled exception, or else its resumer's, which is kept meanwhile.
  const own = H[g + G.EXCEPTION];
  const outer = H[thread + Thread.HANDLED];
  H[g + G.YIELD_FROM] = outer;
  H[g + G.EXCEPTION] = 0;
  if (own !== 0) H[thread + Thread.HANDLED] = own;
  else if (outer !== 0) incref(outer);
  H[thread + Thread.FRAME] = fp;
  H[thread + Thread.DEPTH] += 1;
  return fp;
}

/** Two threads may find the same suspended generator: one of them runs it. False: it is finished. */
function claim(generator: Address): boolean {
  const word = (generator >> 2) + G.STATE;
  lock(generator);
  const state: GeneratorState = H[word];
  if (state !== GeneratorState.FINISHED) H[word] = GeneratorState.RUNNING;
  unlock(generator);
  if (state === GeneratorState.RUNNING) raise('ValueError', 'generator already executing');
  return state !== GeneratorState.FINISHED;
}

/**
 * Back to the resumer: its handled exception counts again. STATE is written last: from then on another
 * thread may resume the generator.
 */
export function detachGenerator(thread: WordIndex, fp: WordIndex, state: GeneratorState): void {
  const g = frameGenerator(fp) >> 2;
  const handled = H[thread + Thread.HANDLED];
  const outer = H[g + G.YIELD_FROM];
  H[g + G.YIELD_FROM] = 0;
  H[thread + Thread.HANDLED] = outer;
  if (handled === outer || state === GeneratorState.FINISHED) {
    if (handled !== 0) decref(handled);
  } else H[g + G.EXCEPTION] = handled;
  H[thread + Thread.FRAME] = H[fp + Frame.PREVIOUS];
  H[fp + Frame.PREVIOUS] = 0;
  H[thread + Thread.DEPTH] -= 1;
  H[g + G.STATE] = state;
}

/** YIELD_VALUE: the owned value goes to the resumer. */
function yieldValue(thread: WordIndex, fp: WordIndex, value: Value): Exit {
  const resumer = H[fp + Frame.EXTRA];
  detachGenerator(thread, fp, GeneratorState.SUSPENDED);
  if (resumer === Resumer.NATIVE) {
    H[thread + Thread.RESULT] = value;
    return Exit.LEFT;
  }
  const caller = H[thread + Thread.FRAME];
  H[H[caller + Frame.SP]] = value;
  H[caller + Frame.SP] += 1;
  return Exit.ENTERED;
}

/** The frame of a generator is empty; what its `return` gives (owned) goes to the resumer. */
function returned(thread: WordIndex, fp: WordIndex, value: Value): Exit {
  const resumer = H[fp + Frame.EXTRA];
  const fn = H[fp + Frame.FUNCTION];
  H[fp + Frame.FUNCTION] = 0;
  detachGenerator(thread, fp, GeneratorState.FINISHED);
  decref(fn);
  const caller = H[thread + Thread.FRAME];
  if (resumer === Resumer.NATIVE) {
    H[thread + Thread.RESULT] = value;
    return Exit.LEFT;
  }
  const sp = H[caller + Frame.SP];
  const iterator: Value = H[sp - 1];
  // The resumer's IP points behind FOR_ITER's cache word, or behind SEND: its argument is the jump.
  const instruction = H[H[caller + Frame.IP] - (resumer === Resumer.FOR_ITER ? 2 : 1)];
  H[caller + Frame.IP] += instruction >>> 8;
  if (resumer === Resumer.FOR_ITER) {
    H[caller + Frame.SP] = sp - 1;
    if (value !== S.NONE) decref(value);
  } else H[sp - 1] = value;
  decref(iterator);
  return Exit.ENTERED;
}

/** What the interpreter and the unwinder do when a generator stops running. */
export const finishGenerator = { yieldValue, returned };
