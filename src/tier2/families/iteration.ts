// Loops over iterators: ranges and lists in line, anything else by the protocol.

import { Op } from '../../bytecode/opcodes.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import {
  EnumerateLayout,
  Header,
  IndexIteratorLayout,
  ListLayout,
  RangeIteratorLayout,
  StrKind,
  StrLayout,
  Thread,
  TupleLayout,
} from '../../heap/layout.ts';
import { IC } from '../../runtime/inlineCaches.ts';
import { doubts } from '../doubts.ts';
import { decode } from '../flow.ts';
import { type Entry, entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { overGenerator } from './generators.ts';

export const TRANSLATIONS = {
  [Op.GET_ITER]: getIter,
  [Op.FOR_ITER]: forIter,
};

function getIter(t: Translator): void {
  // An iterator is its own iterator: `range` has made one already (inlineNatives.ts).
  if (ITERATORS.has(t.factOf(t.top()))) return;
  // What the loop will find is checked once, in front of it.
  const next = decode(t.code, t.at.next);
  const kind = next.op === Op.FOR_ITER ? (IC[next.cache] as number) : 0;
  if (kind === T.GENERATOR && t.top().kind === Kind.OWNED) return ownIterator(t, kind);
  t.mayRaise();
  const iterable = t.word(t.pop());
  const name = t.temporary();
  t.emit(`${name} = iterateOver(${iterable.text});`);
  t.release(iterable);
  t.pushOwned(name);
  if (CHECKED.has(kind) && !doubts.has(next.cache)) {
    t.emit(`if (H[(${name} >> 2) + ${Header.TYPE}] !== ${kind}) {`);
    t.emitAll(t.exitLinesFor('another iterator', next.cache, t.state, t.at.next));
    t.emit('}');
    t.learn(t.top(), kind);
  }
}

/** Iterators whose loops are written in line. */
const CHECKED: ReadonlySet<number> = new Set<number>([
  T.RANGE_ITERATOR,
  T.LIST_ITERATOR,
  T.TUPLE_ITERATOR,
  T.STR_ITERATOR,
]);

/** GET_ITER of what is probably an iterator already, of that type: it stays where it is. */
function ownIterator(t: Translator, type: number): void {
  const lines = t.raising();
  const iterable = t.pop();
  const x = iterable.text;
  const name = t.temporary();
  t.emit(`if ((${x} & 1) === 0 && H[(${x} >> 2) + ${Header.TYPE}] === ${type}) ${name} = ${x};`);
  t.emit('else {');
  t.emitAll(lines);
  t.emit(`  ${name} = iterate(${x});`);
  t.emitAll(t.aside(() => t.release(iterable)));
  t.emit('}');
  t.pushOwned(name);
}

/** Exact types of values that calls have left in place of the iterables themselves. */
const ITERATORS: ReadonlySet<number> = new Set<number>([
  T.RANGE_ITERATOR,
  T.DICT_ITEM_ITERATOR,
  T.DICT_VALUE_ITERATOR,
  T.ENUMERATE,
  T.ZIP,
]);

function forIter(t: Translator): void {
  if (t.top().kind !== Kind.OWNED) t.settle(t.depth);
  const iterator = t.top();
  const fact = t.factOf(iterator);
  const seen = fact !== UNKNOWN ? fact : (IC[t.at.cache] as number);
  const it = iterator.text;
  const name = t.temporary();
  if (
    fact === T.RANGE_ITERATOR ||
    (fact === UNKNOWN && seen === T.RANGE_ITERATOR && !doubts.has(t.at.cache))
  ) {
    if (fact === UNKNOWN) {
      t.exitIf(`H[(${it} >> 2) + ${Header.TYPE}] !== ${T.RANGE_ITERATOR}`, 'another iterator');
      t.learn(iterator, T.RANGE_ITERATOR);
    }
    overRange(t, it, name);
    return;
  }
  if (fact === T.GENERATOR || seen === T.GENERATOR) return overGenerator(t, name);
  if (isUnpacked(t) && PAIRS[seen] !== undefined && !doubts.has(t.at.cache)) {
    overPairs(t, it, seen);
    return;
  }
  if (seen === T.STR_ITERATOR && !doubts.has(t.at.cache)) return overText(t, iterator, name);
  if (seen === T.LIST_ITERATOR || seen === T.TUPLE_ITERATOR) overItems(t, it, name, seen);
  else if (NEXT[seen] !== undefined) overKnown(t, it, name, seen);
  else {
    t.mayRaise();
    t.emit(`${name} = nextItem(${it});`);
  }
  finish(t, name, UNKNOWN);
}

/** The functions of libraryHelpers.ts that give the next item of an iterator of that type. */
const NEXT: Readonly<Record<number, string>> = {
  [T.LIST_ITERATOR]: 'listIteratorNext',
  [T.TUPLE_ITERATOR]: 'tupleIteratorNext',
  [T.STR_ITERATOR]: 'strNext',
  [T.BYTES_ITERATOR]: 'bytesNext',
  [T.DICT_KEY_ITERATOR]: 'keyNext',
  [T.DICT_VALUE_ITERATOR]: 'valueNext',
  [T.DICT_ITEM_ITERATOR]: 'itemNext',
  [T.SET_ITERATOR]: 'setNextItem',
  [T.ENUMERATE]: 'enumerateNext',
  [T.ZIP]: 'zipNext',
};

/** The same for pairs that are taken apart at once. */
const PAIRS: Readonly<Record<number, string>> = {
  [T.DICT_ITEM_ITERATOR]: 'pairOfItems',
  [T.ENUMERATE]: 'pairOfEnumerate',
  [T.ZIP]: 'pairOfZip',
};

/** The loop's body begins with UNPACK_SEQUENCE of two, and only the loop leads there. */
function isUnpacked(t: Translator): boolean {
  const body = t.flow.blocks.get(t.at.next);
  const first = body?.instructions[0];
  if (body === undefined || body.isLoop || body.from.length !== 1) return false;
  return first?.op === Op.UNPACK_SEQUENCE && first.arg === 2;
}

/** The tuple of two that the iterator would give is never made: its values go to UNPACK_SEQUENCE. */
function overPairs(t: Translator, it: string, type: number): void {
  const count = `H[(${it} >> 2) + ${EnumerateLayout.COUNT}]`;
  const more =
    type === T.ZIP
      ? ` || !isPairZip(${it})`
      : type === T.ENUMERATE
        ? ` || (${count} & 1) === 0 || ${count} === 0x7fffffff`
        : '';
  const another =
    t.factOf(t.top()) === type ? 'false' : `H[(${it} >> 2) + ${Header.TYPE}] !== ${type}`;
  if (another !== 'false' || more !== '') t.exitIf(`${another}${more}`, 'another iterator');
  t.mayRaise();
  const first = t.temporary();
  const second = t.temporary();
  t.emit(`${first} = ${PAIRS[type]}(T, ${it});`);
  t.emit(`${second} = H[T + ${Thread.RESULT}];`);
  t.emit(`H[T + ${Thread.RESULT}] = 0;`);
  const pair = entry(Kind.OWNED, second, UNKNOWN);
  finish(t, first, type === T.ENUMERATE ? SMALL : UNKNOWN, pair);
}

function overKnown(t: Translator, it: string, name: string, type: number): void {
  t.mayRaise();
  if (t.factOf(t.top()) === type) {
    t.emit(`${name} = ${NEXT[type]}(${it});`);
    return;
  }
  const isKnown = `H[(${it} >> 2) + ${Header.TYPE}] === ${type}`;
  t.emit(`${name} = ${isKnown} ? ${NEXT[type]}(${it}) : nextItem(${it});`);
}

/** The item is on the stack, or (0) the iterator is let go of and the loop left. */
function finish(t: Translator, name: string, fact: number, pair?: Entry): void {
  const iterator = t.top();
  t.pushOwned(name, fact, pair === undefined ? {} : { pair });
  const fall = t.edgeTo(t.at.next);
  t.pop();
  t.pop();
  const drop = t.aside(() => t.decref(iterator.text, t.factOf(iterator)));
  t.branch(`${name} === 0`, t.edgeTo(t.at.target, drop), fall);
}

function overRange(t: Translator, it: string, name: string): void {
  const q = t.temporary();
  const rest = t.temporary();
  t.emit(`${q} = ${it} >> 2;`);
  t.emit(`${rest} = H[${q} + ${RangeIteratorLayout.REMAINING}];`);
  t.emit(`if (${rest} > 0) {`);
  t.emit(`  ${name} = H[${q} + ${RangeIteratorLayout.NEXT}];`);
  t.emit(`  H[${q} + ${RangeIteratorLayout.REMAINING}] = ${rest} - 1;`);
  t.emit(
    `  H[${q} + ${RangeIteratorLayout.NEXT}] = ${name} + H[${q} + ${RangeIteratorLayout.STEP}];`,
  );
  t.emit(`  ${name} = (${name} << 1) | 1;`);
  t.emit(`} else ${name} = 0;`);
  finish(t, name, SMALL);
}

/** Characters of narrow text stand at known places; strNext does the others, and the end. */
function overText(t: Translator, iterator: Entry, name: string): void {
  const it = iterator.text;
  if (t.factOf(iterator) !== T.STR_ITERATOR) {
    t.exitIf(`H[(${it} >> 2) + ${Header.TYPE}] !== ${T.STR_ITERATOR}`, 'another iterator');
    t.learn(iterator, T.STR_ITERATOR);
  }
  const text = t.temporary();
  const index = t.temporary();
  const field = `H[(${it} >> 2) + ${IndexIteratorLayout.INDEX}]`;
  t.emit(`${text} = H[(${it} >> 2) + ${IndexIteratorLayout.SEQUENCE}];`);
  t.emit(`${index} = ${field};`);
  const isNarrow = `(H[(${text} >> 2) + ${StrLayout.KIND}] & ${StrKind.BYTES_MASK}) === 1`;
  const isIn = `${index} >= 0 && ${index} < H[(${text} >> 2) + ${StrLayout.LENGTH}]`;
  t.emit(`if (${isIn} && ${isNarrow}) {`);
  t.emit(`  ${field} = ${index} + 1;`);
  t.emit(`  ${name} = ${S.CHARACTERS} + 32 * U8[${text} + ${StrLayout.DATA * 4} + ${index}];`);
  t.emit(`} else ${name} = strNext(${it});`);
  finish(t, name, T.STR);
}

/** Lists and tuples: a look into the sequence; the library's function knows the end. */
function overItems(t: Translator, it: string, name: string, type: number): void {
  const isFact = t.factOf(t.top()) === type;
  const lines = t.raising();
  const sequence = t.temporary();
  const index = t.temporary();
  t.emit(`${name} = 0;`);
  t.emit(isFact ? '{' : `if (H[(${it} >> 2) + ${Header.TYPE}] === ${type}) {`);
  t.emit(`  ${sequence} = H[(${it} >> 2) + ${IndexIteratorLayout.SEQUENCE}];`);
  t.emit(`  if (${sequence} !== 0) {`);
  t.emit(`    ${index} = H[(${it} >> 2) + ${IndexIteratorLayout.INDEX}];`);
  t.emitAll(
    t.aside(() => {
      if (type === T.LIST_ITERATOR) {
        t.readItem(name, sequence, `(${sequence} >> 2) + ${ListLayout.STORAGE}`, index);
        return;
      }
      const q = `(${sequence} >> 2)`;
      t.emit(`if (${index} < H[${q} + ${TupleLayout.LENGTH}]) {`);
      t.emit(`  ${name} = H[${q} + ${TupleLayout.ITEMS} + ${index}];`);
      t.incref(name, UNKNOWN);
      t.emit('}');
    }),
    '    ',
  );
  t.emit(`    if (${name} !== 0) H[(${it} >> 2) + ${IndexIteratorLayout.INDEX}] = ${index} + 1;`);
  t.emit('  }');
  t.emit('}');
  t.emit(`if (${name} === 0) {`);
  t.emitAll(lines);
  t.emit(`  ${name} = ${isFact ? NEXT[type] : 'nextFast'}(${it});`);
  t.emit('}');
}
