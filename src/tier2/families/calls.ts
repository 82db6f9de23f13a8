// Calls. A call of a Python function whose code tier 1 has seen here lays the callee's frame in the heap and
// calls the callee's own generated code directly. Every other call goes through `callGeneric`, which does
// what tier 1 does. A zero that comes back means that the thread has left: so do we.

import { Op } from '../../bytecode/opcodes.ts';
import { T } from '../../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  CodeLayout as C,
  Frame,
  FunctionLayout as F,
  Header,
  Thread,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { IC } from '../../runtime/inlineCaches.ts';
import { type Entry, Kind, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';

export const TRANSLATIONS = {
  [Op.KW_NAMES]: (t: Translator) => {
    t.kwNames = H[H[(t.code >> 2) + C.CONSTANTS] + t.at.arg];
  },
  [Op.CALL]: call,
  [Op.CALL_FUNCTION_EX]: callExtended,
  [Op.BEFORE_WITH]: beforeWith,
  [Op.RAISE_VARARGS]: raise,
  [Op.RERAISE]: raise,
  [Op.RETURN_GENERATOR]: (t: Translator) => {
    t.emit(t.setIp(t.at.next));
    t.emit(t.setSp(0));
    t.emit('return generatorOf(T, fp);');
  },
};

function call(t: Translator): void {
  const count = t.at.arg;
  const bottom = t.depth - count - 2;
  const first = t.state.stack[bottom] as Entry;
  const isMethod = first.kind !== Kind.NULL;
  t.settle(bottom);
  t.boxLocals();
  const kwNames = t.kwNames;
  t.kwNames = 0;
  const code = kwNames === 0 ? expectedCode(t, isMethod ? count + 1 : count) : 0;
  const owned = t.state.stack.slice(bottom).map((value) => {
    if (value.kind === Kind.NULL) return '0';
    const text = t.own(value);
    if (value.kind === Kind.OWNED || value.kind === Kind.LOCAL || value.kind === Kind.CONST) return text;
    const name = t.temporary();
    t.emit(`${name} = ${text};`);
    return name;
  });
  const result = t.temporary();
  if (code !== 0) {
    const callable = owned[isMethod ? 0 : 1] as string;
    pushAndRun(t, code, callable, owned.slice(isMethod ? 1 : 2), bottom, result);
    t.emit('} else {');
    genericCall(t, owned, bottom, kwNames, result, '  ');
    t.emit('}');
  } else genericCall(t, owned, bottom, kwNames, result, '');
  t.checkAnswer(result);
  for (let i = 0; i < count + 2; i++) t.pop();
  t.pushOwned(result);
}

/** The code that tier 1 has seen called here, if the call needs no more than copying; else 0. */
function expectedCode(t: Translator, count: number): Address {
  const code = IC[t.at.cache + 2] as number;
  return code !== 0 && H[(code >> 2) + C.SIMPLE_ARGS] === count ? code : 0;
}

/** Lays a frame for the function and runs it: the head of an `if` whose else is the general call. */
function pushAndRun(
  t: Translator,
  code: Address,
  fn: string,
  args: readonly string[],
  bottom: number,
  result: string,
): void {
  const q = code >> 2;
  const c = t.temporary();
  const unit = t.callee(code);
  const words = H[q + C.FRAME_WORDS] - Frame.HEADER_WORDS;
  t.emit(`${c} = H[fp - ${-Frame.END}] + ${Frame.HEADER_WORDS};`);
  t.emit(
    `if ((${fn} & 1) === 0 && H[(${fn} >> 2) + ${Header.TYPE}] === ${T.FUNCTION} && H[(${fn} >> 2) + ${F.CODE}] === ${code} && ${c} + ${words} <= H[T + ${Thread.STACK_LIMIT}] && H[T + ${Thread.DEPTH}] < H[T + ${Thread.DEPTH_LIMIT}]) {`,
  );
  args.forEach((text, i) => {
    t.emit(`  H[${c} + ${i}] = ${text};`);
  });
  const locals = H[q + C.LOCALS_PLUS];
  if (locals - args.length > 12) t.emit(`  H.fill(0, ${c} + ${args.length}, ${c} + ${locals});`);
  else for (let i = args.length; i < locals; i++) t.emit(`  H[${c} + ${i}] = 0;`);
  t.emit(`  H[${c} - ${-Frame.PREVIOUS}] = fp;`);
  t.emit(`  H[${c} - ${-Frame.FUNCTION}] = ${fn};`);
  t.emit(`  H[${c} - ${-Frame.CODE}] = ${code};`);
  t.emit(`  H[${c} - ${-Frame.GLOBALS}] = H[(${fn} >> 2) + ${F.GLOBALS}];`);
  t.emit(`  H[${c} - ${-Frame.IP}] = ${H[q + C.CODE_START]};`);
  t.emit(`  H[${c} - ${-Frame.SP}] = ${c} + ${locals};`);
  t.emit(`  H[${c} - ${-Frame.ACTION}] = ${Action.PUSH};`);
  t.emit(`  H[${c} - ${-Frame.END}] = ${c} + ${words};`);
  t.emit(`  ${t.setIp(t.at.next)}`);
  t.emit(`  ${t.setSp(bottom)}`);
  t.emit(`  H[T + ${Thread.FRAME}] = ${c};`);
  t.emit(`  H[T + ${Thread.DEPTH}] = H[T + ${Thread.DEPTH}] + 1;`);
  t.emit(`  ${result} = ${unit}.run(T, ${c});`);
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
  t.emit(`${indent}${result} = callGeneric(T, fp, fp + ${t.localCount + bottom + owned.length}, ${t.at.arg}, ${kwNames});`);
}

function callExtended(t: Translator): void {
  t.settle(t.depth);
  t.boxLocals();
  t.emit(t.setIp(t.at.offset + 1));
  t.emit(t.setSp(t.depth));
  const result = t.temporary();
  t.emit(`${result} = callExtendedGeneric(T, fp, fp + ${t.localCount + t.depth}, ${t.at.arg});`);
  t.checkAnswer(result);
  for (let i = 0; i < 3 + (t.at.arg & 1); i++) t.pop();
  t.pushOwned(result);
}

/** (manager -- exit, result of enter) */
function beforeWith(t: Translator): void {
  t.settle(t.depth);
  t.boxLocals();
  t.emit(t.setIp(t.at.offset + 1));
  t.emit(t.setSp(t.depth));
  const result = t.temporary();
  t.emit(`${result} = enterManager(T, fp, fp + ${t.localCount + t.depth});`);
  t.checkAnswer(result);
  t.pop();
  const leave = t.temporary();
  t.emit(`${leave} = ${t.slot(t.depth)};`);
  t.pushOwned(leave, UNKNOWN, { slot: t.depth });
  t.pushOwned(result);
}

/** RAISE_VARARGS and RERAISE. */
function raise(t: Translator): void {
  t.settle(t.depth);
  t.boxLocals();
  t.emit(t.setIp(t.at.offset + 1));
  t.emit(t.setSp(t.depth));
  const name = t.at.op === Op.RERAISE ? 'reraise' : 'raise';
  const sp = `fp + ${t.localCount + t.depth}`;
  t.emit(`return ${name}${t.isFunction ? 'Function' : ''}(T, fp, ${sp}, ${t.at.arg});`);
}
