// super(): a view of an object through the classes behind TYPE in its method resolution order. Without
// arguments the compiler's help is needed: a method that mentions `super` or `__class__` has a free
// variable `__class__`, and the object is the method's first argument. Both are found in the caller's
// frame, which is the current one while a native runs.

import { decref, free, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  CodeLayout as C,
  CellLayout,
  Frame,
  SuperLayout as L,
  Thread,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { CURRENT_THREAD, H } from '../heap/memory.ts';
import { defineType } from '../objects/define.ts';
import { newClearedObject } from '../objects/object.ts';
import { hasFlag, isSubtype, nameOfType, typeName } from '../objects/protocol.ts';
import { raise, typeError } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { newStr, own } from '../objects/str.ts';
import {
  bindDescriptor,
  findAttribute,
  getAttributeOrZero,
  isDescriptor,
  noAttribute,
} from './attributes.ts';
import { namedCount } from './calls.ts';
import {
  clearFields,
  fieldOrZero,
  identityHash,
  readOnlyField,
  setField,
  visitFields,
} from './fields.ts';
import { N } from './names.ts';
import { lookupAfter } from './typeLookup.ts';

const isType = (value: Value): boolean => hasFlag(value, TypeFlag.TYPE);

function initSuper(view: Address, args: WordIndex, count: number, kwNames: Value): void {
  if (namedCount(kwNames) > 0) typeError('super() takes no keyword arguments');
  if (count > 2) typeError(`super() expected at most 2 arguments, got ${count}`);
  if (count === 0) return initFromFrame(view);
  const type = H[args];
  if (!isType(type)) typeError(`super() argument 1 must be a type, not ${typeName(type)}`);
  fill(view, type, count === 2 && H[args + 1] !== S.NONE ? H[args + 1] : 0);
}

/** object 0: an unbound view. */
function fill(view: Address, type: Address, object: Value): void {
  const start = object === 0 ? 0 : startType(type, object);
  setField(view, L.TYPE, type);
  setField(view, L.OBJECT, object);
  setField(view, L.OBJECT_TYPE, start);
  if (start !== 0) decref(start);
}

/** The type whose MRO is searched: the object itself if it is a subclass, else its class. Owned. */
function startType(type: Address, object: Value): Address {
  if (isType(object) && isSubtype(object, type)) return own(object);
  if (isSubtype(typeOf(object), type)) return own(typeOf(object));
  const claimed = getAttributeOrZero(object, N.__class__);
  if (claimed !== 0) {
    if (isType(claimed) && isSubtype(claimed, type)) return claimed;
    decref(claimed);
  }
  return typeError('super(type, obj): obj must be an instance or subtype of type');
}

function initFromFrame(view: Address): void {
  const fp = H[(H[CURRENT_THREAD] >> 2) + Thread.FRAME];
  if (fp === 0) raise('RuntimeError', 'super(): no current frame');
  const object = firstArgument(fp);
  fill(view, enclosingClass(fp), object);
}

/** Borrowed from the frame. */
function firstArgument(fp: WordIndex): Value {
  const code = H[fp + Frame.CODE] >> 2;
  if (H[code + C.ARG_COUNT] === 0) return raise('RuntimeError', 'super(): no arguments');
  let first: Value = H[fp];
  // A captured parameter lives in a cell, one of those that stand for locals.
  const separate = H[code + C.LOCALS_PLUS] - H[code + C.LOCAL_COUNT] - H[code + C.FREE_COUNT];
  if (H[code + C.CELL_COUNT] > separate && first !== 0 && typeOf(first) === T.CELL) {
    first = H[(first >> 2) + CellLayout.VALUE];
  }
  return first !== 0 ? first : raise('RuntimeError', 'super(): arg[0] deleted');
}

/** Borrowed from the cell of `__class__`. */
function enclosingClass(fp: WordIndex): Address {
  const code = H[fp + Frame.CODE] >> 2;
  const end = H[code + C.LOCALS_PLUS];
  for (let i = end - H[code + C.FREE_COUNT]; i < end; i++) {
    if (H[H[code + C.LOCAL_NAMES] + i] !== N.__class__) continue;
    const cell: Value = H[fp + i];
    if (cell === 0 || typeOf(cell) !== T.CELL)
      return raise('RuntimeError', 'super(): bad __class__ cell');
    const type: Value = H[(cell >> 2) + CellLayout.VALUE];
    if (type === 0) return raise('RuntimeError', 'super(): empty __class__ cell');
    if (!isType(type))
      return raise('RuntimeError', `super(): __class__ is not a type (${typeName(type)})`);
    return type;
  }
  return raise('RuntimeError', 'super(): __class__ cell not found');
}

/**
 * `super().name` in the frame, whose first argument is `object`: what LOAD_ATTR's slow path answers, but
 * without a view. The function or the bound value is left in Thread.RESULT, owned.
 */
export function loadSuper(thread: WordIndex, fp: WordIndex, arg: number, object: Value): number {
  const name = H[H[(H[fp + Frame.CODE] >> 2) + C.NAMES] + (arg >> 1)];
  const type = enclosingClass(fp);
  const start = startType(type, object);
  try {
    const found = name === N.__class__ ? 0 : lookupAfter(start, type, name);
    if ((arg & 1) !== 0 && found !== 0 && typeOf(found) === T.FUNCTION && start !== object) {
      H[thread + Thread.RESULT] = found;
      return 1;
    }
    H[thread + Thread.RESULT] =
      found !== 0 ? bind(found, object, start) : throughView(type, object, name);
    return 0;
  } finally {
    decref(start);
  }
}

/** Names that no class behind this one has are looked up on the view itself. */
function throughView(type: Address, object: Value, name: Address): Value {
  const view = createSuper(T.SUPER);
  incref(T.SUPER);
  try {
    fill(view, type, object);
    return getSuperAttribute(view, name);
  } finally {
    decref(view);
  }
}

function getSuperAttribute(view: Address, name: Address): Value {
  const v = view >> 2;
  const start = H[v + L.OBJECT_TYPE];
  if (start !== 0 && name !== N.__class__) {
    const found = lookupAfter(start, H[v + L.TYPE], name);
    if (found !== 0) return bind(found, H[v + L.OBJECT], start);
  }
  const value = findAttribute(view, name);
  return value !== 0 ? value : noAttribute(view, name);
}

/** Binds what was found (owned) to the object; seen through a class it stays unbound. */
function bind(found: Value, object: Value, start: Address): Value {
  if (!isDescriptor(found)) return found;
  try {
    return bindDescriptor(found, object === start ? 0 : object, start);
  } finally {
    decref(found);
  }
}

/** `super(C)` stored in a class and looked up on an instance. */
function bindView(view: Address, object: Value): Value {
  if (object === 0 || H[(view >> 2) + L.OBJECT] !== 0) return own(view);
  const bound = createSuper(typeOf(view));
  try {
    fill(bound, H[(view >> 2) + L.TYPE], object);
    return bound;
  } catch (error) {
    decref(bound);
    throw error;
  }
}

const createSuper = (type: Address): Address =>
  newClearedObject(type, H[(type >> 2) + TypeLayout.INSTANCE_WORDS]);

function reprSuper(view: Address): Value {
  const type = H[(view >> 2) + L.TYPE];
  const start = H[(view >> 2) + L.OBJECT_TYPE];
  const name = type === 0 ? 'NULL' : nameOfType(type);
  const object = start === 0 ? 'NULL' : `<${nameOfType(start)} object>`;
  return newStr(`<super: <class '${name}'>, ${object}>`);
}

const clearSuper = (view: Address): void => clearFields(view, L.TYPE, L.OBJECT_TYPE);

defineType(T.SUPER, {
  name: 'super',
  words: L.WORDS,
  flags: TypeFlag.BASE_OK,
  slots: {
    dealloc(view) {
      clearSuper(view);
      free(view, L.WORDS << 2);
    },
    clear: clearSuper,
    children: (view, visit) => visitFields(view, L.TYPE, L.OBJECT_TYPE, visit),
    hash: identityHash,
    repr: reprSuper,
    create: createSuper,
    initialize: initSuper,
    getAttribute: getSuperAttribute,
    descriptorGet: bindView,
  },
  getset: [
    readOnlyField('__thisclass__', L.TYPE),
    readOnlyField('__self__', L.OBJECT),
    {
      name: '__self_class__',
      get(view) {
        const start = fieldOrZero(view, L.OBJECT_TYPE);
        return start === 0 ? S.NONE : start;
      },
    },
  ],
});
