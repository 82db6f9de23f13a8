// @hot Looking a name up in a type: along its MRO, through a cache of this isolate. A type's version
// names one state of the type and all its bases; it is renewed when any of them changes, so an entry
// (version, name) never lies. The value in an entry is a plain address: it is counted with
// `tryIncref`, which fails if somebody is just now replacing it, and then the MRO is walked.

import { decref, increfShareable, tryIncref } from '../executors/policy.ts';
import { type Address, Machine, TupleLayout, TypeLayout, type Value } from '../heap/layout.ts';
import { H, MACHINE } from '../heap/memory.ts';
import { dictGetName } from '../objects/dict.ts';
import { atomicAdd } from '../sync/atomics.ts';

const SIZE = 4096;
/** Triples: version, name, value (0: known to be absent). */
const cache = new Int32Array(SIZE * 3);

/** The version of a type, a fresh one if it has none. */
export function typeVersion(type: Address): number {
  const word = (type >> 2) + TypeLayout.VERSION;
  if (H[word] === 0) H[word] = atomicAdd(H, MACHINE + Machine.TYPE_VERSION, 1) + 1;
  return H[word];
}

/** What `name` (interned) means on the type: owned, or 0. Nothing is bound. */
export function lookup(type: Address, name: Address): Value {
  const version = H[(type >> 2) + TypeLayout.VERSION];
  const at = (((version * 31) ^ (name >> 3)) & (SIZE - 1)) * 3;
  if (version !== 0 && cache[at] === version && cache[at + 1] === name) {
    const value = cache[at + 2] as number;
    if (value === 0) return 0;
    if (tryIncref(value)) {
      if (H[(type >> 2) + TypeLayout.VERSION] === version) return value;
      decref(value);
    }
  }
  return lookupSlow(type, name);
}

function lookupSlow(type: Address, name: Address): Value {
  const version = typeVersion(type);
  const value = walk(type, name);
  if (value !== 0) {
    // Later readers in other workers count it without a lock.
    increfShareable(value);
    decref(value);
  }
  const at = (((version * 31) ^ (name >> 3)) & (SIZE - 1)) * 3;
  cache[at] = version;
  cache[at + 1] = name;
  cache[at + 2] = value;
  return value;
}

function walk(type: Address, name: Address): Value {
  const mro = H[(type >> 2) + TypeLayout.MRO] >> 2;
  const length = H[mro + TupleLayout.LENGTH];
  for (let i = 0; i < length; i++) {
    const dict = H[(H[mro + TupleLayout.ITEMS + i] >> 2) + TypeLayout.DICT];
    if (dict === 0) continue;
    const value = dictGetName(dict, name);
    if (value !== 0) return value;
  }
  return 0;
}

/** As `lookup`, but in the MRO behind `after`, as super() needs it. */
export function lookupAfter(type: Address, after: Address, name: Address): Value {
  const mro = H[(type >> 2) + TypeLayout.MRO] >> 2;
  const length = H[mro + TupleLayout.LENGTH];
  let i = 0;
  while (i < length && H[mro + TupleLayout.ITEMS + i] !== after) i++;
  for (i++; i < length; i++) {
    const dict = H[(H[mro + TupleLayout.ITEMS + i] >> 2) + TypeLayout.DICT];
    const value = dict === 0 ? 0 : dictGetName(dict, name);
    if (value !== 0) return value;
  }
  return 0;
}

/** Forgets the versions of a type and all its subtypes: it is about to change. */
export function invalidate(type: Address): void {
  H[(type >> 2) + TypeLayout.VERSION] = 0;
  const subclasses = H[(type >> 2) + TypeLayout.SUBCLASSES];
  if (subclasses === 0) return;
  const storage = H[(subclasses >> 2) + 5] >> 2;
  const size = H[(subclasses >> 2) + 4];
  for (let i = 0; i < size; i++) invalidate(H[storage + 1 + i]);
}
