// The type function: what `def` and `lambda` make. A function holds its code, the globals and builtins
// it sees, its closure and defaults; everything else that Python code stores on it goes into a dict that
// is made when first needed. Calls are in calls.ts, the binding of arguments in arguments.ts.
//
// A function of module level is called by many threads at once, so its reference count is deferred;
// nested functions come and go with their frames and are counted like other objects (CPython 3.14 draws
// the line at the same place).

import { CodeFlag } from '../bytecode/code.ts';
import { decref, free, incref, makeDeferred } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  CodeLayout as C,
  FunctionLayout as F,
  TupleLayout,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType } from '../objects/define.ts';
import { dictGetName, dictSet, newDict } from '../objects/dict.ts';
import { newObject } from '../objects/object.ts';
import { hasFlag, isStr, typeName } from '../objects/protocol.ts';
import { raise, typeError } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { newStr, own, toJs } from '../objects/str.ts';
import { tupleItems } from '../objects/tuple.ts';
import { callFunction } from './calls.ts';
import { getWithDict, setWithDict } from './dictAttributes.ts';
import {
  addressText,
  clearField,
  clearFields,
  fieldDict,
  fieldOrNone,
  fieldOrZero,
  identityHash,
  readOnlyField,
  setField,
  visitFields,
} from './fields.ts';
import { newMethod } from './methods.ts';
import { N } from './names.ts';

/** A new function: owned. Code, globals and builtins are borrowed; defaults and closure start empty. */
export function newFunction(code: Address, globals: Address, builtins: Address): Address {
  const fn = newObject(T.FUNCTION, F.WORDS);
  const f = fn >> 2;
  const c = code >> 2;
  for (let word = F.DEFAULTS as number; word < F.WORDS; word++) H[f + word] = 0;
  incref(code);
  incref(globals);
  if (builtins !== 0) incref(builtins);
  H[f + F.CODE] = code;
  H[f + F.GLOBALS] = globals;
  H[f + F.BUILTINS] = builtins;
  H[f + F.NAME] = own(H[c + C.NAME]);
  H[f + F.QUALNAME] = own(H[c + C.QUALNAME]);
  H[f + F.MODULE] = dictGetName(globals, N.__name__);
  if (H[c + C.HAS_DOCSTRING] !== 0) H[f + F.DOC] = own(H[H[c + C.CONSTANTS]]);
  if ((H[c + C.FLAGS] & CodeFlag.NESTED) === 0) makeDeferred(fn);
  return fn;
}

function clearFunction(fn: Address): void {
  clearFields(fn, F.DEFAULTS, F.CLOSURE);
  clearFields(fn, F.DICT, F.DOC);
}

function deallocFunction(fn: Address): void {
  clearFunction(fn);
  clearFields(fn, F.CODE, F.BUILTINS);
  clearField(fn, F.NAME);
  clearField(fn, F.QUALNAME);
  free(fn, F.WORDS << 2);
}

/** `types.FunctionType(code, globals, name=None, argdefs=None, closure=None)`. */
function createFunction(_type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  if (kwNames !== 0) return typeError('function() takes positional arguments only (gilscope)');
  if (count < 2) {
    const missing = count === 0 ? 'code' : 'globals';
    return typeError(`function() missing required argument '${missing}' (pos ${count + 1})`);
  }
  if (count > 5) return typeError(`function() takes at most 5 arguments (${count} given)`);
  const argument = (i: number): Value => (i < count ? H[args + i] : S.NONE);
  checkArguments(argument);
  const code = argument(0);
  const globals = argument(1);
  const fn = newFunction(code, globals, dictGetName(globals, N.__builtins__));
  if (argument(2) !== S.NONE) setField(fn, F.NAME, argument(2));
  if (argument(3) !== S.NONE) setField(fn, F.DEFAULTS, argument(3));
  if (argument(4) !== S.NONE) setField(fn, F.CLOSURE, argument(4));
  return fn;
}

function checkArguments(argument: (i: number) => Value): void {
  const wrong = (i: number, type: string): never =>
    typeError(`function() argument ${i + 1} must be ${type}, not ${typeName(argument(i))}`);
  const code = argument(0);
  if (typeOf(code) !== T.CODE) wrong(0, 'code');
  if (!hasFlag(argument(1), TypeFlag.DICT)) wrong(1, 'dict');
  if (argument(2) !== S.NONE && !isStr(argument(2)))
    typeError('arg 3 (name) must be None or string');
  if (argument(3) !== S.NONE && !hasFlag(argument(3), TypeFlag.TUPLE)) {
    typeError('arg 4 (defaults) must be None or tuple');
  }
  const free = H[(code >> 2) + C.FREE_COUNT];
  const closure = argument(4);
  if (closure === S.NONE) {
    if (free > 0) typeError('arg 5 (closure) must be tuple');
    return;
  }
  if (!hasFlag(closure, TypeFlag.TUPLE)) typeError('arg 5 (closure) must be None or tuple');
  const given = H[(closure >> 2) + TupleLayout.LENGTH];
  if (given !== free) {
    raise(
      'ValueError',
      `${toJs(H[(code >> 2) + C.NAME])} requires closure of length ${free}, not ${given}`,
    );
  }
}

/** Assigns `__name__` or `__qualname__`. */
function setText(field: F, name: string): (fn: Address, value: Value) => void {
  return (fn, value) => {
    if (value === 0 || !isStr(value)) typeError(`${name} must be set to a string object`);
    setField(fn, field, value);
  };
}

/** Assigns an attribute that must be a tuple (or a dict), None or nothing, which empty it. */
function setContainer(field: F, name: string, flag: TypeFlag, kind: string) {
  return (fn: Address, value: Value): void => {
    const stored = value === S.NONE ? 0 : value;
    if (stored !== 0 && !hasFlag(stored, flag))
      typeError(`${name} must be set to a ${kind} object`);
    setField(fn, field, stored);
  };
}

function setCode(fn: Address, value: Value): void {
  if (value === 0 || typeOf(value) !== T.CODE) typeError('__code__ must be set to a code object');
  const closure = H[(fn >> 2) + F.CLOSURE];
  const cells = closure === 0 ? 0 : H[(closure >> 2) + TupleLayout.LENGTH];
  const free = H[(value >> 2) + C.FREE_COUNT];
  if (cells !== free) {
    const name = toJs(H[(fn >> 2) + F.NAME]);
    raise('ValueError', `${name}() requires a code object with ${cells} free vars, not ${free}`);
  }
  setField(fn, F.CODE, value);
}

function setDict(fn: Address, value: Value): void {
  if (value === 0) typeError('cannot delete __dict__');
  if (!hasFlag(value, TypeFlag.DICT)) {
    typeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
  }
  setField(fn, F.DICT, value);
}

/** MAKE_FUNCTION leaves names and values in a tuple; the dict is made when somebody looks. */
function annotations(fn: Address): Value {
  const stored = fieldOrZero(fn, F.ANNOTATIONS);
  if (stored === 0) return fieldDict(fn, F.ANNOTATIONS);
  if (typeOf(stored) !== T.TUPLE) return stored;
  const dict = newDict();
  const items = tupleItems(stored);
  for (let i = 0; i + 1 < items.length; i += 2)
    dictSet(dict, items[i] as Value, items[i + 1] as Value);
  decref(stored);
  setField(fn, F.ANNOTATIONS, dict);
  return dict;
}

defineType(T.FUNCTION, {
  name: 'function',
  words: F.WORDS,
  slots: {
    dealloc: deallocFunction,
    clear: clearFunction,
    children: (fn, visit) => visitFields(fn, F.CODE, F.DOC, visit),
    hash: identityHash,
    repr: (fn) => newStr(`<function ${toJs(H[(fn >> 2) + F.QUALNAME])} at ${addressText(fn)}>`),
    call: callFunction,
    create: createFunction,
    getAttribute: (fn, name) => getWithDict(fn, F.DICT, name),
    setAttribute: (fn, name, value) => setWithDict(fn, F.DICT, name, value),
    descriptorGet: (fn, object) => (object === 0 ? own(fn) : newMethod(fn, object)),
  },
  getset: [
    {
      name: '__name__',
      get: (fn) => fieldOrNone(fn, F.NAME),
      set: setText(F.NAME, '__name__'),
    },
    {
      name: '__qualname__',
      get: (fn) => fieldOrNone(fn, F.QUALNAME),
      set: setText(F.QUALNAME, '__qualname__'),
    },
    {
      name: '__doc__',
      get: (fn) => fieldOrNone(fn, F.DOC),
      set: (fn, value) => setField(fn, F.DOC, value),
    },
    {
      name: '__module__',
      get: (fn) => fieldOrNone(fn, F.MODULE),
      set: (fn, value) => setField(fn, F.MODULE, value),
    },
    { name: '__dict__', get: (fn) => fieldDict(fn, F.DICT), set: setDict },
    {
      name: '__defaults__',
      get: (fn) => fieldOrNone(fn, F.DEFAULTS),
      set: setContainer(F.DEFAULTS, '__defaults__', TypeFlag.TUPLE, 'tuple'),
    },
    {
      name: '__kwdefaults__',
      get: (fn) => fieldOrNone(fn, F.KWDEFAULTS),
      set: setContainer(F.KWDEFAULTS, '__kwdefaults__', TypeFlag.DICT, 'dict'),
    },
    { name: '__code__', get: (fn) => fieldOrNone(fn, F.CODE), set: setCode },
    readOnlyField('__globals__', F.GLOBALS),
    readOnlyField('__closure__', F.CLOSURE),
    readOnlyField('__builtins__', F.BUILTINS),
    {
      name: '__annotations__',
      get: annotations,
      set: setContainer(F.ANNOTATIONS, '__annotations__', TypeFlag.DICT, 'dict'),
    },
  ],
});
