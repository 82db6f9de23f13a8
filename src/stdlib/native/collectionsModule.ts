// The module `_collections`: what `collections` has in native code: deque, defaultdict, and the counting
// loop of Counter.

import { BinaryOperator } from '../../bytecode/opcodes.ts';
import { decref } from '../../executors/policy.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import type { Address, Value } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { DEFAULT_DICT } from '../../objects/defaultDict.ts';
import { defineModule } from '../../objects/define.ts';
import { dictGetHashed, dictSetHashed } from '../../objects/dict.ts';
import { addInts } from '../../objects/intArithmetic.ts';
import { positional } from '../../objects/natives.ts';
import { binary, hash, isInt, iterate, nextItem } from '../../objects/protocol.ts';
import { TUPLE_GETTER } from '../../runtime/tupleGetters.ts';

/** Adds one to the count of each item; `counts` is a dict whose `get` and item assignment are dict's own. */
function countElements(counts: Address, iterable: Value): void {
  const iterator = iterate(iterable);
  try {
    for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator)) {
      try {
        countOne(counts, item);
      } finally {
        decref(item);
      }
    }
  } finally {
    decref(iterator);
  }
}

function countOne(counts: Address, item: Value): void {
  const code = hash(item);
  const old = dictGetHashed(counts, item, code);
  if (old === 0) {
    dictSetHashed(counts, item, code, 3);
    return;
  }
  let sum: Value = 0;
  try {
    sum = isInt(old) ? addInts(old, 3) : binary(BinaryOperator.ADD, old, 3);
    dictSetHashed(counts, item, code, sum);
  } finally {
    decref(old);
    if (sum !== 0) decref(sum);
  }
}

defineModule({
  name: '_collections',
  functions: [
    positional('_count_elements', 2, 2, (args) => {
      countElements(H[args], H[args + 1]);
      return S.NONE;
    }),
  ],
  types: { deque: T.DEQUE, defaultdict: DEFAULT_DICT, _tuplegetter: TUPLE_GETTER },
});
