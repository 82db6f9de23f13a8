// The type property: a data descriptor that calls Python functions. Instances of subclasses have
// attribute storage behind these words; a docstring taken from the getter goes there then.

import { decref, free } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  PropertyLayout as P,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { call1, call2, callWith } from '../objects/calling.ts';
import { defineType } from '../objects/define.ts';
import { type NativeSpec, oneArg, raw } from '../objects/natives.ts';
import { newClearedObject } from '../objects/object.ts';
import { isInstance, isTrueOwned, reprJs } from '../objects/protocol.ts';
import { raise, typeError } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { own, toJs } from '../objects/str.ts';
import { getAttributeOrZero, setAttribute } from './attributes.ts';
import { parseNamed } from './constructorArguments.ts';
import {
  clearField,
  clearFields,
  fieldOrNone,
  fieldOrZero,
  identityHash,
  readOnlyField,
  setField,
  visitFields,
} from './fields.ts';
import { N } from './names.ts';

function createProperty(type: Address): Value {
  return newClearedObject(type, H[(type >> 2) + TypeLayout.INSTANCE_WORDS]);
}

/** `property(fget=None, fset=None, fdel=None, doc=None)`. */
function initProperty(property: Address, args: WordIndex, count: number, kwNames: Value): void {
  const given = parseNamed('property', ['fget', 'fset', 'fdel', 'doc'], args, count, kwNames);
  const [get = S.NONE, set = S.NONE, remove = S.NONE, doc = S.NONE] = given;
  const part = (field: P, value: Value): void =>
    setField(property, field, value === S.NONE ? 0 : value);
  part(P.GET, get);
  part(P.SET, set);
  part(P.DELETE, remove);
  part(P.DOC, doc);
  H[(property >> 2) + P.GETTER_DOC] = 0;
  if (doc === S.NONE && get !== S.NONE) takeDoc(property, get);
}

function takeDoc(property: Address, getter: Value): void {
  const doc = getAttributeOrZero(getter, N.__doc__);
  if (doc === 0) return;
  try {
    if (typeOf(property) === T.PROPERTY) setField(property, P.DOC, doc);
    else setAttribute(property, N.__doc__, doc);
    H[(property >> 2) + P.GETTER_DOC] = 1;
  } finally {
    decref(doc);
  }
}

function clearProperty(property: Address): void {
  clearFields(property, P.GET, P.DOC);
  clearField(property, P.NAME);
}

function getProperty(property: Address, object: Value): Value {
  if (object === 0) return own(property);
  const getter = fieldOrZero(property, P.GET);
  if (getter === 0) return cannot(property, object, 'getter');
  try {
    return call1(getter, object);
  } finally {
    decref(getter);
  }
}

function setProperty(property: Address, object: Value, value: Value): void {
  const fn = fieldOrZero(property, value === 0 ? P.DELETE : P.SET);
  if (fn === 0) return cannot(property, object, value === 0 ? 'deleter' : 'setter');
  try {
    decref(value === 0 ? call1(fn, object) : call2(fn, object, value));
  } finally {
    decref(fn);
  }
}

function cannot(property: Address, object: Value, what: string): never {
  const name = fieldOrZero(property, P.NAME);
  const shown = name === 0 ? '' : `${reprJs(name)} `;
  if (name !== 0) decref(name);
  const type = toJs(H[(typeOf(object) >> 2) + TypeLayout.QUALNAME]);
  return raise('AttributeError', `property ${shown}of '${type}' object has no ${what}`);
}

/** `getter`, `setter` and `deleter`: a copy with one function replaced. */
function copyWith(name: string, field: P): NativeSpec {
  return oneArg(name, (args) => {
    const property = H[args];
    const fn = H[args + 1];
    const type = typeOf(property);
    const fromGetter = H[(property >> 2) + P.GETTER_DOC] !== 0;
    const parts = [P.GET, P.SET, P.DELETE, P.DOC].map((part) =>
      part === field && fn !== S.NONE ? own(fn) : fieldOrNone(property, part),
    );
    if (fromGetter && parts[0] !== S.NONE) {
      decref(parts[3] as Value);
      parts[3] = S.NONE;
    }
    try {
      const copy = callWith(type, parts);
      if (isInstance(copy, T.PROPERTY)) {
        const own = fieldOrZero(property, P.NAME);
        setField(copy, P.NAME, own);
        if (own !== 0) decref(own);
      }
      return copy;
    } finally {
      for (const part of parts) decref(part);
    }
  });
}

function isAbstract(property: Address): Value {
  for (const part of [P.GET, P.SET, P.DELETE]) {
    const fn = fieldOrZero(property, part);
    if (fn === 0) continue;
    try {
      if (isAbstractFunction(fn)) return S.TRUE;
    } finally {
      decref(fn);
    }
  }
  return S.FALSE;
}

/** True if `value.__isabstractmethod__` is there and true. */
export function isAbstractFunction(value: Value): boolean {
  const mark = getAttributeOrZero(value, N.__isabstractmethod__);
  return mark !== 0 && isTrueOwned(mark);
}

defineType(T.PROPERTY, {
  name: 'property',
  words: P.WORDS,
  flags: TypeFlag.BASE_OK,
  slots: {
    dealloc(property) {
      clearProperty(property);
      free(property, P.WORDS << 2);
    },
    clear: clearProperty,
    children: (property, visit) => visitFields(property, P.GET, P.NAME, visit),
    hash: identityHash,
    create: createProperty,
    initialize: initProperty,
    descriptorGet: getProperty,
    descriptorSet: setProperty,
  },
  methods: [
    copyWith('getter', P.GET),
    copyWith('setter', P.SET),
    copyWith('deleter', P.DELETE),
    raw('__set_name__', (args, count) => {
      if (count !== 2) {
        return typeError(`__set_name__() takes 2 positional arguments but ${count} were given`);
      }
      setField(H[args], P.NAME, H[args + 2]);
      return S.NONE;
    }),
  ],
  getset: [
    readOnlyField('fget', P.GET),
    readOnlyField('fset', P.SET),
    readOnlyField('fdel', P.DELETE),
    {
      name: '__doc__',
      get: (property) => fieldOrNone(property, P.DOC),
      set: (property, value) => setField(property, P.DOC, value),
    },
    { name: '__isabstractmethod__', get: isAbstract },
  ],
});
