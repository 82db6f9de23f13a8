// What a dict must do under every executor: run by dict.*.test.ts after the boot.

import { describe, expect, test } from 'vitest';
import { BinaryOperator, CompareOperator } from '../../../src/bytecode/opcodes.ts';
import { S, T } from '../../../src/heap/builtinTypes.ts';
import { type Address, TypeFlag, type Value } from '../../../src/heap/layout.ts';
import { bootHeap } from '../../support/heapOnly.ts';
import { defineMissingTypes } from '../../support/minimalTypes.ts';

/** A small generator of equal numbers in every run (Lehmer). */
export function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 48271) % 0x7fffffff;
    return state % limit;
  };
}

export async function dictSuite(executor: string): Promise<void> {
  let awkward: Address = 0;
  let onCompare: () => boolean = () => false;
  await bootHeap(executor, async () => {
    await import('../../../src/objects/dictType.ts');
    await import('../../../src/objects/setType.ts');
    await defineMissingTypes();
    const { defineType, staticType } = await import('../../../src/objects/define.ts');
    const { free } = await import('../../../src/executors/policy.ts');
    // Every instance hashes to 5, and comparing two of them runs the test's own code.
    awkward = defineType(staticType(), {
      name: 'Awkward',
      flags: TypeFlag.BASE_OK,
      words: 6,
      slots: {
        dealloc: (o) => free(o, 24),
        hash: () => 5,
        compare: (_left, _right, operator) =>
          operator === CompareOperator.EQ ? (onCompare() ? S.TRUE : S.FALSE) : S.NOT_IMPLEMENTED,
      },
    });
  });
  const d = await import('../../../src/objects/dict.ts');
  const { tag, untag } = await import('../../../src/objects/int.ts');
  const { internJs, newStr, toJs } = await import('../../../src/objects/str.ts');
  const { newObject } = await import('../../../src/objects/object.ts');
  const { binary, collect, compare, contains, iterate, nextItem, repr } = await import(
    '../../../src/objects/protocol.ts'
  );
  const { countOf, decref } = await import('../../../src/executors/policy.ts');
  const { newView } = await import('../../../src/objects/dictView.ts');
  const { newMappingProxy } = await import('../../../src/objects/mappingProxy.ts');

  const items = (dict: Address): [number, number][] => {
    const { keys, values } = d.dictEntries(dict);
    return keys.map((k, i) => [untag(k), untag(values[i] as Value)]);
  };
  const dictOfInts = (pairs: readonly (readonly [number, number])[]): Address => {
    const dict = d.newDict();
    for (const [k, v] of pairs) d.dictSet(dict, tag(k), tag(v));
    return dict;
  };
  const text = (value: Value): string => toJs(repr(value));

  describe(`dict under ${executor}`, () => {
    test('agrees with a Map over random insertions, deletions and reads', () => {
      for (let seed = 1; seed <= 12; seed++) {
        const random = randomNumbers(seed);
        const dict = d.newDict();
        const map = new Map<number, number>();
        const range = seed % 3 === 0 ? 2000 : 24;
        for (let step = 0; step < 3000; step++) {
          const key = random(range) * (seed % 2 === 0 ? 1 : 1024) - 9;
          const choice = random(100);
          if (choice < 45) {
            d.dictSet(dict, tag(key), tag(step));
            map.set(key, step);
          } else if (choice < 75) {
            expect(d.dictDelete(dict, tag(key))).toBe(map.delete(key));
          } else if (choice < 97) {
            const found = d.dictGet(dict, tag(key));
            expect(found === 0 ? undefined : untag(found)).toBe(map.get(key));
          } else if (choice < 99) {
            const last = [...map.keys()].pop();
            let popped: number | undefined;
            d.dictPopItem(dict, (k) => {
              popped = untag(k);
            });
            expect(popped).toBe(last);
            if (last !== undefined) map.delete(last);
          } else if (random(20) === 0) {
            d.dictClear(dict);
            map.clear();
          }
          expect(d.dictSize(dict)).toBe(map.size);
        }
        expect(items(dict)).toEqual([...map]);
        expect(items(d.dictCopy(dict))).toEqual([...map]);
        decref(dict);
      }
    });

    test('finds equal strings that are different objects, and interned names by address', () => {
      const dict = d.newDict();
      for (let i = 0; i < 100; i++) d.dictSetName(dict, internJs(`name${i}`), tag(i));
      for (let i = 0; i < 100; i++) {
        expect(untag(d.dictGet(dict, newStr(`name${i}`)))).toBe(i);
        expect(untag(d.dictGetName(dict, internJs(`name${i}`)))).toBe(i);
      }
      d.dictSet(dict, newStr('not interned'), tag(7));
      expect(untag(d.dictGetName(dict, internJs('not interned')))).toBe(7);
      expect(d.dictGetName(dict, internJs('absent'))).toBe(0);
      expect(d.dictDeleteName(dict, internJs('name5'))).toBe(true);
      expect(d.dictDeleteName(dict, internJs('name5'))).toBe(false);
      expect(d.dictGetName(dict, internJs('name5'))).toBe(0);
    });

    test('gives a new keys version after every change of the keys and after none of a value', () => {
      const dict = d.newDict();
      const [x, y] = [internJs('x'), internJs('y')];
      d.dictSetName(dict, x, tag(1));
      const version = d.dictKeysVersion(dict);
      expect(version).not.toBe(0);
      const word = d.dictFindName(dict, x);
      d.dictSetName(dict, x, tag(2));
      expect(d.dictKeysVersion(dict)).toBe(version);
      expect(d.dictFindName(dict, x)).toBe(word);
      const seen = new Set([version]);
      const changes = [
        () => d.dictSetName(dict, y, tag(1)),
        () => d.dictDeleteName(dict, y),
        () => d.dictPopItem(dict, () => {}),
        () => d.dictSetDefault(dict, tag(1), tag(1)),
        () => d.dictClear(dict),
        () => d.dictMerge(dict, dictOfInts([[3, 4]]), 'replace'),
      ];
      for (const change of changes) {
        change();
        const now = d.dictKeysVersion(dict);
        expect(seen.has(now)).toBe(false);
        seen.add(now);
      }
    });

    test('counts keys and values as long as it holds them', () => {
      const dict = d.newDict();
      const [key, value] = [newObject(awkward, 6), newObject(awkward, 6)];
      d.dictSet(dict, key, value);
      d.dictSet(dict, key, value);
      expect([countOf(key), countOf(value)]).toEqual([2, 2]);
      const copy = d.dictCopy(dict);
      expect([countOf(key), countOf(value)]).toEqual([3, 3]);
      decref(d.dictGet(dict, key));
      d.dictDelete(dict, key);
      decref(copy);
      expect([countOf(key), countOf(value)]).toEqual([1, 1]);
    });

    test('looks again when a comparison changes the dict', () => {
      const dict = d.newDict();
      const first = newObject(awkward, 6);
      const second = newObject(awkward, 6);
      d.dictSet(dict, first, tag(1));
      let calls = 0;
      onCompare = () => {
        if (calls++ === 0) {
          d.dictClear(dict);
          for (let i = 0; i < 20; i++) d.dictSet(dict, tag(i + 100), tag(i));
        }
        return true;
      };
      expect(d.dictGet(dict, second)).toBe(0);
      d.dictSet(dict, second, tag(9));
      onCompare = () => false;
      expect(untag(d.dictGet(dict, second))).toBe(9);
      expect(d.dictSize(dict)).toBe(21);
    });

    test('leaves no lock behind when a comparison raises', () => {
      const dict = d.newDict();
      d.dictSet(dict, newObject(awkward, 6), tag(1));
      onCompare = () => {
        throw new Error('from __eq__');
      };
      const key = newObject(awkward, 6);
      expect(() => d.dictGet(dict, key)).toThrow('from __eq__');
      expect(() => d.dictSet(dict, key, tag(1))).toThrow('from __eq__');
      expect(() => d.dictPop(dict, key)).toThrow('from __eq__');
      expect(countOf(key)).toBe(1);
      onCompare = () => false;
      d.dictSet(dict, key, tag(2));
      expect(d.dictSize(dict)).toBe(2);
    });

    test('refuses unhashable keys in Python words', () => {
      const dict = d.newDict();
      expect(() => d.dictSet(dict, d.newDict(), tag(1))).toThrow(
        "TypeError: unhashable type: 'dict'",
      );
      expect(() => d.dictGet(dict, newObject(T.LIST, 6))).toThrow("unhashable type: 'list'");
    });

    test('merges by replacing or by keeping', () => {
      const target = dictOfInts([
        [1, 1],
        [2, 2],
      ]);
      d.dictMerge(
        target,
        dictOfInts([
          [2, 20],
          [3, 30],
        ]),
        'keep',
      );
      expect(items(target)).toEqual([
        [1, 1],
        [2, 2],
        [3, 30],
      ]);
      d.dictMerge(
        target,
        dictOfInts([
          [2, 21],
          [4, 40],
        ]),
        'replace',
      );
      expect(items(target)).toEqual([
        [1, 1],
        [2, 21],
        [3, 30],
        [4, 40],
      ]);
      expect(untag(d.dictSetDefault(target, tag(1), tag(99)))).toBe(1);
      expect(untag(d.dictSetDefault(target, tag(9), tag(99)))).toBe(99);
    });

    test('prints, compares and unites', () => {
      const dict = dictOfInts([
        [1, 2],
        [3, 4],
      ]);
      expect(text(dict)).toBe('{1: 2, 3: 4}');
      expect(text(d.newDict())).toBe('{}');
      expect(
        compare(
          dict,
          dictOfInts([
            [3, 4],
            [1, 2],
          ]),
          CompareOperator.EQ,
        ),
      ).toBe(S.TRUE);
      expect(
        compare(
          dict,
          dictOfInts([
            [3, 4],
            [1, 5],
          ]),
          CompareOperator.EQ,
        ),
      ).toBe(S.FALSE);
      expect(compare(dict, d.newDict(), CompareOperator.NE)).toBe(S.TRUE);
      const union = binary(
        BinaryOperator.OR,
        dict,
        dictOfInts([
          [1, 9],
          [0, 0],
        ]),
      );
      expect(text(union)).toBe('{1: 9, 3: 4, 0: 0}');
      d.dictSet(dict, tag(5), dict);
      expect(text(dict)).toBe('{1: 2, 3: 4, 5: {...}}');
      d.dictDelete(dict, tag(5));
    });

    test('shows its items through views that behave like sets', () => {
      const dict = dictOfInts([
        [1, 10],
        [2, 20],
        [3, 30],
      ]);
      const keys = newView(T.DICT_KEYS, dict);
      const others = newView(
        T.DICT_KEYS,
        dictOfInts([
          [2, 0],
          [3, 0],
          [4, 0],
        ]),
      );
      const pairs = newView(T.DICT_ITEMS, dict);
      expect(text(keys)).toBe('dict_keys([1, 2, 3])');
      expect(text(newView(T.DICT_VALUES, dict))).toBe('dict_values([10, 20, 30])');
      expect(text(pairs)).toBe('dict_items([(1, 10), (2, 20), (3, 30)])');
      expect(text(binary(BinaryOperator.AND, keys, others))).toBe('{2, 3}');
      expect(text(binary(BinaryOperator.OR, keys, others))).toBe('{1, 2, 3, 4}');
      expect(text(binary(BinaryOperator.SUBTRACT, keys, others))).toBe('{1}');
      expect(text(binary(BinaryOperator.XOR, keys, others))).toBe('{1, 4}');
      expect(compare(keys, others, CompareOperator.EQ)).toBe(S.FALSE);
      expect(contains(keys, tag(2))).toBe(true);
      for (const pair of collect(pairs)) expect(contains(pairs, pair)).toBe(true);
      expect(text(newMappingProxy(dict))).toBe('mappingproxy({1: 10, 2: 20, 3: 30})');
    });

    test('iterators notice that the dict changed, as CPython words it', () => {
      const grown = dictOfInts([[1, 1]]);
      const it = iterate(grown);
      d.dictSet(grown, tag(2), tag(2));
      const changed = 'RuntimeError: dictionary changed size during iteration';
      expect(() => nextItem(it)).toThrow(changed);
      d.dictDelete(grown, tag(2));
      expect(() => nextItem(it)).toThrow(changed);
      const swapped = dictOfInts([[1, 1]]);
      const keys = iterate(swapped);
      expect(nextItem(keys)).toBe(tag(1));
      d.dictDelete(swapped, tag(1));
      d.dictSet(swapped, tag(2), tag(2));
      expect(() => nextItem(keys)).toThrow(
        'RuntimeError: dictionary keys changed during iteration',
      );
      const done = iterate(d.newDict());
      expect([nextItem(done), nextItem(done)]).toEqual([0, 0]);
    });

    test('takes items from the front again and again in linear time', () => {
      const dict = d.newDict();
      const count = 20000;
      for (let i = 0; i < count; i++) d.dictSet(dict, tag(i), tag(i));
      const start = performance.now();
      for (let i = 0; i < count; i++) {
        expect(d.dictNext(dict, 0)).toBeGreaterThan(0);
        d.dictDelete(dict, d.dictKeyAt(dict, d.dictNext(dict, 0)));
      }
      expect(d.dictSize(dict)).toBe(0);
      expect(performance.now() - start).toBeLessThan(2000);
    });
  });
}
