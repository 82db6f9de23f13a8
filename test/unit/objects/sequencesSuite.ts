// list, tuple, range, slice and deque against what CPython 3.11 answered (sequences.json, made by
// recordSequences.py), and what iteration, sorting and counting references must do: run by
// sequences.*.test.ts under an executor each.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BinaryOperator, CompareOperator } from '../../../src/bytecode/opcodes.ts';
import { S, T } from '../../../src/heap/builtinTypes.ts';
import type { Address, Value } from '../../../src/heap/layout.ts';
import { answerOf, bootHeap, PythonError } from '../../support/heapOnly.ts';
import { defineMissingTypes } from '../../support/minimalTypes.ts';

/** A value as recordSequences.py writes it. */
type Encoded =
  | { const: string }
  | { int: string }
  | { float: string }
  | { str: string }
  | { tuple: Encoded[] }
  | { list: Encoded[] }
  | { range: [Encoded, Encoded, Encoded] }
  | { slice: [Encoded, Encoded, Encoded] }
  | { deque: Encoded[]; maxlen: number };
type Case = [Encoded, string, Encoded[], Record<string, Encoded>, string, string];

const CASES = JSON.parse(
  readFileSync(new URL('./sequences.json', import.meta.url), 'utf8'),
) as Case[];

const MODULES = [
  'noneTypes',
  'intType',
  'boolType',
  'floatType',
  'strType',
  'tupleType',
  'listType',
  'slice',
  'range',
  'iterators',
  'iteratorTypes',
  'dequeType',
];

const COMPARISONS: Record<string, CompareOperator> = {
  '<': CompareOperator.LT,
  '<=': CompareOperator.LE,
  '==': CompareOperator.EQ,
  '!=': CompareOperator.NE,
  '>': CompareOperator.GT,
  '>=': CompareOperator.GE,
};

export async function sequencesSuite(executor: string): Promise<void> {
  await bootHeap(executor, async () => {
    await defineMissingObject();
    for (const name of MODULES) await import(`../../../src/objects/${name}.ts`);
    await defineMissingTypes();
  });
  const int = await import('../../../src/objects/int.ts');
  const { newFloat } = await import('../../../src/objects/float.ts');
  const { newStr, internJs, own } = await import('../../../src/objects/str.ts');
  const { tupleOf } = await import('../../../src/objects/tuple.ts');
  const lists = await import('../../../src/objects/list.ts');
  const { listOf } = lists;
  const { newSlice } = await import('../../../src/objects/slice.ts');
  const { newRange } = await import('../../../src/objects/range.ts');
  const { sortValues } = await import('../../../src/objects/sort.ts');
  const { newCallableIterator } = await import('../../../src/objects/iterators.ts');
  const p = await import('../../../src/objects/protocol.ts');
  const { boolOf } = await import('../../../src/objects/bool.ts');
  const { NATIVES } = await import('../../../src/objects/natives.ts');
  const { DEFINED_TYPES } = await import('../../../src/objects/define.ts');
  const { RAISED, raising } = await import('../../../src/objects/raise.ts');
  const { slotsOf, slotsOfType, typeOf } = await import('../../../src/objects/slots.ts');
  const { H } = await import('../../../src/heap/memory.ts');
  const { attributeAccess } = await import('../../../src/objects/attributeAccess.ts');
  const { calling } = await import('../../../src/objects/calling.ts');
  const { allocateRaw, countOf, decref, freeRaw } = await import(
    '../../../src/executors/policy.ts'
  );
  const { tag } = int;
  raising.make = (name, message) => {
    throw new PythonError(name, message ?? '');
  };
  attributeAccess.find = () => 0;
  attributeAccess.findSpecial = () => 0;

  /** Lays words out as the runtime does for a call. */
  const withWords = <R>(words: readonly Value[], use: (at: number) => R): R => {
    const block = allocateRaw(256);
    const at = block >> 2;
    H.fill(0, at, at + 64);
    words.forEach((word, i) => {
      H[at + i] = word;
    });
    try {
      return use(at);
    } finally {
      freeRaw(block, 256);
    }
  };

  const construct = (type: Address, args: Value[], named: Record<string, Value> = {}): Value => {
    const names = Object.keys(named);
    const kwNames = names.length === 0 ? 0 : tupleOf(names.map(internJs));
    return withWords([...args, ...Object.values(named)], (at) => {
      const slots = slotsOfType(type);
      const count = args.length + names.length;
      const object = slots.create?.(type, at, count, kwNames) as Value;
      slots.initialize?.(object, at, count, kwNames);
      return object;
    });
  };

  const make = (e: Encoded): Value => {
    if ('const' in e) return { None: S.NONE, True: S.TRUE, False: S.FALSE }[e.const] as Value;
    if ('int' in e) return int.newBigInt(BigInt(e.int));
    if ('float' in e) return newFloat(Number(e.float));
    if ('str' in e) return newStr(e.str);
    if ('tuple' in e) return tupleOf(e.tuple.map(make));
    if ('list' in e) return listOf(e.list.map(make));
    if ('range' in e) return newRange(make(e.range[0]), make(e.range[1]), make(e.range[2]));
    if ('slice' in e) return newSlice(make(e.slice[0]), make(e.slice[1]), make(e.slice[2]));
    const items = listOf(e.deque.map(make));
    return construct(T.DEQUE, [items, e.maxlen < 0 ? S.NONE : tag(e.maxlen)]);
  };

  const callMethod = (self: Value, name: string, args: Value[], named: Record<string, Value>) => {
    const type = DEFINED_TYPES.find((t) => t.address === typeOf(self));
    const index = type?.spec.methods?.findIndex((m) => m.name === name) ?? -1;
    const native = NATIVES[type?.methodIds[index] as number];
    if (native === undefined) throw new Error(`no method ${name}`);
    const words = [self, ...args];
    for (const [key, value] of Object.entries(named)) {
      const at = 1 + native.parameters.findIndex((q) => q.replace(/^[*/]/, '') === key);
      while (words.length <= at) words.push(0);
      words[at] = value;
    }
    return withWords(words, (at) => answerOf(native.run(at, args.length, 0), RAISED));
  };

  const operate = (
    self: Value,
    operation: string,
    args: Value[],
    named: Record<string, Value>,
  ): Value => {
    const other = args[0] as Value;
    const order = COMPARISONS[operation];
    if (order !== undefined) return p.compare(self, other, order);
    switch (operation) {
      case '+':
        return p.binary(BinaryOperator.ADD, self, other);
      case '*':
        return p.binary(BinaryOperator.MULTIPLY, self, other);
      case '+=':
        return p.inplace(BinaryOperator.ADD, self, other);
      case '*=':
        return p.inplace(BinaryOperator.MULTIPLY, self, other);
      case '[]':
        return p.subscript(self, other);
      case '[]=':
        p.storeSubscript(self, other, args[1] as Value);
        return S.NONE;
      case 'del':
        p.deleteSubscript(self, other);
        return S.NONE;
      case 'in':
        return boolOf(p.contains(self, other));
      case 'repr':
        return p.repr(self);
      case 'len':
        return int.newInt(p.length(self));
      case 'truth':
        return boolOf(p.isTrue(self));
      case 'list':
        return listOf(p.collect(self));
      case 'reversed':
        if (typeOf(self) === T.TUPLE) return listOf(p.collect(construct(T.REVERSED, [self])));
        return listOf(p.collect(callMethod(self, '__reversed__', [], {})));
      case 'hash':
        p.hash(self);
        return S.NONE;
      case 'samehash':
        return boolOf(p.hash(self) === p.hash(other));
      default:
        return callMethod(self, operation, args, named);
    }
  };

  const run = ([receiver, operation, args, named]: Case): [string, string] => {
    const self = make(receiver);
    const values = Object.entries(named).map(([k, v]) => [k, make(v)] as const);
    let outcome: string;
    try {
      outcome = p.reprJs(operate(self, operation, args.map(make), Object.fromEntries(values)));
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      outcome = error.message.replace(/: $/, ': ');
    }
    return [outcome, p.reprJs(self)];
  };

  const groups = new Map<string, Case[]>();
  for (const item of CASES) {
    const name = `${Object.keys(item[0])[0]} ${item[1]}`;
    groups.set(name, [...(groups.get(name) ?? []), item]);
  }

  describe(`sequences under ${executor}`, () => {
    for (const [name, cases] of groups) {
      test(`${name} answers as CPython does`, () => {
        const wrong = cases
          .map((c) => ({ case: JSON.stringify(c.slice(0, 4)), got: run(c), want: [c[4], c[5]] }))
          .filter(({ got, want }) => got[0] !== want[0] || got[1] !== want[1]);
        expect(wrong).toEqual([]);
      });
    }

    const text = (value: Value): string => p.reprJs(value);
    const ints = (...items: number[]): Address => listOf(items.map(tag));
    const error = (f: () => unknown): string => {
      try {
        f();
      } catch (e) {
        return (e as Error).message;
      }
      return 'no error';
    };

    test('iterating over a list sees items that are added and removed meanwhile', () => {
      const list = ints(1, 2, 3);
      const iterator = p.iterate(list);
      expect(p.nextItem(iterator)).toBe(tag(1));
      lists.listAppend(list, tag(4));
      lists.listPop(list, 1);
      expect([p.nextItem(iterator), p.nextItem(iterator), p.nextItem(iterator)]).toEqual([
        tag(3),
        tag(4),
        0,
      ]);
      lists.listAppend(list, tag(5));
      expect(p.nextItem(iterator)).toBe(0);
    });

    test('a list that holds itself prints as [...]', () => {
      const list = ints(1);
      lists.listAppend(list, list);
      expect(text(list)).toBe('[1, [...]]');
      decref(lists.listPop(list, -1));
      decref(list);
    });

    test('H1: slots behind the size stay empty through growing, popping and slicing', () => {
      const list = lists.newList(0);
      const check = (): void => {
        const size = lists.listSize(list);
        for (let i = size; i < size + 40; i++) expect(lists.listGet(list, i)).toBe(0);
      };
      for (let i = 0; i < 100; i++) lists.listAppend(list, tag(i));
      check();
      for (let i = 0; i < 70; i++) {
        lists.listPop(list, i % 3 === 0 ? 0 : -1);
        check();
      }
      lists.listReplace(list, 3, 20, []);
      check();
      lists.listDeleteStrided(list, 0, 2, 5);
      check();
    });

    test('items are counted in and out again', () => {
      const item = newStr('counted item');
      const start = countOf(item);
      const list = listOf([own(item), own(item), own(item)]);
      const pair = tupleOf([own(item), list]);
      const slice = lists.listSlice(list, 1, 3);
      lists.listExtend(list, list);
      lists.listReplace(list, 0, 4, [own(item)]);
      lists.listStoreStrided(list, 0, 2, [own(item), tag(1)]);
      decref(p.binary(BinaryOperator.ADD, list, slice));
      decref(p.binary(BinaryOperator.MULTIPLY, list, tag(3)));
      decref(p.inplace(BinaryOperator.MULTIPLY, slice, tag(3)));
      callMethod(slice, 'remove', [item], {});
      callMethod(slice, 'sort', [], {});
      p.contains(slice, newStr('other'));
      lists.listClear(slice);
      decref(slice);
      const deque = construct(T.DEQUE, [list, tag(2)]);
      callMethod(deque, 'append', [item], {});
      callMethod(deque, 'rotate', [], {});
      decref(callMethod(deque, 'copy', [], {}));
      decref(deque);
      decref(pair);
      expect(countOf(item)).toBe(start);
    });

    test('sorting by keys is stable in both directions', () => {
      const values = Array.from({ length: 500 }, (_, i) => tag(i));
      const keys = values.map((v) => tag((v >> 1) % 3));
      for (const reverse of [false, true]) {
        const sorted = [...values];
        sortValues(sorted, keys, reverse);
        const sign = reverse ? -1 : 1;
        const want = [...values].sort((a, b) => sign * (((a >> 1) % 3) - ((b >> 1) % 3)) || a - b);
        expect(sorted).toEqual(want);
      }
    });

    test('merging and galloping agree with the sort of JavaScript on rows of many shapes', () => {
      for (let shape = 0; shape < 60; shape++) {
        let seed = shape + 1;
        const random = (n: number): number => {
          seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
          return (seed >> 8) % n;
        };
        const length = 50 + random(1500);
        const spread = [2, 10, 1000, 1 << 22][shape % 4] as number;
        const keys = Array.from({ length }, (_, i) =>
          shape % 3 === 0 ? i + random(spread) : random(spread),
        );
        if (shape % 5 === 0) for (let i = 0; i < length; i += 97) keys[i] = -i;
        const values = keys.map((_, i) => tag(i));
        const want = [...values].sort(
          (a, b) => (keys[a >> 1] as number) - (keys[b >> 1] as number) || a - b,
        );
        sortValues(values, keys.map(tag), false);
        expect(values).toEqual(want);
      }
    });

    test('a list that is changed while it is sorted keeps its sorted items and says so', () => {
      const list = ints(3, 1, 2);
      calling.call = (_callable, [item]) => {
        expect(lists.listSize(list)).toBe(item === tag(3) ? 0 : 1);
        if (item === tag(3)) lists.listAppend(list, tag(9));
        return item as Value;
      };
      expect(error(() => callMethod(list, 'sort', [], { key: S.TRUE }))).toBe(
        'ValueError: list modified during sort',
      );
      expect(text(list)).toBe('[1, 2, 3]');
    });

    test('an error in the key function leaves the list as it was', () => {
      const list = ints(3, 1, 2);
      calling.call = () => {
        throw new PythonError('KeyError', 'x');
      };
      expect(error(() => callMethod(list, 'sort', [], { key: S.TRUE }))).toBe('KeyError: x');
      expect(text(list)).toBe('[3, 1, 2]');
    });

    test('zip, enumerate, map and filter give what their iterators hold', () => {
      calling.call = (_callable, args) => tag(args.reduce((sum, a) => sum + (a >> 1), 0));
      const collected = (type: Address, args: Value[], named = {}): string =>
        text(listOf(p.collect(construct(type, args, named))));
      expect(collected(T.ZIP, [ints(1, 2, 3), ints(4, 5)])).toBe('[(1, 4), (2, 5)]');
      expect(collected(T.ZIP, [ints(1), ints(4), ints(5)])).toBe('[(1, 4, 5)]');
      expect(collected(T.ZIP, [])).toBe('[]');
      expect(collected(T.MAP, [S.TRUE, ints(1, 2)])).toBe('[1, 2]');
      expect(collected(T.ENUMERATE, [ints(7, 8)])).toBe('[(0, 7), (1, 8)]');
      expect(collected(T.ENUMERATE, [ints(7, 8)], { start: tag(0x3fffffff) })).toBe(
        '[(1073741823, 7), (1073741824, 8)]',
      );
      expect(collected(T.MAP, [S.TRUE, ints(1, 2), ints(10, 20, 30)])).toBe('[11, 22]');
      expect(collected(T.FILTER, [S.NONE, ints(0, 1, 0, 2)])).toBe('[1, 2]');
      expect(collected(T.FILTER, [S.TRUE, ints(0, 1, 0, 2)])).toBe('[1, 2]');
      expect(error(() => construct(T.MAP, [S.NONE]))).toBe(
        'TypeError: map() must have at least two arguments.',
      );
      expect(error(() => construct(T.FILTER, [S.NONE]))).toBe(
        'TypeError: filter expected 2 arguments, got 1',
      );
      expect(error(() => construct(T.ENUMERATE, []))).toBe(
        "TypeError: enumerate() missing required argument 'iterable'",
      );
    });

    test('a strict zip says which argument is too short or too long', () => {
      const strict = (...rows: Address[]): string =>
        error(() => p.collect(construct(T.ZIP, rows, { strict: S.TRUE })));
      expect(strict(ints(1), ints(1))).toBe('no error');
      expect(strict(ints(1, 2), ints(1))).toBe(
        'ValueError: zip() argument 2 is shorter than argument 1',
      );
      expect(strict(ints(1), ints(1), ints(1, 2))).toBe(
        'ValueError: zip() argument 3 is longer than arguments 1-2',
      );
    });

    test('iter(callable, sentinel) ends at the sentinel, for good', () => {
      let n = 0;
      calling.call = () => tag(n++);
      const iterator = newCallableIterator(S.TRUE, tag(3));
      expect(p.collect(iterator)).toEqual([tag(0), tag(1), tag(2)]);
      expect(p.nextItem(iterator)).toBe(0);
    });

    test('a deque that changes under its iterator raises', () => {
      const deque = construct(T.DEQUE, [ints(1, 2)]);
      const iterator = p.iterate(deque);
      p.nextItem(iterator);
      callMethod(deque, 'append', [tag(3)], {});
      expect(error(() => p.nextItem(iterator))).toBe(
        'RuntimeError: deque mutated during iteration',
      );
    });

    test('a list of too many items is a MemoryError', () => {
      expect(error(() => p.binary(BinaryOperator.MULTIPLY, ints(1), int.newInt(2 ** 40)))).toMatch(
        /^MemoryError/,
      );
    });

    test('every sequence type visits its children', () => {
      const item = newStr('child item');
      for (const object of [listOf([own(item)]), tupleOf([own(item)]), newSlice(own(item), 1, 1)]) {
        const seen: Value[] = [];
        slotsOf(object).children?.(object, (child) => seen.push(child));
        expect(seen).toContain(item);
      }
    });
  });
}

async function defineMissingObject(): Promise<void> {
  const { DEFINED_TYPES, defineType } = await import('../../../src/objects/define.ts');
  if (!DEFINED_TYPES.some((t) => t.address === T.OBJECT)) {
    defineType(T.OBJECT, { name: 'object', words: 4, slots: {} });
  }
}
