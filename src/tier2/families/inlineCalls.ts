// CALL of a small Python function whose code is known: its text stands here (inlined.ts). Around it:
//
//   answered: {
//     slow: {
//       good: { if (it is that function) { the callee } else { the general call; break slow } }
//       the frame goes, if there is one; break answered
//     }
//     the answer of tier 1 or of the general call
//   }

import { S, T } from '../../heap/builtinTypes.ts';
import {
  type Action,
  type Address,
  CodeLayout as C,
  FunctionLayout as F,
  Header,
  TupleLayout,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { frameRoom } from '../frames.ts';
import {
  END_OF_BODY,
  InlinedTranslator,
  isInlinable,
  OUTER,
  type ResultKind,
  undoLines,
} from '../inlined.ts';
import {
  copyState,
  type Entry,
  entry,
  Kind,
  type Local,
  SMALL,
  type State,
  UNKNOWN,
} from '../state.ts';
import { type Translator, Unsupported } from '../translator.ts';
import type { Form } from './callForms.ts';

export interface InlineCall {
  readonly code: Address;
  /** The function object, or what is hoped to be it. */
  readonly fn: Entry;
  /** Tests, beside that of the code, that must hold. */
  readonly tests: readonly string[];
  /** Values of the callee's parameters, in order; 'default' where the function's defaults have them. */
  readonly args: readonly (Entry | { readonly fromEnd: number })[];
  readonly action: Action;
  /** Text that comes behind the tests. */
  readonly prepare?: () => void;
  /** The instance that `__init__` works on: the value of the call. */
  readonly instance?: Entry;
  /** Depth of the stack below the call. */
  readonly bottom: number;
  /** Text of the general call, which sets `word`; the frame must be made complete by it. */
  readonly general: (word: string) => string[];
}

/** Parameters of a plain form, or undefined. */
export function plainArguments(
  form: Form,
  args: readonly Entry[],
): (Entry | { readonly fromEnd: number })[] | undefined {
  if (form.rest !== undefined || form.named !== undefined) return undefined;
  const sources: (Entry | { readonly fromEnd: number })[] = [];
  for (const source of form.sources) {
    if (source.kind === 'argument') sources.push(args[source.index] as Entry);
    else if (source.kind === 'default') sources.push({ fromEnd: source.fromEnd });
    else return undefined;
  }
  return sources;
}

/** Writes the call and pushes its value; false, with nothing written, if it can not be. */
export function callInLine(t: Translator, call: InlineCall): boolean {
  if (!mayInline(t, call.code)) return false;
  const kept = t.mark();
  try {
    write(t, call);
    return true;
  } catch (error) {
    if (!(error instanceof Unsupported)) throw error;
    t.reset(kept);
    t.inlined.set(t.at.offset, REFUSED);
    return false;
  }
}

const REFUSED = -1;
/** Instructions written in line into one unit, and calls in each other, at most. */
const TOTAL_MAX = 60;
const NESTED_MAX = 1;

function mayInline(t: Translator, code: Address): boolean {
  // A handler in this unit wants the frame complete before anything is called.
  if (t.isCaughtHere) return false;
  const known = t.inlined.get(t.at.offset);
  if (known !== undefined) return known !== REFUSED;
  const total = [...t.inlined.values()].reduce((sum, size) => sum + Math.max(0, size), 0);
  if (total > TOTAL_MAX || !isInlinable(code)) return false;
  let depth = 0;
  for (let at: Translator | undefined = t; at !== undefined; at = at.caller) {
    if (at.code === code || ++depth > NESTED_MAX) return false;
  }
  return true;
}

function write(t: Translator, call: InlineCall): void {
  const { code, bottom } = call;
  const callee = new InlinedTranslator(t, code, call.action, call.fn.kind !== Kind.OWNED);
  // Its constants must stay.
  t.callee(code);
  const suffix = `$${t.nextNumber()}`;
  const own = (name: string, initial = '0') => t.variable(`${name}${suffix}`, initial);
  const below: State = { stack: t.state.stack.slice(0, bottom), locals: [...t.state.locals] };
  const outer = t.completeLines(below, t.at.next);
  const undo = undoLines(t, below);
  const fn = own('fn');
  const word = own('word');
  const laid = own('laid', 'false');
  const defaults = own('extra');
  t.emit(`answered${suffix}: { slowWay${suffix}: { exitWay${suffix}: { goodWay${suffix}: {`);
  const room = frameRoom(t, code);
  const most = Math.max(0, ...call.args.map((a) => ('fromEnd' in a ? a.fromEnd : 0)));
  const tests = [
    ...call.tests,
    `(${fn} = ${call.fn.text}) !== 0`,
    ...(call.fn.fact === T.FUNCTION
      ? []
      : [`(${fn} & 1) === 0`, `H[(${fn} >> 2) + ${Header.TYPE}] === ${T.FUNCTION}`]),
    `H[(${fn} >> 2) + ${F.CODE}] === ${code}`,
    ...(most === 0
      ? []
      : [
          `(${defaults} = H[(${fn} >> 2) + ${F.DEFAULTS}]) !== 0`,
          `H[(${defaults} >> 2) + ${TupleLayout.LENGTH}] >= ${most}`,
        ]),
    room.test,
  ];
  t.emit(`if (${tests.join(' && ')}) {`);
  t.emit(`${own('fp')} = ${room.frame};`);
  t.emit(`${own('outerFp')} = fp;`);
  t.emit(`${laid} = false;`);
  call.prepare?.();
  const locals = bind(t, call, callee, suffix);
  const instance = call.instance;
  if (instance !== undefined) t.emit(`${defaults} = ${instance.text};`);
  const { lines, variables } = callee.write(locals, suffix);
  t.inlined.set(t.at.offset, callee.size);
  for (const [name, value] of variables) t.variable(name, value);
  for (let i = call.args.length; i < callee.localCount; i++) t.emit(`${own(`l${i}`)} = 0;`);
  bindFree(t, callee, suffix);
  own('site');
  const withOuter = lines.flatMap((line) => (line.trim() === OUTER ? outer : [line]));
  const end = withOuter.indexOf(END_OF_BODY);
  t.emitAll(withOuter.slice(0, end));
  t.emit('} else {');
  t.emitAll(call.general(word));
  t.emit(`  break slowWay${suffix};`);
  t.emit('} }');
  const { kind, fact, text } = callee.result;
  if (instance !== undefined && (kind !== Kind.CONST || fact !== T.NONE)) {
    throw new Unsupported('not None');
  }
  // The good way.
  t.emit(`if (${laid}) {`);
  t.emit(`  dropInline(T, ${own('fp')});`);
  t.emitAll(t.aside(() => dropBorrowed(t, call, locals, suffix)));
  t.emitAll(undo);
  t.emit('}');
  t.release(call.fn);
  const isWord = instance !== undefined || kind === Kind.OWNED;
  const value = instance !== undefined ? instance.text : `result${suffix}`;
  const result = isWord ? t.temporary() : '';
  if (isWord) t.emit(`${result} = ${value};`);
  t.emit(`break answered${suffix};`);
  t.emit('}');
  // An exit of the callee.
  t.emitAll(withOuter.slice(end + 1));
  t.emit('}');
  // The slow way.
  t.checkAnswer(word);
  t.emitAll(undo, '');
  t.state.stack.length = bottom;
  if (isWord) {
    const known = instance === undefined ? fact : UNKNOWN;
    slowWord(t, word, known, result);
    t.emit('}');
    t.pushOwned(result, known);
    return;
  }
  slowOther(t, kind as ResultKind, word, text, suffix);
  t.emit('}');
  if (kind === Kind.CONST) t.push(entry(Kind.CONST, text, fact));
  else if (kind === Kind.DOUBLE) t.push(entry(Kind.DOUBLE, own('returned', '0.5'), T.FLOAT));
  else t.push(entry(Kind.TRUTH, own('isTrueResult', 'false'), T.BOOL));
}

/** Sets the callee's parameters, and says what is known of its locals. */
function bind(t: Translator, call: InlineCall, callee: InlinedTranslator, suffix: string): Local[] {
  const locals: Local[] = call.args.map((arg, i) => {
    const name = t.variable(`l${i}${suffix}`);
    if ('fromEnd' in arg) {
      const tuple = `(extra${suffix} >> 2)`;
      t.emit(
        `${name} = H[${tuple} + ${TupleLayout.ITEMS} + H[${tuple} + ${TupleLayout.LENGTH}] - ${arg.fromEnd}];`,
      );
      t.incref(name, UNKNOWN);
      return { unboxed: false, fact: UNKNOWN, bound: true };
    }
    if (arg.kind === Kind.DOUBLE) {
      t.emit(`${name} = 0;`);
      t.emit(`${t.variable(`d${i}${suffix}`, '0.5')} = ${arg.text};`);
      return { unboxed: true, fact: T.FLOAT, bound: true };
    }
    const fact = t.factOf(arg);
    if (arg.kind === Kind.OWNED && arg !== call.instance) {
      t.emit(`${name} = ${arg.text};`);
      return { unboxed: false, fact, bound: true };
    }
    const isBorrowed = !callee.storesTo(i);
    if (!isBorrowed && arg === call.instance) throw new Unsupported('self is stored to');
    t.emit(`${name} = ${isBorrowed ? t.word(arg).text : t.own(arg)};`);
    return { unboxed: false, fact, bound: true, borrowed: isBorrowed };
  });
  const free = callee.localCount - freeCount(callee);
  for (let i = locals.length; i < callee.localCount; i++)
    locals.push(i < free ? NOTHING : FREE_CELL);
  return locals;
}

const NOTHING: Local = { unboxed: false, fact: UNKNOWN, bound: false };
/** The function holds its cells as long as the call takes. */
const FREE_CELL: Local = { unboxed: false, fact: T.CELL, bound: true, borrowed: true };

const freeCount = (callee: Translator): number => H[(callee.code >> 2) + C.FREE_COUNT];

/** The cells of the closure, which COPY_FREE_VARS finds in their places. */
function bindFree(t: Translator, callee: Translator, suffix: string): void {
  const count = freeCount(callee);
  for (let i = 0; i < count; i++) {
    const name = t.variable(`l${callee.localCount - count + i}${suffix}`);
    const closure = `H[(fn${suffix} >> 2) + ${F.CLOSURE}]`;
    t.emit(`${name} = H[(${closure} >> 2) + ${TupleLayout.ITEMS + i}];`);
  }
}

/** What the frame owned, once it was laid. */
function dropBorrowed(
  t: Translator,
  call: InlineCall,
  locals: readonly Local[],
  suffix: string,
): void {
  locals.forEach((local, i) => {
    if (local.borrowed === true) t.decref(`l${i}${suffix}`, local.fact);
  });
  if (call.fn.kind !== Kind.OWNED) t.decref(call.fn.text, -1);
}

/** Leaves with the answer in place of the call's value. */
function exitWith(t: Translator, test: string, word: string): void {
  const state = copyState(t.state);
  state.stack.push(entry(Kind.OWNED, word, UNKNOWN));
  t.emit(`if (${test}) {`);
  t.emitAll(t.exitLinesFor('result of another kind', 0, state, t.at.next));
  t.emit('}');
}

function slowWord(t: Translator, word: string, fact: number, result: string): void {
  if (fact === SMALL) exitWith(t, `(${word} & 1) === 0`, word);
  else if (fact !== UNKNOWN) exitWith(t, isNot(word, fact), word);
  t.emit(`${result} = ${word};`);
}

const isNot = (word: string, type: Address): string =>
  `(${word} & 1) !== 0 || H[(${word} >> 2) + ${Header.TYPE}] !== ${type}`;

function slowOther(
  t: Translator,
  kind: ResultKind,
  word: string,
  text: string,
  suffix: string,
): void {
  if (kind === Kind.DOUBLE) {
    exitWith(t, isNot(word, T.FLOAT), word);
    t.emit(`returned${suffix} = F64[(${word} >> 3) + 2];`);
    t.decref(word, T.FLOAT);
  } else if (kind === Kind.TRUTH) {
    exitWith(t, isNot(word, T.BOOL), word);
    t.emit(`isTrueResult${suffix} = ${word} === ${S.TRUE};`);
  } else {
    exitWith(t, `${word} !== ${text}`, word);
    t.decref(word, UNKNOWN);
  }
}
