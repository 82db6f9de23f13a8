// Calls of natives and builtin types that are constants at this place (names.ts, nativeMethods.ts): the
// common ones in line or by a function of libraryHelpers.ts, the others with their arguments borrowed,
// laid into words above the stack. Whatever does not fit goes the general way, which also finds the words
// for errors in the number of arguments.

import { Op } from '../../bytecode/opcodes.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import {
  type Address,
  CodeLayout as C,
  Frame,
  Header,
  ListLayout,
  NativeLayout,
  StorageLayout,
  Thread,
  TypeFlag,
  TypeLayout,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { moduleOfNative } from '../../objects/define.ts';
import { BLOCKED, NATIVES, type Native } from '../../objects/natives.ts';
import { flagsOf } from '../../objects/slots.ts';
import { toJs } from '../../objects/str.ts';
import { doubts } from '../doubts.ts';
import { copyState, type Entry, entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import { isImmortal, type Translator } from '../translator.ts';
import { truthOf } from './comparisons.ts';

/** Writes the CALL if its callable is a known native. False: nothing was written. */
export function callKnownNative(t: Translator): boolean {
  if (t.kwNames !== 0) return false;
  const bottom = t.depth - t.at.arg - 2;
  const isMethod = (t.state.stack[bottom] as Entry).kind !== Kind.NULL;
  const callable = t.state.stack[isMethod ? bottom : bottom + 1] as Entry;
  const target = knownCallable(t, callable);
  if (target === 0) return false;
  const call: Call = { t, target, bottom, count: isMethod ? t.at.arg + 1 : t.at.arg };
  const key = keyOf(target);
  if (key === '' || FRAME_NATIVES.has(key)) return false;
  const special = SPECIAL[`${key}/${call.count}`];
  return special?.(call) === true || direct(call, key);
}

interface Call {
  readonly t: Translator;
  /** The native or type. */
  readonly target: Address;
  /** Depth of the stack below the call's operands. */
  readonly bottom: number;
  /** Arguments, self included. */
  readonly count: number;
}

/** They look at the frame that calls them, which must be complete, or at what it counts. */
const FRAME_NATIVES: ReadonlySet<string> = new Set([
  ...[
    'locals',
    'globals',
    'vars',
    'dir',
    'eval',
    'exec',
    '__import__',
    'super',
    '__build_class__',
  ].map((name) => `builtins.${name}`),
  ...['breakpoint', 'input', 'next'].map((name) => `builtins.${name}`),
  // It counts the reference that the call would hold.
  'sys.getrefcount',
  'sys._getframe',
]);

/** What the entry must be, guarded if that is not certain; 0 if it is no native or builtin type. */
function knownCallable(t: Translator, callable: Entry): Address {
  const value = callable.kind === Kind.CONST ? Number(callable.text) : callable.fn;
  if (value <= 0 || (value & 1) !== 0 || !isImmortal(value)) return 0;
  if (callable.kind === Kind.CONST) return value;
  if (callable.kind !== Kind.OWNED || doubts.has(t.at.cache)) return 0;
  const type = H[(value >> 2) + Header.TYPE];
  if (type !== T.METHOD_DESCRIPTOR && type !== T.NATIVE && type !== T.TYPE) return 0;
  t.exitIf(`${callable.text} !== ${value}`, 'another callable');
  return value;
}

/** `builtins.len`, `list.append`, `math.sqrt`, `type:int`; empty for what is not called directly. */
function keyOf(callable: Address): string {
  const q = callable >> 2;
  const type = H[q + Header.TYPE];
  if (type === T.TYPE) {
    if ((flagsOf(callable) & TypeFlag.HEAP) !== 0) return '';
    if (callable === T.SUPER) return '';
    return `type:${toJs(H[q + TypeLayout.NAME])}`;
  }
  const native = NATIVES[H[q + NativeLayout.ID]] as Native;
  if (type === T.METHOD_DESCRIPTOR) {
    return `${toJs(H[(H[q + NativeLayout.OWNER] >> 2) + TypeLayout.NAME])}.${native.name}`;
  }
  if (type !== T.NATIVE || H[q + NativeLayout.SELF] !== 0 || H[q + NativeLayout.OWNER] !== 0)
    return '';
  const module = moduleOfNative(H[q + NativeLayout.ID]);
  return module === undefined ? '' : `${module}.${native.name}`;
}

// ---- pieces

/** Argument `index` as it lies on the stack. */
const argument = ({ t, count }: Call, index: number): Entry => t.top(count - 1 - index);

/** Doubles and truth values among the arguments become words, which a raise finds on the stack. */
function wordArguments({ t, count }: Call): void {
  let changed = false;
  for (let i = t.depth - count; i < t.depth; i++) {
    const value = t.state.stack[i] as Entry;
    const word = t.word(value);
    if (word === value) continue;
    t.state.stack[i] = word;
    changed = true;
  }
  if (changed) t.before = copyState(t.state);
}

/** Takes the call's operands off the stack; the arguments are the caller's to release. */
function take({ t, bottom, count }: Call): Entry[] {
  const args = t.state.stack.slice(t.depth - count);
  t.state.stack.length = bottom;
  return args;
}

const releaseAll = (t: Translator, args: readonly Entry[]): void => {
  for (const value of args) t.release(value);
};

/** A helper that may raise: `name = text(args)`; the result is pushed. */
function helped(call: Call, text: (args: readonly string[]) => string, fact = UNKNOWN): true {
  const { t } = call;
  wordArguments(call);
  t.mayRaise();
  const args = take(call);
  const name = t.temporary();
  t.emit(`${name} = ${text(args.map((e) => e.text))};`);
  releaseAll(t, args);
  t.pushOwned(name, fact);
  return true;
}

const pushNone = (t: Translator): void => t.push(entry(Kind.CONST, String(S.NONE), T.NONE));

/** The run-time type of a value that is known to be no small int. */
const typeText = (value: string): string => `H[(${value} >> 2) + ${Header.TYPE}]`;

/** The double of a number, guarded; undefined if it cannot be expected to be one. */
function double(call: Call, index: number): string | undefined {
  const { t } = call;
  const value = argument(call, index);
  const fact = t.factOf(value);
  if (value.kind === Kind.DOUBLE || fact === T.FLOAT || fact === SMALL) return t.asDouble(value);
  if (fact !== UNKNOWN || value.kind === Kind.TRUTH || doubts.has(t.at.cache)) return undefined;
  const { text } = value;
  t.exitIf(`(${text} & 1) === 0 && ${typeText(text)} !== ${T.FLOAT}`, 'another type of number');
  return `((${text} & 1) !== 0 ? ${text} >> 1 : F64[(${text} >> 3) + 2])`;
}

/** Guards that the arguments are small ints; false if they cannot be expected to be. */
function allSmall(call: Call): boolean {
  const { t, count } = call;
  const unsure: string[] = [];
  for (let i = 0; i < count; i++) {
    const value = argument(call, i);
    const fact = t.factOf(value);
    if (fact === SMALL) continue;
    if (fact !== UNKNOWN || !isWord(value)) return false;
    unsure.push(value.text);
  }
  if (unsure.length === 0) return true;
  if (doubts.has(t.at.cache)) return false;
  t.exitIf(`(${unsure.join(' & ')} & 1) === 0`, 'another type of int');
  for (let i = 0; i < count; i++) t.learn(argument(call, i), SMALL);
  return true;
}

const isWord = (value: Entry): boolean => value.kind !== Kind.DOUBLE && value.kind !== Kind.TRUTH;

// ---- the common ones

/** Types whose word 4 is their length. */
const SIZED: ReadonlySet<number> = new Set<number>([
  T.LIST,
  T.STR,
  T.TUPLE,
  T.DICT,
  T.SET,
  T.FROZENSET,
  T.BYTES,
  T.BYTEARRAY,
  T.DEQUE,
]);

function len(call: Call): boolean {
  const { t } = call;
  const value = argument(call, 0);
  const fact = t.factOf(value);
  if (!isWord(value) || fact === SMALL) return false;
  const size = `(H[(${value.text} >> 2) + ${ListLayout.SIZE}] << 1) | 1`;
  const name = t.temporary();
  if (SIZED.has(fact)) {
    take(call);
    t.emit(`${name} = ${size};`);
    t.release(value);
    t.pushOwned(name, SMALL);
    return true;
  }
  const lines = t.raising();
  take(call);
  const type = t.temporary();
  t.emit(`${type} = (${value.text} & 1) === 0 ? ${typeText(value.text)} : 0;`);
  const isSized = [T.LIST, T.STR, T.TUPLE, T.DICT].map((one) => `${type} === ${one}`).join(' || ');
  t.emit(`if (${isSized}) ${name} = ${size};`);
  t.emit('else {');
  t.emitAll(lines);
  t.emit(`  ${name} = lengthOf(${value.text});`);
  t.emit('}');
  t.release(value);
  t.pushOwned(name);
  t.emit(`if ((${name} & 1) === 0) {`);
  t.emitAll(t.exitLinesFor('a large length', 0, t.state, t.at.next));
  t.emit('}');
  t.learn(t.top(), SMALL);
  return true;
}

/** `list.append(x)` and LIST_APPEND: the value's reference moves into the list. */
export function appendTo(
  t: Translator,
  list: string,
  value: Entry,
  lines: readonly string[],
): void {
  const q = t.temporary();
  const size = t.temporary();
  const storage = t.temporary();
  t.emit(`lock(${list});`);
  t.emit(`${q} = ${list} >> 2;`);
  t.emit(`${size} = H[${q} + ${ListLayout.SIZE}];`);
  t.emit(`${storage} = H[${q} + ${ListLayout.STORAGE}] >> 2;`);
  t.emit(`if (${storage} !== 0 && ${size} < H[${storage}]) {`);
  t.emitAll(
    t.aside(() => {
      t.emit(`H[${storage} + ${StorageLayout.ITEMS} + ${size}] = ${t.own(value)};`);
      t.emit(`H[${q} + ${ListLayout.SIZE}] = ${size} + 1;`);
      t.emit(`unlock(${list});`);
    }),
  );
  t.emit('} else {');
  t.emit(`  unlock(${list});`);
  t.emitAll(lines);
  t.emit(`  listAppend(${list}, ${value.text});`);
  t.emitAll(t.aside(() => t.release(value)));
  t.emit('}');
}

function append(call: Call): boolean {
  const { t } = call;
  if (t.factOf(argument(call, 0)) !== T.LIST) return false;
  wordArguments(call);
  const lines = t.raising();
  const [list, value] = take(call) as [Entry, Entry];
  appendTo(t, list.text, value, lines);
  t.release(list);
  pushNone(t);
  return true;
}

function pop(call: Call): boolean {
  const { t } = call;
  const list = argument(call, 0);
  if (t.factOf(list) !== T.LIST) return false;
  const lines = t.raising();
  take(call);
  const name = t.temporary();
  const q = t.temporary();
  const last = t.temporary();
  const storage = t.temporary();
  t.emit(`lock(${list.text});`);
  t.emit(`${q} = ${list.text} >> 2;`);
  t.emit(`${last} = H[${q} + ${ListLayout.SIZE}] - 1;`);
  t.emit(`${storage} = H[${q} + ${ListLayout.STORAGE}] >> 2;`);
  // A list that is half empty gives storage back: popLast does it.
  t.emit(
    `if (${last} >= 0 && ${storage} !== 0 && ${last} < H[${storage}] && ${last} >= H[${storage}] >> 1) {`,
  );
  t.emit(`  ${name} = H[${storage} + ${StorageLayout.ITEMS} + ${last}];`);
  t.emit(`  H[${storage} + ${StorageLayout.ITEMS} + ${last}] = 0;`);
  t.emit(`  H[${q} + ${ListLayout.SIZE}] = ${last};`);
  t.emit(`  unlock(${list.text});`);
  t.emit('} else {');
  t.emit(`  unlock(${list.text});`);
  t.emitAll(lines);
  t.emit(`  ${name} = popLast(${list.text});`);
  t.emit('}');
  t.release(list);
  t.pushOwned(name);
  return true;
}

function dictGet(call: Call): boolean {
  const { t, count } = call;
  if (t.factOf(argument(call, 0)) !== T.DICT) return false;
  wordArguments(call);
  t.mayRaise();
  const [dict, key, otherwise] = take(call) as [Entry, Entry, Entry];
  const name = t.temporary();
  t.emit(`${name} = dictGet(${dict.text}, ${key.text});`);
  t.emit(`if (${name} === 0) {`);
  t.emitAll(t.aside(() => t.emit(`${name} = ${count === 3 ? t.own(otherwise) : S.NONE};`)));
  if (count === 3 && otherwise.kind === Kind.OWNED) {
    t.emit('} else {');
    t.emitAll(t.aside(() => t.release(otherwise)));
  }
  t.emit('}');
  t.release(key);
  t.release(dict);
  t.pushOwned(name);
  return true;
}

function addToSet(call: Call): boolean {
  const { t } = call;
  if (t.factOf(argument(call, 0)) !== T.SET) return false;
  wordArguments(call);
  t.mayRaise();
  const args = take(call);
  t.emit(`setAdd(${args.map((e) => e.text).join(', ')});`);
  releaseAll(t, args);
  pushNone(t);
  return true;
}

function isInstance(call: Call): boolean {
  const { t } = call;
  const value = argument(call, 0);
  if (!isWord(value)) return false;
  const lines = t.raising();
  const [object, type] = take(call) as [Entry, Entry];
  const name = t.variable(`b${t.nextNumber()}`, 'false');
  const o = object.text;
  const c = type.text;
  t.emit(`if ((${o} & 1) === 0 && ${typeText(o)} === ${c}) ${name} = true;`);
  if (c === String(T.INT)) t.emit(`else if ((${o} & 1) !== 0) ${name} = true;`);
  t.emit('else {');
  t.emitAll(lines);
  t.emit(`  ${name} = isInstanceOf(${o}, ${c});`);
  t.emit('}');
  releaseAll(t, [object, type]);
  t.push(entry(Kind.TRUTH, name, T.BOOL));
  return true;
}

function ord(call: Call): boolean {
  const { t } = call;
  const value = argument(call, 0);
  if (!isWord(value) || doubts.has(t.at.cache)) return false;
  const name = t.temporary();
  t.emit(`${name} = codeOf(${value.text});`);
  t.exitIf(`${name} === 0`, 'another type of character');
  take(call);
  t.release(value);
  t.pushOwned(name, SMALL);
  return true;
}

function chr(call: Call): boolean {
  const { t } = call;
  if (!allSmall(call)) return false;
  const value = argument(call, 0);
  t.exitIf(`${value.text} < 0 || ${value.text} > 0x21ffff`, 'another kind of code point');
  take(call);
  const name = t.temporary();
  t.emit(`${name} = strOfCode(${value.text} >> 1);`);
  t.pushOwned(name, T.STR);
  return true;
}

function abs(call: Call): boolean {
  const { t } = call;
  const value = argument(call, 0);
  const fact = t.factOf(value);
  if (fact === T.FLOAT) return mathFunction('Math.abs')(call);
  if (fact !== SMALL) return false;
  t.exitIf(`${value.text} === -0x7fffffff`, 'overflow of a small int');
  take(call);
  const name = t.temporary();
  t.emit(`${name} = ${value.text} < 0 ? 2 - ${value.text} : ${value.text};`);
  t.pushOwned(name, SMALL);
  return true;
}

function extreme(sign: '<' | '>'): Special {
  return (call) => {
    const { t } = call;
    const [a, b] = [argument(call, 0), argument(call, 1)];
    const facts = [t.factOf(a), t.factOf(b)];
    if (facts.every((fact) => fact === T.FLOAT)) {
      const left = t.asDouble(a);
      const right = t.asDouble(b);
      take(call);
      t.pushDouble(`${right} ${sign} ${left} ? ${right} : ${left}`);
      releaseAll(t, [a, b]);
      return true;
    }
    if (facts.includes(SMALL) && allSmall(call)) {
      take(call);
      t.pushResult(`${b.text} ${sign} ${a.text} ? ${b.text} : ${a.text}`, SMALL);
      return true;
    }
    return helped(call, ([l, r]) => {
      const both = `(${l} & ${r} & 1) !== 0`;
      return `${both} ? (${r} ${sign} ${l} ? ${r} : ${l}) : ${sign === '<' ? 'minOf' : 'maxOf'}(${l}, ${r})`;
    });
  };
}

function intOf(call: Call): boolean {
  const { t } = call;
  const value = argument(call, 0);
  const fact = t.factOf(value);
  if (fact === SMALL) {
    const args = take(call);
    t.push(args[0] as Entry);
    return true;
  }
  if (fact !== T.FLOAT) return false;
  return whole('Math.trunc')(call);
}

/** floor, ceil, trunc of a double, where that is a small int. */
function whole(name: string): Special {
  return (call) => {
    const { t } = call;
    const x = doubts.has(t.at.cache) ? undefined : double(call, 0);
    if (x === undefined) return false;
    const result = t.temporary();
    t.emit(`${result} = smallOfDouble(${name === 'Math.trunc' ? x : `${name}(${x})`});`);
    t.exitIf(`${result} === 0`, 'another size of number');
    releaseAll(t, take(call));
    t.pushOwned(result, SMALL);
    return true;
  };
}

function floatOf(call: Call): boolean {
  const { t } = call;
  const value = argument(call, 0);
  const fact = t.factOf(value);
  if (value.kind !== Kind.DOUBLE && fact !== SMALL && fact !== T.FLOAT) return false;
  const x = t.asDouble(value);
  take(call);
  t.pushDouble(x);
  t.release(value);
  return true;
}

/** A function of doubles; what has no finite result is left to the library, which knows the errors. */
function mathFunction(name: string): Special {
  return (call) => {
    const { t, count } = call;
    if (doubts.has(t.at.cache)) return false;
    const xs: string[] = [];
    for (let i = 0; i < count; i++) {
      const x = double(call, i);
      if (x === undefined) return false;
      xs.push(x);
    }
    const result = t.variable(`f${t.nextNumber()}`, '0.5');
    t.emit(`${result} = ${name}(${xs.join(', ')});`);
    if (name !== 'Math.abs') t.exitIf(`!(${result} - ${result} === 0)`, 'another range of numbers');
    releaseAll(t, take(call));
    t.push(entry(Kind.DOUBLE, result, T.FLOAT));
    return true;
  };
}

function boolOf(call: Call): boolean {
  const { t } = call;
  const test = truthOf(t);
  t.state.stack.length = call.bottom;
  t.pushTruth(test);
  return true;
}

/** `range(...)` that is iterated over at once: the iterator, without the range. */
function rangeToIterate(call: Call): boolean {
  const { t, count } = call;
  if (t.following?.op !== Op.GET_ITER || doubts.has(t.at.cache) || !allSmall(call)) return false;
  if (count === 3) {
    t.exitIf(`${argument(call, 2).text} === 1`, 'another kind of range');
  }
  t.mayRaise();
  const args = take(call).map((e) => e.text);
  const [start, stop, step] =
    count === 1 ? ['1', args[0], '3'] : [args[0], args[1], args[2] ?? '3'];
  t.pushResult(`rangeIterator(${start}, ${stop}, ${step})`, T.RANGE_ITERATOR);
  return true;
}

function typeOfValue(call: Call): boolean {
  const { t } = call;
  const value = argument(call, 0);
  if (!isWord(value)) return false;
  take(call);
  const name = t.temporary();
  t.emit(`${name} = (${value.text} & 1) !== 0 ? ${T.INT} : ${typeText(value.text)};`);
  t.incref(name, -1);
  t.release(value);
  t.pushOwned(name);
  return true;
}

type Special = (call: Call) => boolean;

const reals = (names: readonly string[]): Record<string, Special> =>
  Object.fromEntries(names.map((name) => [`math.${name}/1`, mathFunction(`Math.${name}`)]));

/** By name and number of arguments. */
const SPECIAL: Readonly<Record<string, Special>> = {
  'builtins.len/1': len,
  'list.append/2': append,
  'list.pop/1': pop,
  'dict.get/2': dictGet,
  'dict.get/3': dictGet,
  'set.add/2': addToSet,
  'builtins.isinstance/2': isInstance,
  'builtins.ord/1': ord,
  'builtins.chr/1': chr,
  'builtins.abs/1': abs,
  'builtins.min/2': extreme('<'),
  'builtins.max/2': extreme('>'),
  'type:int/1': intOf,
  'type:float/1': floatOf,
  'type:bool/1': boolOf,
  'type:str/1': (call) => helped(call, ([x]) => `textOf(${x})`),
  'type:list/0': (call) => helped(call, () => 'newList(0)', T.LIST),
  'type:dict/0': (call) => helped(call, () => 'newDict()', T.DICT),
  'type:set/0': (call) => helped(call, () => `newSet(${T.SET})`, T.SET),
  'type:range/1': rangeToIterate,
  'type:range/2': rangeToIterate,
  'type:range/3': rangeToIterate,
  'type:type/1': typeOfValue,
  ...reals(['sqrt', 'sin', 'cos', 'tan', 'atan', 'exp']),
  'math.fabs/1': mathFunction('Math.abs'),
  'math.floor/1': whole('Math.floor'),
  'math.ceil/1': whole('Math.ceil'),
  'math.trunc/1': whole('Math.trunc'),
};

// ---- the others

/** Types of values that are certain to come back. */
const RESULTS: Readonly<Record<string, number>> = {
  'str.join': T.STR,
  'str.lower': T.STR,
  'str.upper': T.STR,
  'str.strip': T.STR,
  'str.lstrip': T.STR,
  'str.rstrip': T.STR,
  'str.replace': T.STR,
  'str.split': T.LIST,
  'str.rsplit': T.LIST,
  'str.splitlines': T.LIST,
  'str.partition': T.TUPLE,
  'str.find': SMALL,
  'str.count': SMALL,
  'list.copy': T.LIST,
  'dict.copy': T.DICT,
  'builtins.sorted': T.LIST,
};

/** Natives that never wait nor let others run: no look at the breaker behind them. */
const isQuiet = (key: string): boolean =>
  /^(builtins|math|str|list|dict|tuple|set|frozenset|int|float|bytes|bytearray|type:(?!map)\w+|collections\.deque|deque)[.\w]*$/.test(
    key,
  ) && key !== 'builtins.print';

/** The native's own function, or callNative where something has still to be checked. */
function direct(call: Call, key: string): boolean {
  const { t, target, count } = call;
  const isType = key.startsWith('type:');
  const native = isType ? undefined : (NATIVES[H[(target >> 2) + NativeLayout.ID]] as Native);
  const own = native?.selfCount ?? 0;
  const given = count - own;
  if (
    native !== undefined &&
    native.convention !== 'raw' &&
    (given < native.min || given > native.max)
  )
    return false;
  const filled = native?.quick === true ? native.max + own : count;
  const room = H[(t.code >> 2) + C.FRAME_WORDS] - Frame.HEADER_WORDS - t.localCount - Frame.SLACK;
  if (t.depth + Math.max(filled, count) > room + Frame.SLACK - 4) return false;
  wordArguments(call);
  t.boxLocals();
  t.mayRaise();
  const ownerFits =
    own === 0 || t.factOf(argument(call, 0)) === H[(target >> 2) + NativeLayout.OWNER];
  const place = t.localCount + t.depth;
  const before = copyState(t.before);
  const args = take(call);
  args.forEach((value, i) => {
    t.emit(`H[fp + ${place + i}] = ${value.text};`);
  });
  const name = t.temporary();
  if (isType) t.emit(`${name} = callWords(${target}, fp + ${place}, ${count}, 0);`);
  else if (native?.quick === true && ownerFits) {
    for (let i = count; i < filled; i++) t.emit(`H[fp + ${place + i}] = 0;`);
    t.emit(
      `${name} = NATIVES[${H[(target >> 2) + NativeLayout.ID]}].run(fp + ${place}, ${given});`,
    );
  } else t.emit(`${name} = callNative(${target}, fp + ${place}, ${count}, 0);`);
  const quiet = isQuiet(key);
  if (!quiet && !isType) {
    t.emit(`if (${name} === ${BLOCKED}) {`);
    t.emitAll(t.completeLines(before, t.at.offset));
    t.emit('  return blockedHere(T);');
    t.emit('}');
  }
  releaseAll(t, args);
  t.pushOwned(name, RESULTS[key] ?? UNKNOWN);
  if (!quiet) poll(t);
  return true;
}

/** Behind a native that others may have waited for. */
function poll(t: Translator): void {
  t.emit(`if (H[T + ${Thread.BREAKER}] !== 0) {`);
  const lines = t.exitLinesFor('safepoint', 0, t.state, t.at.next);
  const leave = lines.pop() as string;
  t.emitAll(lines);
  t.emit('  if (poll(T)) return 0;');
  t.emit(`  ${leave}`);
  t.emit('}');
}
