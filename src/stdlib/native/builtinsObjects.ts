// Builtin functions about any object: its text, attributes, type, items, order.

import { decref } from '../../executors/policy.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import { type Address, TypeFlag, type Value, type WordIndex } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { attributeAccess } from '../../objects/attributeAccess.ts';
import { boolOf } from '../../objects/bool.ts';
import { call0 } from '../../objects/calling.ts';
import { formatValue } from '../../objects/format.ts';
import { newInt } from '../../objects/int.ts';
import { listFrom, listOf } from '../../objects/list.ts';
import { sortList } from '../../objects/listSort.ts';
import { type NativeSpec, oneArg, positional, raw } from '../../objects/natives.ts';
import {
  collect,
  isStr,
  isTrue,
  isTrueOwned,
  iterate,
  length,
  nextItem,
  repr,
  typeName,
} from '../../objects/protocol.ts';
import { pendError, typeError } from '../../objects/raise.ts';
import { flagsOf, typeOf } from '../../objects/slots.ts';
import { intern, own, toJs } from '../../objects/str.ts';
import { exactStr } from '../../objects/strBuild.ts';
import { asciiRepr } from '../../objects/strRepr.ts';
import { tupleItem, tupleLength } from '../../objects/tuple.ts';
import { getAttributeOrZero, setAttribute } from '../../runtime/attributes.ts';
import { isCallable } from '../../runtime/calls.ts';
import { directory } from '../../runtime/directory.ts';
import { stopIterationOf } from '../../runtime/generatorResume.ts';
import { N } from '../../runtime/names.ts';
import { tryAttribute } from '../../runtime/steps/attributes.ts';
import { isInstanceOf, isSubclassOf } from '../../runtime/typeChecks.ts';
import { localNames, localsOfCaller } from './builtinsCode.ts';

/** An attribute name as the interned str it must be. */
function attributeName(name: Value): Address {
  if (!isStr(name)) return typeError(`attribute name must be string, not '${typeName(name)}'`);
  return intern(exactStr(name));
}

function getattr(args: WordIndex, count: number): Value {
  const name = attributeName(H[args + 1]);
  if (count < 3) return tryAttribute(H[args], name);
  const value = getAttributeOrZero(H[args], name);
  return value === 0 ? own(H[args + 2]) : value;
}

function hasattr(args: WordIndex): Value {
  const value = getAttributeOrZero(H[args], attributeName(H[args + 1]));
  if (value === 0) return S.FALSE;
  decref(value);
  return S.TRUE;
}

function setattr(args: WordIndex): Value {
  setAttribute(H[args], attributeName(H[args + 1]), H[args + 2]);
  return S.NONE;
}

function delattr(args: WordIndex): Value {
  setAttribute(H[args], attributeName(H[args + 1]), 0);
  return S.NONE;
}

function dir(args: WordIndex, count: number): Value {
  if (count === 0) return localNames();
  const object = H[args];
  const special = attributeAccess.findSpecial(object, N.__dir__);
  if (special === 0) return directory(object);
  const isOverridden = typeOf(special) === T.METHOD;
  try {
    return isOverridden ? sortedNames(call0(special)) : directory(object);
  } finally {
    decref(special);
  }
}

function sortedNames(names: Value): Value {
  try {
    const list = listOf(collect(names));
    sortList(list, 0, 'ascending');
    return list;
  } finally {
    decref(names);
  }
}

function vars(args: WordIndex, count: number): Value {
  if (count === 0) return localsOfCaller();
  const dict = getAttributeOrZero(H[args], N.__dict__);
  return dict === 0 ? typeError('vars() argument must have __dict__ attribute') : dict;
}

function format(args: WordIndex, count: number): Value {
  if (count < 2) return formatValue(H[args], '');
  const spec = H[args + 1];
  if (!isStr(spec)) return typeError(`format() argument 2 must be str, not ${typeName(spec)}`);
  return formatValue(H[args], toJs(spec));
}

/** Whether an item is found whose truth is `wanted`. */
function anyItem(iterable: Value, wanted: boolean): boolean {
  const iterator = iterate(iterable);
  try {
    for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator)) {
      if (isTrueOwned(item) === wanted) return true;
    }
    return false;
  } finally {
    decref(iterator);
  }
}

function sorted(args: WordIndex, count: number, kwNames: Value): Value {
  const named = kwNames === 0 ? 0 : tupleLength(kwNames);
  if (count - named !== 1) return typeError(`sorted expected 1 argument, got ${count - named}`);
  let key: Value = 0;
  let reverse = false;
  const list = listFrom(H[args]);
  try {
    for (let i = 0; i < named; i++) {
      const name = toJs(tupleItem(kwNames, i));
      const value = H[args + 1 + i];
      if (name === 'key') key = value === S.NONE ? 0 : value;
      else if (name === 'reverse') reverse = isTrue(value);
      else typeError(`'${name}' is an invalid keyword argument for sort()`);
    }
    sortList(list, key, reverse ? 'descending' : 'ascending');
    return list;
  } catch (error) {
    decref(list);
    throw error;
  }
}

function next(args: WordIndex, count: number): Value {
  const iterator = H[args];
  if (count === 2) {
    const item = nextItem(iterator);
    return item === 0 ? own(H[args + 1]) : item;
  }
  return nextOrRaise(iterator);
}

/** The next item; the StopIteration is the iterator's own where it raises one, for its value. */
function nextOrRaise(iterator: Value): Value {
  const type = typeOf(iterator);
  if (type === T.GENERATOR) {
    const item = nextItem(iterator);
    return item === 0 ? stopIterationOf(iterator) : item;
  }
  if ((flagsOf(type) & TypeFlag.HEAP) !== 0) {
    const method = attributeAccess.findSpecial(iterator, N.__next__);
    if (method === 0) return typeError(`'${typeName(iterator)}' object is not an iterator`);
    try {
      return call0(method);
    } finally {
      decref(method);
    }
  }
  const item = nextItem(iterator);
  return item === 0 ? pendError('StopIteration') : item;
}

export const OBJECT_FUNCTIONS: readonly NativeSpec[] = [
  oneArg('repr', (args) => repr(H[args])),
  oneArg('ascii', (args) => asciiRepr(H[args])),
  oneArg('len', (args) => newInt(length(H[args]))),
  oneArg('callable', (args) => boolOf(isCallable(H[args]))),
  oneArg('all', (args) => boolOf(!anyItem(H[args], false))),
  oneArg('any', (args) => boolOf(anyItem(H[args], true))),
  positional('getattr', 2, 3, getattr),
  positional('hasattr', 2, 2, hasattr),
  positional('setattr', 3, 3, setattr),
  positional('delattr', 2, 2, delattr),
  positional('isinstance', 2, 2, (args) => boolOf(isInstanceOf(H[args], H[args + 1]))),
  positional('issubclass', 2, 2, (args) => boolOf(isSubclassOf(H[args], H[args + 1]))),
  positional('dir', 0, 1, dir),
  positional('vars', 0, 1, vars),
  positional('format', 1, 2, format),
  positional('next', 1, 2, next),
  raw('sorted', sorted),
];
