// Names when the inline cache does not know them: the full lookup, then the cache is filled. Caches hold
// keys versions (dict.ts).

import { decref, incref } from '../../executors/policy.ts';
import { T } from '../../heap/builtinTypes.ts';
import {
  type Address,
  CodeLayout as C,
  CellLayout,
  Frame,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import {
  dictDeleteName,
  dictFindName,
  dictGetName,
  dictKeysVersion,
  dictSetName,
} from '../../objects/dict.ts';
import { setExceptionAttribute } from '../../objects/exceptions.ts';
import { deleteSubscript, storeSubscript, subscript } from '../../objects/protocol.ts';
import { RAISED, raise, raiseObject, raising, takePending } from '../../objects/raise.ts';
import { typeOf } from '../../objects/slots.ts';
import { toJs } from '../../objects/str.ts';
import { builtinsOf } from '../frames.ts';
import { IC } from '../inlineCaches.ts';
import { N } from '../names.ts';

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
