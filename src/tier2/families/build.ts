// Making containers and texts and taking them apart: tuples, lists, comprehensions, f-strings, slices.
// Operands stay where they are (most are borrowed locals); only what is long goes through heapStack.ts.

import { BinaryOperator, Op } from '../../bytecode/opcodes.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import { CodeLayout as C, Frame, Header, TupleLayout } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { toJs } from '../../objects/str.ts';
import { specIndex } from '../formats.ts';
import { Raised } from '../raised.ts';
import { type Entry, entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { onHeap } from './heapStack.ts';
import { appendTo } from './inlineNatives.ts';

export const TRANSLATIONS = {
  [Op.BUILD_TUPLE]: buildTuple,
  [Op.BUILD_LIST]: buildList,
  [Op.BUILD_SET]: buildSet,
  [Op.BUILD_MAP]: buildMap,
  [Op.BUILD_CONST_KEY_MAP]: buildConstKeyMap,
  [Op.STORE_SLICE]: storeSlice,
  [Op.BUILD_STRING]: buildString,
  [Op.LIST_APPEND]: listAppend,
  [Op.SET_ADD]: setAdd,
  [Op.MAP_ADD]: mapAdd,
  [Op.FORMAT_VALUE]: formatValue,
  [Op.UNPACK_SEQUENCE]: unpackSequence,
  [Op.BINARY_SLICE]: binarySlice,
  [Op.BUILD_SLICE]: buildSlice,
  [Op.CONTAINS_OP]: containsOp,
  [Op.DELETE_SUBSCR]: deleteSubscript,
};

/** The top operands are words, for an operation that may raise, written on the main path. */
function operandsStay(t: Translator, count: number): void {
  t.wordTop(count);
  t.mayRaise();
}

/** As operandsStay, and takes them off the stack. */
function operands(t: Translator, count: number): Entry[] {
  operandsStay(t, count);
  return t.state.stack.splice(t.depth - count, count);
}

/** Words of the frame above the present depth that may be written to. */
const roomAbove = (t: Translator): number =>
  H[(t.code >> 2) + C.FRAME_WORDS] - Frame.HEADER_WORDS - t.localCount - t.depth - 4;

/** Lays borrowed values into words above the stack; their place. */
function layAbove(t: Translator, values: readonly Entry[], depth: number): string {
  const place = t.localCount + depth;
  values.forEach((value, i) => {
    t.emit(`H[fp + ${place + i}] = ${value.text};`);
  });
  return `fp + ${place}`;
}

function buildTuple(t: Translator): void {
  const count = t.at.arg;
  if (count === 0) {
    t.push(entry(Kind.CONST, String(S.EMPTY_TUPLE), T.TUPLE));
    return;
  }
  if (count > 12) return onHeap(t, 'buildTuple', count);
  if (isPercentFormat(t)) return percentFormat(t);
  const values = operands(t, count);
  const name = t.newBlock(T.TUPLE, (TupleLayout.ITEMS + count) << 2);
  t.emit(`H[(${name} >> 2) + ${TupleLayout.LENGTH}] = ${count};`);
  values.forEach((value, i) => {
    t.emit(`H[(${name} >> 2) + ${TupleLayout.ITEMS + i}] = ${t.own(value)};`);
  });
  t.pushOwned(name, T.TUPLE);
}

/** `'template' % (a, b)` */
function isPercentFormat(t: Translator): boolean {
  const next = t.following;
  if (next?.op !== Op.BINARY_OP || next.arg !== BinaryOperator.REMAINDER) return false;
  const template = t.top(t.at.arg);
  return template.kind === Kind.CONST && template.fact === T.STR && t.at.arg <= roomAbove(t);
}

/** The tuple is not made. */
function percentFormat(t: Translator): void {
  const count = t.at.arg;
  const depth = t.depth;
  t.wordTop(count);
  t.joinFollowing();
  t.mayRaise();
  const values = t.state.stack.splice(depth - count, count);
  const template = t.pop();
  const name = t.temporary();
  const place = layAbove(t, values, depth);
  t.emit(`${name} = percentFormatWords(${template.text}, ${place}, ${count});`);
  t.releaseAll(values);
  t.pushOwned(name, T.STR);
}

/** The list is that of a comprehension without conditions, over the iterator that is its argument. */
function appendsOnce(t: Translator): boolean {
  const { op, arg } = t.following ?? { op: Op.NOP, arg: 0 };
  if (!t.isFunction || op !== Op.LOAD_FAST || arg !== 0) return false;
  if (toJs(H[(t.code >> 2) + C.NAME]) !== '<listcomp>') return false;
  const ends = t.flow.order.map((block) => block.instructions.at(-1)?.op);
  const isLoop = (one: Op | undefined) => one === Op.FOR_ITER;
  const others = t.flow.order.filter((block, i) => block.jump >= 0 && !isLoop(ends[i]));
  return ends.filter(isLoop).length === 1 && others.every((block) => block.fall < 0);
}

function buildList(t: Translator): void {
  const count = t.at.arg;
  if (count > 12 || count > roomAbove(t)) return onHeap(t, 'buildList', count);
  const depth = t.depth;
  const values = operands(t, count);
  const name = t.temporary();
  if (count === 0) t.emit(`${name} = ${appendsOnce(t) ? 'newListFor(l0)' : 'newList(0)'};`);
  else {
    t.emit(`${name} = newListFromStack(${layAbove(t, values, depth)}, ${count});`);
    // The list has them now.
    for (const value of values) t.own(value);
  }
  t.pushOwned(name, T.LIST);
}

/** A container made by a helper of the borrowed operands, laid above the stack. */
function built(t: Translator, helper: string, count: number, arg: number, fact: number): void {
  const depth = t.depth;
  const values = operands(t, count);
  const name = t.temporary();
  t.emit(`${name} = ${helper}(${layAbove(t, values, depth)}, ${arg});`);
  t.releaseAll(values);
  t.pushOwned(name, fact);
}

function buildSet(t: Translator): void {
  const count = t.at.arg;
  if (count > 12 || count > roomAbove(t)) return onHeap(t, 'buildSet', count);
  built(t, 'buildSet', count, count, T.SET);
}

function buildMap(t: Translator): void {
  const count = 2 * t.at.arg;
  if (count > 16 || count > roomAbove(t)) return onHeap(t, 'buildMap', count);
  if (count > 0) return built(t, 'buildMap', count, t.at.arg, T.DICT);
  t.mayRaise();
  t.pushResult('newDict()', T.DICT);
}

function buildConstKeyMap(t: Translator): void {
  const count = t.at.arg;
  if (count > 12 || count > roomAbove(t)) return onHeap(t, 'buildConstKeyMap', count + 1);
  const depth = t.depth;
  const values = operands(t, count + 1);
  const keys = values.pop() as Entry;
  const name = t.temporary();
  t.emit(`${name} = buildConstKeyMap(${layAbove(t, values, depth)}, ${count}, ${keys.text});`);
  t.releaseAll([...values, keys]);
  t.pushOwned(name, T.DICT);
}

function storeSlice(t: Translator): void {
  const values = operands(t, 4);
  const [value, object, start, stop] = values as [Entry, Entry, Entry, Entry];
  t.emit(`storeSlice(${object.text}, ${start.text}, ${stop.text}, ${value.text});`);
  t.releaseAll(values);
}

function buildString(t: Translator): void {
  const count = t.at.arg;
  if (count > 12 || count > roomAbove(t)) return onHeap(t, 'buildString', count);
  const depth = t.depth;
  const values = operands(t, count);
  const name = t.temporary();
  t.emit(`${name} = buildStr(${layAbove(t, values, depth)}, ${count});`);
  t.releaseAll(values);
  t.pushOwned(name, T.STR);
}

function listAppend(t: Translator): void {
  t.wordTop(1);
  const lines = t.raising();
  const value = t.pop();
  appendTo(t, t.top(t.at.arg - 1).text, value, lines);
}

function setAdd(t: Translator): void {
  const [value] = operands(t, 1) as [Entry];
  t.emit(`setAdd(${t.top(t.at.arg - 1).text}, ${value.text});`);
  t.release(value);
}

function mapAdd(t: Translator): void {
  const [key, value] = operands(t, 2) as [Entry, Entry];
  t.emit(`dictSet(${t.top(t.at.arg - 1).text}, ${key.text}, ${value.text});`);
  t.releaseAll([key, value]);
}

function formatValue(t: Translator): void {
  const { arg } = t.at;
  const hasSpec = (arg & 4) !== 0;
  if (arg === 4 && t.top().kind === Kind.CONST && t.top().fact === T.STR) {
    formatBySpec(t);
    return;
  }
  // A string stands for itself, and so it stays borrowed if it is.
  if (arg <= 1 && t.factOf(t.top()) === T.STR) return;
  if (!hasSpec && t.top().kind === Kind.DOUBLE) {
    t.mayRaise();
    t.pushResult(`textOfDouble(${t.pop().text})`, T.STR);
    return;
  }
  const values = operands(t, hasSpec ? 2 : 1);
  const [value, spec] = values as [Entry, Entry];
  const name = t.temporary();
  t.emit(
    hasSpec
      ? `${name} = formatOperand(${value.text}, ${arg & 3}, ${spec.text});`
      : `${name} = formatPlain(${value.text}, ${arg & 3});`,
  );
  t.releaseAll(values);
  t.pushOwned(name, arg === 0 && isPlainNumber(t, value) ? T.STR : UNKNOWN);
}

/** The spec is a constant: it has been looked at by now (formats.ts). */
function formatBySpec(t: Translator): void {
  const index = specIndex(Number(t.top().text));
  const isDouble = t.top(1).kind === Kind.DOUBLE;
  if (isDouble) t.mayRaise();
  else operandsStay(t, 2);
  t.pop();
  const value = t.pop();
  const name = t.temporary();
  t.emit(`${name} = ${isDouble ? 'formatDoubleBySpec' : 'formatBySpec'}(${value.text}, ${index});`);
  t.release(value);
  t.pushOwned(name, isPlainNumber(t, value) ? T.STR : UNKNOWN);
}

/** `__format__` of the value is the builtin one, whose result is an exact str. */
function isPlainNumber(t: Translator, value: Entry): boolean {
  const fact = t.factOf(value);
  return fact === SMALL || fact === T.FLOAT || fact === T.INT || fact === T.STR;
}

/** (iterable -- n values, first on top) */
function unpackSequence(t: Translator): void {
  const count = t.at.arg;
  const { pair } = t.top();
  if (pair !== undefined) {
    // The loop has taken the pair apart already (iteration.ts).
    const first = t.pop();
    t.push(pair);
    t.push({ ...first, pair: undefined });
    return;
  }
  if (count > 12 || count > roomAbove(t) || t.factOf(t.top()) === SMALL)
    return onHeap(t, 'unpackSequence', 1);
  t.wordTop(1);
  const lines = t.raising();
  const value = t.pop();
  const v = value.text;
  const names = Array.from({ length: count }, () => t.temporary());
  const isTuple =
    t.factOf(value) === T.TUPLE
      ? 'true'
      : `(${v} & 1) === 0 && H[(${v} >> 2) + ${Header.TYPE}] === ${T.TUPLE}`;
  t.emit(`if (${isTuple} && H[(${v} >> 2) + ${TupleLayout.LENGTH}] === ${count}) {`);
  names.forEach((name, i) => {
    t.emit(`  ${name} = H[(${v} >> 2) + ${TupleLayout.ITEMS + i}];`);
    t.emitAll(t.aside(() => t.incref(name, UNKNOWN)));
  });
  t.emit('} else {');
  t.emitAll(lines);
  const place = t.localCount + t.depth + 1;
  t.emit(`  if (unpackTo(fp + ${place}, ${v}, ${count}) === 0) {`);
  t.emitAll(t.raisedLines(Raised.HERE), '    ');
  t.emit('  }');
  names.forEach((name, i) => {
    t.emit(`  ${name} = H[fp + ${place + count - 1 - i}];`);
  });
  t.emit('}');
  t.release(value);
  for (const name of names.reverse()) t.pushOwned(name);
}

function binarySlice(t: Translator): void {
  const fact = t.factOf(t.top(2));
  const values = operands(t, 3);
  const name = t.temporary();
  t.emit(`${name} = sliceOf(${values.map((e) => e.text).join(', ')});`);
  t.releaseAll(values);
  const isKept = fact === T.STR || fact === T.LIST || fact === T.TUPLE;
  t.pushOwned(name, isKept ? fact : UNKNOWN);
}

/** `object[start:stop:step]`: one operation, without the slice; what is raised is raised by the subscript. */
function buildSlice(t: Translator): void {
  if (t.at.arg !== 3 || t.following?.op !== Op.BINARY_SUBSCR) {
    return onHeap(t, 'buildSlice', t.at.arg);
  }
  const fact = t.factOf(t.top(3));
  t.wordTop(4);
  t.joinFollowing();
  t.mayRaise();
  const values = t.state.stack.splice(t.depth - 4, 4);
  const name = t.temporary();
  t.emit(`${name} = stridedOf(${values.map((e) => e.text).join(', ')});`);
  t.releaseAll(values);
  t.pushOwned(name, fact === T.STR || fact === T.LIST || fact === T.TUPLE ? fact : UNKNOWN);
}

function containsOp(t: Translator): void {
  const fact = t.factOf(t.top());
  const values = operands(t, 2);
  const [item, container] = values as [Entry, Entry];
  const name = t.variable(`b${t.nextNumber()}`, 'false');
  const helper = fact === T.DICT ? 'dictContains' : fact === T.STR ? 'textContains' : 'containsIn';
  t.emit(`${name} = ${t.at.arg === 1 ? '!' : ''}${helper}(${container.text}, ${item.text});`);
  t.releaseAll(values);
  t.push(entry(Kind.TRUTH, name, T.BOOL));
}

function deleteSubscript(t: Translator): void {
  const values = operands(t, 2);
  t.emit(`if (!tryDeleteSubscript(${values.map((e) => e.text).join(', ')})) {`);
  t.emitAll(t.raisedLines(Raised.HERE));
  t.emit('}');
  t.releaseAll(values);
}
