// Worker 0 lays the declared builtin types into the heap: names, flags, slots, bases and MROs. Their
// dictionaries follow when functions and dicts can be made (runtime/boot.ts).

import { initHeader, makeImmortal } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, Machine, TupleLayout, TypeFlag, TypeLayout } from '../heap/layout.ts';
import { H, MACHINE } from '../heap/memory.ts';
import { type DefinedType, typesBaseFirst } from './define.ts';
import { newObject, placeObject } from './object.ts';
import { internJs } from './str.ts';

/** Flags that a subtype shares with its base. */
export const INHERITED_FLAGS =
  TypeFlag.INT |
  TypeFlag.STR |
  TypeFlag.BYTES |
  TypeFlag.TUPLE |
  TypeFlag.LIST |
  TypeFlag.DICT |
  TypeFlag.SET |
  TypeFlag.EXCEPTION |
  TypeFlag.TYPE |
  TypeFlag.FLOAT |
  TypeFlag.FROZENSET |
  TypeFlag.VARIABLE_SIZE |
  TypeFlag.HAS_DICT |
  TypeFlag.HAS_FINALIZER |
  TypeFlag.HAS_GETATTR |
  TypeFlag.HAS_GETATTRIBUTE |
  TypeFlag.HAS_SETATTR |
  TypeFlag.HAS_DELATTR |
  TypeFlag.HAS_NEW |
  TypeFlag.HAS_INIT;

export function layTypes(): void {
  for (const defined of typesBaseFirst()) layType(defined);
}

function layType({ address, spec, slotsId }: DefinedType): void {
  const q = address >> 2;
  initHeader(address, T.TYPE);
  H.fill(0, q + 4, q + TypeLayout.WORDS);
  const base = address === T.OBJECT ? 0 : (spec.base ?? T.OBJECT);
  H[q + TypeLayout.NAME] = internJs(spec.name);
  H[q + TypeLayout.QUALNAME] = internJs(spec.name);
  H[q + TypeLayout.SLOTS] = slotsId;
  H[q + TypeLayout.BASE] = base;
  H[q + TypeLayout.INSTANCE_WORDS] = spec.words;
  H[q + TypeLayout.FLAGS] =
    (spec.flags ?? 0) | (base === 0 ? 0 : H[(base >> 2) + TypeLayout.FLAGS] & INHERITED_FLAGS);
  if (base !== 0) H[q + TypeLayout.ATTRIBUTES] = H[(base >> 2) + TypeLayout.ATTRIBUTES];
  if (spec.attributes !== undefined) H[q + TypeLayout.ATTRIBUTES] = spec.attributes;
  const second = spec.secondBase ?? 0;
  const bases = base === 0 ? [] : second === 0 ? [base] : [base, second];
  H[q + TypeLayout.BASES] = base === 0 ? S.EMPTY_TUPLE : immortalTuple(bases);
  const inherited = base === 0 ? [] : second === 0 ? mroOf(base) : [base, ...mroOf(second)];
  H[q + TypeLayout.MRO] = immortalTuple([address, ...inherited]);
  H[MACHINE + Machine.TYPE_VERSION] += 1;
  H[q + TypeLayout.VERSION] = H[MACHINE + Machine.TYPE_VERSION];
  makeImmortal(address);
}

/** The types of a method resolution order. */
export function mroOf(type: Address): Address[] {
  const mro = H[(type >> 2) + TypeLayout.MRO] >> 2;
  return Array.from(
    H.subarray(mro + TupleLayout.ITEMS, mro + TupleLayout.ITEMS + H[mro + TupleLayout.LENGTH]),
  );
}

function immortalTuple(items: readonly Address[]): Address {
  const tuple = newObject(T.TUPLE, TupleLayout.ITEMS + items.length);
  H[(tuple >> 2) + TupleLayout.LENGTH] = items.length;
  for (let i = 0; i < items.length; i++)
    H[(tuple >> 2) + TupleLayout.ITEMS + i] = items[i] as number;
  makeImmortal(tuple);
  return tuple;
}

/** The singletons whose types have no file of their own to do it. */
export function laySingletons(): void {
  placeObject(S.NONE, T.NONE);
  placeObject(S.ELLIPSIS, T.ELLIPSIS);
  placeObject(S.NOT_IMPLEMENTED, T.NOT_IMPLEMENTED);
  placeObject(S.DUMMY, T.OBJECT);
  placeObject(S.FALSE, T.BOOL);
  placeObject(S.TRUE, T.BOOL);
  H[(S.TRUE >> 2) + 4] = 1;
  H[(S.FALSE >> 2) + 4] = 0;
  placeObject(S.EMPTY_TUPLE, T.TUPLE);
  H[(S.EMPTY_TUPLE >> 2) + TupleLayout.LENGTH] = 0;
  placeObject(S.EMPTY_BYTES, T.BYTES);
  H.fill(0, (S.EMPTY_BYTES >> 2) + 4, (S.EMPTY_BYTES >> 2) + 8);
}
