// `list[int]` (PEP 585): a builtin type with parameters that only readers and checkers of annotations
// look at. Called, it makes what its origin makes; asked for an attribute that is not its own, it asks
// its origin.

import { CompareOperator } from '../bytecode/opcodes.ts';
import { decref, free, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  GenericAliasLayout as L,
  TypeFlag,
  TypeLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { attributeAccess } from './attributeAccess.ts';
import { calling } from './calling.ts';
import { defineType, staticType } from './define.ts';
import { oneArg } from './natives.ts';
import { newObject } from './object.ts';
import { equals, hasFlag, hash, isInstance, reprJs } from './protocol.ts';
import { raise, typeError } from './raise.ts';
import { slotsOfType, typeOf } from './slots.ts';
import { newStr, own, staticName, toJs } from './str.ts';
import { tupleItems, tupleOf } from './tuple.ts';

export const GENERIC_ALIAS = staticType();

const originOf = (alias: Address): Value => H[(alias >> 2) + L.ORIGIN];
const argsOf = (alias: Address): Value => H[(alias >> 2) + L.ARGS];

/** `origin[item]` (borrowed): owned. A tuple means several parameters. */
export function newGenericAlias(origin: Value, item: Value): Address {
  const args = isInstance(item, T.TUPLE) ? own(item) : tupleOf([own(item)]);
  const alias = newObject(GENERIC_ALIAS, L.WORDS);
  H[(alias >> 2) + L.ORIGIN] = own(origin);
  H[(alias >> 2) + L.ARGS] = args;
  return alias;
}

/** How a type shows among parameters: by its qualified name, without the module if it is builtins. */
export function parameterText(value: Value): string {
  if (value === S.ELLIPSIS) return '...';
  if (value === T.NONE) return 'None';
  if ((value & 1) !== 0 || !hasFlag(value, TypeFlag.TYPE)) return reprJs(value);
  const qualname = toJs(H[(value >> 2) + TypeLayout.QUALNAME]);
  const module = attributeAccess.find(value, MODULE);
  if (module === 0) return qualname;
  const text = typeOf(module) === T.STR ? toJs(module) : '';
  decref(module);
  return text === '' || text === 'builtins' ? qualname : `${text}.${qualname}`;
}

const MODULE = staticName('__module__');
const OWN = new Set(
  ['__class__', '__origin__', '__args__', '__parameters__', '__mro_entries__'].map(staticName),
);

function getAttribute(alias: Value, name: Value): Value {
  const asked = OWN.has(name)
    ? attributeAccess.findSpecial(alias, name)
    : attributeAccess.find(originOf(alias), name);
  if (asked !== 0) return asked;
  return raise(
    'AttributeError',
    `type object '${parameterText(originOf(alias))}' has no attribute '${toJs(name)}'`,
  );
}

function compareAliases(left: Value, right: Value, operator: CompareOperator): Value {
  if (typeOf(right) !== GENERIC_ALIAS) return S.NOT_IMPLEMENTED;
  if (operator !== CompareOperator.EQ && operator !== CompareOperator.NE) return S.NOT_IMPLEMENTED;
  const same = equals(originOf(left), originOf(right)) && equals(argsOf(left), argsOf(right));
  return same === (operator === CompareOperator.EQ) ? S.TRUE : S.FALSE;
}

function callOrigin(alias: Value, args: WordIndex, count: number, kwNames: Value): Value {
  return calling.call(originOf(alias), Array.from(H.subarray(args, args + count)), kwNames);
}

defineType(GENERIC_ALIAS, {
  name: 'GenericAlias',
  module: 'types',
  words: L.WORDS,
  slots: {
    dealloc(alias) {
      decref(originOf(alias));
      decref(argsOf(alias));
      free(alias, L.WORDS << 2);
    },
    children(alias, visit) {
      visit(originOf(alias));
      visit(argsOf(alias));
    },
    hash: (alias) => hash(originOf(alias)) ^ hash(argsOf(alias)),
    compare: compareAliases,
    repr(alias) {
      const args = tupleItems(argsOf(alias)).map(parameterText);
      return newStr(
        `${parameterText(originOf(alias))}[${args.length === 0 ? '()' : args.join(', ')}]`,
      );
    },
    call: callOrigin,
    getAttribute,
    // Joining types is the business of types (unionType.ts).
    binary: (operator, left, right) =>
      slotsOfType(T.TYPE).binary?.(operator, left, right) ?? S.NOT_IMPLEMENTED,
    create: undefined,
  },
  methods: [
    oneArg('__mro_entries__', (args) => tupleOf([own(originOf(H[args]))])),
    oneArg('__instancecheck__', () =>
      typeError('isinstance() argument 2 cannot be a parameterized generic'),
    ),
    oneArg('__subclasscheck__', () =>
      typeError('issubclass() argument 2 cannot be a parameterized generic'),
    ),
  ],
  getset: [
    { name: '__origin__', get: (alias) => own(originOf(alias)) },
    {
      name: '__args__',
      get(alias) {
        incref(argsOf(alias));
        return argsOf(alias);
      },
    },
    { name: '__parameters__', get: () => S.EMPTY_TUPLE },
  ],
});
