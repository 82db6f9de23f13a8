// What the iterators of the module itertools have in common: a layout of up to four counted values and four
// numbers, how they are declared, how their words change, and the reading of named arguments.

import { decref, lock, unlock } from '../executors/policy.ts';
import {
  type Address,
  ItertoolLayout as I,
  TupleLayout,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { namedCount } from './constructors.ts';
import { defineType, staticType } from './define.ts';
import { freeInstance } from './instanceSize.ts';
import type { NativeSpec } from './natives.ts';
import { newClearedObject } from './object.ts';
import { typeError } from './raise.ts';
import { own, toJs } from './str.ts';

type Create = (type: Address, args: WordIndex, count: number, kwNames: Value) => Value;

/** A type whose instances have ItertoolLayout. */
export function defineItertool(
  name: string,
  create: Create,
  next: (object: Address) => Value,
  more: { methods?: readonly NativeSpec[]; repr?: (object: Value) => Value } = {},
): Address {
  const clear = (object: Address): void => {
    for (let word = I.A; word <= I.D; word++) {
      const value = H[(object >> 2) + word];
      H[(object >> 2) + word] = 0;
      if (value !== 0) decref(value);
    }
  };
  return defineType(staticType(), {
    name,
    module: 'itertools',
    flags: TypeFlag.BASE_OK,
    words: I.WORDS,
    slots: {
      dealloc(object) {
        clear(object);
        freeInstance(object);
      },
      clear,
      children(object, visit) {
        for (let word = I.A; word <= I.D; word++) {
          const value = H[(object >> 2) + word];
          if (value !== 0) visit(value);
        }
      },
      create,
      iterate: own,
      next,
      ...(more.repr === undefined ? {} : { repr: more.repr }),
    },
    methods: more.methods ?? [],
  });
}

/** An instance with nothing in it. */
export const newItertool = (type: Address): Address =>
  newClearedObject(type, H[(type >> 2) + TypeLayout.INSTANCE_WORDS]);

/** The value in a word, owned; 0 if there is none. */
export function takeWord(object: Address, word: number): Value {
  lock(object);
  const value = H[(object >> 2) + word];
  if (value !== 0) own(value);
  unlock(object);
  return value;
}

/** Puts a value (owned, taken over) into a word. */
export function putWord(object: Address, word: number, value: Value): void {
  lock(object);
  const old = H[(object >> 2) + word];
  H[(object >> 2) + word] = value;
  unlock(object);
  if (old !== 0) decref(old);
}

/** Arguments by position or name, borrowed, 0 where absent; the first `least` are required. */
export function namedArguments(
  name: string,
  parameters: readonly string[],
  least: number,
  args: WordIndex,
  count: number,
  kwNames: Value,
): Value[] {
  const named = namedCount(kwNames);
  const places = count - named;
  const positionals = parameters.filter((parameter) => !parameter.startsWith('*')).length;
  if (count > parameters.length) {
    const how = least === parameters.length ? 'exactly' : 'at most';
    typeError(`${name}() takes ${how} ${parameters.length} arguments (${count} given)`);
  }
  if (places > positionals) {
    typeError(`${name}() takes at most ${positionals} positional arguments (${places} given)`);
  }
  const values: Value[] = parameters.map((_, i) => (i < places ? H[args + i] : 0));
  for (let i = 0; i < named; i++) {
    const key = toJs(H[(kwNames >> 2) + TupleLayout.ITEMS + i]);
    const index = parameters.findIndex((parameter) => parameter.replace('*', '') === key);
    if (index < 0) typeError(`'${key}' is an invalid keyword argument for ${name}()`);
    if (values[index] !== 0) {
      typeError(`argument for ${name}() given by name ('${key}') and position (${index + 1})`);
    }
    values[index] = H[args + places + i];
  }
  for (let i = 0; i < least; i++) {
    if (values[i] === 0) {
      typeError(`${name}() missing required argument '${parameters[i]}' (pos ${i + 1})`);
    }
  }
  return values;
}
