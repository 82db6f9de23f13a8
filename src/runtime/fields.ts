// Fields of runtime objects that Python code may change while other threads read them (`f.__name__`,
// `f.__defaults__`, a cell's contents): a word that owns its value, read and written under the object's
// lock. The old value is released after the lock, because that may run a finalizer.

import { decref, incref, lockBriefly, unlockBriefly } from '../executors/policy.ts';
import { S } from '../heap/builtinTypes.ts';
import { type Address, Header, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import type { GetSetSpec } from '../objects/define.ts';
import { newDict } from '../objects/dict.ts';
import { raise } from '../objects/raise.ts';

/** The value of a field: owned, or 0. */
export function fieldOrZero(object: Address, field: number): Value {
  lockBriefly(object);
  const value: Value = H[(object >> 2) + field];
  if (value !== 0) incref(value);
  unlockBriefly(object);
  return value;
}

/** The value of a field: owned, None where it is empty. */
export function fieldOrNone(object: Address, field: number): Value {
  const value = fieldOrZero(object, field);
  return value === 0 ? S.NONE : value;
}

/** Stores a borrowed value (0: empties the field) and releases what was there. */
export function setField(object: Address, field: number, value: Value): void {
  if (value !== 0) incref(value);
  lockBriefly(object);
  const old: Value = H[(object >> 2) + field];
  H[(object >> 2) + field] = value;
  unlockBriefly(object);
  if (old !== 0) decref(old);
}

/** Empties a field of an object that nobody else sees any more, or that the collector takes apart. */
export function clearField(object: Address, field: number): void {
  const old: Value = H[(object >> 2) + field];
  H[(object >> 2) + field] = 0;
  if (old !== 0) decref(old);
}

/** Clears a range of fields, each owning its value. */
export function clearFields(object: Address, first: number, last: number): void {
  for (let field = first; field <= last; field++) clearField(object, field);
}

/** Calls `visit` with the values of a range of fields. */
export function visitFields(
  object: Address,
  first: number,
  last: number,
  visit: (value: Value) => void,
): void {
  for (let field = first; field <= last; field++) {
    const value: Value = H[(object >> 2) + field];
    if (value !== 0) visit(value);
  }
}

/** The dict in a field, made when first asked for: owned. */
export function fieldDict(object: Address, field: number): Address {
  lockBriefly(object);
  const word = (object >> 2) + field;
  if (H[word] === 0) H[word] = newDict();
  const dict = H[word];
  incref(dict);
  unlockBriefly(object);
  return dict;
}

/** An attribute that shows a field and may not be assigned. */
export const readOnlyField = (name: string, field: number): GetSetSpec => ({
  name,
  get: (object) => fieldOrNone(object, field),
  set: readOnly,
});

/** An attribute computed by `get` that may not be assigned, as members of structures word it. */
export const readOnlyMember = (name: string, get: (object: Address) => Value): GetSetSpec => ({
  name,
  get,
  set: readOnly,
});

const readOnly = (): never => raise('AttributeError', 'readonly attribute');

/** The hash of objects that are equal to nothing but themselves. */
export const identityHash = (object: Value): number => (object >>> 3) | 0;

/** An object's address as reprs show it. */
export const addressText = (object: Value): string =>
  `0x${(object >>> 0).toString(16).padStart(12, '0')}`;

/** Word index of the type word: a guard that stands while the object lives. */
export const typeWord = (object: Address): number => (object >> 2) + Header.TYPE;
