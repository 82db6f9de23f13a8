// The boot heap: every builtin type gets its dictionary, and the module builtins is made. This happens once
// per build and executor, for an image (heap/bootImage.ts), or in worker 0 if there is none that fits. All
// isolates register the natives behind it first, in the same order.

import { decref, makeImmortal } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, GetSetLayout, Machine, ModuleLayout, TypeLayout } from '../heap/layout.ts';
import { bug, H, LAYS_HEAP, MACHINE } from '../heap/memory.ts';
import { keepReserve } from '../heap/pages.ts';
import { attributeAccess } from '../objects/attributeAccess.ts';
import {
  DEFINED_MODULES,
  DEFINED_TYPES,
  type DefinedType,
  inheritSlots,
} from '../objects/define.ts';
import { dictFindName, dictSetName, newDict } from '../objects/dict.ts';
import { attributeStorage } from '../objects/exceptions.ts';
import { laySingletons, layTypes } from '../objects/layTypes.ts';
import { newObject } from '../objects/object.ts';
import { typeOf } from '../objects/slots.ts';
import { internJs } from '../objects/str.ts';
import { bindDescriptor, getAttributeOrZero, isDescriptor } from './attributes.ts';
import { newWrapper } from './descriptors.ts';
import { DICT_DESCRIPTOR } from './dictDescriptor.ts';
import { loadNative } from './imports.ts';
import { attributesOf, clearAttributes } from './instanceAttributes.ts';
import { registerHeapSlots } from './instances.ts';
import { newNative } from './methods.ts';
import { creation, registerSlotWrappers, type TypeWrappers } from './slotWrappers.ts';
import { lookup } from './typeLookup.ts';
import { createThrough } from './typeType.ts';
import './finalizers.ts';
import { builtinException } from '../objects/exceptions.ts';
import { attributeErrorType } from './attributes.ts';
import { N } from './names.ts';

creation.create = createThrough;
attributeErrorType.address = builtinException('AttributeError');
attributeAccess.find = getAttributeOrZero;
attributeAccess.findSpecial = (object, name) => {
  const found = lookup(typeOf(object), name);
  if (found === 0 || !isDescriptor(found)) return found;
  try {
    return bindDescriptor(found, object, typeOf(object));
  } finally {
    decref(found);
  }
};
attributeStorage.clear = (exception) => {
  const at = attributesOf(exception);
  if (at !== 0) clearAttributes(at);
};

/** 256 KiB: room for a MemoryError, its traceback and what a handler needs to let go of things. */
const RESERVE_PAGES = 16;

/** Completes the tables of this isolate, and lays out the heap if that is its job. Call once, after all modules. */
export function bootRuntime(): void {
  inheritSlots();
  const wrappers = registerSlotWrappers();
  registerHeapSlots();
  if (!LAYS_HEAP) return;
  keepReserve(RESERVE_PAGES);
  laySingletons();
  layTypes();
  for (const type of DEFINED_TYPES) fillType(type);
  for (const w of wrappers) addWrappers(w);
  dictSetName(H[(T.BASE_EXCEPTION >> 2) + TypeLayout.DICT], N.__dict__, DICT_DESCRIPTOR);
  for (const { address, spec } of DEFINED_TYPES)
    finishType(address, spec.slots.hash === undefined && 'hash' in spec.slots, spec.module);
  H[MACHINE + Machine.SYS_MODULES] = newDict();
  makeImmortal(H[MACHINE + Machine.SYS_MODULES]);
  H[MACHINE + Machine.BUILTINS] = H[(bootModule('builtins') >> 2) + ModuleLayout.DICT];
}

/** Makes a module that exists from the start. Worker 0 makes sys, which says what the program was started with. */
export function bootModule(name: 'builtins' | 'sys'): Address {
  const module = DEFINED_MODULES.find((m) => m.spec.name === name);
  return module === undefined ? bug(`there is no module ${name}`) : loadNative(module);
}

/** Methods and computed attributes. */
function fillType({ address, spec, methodIds, getterIds, setterIds }: DefinedType): void {
  const dict = newDict();
  makeImmortal(dict);
  H[(address >> 2) + TypeLayout.DICT] = dict;
  (spec.methods ?? []).forEach((method, i) => {
    const kind =
      method.kind === 'staticmethod'
        ? T.NATIVE
        : method.kind === 'classmethod'
          ? T.CLASSMETHOD_DESCRIPTOR
          : T.METHOD_DESCRIPTOR;
    const native = newNative(
      methodIds[i] as number,
      method.name,
      method.kind === 'staticmethod' ? 0 : address,
      kind,
    );
    const value = method.kind === 'staticmethod' ? newWrapper(T.STATICMETHOD, native) : native;
    dictSetName(dict, internJs(method.name), value);
    makeImmortal(value);
    makeImmortal(native);
  });
  (spec.getset ?? []).forEach((g, i) => {
    const descriptor = newObject(T.GETSET, GetSetLayout.WORDS);
    const q = descriptor >> 2;
    H[q + GetSetLayout.NAME] = internJs(g.name);
    H[q + GetSetLayout.OWNER] = address;
    H[q + GetSetLayout.GETTER] = getterIds[i] as number;
    H[q + GetSetLayout.SETTER] = setterIds[i] as number;
    dictSetName(dict, internJs(g.name), descriptor);
    makeImmortal(descriptor);
  });
}

function addWrappers({ type, natives, newId }: TypeWrappers): void {
  const dict = H[(type.address >> 2) + TypeLayout.DICT];
  for (const [name, id] of natives) {
    const native = newNative(id, name, type.address, T.SLOT_WRAPPER);
    dictSetName(dict, internJs(name), native);
    makeImmortal(native);
  }
  if (newId >= 0) {
    const native = newNative(newId, '__new__', 0, T.NATIVE);
    dictSetName(dict, N.__new__, native);
    makeImmortal(native);
  }
}

function finishType(address: Address, unhashable: boolean, module: string | undefined): void {
  const dict = H[(address >> 2) + TypeLayout.DICT];
  if (unhashable) dictSetName(dict, N.__hash__, S.NONE);
  if (module !== undefined) H[(address >> 2) + TypeLayout.MODULE] = internJs(module);
  // A type with a computed __doc__ (function, property) keeps it.
  if (dictFindName(dict, N.__doc__) === 0) dictSetName(dict, N.__doc__, S.NONE);
}
