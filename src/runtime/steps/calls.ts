// Calls that the loop does not do in line. Python code that is called gets a frame and runs in the same
// loop; natives run to their end, or answer that they must wait.

import { MakeFunction } from '../../bytecode/opcodes.ts';
import { decref, incref } from '../../executors/policy.ts';
import { T } from '../../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  FunctionLayout as F,
  Frame,
  Header,
  MethodLayout,
  NativeLayout,
  Thread,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { BLOCKED, NATIVES } from '../../objects/natives.ts';
import { flagsOf, typeOf } from '../../objects/slots.ts';
import { callWords, pushFunction } from '../calls.ts';
import { newFunction } from '../functions.ts';
import { canMakePlainInstance, newInstance } from '../instances.ts';
import { N } from '../names.ts';
import { callNative, withWords } from '../nativeCalls.ts';
import { lookup } from '../typeLookup.ts';
import { createNative } from '../typeType.ts';
import { Exit } from './exit.ts';

/** Releases the caller's stack down to `bottom`. */
export function dropTo(fp: WordIndex, bottom: WordIndex): void {
  const top = H[fp + Frame.SP];
  H[fp + Frame.SP] = bottom;
  for (let i = top - 1; i >= bottom; i--) {
    const value: Value = H[i];
    if (value !== 0) decref(value);
  }
}

/** Replaces the stack down to `bottom` by the result of a call. */
export function finish(fp: WordIndex, bottom: WordIndex, result: Value): Exit {
  dropTo(fp, bottom);
  H[bottom] = result;
  H[fp + Frame.SP] = bottom + 1;
  return Exit.DONE;
}

/**
 * Calls `callable` with `count` words at `base`; the stack from `bottom` on belongs to the call. The
 * caller's SP is right afterwards. ENTERED: a frame was pushed; BLOCKED: nothing has changed.
 */
export function callSlow(
  thread: WordIndex,
  callable: Value,
  base: WordIndex,
  count: number,
  kwNames: Value,
  bottom: WordIndex,
): Exit {
  const fp = H[thread + Thread.FRAME];
  const type = typeOf(callable);
  if (type === T.FUNCTION) {
    pushFunction(thread, callable, base, count, kwNames, Action.PUSH, 0);
    dropTo(fp, bottom);
    return Exit.ENTERED;
  }
  if (type === T.NATIVE && H[(callable >> 2) + NativeLayout.SELF] !== 0) {
    const result = callBoundNative(callable, base, count, kwNames);
    return result === BLOCKED ? Exit.BLOCKED : finish(fp, bottom, result);
  }
  if (type === T.METHOD && H[base - 1] === callable) {
    const fn: Value = H[(callable >> 2) + MethodLayout.FUNCTION];
    if (typeOf(fn) === T.FUNCTION) {
      // Its object stands in its place while the arguments are bound; the method keeps both alive.
      H[base - 1] = H[(callable >> 2) + MethodLayout.SELF];
      try {
        pushFunction(thread, fn, base - 1, count + 1, kwNames, Action.PUSH, 0);
      } finally {
        H[base - 1] = callable;
      }
      dropTo(fp, bottom);
      return Exit.ENTERED;
    }
  }
  if ((flagsOf(type) & TypeFlag.HEAP) !== 0 && H[base - 1] === callable) {
    const call = lookup(type, N.__call__);
    if (call !== 0 && typeOf(call) === T.FUNCTION) {
      try {
        pushFunction(thread, call, base - 1, count + 1, kwNames, Action.PUSH, 0);
      } finally {
        decref(call);
      }
      dropTo(fp, bottom);
      return Exit.ENTERED;
    }
    if (call !== 0) decref(call);
  }
  return finish(fp, bottom, callWords(callable, base, count, kwNames));
}

export function callBoundNative(
  callable: Address,
  base: WordIndex,
  count: number,
  kwNames: Value,
): Value {
  const values = new Int32Array(count + 1);
  values[0] = H[(callable >> 2) + NativeLayout.SELF];
  for (let i = 0; i < count; i++) values[i + 1] = H[base + i];
  return withWords(values, (at) => callNative(callable, at, count + 1, kwNames));
}

/** A class of exceptions whose `__new__` is that of its builtin base. */
function isExceptionClass(type: Address): boolean {
  const flags = flagsOf(type);
  const wanted = TypeFlag.HEAP | TypeFlag.EXCEPTION;
  const hooks = TypeFlag.HAS_NEW | TypeFlag.ABSTRACT;
  return (flags & (wanted | hooks)) === wanted && H[(type >> 2) + Header.TYPE] === T.TYPE;
}

/**
 * Instantiation of an ordinary class whose `__init__` is a Python function: the instance is made and a
 * frame for `__init__` entered. Returns its fp, or 0 if the class is not that ordinary.
 */
export function pushInit(
  thread: WordIndex,
  type: Address,
  base: WordIndex,
  count: number,
  bottom: WordIndex,
): WordIndex {
  if (H[base - 1] !== type) return 0;
  const isPlain = canMakePlainInstance(type);
  if (!isPlain && !isExceptionClass(type)) return 0;
  const init = lookup(type, N.__init__);
  if (init === 0 || typeOf(init) !== T.FUNCTION) {
    if (init !== 0) decref(init);
    return 0;
  }
  const fp = H[thread + Thread.FRAME];
  const instance = isPlain ? newInstance(type) : createNative(type, base, count, 0);
  H[base - 1] = instance;
  decref(type);
  try {
    incref(instance);
    const callee = pushFunction(thread, init, base - 1, count + 1, 0, Action.INIT, instance);
    dropTo(fp, bottom);
    return callee;
  } catch (error) {
    decref(instance);
    throw error;
  } finally {
    decref(init);
  }
}

/** MAKE_FUNCTION: parts are taken from the stack, which then holds the function. Returns the new sp. */
export function makeFunction(fp: WordIndex, sp: WordIndex, flags: number): WordIndex {
  const code = H[--sp];
  const fn = newFunction(
    code,
    H[fp + Frame.GLOBALS],
    H[(H[fp + Frame.FUNCTION] >> 2) + F.BUILTINS],
  );
  decref(code);
  const q = fn >> 2;
  if ((flags & MakeFunction.CLOSURE) !== 0) H[q + F.CLOSURE] = H[--sp];
  if ((flags & MakeFunction.ANNOTATIONS) !== 0) H[q + F.ANNOTATIONS] = H[--sp];
  if ((flags & MakeFunction.KWDEFAULTS) !== 0) H[q + F.KWDEFAULTS] = H[--sp];
  if ((flags & MakeFunction.DEFAULTS) !== 0) H[q + F.DEFAULTS] = H[--sp];
  H[sp++] = fn;
  return sp;
}

/** Words of a call, self included, that CALL does in line: 2 for list.append, 1 for list.pop, else 0. */
export function listMethodWords(callable: Address): number {
  if (H[(callable >> 2) + NativeLayout.OWNER] !== T.LIST) return 0;
  const name = NATIVES[H[(callable >> 2) + NativeLayout.ID]]?.name;
  return name === 'append' ? 2 : name === 'pop' ? 1 : 0;
}
