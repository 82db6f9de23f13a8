// What sets must do under every executor: run by set.*.test.ts after the boot. The orders of iteration
// are recorded from CPython (recordSetOrders.py).

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BinaryOperator, CompareOperator } from '../../../src/bytecode/opcodes.ts';
import { S, T } from '../../../src/heap/builtinTypes.ts';
import type { Address, Value } from '../../../src/heap/layout.ts';
import { bootHeap } from '../../support/heapOnly.ts';
import { defineMissingTypes } from '../../support/minimalTypes.ts';

type Case = [operations: [code: number, argument: number][], a: number[], b: number[]];

export async function setSuite(executor: string): Promise<void> {
  await bootHeap(executor, async () => {
    await import('../../../src/objects/dictType.ts');
    await import('../../../src/objects/setType.ts');
    await defineMissingTypes();
  });
  const s = await import('../../../src/objects/set.ts');
  const algebra = await import('../../../src/objects/setAlgebra.ts');
  const { tag, untag } = await import('../../../src/objects/int.ts');
  const { newStr, toJs } = await import('../../../src/objects/str.ts');
  const { newDict } = await import('../../../src/objects/dict.ts');
  const { binary, compare, contains, hash, inplace, iterate, nextItem, repr } = await import(
    '../../../src/objects/protocol.ts'
  );
  const { countOf, decref } = await import('../../../src/executors/policy.ts');

  const order = (set: Address): number[] => s.setItems(set).map(untag);
  const setOfInts = (...items: number[]): Address => {
    const set = s.newSet(T.SET);
    for (const item of items) s.setAdd(set, tag(item));
    return set;
  };
  const frozen = (...items: number[]): Address => s.newFrozenSetOf(items.map(tag));
  const text = (value: Value): string => toJs(repr(value));

  const OPERATORS = [
    BinaryOperator.OR,
    BinaryOperator.AND,
    BinaryOperator.SUBTRACT,
    BinaryOperator.XOR,
  ];

  function applyRecorded(pair: [Address, Address], code: number, argument: number): void {
    const [a, b] = pair;
    if (code === 0) s.setAdd(a, tag(argument));
    else if (code === 1) s.setAdd(b, tag(argument));
    else if (code === 2) s.setDiscard(a, tag(argument));
    else if (code === 3) {
      const popped = s.setPop(a);
      if (popped !== 0) s.setAdd(b, popped);
    } else if (code <= 7) decref(inplace(OPERATORS[code - 4] as BinaryOperator, a, b));
    else if (code <= 11) {
      pair[0] = binary(OPERATORS[code - 8] as BinaryOperator, a, b);
      decref(a);
    } else if (code === 12) {
      pair[1] = algebra.copySet(a);
      decref(b);
    } else if (code === 13) s.setClear(a);
    else for (let i = 0; i < 7; i++) s.setAdd(a, tag(argument + i));
  }

  describe(`set under ${executor}`, () => {
    const url = new URL('./setOrders.json', import.meta.url);
    const cases = JSON.parse(readFileSync(url, 'utf8')) as Case[];

    test('walks ints in the order in which CPython does', () => {
      expect(cases.length).toBeGreaterThan(50);
      for (const [operations, a, b] of cases) {
        const pair: [Address, Address] = [s.newSet(T.SET), s.newSet(T.SET)];
        for (const [code, argument] of operations) applyRecorded(pair, code, argument);
        expect(order(pair[0])).toEqual(a);
        expect(order(pair[1])).toEqual(b);
      }
    });

    test('agrees with a Set of JavaScript over thousands of strings', () => {
      const set = s.newSet(T.SET);
      const model = new Set<string>();
      let state = 7;
      for (let step = 0; step < 6000; step++) {
        state = (state * 48271) % 0x7fffffff;
        const word = `w${state % 700}`;
        const value = newStr(word);
        if (state % 5 < 3) expect(s.setAdd(set, value)).toBe(!model.has(word));
        if (state % 5 < 3) model.add(word);
        else expect(s.setDiscard(set, value)).toBe(model.delete(word));
        decref(value);
        expect(s.setSize(set)).toBe(model.size);
      }
      expect(s.setItems(set).map(toJs).sort()).toEqual([...model].sort());
    });

    test('holds each element once', () => {
      const set = s.newSet(T.SET);
      const word = newStr('some word');
      s.setAdd(set, word);
      s.setAdd(set, word);
      expect(countOf(word)).toBe(2);
      const copy = algebra.copySet(set);
      expect(countOf(word)).toBe(3);
      decref(copy);
      s.setDiscard(set, word);
      expect(countOf(word)).toBe(1);
    });

    test('prints as Python writes it', () => {
      expect(text(setOfInts(2, 1))).toBe('{1, 2}');
      expect(text(s.newSet(T.SET))).toBe('set()');
      expect(text(frozen(1))).toBe('frozenset({1})');
      expect(text(frozen())).toBe('frozenset()');
    });

    test('compares by inclusion', () => {
      const small = setOfInts(1, 2);
      const large = frozen(3, 2, 1);
      const truth = (operator: CompareOperator, l: Value, r: Value) => compare(l, r, operator);
      expect(truth(CompareOperator.LT, small, large)).toBe(S.TRUE);
      expect(truth(CompareOperator.LE, large, large)).toBe(S.TRUE);
      expect(truth(CompareOperator.GT, small, large)).toBe(S.FALSE);
      expect(truth(CompareOperator.EQ, frozen(1, 2), small)).toBe(S.TRUE);
      expect(() => truth(CompareOperator.LT, small, newDict())).toThrow(
        "TypeError: '<' not supported between instances of 'set' and 'dict'",
      );
    });

    test('results of operators have the type of the left operand', () => {
      expect(text(binary(BinaryOperator.OR, frozen(1), setOfInts(2)))).toBe('frozenset({1, 2})');
      expect(text(binary(BinaryOperator.AND, setOfInts(1, 2), frozen(2)))).toBe('{2}');
      expect(() => binary(BinaryOperator.OR, setOfInts(1), newDict())).toThrow(
        "TypeError: unsupported operand type(s) for |: 'set' and 'dict'",
      );
    });

    test('frozensets with equal elements have equal hashes; sets have none', () => {
      const elements = [5, 12, -7, 300, 4096];
      expect(hash(frozen(...elements))).toBe(hash(frozen(...elements.reverse())));
      expect(hash(frozen(1, 2))).not.toBe(hash(frozen(1, 3)));
      expect(() => hash(setOfInts(1))).toThrow("TypeError: unhashable type: 'set'");
      const outer = s.newFrozenSetOf([frozen(1, 2)]);
      expect(contains(outer, setOfInts(2, 1))).toBe(true);
      expect(contains(outer, setOfInts(2))).toBe(false);
    });

    test('iterators notice that the set changed size', () => {
      const set = setOfInts(1, 2);
      const it = iterate(set);
      nextItem(it);
      s.setAdd(set, tag(3));
      expect(() => nextItem(it)).toThrow('RuntimeError: Set changed size during iteration');
      s.setDiscard(set, tag(3));
      expect(() => nextItem(it)).toThrow('RuntimeError: Set changed size during iteration');
    });

    test('builds the same set from a dict as from its keys', async () => {
      const { dictSet } = await import('../../../src/objects/dict.ts');
      const dict = newDict();
      for (let i = 0; i < 30; i++) dictSet(dict, tag(i * 3), tag(0));
      const set = s.newSet(T.SET);
      s.setUpdateFrom(set, dict);
      expect(order(set).sort((x, y) => x - y)).toEqual(Array.from({ length: 30 }, (_, i) => i * 3));
    });
  });
}
