// The import system: sys.modules first, then native modules (objects/define.ts), frozen library modules,
// and the program's own files along sys.path. A module's body runs under the import lock of the machine,
// which is recursive per thread.

import { decodeCode } from '../bytecode/serialize.ts';
import { decref, makeImmortal } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, Machine, TupleLayout, type Value } from '../heap/layout.ts';
import { H, MACHINE } from '../heap/memory.ts';
import { DEFINED_MODULES, type DefinedModule } from '../objects/define.ts';
import { dictDelete, dictGetName, dictSet, dictSetName } from '../objects/dict.ts';
import { setExceptionAttribute } from '../objects/exceptions.ts';
import { collect, isStr, storeSubscript, typeName } from '../objects/protocol.ts';
import { RAISED, raise, raiseObject, raising, typeError } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { intern, internJs, newStr, own, toJs } from '../objects/str.ts';
import { getAttribute, getAttributeOrZero, setAttribute } from './attributes.ts';
import { newCode } from './codeObjects.ts';
import { host } from './hostPort.ts';
import { newListOf } from './lists.ts';
import { newNative } from './methods.ts';
import { moduleDict, moduleName, newModule } from './moduleType.ts';
import { N } from './names.ts';
import { runCode } from './runCode.ts';
import { raiseSyntaxProblem } from './syntaxProblem.ts';

const modules = (): Address => H[MACHINE + Machine.SYS_MODULES];

/** A module already loaded: owned, or 0. */
export function loadedModule(name: string): Address {
  return dictGetName(modules(), internJs(name));
}

/** Puts a module (borrowed) into sys.modules. */
export function registerModule(name: string, module: Address): void {
  dictSetName(modules(), internJs(name), module);
}

/** `__import__`: `import a.b` gives a; with a from-list, a.b. Owned. */
export function importModule(
  name: Address,
  globals: Address,
  level: number,
  fromList: Value,
): Value {
  const absolute = level > 0 ? resolve(toJs(name), globals, level) : toJs(name);
  if (absolute === '') return raise('ValueError', 'Empty module name');
  const module = importAbsolute(absolute);
  if (
    fromList !== S.NONE &&
    !(typeOf(fromList) === T.TUPLE && H[(fromList >> 2) + TupleLayout.LENGTH] === 0)
  ) {
    importSubmodules(module, absolute, fromList);
    return module;
  }
  if (level > 0 && absolute.includes('.')) return module;
  const dot = absolute.indexOf('.');
  if (dot < 0) return module;
  decref(module);
  return loadedModule(absolute.slice(0, dot));
}

function resolve(name: string, globals: Address, level: number): string {
  const value = dictGetName(globals, N.__package__);
  const known = value !== 0 && isStr(value) ? toJs(value) : '';
  if (value !== 0) decref(value);
  if (known === '')
    return raise('ImportError', 'attempted relative import with no known parent package');
  const parts = known.split('.');
  if (parts.length < level)
    return raise('ImportError', 'attempted relative import beyond top-level package');
  const base = parts.slice(0, parts.length - level + 1).join('.');
  return name === '' ? base : `${base}.${name}`;
}

/** Imports every part of a dotted name: the last one, owned. */
export function importAbsolute(name: string): Address {
  let module: Address = 0;
  const parts = name.split('.');
  for (let i = 1; i <= parts.length; i++) {
    const part = parts.slice(0, i).join('.');
    const loaded = loadedModule(part);
    if (loaded === S.NONE) return notFound(part);
    const next = loaded !== 0 ? loaded : load(part, module);
    if (module !== 0) {
      // Only the first import binds the name in the package, which may have rebound it since.
      if (loaded === 0) setAttribute(module, internJs(parts[i - 1] as string), next);
      decref(module);
    }
    module = next;
  }
  return module;
}

/** `from package import submodule` loads submodules that are no attributes yet. */
function importSubmodules(module: Address, name: string, fromList: Value): void {
  if (typeOf(module) !== T.MODULE || dictHas(moduleDict(module), N.__path__) === false) return;
  for (const item of collect(fromList)) {
    if (!isStr(item) || toJs(item) === '*') continue;
    const found = getAttributeOrZero(module, intern(own(item)));
    if (found !== 0) {
      decref(found);
      continue;
    }
    const full = `${name}.${toJs(item)}`;
    if (find(full, module) !== undefined) decref(importAbsolute(full));
  }
}

function dictHas(dict: Address, name: Address): boolean {
  const value = dictGetName(dict, name);
  if (value !== 0) decref(value);
  return value !== 0;
}

type Found =
  | { readonly kind: 'native'; readonly module: DefinedModule }
  | { readonly kind: 'frozen'; readonly code: string; readonly isPackage: boolean }
  | { readonly kind: 'file'; readonly path: string; readonly isPackage: boolean }
  /** Folders of that name without an `__init__.py` (PEP 420). */
  | { readonly kind: 'namespace'; readonly folders: readonly string[] };

/** Where a module is; `parent` is the package it belongs to (0 for top level). */
function find(name: string, parent: Address): Found | undefined {
  const native = DEFINED_MODULES.find((m) => m.spec.name === name);
  if (native !== undefined) return { kind: 'native', module: native };
  // The program's own folder goes first, as sys.path[0] does; but it cannot hide what is built in.
  const last = name.slice(name.lastIndexOf('.') + 1);
  const folders = parent === 0 ? searchPath() : packagePath(parent);
  const portions: string[] = [];
  for (const folder of folders) {
    const base = folder === '' ? last : `${folder}/${last}`;
    if (host.fileKind(`${base}/__init__.py`) === 'file')
      return { kind: 'file', path: `${base}/__init__.py`, isPackage: true };
    if (host.fileKind(`${base}.py`) === 'file')
      return { kind: 'file', path: `${base}.py`, isPackage: false };
    if (host.fileKind(base) === 'directory') portions.push(base);
  }
  const frozen = host.frozen(name);
  if (frozen !== undefined)
    return { kind: 'frozen', code: frozen.code, isPackage: frozen.isPackage };
  return portions.length === 0 ? undefined : { kind: 'namespace', folders: portions };
}

function searchPath(): string[] {
  const sys = loadedModule('sys');
  if (sys === 0) return [...host.path];
  const path = dictGetName(moduleDict(sys), N.path);
  decref(sys);
  if (path === 0) return [...host.path];
  const folders = collect(path).filter(isStr).map(toJs);
  decref(path);
  return folders;
}

function packagePath(parent: Address): string[] {
  if (typeOf(parent) !== T.MODULE) return [];
  const path = dictGetName(moduleDict(parent), N.__path__);
  if (path === 0) return [];
  const folders = collect(path).filter(isStr).map(toJs);
  decref(path);
  return folders;
}

function notFound(name: string, parent = ''): never {
  const hint = parent === '' ? '' : `; '${parent}' is not a package`;
  const exception = raising.make('ModuleNotFoundError', `No module named '${name}'${hint}`);
  setExceptionAttribute(exception, N.name, newStr(name));
  return raiseObject(exception);
}

function load(name: string, parent: Address): Address {
  const found = find(name, parent);
  if (found === undefined) {
    const isPackage =
      parent === 0 || (typeOf(parent) === T.MODULE && dictHas(moduleDict(parent), N.__path__));
    return notFound(name, isPackage ? '' : name.slice(0, name.lastIndexOf('.')));
  }
  if (found.kind === 'native') return loadNative(found.module);
  if (found.kind === 'namespace') return newNamespace(name, found.folders);
  const code = found.kind === 'frozen' ? found.code : compileFile(found.path);
  const file = found.kind === 'frozen' ? `<frozen ${name}>` : found.path;
  return runModule(name, code, file, found.isPackage);
}

function compileFile(path: string): string {
  const source = host.readFile(path);
  if (source === undefined) return raise('ImportError', `cannot read ${path}`);
  const result = host.compile(source, path, 'exec');
  return result.ok ? result.code : raiseSyntaxProblem(result.problem);
}

/** Makes the module, registers it, and runs its body in it; a failed import is taken back. */
function runModule(name: string, text: string, file: string, isPackage: boolean): Address {
  const module = newModule(name);
  const dict = moduleDict(module);
  setText(dict, N.__file__, file);
  const dot = name.lastIndexOf('.');
  setText(dict, N.__package__, isPackage ? name : dot < 0 ? '' : name.slice(0, dot));
  if (isPackage) {
    setPath(dict, [file.replace(/\/__init__\.py$/, '')]);
  }
  registerModule(name, module);
  const code = newCode(decodeCode(text));
  try {
    decref(runCode(code, dict, dict));
  } catch (error) {
    if (error === RAISED) dictDelete(modules(), internJs(name));
    decref(module);
    throw error;
  } finally {
    decref(code);
  }
  const replaced = loadedModule(name);
  decref(module);
  return replaced;
}

/** A package that is no more than its folders: no body, and None as `__file__`. */
function newNamespace(name: string, folders: readonly string[]): Address {
  const module = newModule(name);
  const dict = moduleDict(module);
  setText(dict, N.__package__, name);
  dictSetName(dict, N.__file__, S.NONE);
  setPath(dict, folders);
  registerModule(name, module);
  return module;
}

function setPath(dict: Address, folders: readonly string[]): void {
  const path = newListOf(folders.map((folder) => newStr(folder)));
  dictSetName(dict, N.__path__, path);
  decref(path);
}

function setText(dict: Address, key: Address, text: string): void {
  const value = newStr(text);
  dictSetName(dict, key, value);
  decref(value);
}

/** Makes the module object of a native module. */
export function loadNative({ spec, functionIds }: DefinedModule): Address {
  const module = newModule(spec.name);
  const dict = moduleDict(module);
  spec.functions.forEach((f, i) => {
    const native = newNative(functionIds[i] as number, f.name, 0, T.NATIVE);
    dictSetName(dict, internJs(f.name), native);
    makeImmortal(native);
  });
  for (const [name, type] of Object.entries(spec.types ?? {}))
    dictSetName(dict, internJs(name), type);
  for (const [name, value] of Object.entries(spec.constants?.() ?? {})) {
    dictSetName(dict, internJs(name), value);
    decref(value);
  }
  registerModule(spec.name, module);
  return module;
}

/** `from module import name`: owned. */
export function importFromModule(module: Value, name: Address): Value {
  const value = getAttributeOrZero(module, name);
  if (value !== 0) return value;
  if (typeOf(module) === T.MODULE) {
    const full = loadedModule(`${moduleName(module)}.${toJs(name)}`);
    if (full !== 0) return full;
  }
  return cannotImport(module, name);
}

function cannotImport(module: Value, name: Address): never {
  const isModule = typeOf(module) === T.MODULE;
  const from = isModule ? moduleName(module) : typeName(module);
  const file = isModule ? dictGetName(moduleDict(module), N.__file__) : 0;
  const place = file !== 0 && isStr(file) ? toJs(file) : 'unknown location';
  const exception = raising.make(
    'ImportError',
    `cannot import name '${toJs(name)}' from '${from}' (${place})`,
  );
  setExceptionAttribute(exception, N.name, newStr(from));
  return raiseObject(exception);
}

/** `from module import *`; anything that stands in sys.modules may be the module. */
export function importStarInto(module: Value, locals: Address): void {
  const all = getAttributeOrZero(module, N.__all__);
  if (all !== 0) {
    const names = collectOwned(all);
    try {
      for (const name of names) {
        if (!isStr(name))
          typeError(`Item in ${homeName(module)}.__all__ must be str, not ${typeName(name)}`);
        store(locals, name, getAttribute(module, intern(own(name))));
      }
    } finally {
      for (const name of names) decref(name);
    }
    return;
  }
  const dict = getAttributeOrZero(module, N.__dict__);
  if (dict === 0)
    return raise('ImportError', 'from-import-* object has no __dict__ and no __all__');
  const names = collectOwned(dict);
  try {
    for (const name of names) {
      if (!isStr(name))
        typeError(`Key in ${homeName(module)}.__dict__ must be str, not ${typeName(name)}`);
      if (!toJs(name).startsWith('_')) store(locals, name, getAttribute(module, intern(own(name))));
    }
  } finally {
    for (const name of names) decref(name);
  }
}

/** The items of an owned iterable, which is released. */
function collectOwned(iterable: Value): Value[] {
  try {
    return collect(iterable);
  } finally {
    decref(iterable);
  }
}

const homeName = (module: Value): string =>
  typeOf(module) === T.MODULE ? moduleName(module) : typeName(module);

function store(locals: Address, name: Value, value: Value): void {
  if (typeOf(locals) === T.DICT) dictSet(locals, name, value);
  else storeSubscript(locals, name, value);
  decref(value);
}
