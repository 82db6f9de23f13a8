// The natives and builtin types that are written in line, or as one function of libraryHelpers.ts. Each
// answers false, with nothing written, where the call does not fit; nativeCalls.ts goes on from there.

import { Op } from '../../bytecode/opcodes.ts';
import { accessSource } from '../../executors/policy.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import { ListLayout, StorageLayout } from '../../heap/layout.ts';
import { doubts } from '../doubts.ts';
import { type Entry, entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { truthOf } from './comparisons.ts';
import { NUMBERS } from './inlineNumbers.ts';
import { TEXTS } from './inlineText.ts';
import {
  allSmall,
  argument,
  type Call,
  helped,
  type InLine,
  isWord,
  pushNone,
  take,
  typeText,
} from './nativeArguments.ts';

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
  t.emit(`${accessSource.lock(list)}`);
  t.emit(`${q} = ${list} >> 2;`);
  t.emit(`${size} = H[${q} + ${ListLayout.SIZE}];`);
  t.emit(`${storage} = H[${q} + ${ListLayout.STORAGE}] >> 2;`);
  t.emit(`if (${storage} !== 0 && ${size} < H[${storage}]) {`);
  t.emitAll(
    t.aside(() => {
      t.emit(`H[${storage} + ${StorageLayout.ITEMS} + ${size}] = ${t.own(value)};`);
      t.emit(`H[${q} + ${ListLayout.SIZE}] = ${size} + 1;`);
      t.emit(`${accessSource.unlock(list)}`);
    }),
  );
  t.emit('} else {');
  t.emit(`  ${accessSource.unlock(list)}`);
  t.emitAll(lines);
  t.emit(`  listAppend(${list}, ${value.text});`);
  t.emitAll(t.aside(() => t.release(value)));
  t.emit('}');
}

function append(call: Call): boolean {
  const { t } = call;
  if (t.factOf(argument(call, 0)) !== T.LIST) return false;
  t.wordTop(call.count);
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
  t.emit(`${accessSource.lock(list.text)}`);
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
  t.emit(`  ${accessSource.unlock(list.text)}`);
  t.emit('} else {');
  t.emit(`  ${accessSource.unlock(list.text)}`);
  t.emitAll(lines);
  t.emit(`  ${name} = popLast(${list.text});`);
  t.checkRaised(name, '  ');
  t.emit('}');
  t.release(list);
  t.pushOwned(name);
  return true;
}

function dictGet(call: Call): boolean {
  const { t, count } = call;
  if (t.factOf(argument(call, 0)) !== T.DICT) return false;
  t.wordTop(call.count);
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
  t.wordTop(call.count);
  t.mayRaise();
  const args = take(call);
  t.emit(`setAdd(${args.map((e) => e.text).join(', ')});`);
  t.releaseAll(args);
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
  t.releaseAll([object, type]);
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

/** `d.items()` and `d.values()` that are iterated over at once: the iterator, without the view. */
function viewToIterate(helper: string, type: number): InLine {
  return (call) => {
    const { t } = call;
    if (t.following?.op !== Op.GET_ITER || t.factOf(argument(call, 0)) !== T.DICT) return false;
    return helped(call, ([dict]) => `${helper}(${dict})`, type);
  };
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

function strOf(call: Call): boolean {
  const { t } = call;
  const value = argument(call, 0);
  if (value.kind === Kind.DOUBLE) {
    t.mayRaise();
    take(call);
    t.pushResult(`textOfDouble(${value.text})`, T.STR);
    return true;
  }
  const fact = t.factOf(value);
  const isPlain = fact === SMALL || fact === T.FLOAT || fact === T.INT || fact === T.STR;
  return helped(call, ([x]) => `textOf(${x})`, isPlain ? T.STR : UNKNOWN);
}

/** By name and number of arguments. */
export const IN_LINE: Readonly<Record<string, InLine>> = {
  ...NUMBERS,
  ...TEXTS,
  'builtins.len/1': len,
  'list.append/2': append,
  'list.pop/1': pop,
  'dict.get/2': dictGet,
  'dict.get/3': dictGet,
  'dict.items/1': viewToIterate('iterateItems', T.DICT_ITEM_ITERATOR),
  'dict.values/1': viewToIterate('iterateValues', T.DICT_VALUE_ITERATOR),
  'set.add/2': addToSet,
  'builtins.sorted/1': (call) => helped(call, ([x]) => `sortedOf(${x})`, T.LIST),
  'builtins.isinstance/2': isInstance,
  'builtins.ord/1': ord,
  'builtins.chr/1': chr,
  'type:bool/1': boolOf,
  'type:str/1': strOf,
  'type:list/0': (call) => helped(call, () => 'newList(0)', T.LIST),
  'type:dict/0': (call) => helped(call, () => 'newDict()', T.DICT),
  'type:set/0': (call) => helped(call, () => `newSet(${T.SET})`, T.SET),
  'type:list/1': (call) => helped(call, ([x]) => `listFrom(${x})`, T.LIST),
  'type:tuple/1': (call) => helped(call, ([x]) => `tupleFrom(${x})`, T.TUPLE),
  'type:set/1': (call) => helped(call, ([x]) => `setOf(${x})`, T.SET),
  'type:enumerate/1': (call) => helped(call, ([x]) => `newEnumerate(${x})`, T.ENUMERATE),
  'type:zip/2': (call) => helped(call, ([x, y]) => `newZipOfTwo(${x}, ${y})`, T.ZIP),
  'type:range/1': rangeToIterate,
  'type:range/2': rangeToIterate,
  'type:range/3': rangeToIterate,
  'type:type/1': typeOfValue,
};
