// @hot Where instances keep their attributes: words at the type's ATTRIBUTES offset,
//
//   SHAPE   names and order (shapes.ts); 0 once the attributes live in DICT
//   VALUES  word address of the values: behind the instance at first, in a block of their own when
//           they outgrow it; word 0 of either is the capacity
//   DICT    a dict, once somebody asked for __dict__ or the shape could not hold the attributes
//
// All changes are made under the instance's lock. A reader without one reads SHAPE, then the value,
// then SHAPE again (readSlot): values of a shape never move while it stays, since a full block is
// copied before the shape grows, and the old block is retired, not freed.

import {
  allocateRaw,
  decref,
  incref,
  lock,
  RETRY,
  readSlot,
  retire,
  unlock,
} from '../executors/policy.ts';
import {
  AttributesLayout as A,
  type Address,
  Header,
  TypeLayout,
  type Value,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { dictDelete, dictGetName, dictSetName, newDict } from '../objects/dict.ts';
import {
  extendShape,
  rootShape,
  SHAPE_ATTRIBUTES_MAX,
  shapeCount,
  shapeIndex,
  shapeNames,
} from './shapes.ts';
import { attributesBehindItems } from './variableSize.ts';

/** Word index of the attribute storage, or 0 if instances of the type have none. */
export function attributesOf(object: Address): number {
  const offset = H[(H[(object >> 2) + Header.TYPE] >> 2) + TypeLayout.ATTRIBUTES];
  if (offset > 0) return (object >> 2) + offset;
  return offset === 0 ? 0 : attributesBehindItems(object);
}

/** Word index of the first value. */
const valuesStart = (at: number): number => H[at + A.VALUES] + 1;

/** The instance's own attribute: owned, or 0. */
export function ownAttribute(object: Address, at: number, name: Address): Value {
  for (;;) {
    const shape = H[at + A.SHAPE];
    if (shape === 0) {
      const dict = H[at + A.DICT];
      return dict === 0 ? 0 : dictGetName(dict, name);
    }
    const index = shapeIndex(shape, name);
    if (index < 0) return 0;
    const value = readSlot(object, valuesStart(at) + index, at + A.SHAPE, shape);
    if (value !== RETRY) return value;
  }
}

/** Sets the instance's own attribute (name interned). */
export function setOwnAttribute(object: Address, at: number, name: Address, value: Value): void {
  incref(value);
  lock(object);
  const shape = H[at + A.SHAPE];
  let old: Value = 0;
  if (shape !== 0) {
    const index = shapeIndex(shape, name);
    if (index >= 0) {
      const slot = valuesStart(at) + index;
      old = H[slot];
      H[slot] = value;
      unlock(object);
      if (old !== 0) decref(old);
      return;
    }
    if (shapeCount(shape) < SHAPE_ATTRIBUTES_MAX) {
      addAttribute(object, at, shape, name, value);
      unlock(object);
      return;
    }
    materialize(at);
  }
  const dict = ensureDict(at);
  unlock(object);
  dictSetName(dict, name, value);
  decref(value);
}

function addAttribute(
  object: Address,
  at: number,
  shape: Address,
  name: Address,
  value: Value,
): void {
  const count = shapeCount(shape);
  let values = H[at + A.VALUES];
  if (values === 0 || count >= H[values]) {
    values = growValues(at, count);
    noteCapacity(H[(object >> 2) + Header.TYPE], H[values]);
  }
  H[values + 1 + count] = value;
  H[at + A.SHAPE] = extendShape(shape, name);
}

/** New instances of the type get room for as many attributes as earlier ones needed. */
function noteCapacity(type: Address, capacity: number): void {
  const word = (type >> 2) + TypeLayout.INLINE_CAPACITY;
  if (H[word] < capacity && capacity <= SHAPE_ATTRIBUTES_MAX) H[word] = capacity;
}

function growValues(at: number, count: number): number {
  const old = H[at + A.VALUES];
  const capacity = count < 4 ? 4 : count * 2;
  const values = allocateRaw((capacity + 1) * 4) >> 2;
  H[values] = capacity;
  for (let i = 0; i < count; i++) H[values + 1 + i] = H[old + 1 + i];
  H.fill(0, values + 1 + count, values + 1 + capacity);
  H[at + A.VALUES] = values;
  releaseValues(at, old);
  return values;
}

/** Inline values start at the CAPACITY word, and go with the instance. */
const isInline = (at: number, values: number): boolean => values === at + A.CAPACITY;

function releaseValues(at: number, values: number): void {
  if (values !== 0 && !isInline(at, values)) retire(values << 2, (H[values] + 1) * 4);
}

/** Moves the attributes into a dict; the instance is locked. */
function materialize(at: number): void {
  const shape = H[at + A.SHAPE];
  const dict = newDict();
  const values = H[at + A.VALUES];
  const names = shapeNames(shape);
  for (let i = 0; i < names.length; i++) dictSetName(dict, names[i] as number, H[values + 1 + i]);
  H[at + A.DICT] = dict;
  H[at + A.SHAPE] = 0;
  for (let i = 0; i < names.length; i++) {
    const value = H[values + 1 + i];
    H[values + 1 + i] = 0;
    decref(value); // the dict holds it: never the last reference
  }
  H[at + A.VALUES] = 0;
  releaseValues(at, values);
}

function ensureDict(at: number): Address {
  if (H[at + A.DICT] === 0) H[at + A.DICT] = newDict();
  return H[at + A.DICT];
}

/** False if there is no such attribute. */
export function deleteOwnAttribute(object: Address, at: number, name: Address): boolean {
  if (H[at + A.SHAPE] !== 0 && shapeIndex(H[at + A.SHAPE], name) < 0) return false;
  return dictDelete(instanceDict(object, at), name);
}

/** `__dict__`: borrowed; the attributes live there from now on. */
export function instanceDict(object: Address, at: number): Address {
  if (H[at + A.SHAPE] !== 0 || H[at + A.DICT] === 0) {
    lock(object);
    if (H[at + A.SHAPE] !== 0) materialize(at);
    else ensureDict(at);
    unlock(object);
  }
  return H[at + A.DICT];
}

/** Assigns `__dict__`. */
export function replaceDict(object: Address, at: number, dict: Address): void {
  const old = instanceDict(object, at);
  incref(dict);
  lock(object);
  H[at + A.DICT] = dict;
  unlock(object);
  decref(old);
}

/** Prepares the attribute storage of a fresh instance that has room for `capacity` inline values. */
export function initAttributes(type: Address, at: number, capacity: number): void {
  H[at + A.SHAPE] = rootShape(type);
  H[at + A.DICT] = 0;
  H[at + A.VALUES] = at + A.CAPACITY;
  H[at + A.CAPACITY] = capacity;
  for (let i = 0; i < capacity; i++) H[at + A.WORDS + i] = 0;
}

/** Releases all attributes when the instance dies. */
export function clearAttributes(at: number): void {
  const shape = H[at + A.SHAPE];
  const values = H[at + A.VALUES];
  const dict = H[at + A.DICT];
  if (values !== 0) {
    const count = shape === 0 ? 0 : shapeCount(shape);
    for (let i = 0; i < count; i++) {
      const value = H[values + 1 + i];
      H[values + 1 + i] = 0;
      if (value !== 0) decref(value);
    }
    releaseValues(at, values);
    H[at + A.VALUES] = 0;
  }
  if (dict !== 0) {
    H[at + A.DICT] = 0;
    decref(dict);
  }
}

/** Calls `visit` with every value the attribute storage holds. */
export function visitAttributes(at: number, visit: (value: Value) => void): void {
  const shape = H[at + A.SHAPE];
  const count = shape === 0 ? 0 : shapeCount(shape);
  for (let i = 0; i < count; i++) visit(H[valuesStart(at) + i]);
  if (H[at + A.DICT] !== 0) visit(H[at + A.DICT]);
}
