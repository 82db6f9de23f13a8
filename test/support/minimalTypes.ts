// The few types that tests of one object file need although their own files are not part of the test.

import { T } from '../../src/heap/builtinTypes.ts';
import { TupleLayout, TypeFlag, type Value } from '../../src/heap/layout.ts';

/** Declares object, int, str, list and tuple if no loaded module has done it. */
export async function defineMissingTypes(): Promise<void> {
  const { DEFINED_TYPES, defineType } = await import('../../src/objects/define.ts');
  const { H } = await import('../../src/heap/memory.ts');
  const { decref, free } = await import('../../src/executors/policy.ts');
  const { newStr, strBytes, strLength, strWords, toJs } = await import('../../src/objects/str.ts');
  const { reprJs, hash } = await import('../../src/objects/protocol.ts');
  const { toNumber } = await import('../../src/objects/int.ts');
  const define = (address: number, spec: Parameters<typeof defineType>[1]): void => {
    if (!DEFINED_TYPES.some((t) => t.address === address)) defineType(address, spec);
  };
  const length = (tuple: Value): number => H[(tuple >> 2) + TupleLayout.LENGTH];
  const itemsOf = (tuple: Value): Value[] =>
    Array.from({ length: length(tuple) }, (_, i) => H[(tuple >> 2) + TupleLayout.ITEMS + i]);
  define(T.OBJECT, { name: 'object', words: 4, slots: {} });
  define(T.STR, {
    name: 'str',
    flags: TypeFlag.STR,
    words: 0,
    slots: {
      dealloc: (str) => free(str, strWords(strLength(str), strBytes(str)) << 2),
      repr: (str) => newStr(`'${toJs(str)}'`),
    },
  });
  define(T.LIST, { name: 'list', words: 6, slots: {} });
  define(T.INT, {
    name: 'int',
    flags: TypeFlag.INT,
    words: 0,
    slots: { repr: (n) => newStr(String(toNumber(n))) },
  });
  define(T.TUPLE, {
    name: 'tuple',
    flags: TypeFlag.TUPLE,
    words: 0,
    slots: {
      dealloc(tuple) {
        const bytes = (TupleLayout.ITEMS + length(tuple)) << 2;
        for (const item of itemsOf(tuple)) decref(item);
        free(tuple, bytes);
      },
      hash: (tuple) => itemsOf(tuple).reduce((h, item) => Math.imul(h, 31) ^ hash(item), 7),
      repr: (tuple) => newStr(`(${itemsOf(tuple).map(reprJs).join(', ')})`),
    },
  });
}
