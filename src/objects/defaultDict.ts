// collections.defaultdict: a dict that asks a factory for the values of absent keys. The factory stands
// behind the dict's own words, so that everything a dict can do works on the same layout.

import { BinaryOperator } from '../bytecode/opcodes.ts';
import { decref, lock, unlock } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  DefaultDictLayout,
  TupleLayout,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { attributeAccess } from './attributeAccess.ts';
import { call0, call2 } from './calling.ts';
import { defineType, staticType } from './define.ts';
import { clearDict, dictGet, dictKeyAt, dictNext, dictSet, dictValueAt } from './dict.ts';
import { dictSubscript } from './dictType.ts';
import { dictUpdateFrom } from './dictUpdate.ts';
import { freeInstance } from './instanceSize.ts';
import { noArgs, oneArg } from './natives.ts';
import { consumeToJs, hasFlag, iterate, nameOfType, reprJs, storeSubscript } from './protocol.ts';
import { raiseWith, typeError } from './raise.ts';
import { slotsOf, slotsOfType, typeOf } from './slots.ts';
import { internJs, newStr, own } from './str.ts';
import { tupleOf } from './tuple.ts';

export const DEFAULT_DICT = staticType();

const factoryWord = (dict: Address): WordIndex => (dict >> 2) + DefaultDictLayout.FACTORY;

/** The factory, None if there is none: owned. */
function factoryOf(dict: Address): Value {
  lock(dict);
  const factory = H[factoryWord(dict)];
  const owned = factory === 0 ? S.NONE : own(factory);
  unlock(dict);
  return owned;
}

/** Takes over the reference; 0 or None: no factory. */
function setFactory(dict: Address, factory: Value): void {
  lock(dict);
  const old = H[factoryWord(dict)];
  H[factoryWord(dict)] = factory;
  unlock(dict);
  if (old !== 0) decref(old);
}

/** `__missing__`: makes the value, stores and returns it. */
function missing(dict: Address, key: Value): Value {
  const factory = factoryOf(dict);
  if (factory === S.NONE) return raiseWith('KeyError', own(key));
  let value: Value = 0;
  try {
    value = call0(factory);
    if (typeOf(dict) === DEFAULT_DICT) dictSet(dict, key, value);
    else storeSubscript(dict, key, value);
    return value;
  } catch (error) {
    if (value !== 0) decref(value);
    throw error;
  } finally {
    decref(factory);
  }
}

function subscript(dict: Address, key: Value): Value {
  if (typeOf(dict) !== DEFAULT_DICT) return dictSubscript(dict, key);
  const value = dictGet(dict, key);
  return value !== 0 ? value : missing(dict, key);
}

function initialize(dict: Address, args: WordIndex, count: number, kwNames: Value): void {
  const named = kwNames === 0 ? 0 : H[(kwNames >> 2) + TupleLayout.LENGTH];
  const first = count > named ? 1 : 0;
  if (first === 1) {
    const factory = H[args];
    if (factory !== S.NONE && !isCallable(factory)) {
      typeError('first argument must be callable or None');
    }
    setFactory(dict, own(factory));
  } else setFactory(dict, 0);
  slotsOfType(T.DICT).initialize?.(dict, args + first, count - first, kwNames);
}

const CALLABLE = [T.FUNCTION, T.METHOD, T.NATIVE, T.METHOD_DESCRIPTOR, T.SLOT_WRAPPER];

/** `callable(x)`, as far as this layer can tell: by its type, its slots, or a `__call__`. */
function isCallable(value: Value): boolean {
  const type = typeOf(value);
  if (CALLABLE.includes(type)) return true;
  if (!hasFlag(value, TypeFlag.HEAP)) return slotsOf(value).call !== undefined;
  const call = attributeAccess.findSpecial(value, internJs('__call__'));
  if (call !== 0) decref(call);
  return call !== 0;
}

/** A copy by way of the class, with the same factory: owned. */
function copy(dict: Address, items: Value): Value {
  const factory = factoryOf(dict);
  try {
    return call2(typeOf(dict), factory, items);
  } finally {
    decref(factory);
  }
}

function binary(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator !== BinaryOperator.OR) return S.NOT_IMPLEMENTED;
  if (!hasFlag(left, TypeFlag.DICT) || !hasFlag(right, TypeFlag.DICT)) return S.NOT_IMPLEMENTED;
  const model = isDefaultDict(left) ? left : right;
  const result = copy(model, left);
  try {
    dictUpdateFrom(result, right);
    return result;
  } catch (error) {
    decref(result);
    throw error;
  }
}

const isDefaultDict = (value: Value): boolean => slotsOf(value).binary === binaryOfThis();
const binaryOfThis = (): unknown => slotsOfType(DEFAULT_DICT).binary;

/** The defaultdicts whose factories are being printed: a factory may be a method of its own dict. */
const printing: Address[] = [];

function factoryText(dict: Address): string {
  if (printing.includes(dict)) return '...';
  const factory = factoryOf(dict);
  printing.push(dict);
  try {
    return reprJs(factory);
  } finally {
    printing.splice(printing.lastIndexOf(dict), 1);
    decref(factory);
  }
}

function repr(dict: Address): Value {
  const factory = factoryText(dict);
  const items = consumeToJs((slotsOfType(T.DICT).repr as (object: Value) => Value)(dict));
  return newStr(`${nameOfType(typeOf(dict))}(${factory}, ${items})`);
}

/** `__reduce__`: the class, its arguments, and an iterator over the items. */
function reduce(dict: Address): Value {
  const factory = factoryOf(dict);
  const args = factory === S.NONE ? S.EMPTY_TUPLE : tupleOf([factory]);
  const view = attributeAccess.find(dict, internJs('items'));
  let items: Value = 0;
  try {
    items = call0(view);
    return tupleOf([own(typeOf(dict)), args, S.NONE, S.NONE, iterate(items)]);
  } finally {
    decref(view);
    if (items !== 0) decref(items);
  }
}

function clear(dict: Address): void {
  const factory = H[factoryWord(dict)];
  H[factoryWord(dict)] = 0;
  clearDict(dict);
  if (factory !== 0) decref(factory);
}

defineType(DEFAULT_DICT, {
  name: 'defaultdict',
  module: 'collections',
  base: T.DICT,
  flags: TypeFlag.BASE_OK | TypeFlag.DICT,
  words: DefaultDictLayout.WORDS,
  slots: {
    dealloc(dict) {
      clear(dict);
      freeInstance(dict);
    },
    clear,
    children(dict, visit) {
      for (let p = dictNext(dict, 0); p !== 0; p = dictNext(dict, p)) {
        visit(dictKeyAt(dict, p));
        visit(dictValueAt(dict, p));
      }
      if (H[factoryWord(dict)] !== 0) visit(H[factoryWord(dict)]);
    },
    hash: undefined,
    repr,
    binary,
    subscript,
    initialize,
  },
  methods: [
    oneArg('__missing__', (args) => missing(H[args], H[args + 1])),
    noArgs('copy', (args) => copy(H[args], H[args])),
    noArgs('__copy__', (args) => copy(H[args], H[args])),
    noArgs('__reduce__', (args) => reduce(H[args])),
  ],
  getset: [
    {
      name: 'default_factory',
      get: factoryOf,
      set: (dict, value) => setFactory(dict, value === 0 ? 0 : own(value)),
    },
  ],
});
