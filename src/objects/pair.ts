// @hot Tuples of two, as dict items come out.

import { T } from '../heap/builtinTypes.ts';
import { type Address, TupleLayout, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { newObject } from './object.ts';

/** The tuple (first, second), which takes both over. */
export function newPair(first: Value, second: Value): Address {
  const tuple = newObject(T.TUPLE, TupleLayout.ITEMS + 2);
  const q = tuple >> 2;
  H[q + TupleLayout.LENGTH] = 2;
  H[q + TupleLayout.ITEMS] = first;
  H[q + TupleLayout.ITEMS + 1] = second;
  return tuple;
}
