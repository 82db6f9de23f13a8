// The dunder methods of builtin types, derived from their slots: `list.__len__` calls the length slot.
// Every isolate registers the natives in the same order; worker 0 puts wrapper objects into the type
// dictionaries (boot.ts).

import { S, T } from '../heap/builtinTypes.ts';
import type { Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { boolOf } from '../objects/bool.ts';
import { baseOf, DEFINED_TYPES, type DefinedType } from '../objects/define.ts';
import { newBigInt, newInt } from '../objects/int.ts';
import { type Convention, registerNative } from '../objects/natives.ts';
import { inheritedHash } from '../objects/numericHash.ts';
import { isInstance, isStr, typeName } from '../objects/protocol.ts';
import { typeError } from '../objects/raise.ts';
import type { TypeSlots } from '../objects/slots.ts';
import { newStr, toJs } from '../objects/str.ts';
import { tupleOf } from '../objects/tuple.ts';
import { attributeName } from './attributeName.ts';
import { stopIterationOf } from './generatorResume.ts';

interface Wrapper {
  readonly name: string;
  readonly convention: Convention;
  readonly count: number;
  readonly run: (self: Value, args: number, count: number, kwNames: Value) => Value;
}

type Slot<K extends keyof TypeSlots> = NonNullable<TypeSlots[K]>;

const wrapper = (name: string, count: number, run: Wrapper['run']): Wrapper => ({
  name,
  convention: count === 0 ? 'none' : count === 1 ? 'one' : 'positional',
  count,
  run,
});

const COMPARE = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'];
const BINARY = [
  'add',
  'and',
  'floordiv',
  'lshift',
  'matmul',
  'mul',
  'mod',
  'or',
  'pow',
  'rshift',
  'sub',
  'truediv',
  'xor',
];

/** Operators that a builtin type's `binary` slot takes part in; probing a slot would run it. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  int: [
    'add',
    'and',
    'floordiv',
    'lshift',
    'mul',
    'mod',
    'or',
    'pow',
    'rshift',
    'sub',
    'truediv',
    'xor',
  ],
  bool: ['and', 'or', 'xor'],
  float: ['add', 'floordiv', 'mul', 'mod', 'pow', 'sub', 'truediv'],
  str: ['add', 'mul', 'mod'],
  bytes: ['add', 'mul', 'mod'],
  bytearray: ['add', 'mul', 'mod'],
  list: ['add', 'mul'],
  tuple: ['add', 'mul'],
  deque: ['add', 'mul'],
  'collections.deque': ['add', 'mul'],
  dict: ['or'],
  set: ['and', 'or', 'sub', 'xor'],
  frozenset: ['and', 'or', 'sub', 'xor'],
  dict_keys: ['and', 'or', 'sub', 'xor'],
  dict_items: ['and', 'or', 'sub', 'xor'],
  mappingproxy: ['or'],
  type: ['or'],
  GenericAlias: ['or'],
  UnionType: ['or'],
};
const REFLECTED: Readonly<Record<string, boolean>> = {
  type: true,
  GenericAlias: true,
  UnionType: true,
  int: true,
  bool: true,
  float: true,
  dict: true,
  set: true,
  frozenset: true,
};
/** Sequences reflect only repetition (and strings formatting). */
const REFLECTED_SEQUENCE = ['mul'];

function binaryWrappers(type: string, slots: TypeSlots): Wrapper[] {
  const slot = slots.binary;
  if (slot === undefined) return [];
  const wrappers: Wrapper[] = [];
  for (const operator of OPERATORS[type] ?? []) {
    const index = BINARY.indexOf(operator);
    wrappers.push(wrapper(`__${operator}__`, 1, (self, args) => slot(index, self, H[args])));
    if (REFLECTED[type] === true || REFLECTED_SEQUENCE.includes(operator)) {
      wrappers.push(wrapper(`__r${operator}__`, 1, (self, args) => slot(index, H[args], self)));
    }
  }
  if (type === 'int' || type === 'float') {
    wrappers.push(wrapper('__divmod__', 1, (self, args) => pairOf(slot, self, H[args])));
    wrappers.push(wrapper('__rdivmod__', 1, (self, args) => pairOf(slot, H[args], self)));
  }
  return wrappers;
}

function pairOf(slot: Slot<'binary'>, left: Value, right: Value): Value {
  const quotient = slot(2, left, right);
  if (quotient === S.NOT_IMPLEMENTED) return quotient;
  return tupleOf([quotient, slot(6, left, right)]);
}

function inplaceWrappers(type: string, slots: TypeSlots): Wrapper[] {
  const slot = slots.inplace;
  if (slot === undefined) return [];
  return (OPERATORS[type] ?? [])
    .filter((o) => o !== 'mod')
    .map((operator) =>
      wrapper(`__i${operator}__`, 1, (self, args) => slot(BINARY.indexOf(operator), self, H[args])),
    );
}

function compareWrappers(slots: TypeSlots): Wrapper[] {
  const slot = slots.compare;
  if (slot === undefined) return [];
  return COMPARE.map((name, operator) =>
    wrapper(name, 1, (self, args) => slot(self, H[args], operator)),
  );
}

function simpleWrappers(slots: TypeSlots, add: (w: Wrapper) => void): void {
  const {
    repr,
    str,
    hash,
    length,
    truth,
    negative,
    positive,
    invert,
    absolute,
    index,
    subscript,
    contains,
    iterate,
    next,
  } = slots;
  if (repr) add(wrapper('__repr__', 0, (self) => repr(self)));
  if (str) add(wrapper('__str__', 0, (self) => str(self)));
  if (hash) {
    add(
      wrapper('__hash__', 0, (self) => {
        const shown = inheritedHash(self);
        return shown === undefined ? newInt(hash(self)) : newBigInt(shown);
      }),
    );
  }
  if (length) add(wrapper('__len__', 0, (self) => newInt(length(self))));
  if (truth) add(wrapper('__bool__', 0, (self) => boolOf(truth(self))));
  if (negative) add(wrapper('__neg__', 0, (self) => negative(self)));
  if (positive) add(wrapper('__pos__', 0, (self) => positive(self)));
  if (invert) add(wrapper('__invert__', 0, (self) => invert(self)));
  if (absolute) add(wrapper('__abs__', 0, (self) => absolute(self)));
  if (index) add(wrapper('__index__', 0, (self) => index(self)));
  if (subscript) add(wrapper('__getitem__', 1, (self, args) => subscript(self, H[args])));
  if (contains) add(wrapper('__contains__', 1, (self, args) => boolOf(contains(self, H[args]))));
  if (iterate) add(wrapper('__iter__', 0, (self) => iterate(self)));
  if (next) {
    add(
      wrapper('__next__', 0, (self) => {
        const item = next(self);
        return item === 0 ? stopIterationOf(self) : item;
      }),
    );
  }
}

function mutatingWrappers(slots: TypeSlots, add: (w: Wrapper) => void): void {
  const {
    storeSubscript,
    deleteSubscript,
    descriptorGet,
    descriptorSet,
    format,
    call,
    initialize,
  } = slots;
  if (storeSubscript) {
    add(
      wrapper('__setitem__', 2, (self, args) => {
        storeSubscript(self, H[args], H[args + 1]);
        return S.NONE;
      }),
    );
  }
  if (deleteSubscript) {
    add(
      wrapper('__delitem__', 1, (self, args) => {
        deleteSubscript(self, H[args]);
        return S.NONE;
      }),
    );
  }
  if (descriptorGet) {
    add({
      name: '__get__',
      convention: 'positional',
      count: 2,
      run: (self, args, count) =>
        descriptorGet(
          self,
          H[args] === S.NONE ? 0 : H[args],
          count < 2 || H[args + 1] === S.NONE ? 0 : H[args + 1],
        ),
    });
  }
  if (descriptorSet) {
    add(
      wrapper('__set__', 2, (self, args) => {
        descriptorSet(self, H[args], H[args + 1]);
        return S.NONE;
      }),
    );
    add(
      wrapper('__delete__', 1, (self, args) => {
        descriptorSet(self, H[args], 0);
        return S.NONE;
      }),
    );
  }
  if (format) {
    add(
      wrapper('__format__', 1, (self, args) =>
        isStr(H[args])
          ? format(self, toJs(H[args]))
          : typeError(`__format__() argument must be str, not ${typeName(H[args])}`),
      ),
    );
  }
  if (call)
    add({
      name: '__call__',
      convention: 'raw',
      count: Infinity,
      run: (self, args, count, kw) => call(self, args, count, kw),
    });
  if (initialize) {
    add({
      name: '__init__',
      convention: 'raw',
      count: Infinity,
      run(self, args, count, kw) {
        initialize(self, args, count, kw);
        return S.NONE;
      },
    });
  }
}

function attributeWrappers(slots: TypeSlots, add: (w: Wrapper) => void): void {
  const { getAttribute, setAttribute } = slots;
  if (getAttribute)
    add(wrapper('__getattribute__', 1, (self, args) => getAttribute(self, attributeName(H[args]))));
  if (setAttribute) {
    add(
      wrapper('__setattr__', 2, (self, args) => {
        setAttribute(self, attributeName(H[args]), H[args + 1]);
        return S.NONE;
      }),
    );
    add(
      wrapper('__delattr__', 1, (self, args) => {
        setAttribute(self, attributeName(H[args]), 0);
        return S.NONE;
      }),
    );
  }
}

/** Name and native id of every wrapper of a type. */
export interface TypeWrappers {
  readonly type: DefinedType;
  readonly natives: readonly (readonly [string, number])[];
  /** Native id of the type's `__new__`, or -1. */
  readonly newId: number;
}

/** Registers the wrappers of all declared types; call once per isolate, when all types are declared. */
export function registerSlotWrappers(): TypeWrappers[] {
  return DEFINED_TYPES.map((type) => {
    const base = baseOf(type);
    const own = ownSlots(type.spec.slots, base?.spec.slots);
    const wrappers: Wrapper[] = [];
    const add = (w: Wrapper): void => void wrappers.push(w);
    simpleWrappers(own, add);
    mutatingWrappers(own, add);
    attributeWrappers(own, add);
    wrappers.push(
      ...compareWrappers(own),
      ...binaryWrappers(type.spec.name, own),
      ...inplaceWrappers(type.spec.name, own),
    );
    return {
      type,
      natives: wrappers.map((w) => [w.name, registerWrapper(w)] as const),
      newId: registerNew(type, own),
    };
  });
}

function registerWrapper(w: Wrapper): number {
  return registerNative({
    name: w.name,
    convention: w.convention,
    min: w.convention === 'raw' ? 0 : w.name === '__get__' ? 1 : w.count,
    max: w.count,
    parameters: [],
    selfCount: 1,
    doc: '',
    run: (args: number, count: number, kwNames: Value = 0) =>
      w.run(H[args], args + 1, count, kwNames),
  });
}

/** `T.__new__(cls, ...)` as a static native. */
function registerNew(type: DefinedType, slots: TypeSlots): number {
  const create = slots.create;
  if (create === undefined) return -1;
  return registerNative({
    name: '__new__',
    convention: 'raw',
    min: 0,
    max: Infinity,
    parameters: [],
    selfCount: 0,
    doc: '',
    run(args: number, count: number, kwNames: Value = 0) {
      if (count === 0) return typeError(`${type.spec.name}.__new__(): not enough arguments`);
      const cls = H[args];
      if (!isInstance(cls, T.TYPE)) {
        return typeError(`${type.spec.name}.__new__(X): X is not a type object (${typeName(cls)})`);
      }
      return creation.create(type.address, cls, args + 1, count - 1, kwNames);
    },
  });
}

/** `createThrough` of typeType.ts, which is above this file. */
export const creation: {
  create: (native: Value, type: Value, args: number, count: number, kwNames: Value) => Value;
} = {
  create: () => newStr(''),
};

function ownSlots(slots: TypeSlots, base: TypeSlots | undefined): TypeSlots {
  const own: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(slots)) {
    if (base === undefined || (base as Record<string, unknown>)[key] !== value) own[key] = value;
  }
  return own as TypeSlots;
}
