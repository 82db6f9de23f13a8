// @hot LOAD_ATTR and STORE_ATTR when the inline cache does not know: a table of this isolate by type
// version, shape and name, for places that see several classes; then the full lookup, which fills both.
// What is remembered holds as long as the version does, so nothing in it is counted; a value is counted
// with `tryIncref` and the version looked at again (typeLookup.ts).

import { CodeFlag } from '../../bytecode/code.ts';
import {
  decref,
  incref,
  lockBriefly,
  RETRY,
  readSlot,
  tryIncref,
  unlockBriefly,
} from '../../executors/policy.ts';
import { T } from '../../heap/builtinTypes.ts';
import {
  type Address,
  CodeLayout as C,
  FunctionLayout as F,
  Frame,
  GetSetLayout,
  Header,
  InstanceLayout,
  MemberLayout,
  ModuleLayout,
  PropertyLayout,
  ShapeLayout,
  Thread,
  TupleGetterLayout,
  TupleLayout,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
  WrapperLayout,
} from '../../heap/layout.ts';
import { CURRENT_THREAD, H } from '../../heap/memory.ts';
import { GETTERS } from '../../objects/define.ts';
import { dictFindName, dictKeysVersion } from '../../objects/dict.ts';
import { isSubtype } from '../../objects/protocol.ts';
import { pendingException, RAISED } from '../../objects/raise.ts';
import { flagsOf, slotsOf, slotsOfType, typeOf } from '../../objects/slots.ts';
import {
  findAttribute,
  getAttribute,
  isDataDescriptor,
  isDescriptor,
  nameMissing,
  pendNoAttribute,
  setAttribute,
} from '../attributes.ts';
import { AttributeCase, IC } from '../inlineCaches.ts';
import { HOOKED_GET, HOOKED_SET } from '../instances.ts';
import { noteType } from '../seenTypes.ts';
import { shapeCount, shapeIndex } from '../shapes.ts';
import { TUPLE_GETTER } from '../tupleGetters.ts';
import { lookup, typeVersion } from '../typeLookup.ts';

const codeName = (fp: WordIndex, index: number): Address =>
  H[H[(H[fp + Frame.CODE] >> 2) + C.NAMES] + index];

const SIZE = 2048;
/** Sixes: version, name, shape, and words 1 to 3 of an inline cache. */
const known = new Int32Array(SIZE * 6);

const entryOf = (version: number, name: Address, shape: Address): number =>
  (((version * 31) ^ (name >> 3) ^ (shape >> 2)) & (SIZE - 1)) * 6;

/** The shape that decides what an instance has of its own; 0 if it has no attributes, or a dict. */
const shapeOf = (object: Address, type: Address): Address =>
  H[(type >> 2) + TypeLayout.ATTRIBUTES] === InstanceLayout.SHAPE
    ? H[(object >> 2) + InstanceLayout.SHAPE]
    : 0;

/** The type looks attributes up as `object` does; its `__getattr__`, if any, comes afterwards. */
function isGeneric(type: Address): boolean {
  const { getAttribute: get } = slotsOfType(type);
  if (get === undefined) return true;
  return get === HOOKED_GET && (flagsOf(type) & TypeFlag.HAS_GETATTRIBUTE) === 0;
}

/** As tryLoadAttribute, but it throws what is raised. */
export function loadAttributeSlow(fp: WordIndex, arg: number, ci: number, object: Value): number {
  const outcome = tryLoadAttribute(fp, arg, ci, object);
  if (H[(H[CURRENT_THREAD] >> 2) + Thread.RESULT] === 0) throw RAISED;
  return outcome;
}

/** `getattr(object, name)`: 0, and AttributeError pending, where the ordinary lookup finds nothing. */
export function tryAttribute(object: Value, name: Address): Value {
  const type = typeOf(object);
  if (!isGeneric(type) || (flagsOf(type) & TypeFlag.HAS_GETATTR) !== 0)
    return getAttribute(object, name);
  try {
    const value = findAttribute(object, name);
    return value !== 0 ? value : pendNoAttribute(object, name);
  } catch (error) {
    if (error === RAISED) nameMissing(pendingException(), object, name);
    throw error;
  }
}

/**
 * LOAD_ATTR. Leaves the owned value in Thread.RESULT and returns 1 if it is a function to be called with
 * the object as self (only with the method flag), else 0.
 * If RESULT is 0 an exception is pending.
 */
export function tryLoadAttribute(fp: WordIndex, arg: number, ci: number, object: Value): number {
  const name = codeName(fp, arg >> 1);
  const thread = H[CURRENT_THREAD] >> 2;
  {
    const type = typeOf(object);
    // A type that has just changed has no version: it gets one now, or the entry would be another's.
    const version = typeVersion(type);
    const shape = shapeOf(object, type);
    const at = entryOf(version, name, shape);
    const isKnown = known[at] === version && known[at + 1] === name && known[at + 2] === shape;
    if (isKnown || remember(type, name, shape)) {
      const found = known[at + 3] as AttributeCase;
      fill(fp, ci, version, at);
      if (found === AttributeCase.METHOD) {
        if ((arg & 1) !== 0) {
          const fn = known[at + 4] as number;
          if (tryIncref(fn)) {
            H[thread + Thread.RESULT] = fn;
            return 1;
          }
        }
      } else if (found !== AttributeCase.PROPERTY) {
        const value = readKnown(object, type, version, shape, at);
        if (value !== 0) {
          H[thread + Thread.RESULT] = value;
          return 0;
        }
      }
    } else if (type === T.MODULE) cacheModule(ci, object, name);
    else if (type === T.TYPE) {
      cacheOfType(ci, object, name);
      if (ci !== 0 && (arg & 1) !== 0 && IC[ci] !== 0 && IC[ci + 1] === AttributeCase.TYPE_METHOD) {
        const fn = valueOfType(object, IC[ci] as number, IC[ci + 2] as number);
        if (fn !== 0) {
          H[thread + Thread.RESULT] = fn;
          return 1;
        }
      }
    } else IC[ci] = 0;
  }
  H[thread + Thread.RESULT] = tryAttribute(object, name);
  return 0;
}

function fill(fp: WordIndex, ci: number, version: number, at: number): void {
  if (ci === 0) return;
  const [, , , case_, a, b] = known.subarray(at, at + 6) as unknown as number[];
  noteType(fp, ci, [version, case_ as number, a as number, b as number]);
  IC[ci + 1] = known[at + 3] as number;
  IC[ci + 2] = known[at + 4] as number;
  IC[ci + 3] = known[at + 5] as number;
  IC[ci] = version;
}

/** What a table entry stands for, owned; 0 if it has changed meanwhile, or there is none. */
function readKnown(
  object: Address,
  type: Address,
  version: number,
  shape: Address,
  at: number,
): Value {
  const a = known[at + 4] as number;
  const o = object >> 2;
  let value: Value = RETRY;
  switch (known[at + 3] as AttributeCase) {
    case AttributeCase.INSTANCE:
      value = readSlot(
        object,
        H[o + InstanceLayout.VALUES] + 1 + (known[at + 5] as number),
        o + InstanceLayout.SHAPE,
        shape,
      );
      break;
    case AttributeCase.MEMBER:
      value = readSlot(object, o + a, o + Header.TYPE, type);
      break;
    case AttributeCase.CLASS_VALUE:
      return valueOfType(type, version, a);
    case AttributeCase.TUPLE_ITEM:
      return tupleItem(object, a);
    default:
      return 0;
  }
  return value === RETRY ? 0 : value;
}

/** The attribute of a builtin type that the function with that number computes. */
export function readComputed(fp: WordIndex, index: number, getter: number, object: Value): Value {
  try {
    return (GETTERS[getter] as (object: Address) => Value)(object);
  } catch (error) {
    if (error === RAISED) nameMissing(pendingException(), object, codeName(fp, index));
    throw error;
  }
}

/** An item of a tuple: owned, or 0 if there are not that many. */
export function tupleItem(tuple: Address, index: number): Value {
  if (index < 0 || index >= H[(tuple >> 2) + TupleLayout.LENGTH]) return 0;
  const item: Value = H[(tuple >> 2) + TupleLayout.ITEMS + index];
  incref(item);
  return item;
}

/** A value that a type (or a base of it) holds while it has the version: owned, or 0. */
export function valueOfType(type: Address, version: number, value: Value): Value {
  if (!tryIncref(value)) return 0;
  if (H[(type >> 2) + TypeLayout.VERSION] === version) return value;
  decref(value);
  return 0;
}

/** Finds out what the name is on objects of the type with the shape, and notes it. False if it can not. */
function remember(type: Address, name: Address, shape: Address): boolean {
  if (type === T.MODULE || type === T.TYPE || !isGeneric(type)) return false;
  const version = typeVersion(type);
  const found = lookup(type, name);
  try {
    const at = entryOf(version, name, shape);
    const case_ = classify(type, name, shape, found);
    if (case_ === AttributeCase.NONE) return false;
    known[at + 3] = case_;
    known[at + 4] = words[0] as number;
    known[at + 5] = words[1] as number;
    known[at + 1] = name;
    known[at + 2] = shape;
    known[at] = version;
    return H[(type >> 2) + TypeLayout.VERSION] === version;
  } finally {
    if (found !== 0) decref(found);
  }
}

/** Words 2 and 3 of what `classify` has found. */
const words = new Int32Array(2);

function give(found: AttributeCase, a: number, b: number): AttributeCase {
  words[0] = a;
  words[1] = b;
  return found;
}

function classify(type: Address, name: Address, shape: Address, found: Value): AttributeCase {
  if (found !== 0 && isDataDescriptor(found)) return classifyDescriptor(type, found);
  const index = shape === 0 ? -1 : shapeIndex(shape, name);
  if (index >= 0) return give(AttributeCase.INSTANCE, shape, index);
  // Without a shape the instance's dict may hold the name, now or later.
  if (found === 0 || (shape === 0 && H[(type >> 2) + TypeLayout.ATTRIBUTES] !== 0))
    return AttributeCase.NONE;
  const kind = typeOf(found);
  if (kind === T.FUNCTION || kind === T.METHOD_DESCRIPTOR)
    return give(AttributeCase.METHOD, found, shape);
  if (kind === T.STATICMETHOD)
    return give(AttributeCase.CLASS_VALUE, H[(found >> 2) + WrapperLayout.CALLABLE], shape);
  return isDescriptor(found) ? AttributeCase.NONE : give(AttributeCase.CLASS_VALUE, found, shape);
}

function classifyDescriptor(type: Address, found: Address): AttributeCase {
  const kind = typeOf(found);
  const q = found >> 2;
  if (kind === T.MEMBER && isSubtype(type, H[q + MemberLayout.OWNER]))
    return give(AttributeCase.MEMBER, H[q + MemberLayout.OFFSET], 0);
  if (kind === T.GETSET && isSubtype(type, H[q + GetSetLayout.OWNER]))
    return (flagsOf(type) & TypeFlag.HAS_GETATTR) === 0
      ? give(AttributeCase.COMPUTED, H[q + GetSetLayout.GETTER], 0)
      : AttributeCase.NONE;
  if (kind === TUPLE_GETTER && isSubtype(type, T.TUPLE))
    return give(AttributeCase.TUPLE_ITEM, H[q + TupleGetterLayout.INDEX] >> 1, 0);
  if (kind !== T.PROPERTY || (flagsOf(type) & TypeFlag.HAS_GETATTR) !== 0)
    return AttributeCase.NONE;
  const getter: Value = H[q + PropertyLayout.GET];
  return getter !== 0 && isPlainFunction(getter, 1)
    ? give(AttributeCase.PROPERTY, found, getter)
    : AttributeCase.NONE;
}

/** A Python function, no generator, that takes just so many arguments as they are. */
export function isPlainFunction(value: Value, count: number): boolean {
  if ((value & 1) !== 0 || typeOf(value) !== T.FUNCTION) return false;
  const code = H[(value >> 2) + F.CODE] >> 2;
  return H[code + C.SIMPLE_ARGS] === count && (H[code + C.FLAGS] & ANY_GENERATOR) === 0;
}

const ANY_GENERATOR = CodeFlag.GENERATOR;

function setCache(ci: number, version: number, found: AttributeCase, a: number, b: number): void {
  if (ci === 0) return;
  IC[ci + 1] = found;
  IC[ci + 2] = a;
  IC[ci + 3] = b;
  IC[ci] = version;
}

function cacheModule(ci: number, module: Address, name: Address): void {
  const dict = H[(module >> 2) + ModuleLayout.DICT];
  const version = dictKeysVersion(dict);
  const slot = dictFindName(dict, name);
  if (slot !== 0) setCache(ci, typeVersion(T.MODULE), AttributeCase.MODULE, version, slot);
}

/** Attributes of a type itself, where its metatype has nothing of that name. */
function cacheOfType(ci: number, type: Address, name: Address): void {
  IC[ci] = 0;
  const own = lookup(T.TYPE, name);
  if (own !== 0) return decref(own);
  const version = typeVersion(type);
  const found = lookup(type, name);
  if (found === 0) return;
  const kind = typeOf(found);
  if (kind === T.STATICMETHOD)
    setCache(ci, version, AttributeCase.TYPE_VALUE, H[(found >> 2) + WrapperLayout.CALLABLE], type);
  else if (kind === T.CLASSMETHOD) {
    const fn: Value = H[(found >> 2) + WrapperLayout.CALLABLE];
    if (typeOf(fn) === T.FUNCTION) setCache(ci, version, AttributeCase.TYPE_METHOD, fn, type);
  } else if (kind === T.CLASSMETHOD_DESCRIPTOR)
    setCache(ci, version, AttributeCase.TYPE_METHOD, found, type);
  else if (kind === T.FUNCTION || !isDescriptor(found))
    setCache(ci, version, AttributeCase.TYPE_VALUE, found, type);
  decref(found);
}

/** The full assignment of STORE_ATTR. */
export function storeAttributeSlow(
  fp: WordIndex,
  index: number,
  ci: number,
  object: Value,
  value: Value,
): void {
  const name = codeName(fp, index);
  const type = typeOf(object);
  const before = (object & 1) !== 0 ? 0 : shapeOf(object, type);
  setAttribute(object, name, value);
  const { setAttribute: set } = slotsOf(object);
  if ((object & 1) !== 0 || (set !== undefined && set !== HOOKED_SET) || ci === 0) return;
  if ((flagsOf(type) & TypeFlag.HAS_SETATTR) !== 0 || typeOf(object) !== type) return;
  const found = lookup(type, name);
  const descriptor = found !== 0 && isDataDescriptor(found) ? typeOf(found) : 0;
  const member = descriptor === T.MEMBER && isSubtype(type, H[(found >> 2) + MemberLayout.OWNER]);
  const offset = member ? H[(found >> 2) + MemberLayout.OFFSET] : 0;
  if (found !== 0) decref(found);
  if (member) setCache(ci, typeVersion(type), AttributeCase.MEMBER, offset, 0);
  if (descriptor !== 0) return;
  const shape = shapeOf(object, type);
  if (before === 0 || shape === 0) return;
  const at = shapeIndex(before, name);
  if (at >= 0) setCache(ci, typeVersion(type), AttributeCase.INSTANCE, before, at);
  else if (H[(shape >> 2) + ShapeLayout.PARENT] === before)
    setCache(ci, typeVersion(type), AttributeCase.ADD, before, shape);
}

/**
 * STORE_ATTR of a member or a new attribute, with the type's version checked. The value's reference is
 * taken if it answers true; else nothing has happened.
 */
export function storeCached(ci: number, object: Address, value: Value): boolean {
  const o = object >> 2;
  if (IC[ci + 1] === AttributeCase.MEMBER) {
    storeMember(object, o + (IC[ci + 2] as number), value);
    return true;
  }
  return storeNew(object, value, IC[ci + 2] as number, IC[ci + 3] as number, false);
}

export function storeMember(object: Address, slot: WordIndex, value: Value): void {
  lockBriefly(object);
  const old: Value = H[slot];
  H[slot] = value;
  unlockBriefly(object);
  if (old !== 0) decref(old);
}

/** Adds an attribute to an object of shape `before`, if there is room; a borrowed value is counted then. */
export function storeNew(
  object: Address,
  value: Value,
  before: Address,
  shape: Address,
  borrowed: boolean,
): boolean {
  const o = object >> 2;
  lockBriefly(object);
  if (H[o + InstanceLayout.SHAPE] === before) {
    const values = H[o + InstanceLayout.VALUES];
    const count = shapeCount(before);
    if (count < H[values]) {
      if (borrowed) incref(value);
      H[values + 1 + count] = value;
      H[o + InstanceLayout.SHAPE] = shape;
      unlockBriefly(object);
      return true;
    }
  }
  unlockBriefly(object);
  return false;
}
