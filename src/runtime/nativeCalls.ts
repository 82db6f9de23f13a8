// @hot Calling a native: checking the arguments by its convention, in CPython's words, and handing it
// the words where they lie. Benchmarks: list_append_pop, method_calls.

import { allocateRaw, freeRaw } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  type Address,
  Frame,
  Header,
  NativeLayout,
  Thread,
  TupleLayout,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { CURRENT_THREAD, H } from '../heap/memory.ts';
import { NATIVES, type Native, type NativeFunction, type RawFunction } from '../objects/natives.ts';
import { nameOfType } from '../objects/protocol.ts';
import { RAISED, typeError } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { toJs } from '../objects/str.ts';
import { describeNative } from './describe.ts';

/** As tryNative, but it throws what the native has raised. */
export function callNative(
  callable: Address,
  args: WordIndex,
  count: number,
  kwNames: Value,
): Value {
  const value = tryNative(callable, args, count, kwNames);
  if (value === 0) throw RAISED;
  return value;
}

/**
 * Calls the native object `callable` with `count` words at `args` (self included for methods), the
 * last ones named by kwNames. The words behind them, up to Frame.SLACK, may be overwritten. Owned
 * result, or BLOCKED; 0 if an exception is pending.
 */
export function tryNative(
  callable: Address,
  args: WordIndex,
  count: number,
  kwNames: Value,
): Value {
  const native = NATIVES[H[(callable >> 2) + NativeLayout.ID]] as Native;
  if (kwNames === 0) {
    const own = native.selfCount;
    const given = count - own;
    const fits = given >= native.min && given <= native.quickMax;
    if (fits && (own === 0 || isOwners(callable, H[args]))) {
      for (let i = count; i < native.max + own; i++) H[args + i] = 0;
      return (native.run as NativeFunction)(args, given);
    }
  }
  return callNativeSlow(callable, native, args, count, kwNames);
}

/** The common case of `selfFits`: the very type that the method was declared for. */
const isOwners = (callable: Address, self: Value): boolean =>
  H[(callable >> 2) + NativeLayout.OWNER] ===
  ((self & 1) === 0 ? H[(self >> 2) + Header.TYPE] : T.INT);

function callNativeSlow(
  callable: Address,
  native: Native,
  args: WordIndex,
  count: number,
  kwNames: Value,
): Value {
  const given = count - native.selfCount;
  if (native.selfCount === 1 && (count === 0 || !selfFits(callable, H[args])))
    return wrongSelf(callable, native, args, count);
  if (native.convention === 'raw') return (native.run as RawFunction)(args, given, kwNames);
  if (kwNames !== 0 && H[(kwNames >> 2) + TupleLayout.LENGTH] > 0) {
    if (native.convention === 'keywords')
      return callWithNames(callable, native, args, count, kwNames);
    return typeError(`${describeNative(callable)} takes no keyword arguments`);
  }
  if (given < native.min || given > native.max) return wrongCount(callable, native, given);
  if (native.max !== Infinity) {
    for (let i = count; i < native.max + native.selfCount; i++) H[args + i] = 0;
    if (native.convention === 'keywords') checkPositional(callable, native, given);
  }
  return (native.run as NativeFunction)(args, given);
}

/** A method belongs to its owner's instances only. */
function selfFits(callable: Address, self: Value): boolean {
  const owner = H[(callable >> 2) + NativeLayout.OWNER];
  if (owner === 0) return true;
  const type = typeOf(self);
  if (type === owner) return true;
  return typeOf(callable) === T.NATIVE || isOwnerInMro(type, owner);
}

function isOwnerInMro(type: Address, owner: Address): boolean {
  const mro = H[(type >> 2) + TypeLayout.MRO] >> 2;
  for (let i = 0; i < H[mro + TupleLayout.LENGTH]; i++)
    if (H[mro + TupleLayout.ITEMS + i] === owner) return true;
  return false;
}

function wrongSelf(callable: Address, native: Native, args: WordIndex, count: number): never {
  const owner = nameOfType(H[(callable >> 2) + NativeLayout.OWNER]);
  if (count === 0) return typeError(`unbound method ${owner}.${native.name}() needs an argument`);
  return typeError(
    `descriptor '${native.name}' for '${owner}' objects doesn't apply to a '${nameOfType(typeOf(H[args]))}' object`,
  );
}

function wrongCount(callable: Address, native: Native, given: number): never {
  const name = describeNative(callable);
  switch (native.convention) {
    case 'none':
      return typeError(`${name} takes no arguments (${given} given)`);
    case 'one':
      return typeError(`${name} takes exactly one argument (${given} given)`);
    case 'positional':
      return wrongPositionalCount(native, given);
    default:
      return wrongKeywordCount(native, given);
  }
}

function wrongPositionalCount(native: Native, given: number): never {
  const few = given < native.min;
  const bound = few ? native.min : native.max;
  const how = native.min === native.max ? '' : few ? 'at least ' : 'at most ';
  return typeError(
    `${native.name} expected ${how}${bound} argument${bound === 1 ? '' : 's'}, got ${given}`,
  );
}

function wrongKeywordCount(native: Native, given: number): never {
  if (given > native.max) {
    const how = native.min === native.max ? 'exactly' : 'at most';
    return typeError(
      `${native.name}() takes ${how} ${native.max} argument${native.max === 1 ? '' : 's'} (${given} given)`,
    );
  }
  return missingArgument(native, given, given);
}

/** The parameter at `index` has no argument; `given` is the number of positional ones. */
function missingArgument(native: Native, index: number, given: number): never {
  const missing = native.parameters[index] as string;
  if (!missing.startsWith('/')) {
    return typeError(
      `${native.name}() missing required argument '${plainName(missing)}' (pos ${index + 1})`,
    );
  }
  const positionalMax = native.parameters.filter((p) => !p.startsWith('*')).length;
  const needed = native.parameters.filter((p, i) => p.startsWith('/') && i < native.min).length;
  const how = needed < positionalMax ? 'at least' : 'exactly';
  return typeError(
    `${native.name}() takes ${how} ${needed} positional argument${needed === 1 ? '' : 's'} (${given} given)`,
  );
}

const plainName = (parameter: string): string => parameter.replace(/^[*/]/, '');

/** Positional arguments may not reach keyword-only parameters. */
function checkPositional(_callable: Address, native: Native, given: number): void {
  const limit = native.parameters.findIndex((p) => p.startsWith('*'));
  if (limit < 0 || given <= limit) return;
  if (limit === 0) typeError(`${native.name}() takes no positional arguments`);
  const how = native.min === limit ? 'exactly' : 'at most';
  typeError(
    `${native.name}() takes ${how} ${limit} positional argument${limit === 1 ? '' : 's'} (${given} given)`,
  );
}

/** Lays the arguments out by name in fresh words above the stack, then calls. */
function callWithNames(
  callable: Address,
  native: Native,
  args: WordIndex,
  count: number,
  kwNames: Value,
): Value {
  const named = H[(kwNames >> 2) + TupleLayout.LENGTH];
  const given = count - named - native.selfCount;
  if (given + named > native.max) return wrongKeywordCount(native, given + named);
  checkPositional(callable, native, given);
  const values = new Int32Array(native.max + native.selfCount);
  for (let i = 0; i < given + native.selfCount; i++) values[i] = H[args + i];
  // What is missing is reported before what is wrong.
  let problem = '';
  for (let k = 0; k < named; k++) {
    const name = toJs(H[(kwNames >> 2) + TupleLayout.ITEMS + k]);
    const index = native.parameters.findIndex((p) => !p.startsWith('/') && plainName(p) === name);
    if (index < 0) {
      problem ||= `'${name}' is an invalid keyword argument for ${native.name}()`;
      continue;
    }
    if (values[index + native.selfCount] !== 0) {
      problem ||= `argument for ${native.name}() given by name ('${name}') and position (${index + 1})`;
    }
    values[index + native.selfCount] = H[args + count - named + k];
  }
  for (let i = 0; i < native.min; i++) {
    if (values[i + native.selfCount] === 0) return missingArgument(native, i, given);
  }
  if (problem !== '') return typeError(problem);
  return withWords(values, (at) => (native.run as NativeFunction)(at, given + named));
}

/**
 * Puts values (borrowed) into words above everything the thread's current frame uses, and calls `use`
 * with their place. The words stay reserved while it runs (Thread.TOP).
 */
export function withWords(values: ArrayLike<number>, use: (at: WordIndex) => Value): Value {
  const thread = H[CURRENT_THREAD] >> 2;
  const saved = H[thread + Thread.TOP];
  const fp = H[thread + Thread.FRAME];
  const end = fp === 0 ? H[thread + Thread.STACK_BASE] : H[fp + Frame.END];
  const at = saved > end && saved <= H[thread + Thread.STACK_LIMIT] ? saved : end;
  if (at + values.length + Frame.SLACK > H[thread + Thread.STACK_LIMIT]) {
    return withHeapWords(values, use);
  }
  for (let i = 0; i < values.length; i++) H[at + i] = values[i] as number;
  H[thread + Thread.TOP] = at + values.length + Frame.SLACK;
  try {
    return use(at);
  } finally {
    H[thread + Thread.TOP] = saved;
  }
}

/** For many arguments: a block of their own. */
function withHeapWords(values: ArrayLike<number>, use: (at: WordIndex) => Value): Value {
  const words = values.length + Frame.SLACK;
  const block = allocateRaw(words * 4) >> 2;
  try {
    for (let i = 0; i < values.length; i++) H[block + i] = values[i] as number;
    return use(block);
  } finally {
    freeRaw(block << 2, words * 4);
  }
}
