// A list from owned values, for natives that return one.

import type { Value } from '../heap/layout.ts';
import { listAppendSteal, newList } from '../objects/list.ts';

/** An owned list that takes the values over. */
export function newListOf(values: readonly Value[]): Value {
  const list = newList(values.length);
  for (const value of values) listAppendSteal(list, value);
  return list;
}
