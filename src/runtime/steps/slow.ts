// The slow paths of instructions, by opcode, in the order of the table. Operands are borrowed from the stack;
// results are owned.

import { CodeFlag } from '../../bytecode/code.ts';
import { Op } from '../../bytecode/opcodes.ts';
import { decref, incref, increfShareable, lock, unlock } from '../../executors/policy.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  CodeLayout as C,
  CellLayout,
  ExceptionLayout,
  FunctionLayout as F,
  Frame,
  Header,
  ListLayout,
  NativeLayout,
  Thread,
  TupleLayout,
  TypeFlag,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { bug, H } from '../../heap/memory.ts';
import { call1, callWith } from '../../objects/calling.ts';
import {
  dictContains,
  dictGetName,
  dictSet,
  dictSetName,
  dictSize,
  newDict,
  newDictSized,
} from '../../objects/dict.ts';
import { dictUpdateFrom } from '../../objects/dictUpdate.ts';
import { builtinException, isExceptionType } from '../../objects/exceptions.ts';
import { formatValue } from '../../objects/format.ts';
import { itemsAt, listExtend, listSize, newListFromStack } from '../../objects/list.ts';
import { storePlainSlice } from '../../objects/listType.ts';
import { newObject } from '../../objects/object.ts';
import {
  collect,
  contains,
  deleteSubscript,
  isIterable,
  isStr,
  isSubtype,
  iterate,
  nextItem,
  repr,
  storeSubscript,
  str,
  subscript,
  typeName,
} from '../../objects/protocol.ts';
import {
  RAISED,
  raise,
  raiseObject,
  takePending,
  typeError,
  valueError,
} from '../../objects/raise.ts';
import { newSet, setAdd, setUpdateFrom } from '../../objects/set.ts';
import { isPlainEdge, newSlice, plainEdge } from '../../objects/slice.ts';
import { flagsOf, slotsOf, typeOf } from '../../objects/slots.ts';
import { cachedText, own, toJs } from '../../objects/str.ts';
import { strAppendInPlace } from '../../objects/strBuild.ts';
import { asciiRepr } from '../../objects/strRepr.ts';
import { copyToTuple, tupleOf } from '../../objects/tuple.ts';
import { getAttribute, getAttributeOrZero, setAttribute as setAttributeOf } from '../attributes.ts';
import { describeCallable } from '../describe.ts';
import { displayValue } from '../display.ts';
import { builtinsOf, leaveFrame } from '../frames.ts';
import { Resumer } from '../generatorFrames.ts';
import { importFromModule, importModule, importStarInto } from '../imports.ts';
import { callMethod } from '../instances.ts';
import { N } from '../names.ts';
import { lookup } from '../typeLookup.ts';
import { Exit } from './exit.ts';
import { finishGenerator } from './generators.ts';
import { unboundDeref } from './names.ts';
import { specialResult } from './specialReturns.ts';

export const GENERATOR_FOR_ITER = Resumer.FOR_ITER;
export const GENERATOR_SEND = Resumer.SEND;
export const ASSERTION_ERROR: Address = builtinException('AssertionError');

const codeName = (fp: WordIndex, index: number): Address =>
  H[H[(H[fp + Frame.CODE] >> 2) + C.NAMES] + index];

/** The value at sp - 1 is replaced by an owned one. */
export function replaceTop(sp: WordIndex, value: Value): void {
  const old: Value = H[sp - 1];
  H[sp - 1] = value;
  decref(old);
}

/** Drops `count` values below the top one; returns the new sp. */
export function dropBelowTop(sp: WordIndex, count: number): WordIndex {
  const top = H[sp - 1];
  const at = sp - 1 - count;
  for (let i = sp - 2; i >= at; i--) {
    const value: Value = H[i];
    if (value !== 0) decref(value);
  }
  H[at] = top;
  return at + 1;
}

/** Drops `count` values; returns the new sp. */
export function dropTop(sp: WordIndex, count: number): WordIndex {
  for (let i = 1; i <= count; i++) {
    const value: Value = H[sp - i];
    if (value !== 0) decref(value);
  }
  return sp - count;
}

export function makeCell(fp: WordIndex, index: number): void {
  const cell = newObject(T.CELL, CellLayout.WORDS);
  H[(cell >> 2) + CellLayout.VALUE] = H[fp + index];
  H[fp + index] = cell;
}

/** LOAD_DEREF under the cell's lock; raises if it is empty. */
export function loadCell(fp: WordIndex, index: number): Value {
  const cell = H[fp + index];
  lock(cell);
  const value: Value = H[(cell >> 2) + CellLayout.VALUE];
  if (value !== 0) increfShareable(value);
  unlock(cell);
  return value === 0 ? unboundDeref(fp, index) : value;
}

export function copyFreeVars(fp: WordIndex, count: number): void {
  const closure = H[(H[fp + Frame.FUNCTION] >> 2) + F.CLOSURE] >> 2;
  const first = fp + H[(H[fp + Frame.CODE] >> 2) + C.LOCALS_PLUS] - count;
  for (let i = 0; i < count; i++) H[first + i] = own(H[closure + TupleLayout.ITEMS + i]);
}

export function deleteAttribute(fp: WordIndex, index: number, object: Value): void {
  setAttributeOf(object, codeName(fp, index), 0);
}

function unary(value: Value, slot: 'negative' | 'positive' | 'invert', sign: string): Value {
  const run = slotsOf(value)[slot];
  return run === undefined
    ? typeError(`bad operand type for unary ${sign}: '${typeName(value)}'`)
    : run(value);
}
export const negative = (value: Value): Value => unary(value, 'negative', '-');
export const positive = (value: Value): Value => unary(value, 'positive', '+');
export const invert = (value: Value): Value => unary(value, 'invert', '~');

/**
 * `s += t` for a local string that nobody else sees: CPython's unicode_concatenate. The next
 * instruction must store into the local that holds the left operand.
 */
export function canAppendString(left: Value, right: Value): boolean {
  if (((left | right) & 1) !== 0) return false;
  if (H[(left >> 2) + Header.TYPE] !== T.STR || H[(right >> 2) + Header.TYPE] !== T.STR)
    return false;
  return true;
}

export function appendString(fp: WordIndex, ip: WordIndex, left: Value, right: Value): Value {
  const next = H[ip + 1];
  const local = (next & 0xff) === Op.STORE_FAST ? fp + (next >>> 8) : 0;
  if (local !== 0 && H[local] === left) {
    // The local gives up its reference first, so that the string may be unique.
    H[local] = 0;
    decref(left);
  }
  return strAppendInPlace(left, right);
}

export function containsValue(container: Value, item: Value): boolean {
  return contains(container, item);
}

export function deleteItem(object: Value, key: Value): void {
  deleteSubscript(object, key);
}

export function binarySlice(object: Value, start: Value, stop: Value): Value {
  const slice = newSlice(own(start), own(stop), S.NONE);
  try {
    return subscript(object, slice);
  } finally {
    decref(slice);
  }
}

export function storeSlice(object: Value, start: Value, stop: Value, value: Value): void {
  if (typeOf(object) === T.LIST && isPlainEdge(start) && isPlainEdge(stop)) {
    const size = listSize(object);
    const from = plainEdge(start, 0, size);
    if (storePlainSlice(object, from, plainEdge(stop, size, size), value)) return;
  }
  const slice = newSlice(own(start), own(stop), S.NONE);
  try {
    storeSubscript(object, slice, value);
  } finally {
    decref(slice);
  }
}

export function buildSet(from: WordIndex, count: number): Value {
  const set = newSet(T.SET);
  try {
    for (let i = 0; i < count; i++) setAdd(set, H[from + i]);
    return set;
  } catch (error) {
    decref(set);
    throw error;
  }
}

export function buildMap(from: WordIndex, count: number): Value {
  const dict = newDictSized(count);
  try {
    for (let i = 0; i < count; i++) dictSet(dict, H[from + 2 * i], H[from + 2 * i + 1]);
    return dict;
  } catch (error) {
    decref(dict);
    throw error;
  }
}

export function buildConstKeyMap(from: WordIndex, count: number, keys: Value): Value {
  const dict = newDictSized(count);
  for (let i = 0; i < count; i++)
    dictSet(dict, H[(keys >> 2) + TupleLayout.ITEMS + i], H[from + i]);
  return dict;
}

export function buildSlice(from: WordIndex, count: number): Value {
  return newSlice(own(H[from]), own(H[from + 1]), count === 3 ? own(H[from + 2]) : S.NONE);
}

export function setAddValue(set: Value, value: Value): void {
  setAdd(set, value);
}

export function mapAdd(dict: Value, key: Value, value: Value): void {
  dictSet(dict, key, value);
}

export function listExtendValue(list: Value, iterable: Value): void {
  try {
    listExtend(list, iterable);
  } catch (error) {
    if (error !== RAISED || isIterable(iterable)) throw error;
    decref(takePending());
    typeError(`Value after * must be an iterable, not ${typeName(iterable)}`);
  }
}

export function setUpdateValue(set: Value, iterable: Value): void {
  setUpdateFrom(set, iterable);
}

export function dictUpdateValue(dict: Value, mapping: Value): void {
  if (typeOf(mapping) !== T.DICT) {
    const keys = getAttributeOrZero(mapping, N.keys);
    if (keys === 0) typeError(`'${typeName(mapping)}' object is not a mapping`);
    decref(keys);
  }
  dictUpdateFrom(dict, mapping);
}

/**
 * DICT_MERGE, which adds to the keywords of a call. The only dict of a call is passed on as it is: what
 * comes next looks at it, and nobody else sees whether it is a copy.
 */
export function dictMerge(sp: WordIndex, arg: number, ip: WordIndex): void {
  const dict: Value = H[sp - 1 - arg];
  const mapping: Value = H[sp - 1];
  const isLast = arg === 1 && (H[ip] & 0xff) === Op.CALL_FUNCTION_EX;
  if (isLast && typeOf(mapping) === T.DICT && dictSize(dict) === 0) H[sp - 2] = mapping;
  else dictMergeKeywords(dict, mapping, H[sp - 3 - arg]);
  decref(H[sp - 2] === mapping ? dict : mapping);
}

/** `f(**a, **b)`: keys must be new. */
function dictMergeKeywords(dict: Value, mapping: Value, callable: Value): void {
  const keys = typeOf(mapping) === T.DICT ? 1 : getAttributeOrZero(mapping, N.keys);
  if (keys === 0) {
    typeError(
      `${describeCallable(callable)} argument after ** must be a mapping, not ${typeName(mapping)}`,
    );
  }
  if (keys === 1 && dictSize(dict) === 0) {
    dictUpdateFrom(dict, mapping);
    return;
  }
  const source = newDict();
  try {
    dictUpdateFrom(source, mapping);
    const names = collect(source);
    for (const name of names) {
      const repeated = dictContains(dict, name);
      const text = isStr(name) ? toJs(name) : '';
      decref(name);
      if (repeated)
        typeError(
          `${describeCallable(callable)} got multiple values for keyword argument '${text}'`,
        );
    }
    dictUpdateFrom(dict, source);
  } finally {
    decref(source);
    if (keys !== 1) decref(keys);
  }
}

/** The list is one that only the interpreter knows. */
export const listToTuple = (list: Value): Value =>
  copyToTuple(itemsAt(list), H[(list >> 2) + ListLayout.SIZE]);

/** FORMAT_VALUE: conversion (FormatValue), then the format spec if there is one. */
export function formatOperand(value: Value, conversion: number, spec: Value): Value {
  const converted =
    conversion === 1
      ? str(value)
      : conversion === 2
        ? repr(value)
        : conversion === 3
          ? asciiRepr(value)
          : own(value);
  try {
    if (spec === 0 && typeOf(converted) === T.STR) return own(converted);
    return formatValue(converted, spec === 0 ? '' : cachedText(spec));
  } finally {
    decref(converted);
  }
}

/** (iterable -- n values, first on top). */
export function unpackSequence(sp: WordIndex, count: number): WordIndex {
  const iterable: Value = H[sp - 1];
  const items = unpackItems(iterable, count);
  for (let i = 0; i < count; i++) H[sp - 1 + i] = items[count - 1 - i] as number;
  decref(iterable);
  return sp - 1 + count;
}

function iterateToUnpack(iterable: Value): Value {
  if (!isIterable(iterable)) {
    return typeError(`cannot unpack non-iterable ${typeName(iterable)} object`);
  }
  try {
    return iterate(iterable);
  } catch (error) {
    if (error !== RAISED) throw error;
    const exception = takePending();
    if (
      typeOf(exception) === builtinException('TypeError') &&
      /is not iterable$/.test(messageOf(exception))
    ) {
      decref(exception);
      return typeError(`cannot unpack non-iterable ${typeName(iterable)} object`);
    }
    return raiseObject(exception);
  }
}

function messageOf(exception: Address): string {
  const args = H[(exception >> 2) + ExceptionLayout.ARGS] >> 2;
  return args !== 0 && H[args + TupleLayout.LENGTH] === 1 && isStr(H[args + TupleLayout.ITEMS])
    ? toJs(H[args + TupleLayout.ITEMS])
    : '';
}

/** Exactly `count` owned items. */
function unpackItems(iterable: Value, count: number): Value[] {
  const iterator = iterateToUnpack(iterable);
  const items: Value[] = [];
  try {
    while (items.length <= count) {
      const item = nextItem(iterator);
      if (item === 0) break;
      items.push(item);
    }
    if (items.length === count) return items;
    return items.length < count
      ? valueError(`not enough values to unpack (expected ${count}, got ${items.length})`)
      : valueError(`too many values to unpack (expected ${count})`);
  } catch (error) {
    for (const item of items) decref(item);
    throw error;
  } finally {
    decref(iterator);
  }
}

export function unpackEx(sp: WordIndex, before: number, after: number): WordIndex {
  const iterable: Value = H[sp - 1];
  if (typeOf(iterable) === T.TUPLE && H[(iterable >> 2) + TupleLayout.LENGTH] >= before + after)
    return unpackTuple(sp - 1, iterable, before, after);
  const iterator = iterateToUnpack(iterable);
  decref(iterator);
  const items = collect(iterable);
  if (items.length < before + after) {
    for (const item of items) decref(item);
    return valueError(
      `not enough values to unpack (expected at least ${before + after}, got ${items.length})`,
    );
  }
  let at = sp - 1;
  for (let i = 0; i < after; i++) H[at++] = items[items.length - 1 - i] as number;
  const middle = items.slice(before, items.length - after);
  for (let i = 0; i < middle.length; i++) H[at + i] = middle[i] as number;
  H[at] = middle.length < 200 ? newListFromStack(at, middle.length) : listOf(middle);
  at++;
  for (let i = before - 1; i >= 0; i--) H[at++] = items[i] as number;
  decref(iterable);
  return at;
}

/** Takes over the tuple, which is long enough; the values begin at word `at`. */
function unpackTuple(at: WordIndex, tuple: Address, before: number, after: number): WordIndex {
  const items = (tuple >> 2) + TupleLayout.ITEMS;
  const end = items + H[(tuple >> 2) + TupleLayout.LENGTH] - after;
  const list = newListFromStack(items + before, end - items - before);
  for (let i = items; i < end + after; i++) incref(H[i]);
  let to = at;
  for (let i = end + after - 1; i >= end; i--) H[to++] = H[i];
  H[to++] = list;
  for (let i = items + before - 1; i >= items; i--) H[to++] = H[i];
  decref(tuple);
  return to;
}

function listOf(values: readonly Value[]): Value {
  const tuple = tupleOf(values as Value[]);
  const list = newListFromStack((tuple >> 2) + TupleLayout.ITEMS, 0);
  listExtend(list, tuple);
  decref(tuple);
  return list;
}

export function yieldFromIterator(sp: WordIndex): void {
  const iterable: Value = H[sp - 1];
  if (typeOf(iterable) === T.GENERATOR) return;
  H[sp - 1] = iterate(iterable);
  decref(iterable);
}

/**
 * SEND to something that is no suspended generator. The owned outcome is left in Thread.RESULT;
 * true: it was yielded, false: it was returned.
 */
export function sendTo(thread: WordIndex, receiver: Value, sent: Value): boolean {
  try {
    let value: Value = 0;
    if (sent === S.NONE) value = nextOf(receiver);
    else {
      const send = getAttribute(receiver, N.send);
      try {
        value = call1(send, sent);
      } finally {
        decref(send);
      }
    }
    if (value !== 0) {
      H[thread + Thread.RESULT] = value;
      return true;
    }
    // A plain iterator is exhausted; a native generator has left its return value.
    if (H[thread + Thread.RESULT] === 0) H[thread + Thread.RESULT] = S.NONE;
    return false;
  } catch (error) {
    if (error !== RAISED) throw error;
    const exception = takePending();
    if (!isSubtype(typeOf(exception), T.STOP_ITERATION)) return raiseObject(exception);
    const value = H[(exception >> 2) + ExceptionLayout.VALUE];
    H[thread + Thread.RESULT] = value === 0 ? S.NONE : own(value);
    decref(exception);
    return false;
  }
}

/** As nextItem, but a class's StopIteration goes on, because `yield from` wants its value. */
function nextOf(iterator: Value): Value {
  if ((flagsOf(typeOf(iterator)) & TypeFlag.HEAP) === 0) return nextItem(iterator);
  const method = lookup(typeOf(iterator), N.__next__);
  return method === 0 ? nextItem(iterator) : callMethod(method, iterator, []);
}

/** CHECK_EXC_MATCH. */
export function exceptionMatches(exception: Value, types: Value): boolean {
  if (typeOf(types) === T.TUPLE) {
    const length = H[(types >> 2) + TupleLayout.LENGTH];
    for (let i = 0; i < length; i++) checkExceptionType(H[(types >> 2) + TupleLayout.ITEMS + i]);
    for (let i = 0; i < length; i++) {
      if (isSubtype(typeOf(exception), H[(types >> 2) + TupleLayout.ITEMS + i])) return true;
    }
    return false;
  }
  checkExceptionType(types);
  return isSubtype(typeOf(exception), types);
}

function checkExceptionType(type: Value): void {
  if (!isExceptionType(type)) {
    typeError('catching classes that do not inherit from BaseException is not allowed');
  }
}

/** Calls exit(type, value, traceback); the stack is [exit, lasti, previous, exception]. */
export function withExceptStart(sp: WordIndex): Value {
  const exception: Value = H[sp - 1];
  const exit: Value = H[sp - 4];
  const traceback = H[(exception >> 2) + ExceptionLayout.TRACEBACK];
  return callWith(exit, [typeOf(exception), exception, traceback === 0 ? S.NONE : traceback]);
}

export function loadBuildClass(fp: WordIndex): Value {
  const found = dictGetName(builtinsOf(fp), N.__build_class__);
  return found === 0 ? raise('NameError', '__build_class__ not found') : found;
}

export function importName(fp: WordIndex, index: number, level: Value, fromList: Value): Value {
  const importer = dictGetName(builtinsOf(fp), N.__import__);
  if (importer === 0) return raise('ImportError', '__import__ not found');
  try {
    if (isOwnImport(importer)) {
      return importModule(codeName(fp, index), H[fp + Frame.GLOBALS], level >> 1, fromList);
    }
    // A function's frame may not have written its LOCALS.
    const isFunction = (H[(H[fp + Frame.CODE] >> 2) + C.FLAGS] & CodeFlag.OPTIMIZED) !== 0;
    const place = [H[fp + Frame.GLOBALS], isFunction ? S.NONE : H[fp + Frame.LOCALS]];
    return callWith(importer, [codeName(fp, index), ...place, fromList, level]);
  } finally {
    decref(importer);
  }
}

/** False if the program has put its own function in the place of `__import__`. */
const isOwnImport = (importer: Value): boolean =>
  typeOf(importer) === T.NATIVE && H[(importer >> 2) + NativeLayout.NAME] === N.__import__;

export function importFrom(fp: WordIndex, index: number, module: Value): Value {
  return importFromModule(module, codeName(fp, index));
}

export function importStar(fp: WordIndex, module: Value): void {
  importStarInto(module, H[fp + Frame.LOCALS]);
}

export function setupAnnotations(fp: WordIndex): void {
  const locals = H[fp + Frame.LOCALS];
  if (typeOf(locals) === T.DICT) {
    const found = dictGetName(locals, N.__annotations__);
    if (found !== 0) {
      decref(found);
      return;
    }
    const annotations = newDict();
    dictSetName(locals, N.__annotations__, annotations);
    decref(annotations);
    return;
  }
  if (contains(locals, N.__annotations__)) return;
  const annotations = newDict();
  storeSubscript(locals, N.__annotations__, annotations);
  decref(annotations);
}

export function printExpression(value: Value): void {
  displayValue(value);
}

/** RETURN_VALUE from a frame that does more than push its (owned) value onto its caller's stack. */
export function returnFrom(thread: WordIndex, fp: WordIndex, sp: WordIndex, value: Value): Exit {
  const action = H[fp + Frame.ACTION] & Frame.ACTION_MASK;
  const extra: Value = H[fp + Frame.EXTRA];
  if (action === Action.GENERATOR) {
    for (let i = fp; i < sp; i++) {
      const local: Value = H[i];
      H[i] = 0;
      if (local !== 0) decref(local);
    }
    H[fp + Frame.SP] = fp;
    return finishGenerator.returned(thread, fp, value);
  }
  leaveFrame(thread, fp, sp);
  const caller = H[thread + Thread.FRAME];
  switch (action) {
    case Action.PUSH:
      push(caller, value);
      return Exit.ENTERED;
    case Action.INIT:
      if (value !== S.NONE) {
        const type = typeName(value);
        decref(value);
        decref(extra);
        return typeError(`__init__() should return None, not '${type}'`);
      }
      decref(value);
      push(caller, extra);
      return Exit.ENTERED;
    case Action.PROPERTY:
    case Action.BINARY:
    case Action.COMPARE:
      push(caller, specialResult(caller, action, extra, value));
      return Exit.ENTERED;
    case Action.LEAVE:
      H[thread + Thread.RESULT] = value;
      return Exit.LEFT;
    case Action.THREAD:
      H[thread + Thread.RESULT] = value;
      return Exit.FINISHED;
    default:
      return bug(`a frame returned with action ${action}`);
  }
}

function push(fp: WordIndex, value: Value): void {
  H[H[fp + Frame.SP]] = value;
  H[fp + Frame.SP] += 1;
}

export function badOpcode(word: number): never {
  return bug(`there is no opcode ${word & 0xff}`);
}
