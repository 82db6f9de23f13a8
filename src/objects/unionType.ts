// `int | str` (PEP 604): the types it allows, flat and each once, in a tuple. `isinstance` reads
// `__args__` (runtime/typeChecks.ts). Equal unions allow the same types in any order.

import { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { decref, free, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, UnionLayout as L, TypeFlag, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType, staticType } from './define.ts';
import { GENERIC_ALIAS, parameterText } from './genericAlias.ts';
import { newObject } from './object.ts';
import { equals, hasFlag, hash } from './protocol.ts';
import { typeOf } from './slots.ts';
import { newStr } from './str.ts';
import { tupleItems, tupleOf } from './tuple.ts';

const UNION = staticType();

const argsOf = (union: Address): Value[] => tupleItems(H[(union >> 2) + L.ARGS]);

const canJoin = (value: Value): boolean =>
  value === S.NONE ||
  typeOf(value) === UNION ||
  typeOf(value) === GENERIC_ALIAS ||
  ((value & 1) === 0 && hasFlag(value, TypeFlag.TYPE));

/** `left | right` for types, None, parameterized types and unions: owned; NotImplemented for others. */
export function unionOf(left: Value, right: Value): Value {
  if (!canJoin(left) || !canJoin(right)) return S.NOT_IMPLEMENTED;
  const args: Value[] = [];
  for (const side of [left, right]) {
    for (const arg of typeOf(side) === UNION ? argsOf(side) : [side === S.NONE ? T.NONE : side]) {
      if (!args.some((known) => equals(known, arg))) args.push(arg);
    }
  }
  for (const arg of args) incref(arg);
  if (args.length === 1) return args[0] as Value;
  const union = newObject(UNION, L.WORDS);
  H[(union >> 2) + L.ARGS] = tupleOf(args);
  return union;
}

function compareUnions(left: Value, right: Value, operator: CompareOperator): Value {
  if (typeOf(right) !== UNION) return S.NOT_IMPLEMENTED;
  if (operator !== CompareOperator.EQ && operator !== CompareOperator.NE) return S.NOT_IMPLEMENTED;
  const [a, b] = [argsOf(left), argsOf(right)];
  const same = a.length === b.length && a.every((x) => b.some((y) => equals(x, y)));
  return same === (operator === CompareOperator.EQ) ? S.TRUE : S.FALSE;
}

defineType(UNION, {
  name: 'UnionType',
  module: 'types',
  words: L.WORDS,
  slots: {
    dealloc(union) {
      decref(H[(union >> 2) + L.ARGS]);
      free(union, L.WORDS << 2);
    },
    children: (union, visit) => visit(H[(union >> 2) + L.ARGS]),
    hash: (union) => argsOf(union).reduce((mix, arg) => mix ^ hash(arg), 0),
    compare: compareUnions,
    repr: (union) => newStr(argsOf(union).map(parameterText).join(' | ')),
    binary: (operator, left, right) =>
      operator === BinaryOperator.OR ? unionOf(left, right) : S.NOT_IMPLEMENTED,
    create: undefined,
  },
  getset: [
    {
      name: '__args__',
      get(union) {
        const args: Value = H[(union >> 2) + L.ARGS];
        incref(args);
        return args;
      },
    },
    { name: '__parameters__', get: () => S.EMPTY_TUPLE },
  ],
});
