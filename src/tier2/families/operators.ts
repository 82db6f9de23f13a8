// Operators of classes that are written in Python: the method that CPython would ask first is called in a
// frame of its own, as a call would. If it answers NotImplemented, specialReturns.ts goes on from there.
// Which method that is follows from the types that tier 1 has seen; their versions are checked.

import { BinaryOperator as B } from '../../bytecode/opcodes.ts';
import { decref } from '../../executors/policy.ts';
import { T } from '../../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  FunctionLayout as F,
  Header,
  TypeFlag,
  TypeLayout,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { isSubtype } from '../../objects/protocol.ts';
import { flagsOf } from '../../objects/slots.ts';
import { COMPARISONS, FORWARD, INPLACE, REFLECTED } from '../../runtime/binaryNames.ts';
import { IC, OperandBit } from '../../runtime/inlineCaches.ts';
import { N } from '../../runtime/names.ts';
import { isPlainFunction } from '../../runtime/steps/attributes.ts';
import { Asked } from '../../runtime/steps/specialReturns.ts';
import { lookup } from '../../runtime/typeLookup.ts';
import { frameRoom, layFrame } from '../frames.ts';
import { type Entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';

/** A class whose address a cache remembers, uncounted, is still the class it was. */
export function isLiveClass(type: Address): boolean {
  if (type === 0 || (type & 7) !== 0) return false;
  const meta = H[(type >> 2) + Header.TYPE];
  return (
    meta === T.TYPE &&
    H[(type >> 2) + TypeLayout.VERSION] !== 0 &&
    (flagsOf(type) & TypeFlag.HEAP) !== 0
  );
}

/** The plain Python function that a class has under a name, 0 if it is something else. */
export function methodOf(type: Address, name: Address, count: number): Address {
  const found = lookup(type, name);
  if (found === 0) return 0;
  decref(found); // the class holds it
  return isPlainFunction(found, count) ? found : 0;
}

const absent = (type: Address, name: Address): boolean => {
  const found = lookup(type, name);
  if (found !== 0) decref(found);
  return found === 0;
};

/** Test that a value's type is as it was, by version for classes. */
export function isOfType(t: Translator, value: Entry, type: Address): string {
  if (type === 0) return `(${value.text} & 1) !== 0`;
  const o = value.text;
  const fact = t.factOf(value);
  if (fact === type && !isLiveClass(type)) return 'true';
  const of = `H[(${o} >> 2) + ${Header.TYPE}]`;
  const test = isLiveClass(type)
    ? `H[(${of} >> 2) + ${TypeLayout.VERSION}] === ${H[(type >> 2) + TypeLayout.VERSION]}`
    : `${of} === ${type}`;
  return `(${o} & 1) === 0 && ${test}`;
}

const typeOrInt = (type: Address): Address => (type === 0 ? T.INT : type);

/** What tier 1 has seen of the operands' types, or undefined if no class was among them. */
function seenTypes(t: Translator): { left: Address; right: Address } | undefined {
  const { cache } = t.at;
  const bits = IC[cache] as number;
  const other = OperandBit.OTHER | (OperandBit.OTHER << OperandBit.RIGHT_SHIFT);
  if ((bits & other) === 0) return undefined;
  const left = IC[cache + 1] as number;
  const right = IC[cache + 2] as number;
  const known = (type: Address) =>
    type === 0 || type === T.INT || type === T.FLOAT || isLiveClass(type) || isBuiltin(type);
  return known(left) && known(right) && (isLiveClass(left) || isLiveClass(right))
    ? { left, right }
    : undefined;
}

/** The builtin types lie at fixed places and never go. */
const isBuiltin = (type: Address): boolean =>
  type === T.STR || type === T.TUPLE || type === T.LIST || type === T.DICT || type === T.NONE;

interface Method {
  readonly fn: Address;
  readonly asked: Asked;
}

function binaryMethod(arg: number, left: Address, right: Address): Method | undefined {
  const inplace = arg >= B.INPLACE;
  const operator = inplace ? arg - B.INPLACE : arg;
  const lt = typeOrInt(left);
  const rt = typeOrInt(right);
  const ofClass = (type: Address, name: number | undefined, asked: Asked) => {
    const fn = methodOf(type, name as number, 2);
    return fn === 0 ? undefined : { fn, asked };
  };
  if (isLiveClass(left)) {
    const name = INPLACE[operator] as number;
    if (inplace && !absent(lt, name)) return ofClass(lt, name, Asked.INPLACE);
    if (lt !== rt && isSubtype(rt, lt)) return undefined;
    return ofClass(lt, FORWARD[operator], Asked.FORWARD);
  }
  if (lt !== T.INT && lt !== T.FLOAT) return undefined;
  if (isSubtype(rt, lt)) return undefined;
  return ofClass(rt, REFLECTED[operator], Asked.REFLECTED);
}

/** BINARY_OP by a method of a class; false if nothing of the kind was seen here. */
export function binaryByMethod(
  t: Translator,
  helper: (left: string, right: string) => string,
): boolean {
  const seen = seenTypes(t);
  if (seen === undefined) return false;
  const method = binaryMethod(t.at.arg, seen.left, seen.right);
  if (method === undefined) return false;
  const { fn, asked } = method;
  callMethod(t, seen, fn, Action.BINARY, t.at.arg | asked, asked === Asked.REFLECTED, helper);
  return true;
}

export function compareByMethod(t: Translator): boolean {
  const seen = seenTypes(t);
  if (seen === undefined || !isLiveClass(seen.left)) return false;
  const rt = typeOrInt(seen.right);
  if (rt !== seen.left && isSubtype(rt, seen.left)) return false;
  const fn = methodOf(seen.left, COMPARISONS[t.at.arg] as number, 2);
  if (fn === 0) return false;
  const helper = (l: string, r: string) => `compareValues(${t.at.arg}, ${l}, ${r})`;
  callMethod(t, seen, fn, Action.COMPARE, t.at.arg, false, helper);
  return true;
}

function callMethod(
  t: Translator,
  seen: { left: Address; right: Address },
  fn: Address,
  action: Action,
  extra: number,
  swapped: boolean,
  helper: (left: string, right: string) => string,
): void {
  t.settle(t.depth);
  t.boxLocals();
  const lines = t.raising();
  const right = t.pop();
  const left = t.pop();
  const result = t.temporary();
  const code = H[(fn >> 2) + F.CODE] as number;
  const room = frameRoom(t, code);
  const tests = [
    isOfType(t, left, seen.left),
    isOfType(t, right, seen.right),
    `H[${(fn >> 2) + F.CODE}] === ${code}`,
    room.test,
  ];
  t.emit(`if (${tests.join(' && ')}) {`);
  t.emitAll(
    t.aside(() => {
      t.incref(left.text, seen.left === 0 ? SMALL : -1);
      t.incref(right.text, seen.right === 0 ? SMALL : -1);
      t.incref(String(fn), -1);
    }),
  );
  const args = swapped ? [right.text, left.text] : [left.text, right.text];
  const depth = t.depth + 2;
  layFrame(t, room, code, String(fn), args, { action, extra: String(extra), ip: t.at.next, depth });
  t.emit(`  ${result} = ${t.callee(code)}.run(T, ${room.frame});`);
  t.emitAll(t.aside(() => t.checkAnswer(result)));
  t.emit('} else {');
  t.emitAll(lines);
  t.emit(`  ${result} = ${helper(left.text, right.text)};`);
  t.checkRaised(result, '  ');
  t.emitAll(
    t.aside(() => {
      t.release(left);
      t.release(right);
    }),
  );
  t.emit('}');
  t.pushOwned(result);
}

/** `object[key]` by the `__getitem__` of a class. */
export function subscriptByMethod(t: Translator): boolean {
  const type = IC[t.at.cache] as number;
  if (!isLiveClass(type)) return false;
  const fn = methodOf(type, N.__getitem__, 2);
  if (fn === 0) return false;
  t.settle(t.depth - 2);
  t.boxLocals();
  const lines = t.raising();
  const key = t.word(t.pop());
  const object = t.word(t.pop());
  const result = t.temporary();
  const code = H[(fn >> 2) + F.CODE] as number;
  const room = frameRoom(t, code);
  t.emit(
    `if (${isOfType(t, object, type)} && H[${(fn >> 2) + F.CODE}] === ${code} && ${room.test}) {`,
  );
  t.emitAll(
    t.aside(() => {
      t.incref(String(fn), -1);
      if (object.kind !== Kind.OWNED) t.incref(object.text, -1);
      if (key.kind !== Kind.OWNED) t.incref(key.text, t.factOf(key) === SMALL ? SMALL : UNKNOWN);
    }),
  );
  const args = [object.text, key.text];
  layFrame(t, room, code, String(fn), args, { action: Action.PUSH, ip: t.at.next, depth: t.depth });
  t.emit(`  ${result} = ${t.callee(code)}.run(T, ${room.frame});`);
  t.emitAll(t.aside(() => t.checkAnswer(result)));
  t.emit('} else {');
  t.emitAll(lines);
  t.emit(`  ${result} = subscript(${object.text}, ${key.text});`);
  t.emitAll(
    t.aside(() => {
      t.release(object);
      t.release(key);
    }),
  );
  t.emit('}');
  t.pushOwned(result);
  return true;
}
