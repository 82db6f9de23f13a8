// What attribute access makes of functions: bound methods of Python functions, and the objects that
// stand for natives (objects/natives.ts). A bound method asks its function for attributes that are not
// its own. A native is one of
//
//   builtin_function_or_method   a function of a module, or a native method bound to SELF
//   method_descriptor            `list.append`, found in a type's dict; binding gives the former
//   wrapper_descriptor           `list.__len__`, derived from a slot; binds likewise
//   classmethod_descriptor       `dict.fromkeys` in dict's dict; binds to the type
//
// OWNER is a builtin type, which is immortal and not counted; NAME and SELF are counted.

import { CompareOperator } from '../bytecode/opcodes.ts';
import { decref, free, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  NativeLayout as L,
  MethodLayout as M,
  Machine,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H, MACHINE } from '../heap/memory.ts';
import { defineType, type GetSetSpec, moduleOfNative, staticType } from '../objects/define.ts';
import { dictGet } from '../objects/dict.ts';
import { NATIVES } from '../objects/natives.ts';
import { newObject } from '../objects/object.ts';
import {
  equals,
  hash,
  isStr,
  isSubtype,
  nameOfType,
  reprJs,
  typeName,
} from '../objects/protocol.ts';
import { typeError } from '../objects/raise.ts';
import { flagsOf, typeOf } from '../objects/slots.ts';
import { internJs, newStr, own, toJs } from '../objects/str.ts';
import { bindDescriptor, getAttribute, getAttributeOrZero, isDescriptor } from './attributes.ts';
import { callBoundNative, callWords, isCallable, namedCount } from './calls.ts';
import {
  addressText,
  clearField,
  clearFields,
  identityHash,
  readOnlyField,
  readOnlyMember,
  visitFields,
} from './fields.ts';
import { N } from './names.ts';
import { lookup } from './typeLookup.ts';

/** `fn` bound to `self` (both borrowed): owned. */
export function newMethod(fn: Value, self: Value): Address {
  const method = newObject(T.METHOD, M.WORDS);
  incref(fn);
  incref(self);
  H[(method >> 2) + M.FUNCTION] = fn;
  H[(method >> 2) + M.SELF] = self;
  return method;
}

const functionOf = (method: Address): Value => H[(method >> 2) + M.FUNCTION];
const selfOf = (method: Address): Value => H[(method >> 2) + M.SELF];

function reprMethod(method: Address): Value {
  const name =
    textOf(functionOf(method), N.__qualname__) ?? textOf(functionOf(method), N.__name__) ?? '?';
  return newStr(`<bound method ${name} of ${reprJs(selfOf(method))}>`);
}

function textOf(object: Value, name: Address): string | undefined {
  const value = getAttributeOrZero(object, name);
  if (value === 0) return undefined;
  const text = isStr(value) ? toJs(value) : undefined;
  decref(value);
  return text;
}

/** Attributes of the type method first, then those of the function. */
function getMethodAttribute(method: Address, name: Address): Value {
  const found = lookup(T.METHOD, name);
  if (found === 0) return getAttribute(functionOf(method), name);
  if (!isDescriptor(found)) return found;
  try {
    return bindDescriptor(found, method, T.METHOD);
  } finally {
    decref(found);
  }
}

/** Equal if they bind equal functions to the identical object. */
function compareMethods(left: Value, right: Value, operator: CompareOperator): Value {
  if (operator !== CompareOperator.EQ && operator !== CompareOperator.NE) return S.NOT_IMPLEMENTED;
  if (typeOf(left) !== T.METHOD || typeOf(right) !== T.METHOD) return S.NOT_IMPLEMENTED;
  const same = selfOf(left) === selfOf(right) && equals(functionOf(left), functionOf(right));
  return same === (operator === CompareOperator.EQ) ? S.TRUE : S.FALSE;
}

function createMethod(_type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  if (namedCount(kwNames) > 0) return typeError('method() takes no keyword arguments');
  if (count !== 2) return typeError(`method expected 2 arguments, got ${count}`);
  if (!isCallable(H[args])) return typeError('first argument must be callable');
  if (H[args + 1] === S.NONE) return typeError('instance must not be None');
  return newMethod(H[args], H[args + 1]);
}

function clearMethod(method: Address): void {
  clearFields(method, M.FUNCTION, M.SELF);
}

defineType(T.METHOD, {
  name: 'method',
  words: M.WORDS,
  slots: {
    dealloc(method) {
      clearMethod(method);
      free(method, M.WORDS << 2);
    },
    clear: clearMethod,
    children: (method, visit) => visitFields(method, M.FUNCTION, M.SELF, visit),
    hash: (method) => identityHash(selfOf(method)) ^ hash(functionOf(method)),
    compare: compareMethods,
    repr: reprMethod,
    call: callWords,
    create: createMethod,
    getAttribute: getMethodAttribute,
    descriptorGet: (method) => own(method),
  },
  getset: [
    readOnlyField('__func__', M.FUNCTION),
    readOnlyField('__self__', M.SELF),
    {
      name: '__doc__',
      get: (method) => getAttribute(functionOf(method), N.__doc__),
    },
  ],
});

/**
 * An object of one of the four native types for NATIVES[id]: owned, bound to nothing. `owner` is the
 * builtin type whose method it is, 0 for functions of modules.
 */
export function newNative(id: number, name: string, owner: Address, type: Address): Address {
  const native = newObject(type, L.WORDS);
  const n = native >> 2;
  H[n + L.ID] = id;
  H[n + L.SELF] = 0;
  H[n + L.NAME] = internJs(name);
  H[n + L.OWNER] = owner;
  return native;
}

/** A native method bound to an object (both borrowed): owned. */
export function bindNative(native: Address, self: Value): Address {
  const bound = newObject(typeOf(native) === T.SLOT_WRAPPER ? METHOD_WRAPPER : T.NATIVE, L.WORDS);
  const b = bound >> 2;
  const n = native >> 2;
  incref(self);
  H[b + L.ID] = H[n + L.ID];
  H[b + L.SELF] = self;
  H[b + L.NAME] = own(H[n + L.NAME]);
  H[b + L.OWNER] = H[n + L.OWNER];
  return bound;
}

/** What a slot wrapper becomes when it is bound: a native of a type of its own. */
const METHOD_WRAPPER = staticType();

const nativeName = (native: Address): string => toJs(H[(native >> 2) + L.NAME]);
const ownerOf = (native: Address): Address => H[(native >> 2) + L.OWNER];
const boundSelf = (native: Address): Value => H[(native >> 2) + L.SELF];
const isType = (value: Value): boolean => (flagsOf(typeOf(value)) & TypeFlag.TYPE) !== 0;
const qualnameOfType = (type: Address): string => toJs(H[(type >> 2) + TypeLayout.QUALNAME]);

/** What a bound native was looked up on; for static methods, their type. 0 for functions of modules. */
const subject = (native: Address): Value => {
  const self = boundSelf(native);
  return self !== 0 ? self : ownerOf(native);
};

function clearNative(native: Address): void {
  clearField(native, L.SELF);
}

function deallocNative(native: Address): void {
  clearNative(native);
  clearField(native, L.NAME);
  free(native, L.WORDS << 2);
}

function reprNative(native: Address): Value {
  const name = nativeName(native);
  const self = subject(native);
  if (self === 0) return newStr(`<built-in function ${name}>`);
  const of = `of ${typeName(self)} object at ${addressText(self)}>`;
  return newStr(
    typeOf(native) === METHOD_WRAPPER
      ? `<method-wrapper '${name}' ${of}`
      : `<built-in method ${name} ${of}`,
  );
}

const moduleName = (native: Address): string | undefined => moduleOfNative(H[(native >> 2) + L.ID]);

function moduleOf(native: Address): Value {
  const name = moduleName(native);
  return name === undefined ? S.NONE : internJs(name);
}

function selfAttribute(native: Address): Value {
  const self = subject(native);
  if (self !== 0) return own(self);
  const modules = H[MACHINE + Machine.SYS_MODULES];
  const name = moduleName(native);
  if (modules === 0 || name === undefined) return S.NONE;
  const key = internJs(name);
  const module = dictGet(modules, key);
  decref(key);
  return module === 0 ? S.NONE : module;
}

function qualnameOfNative(native: Address): Value {
  const self = subject(native);
  if (self === 0) return own(H[(native >> 2) + L.NAME]);
  return newStr(`${qualnameOfType(isType(self) ? self : typeOf(self))}.${nativeName(native)}`);
}

function compareNatives(left: Value, right: Value, operator: CompareOperator): Value {
  if (operator !== CompareOperator.EQ && operator !== CompareOperator.NE) return S.NOT_IMPLEMENTED;
  if (typeOf(left) !== typeOf(right)) return S.NOT_IMPLEMENTED;
  const same =
    H[(left >> 2) + L.ID] === H[(right >> 2) + L.ID] && boundSelf(left) === boundSelf(right);
  return same === (operator === CompareOperator.EQ) ? S.TRUE : S.FALSE;
}

const docOf = (native: Address): Value => {
  const { doc } = NATIVES[H[(native >> 2) + L.ID]] as { doc: string };
  return doc === '' ? S.NONE : newStr(doc);
};

const NATIVE_ATTRIBUTES: readonly GetSetSpec[] = [
  { name: '__name__', get: (native) => own(H[(native >> 2) + L.NAME]) },
  { name: '__doc__', get: docOf },
  { name: '__text_signature__', get: () => S.NONE },
];

/** What bound natives have in common, whether from a module or from a type. */
const BOUND_NATIVE_SLOTS = {
  dealloc: deallocNative,
  clear: clearNative,
  children: (native: Address, visit: (value: Value) => void) =>
    visitFields(native, L.SELF, L.NAME, visit),
  hash: (native: Address) => identityHash(boundSelf(native)) ^ (H[(native >> 2) + L.ID] * 31),
  compare: compareNatives,
  repr: reprNative,
};

defineType(T.NATIVE, {
  name: 'builtin_function_or_method',
  words: L.WORDS,
  slots: {
    ...BOUND_NATIVE_SLOTS,
    call: callWords,
    create: undefined,
  },
  getset: [
    ...NATIVE_ATTRIBUTES,
    { name: '__qualname__', get: qualnameOfNative },
    { name: '__self__', get: selfAttribute },
    readOnlyMember('__module__', moduleOf),
  ],
});

const qualnameOfDescriptor = (native: Address): Value =>
  newStr(`${qualnameOfType(ownerOf(native))}.${nativeName(native)}`);

defineType(METHOD_WRAPPER, {
  name: 'method-wrapper',
  words: L.WORDS,
  slots: {
    ...BOUND_NATIVE_SLOTS,
    call: callBoundNative,
    create: undefined,
  },
  getset: [
    ...NATIVE_ATTRIBUTES,
    { name: '__qualname__', get: qualnameOfDescriptor },
    { name: '__self__', get: selfAttribute },
    readOnlyMember('__objclass__', (native) => own(ownerOf(native))),
  ],
});

/** Binds to an instance of the owner; the descriptor itself when accessed through the type. */
function bindToObject(native: Address, object: Value): Value {
  if (object === 0) return own(native);
  const type = typeOf(object);
  const owner = ownerOf(native);
  if (type !== owner && !isSubtype(type, owner)) {
    return typeError(
      `descriptor '${nativeName(native)}' for '${nameOfType(owner)}' objects doesn't apply to a '${nameOfType(type)}' object`,
    );
  }
  return bindNative(native, object);
}

/** Binds to a type: the one accessed through, or that of the object. */
function bindToType(native: Address, object: Value, type: Address): Value {
  return bindNative(native, type !== 0 ? type : typeOf(object));
}

/** A classmethod_descriptor called as it is: its first argument is the type. */
function callUnbound(native: Value, args: WordIndex, count: number, kwNames: Value): Value {
  const owner = nameOfType(ownerOf(native));
  const name = nativeName(native);
  if (count === 0) return typeError(`descriptor '${name}' of '${owner}' object needs an argument`);
  if (!isType(H[args])) {
    return typeError(
      `descriptor '${name}' for type '${owner}' needs a type, not a '${typeName(H[args])}' as arg 2`,
    );
  }
  const bound = bindNative(native, H[args]);
  try {
    return callWords(bound, args + 1, count - 1, kwNames);
  } finally {
    decref(bound);
  }
}

function defineDescriptor(
  type: Address,
  name: string,
  kind: string,
  bind: (native: Address, object: Value, type: Address) => Value,
  call: typeof callWords,
): void {
  defineType(type, {
    name,
    words: L.WORDS,
    slots: {
      dealloc: deallocNative,
      clear: clearNative,
      children: (native, visit) => visitFields(native, L.NAME, L.NAME, visit),
      hash: identityHash,
      repr: (native) =>
        newStr(`<${kind} '${nativeName(native)}' of '${nameOfType(ownerOf(native))}' objects>`),
      call,
      create: undefined,
      descriptorGet: bind,
    },
    getset: [
      ...NATIVE_ATTRIBUTES,
      { name: '__qualname__', get: qualnameOfDescriptor },
      readOnlyMember('__objclass__', (native) => own(ownerOf(native))),
    ],
  });
}

defineDescriptor(T.METHOD_DESCRIPTOR, 'method_descriptor', 'method', bindToObject, callWords);
defineDescriptor(T.SLOT_WRAPPER, 'wrapper_descriptor', 'slot wrapper', bindToObject, callWords);
defineDescriptor(
  T.CLASSMETHOD_DESCRIPTOR,
  'classmethod_descriptor',
  'method',
  bindToType,
  callUnbound,
);
