// The operations that every object has, dispatched by its type's slots: what `repr(x)`, `x == y`,
// `len(x)`, `x[k]` and iteration mean for TypeScript code. Arguments are borrowed, results owned.

import { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { decref, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, Header, TypeFlag, TypeLayout, type Value } from '../heap/layout.ts';
import { bug, H } from '../heap/memory.ts';
import { fullName } from './define.ts';
import { floatValue } from './float.ts';
import { floatRepr } from './floatRepr.ts';
import { isSmall, toNumber } from './int.ts';
import { ASK, plainOrder } from './plainOrder.ts';
import { pendError, RAISED, raise, typeError } from './raise.ts';
import {
  flagsOf,
  heapSlot,
  type OptionalSlot,
  slotsOf,
  slotsOfType,
  type TypeSlots,
  typeOf,
} from './slots.ts';
import { newStr, strEquals, strHash, toJs } from './str.ts';

/** `type(x).__name__` as a JavaScript string, for messages. */
export const typeName = (value: Value): string => nameOfType(typeOf(value));
export const nameOfType = (type: Address): string => toJs(H[(type >> 2) + TypeLayout.NAME]);

export const isNone = (value: Value): boolean => value === S.NONE;
export const isStr = (value: Value): boolean =>
  (value & 1) === 0 && (flagsOf(typeOf(value)) & TypeFlag.STR) !== 0;
export const isInt = (value: Value): boolean =>
  (value & 1) !== 0 || (flagsOf(typeOf(value)) & TypeFlag.INT) !== 0;
export const isFloat = (value: Value): boolean =>
  (value & 1) === 0 && (flagsOf(typeOf(value)) & TypeFlag.FLOAT) !== 0;
export const hasFlag = (value: Value, flag: TypeFlag): boolean =>
  (flagsOf(typeOf(value)) & flag) !== 0;

export function isSubtype(type: Address, base: Address): boolean {
  if (type === base || base === T.OBJECT) return true;
  const mro = H[(type >> 2) + TypeLayout.MRO];
  const length = H[(mro >> 2) + 4];
  for (let i = 0; i < length; i++) if (H[(mro >> 2) + 5 + i] === base) return true;
  return false;
}

export const isInstance = (value: Value, type: Address): boolean => isSubtype(typeOf(value), type);

/** `repr(x)`: an owned str. */
export function repr(value: Value): Value {
  const { repr: slot } = slotsOf(value);
  return slot === undefined
    ? newStr(
        `<${nameOfType(typeOf(value))} object at 0x${(value >>> 0).toString(16).padStart(12, '0')}>`,
      )
    : slot(value);
}

/** `str(x)`: an owned str. */
export function str(value: Value): Value {
  if ((value & 1) === 0 && typeOf(value) === T.STR) {
    incref(value);
    return value;
  }
  const { str: slot } = slotsOf(value);
  return slot === undefined ? repr(value) : slot(value);
}

/** Takes the text out of an owned str. */
export function consumeToJs(text: Value): string {
  const js = toJs(text);
  decref(text);
  return js;
}
export const reprJs = (value: Value): string => consumeToJs(repr(value));
/** `str(x)` as a JavaScript string. */
export function strJs(value: Value): string {
  if ((value & 1) !== 0) return String(value >> 1);
  const type = typeOf(value);
  if (type === T.STR) return toJs(value);
  if (type === T.FLOAT) return floatRepr(floatValue(value));
  return consumeToJs(str(value));
}

/** 32-bit hash; raises TypeError if unhashable. */
export function hash(value: Value): number {
  if ((value & 1) !== 0) return value >> 1;
  const type = typeOf(value);
  if (type === T.STR) return strHash(value);
  const { hash: slot } = slotsOfType(type);
  if (slot === undefined)
    return typeError(`unhashable type: '${fullName(type) ?? nameOfType(type)}'`);
  return slot(value);
}

/** Rich comparison: an owned value, usually True or False; raises TypeError if there is no order. */
export function compare(left: Value, right: Value, operator: CompareOperator): Value {
  const lt = typeOf(left);
  const rt = typeOf(right);
  // A proper subtype of the left operand's type that overrides is asked first.
  const swap = lt !== rt && isSubtype(rt, lt);
  let result = swap
    ? tryCompare(right, left, REFLECTED[operator] as CompareOperator)
    : tryCompare(left, right, operator);
  if (result !== S.NOT_IMPLEMENTED) return result;
  if (!swap) return compareAfterLeft(left, right, operator);
  result = tryCompare(left, right, operator);
  return result !== S.NOT_IMPLEMENTED ? result : compareIdentity(left, right, operator);
}

/** The rest of a comparison whose left operand was asked first and does not know: owned. */
export function compareAfterLeft(left: Value, right: Value, operator: CompareOperator): Value {
  const result = tryCompare(right, left, REFLECTED[operator] as CompareOperator);
  return result !== S.NOT_IMPLEMENTED ? result : compareIdentity(left, right, operator);
}

/** What is left when no operand knows. */
function compareIdentity(left: Value, right: Value, operator: CompareOperator): Value {
  if (operator === CompareOperator.EQ) return left === right ? S.TRUE : S.FALSE;
  if (operator === CompareOperator.NE) return left === right ? S.FALSE : S.TRUE;
  const sign = ['<', '<=', '==', '!=', '>', '>='][operator];
  return typeError(
    `'${sign}' not supported between instances of '${nameOfType(typeOf(left))}' and '${nameOfType(typeOf(right))}'`,
  );
}

const REFLECTED = [
  CompareOperator.GT,
  CompareOperator.GE,
  CompareOperator.EQ,
  CompareOperator.NE,
  CompareOperator.LT,
  CompareOperator.LE,
];

function tryCompare(left: Value, right: Value, operator: CompareOperator): Value {
  const { compare: slot } = slotsOf(left);
  return slot === undefined ? S.NOT_IMPLEMENTED : slot(left, right, operator);
}

/** `x is y or x == y`, the equality of containers. */
export function equals(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (isSmall(left) && isSmall(right)) return false;
  if (typeOf(left) === T.STR && typeOf(right) === T.STR) return strEquals(left, right);
  return isTrueOwned(compare(left, right, CompareOperator.EQ));
}

/** Truth of an owned value, which is released. */
export function isTrueOwned(value: Value): boolean {
  if (value === S.TRUE) return true;
  if (value === S.FALSE) return false;
  const truth = isTrue(value);
  decref(value);
  return truth;
}

export function lessThan(left: Value, right: Value): boolean {
  if (isSmall(left) && isSmall(right)) return left < right;
  const plain = plainOrder(CompareOperator.LT, left, right);
  return plain !== ASK ? plain === 1 : isTrueOwned(compare(left, right, CompareOperator.LT));
}

/** `bool(x)`. */
export function isTrue(value: Value): boolean {
  if ((value & 1) !== 0) return value !== 1;
  if (value === S.TRUE) return true;
  if (value === S.FALSE || value === S.NONE) return false;
  const slots = slotsOf(value);
  if (slots.truth !== undefined) return slots.truth(value);
  if (slots.length !== undefined) return slots.length(value) !== 0;
  return true;
}

/** `len(x)`. */
export function length(value: Value): number {
  const { length: slot } = slotsOf(value);
  if (slot === undefined) return typeError(`object of type '${typeName(value)}' has no len()`);
  return slot(value);
}

/** `x[key]`: owned. */
export function subscript(object: Value, key: Value): Value {
  const { subscript: slot } = slotsOf(object);
  if (slot === undefined) return typeError(`'${typeName(object)}' object is not subscriptable`);
  return slot(object, key);
}

export function storeSubscript(object: Value, key: Value, value: Value): void {
  const { storeSubscript: slot } = slotsOf(object);
  if (slot === undefined)
    return typeError(`'${typeName(object)}' object does not support item assignment`);
  slot(object, key, value);
}

export function deleteSubscript(object: Value, key: Value): void {
  const { deleteSubscript: slot, length: sized } = slotsOf(object);
  if (slot === undefined) return noItemDeletion(object, key, sized !== undefined);
  slot(object, key);
}

/** CPython has two wordings: one for a sequence and an index, one for everything else. */
export function noItemDeletion(object: Value, key: Value, isSequence: boolean): never {
  const verb = isSequence && isInt(key) ? "doesn't" : 'does not';
  return typeError(`'${typeName(object)}' object ${verb} support item deletion`);
}

/** `item in container`. */
export function contains(container: Value, item: Value): boolean {
  const { contains: slot, iterate: iterable } = slotsOf(container);
  if (slot !== undefined) return slot(container, item);
  if (iterable === undefined)
    return typeError(`argument of type '${typeName(container)}' is not iterable`);
  return containsByIterating(container, item);
}

/** `item in container` for what has only its items: compares one after the other. */
export function containsByIterating(container: Value, item: Value): boolean {
  const iterator = iterate(container);
  try {
    for (let next = nextItem(iterator); next !== 0; next = nextItem(iterator)) {
      const found = equals(next, item);
      decref(next);
      if (found) return true;
    }
    return false;
  } finally {
    decref(iterator);
  }
}

/** `iter(x)`: an owned iterator. */
export function iterate(value: Value): Value {
  const { iterate: slot } = slotsOf(value);
  if (slot === undefined) return typeError(`'${typeName(value)}' object is not iterable`);
  return slot(value);
}

/** How a generator goes on: filled in by the runtime. Not by its slot, so that V8 knows what is called. */
export const generatorStep: { next: (generator: Address) => Value } = {
  next: () => bug('no generators'),
};

/** The next item (owned), or 0 when the iterator is exhausted. */
export function nextItem(iterator: Value): Value {
  if ((iterator & 1) === 0 && H[(iterator >> 2) + Header.TYPE] === T.GENERATOR)
    return generatorStep.next(iterator);
  const { next } = slotsOf(iterator);
  if (next === undefined) return typeError(`'${typeName(iterator)}' object is not an iterator`);
  return next(iterator);
}

/** All items (each owned) of any iterable. Lists and tuples should be handled by the caller if speed matters. */
export function collect(iterable: Value): Value[] {
  const { snapshot } = slotsOf(iterable);
  if (snapshot !== undefined) return snapshot(iterable);
  const iterator = iterate(iterable);
  const items: Value[] = [];
  try {
    for (let next = nextItem(iterator); next !== 0; next = nextItem(iterator)) items.push(next);
    return items;
  } catch (error) {
    for (const item of items) decref(item);
    throw error;
  } finally {
    decref(iterator);
  }
}

/** The slot of a value, undefined if its type does not know the operation. */
function optionalSlot<K extends OptionalSlot>(value: Value, slot: K): TypeSlots[K] {
  const type = typeOf(value);
  const found = slotsOfType(type)[slot];
  if (found === undefined || (flagsOf(type) & TypeFlag.HEAP) === 0) return found;
  return heapSlot.present(type, slot) ? found : undefined;
}

/** How the value becomes an int by `__index__`, undefined if it cannot. */
export const indexSlot = (value: Value): TypeSlots['index'] => optionalSlot(value, 'index');
/** Whether `iter(value)` would find something to ask. */
export const isIterable = (value: Value): boolean => optionalSlot(value, 'iterate') !== undefined;

/** `operator.index(x)` as a JavaScript number clipped to 2**53; TypeError if it is no integer. */
export function indexOf(value: Value, message?: string): number {
  if ((value & 1) !== 0) return value >> 1;
  if (isInt(value)) return toNumber(value);
  const index = indexSlot(value);
  if (index === undefined) {
    return typeError(message ?? `'${typeName(value)}' object cannot be interpreted as an integer`);
  }
  const int = index(value);
  const n = toNumber(int);
  decref(int);
  return n;
}

/** `left op right` for a binary operator that is not in-place: owned. */
export const binary = (operator: BinaryOperator, left: Value, right: Value): Value =>
  binaryWith(operator, left, right, '');

const SIGNS = ['+', '&', '//', '<<', '@', '*', '%', '|', '** or pow()', '>>', '-', '/', '^'];

/** Nobody knows the operator for these types: TypeError is pending, and the answer 0. */
export function pendUnsupported(
  operator: BinaryOperator,
  lt: Address,
  rt: Address,
  suffix: string,
): Value {
  const sign =
    operator === BinaryOperator.POWER && suffix === '=' ? '**=' : `${SIGNS[operator]}${suffix}`;
  return pendError(
    'TypeError',
    `unsupported operand type(s) for ${sign}: '${nameOfType(lt)}' and '${nameOfType(rt)}'`,
  );
}

/** `left op= right`: owned. The left operand's own way, else the plain operator. */
export const inplace = (operator: BinaryOperator, left: Value, right: Value): Value =>
  raised(tryInplace(operator, left, right));

/** As `inplace`, but 0 if an exception is pending. */
export function tryInplace(operator: BinaryOperator, left: Value, right: Value): Value {
  const { inplace: slot } = slotsOf(left);
  if (slot !== undefined) {
    const result = slot(operator, left, right);
    if (result !== S.NOT_IMPLEMENTED) return result;
  }
  return tryBinaryWith(operator, left, right, '=');
}

/** Throws what an answer of 0 says is pending. */
function raised(answer: Value): Value {
  if (answer === 0) throw RAISED;
  return answer;
}

/** As `binary`; the suffix is `=` if an in-place operator has come to it. */
export const binaryWith = (
  operator: BinaryOperator,
  left: Value,
  right: Value,
  suffix: string,
): Value => raised(tryBinaryWith(operator, left, right, suffix));

/** As `binary`, but 0 if an exception is pending. */
export const tryBinary = (operator: BinaryOperator, left: Value, right: Value): Value =>
  tryBinaryWith(operator, left, right, '');

/** As `binaryWith`, but 0 if an exception is pending. */
export function tryBinaryWith(
  operator: BinaryOperator,
  left: Value,
  right: Value,
  suffix: string,
): Value {
  const lt = typeOf(left);
  const rt = typeOf(right);
  const ls = slotsOfType(lt).binary;
  if (lt === rt && ls !== undefined) {
    const result = ls(operator, left, right);
    return result !== S.NOT_IMPLEMENTED ? result : pendUnsupported(operator, lt, rt, suffix);
  }
  const rs = lt === rt ? undefined : slotsOfType(rt).binary;
  const first = rs !== undefined && rs !== ls && isSubtype(rt, lt) ? rs : ls;
  const second = first === ls ? rs : ls;
  if (first !== undefined) {
    const result = first(operator, left, right);
    if (result !== S.NOT_IMPLEMENTED) return result;
  }
  if (second !== undefined && second !== first) {
    const result = second(operator, left, right);
    if (result !== S.NOT_IMPLEMENTED) return result;
  }
  return pendUnsupported(operator, lt, rt, suffix);
}

/** Guards against endless recursion of reprs and comparisons; see runtime/recursion.ts. */
export const recursionGuard: { enter: (where: string) => void; leave: () => void } = {
  enter: () => {},
  leave: () => {},
};

/** Raises StopIteration-like errors without a message. */
export const stopIteration = (): never => raise('StopIteration');
