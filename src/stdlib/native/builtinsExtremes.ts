// max and min: of the items of one iterable or of the arguments, by themselves or by a key.

import { CompareOperator } from '../../bytecode/opcodes.ts';
import { decref } from '../../executors/policy.ts';
import { S } from '../../heap/builtinTypes.ts';
import type { Value, WordIndex } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { call1 } from '../../objects/calling.ts';
import { type NativeSpec, raw } from '../../objects/natives.ts';
import { extremeOfRun } from '../../objects/numberRuns.ts';
import { compare, isTrueOwned, iterate, nextItem } from '../../objects/protocol.ts';
import { typeError, valueError } from '../../objects/raise.ts';
import { own, toJs } from '../../objects/str.ts';
import { tupleItem, tupleLength } from '../../objects/tuple.ts';

type Extreme = 'max' | 'min';

/** The best value so far with its key; both owned. */
interface Best {
  value: Value;
  key: Value;
}

/** Is offered an owned candidate; keeps it or releases it. */
function offer(best: Best, candidate: Value, key: Value, which: Extreme): void {
  let keyed: Value = 0;
  let wins = false;
  try {
    keyed = key === 0 ? own(candidate) : call1(key, candidate);
    wins = best.value === 0 || isBetter(keyed, best.key, which);
  } catch (error) {
    decref(candidate);
    if (keyed !== 0) decref(keyed);
    throw error;
  }
  const lostValue = wins ? best.value : candidate;
  const lostKey = wins ? best.key : keyed;
  if (wins) {
    best.value = candidate;
    best.key = keyed;
  }
  if (lostValue !== 0) decref(lostValue);
  if (lostKey !== 0) decref(lostKey);
}

function isBetter(key: Value, best: Value, which: Extreme): boolean {
  if ((key & 1) !== 0 && (best & 1) !== 0) return which === 'max' ? key > best : key < best;
  return isTrueOwned(compare(key, best, which === 'max' ? CompareOperator.GT : CompareOperator.LT));
}

function extreme(which: Extreme, args: WordIndex, count: number, kwNames: Value): Value {
  const named = kwNames === 0 ? 0 : tupleLength(kwNames);
  const places = count - named;
  let key: Value = 0;
  let otherwise: Value = 0;
  if (places === 0) return typeError(`${which} expected at least 1 argument, got 0`);
  for (let i = 0; i < named; i++) {
    const name = toJs(tupleItem(kwNames, i));
    const value = H[args + places + i];
    if (name === 'key') key = value === S.NONE ? 0 : value;
    else if (name === 'default') otherwise = value;
    else return typeError(`'${name}' is an invalid keyword argument for ${which}()`);
  }
  if (places > 1 && otherwise !== 0) {
    return typeError(`Cannot specify a default for ${which}() with multiple positional arguments`);
  }
  const quick = places === 1 && key === 0 ? extremeOfRun(H[args], which) : 0;
  if (quick !== 0) return quick;
  const best: Best = { value: 0, key: 0 };
  try {
    if (places > 1) for (let i = 0; i < places; i++) offer(best, own(H[args + i]), key, which);
    else offerItems(best, H[args], key, which);
  } catch (error) {
    if (best.value !== 0) decref(best.value);
    if (best.key !== 0) decref(best.key);
    throw error;
  }
  if (best.key !== 0) decref(best.key);
  if (best.value !== 0) return best.value;
  return otherwise !== 0 ? own(otherwise) : valueError(`${which}() arg is an empty sequence`);
}

function offerItems(best: Best, iterable: Value, key: Value, which: Extreme): void {
  const iterator = iterate(iterable);
  try {
    for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator)) {
      offer(best, item, key, which);
    }
  } finally {
    decref(iterator);
  }
}

export const EXTREME_FUNCTIONS: readonly NativeSpec[] = [
  raw('max', (args, count, kwNames) => extreme('max', args, count, kwNames)),
  raw('min', (args, count, kwNames) => extreme('min', args, count, kwNames)),
];
