// The type dict: what programs can do with a dictionary. The table itself is in dict.ts, the views and
// iterators in dictViews.ts.

import { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { decref, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  DictLayout,
  TupleLayout,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { attributeAccess } from './attributeAccess.ts';
import { boolOf } from './bool.ts';
import { call0, call1 } from './calling.ts';
import { defineType } from './define.ts';
import {
  clearDict,
  dictClear,
  dictContains,
  dictCopy,
  dictDelete,
  dictEntries,
  dictGet,
  dictKeyAt,
  dictNext,
  dictPop,
  dictPopItem,
  dictSet,
  dictSetDefault,
  dictSize,
  dictValueAt,
  newDict,
} from './dict.ts';
import { newKeyIterator, newReverseKeyIterator } from './dictIterators.ts';
import { snapshotKeys } from './dictSnapshot.ts';
import { dictUpdateFrom } from './dictUpdate.ts';
import { newView } from './dictView.ts';
import './dictViews.ts';
import { newGenericAlias } from './genericAlias.ts';
import { freeInstance } from './instanceSize.ts';
import { asClassMethod, noArgs, oneArg, positional, raw } from './natives.ts';
import { newClearedObject } from './object.ts';
import { newPair } from './pair.ts';
import {
  equals,
  hasFlag,
  iterate,
  nextItem,
  recursionGuard,
  reprJs,
  storeSubscript,
} from './protocol.ts';
import { pendWith, raiseWith, typeError } from './raise.ts';
import { reprEnter, reprLeave } from './reprGuard.ts';
import { typeOf } from './slots.ts';
import { newStr, own, staticName } from './str.ts';

const MISSING = staticName('__missing__');
const NO_SUCH_ITEM = 'popitem(): dictionary is empty';

const keyError = (key: Value): never => raiseWith('KeyError', own(key));

/** `d[key]`: owned; a subclass may answer for absent keys with `__missing__`. */
export function dictSubscript(dict: Address, key: Value): Value {
  const value = dictGet(dict, key);
  if (value !== 0) return value;
  if (typeOf(dict) !== T.DICT) {
    const missing = attributeAccess.findSpecial(dict, MISSING);
    if (missing !== 0) {
      try {
        return call1(missing, key);
      } finally {
        decref(missing);
      }
    }
  }
  return keyError(key);
}

/** The positional arguments of `dict(...)` or `update(...)`, then the named ones. */
function updateFromArguments(
  dict: Address,
  what: string,
  args: WordIndex,
  count: number,
  kwNames: Value,
): void {
  const named = kwNames === 0 ? 0 : H[(kwNames >> 2) + TupleLayout.LENGTH];
  const given = count - named;
  if (given > 1) typeError(`${what} expected at most 1 argument, got ${given}`);
  if (given === 1) dictUpdateFrom(dict, H[args]);
  for (let i = 0; i < named; i++) {
    dictSet(dict, H[(kwNames >> 2) + TupleLayout.ITEMS + i], H[args + given + i]);
  }
}

function reprDict(dict: Address): Value {
  if (dictSize(dict) === 0) return newStr('{}');
  if (!reprEnter(dict)) return newStr('{...}');
  const { keys, values } = dictEntries(dict);
  try {
    return newStr(
      `{${keys.map((k, i) => `${reprJs(k)}: ${reprJs(values[i] as Value)}`).join(', ')}}`,
    );
  } finally {
    reprLeave(dict);
    for (const key of keys) decref(key);
    for (const value of values) decref(value);
  }
}

/** Same keys with equal values, in any order. */
export function dictEquals(left: Address, right: Address): boolean {
  if (left === right && dictSize(left) === 0) return true;
  if (dictSize(left) !== dictSize(right)) return false;
  recursionGuard.enter(' in comparison');
  const copy = dictCopy(left);
  try {
    for (let p = dictNext(copy, 0); p !== 0; p = dictNext(copy, p)) {
      const other = dictGet(right, dictKeyAt(copy, p));
      if (other === 0) return false;
      try {
        if (!equals(dictValueAt(copy, p), other)) return false;
      } finally {
        decref(other);
      }
    }
    return true;
  } finally {
    decref(copy);
    recursionGuard.leave();
  }
}

function compareDicts(left: Value, right: Value, operator: CompareOperator): Value {
  if (operator !== CompareOperator.EQ && operator !== CompareOperator.NE) return S.NOT_IMPLEMENTED;
  if (!hasFlag(left, TypeFlag.DICT) || !hasFlag(right, TypeFlag.DICT)) return S.NOT_IMPLEMENTED;
  return boolOf(dictEquals(left, right) === (operator === CompareOperator.EQ));
}

function unionOf(operator: BinaryOperator, left: Value, right: Value): Value {
  if (operator !== BinaryOperator.OR) return S.NOT_IMPLEMENTED;
  if (!hasFlag(left, TypeFlag.DICT) || !hasFlag(right, TypeFlag.DICT)) return S.NOT_IMPLEMENTED;
  const union = dictCopy(left);
  try {
    dictUpdateFrom(union, right);
    return union;
  } catch (error) {
    decref(union);
    throw error;
  }
}

/** `cls.fromkeys(iterable, value)`. */
function fromKeys(type: Address, iterable: Value, value: Value): Value {
  const dict = type === T.DICT ? newDict() : call0(type);
  const plain = typeOf(dict) === T.DICT;
  try {
    const iterator = iterate(iterable);
    try {
      for (let key = nextItem(iterator); key !== 0; key = nextItem(iterator)) {
        try {
          if (plain) dictSet(dict, key, value);
          else storeSubscript(dict, key, value);
        } finally {
          decref(key);
        }
      }
    } finally {
      decref(iterator);
    }
    return dict;
  } catch (error) {
    decref(dict);
    throw error;
  }
}

function popItem(dict: Address): Value {
  let item = 0;
  const found = dictPopItem(dict, (key, value) => {
    item = newPair(key, value);
  });
  return found ? item : pendWith('KeyError', newStr(NO_SUCH_ITEM));
}

const METHODS = [
  positional('get', 1, 2, (args) => {
    const value = dictGet(H[args], H[args + 1]);
    if (value !== 0) return value;
    return H[args + 2] === 0 ? S.NONE : own(H[args + 2]);
  }),
  positional('setdefault', 1, 2, (args) =>
    dictSetDefault(H[args], H[args + 1], H[args + 2] === 0 ? S.NONE : H[args + 2]),
  ),
  positional('pop', 1, 2, (args) => {
    const value = dictPop(H[args], H[args + 1]);
    if (value !== 0) return value;
    return H[args + 2] === 0 ? pendWith('KeyError', own(H[args + 1])) : own(H[args + 2]);
  }),
  noArgs('popitem', (args) => popItem(H[args])),
  noArgs('keys', (args) => newView(T.DICT_KEYS, H[args])),
  noArgs('values', (args) => newView(T.DICT_VALUES, H[args])),
  noArgs('items', (args) => newView(T.DICT_ITEMS, H[args])),
  raw('update', (args, count, kwNames) => {
    updateFromArguments(H[args], 'update', args + 1, count, kwNames);
    return S.NONE;
  }),
  noArgs('copy', (args) => dictCopy(H[args])),
  noArgs('clear', (args) => {
    dictClear(H[args]);
    return S.NONE;
  }),
  asClassMethod(
    positional('fromkeys', 1, 2, (args) =>
      fromKeys(H[args], H[args + 1], H[args + 2] === 0 ? S.NONE : H[args + 2]),
    ),
  ),
  noArgs('__reversed__', (args) => newReverseKeyIterator(H[args])),
  asClassMethod(oneArg('__class_getitem__', (args) => newGenericAlias(H[args], H[args + 1]))),
];

defineType(T.DICT, {
  name: 'dict',
  flags: TypeFlag.BASE_OK | TypeFlag.DICT,
  words: DictLayout.WORDS,
  slots: {
    dealloc(dict) {
      clearDict(dict);
      freeInstance(dict);
    },
    clear: clearDict,
    children(dict, visit) {
      for (let p = dictNext(dict, 0); p !== 0; p = dictNext(dict, p)) {
        visit(dictKeyAt(dict, p));
        visit(dictValueAt(dict, p));
      }
    },
    hash: undefined,
    repr: reprDict,
    length: dictSize,
    compare: compareDicts,
    binary: unionOf,
    inplace(operator, left, right) {
      if (operator !== BinaryOperator.OR) return S.NOT_IMPLEMENTED;
      dictUpdateFrom(left, right);
      incref(left);
      return left;
    },
    subscript: dictSubscript,
    storeSubscript: dictSet,
    deleteSubscript(dict, key) {
      if (!dictDelete(dict, key)) keyError(key);
    },
    contains: dictContains,
    iterate: newKeyIterator,
    snapshot: (dict) => snapshotKeys(dict),
    create: (type) => newClearedObject(type, H[(type >> 2) + TypeLayout.INSTANCE_WORDS]),
    initialize(dict, args, count, kwNames) {
      updateFromArguments(dict, 'dict', args, count, kwNames);
    },
  },
  methods: METHODS,
});
