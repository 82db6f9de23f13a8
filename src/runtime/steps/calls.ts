// Calls that the loop does not do in line. Python code that is called gets a frame and runs in the same
// loop; natives run to their end, or answer that they must wait.

import { MakeFunction } from '../../bytecode/opcodes.ts';
import { decref, incref, increfShareable, lock, unlock } from '../../executors/policy.ts';
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
  TupleLayout,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { dictEntries, dictKeyAt, dictNext, dictSize, dictValueAt } from '../../objects/dict.ts';
import { BLOCKED, NATIVES } from '../../objects/natives.ts';
import { collect, isInstance, isIterable, isStr, typeName } from '../../objects/protocol.ts';
import { typeError } from '../../objects/raise.ts';
import { flagsOf, typeOf } from '../../objects/slots.ts';
import { newTupleFromStack, tupleOf } from '../../objects/tuple.ts';
import { callWords, pushFunction } from '../calls.ts';
import { describeCallable } from '../describe.ts';
import { stackTop } from '../frames.ts';
import { newFunction } from '../functions.ts';
import { canMakePlainInstance, newInstance } from '../instances.ts';
import { N } from '../names.ts';
import { callNative, withWords } from '../nativeCalls.ts';
import { lookup } from '../typeLookup.ts';
import { createNative } from '../typeType.ts';
import { Exit } from './exit.ts';

/** Releases the caller's stack down to `bottom`. */
function dropTo(fp: WordIndex, bottom: WordIndex): void {
  const top = H[fp + Frame.SP];
  H[fp + Frame.SP] = bottom;
  for (let i = top - 1; i >= bottom; i--) {
    const value: Value = H[i];
    if (value !== 0) decref(value);
  }
}

/** Replaces the stack down to `bottom` by the result of a call. */
function finish(fp: WordIndex, bottom: WordIndex, result: Value): Exit {
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

function callBoundNative(callable: Address, base: WordIndex, count: number, kwNames: Value): Value {
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

/**
 * A frame for a Python function or a method of Python code called with a tuple and perhaps a dict; false,
 * and nothing done, if it is another callable or the stack's chunk has no room. What needs no keywords
 * and no `self` is bound from where it lies in the tuple, which the caller's stack keeps alive.
 */
function pushSpread(thread: WordIndex, given: Value, tuple: Address, named: Value): boolean {
  const isMethod = typeOf(given) === T.METHOD;
  const fn: Value = isMethod ? H[(given >> 2) + MethodLayout.FUNCTION] : given;
  if (typeOf(fn) !== T.FUNCTION || (named !== 0 && typeOf(named) !== T.DICT)) return false;
  const items = (tuple >> 2) + TupleLayout.ITEMS;
  const count = H[(tuple >> 2) + TupleLayout.LENGTH];
  const size = named === 0 ? 0 : dictSize(named);
  if (!isMethod && size === 0) {
    pushFunction(thread, fn, items, count, 0, Action.PUSH, 0);
    return true;
  }
  const first = isMethod ? 1 : 0;
  const at = stackTop(thread);
  if (at + first + count + 2 * size + Frame.SLACK > H[thread + Thread.STACK_LIMIT]) return false;
  if (isMethod) H[at] = H[(given >> 2) + MethodLayout.SELF];
  for (let i = 0; i < count; i++) H[at + first + i] = H[items + i];
  const values = at + first + count;
  if (size > 0 && !layKeywords(named, values, size)) return false;
  const kwNames = size === 0 ? 0 : newTupleFromStack(values + size, size);
  const top = H[thread + Thread.TOP];
  H[thread + Thread.TOP] = values + size;
  try {
    pushFunction(thread, fn, at, first + count + size, kwNames, Action.PUSH, 0);
  } finally {
    H[thread + Thread.TOP] = top;
    for (let i = 0; i < size; i++) decref(H[values + i]);
    if (kwNames !== 0) decref(kwNames);
  }
  return true;
}

/**
 * Lays the values of a dict of `size` items into words at `at` and its keys behind them, all owned;
 * false, and nothing kept, if a key is no string or the dict has changed.
 */
function layKeywords(named: Address, at: WordIndex, size: number): boolean {
  lock(named);
  let n = 0;
  let good = true;
  for (let p = dictNext(named, 0); p !== 0 && n < size; p = dictNext(named, p)) {
    const key = dictKeyAt(named, p);
    const value = dictValueAt(named, p);
    if (!isStr(key)) good = false;
    incref(key);
    increfShareable(value);
    H[at + n] = value;
    H[at + size + n] = key;
    n++;
  }
  if (n !== dictSize(named)) good = false;
  unlock(named);
  if (good && n === size) return true;
  for (let i = 0; i < n; i++) {
    decref(H[at + i]);
    decref(H[at + size + i]);
  }
  return false;
}

/** CALL_FUNCTION_EX: the arguments are a tuple (or iterable) and perhaps a dict. */
export function callExtended(thread: WordIndex, sp: WordIndex, flags: number): Exit {
  const fp = H[thread + Thread.FRAME];
  const named = (flags & 1) !== 0 ? H[sp - 1] : 0;
  const argsAt = sp - 1 - (flags & 1);
  const bottom = argsAt - 2;
  const given: Value = H[bottom] !== 0 ? H[bottom] : H[argsAt - 1];
  toArgumentTuple(argsAt, given);
  const tuple = H[argsAt];
  if (pushSpread(thread, given, tuple, named)) {
    dropTo(fp, bottom);
    return Exit.ENTERED;
  }
  const count = H[(tuple >> 2) + TupleLayout.LENGTH];
  const names: Value[] = [];
  const values: Value[] = [];
  if (named !== 0) splitKeywords(named, given, names, values);
  // A bound method is taken apart, so that its function runs in this loop and can be put aside.
  const isMethod = typeOf(given) === T.METHOD;
  const callable: Value = isMethod ? H[(given >> 2) + MethodLayout.FUNCTION] : given;
  const first = isMethod ? 1 : 0;
  const words = new Int32Array(first + count + values.length);
  if (isMethod) words[0] = H[(given >> 2) + MethodLayout.SELF];
  for (let i = 0; i < count; i++) words[first + i] = H[(tuple >> 2) + TupleLayout.ITEMS + i];
  for (let i = 0; i < values.length; i++) words[first + count + i] = values[i] as number;
  const kwNames = names.length === 0 ? 0 : tupleOf(names);
  try {
    const outcome: { exit: Exit } = { exit: Exit.DONE };
    let result: Value = 0;
    withWords(words, (at) => {
      if (typeOf(callable) === T.FUNCTION) {
        pushFunction(thread, callable, at, words.length, kwNames, Action.PUSH, 0);
        outcome.exit = Exit.ENTERED;
      } else if (typeOf(callable) === T.NATIVE || typeOf(callable) === T.METHOD_DESCRIPTOR) {
        result = callExtendedNative(callable, at, words.length, kwNames);
      } else result = callWords(callable, at, words.length, kwNames);
      return 0;
    });
    if (result === BLOCKED) return Exit.BLOCKED;
    if (outcome.exit === Exit.ENTERED) dropTo(fp, bottom);
    else finish(fp, bottom, result);
    return outcome.exit;
  } finally {
    for (const value of values) decref(value);
    if (kwNames !== 0) decref(kwNames);
  }
}

function callExtendedNative(
  callable: Address,
  at: WordIndex,
  count: number,
  kwNames: Value,
): Value {
  return typeOf(callable) === T.NATIVE && H[(callable >> 2) + NativeLayout.SELF] !== 0
    ? callBoundNative(callable, at, count, kwNames)
    : callNative(callable, at, count, kwNames);
}

/** `*iterable` becomes a tuple, in place on the stack. */
function toArgumentTuple(at: WordIndex, callable: Value): void {
  const given: Value = H[at];
  if (typeOf(given) === T.TUPLE) return;
  const items = collectStar(given, callable);
  H[at] = tupleOf(items);
  decref(given);
}

function collectStar(given: Value, callable: Value): Value[] {
  if (!isIterable(given)) {
    return typeError(
      `${describeCallable(callable)} argument after * must be an iterable, not ${typeName(given)}`,
    );
  }
  return collect(given);
}

function splitKeywords(named: Value, callable: Value, names: Value[], values: Value[]): void {
  if (!isInstance(named, T.DICT)) {
    typeError(
      `${describeCallable(callable)} argument after ** must be a mapping, not ${typeName(named)}`,
    );
  }
  const entries = dictEntries(named);
  for (let i = 0; i < entries.keys.length; i++) {
    names.push(entries.keys[i] as number);
    values.push(entries.values[i] as number);
  }
  if (!names.every(isStr)) {
    for (const value of [...names, ...values]) decref(value);
    names.length = 0;
    values.length = 0;
    typeError('keywords must be strings');
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
