// Calls with `*args` and `**kwargs`: CALL_FUNCTION_EX. A Python function's parameters are filled from where
// the arguments lie, in a tuple and perhaps in a dict; whatever ends in a TypeError, or is no Python
// function, goes the general way, which has the words for it.

import { CodeFlag } from '../../bytecode/code.ts';
import { decref, incref, increfShareable, lock, unlock } from '../../executors/policy.ts';
import { T } from '../../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  CodeLayout as C,
  FunctionLayout as F,
  Frame,
  MethodLayout,
  NativeLayout,
  Thread,
  TupleLayout,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import {
  dictEntries,
  dictGetName,
  dictKeyAt,
  dictNext,
  dictSet,
  dictSize,
  dictValueAt,
  newDict,
} from '../../objects/dict.ts';
import { BLOCKED } from '../../objects/natives.ts';
import { collect, isInstance, isIterable, isStr, typeName } from '../../objects/protocol.ts';
import { typeError } from '../../objects/raise.ts';
import { typeOf } from '../../objects/slots.ts';
import { copyToTuple, tupleOf } from '../../objects/tuple.ts';
import { parameterIndex } from '../arguments.ts';
import { callWords, pushFunction } from '../calls.ts';
import { describeCallable } from '../describe.ts';
import { enterFrame, leaveFrame, newFrame } from '../frames.ts';
import { callNative, withWords } from '../nativeCalls.ts';
import { callBoundNative, dropTo, finish } from './calls.ts';
import { Exit } from './exit.ts';

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

/**
 * A frame for a Python function or a method of Python code called with a tuple and perhaps a dict; false,
 * and nothing done, if it is another callable or the arguments do not fit.
 */
function pushSpread(thread: WordIndex, given: Value, tuple: Address, named: Value): boolean {
  const isMethod = typeOf(given) === T.METHOD;
  const fn: Value = isMethod ? H[(given >> 2) + MethodLayout.FUNCTION] : given;
  if (typeOf(fn) !== T.FUNCTION || (named !== 0 && typeOf(named) !== T.DICT)) return false;
  const size = named === 0 ? 0 : dictSize(named);
  if (!isMethod && size === 0) {
    const items = (tuple >> 2) + TupleLayout.ITEMS;
    pushFunction(thread, fn, items, H[(tuple >> 2) + TupleLayout.LENGTH], 0, Action.PUSH, 0);
    return true;
  }
  incref(fn);
  const fp = newFrame(thread, fn, Action.PUSH, 0);
  enterFrame(thread, fp);
  let isBound = false;
  try {
    const self = isMethod ? H[(given >> 2) + MethodLayout.SELF] : 0;
    isBound =
      bindTuple(fp, fn, self, tuple) &&
      bindDict(fp, fn, size === 0 ? 0 : named) &&
      bindDefaults(fp, fn, (self === 0 ? 0 : 1) + H[(tuple >> 2) + TupleLayout.LENGTH]);
  } finally {
    if (!isBound) leaveFrame(thread, fp, H[fp + Frame.SP]);
  }
  return isBound;
}

/** Parameters by place, and `*args`; false if there are too many arguments. */
function bindTuple(fp: WordIndex, fn: Address, self: Value, tuple: Address): boolean {
  const q = H[(fn >> 2) + F.CODE] >> 2;
  const first = self === 0 ? 0 : 1;
  const count = H[(tuple >> 2) + TupleLayout.LENGTH];
  const positional = H[q + C.ARG_COUNT];
  if (first > positional) return false;
  if (first === 1) {
    incref(self);
    H[fp] = self;
  }
  const items = (tuple >> 2) + TupleLayout.ITEMS;
  const direct = Math.min(count, positional - first);
  for (let i = 0; i < direct; i++) {
    const value: Value = H[items + i];
    incref(value);
    H[fp + first + i] = value;
  }
  if ((H[q + C.FLAGS] & CodeFlag.VARARGS) === 0) return direct === count;
  H[fp + positional + H[q + C.KWONLY_COUNT]] = copyToTuple(items + direct, count - direct);
  return true;
}

/**
 * Parameters by name, and `**kwargs`. False if a key is no string, or its parameter is missing or bound, or
 * if the dict has changed meanwhile.
 */
function bindDict(fp: WordIndex, fn: Address, named: Address): boolean {
  const q = H[(fn >> 2) + F.CODE] >> 2;
  const flags = H[q + C.FLAGS];
  const from = H[q + C.POSONLY_COUNT];
  const total = H[q + C.ARG_COUNT] + H[q + C.KWONLY_COUNT];
  const rest = fp + total + ((flags & CodeFlag.VARARGS) !== 0 ? 1 : 0);
  const takesAll = (flags & CodeFlag.VARKEYWORDS) !== 0;
  if (takesAll) H[rest] = newDict();
  if (named === 0) return true;
  const size = dictSize(named);
  let n = 0;
  for (let p = 0; n < size; n++) {
    lock(named);
    p = dictNext(named, p);
    if (p === 0) {
      unlock(named);
      return false;
    }
    const key = dictKeyAt(named, p);
    const value = dictValueAt(named, p);
    incref(key);
    increfShareable(value);
    unlock(named);
    const isBound =
      typeOf(key) === T.STR && bindNamed(fp, q, key, value, from, total, takesAll, rest);
    decref(key);
    if (!isBound) {
      decref(value);
      return false;
    }
  }
  return dictSize(named) === size;
}

/** Takes over `value`, or answers false. */
function bindNamed(
  fp: WordIndex,
  q: number,
  key: Value,
  value: Value,
  from: number,
  total: number,
  takesAll: boolean,
  rest: WordIndex,
): boolean {
  const index = parameterIndex(q, key, from, total);
  if (index >= 0) {
    if (H[fp + index] !== 0) return false;
    H[fp + index] = value;
    return true;
  }
  if (!takesAll) return false;
  dictSet(H[rest], key, value);
  decref(value);
  return true;
}

/** What is still missing comes from the defaults; false if they do not have it. */
function bindDefaults(fp: WordIndex, fn: Address, given: number): boolean {
  const q = H[(fn >> 2) + F.CODE] >> 2;
  const positional = H[q + C.ARG_COUNT];
  if (given < positional) {
    const defaults = H[(fn >> 2) + F.DEFAULTS];
    const count = defaults === 0 ? 0 : H[(defaults >> 2) + TupleLayout.LENGTH];
    for (let i = given; i < positional; i++) {
      if (H[fp + i] !== 0) continue;
      if (i < positional - count) return false;
      const value: Value = H[(defaults >> 2) + TupleLayout.ITEMS + i - (positional - count)];
      incref(value);
      H[fp + i] = value;
    }
  }
  const kwDefaults = H[(fn >> 2) + F.KWDEFAULTS];
  for (let i = positional; i < positional + H[q + C.KWONLY_COUNT]; i++) {
    if (H[fp + i] !== 0) continue;
    const value = kwDefaults === 0 ? 0 : dictGetName(kwDefaults, H[H[q + C.LOCAL_NAMES] + i]);
    if (value === 0) return false;
    H[fp + i] = value;
  }
  return true;
}
