// Calls. A call of a Python function whose code tier 1 has seen here lays the callee's frame in the heap and
// calls the callee's own generated code directly. Every other call goes through `callGeneric`, which does
// what tier 1 does. A zero that comes back means that the thread has left: so do we.

import { Op } from '../../bytecode/opcodes.ts';
import { boot } from '../../heap/boot.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  CodeLayout as C,
  FunctionLayout as F,
  Header,
  MethodLayout,
  Stat,
  Thread,
  TupleLayout,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { IC } from '../../runtime/inlineCaches.ts';
import { N } from '../../runtime/names.ts';
import { doubts } from '../doubts.ts';
import { frameRoom, layHeader } from '../frames.ts';
import { copyState, type Entry, entry, Kind, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { callForm, type Form } from './callForms.ts';
import { constructInLine, expectedClass, makeAndRun } from './constructors.ts';
import { OBJECT } from './generators.ts';
import { callInLine, plainArguments } from './inlineCalls.ts';
import { callKnownNative } from './nativeCalls.ts';

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
  takeApart(t, bottom);
  const first = t.state.stack[bottom] as Entry;
  const isMethod = first.kind !== Kind.NULL;
  if (inLine(t, bottom, isMethod)) return;
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

/** A bound method becomes (function, self), if tier 1 has seen one here. */
function takeApart(t: Translator, bottom: number): void {
  const { cache } = t.at;
  const method = t.state.stack[bottom + 1] as Entry;
  if ((t.state.stack[bottom] as Entry).kind !== Kind.NULL || IC[cache + 3] !== T.METHOD) return;
  if (doubts.has(cache) || (method.kind !== Kind.OWNED && method.kind !== Kind.LOCAL)) return;
  const { text } = method;
  t.exitIf(
    `(${text} & 1) !== 0 || H[(${text} >> 2) + ${Header.TYPE}] !== ${T.METHOD}`,
    'another callable',
  );
  const part = (field: MethodLayout): Entry => {
    const name = t.temporary();
    t.emit(`${name} = H[(${text} >> 2) + ${field}];`);
    t.incref(name, UNKNOWN);
    return entry(Kind.OWNED, name, UNKNOWN);
  };
  const parts = [part(MethodLayout.FUNCTION), part(MethodLayout.SELF)];
  t.release(method);
  t.state.stack.splice(bottom, 2, ...parts);
  t.before = copyState(t.state);
}

/** A call whose callee's text stands here. */
function inLine(t: Translator, bottom: number, isMethod: boolean): boolean {
  const count = t.at.arg;
  const code = expectedCode(t, isMethod);
  const { kwNames } = t;
  const general = (word: string): string[] => [
    ...t.completeLines(t.state, t.at.offset + 1),
    ...t.aside(() => callOthers(t, bottom, code, kwNames, word)),
  ];
  if (code === 0) return !isMethod && constructInLine(t, bottom, general);
  const form = callForm(code, isMethod ? count + 1 : count, kwNames);
  const operands = t.state.stack.slice(bottom);
  const args = form && plainArguments(form, operands.slice(isMethod ? 1 : 2));
  const fn = operands[isMethod ? 0 : 1] as Entry;
  if (args === undefined || (fn.kind !== Kind.OWNED && fn.kind !== Kind.LOCAL)) return false;
  const call = { code, fn, tests: [], args, action: Action.PUSH, bottom, general };
  if (!callInLine(t, call)) return false;
  t.kwNames = 0;
  return true;
}

/** The code that tier 1 has seen called here, or that the value in the callable's place has; else 0. */
function expectedCode(t: Translator, isMethod: boolean): Address {
  const seen = IC[t.at.cache + 2] as number;
  if (seen !== 0) return seen;
  const callable = t.top(t.at.arg + (isMethod ? 1 : 0));
  const { fn, fns } = callable;
  if (fns?.[0] !== undefined) return H[(fns[0] >> 2) + F.CODE];
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
  const unit = t.callee(code);
  const room = frameRoom(t, code);
  const defaults = defaultsVariable(t, form);
  const tests = [...isFunctionOf(fn, code), room.test, ...defaultTests(form, fn, defaults)];
  t.emit(`if (${tests.join(' && ')}) {`);
  t.emitAll(t.aside(() => bindArguments(t, q, form, fn, args, room.frame, defaults)));
  // SP is written by whoever needs it first: the callee before it may raise, or `cold` in enter.ts.
  layHeader(t, room, code, fn, { action: Action.PUSH, ip: t.at.next, depth: bottom });
  t.emit(`  ${result} = ${unit}.run(T, ${room.frame});`);
}

const defaultsVariable = (t: Translator, form: Form): string =>
  form.sources.some(({ kind }) => kind === 'default') ? t.temporary() : '';

/** It is a Python function with that code. */
const isFunctionOf = (fn: string, code: Address): string[] => [
  `(${fn} & 1) === 0`,
  `H[(${fn} >> 2) + ${Header.TYPE}] === ${T.FUNCTION}`,
  `H[(${fn} >> 2) + ${F.CODE}] === ${code}`,
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
  const deep = `H[T + ${Thread.DEPTH}] < H[T + ${Thread.DEPTH_LIMIT}]`;
  const tests = [...isFunctionOf(fn, code), deep, ...defaultTests(form, fn, defaults)];
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
  t.emitAll(
    t.aside(() => callOthers(t, bottom, expectedCode(t, owned[0] !== '0'), kwNames, result)),
    indent,
  );
}

/**
 * The call with its operands on the heap's stack: of the other functions that have come along in this
 * place, if there are any, else as tier 1 does it.
 */
function callOthers(
  t: Translator,
  bottom: number,
  known: Address,
  kwNames: Address,
  result: string,
): void {
  const count = t.at.arg;
  const callable = t.state.stack[bottom] as Entry;
  const codes = new Set((callable.fns ?? []).map((fn) => H[(fn >> 2) + F.CODE] as number));
  codes.delete(known);
  let open = 0;
  for (const code of codes) {
    const form = callForm(code, count + 1, kwNames);
    if (form === undefined) continue;
    const slots = Array.from({ length: count + 1 }, (_, i) => t.slot(bottom + 1 + i));
    pushAndRun(t, code, form, callable.text, slots, bottom, result);
    t.emit('} else {');
    open++;
  }
  const sp = t.localCount + bottom + count + 2;
  t.emit(`${result} = callGeneric(T, fp, fp + ${sp}, ${count}, ${kwNames});`);
  for (; open > 0; open--) t.emit('}');
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
