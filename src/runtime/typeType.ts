// The types `type` and `object`: calling a class, attributes of classes, and what every object inherits.

import { BinaryOperator } from '../bytecode/opcodes.ts';
import { decref, free, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  AttributesLayout as A,
  type Address,
  TypeFlag as F,
  TypeLayout as L,
  TupleLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { bug, H } from '../heap/memory.ts';
import { call1 } from '../objects/calling.ts';
import { defineType } from '../objects/define.ts';
import { dictGetName, newDict } from '../objects/dict.ts';
import { isPlainException, newException } from '../objects/exceptions.ts';
import { newGenericAlias } from '../objects/genericAlias.ts';
import { newMappingProxy } from '../objects/mappingProxy.ts';
import {
  asClassMethod,
  asStaticMethod,
  noArgs,
  oneArg,
  positional,
  raw,
} from '../objects/natives.ts';
import {
  collect,
  isInstance,
  isStr,
  isSubtype,
  nameOfType,
  repr,
  str,
  typeName,
} from '../objects/protocol.ts';
import { raise, typeError } from '../objects/raise.ts';
import { flagsOf, slotsOf, slotsOfType, typeOf } from '../objects/slots.ts';
import { intern, newStr, own, toJs } from '../objects/str.ts';
import { copyToTuple } from '../objects/tuple.ts';
import { unionOf } from '../objects/unionType.ts';
import { attributeName } from './attributeName.ts';
import {
  bindDescriptor,
  findAttribute,
  genericSetAttribute,
  isDataDescriptor,
  isDescriptor,
  noAttribute,
} from './attributes.ts';
import { callWords, namedCount } from './calls.ts';
import {
  builtinBase,
  newClass,
  setBases,
  setClassAttribute,
  updateHooks,
  winnerMetaclass,
} from './classes.ts';
import { directory } from './directory.ts';
import { readOnlyMember } from './fields.ts';
import { attributesOf, initAttributes, instanceDict } from './instanceAttributes.ts';
import { newInstance, qualifiedTypeName, reprOfObject } from './instances.ts';
import { newListOf } from './lists.ts';
import { N } from './names.ts';
import { withWords } from './nativeCalls.ts';
import { invalidate, lookup, typeVersion } from './typeLookup.ts';

/** `type.__call__`: `type(x)`, or __new__ and then __init__. */
export function callType(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  if (type === T.TYPE && count === 1 && namedCount(kwNames) === 0) return own(typeOf(H[args]));
  if (type === T.TYPE && count - namedCount(kwNames) !== 3)
    return typeError('type() takes 1 or 3 arguments');
  const made = (flagsOf(type) & F.HAS_NEW) === 0 ? 0 : lookup(type, N.__new__);
  let object: Value = 0;
  if (made !== 0) {
    object = callNew(made, type, args, count, kwNames);
    decref(made);
  } else {
    object = createNative(type, args, count, kwNames);
    if (kwNames === 0 && typeOf(object) === type && isDoneByCreate(type)) return object;
  }
  if (!isInstance(object, type)) return object;
  try {
    initialize(object, args, count, kwNames);
    return object;
  } catch (error) {
    decref(object);
    throw error;
  }
}

/** Calls a Python __new__ (a staticmethod): its first argument is the class. */
function callNew(
  found: Value,
  type: Address,
  args: WordIndex,
  count: number,
  kwNames: Value,
): Value {
  const fn = isDescriptor(found) ? bindDescriptor(found, 0, type) : own(found);
  const words = new Int32Array(count + 1);
  words[0] = type;
  for (let i = 0; i < count; i++) words[i + 1] = H[args + i];
  try {
    return withWords(words, (at) => callWords(fn, at, count + 1, kwNames));
  } finally {
    decref(fn);
  }
}

/** `B.__new__(type, ...)` of a builtin type B, called as such: only if the instance's layout is B's to make. */
export function createThrough(
  native: Address,
  type: Address,
  args: WordIndex,
  count: number,
  kwNames: Value,
): Value {
  const through = `${nameOfType(native)}.__new__(${nameOfType(type)})`;
  if (!isSubtype(type, native)) {
    return typeError(`${through}: ${nameOfType(type)} is not a subtype of ${nameOfType(native)}`);
  }
  const root = builtinBase(type);
  if (slotsOfType(root).create !== slotsOfType(native).create) {
    return typeError(`${through} is not safe, use ${nameOfType(root)}.__new__()`);
  }
  return createNative(type, args, count, kwNames);
}

/** `__new__` of the nearest builtin base. */
export function createNative(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const root = builtinBase(type);
  const { create } = slotsOfType(root);
  if (create === undefined) return typeError(`cannot create '${nameOfType(type)}' instances`);
  const object = create(type, args, count, kwNames);
  if (type !== root && root !== T.OBJECT && typeOf(object) === type) adopt(object, type);
  return object;
}

/** An instance made by a builtin base's `create`: it counts its class and gets its attribute storage. */
function adopt(object: Address, type: Address): void {
  incref(type);
  const at = attributesOf(object);
  if (at !== 0 && H[at + A.SHAPE] === 0 && H[at + A.DICT] === 0) initAttributes(type, at, 0);
}

const KNOWN = 256;
/** Pairs of a class and the version for which it was found to make plain exceptions. */
const plainClasses = new Int32Array(KNOWN * 2);

/**
 * An instance of a class of exceptions that is made and initialized as its builtin base does it, which takes
 * nothing from the arguments: owned. 0, and nothing done, for any other class.
 */
export function newExceptionOf(type: Address, args: WordIndex, count: number): Value {
  const at = ((type >> 3) & (KNOWN - 1)) * 2;
  const version = H[(type >> 2) + L.VERSION];
  if (plainClasses[at] !== type || plainClasses[at + 1] !== version || version === 0) {
    if (!makesPlainExceptions(type)) return 0;
    plainClasses[at] = type;
    plainClasses[at + 1] = typeVersion(type);
  }
  const exception = newException(type, copyToTuple(args, count));
  adopt(exception, type);
  return exception;
}

function makesPlainExceptions(type: Address): boolean {
  const flags = flagsOf(type);
  const wanted = F.HEAP | F.EXCEPTION;
  return (
    (flags & (wanted | F.HAS_NEW | F.ABSTRACT)) === wanted &&
    typeOf(type) === T.TYPE &&
    isPlainException(builtinBase(type)) &&
    isDoneByCreate(type)
  );
}

/** Whether `__init__` is the native one that `create` has made superfluous. */
function isDoneByCreate(type: Address): boolean {
  const root = builtinBase(type);
  const { initialize: native, doneByCreate } = slotsOfType(root);
  if (doneByCreate === undefined || native !== doneByCreate) return false;
  if (root === type) return true;
  const init = lookup(type, N.__init__);
  if (init === 0) return false;
  decref(init);
  return typeOf(init) === T.SLOT_WRAPPER;
}

/** `type(object).__init__(object, ...)`. */
function initialize(object: Value, args: WordIndex, count: number, kwNames: Value): void {
  const type = typeOf(object);
  if ((flagsOf(type) & F.HEAP) === 0) {
    slotsOfType(type).initialize?.(object, args, count, kwNames);
    return;
  }
  const init = lookup(type, N.__init__);
  if (init === 0) return;
  const kind = typeOf(init);
  try {
    if (kind === T.SLOT_WRAPPER) {
      slotsOfType(builtinBase(type)).initialize?.(object, args, count, kwNames);
      return;
    }
    const words = new Int32Array(count + 1);
    words[0] = object;
    for (let i = 0; i < count; i++) words[i + 1] = H[args + i];
    const result =
      kind === T.FUNCTION
        ? withWords(words, (at) => callWords(init, at, count + 1, kwNames))
        : callBoundInit(init, object, type, args, count, kwNames);
    const none = result === S.NONE;
    const text = typeName(result);
    decref(result);
    if (!none) typeError(`__init__() should return None, not '${text}'`);
  } finally {
    decref(init);
  }
}

function callBoundInit(
  init: Value,
  object: Value,
  type: Address,
  args: WordIndex,
  count: number,
  kwNames: Value,
): Value {
  const bound = isDescriptor(init) ? bindDescriptor(init, object, type) : own(init);
  try {
    return callWords(bound, args, count, kwNames);
  } finally {
    decref(bound);
  }
}

/** `object.__new__`. */
function createObject(type: Address, _args: WordIndex, count: number, kwNames: Value): Value {
  const flags = flagsOf(type);
  if (count > 0 || namedCount(kwNames) > 0) {
    if ((flags & F.HAS_NEW) !== 0)
      typeError('object.__new__() takes exactly one argument (the type to instantiate)');
    const init = lookup(type, N.__init__);
    const generic = init === 0 || typeOf(init) === T.SLOT_WRAPPER;
    if (init !== 0) decref(init);
    if (generic) typeError(`${nameOfType(type)}() takes no arguments`);
  }
  if ((flags & F.ABSTRACT) !== 0) return abstractError(type);
  return newInstance(type);
}

function abstractError(type: Address): never {
  const methods = lookup(type, N.__abstractmethods__);
  const names = methods === 0 ? [] : collect(methods).map((m) => toJs(m));
  names.sort();
  const plural = names.length === 1 ? '' : 's';
  return typeError(
    `Can't instantiate abstract class ${nameOfType(type)} with abstract method${plural} ${names.join(', ')}`,
  );
}

/** `type.__getattribute__`: the metatype's data descriptors, the class and its bases, then the metatype. */
export function getTypeAttribute(type: Address, name: Address): Value {
  const metatype = typeOf(type);
  const meta = lookup(metatype, name);
  if (meta !== 0 && isDataDescriptor(meta)) {
    try {
      return bindDescriptor(meta, type, metatype);
    } finally {
      decref(meta);
    }
  }
  const found = lookup(type, name);
  if (found !== 0) {
    if (meta !== 0) decref(meta);
    if (!isDescriptor(found)) return found;
    try {
      return bindDescriptor(found, 0, type);
    } finally {
      decref(found);
    }
  }
  if (meta !== 0) {
    if (!isDescriptor(meta)) return meta;
    try {
      return bindDescriptor(meta, type, metatype);
    } finally {
      decref(meta);
    }
  }
  return noAttribute(type, name);
}

function setTypeAttribute(type: Address, name: Address, value: Value): void {
  const meta = lookup(typeOf(type), name);
  if (meta !== 0) {
    const data = isDataDescriptor(meta);
    try {
      if (data) {
        slotsOf(meta).descriptorSet?.(meta, type, value);
        return;
      }
    } finally {
      decref(meta);
    }
  }
  setClassAttribute(type, name, value);
}

/** `type(name, bases, dict, **kw)`, and `super().__new__(mcls, name, bases, ns)`. */
function createType(metatype: Address, args: WordIndex, count: number, kwNames: Value): Value {
  const named = namedCount(kwNames);
  const given = count - named;
  if (given !== 3) return typeError(`type.__new__() takes exactly 3 arguments (${given} given)`);
  const [name, bases, dict] = [H[args], H[args + 1], H[args + 2]];
  if (!isStr(name))
    return typeError(`type.__new__() argument 1 must be str, not ${typeName(name)}`);
  if (!isInstance(bases, T.TUPLE))
    return typeError(`type.__new__() argument 2 must be tuple, not ${typeName(bases)}`);
  if (!isInstance(dict, T.DICT))
    return typeError(`type.__new__() argument 3 must be dict, not ${typeName(dict)}`);
  const baseList = tupleItems(bases);
  const winner = winnerMetaclass(metatype, baseList);
  if (winner !== metatype && (flagsOf(winner) & F.HAS_NEW) !== 0) {
    // A more derived metaclass with a __new__ of its own makes the class.
    const made = lookup(winner, N.__new__);
    try {
      return callNew(made, winner, args, count, kwNames);
    } finally {
      decref(made);
    }
  }
  const names: Value[] = [];
  const values: Value[] = [];
  for (let k = 0; k < named; k++) {
    names.push(H[(kwNames >> 2) + TupleLayout.ITEMS + k]);
    values.push(H[args + given + k]);
  }
  const interned = intern(own(name));
  return newClass(winner, interned, baseList, dict, names, values);
}

const tupleItems = (tuple: Address): Address[] =>
  Array.from(
    H.subarray(
      (tuple >> 2) + TupleLayout.ITEMS,
      (tuple >> 2) + TupleLayout.ITEMS + H[(tuple >> 2) + TupleLayout.LENGTH],
    ),
  );

function reprType(type: Address): Value {
  return newStr(`<class '${qualifiedTypeName(type)}'>`);
}

function moduleOfType(type: Address): Value {
  if ((flagsOf(type) & F.HEAP) === 0) {
    const module = H[(type >> 2) + L.MODULE];
    return module === 0 ? N.builtins : module;
  }
  const found = dictGetName(H[(type >> 2) + L.DICT], N.__module__);
  return found === 0 ? N.builtins : found;
}

function setQualified(type: Address, field: L, what: string, value: Value): void {
  if ((flagsOf(type) & F.HEAP) === 0) {
    typeError(`cannot set '${what}' attribute of immutable type '${nameOfType(type)}'`);
  }
  if (value === 0) typeError(`cannot delete '${what}' attribute of type '${nameOfType(type)}'`);
  if (!isStr(value))
    typeError(`can only assign string to ${nameOfType(type)}.${what}, not '${typeName(value)}'`);
  const old = H[(type >> 2) + field];
  H[(type >> 2) + field] = own(value);
  decref(old);
}

defineType(T.OBJECT, {
  name: 'object',
  words: 4,
  flags: F.BASE_OK,
  slots: {
    dealloc: (object) =>
      typeOf(object) === T.OBJECT
        ? free(object, 16)
        : bug(`type ${nameOfType(typeOf(object))} has no dealloc`),
    create: createObject,
    initialize(object, _args, count, kwNames) {
      if (count + namedCount(kwNames) === 0) return;
      const type = typeOf(object);
      // A type that makes its own instances has taken the arguments in `create`.
      if (slotsOfType(builtinBase(type)).create !== createObject) return;
      const init = lookup(type, N.__init__);
      const overridden = typeOf(init) !== T.SLOT_WRAPPER;
      decref(init);
      if (!overridden && (flagsOf(type) & F.HAS_NEW) !== 0) return;
      const name = overridden ? 'object' : nameOfType(type);
      typeError(`${name}.__init__() takes exactly one argument (the instance to initialize)`);
    },
    repr: reprOfObject,
    // Asks the type of the object again: a class that overrides __repr__ changes str() too.
    str: repr,
    hash: (object) => ((object as number) >>> 3) | 0,
    compare: (left, right, operator) =>
      operator === 2
        ? left === right
          ? S.TRUE
          : S.NOT_IMPLEMENTED
        : operator === 3
          ? notEqual(left, right)
          : S.NOT_IMPLEMENTED,
  },
  methods: [
    oneArg('__getattribute__', (args) => {
      const name = attributeName(H[args + 1]);
      const value = findAttribute(H[args], name);
      return value !== 0 ? value : noAttribute(H[args], name);
    }),
    positional('__setattr__', 2, 2, (args) => {
      genericSetAttribute(H[args], attributeName(H[args + 1]), H[args + 2]);
      return S.NONE;
    }),
    oneArg('__delattr__', (args) => {
      genericSetAttribute(H[args], attributeName(H[args + 1]), 0);
      return S.NONE;
    }),
    oneArg('__format__', (args) => {
      if (!isStr(H[args + 1]))
        return typeError(`__format__() argument must be str, not ${typeName(H[args + 1])}`);
      const spec = toJs(H[args + 1]);
      if (spec !== '')
        return typeError(`unsupported format string passed to ${typeName(H[args])}.__format__`);
      return str(H[args]);
    }),
    noArgs('__dir__', (args) => directory(H[args])),
    noArgs('__sizeof__', (args) => ((H[(typeOf(H[args]) >> 2) + L.INSTANCE_WORDS] * 4) << 1) | 1),
    asClassMethod(raw('__init_subclass__', () => S.NONE)),
    asClassMethod(raw('__subclasshook__', () => S.NOT_IMPLEMENTED)),
  ],
  getset: [
    {
      name: '__class__',
      get: (object) => own(typeOf(object)),
      set: (object, value) => changeClass(object, value),
    },
  ],
});

/** Without __ne__, inequality is what __eq__ does not say. */
function notEqual(left: Value, right: Value): Value {
  const { compare } = slotsOf(left);
  const result = compare === undefined ? S.NOT_IMPLEMENTED : compare(left, right, 2);
  if (result === S.NOT_IMPLEMENTED) return S.NOT_IMPLEMENTED;
  const truth =
    result === S.TRUE || (result !== S.FALSE && slotsOf(result).truth?.(result) !== false);
  decref(result);
  return truth ? S.FALSE : S.TRUE;
}

function changeClass(object: Address, type: Value): void {
  if (type === 0) typeError("can't delete __class__ attribute");
  if (!isInstance(type, T.TYPE))
    typeError(`__class__ must be set to a class, not '${typeName(type)}' object`);
  const old = typeOf(object);
  if ((flagsOf(old) & flagsOf(type) & F.HEAP) === 0) {
    typeError('__class__ assignment only supported for mutable types or ModuleType subclasses');
  }
  const compatible =
    H[(old >> 2) + L.ATTRIBUTES] === H[(type >> 2) + L.ATTRIBUTES] &&
    H[(old >> 2) + L.INSTANCE_WORDS] === H[(type >> 2) + L.INSTANCE_WORDS];
  if (!compatible) {
    typeError(
      `__class__ assignment: '${nameOfType(type)}' object layout differs from '${nameOfType(old)}'`,
    );
  }
  const at = attributesOf(object);
  if (at !== 0) instanceDict(object, at);
  incref(type);
  H[(object >> 2) + 3] = type;
  decref(old);
}

defineType(T.TYPE, {
  name: 'type',
  words: L.WORDS,
  flags: F.BASE_OK | F.TYPE,
  slots: {
    call: callType,
    create: createType,
    initialize() {},
    repr: reprType,
    getAttribute: getTypeAttribute,
    setAttribute: setTypeAttribute,
    subscript: subscriptType,
    hash: (type) => ((type as number) >>> 3) | 0,
    dealloc(type) {
      // Classes are freed by the collector only; a refused one is left to it.
      invalidate(type);
    },
    binary: (operator, left, right) =>
      operator === BinaryOperator.OR ? unionOf(left, right) : S.NOT_IMPLEMENTED,
  },
  methods: [
    noArgs('mro', (args) => newListOf(tupleItems(H[(H[args] >> 2) + L.MRO]).map(own))),
    noArgs('__subclasses__', (args) => {
      const list = H[(H[args] >> 2) + L.SUBCLASSES];
      return newListOf(list === 0 ? [] : collect(list));
    }),
    oneArg('__instancecheck__', (args) => (isInstance(H[args + 1], H[args]) ? S.TRUE : S.FALSE)),
    oneArg('__subclasscheck__', (args) =>
      isInstance(H[args + 1], T.TYPE)
        ? isSubtype(H[args + 1], H[args])
          ? S.TRUE
          : S.FALSE
        : typeError('issubclass() arg 1 must be a class'),
    ),
    asStaticMethod(raw('__prepare__', () => emptyDict())),
    noArgs('__dir__', (args) => directory(H[args])),
  ],
  getset: [
    {
      name: '__name__',
      get: (type) => own(H[(type >> 2) + L.NAME]),
      set: (type, v) => setQualified(type, L.NAME, '__name__', v),
    },
    {
      name: '__qualname__',
      get: (type) => own(H[(type >> 2) + L.QUALNAME]),
      set: (type, v) => setQualified(type, L.QUALNAME, '__qualname__', v),
    },
    {
      name: '__module__',
      get: moduleOfType,
      set: (type, v) => setClassAttribute(type, N.__module__, v),
    },
    { name: '__bases__', get: (type) => own(H[(type >> 2) + L.BASES]), set: setBases },
    {
      name: '__base__',
      get: (type) => (H[(type >> 2) + L.BASE] === 0 ? S.NONE : own(H[(type >> 2) + L.BASE])),
    },
    readOnlyMember('__mro__', (type) => own(H[(type >> 2) + L.MRO])),
    { name: '__dict__', get: (type) => newMappingProxy(H[(type >> 2) + L.DICT]) },
    {
      name: '__doc__',
      get: docOfType,
      set: (type, v) => setClassAttribute(type, N.__doc__, v),
    },
    {
      name: '__abstractmethods__',
      get: (type) => {
        const found = dictGetName(H[(type >> 2) + L.DICT], N.__abstractmethods__);
        return found !== 0 ? found : raise('AttributeError', '__abstractmethods__');
      },
      set: (type, v) => {
        setClassAttribute(type, N.__abstractmethods__, v);
        updateHooks(type);
      },
    },
    {
      name: '__annotations__',
      get: annotationsOfType,
      set: (type, v) => setClassAttribute(type, N.__annotations__, v),
    },
  ],
});

/** `C[item]`: the metatype's __getitem__ has been tried by heap slots; then __class_getitem__ (PEP 560). */
function subscriptType(type: Address, item: Value): Value {
  if (type === T.TYPE) return newGenericAlias(type, item);
  const hook = lookup(type, N.__class_getitem__);
  if (hook === 0) return typeError(`type '${nameOfType(type)}' is not subscriptable`);
  const bound = isDescriptor(hook) ? bindDescriptor(hook, 0, type) : own(hook);
  decref(hook);
  try {
    return call1(bound, item);
  } finally {
    decref(bound);
  }
}

function docOfType(type: Address): Value {
  const doc = H[(type >> 2) + L.DICT] === 0 ? 0 : dictGetName(H[(type >> 2) + L.DICT], N.__doc__);
  return doc === 0 ? S.NONE : doc;
}

function annotationsOfType(type: Address): Value {
  const found = dictGetName(H[(type >> 2) + L.DICT], N.__annotations__);
  if (found !== 0) return found;
  if ((flagsOf(type) & F.HEAP) === 0) {
    return raise(
      'AttributeError',
      `type object '${nameOfType(type)}' has no attribute '__annotations__'`,
    );
  }
  const annotations = emptyDict();
  setClassAttribute(type, N.__annotations__, annotations);
  return annotations;
}

const emptyDict = (): Value => newDict();
