// Where a Python exception ends an iteration: real exception objects, which the recorded cases do without.

import { expect, test } from 'vitest';
import { S, T } from '../../../src/heap/builtinTypes.ts';
import { ExceptionLayout, type Value } from '../../../src/heap/layout.ts';
import { bootHeap } from '../../support/heapOnly.ts';
import { defineMissingTypes } from '../../support/minimalTypes.ts';

const INDEXED = { address: 0, error: 'IndexError' as 'IndexError' | 'StopIteration' | 'KeyError' };

await bootHeap('nogil', async () => {
  const { defineType, DEFINED_TYPES, staticType } = await import('../../../src/objects/define.ts');
  defineType(T.OBJECT, { name: 'object', words: 4, slots: {} });
  for (const name of [
    'noneTypes',
    'intType',
    'boolType',
    'strType',
    'tupleType',
    'listType',
    'iterators',
  ]) {
    await import(`../../../src/objects/${name}.ts`);
  }
  await defineMissingTypes();
  const { builtinException, clearException, HIERARCHY } = await import(
    '../../../src/objects/exceptions.ts'
  );
  const { free } = await import('../../../src/executors/policy.ts');
  const { raise } = await import('../../../src/objects/raise.ts');
  for (const [name, base] of HIERARCHY) {
    if (DEFINED_TYPES.some((t) => t.address === builtinException(name))) continue;
    defineType(builtinException(name), {
      name,
      base: builtinException(base),
      words: ExceptionLayout.WORDS,
      slots: {
        dealloc(exception) {
          clearException(exception);
          free(exception, ExceptionLayout.WORDS << 2);
        },
      },
    });
  }
  // Something whose items 0, 1 and 2 are ten times the index, and whose fourth raises.
  INDEXED.address = defineType(staticType(), {
    name: 'Indexed',
    words: 4,
    slots: {
      dealloc: (object) => free(object, 16),
      length: () => 3,
      subscript: (_object, key) =>
        key >> 1 < 3 ? (((key >> 1) * 10) << 1) | 1 : raise(INDEXED.error),
    },
  });
});
const { newObject } = await import('../../../src/objects/object.ts');
const { collect, nextItem, nameOfType } = await import('../../../src/objects/protocol.ts');
const { newCallableIterator, newSequenceIterator, reversed } = await import(
  '../../../src/objects/iterators.ts'
);
const { hasPending, RAISED, raise, takePending } = await import('../../../src/objects/raise.ts');
const { typeOf } = await import('../../../src/objects/slots.ts');
const { calling } = await import('../../../src/objects/calling.ts');
const { attributeAccess } = await import('../../../src/objects/attributeAccess.ts');
const { untag } = await import('../../../src/objects/int.ts');
attributeAccess.findSpecial = () => 0;

const raised = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error !== RAISED) throw error;
    return nameOfType(typeOf(takePending()));
  }
  return 'nothing';
};

test.each(['IndexError', 'StopIteration'] as const)(
  '%s ends the iteration of a sequence',
  (error) => {
    INDEXED.error = error;
    const iterator = newSequenceIterator(newObject(INDEXED.address, 4));
    expect(collect(iterator).map(untag)).toEqual([0, 10, 20]);
    expect(nextItem(iterator)).toBe(0);
    expect(hasPending()).toBe(false);
  },
);

test('any other exception goes through', () => {
  INDEXED.error = 'KeyError';
  expect(raised(() => collect(newSequenceIterator(newObject(INDEXED.address, 4))))).toBe(
    'KeyError',
  );
});

test('reversed goes from the last item to the first', () => {
  const iterator = reversed(T.REVERSED, newObject(INDEXED.address, 4));
  expect(collect(iterator).map(untag)).toEqual([20, 10, 0]);
  expect(raised(() => reversed(T.REVERSED, 3 as Value))).toBe('TypeError');
});

test('StopIteration from the callable ends iter(callable, sentinel), for good', () => {
  let calls = 0;
  calling.call = () => (calls++ < 2 ? 1 : raise('StopIteration'));
  const iterator = newCallableIterator(S.TRUE, S.NONE);
  expect(collect(iterator)).toEqual([1, 1]);
  expect(nextItem(iterator)).toBe(0);
  expect(calls).toBe(3);
});
