// What a dict holds at one moment, for operations that must not see it change meanwhile.

import { decref } from '../executors/policy.ts';
import type { Address, Value } from '../heap/layout.ts';
import { dictEntries } from './dict.ts';
import { newPair } from './pair.ts';

/** All keys, each owned. */
export function snapshotKeys(dict: Address): Value[] {
  const { keys, values } = dictEntries(dict);
  for (const value of values) decref(value);
  return keys;
}

/** All values, each owned. */
export function snapshotValues(dict: Address): Value[] {
  const { keys, values } = dictEntries(dict);
  for (const key of keys) decref(key);
  return values;
}

/** All items as (key, value) tuples, each owned. */
export function snapshotItems(dict: Address): Value[] {
  const { keys, values } = dictEntries(dict);
  return keys.map((key, i) => newPair(key, values[i] as Value));
}
