// Modules: a namespace dict behind attribute access, with the module-level __getattr__ of PEP 562.

import { decref, free, makeDeferred } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, ModuleLayout, TypeFlag, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { call1 } from '../objects/calling.ts';
import { defineType } from '../objects/define.ts';
import { dictDeleteName, dictGetName, dictSetName, newDict } from '../objects/dict.ts';
import { newObject } from '../objects/object.ts';
import { isStr, typeName } from '../objects/protocol.ts';
import { typeError } from '../objects/raise.ts';
import { newStr, own, toJs } from '../objects/str.ts';
import { attributeError, bindDescriptor, isDataDescriptor, isDescriptor } from './attributes.ts';
import { N } from './names.ts';
import { lookup } from './typeLookup.ts';

/** An owned empty module. */
export function newModule(name: string): Address {
  const module = newObject(T.MODULE, ModuleLayout.WORDS);
  const dict = newDict();
  H[(module >> 2) + ModuleLayout.DICT] = dict;
  const text = newStr(name);
  dictSetName(dict, N.__name__, text);
  decref(text);
  for (const key of [N.__doc__, N.__package__, N.__loader__, N.__spec__])
    dictSetName(dict, key, S.NONE);
  makeDeferred(module);
  return module;
}

export const moduleDict = (module: Address): Address => H[(module >> 2) + ModuleLayout.DICT];

/** A module's `__name__` as text, '?' if it has none. */
export function moduleName(module: Address): string {
  const name = dictGetName(moduleDict(module), N.__name__);
  const text = name !== 0 && isStr(name) ? toJs(name) : '?';
  if (name !== 0) decref(name);
  return text;
}

/** Made by calling the type: nothing has loaded it. */
function isBare(module: Address): boolean {
  const spec = dictGetName(moduleDict(module), N.__spec__);
  if (spec !== 0) decref(spec);
  return spec === S.NONE;
}

function getModuleAttribute(module: Address, name: Address): Value {
  const value = dictGetName(moduleDict(module), name);
  if (value !== 0) return value;
  const found = lookup(T.MODULE, name);
  if (found !== 0) {
    if (!isDescriptor(found)) return found;
    try {
      return bindDescriptor(found, module, T.MODULE);
    } finally {
      decref(found);
    }
  }
  const hook = dictGetName(moduleDict(module), N.__getattr__);
  if (hook !== 0) {
    try {
      return call1(hook, name);
    } finally {
      decref(hook);
    }
  }
  return attributeError(
    `module '${moduleName(module)}' has no attribute '${toJs(name)}'`,
    module,
    name,
  );
}

function setModuleAttribute(module: Address, name: Address, value: Value): void {
  const found = lookup(T.MODULE, name);
  if (found !== 0) {
    const data = isDataDescriptor(found);
    decref(found);
    if (data) typeError('readonly attribute');
  }
  if (value !== 0) dictSetName(moduleDict(module), name, value);
  else if (!dictDeleteName(moduleDict(module), name)) {
    attributeError(`module '${moduleName(module)}' has no attribute '${toJs(name)}'`, module, name);
  }
}

function textOf(module: Address, name: Address): string | undefined {
  const value = dictGetName(moduleDict(module), name);
  if (value === 0) return undefined;
  const text = isStr(value) ? toJs(value) : undefined;
  decref(value);
  return text;
}

defineType(T.MODULE, {
  name: 'module',
  words: ModuleLayout.WORDS,
  flags: TypeFlag.BASE_OK,
  slots: {
    clear(module) {
      const dict = moduleDict(module);
      H[(module >> 2) + ModuleLayout.DICT] = 0;
      if (dict !== 0) decref(dict);
    },
    dealloc(module) {
      const dict = moduleDict(module);
      if (dict !== 0) decref(dict);
      free(module, ModuleLayout.WORDS * 4);
    },
    children: (module, visit) => visit(moduleDict(module)),
    repr(module) {
      const file = textOf(module, N.__file__);
      if (file === undefined && isBare(module)) return newStr(`<module '${moduleName(module)}'>`);
      return newStr(
        file === undefined
          ? `<module '${moduleName(module)}' (built-in)>`
          : `<module '${moduleName(module)}' from '${file}'>`,
      );
    },
    getAttribute: getModuleAttribute,
    setAttribute: setModuleAttribute,
    create(_type, args, count) {
      if (count < 1) return typeError("module() missing required argument 'name' (pos 1)");
      if (!isStr(H[args]))
        return typeError(`module() argument 'name' must be str, not ${typeName(H[args])}`);
      const module = newModule(toJs(H[args]));
      if (count > 1) dictSetName(moduleDict(module), N.__doc__, H[args + 1]);
      for (const name of [N.__loader__, N.__spec__, N.__package__])
        dictSetName(moduleDict(module), name, S.NONE);
      return module;
    },
    initialize() {},
  },
  getset: [{ name: '__dict__', get: (module) => own(moduleDict(module)) }],
});
