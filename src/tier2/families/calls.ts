// Calls. A call of a Python function whose code tier 1 has seen here lays the callee's frame in the heap and
// calls the callee's own generated code directly. Every other call goes through `callGeneric`, which does
// what tier 1 does. A zero that comes back means that the thread has left: so do we.

import { Op } from '../../bytecode/opcodes.ts';
import { decref } from '../../executors/policy.ts';
import { boot } from '../../heap/boot.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  CodeLayout as C,
  FunctionLayout as F,
  Frame,
  Header,
  NativeLayout,
  Stat,
  Thread,
  TupleLayout,
  TypeLayout,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { typeOf } from '../../objects/slots.ts';
import { IC } from '../../runtime/inlineCaches.ts';
import { canMakePlainInstance } from '../../runtime/instances.ts';
import { N } from '../../runtime/names.ts';
import { lookup } from '../../runtime/typeLookup.ts';
import { frameRoom, layFrame } from '../frames.ts';
import { type Entry, Kind, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { callForm, type Form } from './callForms.ts';
import { OBJECT } from './generators.ts';
import { callKnownNative } from './nativeCalls.ts';
import { isLiveClass, methodOf } from './operators.ts';

export const TRANSLATIONS = {
  [Op.KW_NAMES]: (t: Translator) => {
    t.kwNames = H[H[(t.code >> 2) + C.CONSTANTS] + t.at.arg];
  },
  [Op.CALL]: call,
  [Op.CALL_FUNCTION_EX]: callExtended,
  [Op.BEFORE_WITH]: beforeWith,
  [Op.WITH_EXCEPT_START]: withExceptStart,
  [Op.RETURN_GENERATOR]: (t: Translator) => {
    t.emit(t.setIp(t.at.next));
    t.emit(t.setSp(0));
    t.emit('return generatorOf(T, fp);');
  },
};

function call(t: Translator): void {
  if (superCall(t)) return;
  if (callKnownNative(t)) return;
  const count = t.at.arg;
  const bottom = t.depth - count - 2;
  const first = t.state.stack[bottom] as Entry;
  const isMethod = first.kind !== Kind.NULL;
  t.settle(bottom);
  t.boxLocals();
  const kwNames = t.kwNames;
  t.kwNames = 0;
  const code = expectedCode(t, isMethod);
  const form = code === 0 ? undefined : callForm(code, isMethod ? count + 1 : count, kwNames);
  const owned = t.state.stack.slice(bottom).map((value) => {
    if (value.kind === Kind.NULL) return '0';
    const text = t.own(value);
    if (value.kind === Kind.OWNED || value.kind === Kind.LOCAL || value.kind === Kind.CONST)
      return text;
    const name = t.temporary();
    t.emit(`${name} = ${text};`);
    return name;
  });
  const result = t.temporary();
  const type = code === 0 && kwNames === 0 && !isMethod ? expectedClass(t) : 0;
  if (type !== 0 && makeAndRun(t, type, owned[1] as string, owned.slice(2), bottom, result)) {
    t.emit('} else {');
    genericCall(t, owned, bottom, kwNames, result, '  ');
    t.emit('}');
  } else if (form !== undefined) {
    const callable = owned[isMethod ? 0 : 1] as string;
    const write = onlyMakesGenerator(code, form) ? makeGenerator : pushAndRun;
    write(t, code, form, callable, owned.slice(isMethod ? 1 : 2), bottom, result);
    t.emit('} else {');
    genericCall(t, owned, bottom, kwNames, result, '  ');
    t.emit('}');
  } else genericCall(t, owned, bottom, kwNames, result, '');
  t.checkAnswer(result);
  for (let i = 0; i < count + 2; i++) t.pop();
  t.pushOwned(result);
}

/** The code that tier 1 has seen called here, or that the value in the callable's place has; else 0. */
function expectedCode(t: Translator, isMethod: boolean): Address {
  const seen = IC[t.at.cache + 2] as number;
  if (seen !== 0) return seen;
  const callable = t.top(t.at.arg + (isMethod ? 1 : 0));
  const { fn } = callable;
  return fn > 0 && H[(fn >> 2) + Header.TYPE] === T.FUNCTION ? H[(fn >> 2) + F.CODE] : 0;
}

/** Lays a frame for the function and runs it: the head of an `if` whose else is the general call. */
function pushAndRun(
  t: Translator,
  code: Address,
  form: Form,
  fn: string,
  args: readonly string[],
  bottom: number,
  result: string,
): void {
  const q = code >> 2;
  const c = t.temporary();
  const unit = t.callee(code);
  const words = H[q + C.FRAME_WORDS] - Frame.HEADER_WORDS;
  const defaults = defaultsVariable(t, form);
  t.emit(`${c} = ${t.frameEnd()} + ${Frame.HEADER_WORDS};`);
  const tests = [
    ...isFunctionOf(fn, code),
    `${c} + ${words} <= H[T + ${Thread.STACK_LIMIT}]`,
    ...defaultTests(form, fn, defaults),
  ];
  t.emit(`if (${tests.join(' && ')}) {`);
  t.emitAll(t.aside(() => bindArguments(t, q, form, fn, args, c, defaults)));
  // SP is written by whoever needs it first: the callee before it may raise, or `cold` in enter.ts.
  t.emit(`  H[${c} - ${-Frame.PREVIOUS}] = fp;`);
  t.emit(`  H[${c} - ${-Frame.FUNCTION}] = ${fn};`);
  t.emit(`  H[${c} - ${-Frame.CODE}] = ${code};`);
  t.emit(`  H[${c} - ${-Frame.GLOBALS}] = H[(${fn} >> 2) + ${F.GLOBALS}];`);
  t.emit(`  H[${c} - ${-Frame.IP}] = ${H[q + C.CODE_START]};`);
  t.emit(`  H[${c} - ${-Frame.ACTION}] = ${Action.PUSH};`);
  t.emit(`  H[${c} - ${-Frame.END}] = ${c} + ${words};`);
  t.emit(`  ${t.setIp(t.at.next)}`);
  t.emit(`  ${t.setSp(bottom)}`);
  t.emit(`  H[T + ${Thread.FRAME}] = ${c};`);
  t.emit(`  H[T + ${Thread.DEPTH}] = H[T + ${Thread.DEPTH}] + 1;`);
  t.emit(`  ${result} = ${unit}.run(T, ${c});`);
}

const defaultsVariable = (t: Translator, form: Form): string =>
  form.sources.some(({ kind }) => kind === 'default') ? t.temporary() : '';

/** It is a Python function with that code, and there is room for one more frame. */
const isFunctionOf = (fn: string, code: Address): string[] => [
  `(${fn} & 1) === 0`,
  `H[(${fn} >> 2) + ${Header.TYPE}] === ${T.FUNCTION}`,
  `H[(${fn} >> 2) + ${F.CODE}] === ${code}`,
  `H[T + ${Thread.DEPTH}] < H[T + ${Thread.DEPTH_LIMIT}]`,
];

/** The code does nothing but move its frame into a generator, and the arguments need no objects. */
const onlyMakesGenerator = (code: Address, form: Form): boolean =>
  (H[H[(code >> 2) + C.CODE_START]] & 0xff) === Op.RETURN_GENERATOR &&
  form.rest === undefined &&
  form.named === undefined;

/** Makes the generator with its frame in it, as pushAndRun and RETURN_GENERATOR together would. */
function makeGenerator(
  t: Translator,
  code: Address,
  form: Form,
  fn: string,
  args: readonly string[],
  bottom: number,
  result: string,
): void {
  const c = t.temporary();
  const defaults = defaultsVariable(t, form);
  const tests = [...isFunctionOf(fn, code), ...defaultTests(form, fn, defaults)];
  t.emit(`if (${tests.join(' && ')}) {`);
  t.emit(`  ${t.setIp(t.at.offset + 1)}`);
  t.emit(`  ${t.setSp(bottom)}`);
  if (boot.stats) t.emit(`  addStat(${Stat.BYTECODES}, 1);`);
  t.emit(`  ${c} = makeGenerator(${code}, ${fn});`);
  t.emitAll(t.aside(() => bindArguments(t, code >> 2, form, fn, args, c, defaults)));
  t.emit(`  ${result} = (${c} - ${OBJECT}) << 2;`);
}

/** The function has the defaults that the form takes from it. */
function defaultTests(form: Form, fn: string, defaults: string): string[] {
  const tests: string[] = [];
  const most = Math.max(0, ...form.sources.map((s) => (s.kind === 'default' ? s.fromEnd : 0)));
  if (most > 0) {
    tests.push(`(${defaults} = H[(${fn} >> 2) + ${F.DEFAULTS}]) !== 0`);
    tests.push(`H[(${defaults} >> 2) + ${TupleLayout.LENGTH}] >= ${most}`);
  }
  for (const source of form.sources) {
    if (source.kind === 'keywordDefault') tests.push(`hasKeywordDefault(${fn}, ${source.name})`);
  }
  return tests;
}

/** Fills the callee's locals. The arguments are owned already. */
function bindArguments(
  t: Translator,
  q: number,
  form: Form,
  fn: string,
  args: readonly string[],
  c: string,
  defaults: string,
): void {
  const locals = H[q + C.LOCALS_PLUS];
  let filled = form.sources.length;
  if (form.rest !== undefined || form.named !== undefined) {
    // They allocate: if the memory is exhausted, the stack below the call is what the unwinder frees.
    t.emit(t.setIp(t.at.offset + 1));
    t.emit(t.setSp(t.depth - t.at.arg - 2));
  }
  form.sources.forEach((source, i) => {
    if (source.kind === 'argument') t.emit(`H[${c} + ${i}] = ${args[source.index]};`);
    else if (source.kind === 'default') {
      const value = t.temporary();
      const length = `H[(${defaults} >> 2) + ${TupleLayout.LENGTH}]`;
      t.emit(
        `${value} = H[(${defaults} >> 2) + ${TupleLayout.ITEMS} + ${length} - ${source.fromEnd}];`,
      );
      t.incref(value, UNKNOWN);
      t.emit(`H[${c} + ${i}] = ${value};`);
    } else {
      t.emit(`H[${c} + ${i}] = dictGetName(H[(${fn} >> 2) + ${F.KWDEFAULTS}], ${source.name});`);
    }
  });
  if (form.rest !== undefined) {
    form.rest.forEach((index, i) => {
      t.emit(`H[${c} + ${locals + i}] = ${args[index]};`);
    });
    const made = `newTupleFromStack(${c} + ${locals}, ${form.rest.length})`;
    t.emit(`H[${c} + ${filled}] = ${form.rest.length === 0 ? S.EMPTY_TUPLE : made};`);
    filled++;
  }
  if (form.named !== undefined) {
    t.emit(`H[${c} + ${filled}] = newDict();`);
    for (const { name, index } of form.named) {
      t.emit(`dictSetName(H[${c} + ${filled}], ${name}, ${args[index]});`);
      t.decref(args[index] as string, UNKNOWN);
    }
    filled++;
  }
  if (locals - filled > 12) t.emit(`H.fill(0, ${c} + ${filled}, ${c} + ${locals});`);
  else for (let i = filled; i < locals; i++) t.emit(`H[${c} + ${i}] = 0;`);
}

/** The class that tier 1 has seen called here, if its instances are made as `object` does; else 0. */
function expectedClass(t: Translator): Address {
  const type = IC[t.at.cache + 3] as number;
  return isLiveClass(type) && canMakePlainInstance(type) ? type : 0;
}

/**
 * Makes an instance and runs `__init__` on it: the head of an `if` whose else is the general call. False,
 * and nothing written, if the class does not have a plain Python `__init__`, or none and no arguments.
 */
function makeAndRun(
  t: Translator,
  type: Address,
  callable: string,
  args: readonly string[],
  bottom: number,
  result: string,
): boolean {
  const init = methodOf(type, N.__init__, args.length + 1);
  if (init === 0 && (args.length > 0 || !initializesNothing(type))) return false;
  const q = type >> 2;
  const isClass = `${callable} === ${type} && H[${q + Header.TYPE}] === ${T.TYPE} && H[${q + TypeLayout.VERSION}] === ${H[q + TypeLayout.VERSION]}`;
  const stackIs = () => {
    t.emit(`  ${t.setIp(t.at.next)}`);
    t.emit(`  ${t.setSp(bottom)}`);
  };
  if (init === 0) {
    t.emit(`if (${isClass}) {`);
    stackIs();
    t.emit(`  ${result} = newInstanceOf(${type});`);
    return true;
  }
  const code = H[(init >> 2) + F.CODE] as number;
  const room = frameRoom(t, code);
  const self = t.temporary();
  t.emit(`if (${isClass} && H[${(init >> 2) + F.CODE}] === ${code} && ${room.test}) {`);
  stackIs();
  t.emit(`  ${self} = newInstanceOf(${type});`);
  t.emitAll(
    t.aside(() => {
      t.incref(self, -1);
      t.incref(String(init), -1);
    }),
  );
  const how = { action: Action.INIT, extra: self, ip: t.at.next, depth: bottom };
  layFrame(t, room, code, String(init), [self, ...args], how);
  t.emit(`  ${result} = ${t.callee(code)}.run(T, ${room.frame});`);
  return true;
}

function initializesNothing(type: Address): boolean {
  const init = lookup(type, N.__init__);
  if (init === 0) return false;
  decref(init);
  return typeOf(init) === T.SLOT_WRAPPER && H[(init >> 2) + NativeLayout.OWNER] === T.OBJECT;
}

function genericCall(
  t: Translator,
  owned: readonly string[],
  bottom: number,
  kwNames: number,
  result: string,
  indent: string,
): void {
  owned.forEach((text, i) => {
    const value = t.state.stack[bottom + i] as Entry;
    if (value.kind === Kind.OWNED && value.slot === bottom + i) return;
    t.emit(`${indent}${t.slot(bottom + i)} = ${text};`);
  });
  t.emit(`${indent}${t.setIp(t.at.offset + 1)}`);
  t.emit(`${indent}${t.setSp(bottom + owned.length)}`);
  t.emit(
    `${indent}${result} = callGeneric(T, fp, fp + ${t.localCount + bottom + owned.length}, ${t.at.arg}, ${kwNames});`,
  );
}

function callExtended(t: Translator): void {
  t.complete(t.at.offset + 1);
  const result = t.temporary();
  t.emit(`${result} = callExtendedGeneric(T, fp, fp + ${t.localCount + t.depth}, ${t.at.arg});`);
  t.checkAnswer(result);
  for (let i = 0; i < 3 + (t.at.arg & 1); i++) t.pop();
  t.pushOwned(result);
}

/** (manager -- exit, result of enter) */
function beforeWith(t: Translator): void {
  t.complete(t.at.offset + 1);
  const result = t.temporary();
  t.emit(`${result} = enterManager(T, fp, fp + ${t.localCount + t.depth});`);
  t.checkAnswer(result);
  t.pop();
  const leave = t.temporary();
  t.emit(`${leave} = ${t.slot(t.depth)};`);
  t.pushOwned(leave, UNKNOWN, { slot: t.depth });
  t.pushOwned(result);
}

function withExceptStart(t: Translator): void {
  t.complete(t.at.offset + 1);
  const result = t.temporary();
  t.emit(`${result} = exitManager(T, fp + ${t.localCount + t.depth});`);
  t.checkAnswer(result);
  t.pushOwned(result);
}

/**
 * `super()` where an attribute of it is taken at once: no view is made, the first argument stands for it
 * (attributes.ts), and the class is in the cell of `__class__`.
 */
function superCall(t: Translator): boolean {
  const next = t.following;
  if (t.at.arg !== 0 || t.kwNames !== 0 || next?.op !== Op.LOAD_ATTR || t.depth < 2) return false;
  const callable = t.top();
  if (callable.kind !== Kind.CONST || Number(callable.text) !== T.SUPER) return false;
  const q = t.code >> 2;
  const first = t.state.locals[0];
  const hasClass = Array.from({ length: H[q + C.FREE_COUNT] }, (_, i) => i + 1).some(
    (i) => H[H[q + C.LOCAL_NAMES] + t.localCount - i] === N.__class__,
  );
  if (!hasClass || first === undefined || !first.bound || first.unboxed || first.fact === T.CELL)
    return false;
  if (H[q + C.ARG_COUNT] === 0) return false;
  t.pop();
  t.pop();
  const self = t.temporary();
  t.incref(t.localVariable(0), first.fact);
  t.emit(`${self} = ${t.localVariable(0)};`);
  t.pushOwned(self, first.fact, { isSuper: true });
  return true;
}
