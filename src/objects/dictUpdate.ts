// What `dict(x)` and `d.update(x)` take besides a dict: anything with `keys()` and subscription, or an
// iterable of pairs. Values are stored one by one, as the source hands them out.

import { decref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import { type Address, TupleLayout, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { attributeAccess } from './attributeAccess.ts';
import { call0 } from './calling.ts';
import { dictMerge, dictSet, isPlainDict } from './dict.ts';
import { collect, iterate, nextItem, subscript } from './protocol.ts';
import { typeError, valueError } from './raise.ts';
import { slotsOf, typeOf } from './slots.ts';
import { staticName } from './str.ts';

const KEYS = staticName('keys');

/** `target.update(source)` for a dict, a mapping with `keys()`, or an iterable of pairs. */
export function dictUpdateFrom(target: Address, source: Value): void {
  if (isPlainDict(source)) dictMerge(target, source, 'replace');
  else updateFromOther(target, source);
}

/** `target.update(source)` where the source is no dict. */
function updateFromOther(target: Address, source: Value): void {
  const keys = attributeAccess.find(source, KEYS);
  if (keys === 0) dictUpdateFromPairs(target, source);
  else updateFromMapping(target, source, keys);
}

/** Takes over `keysMethod`. */
function updateFromMapping(target: Address, source: Value, keysMethod: Value): void {
  let keys: Value;
  try {
    keys = call0(keysMethod);
  } finally {
    decref(keysMethod);
  }
  let iterator: Value;
  try {
    iterator = iterate(keys);
  } finally {
    decref(keys);
  }
  try {
    for (let key = nextItem(iterator); key !== 0; key = nextItem(iterator)) {
      try {
        const value = subscript(source, key);
        try {
          dictSet(target, key, value);
        } finally {
          decref(value);
        }
      } finally {
        decref(key);
      }
    }
  } finally {
    decref(iterator);
  }
}

/** `dict([(key, value), ...])`. */
export function dictUpdateFromPairs(target: Address, pairs: Value): void {
  const iterator = iterate(pairs);
  try {
    let index = 0;
    for (let pair = nextItem(iterator); pair !== 0; pair = nextItem(iterator)) {
      try {
        storePair(target, pair, index++);
      } finally {
        decref(pair);
      }
    }
  } finally {
    decref(iterator);
  }
}

function storePair(target: Address, pair: Value, index: number): void {
  if (typeOf(pair) === T.TUPLE && H[(pair >> 2) + TupleLayout.LENGTH] === 2) {
    const items = (pair >> 2) + TupleLayout.ITEMS;
    dictSet(target, H[items], H[items + 1]);
    return;
  }
  const items = pairItems(pair, index);
  try {
    if (items.length !== 2) {
      valueError(
        `dictionary update sequence element #${index} has length ${items.length}; 2 is required`,
      );
    }
    dictSet(target, items[0] as Value, items[1] as Value);
  } finally {
    for (const item of items) decref(item);
  }
}

function pairItems(pair: Value, index: number): Value[] {
  if (slotsOf(pair).iterate === undefined) {
    return typeError(`cannot convert dictionary update sequence element #${index} to a sequence`);
  }
  return collect(pair);
}
