// Names and attributes when the inline cache does not know them: the full lookup, then the cache is
// filled. Caches hold keys versions (dict.ts) and type versions (typeLookup.ts).

import { decref, incref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  type Address,
  CodeLayout as C,
  CellLayout,
  Frame,
  InstanceLayout,
  ModuleLayout,
  Thread,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { CURRENT_THREAD, H } from '../heap/memory.ts';
import {
  dictDeleteName,
  dictFindName,
  dictGetName,
  dictKeysVersion,
  dictSetName,
} from '../objects/dict.ts';
import { setExceptionAttribute } from '../objects/exceptions.ts';
import { deleteSubscript, storeSubscript, subscript } from '../objects/protocol.ts';
import { RAISED, raise, raiseObject, raising, takePending } from '../objects/raise.ts';
import { flagsOf, slotsOf, typeOf } from '../objects/slots.ts';
import { toJs } from '../objects/str.ts';
import { getAttribute, isDataDescriptor, setAttribute } from '../runtime/attributes.ts';
import { builtinsOf } from '../runtime/frames.ts';
import { N } from '../runtime/names.ts';
import { shapeIndex } from '../runtime/shapes.ts';
import { lookup, typeVersion } from '../runtime/typeLookup.ts';
import { AttributeCase, IC } from '../runtime/inlineCaches.ts';

const codeName = (fp: WordIndex, index: number): Address =>
  H[H[(H[fp + Frame.CODE] >> 2) + C.NAMES] + index];
const localName = (fp: WordIndex, index: number): Address =>
  H[H[(H[fp + Frame.CODE] >> 2) + C.LOCAL_NAMES] + index];

/** Fills a dict cache, unless its index is the shared one. */
function cacheSlot(ci: number, dict: Address, name: Address): number {
  const version = dictKeysVersion(dict);
  const slot = dictFindName(dict, name);
  if (ci === 0 || slot === 0) return 0;
  IC[ci + 1] = slot;
  IC[ci + 2] = 0;
  IC[ci] = version;
  return slot;
}

/** Globals, then builtins: owned; raises NameError. */
export function loadGlobalSlow(fp: WordIndex, index: number, ci: number): Value {
  const name = codeName(fp, index);
  const globals = H[fp + Frame.GLOBALS];
  const value = dictGetName(globals, name);
  if (value !== 0) {
    cacheSlot(ci, globals, name);
    return value;
  }
  const builtins = builtinsOf(fp);
  const builtin = builtins === 0 ? 0 : dictGetName(builtins, name);
  if (builtin === 0) return nameError(name);
  const version = dictKeysVersion(builtins);
  const slot = dictFindName(builtins, name);
  if (ci !== 0 && slot !== 0) {
    IC[ci + 1] = slot;
    IC[ci + 2] = version;
    IC[ci] = dictKeysVersion(globals);
  }
  return builtin;
}

export function storeGlobalSlow(fp: WordIndex, index: number, ci: number, value: Value): void {
  const name = codeName(fp, index);
  const globals = H[fp + Frame.GLOBALS];
  dictSetName(globals, name, value);
  cacheSlot(ci, globals, name);
}

export function deleteGlobal(fp: WordIndex, index: number): void {
  const name = codeName(fp, index);
  if (!dictDeleteName(H[fp + Frame.GLOBALS], name)) nameError(name);
}

/** The locals mapping, then globals, then builtins. */
export function loadNameSlow(fp: WordIndex, index: number, ci: number): Value {
  const name = codeName(fp, index);
  const locals = H[fp + Frame.LOCALS];
  const value = getLocal(locals, name);
  if (value !== 0) {
    if (typeOf(locals) === T.DICT) cacheSlot(ci, locals, name);
    return value;
  }
  const global = dictGetName(H[fp + Frame.GLOBALS], name);
  if (global !== 0) return global;
  const builtins = builtinsOf(fp);
  const builtin = builtins === 0 ? 0 : dictGetName(builtins, name);
  return builtin === 0 ? nameError(name) : builtin;
}

/** A name in a locals mapping of any kind: owned, or 0. */
function getLocal(locals: Address, name: Address): Value {
  if (typeOf(locals) === T.DICT) return dictGetName(locals, name);
  try {
    return subscript(locals, name);
  } catch (error) {
    if (error !== RAISED) throw error;
    const exception = takePending();
    if (isKeyError(exception)) {
      decref(exception);
      return 0;
    }
    return raiseObject(exception);
  }
}

const isKeyError = (exception: Address): boolean =>
  toJs(H[(typeOf(exception) >> 2) + TypeLayout.NAME]) === 'KeyError';

export function storeNameSlow(fp: WordIndex, index: number, ci: number, value: Value): void {
  const name = codeName(fp, index);
  const locals = H[fp + Frame.LOCALS];
  if (typeOf(locals) !== T.DICT) {
    storeSubscript(locals, name, value);
    return;
  }
  dictSetName(locals, name, value);
  cacheSlot(ci, locals, name);
}

export function deleteName(fp: WordIndex, index: number): void {
  const name = codeName(fp, index);
  const locals = H[fp + Frame.LOCALS];
  if (typeOf(locals) === T.DICT) {
    if (!dictDeleteName(locals, name)) nameError(name);
  } else deleteSubscript(locals, name);
}

export function loadClassDeref(fp: WordIndex, index: number): Value {
  const name = localName(fp, index);
  const local = getLocal(H[fp + Frame.LOCALS], name);
  if (local !== 0) return local;
  const value: Value = H[(H[fp + index] >> 2) + CellLayout.VALUE];
  if (value === 0) return unboundDeref(fp, index);
  incref(value);
  return value;
}

function nameError(name: Address): never {
  const exception = raising.make('NameError', `name '${toJs(name)}' is not defined`);
  setExceptionAttribute(exception, N.name, name);
  return raiseObject(exception);
}

export function unboundLocal(fp: WordIndex, index: number): never {
  const name = localName(fp, index);
  return raise(
    'UnboundLocalError',
    `cannot access local variable '${toJs(name)}' where it is not associated with a value`,
  );
}

/** A cell without content: a local of this function, or a free variable. */
export function unboundDeref(fp: WordIndex, index: number): never {
  const code = H[fp + Frame.CODE] >> 2;
  if (index < H[code + C.LOCALS_PLUS] - H[code + C.FREE_COUNT]) return unboundLocal(fp, index);
  const name = localName(fp, index);
  const exception = raising.make(
    'NameError',
    `cannot access free variable '${toJs(name)}' where it is not associated with a value in enclosing scope`,
  );
  setExceptionAttribute(exception, N.name, name);
  return raiseObject(exception);
}

/**
 * The full attribute lookup of LOAD_ATTR. Leaves the owned value in Thread.RESULT and returns 1 if it is
 * a function to be called with the object as self (only with the method flag), else 0.
 */
export function loadAttributeSlow(fp: WordIndex, arg: number, ci: number, object: Value): number {
  const name = codeName(fp, arg >> 1);
  const thread = H[CURRENT_THREAD] >> 2;
  const type = typeOf(object);
  if (slotsOf(object).getAttribute === undefined || typeOf(object) === T.MODULE) {
    const isMethod = (object & 1) === 0 && cacheAttribute(ci, object, type, name);
    if (isMethod && (arg & 1) !== 0) {
      H[thread + Thread.RESULT] = lookup(type, name);
      return 1;
    }
  } else IC[ci] = 0;
  H[thread + Thread.RESULT] = getAttribute(object, name);
  return 0;
}

/** Fills the cache of a LOAD_ATTR if it can; true if the name is an unshadowed function of the type. */
function cacheAttribute(ci: number, object: Address, type: Address, name: Address): boolean {
  if (type === T.MODULE) {
    cacheModule(ci, object, name);
    return false;
  }
  const found = lookup(type, name);
  const offset = H[(type >> 2) + TypeLayout.ATTRIBUTES];
  const o = object >> 2;
  const shaped = offset === InstanceLayout.SHAPE && H[o + InstanceLayout.SHAPE] !== 0;
  const index = shaped ? shapeIndex(H[o + InstanceLayout.SHAPE], name) : -1;
  try {
    if (index >= 0) {
      if (found !== 0 && isDataDescriptor(found)) return false;
      setCache(ci, type, AttributeCase.INSTANCE, H[o + InstanceLayout.SHAPE], index);
      return false;
    }
    if (found === 0 || (offset !== 0 && !shaped)) return false;
    const kind = typeOf(found);
    if (kind !== T.FUNCTION && kind !== T.METHOD_DESCRIPTOR) return false;
    setCache(ci, type, AttributeCase.METHOD, found, offset === 0 ? 0 : H[o + InstanceLayout.SHAPE]);
    return true;
  } finally {
    if (found !== 0) decref(found);
  }
}

function setCache(ci: number, type: Address, found: AttributeCase, a: number, b: number): void {
  if (ci === 0) return;
  IC[ci + 1] = found;
  IC[ci + 2] = a;
  IC[ci + 3] = b;
  IC[ci] = typeVersion(type);
}

function cacheModule(ci: number, module: Address, name: Address): void {
  const dict = H[(module >> 2) + ModuleLayout.DICT];
  const version = dictKeysVersion(dict);
  const slot = dictFindName(dict, name);
  if (slot !== 0) setCache(ci, T.MODULE, AttributeCase.MODULE, version, slot);
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
  setAttribute(object, name, value);
  if ((object & 1) !== 0 || slotsOf(object).setAttribute !== undefined) return;
  const type = typeOf(object);
  const o = object >> 2;
  if (
    H[(type >> 2) + TypeLayout.ATTRIBUTES] !== InstanceLayout.SHAPE ||
    H[o + InstanceLayout.SHAPE] === 0
  )
    return;
  if ((flagsOf(type) & TypeFlag.HAS_SETATTR) !== 0) return;
  const found = lookup(type, name);
  if (found !== 0) {
    const data = isDataDescriptor(found);
    decref(found);
    if (data) return;
  }
  const at = shapeIndex(H[o + InstanceLayout.SHAPE], name);
  if (at >= 0) setCache(ci, type, AttributeCase.INSTANCE, H[o + InstanceLayout.SHAPE], at);
}
