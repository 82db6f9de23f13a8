// A read-only view of a mapping: what `type.__dict__` and `types.MappingProxyType` give. It asks the
// mapping for everything, and offers no way to change it.

import { BinaryOperator } from '../bytecode/opcodes.ts';
import { decref, free, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, DictViewLayout, TypeFlag, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { attributeAccess } from './attributeAccess.ts';
import { callWith } from './calling.ts';
import { defineType } from './define.ts';
import { dictCopy, dictGet, isPlainDict } from './dict.ts';
import { newKeyIterator, newReverseKeyIterator } from './dictIterators.ts';
import { newView } from './dictView.ts';
import { newGenericAlias } from './genericAlias.ts';
import { asClassMethod, noArgs, oneArg, positional } from './natives.ts';
import { newObject } from './object.ts';
import {
  binary,
  compare,
  contains,
  hasFlag,
  iterate,
  length,
  nameOfType,
  reprJs,
  str,
  subscript,
  typeName,
} from './protocol.ts';
import { raise, typeError } from './raise.ts';
import { slotsOf, typeOf } from './slots.ts';
import { newStr, own, staticName, toJs } from './str.ts';

/** A proxy of a dict or another mapping. */
export function newMappingProxy(mapping: Value): Address {
  const proxy = newObject(T.MAPPING_PROXY, DictViewLayout.WORDS);
  incref(mapping);
  H[(proxy >> 2) + DictViewLayout.DICT] = mapping;
  return proxy;
}

const mappingOf = (proxy: Address): Value => H[(proxy >> 2) + DictViewLayout.DICT];
const unwrap = (value: Value): Value =>
  typeOf(value) === T.MAPPING_PROXY ? mappingOf(value) : value;

const GET = staticName('get');
const KEYS = staticName('keys');
const VALUES = staticName('values');
const ITEMS = staticName('items');
const COPY = staticName('copy');
const REVERSED = staticName('__reversed__');

/** Calls a method of the mapping. */
function ask(proxy: Address, name: Address, ...args: Value[]): Value {
  const mapping = mappingOf(proxy);
  const method = attributeAccess.find(mapping, name);
  if (method === 0) {
    return raise(
      'AttributeError',
      `'${typeName(mapping)}' object has no attribute '${toJs(name)}'`,
    );
  }
  try {
    return callWith(method, args);
  } finally {
    decref(method);
  }
}

/** The mapping if it is a dict that can be used directly, else 0. */
function plain(proxy: Address): Address {
  const mapping = mappingOf(proxy);
  return typeOf(mapping) === T.DICT && isPlainDict(mapping) ? mapping : 0;
}

const view = (name: string, key: Address, type: Address) =>
  noArgs(name, (args) => {
    const dict = plain(H[args]);
    return dict !== 0 ? newView(type, dict) : ask(H[args], key);
  });

function create(_type: Address, args: number, count: number, kwNames: Value): Value {
  if (kwNames !== 0 || count !== 1) {
    return typeError(
      count === 0
        ? "mappingproxy() missing required argument 'mapping' (pos 1)"
        : `mappingproxy() takes at most 1 argument (${count} given)`,
    );
  }
  const mapping = H[args];
  if (
    hasFlag(mapping, TypeFlag.LIST | TypeFlag.TUPLE) ||
    slotsOf(mapping).subscript === undefined
  ) {
    return typeError(
      `mappingproxy() argument must be a mapping, not ${nameOfType(typeOf(mapping))}`,
    );
  }
  return newMappingProxy(mapping);
}

function clearProxy(proxy: Address): void {
  const mapping = mappingOf(proxy);
  H[(proxy >> 2) + DictViewLayout.DICT] = 0;
  if (mapping !== 0) decref(mapping);
}

defineType(T.MAPPING_PROXY, {
  name: 'mappingproxy',
  words: DictViewLayout.WORDS,
  slots: {
    dealloc(proxy) {
      clearProxy(proxy);
      free(proxy, DictViewLayout.WORDS << 2);
    },
    clear: clearProxy,
    children: (proxy, visit) => visit(mappingOf(proxy)),
    hash: undefined,
    repr: (proxy) => newStr(`mappingproxy(${reprJs(mappingOf(proxy))})`),
    str: (proxy) => str(mappingOf(proxy)),
    length: (proxy) => length(mappingOf(proxy)),
    compare: (left, right, operator) => compare(mappingOf(left), right, operator),
    binary: (operator, left, right) =>
      operator === BinaryOperator.OR
        ? binary(operator, unwrap(left), unwrap(right))
        : S.NOT_IMPLEMENTED,
    inplace: (operator) =>
      operator === BinaryOperator.OR
        ? typeError("'|=' is not supported by mappingproxy; use '|' instead")
        : S.NOT_IMPLEMENTED,
    subscript: (proxy, key) => subscript(mappingOf(proxy), key),
    contains: (proxy, key) => contains(mappingOf(proxy), key),
    iterate: (proxy) => {
      const dict = plain(proxy);
      return dict !== 0 ? newKeyIterator(dict) : iterate(mappingOf(proxy));
    },
    create,
  },
  methods: [
    positional('get', 1, 2, (args) => {
      const fallback = H[args + 2] === 0 ? S.NONE : H[args + 2];
      const dict = plain(H[args]);
      if (dict === 0) return ask(H[args], GET, H[args + 1], fallback);
      const value = dictGet(dict, H[args + 1]);
      return value !== 0 ? value : own(fallback);
    }),
    view('keys', KEYS, T.DICT_KEYS),
    view('values', VALUES, T.DICT_VALUES),
    view('items', ITEMS, T.DICT_ITEMS),
    noArgs('copy', (args) => {
      const dict = plain(H[args]);
      return dict !== 0 ? dictCopy(dict) : ask(H[args], COPY);
    }),
    noArgs('__reversed__', (args) => {
      const dict = plain(H[args]);
      return dict !== 0 ? newReverseKeyIterator(dict) : ask(H[args], REVERSED);
    }),
    asClassMethod(oneArg('__class_getitem__', (args) => newGenericAlias(H[args], H[args + 1]))),
  ],
});
