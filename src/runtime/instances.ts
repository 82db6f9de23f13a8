// Instances of classes made by class statements, and what the runtime does with them: one set of slots
// per builtin base, whose functions look the dunder methods up along the MRO. A method that the class
// does not override is found in the builtin base's dictionary, as a wrapper around the base's own slot,
// so overriding and inheriting need no distinction here.

import type { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { decref, free, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  AttributesLayout as A,
  type Address,
  Header,
  NativeLayout,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { callDirect, calling, callWith, DID_RAISE } from '../objects/calling.ts';
import { toBigInt, toNumber } from '../objects/int.ts';
import { newSequenceIterator } from '../objects/iterators.ts';
import { newObject } from '../objects/object.ts';
import {
  containsByIterating,
  isInt,
  isSubtype,
  isTrueOwned,
  noItemDeletion,
  hash as plainHash,
  typeName,
} from '../objects/protocol.ts';
import { RAISED, raise, raiseObject, takePending, typeError } from '../objects/raise.ts';
import {
  flagsOf,
  heapReflected,
  heapSlot,
  SLOTS,
  slotsOfType,
  type TypeSlots,
  typeOf,
  uniformSlots,
} from '../objects/slots.ts';
import { newStr, toJs } from '../objects/str.ts';
import {
  bindDescriptor,
  findAttribute,
  genericSetAttribute,
  isAttributeError,
  isDescriptor,
  noAttribute,
} from './attributes.ts';
import { COMPARISONS, FORWARD, INPLACE, REFLECTED } from './binaryNames.ts';
import { callWords, heapCallable } from './calls.ts';
import {
  attributesOf,
  clearAttributes,
  initAttributes,
  visitAttributes,
} from './instanceAttributes.ts';
import { N } from './names.ts';
import { withWords } from './nativeCalls.ts';
import { lookup } from './typeLookup.ts';
import { itemWords } from './variableSize.ts';

/** True if `C(...)` is just a block with attributes and a call of __init__. */
export function canMakePlainInstance(type: Address): boolean {
  const flags = flagsOf(type);
  return (
    (flags & TypeFlag.HEAP) !== 0 &&
    (flags & (TypeFlag.HAS_NEW | TypeFlag.ABSTRACT | BUILTIN_BASE)) === 0 &&
    H[(type >> 2) + Header.TYPE] === T.TYPE
  );
}

const BUILTIN_BASE =
  TypeFlag.INT |
  TypeFlag.STR |
  TypeFlag.BYTES |
  TypeFlag.TUPLE |
  TypeFlag.LIST |
  TypeFlag.DICT |
  TypeFlag.SET |
  TypeFlag.EXCEPTION |
  TypeFlag.TYPE |
  TypeFlag.FLOAT |
  TypeFlag.FROZENSET |
  TypeFlag.OTHER_BASE;

/** A fresh instance of a class that derives from object only: owned. */
export function newInstance(type: Address): Address {
  const q = type >> 2;
  const at = H[q + TypeLayout.ATTRIBUTES];
  const fixed = H[q + TypeLayout.INSTANCE_WORDS];
  const capacity = at > 0 ? H[q + TypeLayout.INLINE_CAPACITY] : 0;
  const object = newObject(type, fixed + capacity);
  incref(type);
  const o = object >> 2;
  for (let i = Header.WORDS; i < fixed; i++) H[o + i] = 0;
  if (at > 0) initAttributes(type, o + at, capacity);
  return object;
}

/** As newInstance, but the caller's reference to the type becomes the instance's. */
export function newInstanceOf(type: Address): Address {
  const q = type >> 2;
  const fixed = H[q + TypeLayout.INSTANCE_WORDS];
  const at = H[q + TypeLayout.ATTRIBUTES];
  if (at === 0) {
    const slim = newObject(type, fixed);
    for (let i = (slim >> 2) + Header.WORDS, end = (slim >> 2) + fixed; i < end; i++) H[i] = 0;
    return slim;
  }
  const capacity = H[q + TypeLayout.INLINE_CAPACITY];
  const object = newObject(type, fixed + capacity);
  const o = object >> 2;
  for (let i = Header.WORDS; i < fixed; i++) H[o + i] = 0;
  initAttributes(type, o + at, capacity);
  return object;
}

/** Words of an instance of a class. */
export function instanceWords(object: Address): number {
  const type = H[(object >> 2) + Header.TYPE];
  const offset = H[(type >> 2) + TypeLayout.ATTRIBUTES];
  if (offset > 0)
    return H[(type >> 2) + TypeLayout.INSTANCE_WORDS] + H[(object >> 2) + offset + A.CAPACITY];
  if (offset < 0) return itemWords(object) + A.WORDS;
  return (flagsOf(type) & TypeFlag.VARIABLE_SIZE) !== 0
    ? itemWords(object)
    : H[(type >> 2) + TypeLayout.INSTANCE_WORDS];
}

/** Releases everything an instance holds, and its block. */
function deallocInstance(
  object: Address,
  baseClear: ((object: Address) => void) | undefined,
): void {
  const words = instanceWords(object);
  const type = H[(object >> 2) + Header.TYPE];
  const at = attributesOf(object);
  if (at !== 0) clearAttributes(at);
  clearMembers(object, type);
  baseClear?.(object);
  free(object, words << 2);
  decref(type);
}

/** `__slots__` members stand between the base's layout and the attribute storage. */
function clearMembers(object: Address, type: Address): void {
  const q = type >> 2;
  const count = H[q + TypeLayout.MEMBER_COUNT];
  const end =
    H[q + TypeLayout.ATTRIBUTES] > 0
      ? H[q + TypeLayout.ATTRIBUTES]
      : H[q + TypeLayout.INSTANCE_WORDS];
  for (let i = end - count; i < end; i++) {
    const value: Value = H[(object >> 2) + i];
    H[(object >> 2) + i] = 0;
    if (value !== 0) decref(value);
  }
}

function visitInstance(object: Address, visit: (value: Value) => void): void {
  const at = attributesOf(object);
  if (at !== 0) visitAttributes(at, visit);
}

/** The dunder method bound to nothing: owned, or 0. None counts as absent only where CPython says so. */
const find = (object: Value, name: Address): Value => lookup(typeOf(object), name);

function has(object: Value, name: Address): boolean {
  const method = find(object, name);
  if (method !== 0) decref(method);
  return method !== 0;
}

/** Calls a method found in the type with self alone; consumes `method`. */
export function callMethod0(method: Value, self: Value): Value {
  if (typeOf(method) !== T.FUNCTION) return callMethod(method, self, []);
  const value = calling.direct(method, self, 0, 0, 0);
  if (value === 0) return callMethod(method, self, []);
  decref(method);
  if (value === DID_RAISE) throw RAISED;
  return value;
}

/** Likewise with one argument. */
export function callMethod1(method: Value, self: Value, argument: Value): Value {
  if (typeOf(method) !== T.FUNCTION) return callMethod(method, self, [argument]);
  const value = calling.direct(method, self, 1, argument, 0);
  if (value === 0) return callMethod(method, self, [argument]);
  decref(method);
  if (value === DID_RAISE) throw RAISED;
  return value;
}

/** Calls a method found in the type with self and arguments; consumes `method`. */
export function callMethod(method: Value, self: Value, args: readonly Value[]): Value {
  try {
    const type = typeOf(method);
    if (type === T.FUNCTION && args.length === 2) {
      const value = callDirect(method, self, 2, args[0] as Value, args[1] as Value);
      if (value !== 0) return value;
    }
    // Binding one of these and calling what comes of it is calling it with the object in front.
    if (type === T.FUNCTION || type === T.SLOT_WRAPPER || type === T.METHOD_DESCRIPTOR)
      return withWords([self, ...args], (at) => callWords(method, at, args.length + 1, 0));
    if (!isDescriptor(method)) return callWith(method, args);
    const bound = bindDescriptor(method, self, typeOf(self));
    try {
      return callWith(bound, args);
    } finally {
      decref(bound);
    }
  } finally {
    decref(method);
  }
}

function callOr(
  object: Value,
  name: Address,
  args: readonly Value[],
  otherwise: () => Value,
): Value {
  const method = find(object, name);
  return method === 0 ? otherwise() : callMethod(method, object, args);
}

function hashInstance(object: Value, inherited: ((object: Value) => number) | undefined): number {
  const method = find(object, N.__hash__);
  if (method === 0 || method === S.NONE) return typeError(`unhashable type: '${typeName(object)}'`);
  if (inherited !== undefined && typeOf(method) === T.SLOT_WRAPPER) {
    // Not overridden: the machine's own hash, which equals that of an equal value of the builtin type.
    decref(method);
    return inherited(object);
  }
  const result = callMethod0(method, object);
  if (!isInt(result)) {
    decref(result);
    return typeError('__hash__ method should return an integer');
  }
  // Fold as hash() does: modulo 2**61 - 1 through the int's own hash.
  const folded = plainHash(result);
  decref(result);
  return folded;
}

function truthInstance(object: Value): boolean {
  const method = find(object, N.__bool__);
  if (method !== 0) {
    const result = callMethod0(method, object);
    if (result !== S.TRUE && result !== S.FALSE) {
      const type = typeName(result);
      decref(result);
      return typeError(`__bool__ should return bool, returned ${type}`);
    }
    return result === S.TRUE;
  }
  const length = find(object, N.__len__);
  if (length === 0) return true;
  decref(length);
  return lengthInstance(object) !== 0;
}

function lengthInstance(object: Value): number {
  const method = find(object, N.__len__);
  if (method === 0) return typeError(`object of type '${typeName(object)}' has no len()`);
  const result = callMethod0(method, object);
  if ((result & 1) !== 0 && result > 0) return result >> 1;
  try {
    if (!isInt(result))
      return typeError(`'${typeName(result)}' object cannot be interpreted as an integer`);
    const n = toNumber(result);
    if (n < 0) return raise('ValueError', '__len__() should return >= 0');
    if (toBigInt(result) > 0x7fffffffffffffffn) {
      return raise('OverflowError', "cannot fit 'int' into an index-sized integer");
    }
    return n;
  } finally {
    decref(result);
  }
}

function compareInstance(left: Value, right: Value, operator: CompareOperator): Value {
  const method = find(left, COMPARISONS[operator] as number);
  if (method === 0 || method === S.NONE) return S.NOT_IMPLEMENTED;
  return callMethod1(method, left, right);
}

/** Both operands' methods in CPython's order; NotImplemented if nobody knows. */
function binaryInstance(operator: BinaryOperator, left: Value, right: Value): Value {
  const lt = typeOf(left);
  const rt = typeOf(right);
  const reflected = REFLECTED[operator] as number;
  const forward = FORWARD[operator] as number;
  // A builtin left operand is asked by its own slot, before or after this.
  if ((flagsOf(lt) & TypeFlag.HEAP) === 0) return tryMethod(right, reflected, left);
  if (lt !== rt && isSubtype(rt, lt) && overrides(rt, lt, reflected)) {
    const result = tryMethod(right, reflected, left);
    if (result !== S.NOT_IMPLEMENTED) return result;
    return tryMethod(left, forward, right);
  }
  const result = tryMethod(left, forward, right);
  if (result !== S.NOT_IMPLEMENTED || lt === rt) return result;
  return tryMethod(right, reflected, left);
}

heapReflected.ask = (operator, left, right) =>
  tryMethod(right, REFLECTED[operator] as number, left);

function overrides(type: Address, base: Address, name: Address): boolean {
  const own = lookup(type, name);
  if (own === 0) return false;
  const other = lookup(base, name);
  decref(own);
  if (other !== 0) decref(other);
  return own !== other;
}

function tryMethod(self: Value, name: Address, argument: Value): Value {
  const method = find(self, name);
  if (method === 0 || method === S.NONE) return S.NOT_IMPLEMENTED;
  return callMethod1(method, self, argument);
}

/**
 * The rest of a binary operator once the method of the left operand, an instance of a class, has said
 * NotImplemented: owned, or NotImplemented.
 */
export function binaryAfterLeft(operator: BinaryOperator, left: Value, right: Value): Value {
  if (typeOf(left) === typeOf(right)) return S.NOT_IMPLEMENTED;
  const result = tryMethod(right, REFLECTED[operator] as number, left);
  if (result !== S.NOT_IMPLEMENTED) return result;
  const { binary } = slotsOfType(typeOf(right));
  return binary === undefined || binary === slotsOfType(typeOf(left)).binary
    ? S.NOT_IMPLEMENTED
    : binary(operator, left, right);
}

const inplaceInstance = (operator: BinaryOperator, left: Value, right: Value): Value =>
  tryMethod(left, INPLACE[operator] as number, right);

function containsInstance(container: Value, item: Value): boolean {
  const method = find(container, N.__contains__);
  if (method === S.NONE) return typeError(`'${typeName(container)}' object is not a container`);
  if (method !== 0) return isTrueOwned(callMethod1(method, container, item));
  if (!has(container, N.__iter__) && !has(container, N.__getitem__)) {
    return typeError(`argument of type '${typeName(container)}' is not iterable`);
  }
  return containsByIterating(container, item);
}

function iterateInstance(object: Value): Value {
  const method = find(object, N.__iter__);
  if (method === S.NONE) return typeError(`'${typeName(object)}' object is not iterable`);
  if (method !== 0) {
    const iterator = callMethod0(method, object);
    if (!isIterator(iterator)) {
      const type = typeName(iterator);
      decref(iterator);
      return typeError(`iter() returned non-iterator of type '${type}'`);
    }
    return iterator;
  }
  const getItem = find(object, N.__getitem__);
  if (getItem === 0) return typeError(`'${typeName(object)}' object is not iterable`);
  decref(getItem);
  return newSequenceIterator(object);
}

export function isIterator(value: Value): boolean {
  const type = typeOf(value);
  if ((flagsOf(type) & TypeFlag.HEAP) === 0) return slotsOfType(type).next !== undefined;
  const next = lookup(type, N.__next__);
  if (next === 0) return false;
  decref(next);
  return true;
}

function nextInstance(iterator: Value): Value {
  const method = find(iterator, N.__next__);
  if (method === 0) return typeError(`'${typeName(iterator)}' object is not an iterator`);
  if (typeOf(method) === T.FUNCTION) {
    // Most loops end here with a StopIteration, which is not thrown.
    const value = calling.direct(method, iterator, 0, 0, 0);
    if (value !== 0) {
      decref(method);
      return value === DID_RAISE ? endOrRaise() : value;
    }
  }
  try {
    return callMethod(method, iterator, []);
  } catch (error) {
    if (error !== RAISED) throw error;
    return endOrRaise();
  }
}

/** Takes a pending StopIteration for the end of an iterator: 0. */
function endOrRaise(): Value {
  const exception = takePending();
  if (!isSubtype(typeOf(exception), T.STOP_ITERATION)) return raiseObject(exception);
  decref(exception);
  return 0;
}

function stringFrom(
  object: Value,
  name: Address,
  otherwise: () => Value,
  args: readonly Value[] = [],
): Value {
  return checkedString(callOr(object, name, args, otherwise), name);
}

function checkedString(result: Value, name: Address): Value {
  if ((flagsOf(typeOf(result)) & TypeFlag.STR) !== 0 && (result & 1) === 0) return result;
  const type = typeName(result);
  decref(result);
  return typeError(`${toJs(name)} returned non-string (type ${type})`);
}

/** Without a __str__ of its own an instance is what its __repr__ says. */
function strInstance(object: Value): Value {
  const method = find(object, N.__str__);
  const inherited =
    typeOf(method) === T.SLOT_WRAPPER && H[(method >> 2) + NativeLayout.OWNER] === T.OBJECT;
  if (!inherited) return checkedString(callMethod0(method, object), N.__str__);
  decref(method);
  return checkedString(
    callOr(object, N.__repr__, [], () => reprOfObject(object)),
    N.__str__,
  );
}

/** `object.__repr__`: the type and the address. */
export function reprOfObject(object: Value): Value {
  return newStr(
    `<${qualifiedTypeName(typeOf(object))} object at 0x${(object >>> 0).toString(16).padStart(12, '0')}>`,
  );
}

/** `module.Qualname`, without the module if it is builtins. */
export function qualifiedTypeName(type: Address): string {
  const qualname = toJs(H[(type >> 2) + TypeLayout.QUALNAME]);
  if ((flagsOf(type) & TypeFlag.HEAP) === 0) {
    const home = H[(type >> 2) + TypeLayout.MODULE];
    return home === 0 || home === N.builtins || qualname.includes('.')
      ? qualname
      : `${toJs(home)}.${qualname}`;
  }
  const module = lookup(type, N.__module__);
  if (module === 0) return qualname;
  const text = typeOf(module) === T.STR ? toJs(module) : '';
  decref(module);
  return text === '' || text === 'builtins' ? qualname : `${text}.${qualname}`;
}

function intFrom(object: Value, name: Address): Value {
  const result = callOr(object, name, [], () =>
    typeError(`'${typeName(object)}' object cannot be interpreted as an integer`),
  );
  if (isInt(result)) return result;
  const type = typeName(result);
  decref(result);
  return typeError(`${toJs(name)} returned non-int (type ${type})`);
}

type GetAttribute = NonNullable<TypeSlots['getAttribute']>;
type SetAttribute = NonNullable<TypeSlots['setAttribute']>;

const genericGet: GetAttribute = (object, name) => {
  const value = findAttribute(object, name);
  return value !== 0 ? value : noAttribute(object, name);
};

/** Attribute access with the class's hooks around what its builtin base does. */
function getAttributeWith(inherited: GetAttribute): GetAttribute {
  return (object, name) => {
    const flags = flagsOf(typeOf(object));
    if ((flags & (TypeFlag.HAS_GETATTR | TypeFlag.HAS_GETATTRIBUTE)) === 0)
      return inherited(object, name);
    try {
      if ((flags & TypeFlag.HAS_GETATTRIBUTE) !== 0)
        return callMethod(find(object, N.__getattribute__), object, [name]);
      return inherited(object, name);
    } catch (error) {
      if (error !== RAISED || (flags & TypeFlag.HAS_GETATTR) === 0) throw error;
      const exception = takePending();
      if (!isAttributeError(exception)) return raiseObject(exception);
      decref(exception);
    }
    return callMethod(find(object, N.__getattr__), object, [name]);
  };
}

function setAttributeWith(inherited: SetAttribute): SetAttribute {
  return (object, name, value) => {
    const flags = flagsOf(typeOf(object));
    if (value !== 0 && (flags & TypeFlag.HAS_SETATTR) !== 0) {
      decref(callMethod(find(object, N.__setattr__), object, [name, value]));
    } else if (value === 0 && (flags & TypeFlag.HAS_DELATTR) !== 0) {
      decref(callMethod(find(object, N.__delattr__), object, [name]));
    } else inherited(object, name, value);
  };
}

function callInstance(object: Value, args: WordIndex, count: number, kwNames: Value): Value {
  const method = find(object, N.__call__);
  if (method === 0) return typeError(`'${typeName(object)}' object is not callable`);
  try {
    const bound = isDescriptor(method) ? bindDescriptor(method, object, typeOf(object)) : method;
    try {
      return callWords(bound, args, count, kwNames);
    } finally {
      if (bound !== method) decref(bound);
    }
  } finally {
    decref(method);
  }
}

heapSlot.present = (type, slot) => {
  const names = slot === 'index' ? [N.__index__] : [N.__iter__, N.__getitem__];
  for (const name of names) {
    const found = lookup(type, name);
    if (found === 0) continue;
    decref(found);
    return found !== S.NONE;
  }
  return false;
};

heapCallable.test = (type) => {
  const call = lookup(type, N.__call__);
  if (call === 0) return false;
  decref(call);
  return true;
};

const UNARY = [
  ['negative', N.__neg__, '-'],
  ['positive', N.__pos__, '+'],
  ['invert', N.__invert__, '~'],
] as const;

/** Generic access with nothing but the class's own hooks around it; the flags say whether it has any. */
export const HOOKED_GET = getAttributeWith(genericGet);
export const HOOKED_SET = setAttributeWith(genericSetAttribute);

/** The method is what makes the builtin base's own slot visible: nothing has overridden it. */
const isInherited = (method: Value, slot: keyof TypeSlots, base: TypeSlots): boolean =>
  (typeOf(method) === T.SLOT_WRAPPER || typeOf(method) === T.METHOD_DESCRIPTOR) &&
  slotsOfType(H[(method >> 2) + NativeLayout.OWNER])[slot] === base[slot];

/** The slots of classes whose builtin base has `base`. */
function heapSlots(base: TypeSlots): TypeSlots {
  const slots: TypeSlots = {
    ...base,
    dealloc: (object) => deallocInstance(object, base.clear),
    children(object, visit) {
      base.children?.(object, visit);
      visitInstance(object, visit);
    },
    hash: (object) => hashInstance(object, base.hash),
    repr: (object) => stringFrom(object, N.__repr__, () => reprOfObject(object)),
    str: strInstance,
    truth: truthInstance,
    length: lengthInstance,
    compare: compareInstance,
    binary: binaryInstance,
    inplace: inplaceInstance,
    absolute: (object) =>
      callOr(object, N.__abs__, [], () =>
        typeError(`bad operand type for abs(): '${typeName(object)}'`),
      ),
    index: (object) => intFrom(object, N.__index__),
    subscript(object, key) {
      const method = find(object, N.__getitem__);
      if (method === 0) return typeError(`'${typeName(object)}' object is not subscriptable`);
      if (base.subscript === undefined || !isInherited(method, 'subscript', base))
        return callMethod1(method, object, key);
      decref(method);
      return base.subscript(object, key);
    },
    storeSubscript(object, key, value) {
      const method = find(object, N.__setitem__);
      if (method === 0)
        return typeError(`'${typeName(object)}' object does not support item assignment`);
      if (base.storeSubscript === undefined || !isInherited(method, 'storeSubscript', base))
        return decref(callMethod(method, object, [key, value]));
      decref(method);
      base.storeSubscript(object, key, value);
    },
    deleteSubscript: (object, key) =>
      decref(callOr(object, N.__delitem__, [key], () => noItemDeletion(object, key, true))),
    contains: containsInstance,
    iterate: iterateInstance,
    snapshot: undefined,
    next: nextInstance,
    call: callInstance,
    format(object, spec) {
      const text = newStr(spec);
      try {
        return callOr(object, N.__format__, [text], () =>
          typeError(`unsupported format string passed to ${typeName(object)}.__format__`),
        );
      } finally {
        decref(text);
      }
    },
    getAttribute:
      base.getAttribute === undefined ? HOOKED_GET : getAttributeWith(base.getAttribute),
    setAttribute:
      base.setAttribute === undefined ? HOOKED_SET : setAttributeWith(base.setAttribute),
    descriptorGet: (descriptor, object, type) =>
      callOr(
        descriptor,
        N.__get__,
        [object === 0 ? S.NONE : object, type === 0 ? S.NONE : type],
        () => raise('TypeError', 'no __get__'),
      ),
    descriptorSet(descriptor, object, value) {
      const name = value === 0 ? N.__delete__ : N.__set__;
      const args = value === 0 ? [object] : [object, value];
      decref(callOr(descriptor, name, args, () => raise('AttributeError', toJs(name))));
    },
  };
  for (const [slot, name, sign] of UNARY) {
    slots[slot] = (object) =>
      callOr(object, name, [], () =>
        typeError(`bad operand type for unary ${sign}: '${typeName(object)}'`),
      );
  }
  return slots;
}

const heapSlotIds = new Map<number, number>();

/** Registers, for every builtin type's slots, the slots of its heap subtypes. Same order in every isolate. */
export function registerHeapSlots(): void {
  const count = SLOTS.length;
  const made = new Map<TypeSlots, number>();
  for (let id = 0; id < count; id++) {
    const slots = SLOTS[id] as TypeSlots;
    let heapId = made.get(slots);
    if (heapId === undefined) {
      heapId = SLOTS.push(uniformSlots(heapSlots(slots))) - 1;
      made.set(slots, heapId);
    }
    heapSlotIds.set(id, heapId);
  }
}

/** Index of the slots for a class whose nearest builtin base uses slots `id`. */
export const heapSlotsId = (id: number): number => heapSlotIds.get(id) ?? id;
