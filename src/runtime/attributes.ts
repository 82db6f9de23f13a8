// Attribute access as `object.__getattribute__` and `__setattr__` define it: data descriptors of the
// type, then the instance's own attributes, then the rest of the type. Names are interned strings.

import { decref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, TypeFlag, TypeLayout, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { getDetail } from '../objects/exceptionDetails.ts';
import { newPlainException, setExceptionAttribute } from '../objects/exceptions.ts';
import { isSubtype, nameOfType, typeName } from '../objects/protocol.ts';
import { pend, pendingException, RAISED, raiseObject, takePending } from '../objects/raise.ts';
import { flagsOf, slotsOf, slotsOfType, typeOf } from '../objects/slots.ts';
import { newStr, staticName, toJs } from '../objects/str.ts';
import { concatStr } from '../objects/strBuild.ts';
import {
  attributesOf,
  deleteOwnAttribute,
  ownAttribute,
  setOwnAttribute,
} from './instanceAttributes.ts';
import { N } from './names.ts';
import { lookup } from './typeLookup.ts';

/** True if an object found in a type binds itself on access (has __get__). */
export function isDescriptor(value: Value): boolean {
  if ((value & 1) !== 0) return false;
  const type = typeOf(value);
  const flags = flagsOf(type);
  if ((flags & TypeFlag.HEAP) !== 0) return (flags & TypeFlag.HAS_GET) !== 0;
  return slotsOfType(type).descriptorGet !== undefined;
}

/** True if it also handles assignment (has __set__ or __delete__), and so goes before instance attributes. */
export function isDataDescriptor(value: Value): boolean {
  if ((value & 1) !== 0) return false;
  const type = typeOf(value);
  const flags = flagsOf(type);
  if ((flags & TypeFlag.HEAP) !== 0) return (flags & TypeFlag.HAS_SET) !== 0;
  return slotsOfType(type).descriptorSet !== undefined;
}

/** `descriptor.__get__(object, type)`: owned. object 0 for access through the type. */
export const bindDescriptor = (descriptor: Value, object: Value, type: Address): Value =>
  (slotsOf(descriptor).descriptorGet as NonNullable<ReturnType<typeof slotsOf>['descriptorGet']>)(
    descriptor,
    object,
    type,
  );

/** Generic attribute lookup: owned, or 0 if there is none. Getters may raise. */
export function findAttribute(object: Value, name: Address): Value {
  const type = typeOf(object);
  const found = lookup(type, name);
  if (found !== 0 && isDataDescriptor(found) && isDescriptor(found)) {
    return consumeBind(found, object, type);
  }
  if ((object & 1) === 0) {
    const at = attributesOf(object);
    if (at !== 0) {
      const value = ownAttribute(object, at, name);
      if (value !== 0) {
        if (found !== 0) decref(found);
        return value;
      }
    }
  }
  if (found !== 0 && isDescriptor(found)) return consumeBind(found, object, type);
  return found;
}

/** Binds an owned descriptor and releases it. */
function consumeBind(descriptor: Value, object: Value, type: Address): Value {
  try {
    return bindDescriptor(descriptor, object, type);
  } finally {
    decref(descriptor);
  }
}

/** `getattr(object, name)`: owned; raises AttributeError. */
export function getAttribute(object: Value, name: Address): Value {
  const slot = slotsOf(object).getAttribute;
  try {
    if (slot !== undefined) return slot(object, name);
    const value = findAttribute(object, name);
    return value !== 0 ? value : noAttribute(object, name);
  } catch (error) {
    if (error === RAISED) nameMissing(pendingException(), object, name);
    throw error;
  }
}

/** An AttributeError that does not say which attribute of what, as Python code raises it, is told. */
export function nameMissing(exception: Address, object: Value, name: Address): void {
  if (exception === 0 || !isAttributeError(exception)) return;
  for (const detail of [N.name, N.obj]) {
    const known = getDetail(exception, detail);
    if (known === 0) continue;
    decref(known);
    if (known !== S.NONE) return;
  }
  setExceptionAttribute(exception, N.name, name);
  setExceptionAttribute(exception, N.obj, object);
}

/** As getAttribute, but 0 instead of AttributeError. */
export function getAttributeOrZero(object: Value, name: Address): Value {
  const slot = slotsOf(object).getAttribute;
  try {
    // A getter may raise AttributeError too, a property for one.
    return slot === undefined ? findAttribute(object, name) : slot(object, name);
  } catch (error) {
    if (error !== RAISED) throw error;
    const exception = takePending();
    if (isAttributeError(exception)) {
      decref(exception);
      return 0;
    }
    return raiseObject(exception);
  }
}

export const attributeErrorType: { address: Address } = { address: 0 };
export const isAttributeError = (exception: Address): boolean =>
  isSubtype(typeOf(exception), attributeErrorType.address);

/** Raises AttributeError in CPython's words, with `name` and `obj` set. */
export const noAttribute = (object: Value, name: Address): never =>
  attributeError(noAttributeText(object, name), object, name);

/** As noAttribute, without throwing: 0. */
export const pendNoAttribute = (object: Value, name: Address): Value =>
  pend(attributeErrorWith(noAttributeStr(object, name), object, name));

const QUOTE = staticName("'");
const HAS_NO = staticName("' object has no attribute '");

/** noAttributeText as a str, put together without a JavaScript string. */
function noAttributeStr(object: Value, name: Address): Address {
  const type = typeOf(object);
  if (type === T.TYPE || (flagsOf(type) & TypeFlag.TYPE) !== 0)
    return newStr(noAttributeText(object, name));
  let text = concatStr(QUOTE, H[(type >> 2) + TypeLayout.NAME]);
  for (const part of [HAS_NO, name, QUOTE]) {
    const longer = concatStr(text, part);
    decref(text);
    text = longer;
  }
  return text;
}

const noAttributeText = (object: Value, name: Address): string =>
  typeOf(object) !== T.TYPE && (flagsOf(typeOf(object)) & TypeFlag.TYPE) === 0
    ? `'${typeName(object)}' object has no attribute '${toJs(name)}'`
    : `type object '${nameOfType(object)}' has no attribute '${toJs(name)}'`;

export const attributeError = (text: string, object: Value, name: Address): never =>
  raiseObject(newAttributeError(text, object, name));

const newAttributeError = (text: string, object: Value, name: Address): Address =>
  attributeErrorWith(newStr(text), object, name);

/** `text` is taken over. */
function attributeErrorWith(text: Address, object: Value, name: Address): Address {
  const exception = newPlainException(attributeErrorType.address, text);
  setExceptionAttribute(exception, N.name, name);
  setExceptionAttribute(exception, N.obj, object);
  return exception;
}

/** `setattr(object, name, value)`; value 0 deletes. */
export function setAttribute(object: Value, name: Address, value: Value): void {
  const slot = slotsOf(object).setAttribute;
  if (slot !== undefined) slot(object, name, value);
  else genericSetAttribute(object, name, value);
}

/** `object.__setattr__` and `object.__delattr__`. */
export function genericSetAttribute(object: Value, name: Address, value: Value): void {
  const type = typeOf(object);
  const found = lookup(type, name);
  if (found !== 0) {
    try {
      if (isDataDescriptor(found)) {
        slotsOf(found).descriptorSet?.(found, object, value);
        return;
      }
    } finally {
      decref(found);
    }
  }
  const at = (object & 1) !== 0 ? 0 : attributesOf(object);
  if (at === 0) return cannotSet(object, name, found !== 0);
  if (value !== 0) setOwnAttribute(object, at, name, value);
  else if (!deleteOwnAttribute(object, at, name)) noOwnAttribute(object, name);
}

function cannotSet(object: Value, name: Address, exists: boolean): never {
  const text = exists
    ? `'${typeName(object)}' object attribute '${toJs(name)}' is read-only`
    : `'${typeName(object)}' object has no attribute '${toJs(name)}'`;
  return attributeError(text, object, name);
}

function noOwnAttribute(object: Value, name: Address): never {
  return attributeError(
    `'${typeName(object)}' object has no attribute '${toJs(name)}'`,
    object,
    name,
  );
}
