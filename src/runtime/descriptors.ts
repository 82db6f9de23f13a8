// The wrappers classmethod and staticmethod, and the descriptors that stand for words of an object:
// members (`__slots__`) and the computed attributes of builtin types (getset, objects/define.ts). The
// type property is in properties.ts.

import {
  decref,
  free,
  increfShareable,
  lock,
  lockFreeReads,
  RETRY,
  readSlot,
  unlock,
} from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  GetSetLayout as G,
  MemberLayout as M,
  TypeFlag,
  TypeLayout,
  type Value,
  WrapperLayout as W,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType, GETTERS, type GetSetSpec, SETTERS } from '../objects/define.ts';
import { dictSetName } from '../objects/dict.ts';
import { newClearedObject } from '../objects/object.ts';
import { hasFlag, isSubtype, nameOfType, reprJs, typeName } from '../objects/protocol.ts';
import { raise, typeError } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { newStr, own, toJs } from '../objects/str.ts';
import { bindDescriptor, getAttributeOrZero, isDescriptor } from './attributes.ts';
import { callWords, namedCount } from './calls.ts';
import { getWithDict, setWithDict } from './dictAttributes.ts';
import {
  clearField,
  clearFields,
  fieldDict,
  identityHash,
  readOnlyField,
  readOnlyMember,
  setField,
  typeWord,
  visitFields,
} from './fields.ts';
import { newMethod } from './methods.ts';
import { N } from './names.ts';
import { isAbstractFunction } from './properties.ts';

/** `classmethod(callable)` or `staticmethod(callable)` (type says which): owned. */
export function newWrapper(type: Address, callable: Value): Address {
  const wrapper = newClearedObject(type, W.WORDS);
  // Natives are wrapped while the types are still without attributes, which must not be looked up then.
  if (typeOf(callable) === T.NATIVE) setField(wrapper, W.CALLABLE, callable);
  else wrap(wrapper, callable);
  return wrapper;
}

const COPIED = [N.__module__, N.__name__, N.__qualname__, N.__doc__] as const;

/** Stores the callable and takes over what it says about itself, as functools.wraps would. */
function wrap(wrapper: Address, callable: Value): void {
  setField(wrapper, W.CALLABLE, callable);
  for (const name of COPIED) {
    const value = getAttributeOrZero(callable, name);
    if (value === 0) continue;
    const dict = fieldDict(wrapper, W.DICT);
    dictSetName(dict, name, value);
    decref(dict);
    decref(value);
  }
}

const createWrapper = (type: Address): Value =>
  newClearedObject(type, H[(type >> 2) + TypeLayout.INSTANCE_WORDS]);

function initWrapper(name: string) {
  return (wrapper: Address, args: WordIndex, count: number, kwNames: Value): void => {
    if (namedCount(kwNames) > 0) typeError(`${name}() takes no keyword arguments`);
    if (count !== 1) typeError(`${name} expected 1 argument, got ${count}`);
    wrap(wrapper, H[args]);
  };
}

function clearWrapper(wrapper: Address): void {
  clearFields(wrapper, W.CALLABLE, W.DICT);
}

/** Borrowed: the callable never changes once the wrapper is initialized. */
function wrapped(wrapper: Address, kind: string): Value {
  const callable: Value = H[(wrapper >> 2) + W.CALLABLE];
  return callable === 0 ? raise('RuntimeError', `uninitialized ${kind} object`) : callable;
}

/** The class is bound; a descriptor (a property, say) is asked for what it makes of the class. */
function bindToClass(wrapper: Address, object: Value, type: Address): Value {
  const owner = type !== 0 ? type : typeOf(object);
  const callable = wrapped(wrapper, 'classmethod');
  if (isDescriptor(callable)) return bindDescriptor(callable, owner, owner);
  return newMethod(callable, owner);
}

const WRAPPER_ATTRIBUTES: readonly GetSetSpec[] = [
  readOnlyField('__func__', W.CALLABLE),
  readOnlyField('__wrapped__', W.CALLABLE),
  {
    name: '__isabstractmethod__',
    get(wrapper) {
      const callable: Value = H[(wrapper >> 2) + W.CALLABLE];
      return callable !== 0 && isAbstractFunction(callable) ? S.TRUE : S.FALSE;
    },
  },
  {
    name: '__dict__',
    get: (wrapper) => fieldDict(wrapper, W.DICT),
    set(wrapper, value) {
      if (value === 0) typeError('cannot delete __dict__');
      if (!hasFlag(value, TypeFlag.DICT)) {
        typeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
      }
      setField(wrapper, W.DICT, value);
    },
  },
];

function defineWrapper(type: Address, name: string, slots: object): void {
  defineType(type, {
    name,
    words: W.WORDS,
    flags: TypeFlag.BASE_OK,
    slots: {
      dealloc(wrapper) {
        clearWrapper(wrapper);
        free(wrapper, W.WORDS << 2);
      },
      clear: clearWrapper,
      children: (wrapper, visit) => visitFields(wrapper, W.CALLABLE, W.DICT, visit),
      hash: identityHash,
      repr: (wrapper) => newStr(`<${name}(${reprJs(H[(wrapper >> 2) + W.CALLABLE])})>`),
      create: createWrapper,
      initialize: initWrapper(name),
      getAttribute: (wrapper, attribute) => getWithDict(wrapper, W.DICT, attribute),
      setAttribute: (wrapper, attribute, value) => setWithDict(wrapper, W.DICT, attribute, value),
      ...slots,
    },
    getset: WRAPPER_ATTRIBUTES,
  });
}

defineWrapper(T.CLASSMETHOD, 'classmethod', { descriptorGet: bindToClass });
defineWrapper(T.STATICMETHOD, 'staticmethod', {
  descriptorGet: (wrapper: Address) => own(wrapped(wrapper, 'staticmethod')),
  call: (wrapper: Address, args: WordIndex, count: number, kwNames: Value) =>
    callWords(wrapped(wrapper, 'staticmethod'), args, count, kwNames),
});

// Members and getsets share the words NAME and OWNER. The owner is the type in whose dict the
// descriptor lies, so it is not counted.

const nameOf = (descriptor: Address): string => toJs(H[(descriptor >> 2) + M.NAME]);
const ownerOf = (descriptor: Address): Address => H[(descriptor >> 2) + M.OWNER];

function checkObject(descriptor: Address, object: Value): void {
  const type = typeOf(object);
  const owner = ownerOf(descriptor);
  if (type === owner || isSubtype(type, owner)) return;
  typeError(
    `descriptor '${nameOf(descriptor)}' for '${nameOfType(owner)}' objects doesn't apply to a '${nameOfType(type)}' object`,
  );
}

/** Word index of the member in the object. */
const memberSlot = (member: Address, object: Address): WordIndex =>
  (object >> 2) + H[(member >> 2) + M.OFFSET];

function getMember(member: Address, object: Value): Value {
  if (object === 0) return own(member);
  checkObject(member, object);
  const value = readMember(object, memberSlot(member, object));
  if (value !== 0) return value;
  return raise(
    'AttributeError',
    `'${typeName(object)}' object has no attribute '${nameOf(member)}'`,
  );
}

function readMember(object: Address, slot: WordIndex): Value {
  if (lockFreeReads) {
    const value = readSlot(object, slot, typeWord(object), typeOf(object));
    if (value !== RETRY) return value;
  }
  lock(object);
  const value: Value = H[slot];
  if (value !== 0) increfShareable(value);
  unlock(object);
  return value;
}

function setMember(member: Address, object: Value, value: Value): void {
  checkObject(member, object);
  const slot = memberSlot(member, object);
  if (value !== 0) own(value);
  lock(object);
  const old: Value = H[slot];
  H[slot] = value;
  unlock(object);
  if (old !== 0) decref(old);
  else if (value === 0) raise('AttributeError', nameOf(member));
}

function getComputed(descriptor: Address, object: Value): Value {
  if (object === 0) return own(descriptor);
  checkObject(descriptor, object);
  const getter = GETTERS[H[(descriptor >> 2) + G.GETTER]] as (object: Address) => Value;
  return getter(object);
}

function setComputed(descriptor: Address, object: Value, value: Value): void {
  checkObject(descriptor, object);
  const setter = SETTERS[H[(descriptor >> 2) + G.SETTER]];
  if (setter === undefined) {
    const owner = nameOfType(ownerOf(descriptor));
    raise(
      'AttributeError',
      `attribute '${nameOf(descriptor)}' of '${owner}' objects is not writable`,
    );
  }
  setter(object, value);
}

function defineDescriptor(
  type: Address,
  name: string,
  kind: string,
  words: number,
  get: (descriptor: Address, object: Value) => Value,
  set: (descriptor: Address, object: Value, value: Value) => void,
): void {
  defineType(type, {
    name,
    words,
    slots: {
      dealloc(descriptor) {
        clearField(descriptor, M.NAME);
        free(descriptor, words << 2);
      },
      children: (descriptor, visit) => visitFields(descriptor, M.NAME, M.NAME, visit),
      hash: identityHash,
      repr: (descriptor) =>
        newStr(`<${kind} '${nameOf(descriptor)}' of '${nameOfType(ownerOf(descriptor))}' objects>`),
      create: undefined,
      descriptorGet: get,
      descriptorSet: set,
    },
    getset: [
      readOnlyField('__name__', M.NAME),
      {
        name: '__qualname__',
        get(descriptor) {
          const owner = toJs(H[(ownerOf(descriptor) >> 2) + TypeLayout.QUALNAME]);
          return newStr(`${owner}.${nameOf(descriptor)}`);
        },
      },
      readOnlyMember('__objclass__', (descriptor) => own(ownerOf(descriptor))),
      { name: '__doc__', get: () => S.NONE },
    ],
  });
}

defineDescriptor(T.MEMBER, 'member_descriptor', 'member', M.WORDS, getMember, setMember);
defineDescriptor(T.GETSET, 'getset_descriptor', 'attribute', G.WORDS, getComputed, setComputed);
