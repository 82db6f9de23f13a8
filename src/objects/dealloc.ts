// What happens when an object loses its last reference. Its type's `dealloc` slot releases what it
// holds and frees it; releasing may free further objects, and a chain of a million of them must not
// overflow the JavaScript stack. So the work nests only to a certain depth, and beyond it objects wait
// in a list of this worker (CPython's "trashcan").

import { free, makeImmortal } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  type Address,
  DictLayout,
  FloatLayout,
  GcBit,
  Header,
  IndexIteratorLayout,
  IntLayout,
  ListLayout,
  RangeIteratorLayout,
  SetLayout,
  StrKind,
  StrLayout,
  TypeFlag,
} from '../heap/layout.ts';
import { bug, H } from '../heap/memory.ts';
import { reclaim } from '../heap/reclaim.ts';
import { clearDict } from './dict.ts';
import { clearIterator } from './indexIterator.ts';
import { clearList } from './list.ts';
import { clearSet } from './set.ts';
import { flagsOf, slotsOfType } from './slots.ts';
import { deallocTuple } from './tuple.ts';

const NESTING_MAX = 40;
let nesting = 0;
const waiting: Address[] = [];

/** Runs `__del__` of an instance; true if the object was brought back to life. Filled in by the runtime. */
export const finalizing: { run: (object: Address) => boolean } = { run: () => false };

function dealloc(address: Address): void {
  if ((H[(address >> 2) + Header.OWNER] & GcBit.FROZEN) !== 0) {
    // Counts of immortal objects drift, because nobody takes pains over them: start again.
    makeImmortal(address);
    return;
  }
  const type = H[(address >> 2) + Header.TYPE];
  if (freeLeaf(address, type)) return;
  if (nesting >= NESTING_MAX) {
    waiting.push(address);
    return;
  }
  nesting++;
  try {
    if (!freeCommon(address, type)) release(address);
    if (nesting === 1 && waiting.length > 0) releaseWaiting();
  } finally {
    nesting--;
  }
}

function releaseWaiting(): void {
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) release(next);
}

/** Numbers and strings, most of what dies, hold nothing: their blocks are freed at once. */
function freeLeaf(address: Address, type: Address): boolean {
  const q = address >> 2;
  if (type === T.FLOAT) free(address, FloatLayout.WORDS << 2);
  else if (type === T.INT) {
    free(address, (IntLayout.DATA + Math.abs(H[q + IntLayout.DIGITS])) << 2);
  } else if (type === T.STR) {
    const size = H[q + StrLayout.LENGTH] * (H[q + StrLayout.KIND] & StrKind.BYTES_MASK);
    free(address, (StrLayout.DATA << 2) + ((size + 3) & ~3));
  } else if (type === T.RANGE_ITERATOR) free(address, RangeIteratorLayout.WORDS << 2);
  else if (type === T.LIST_ITERATOR && H[q + IndexIteratorLayout.SEQUENCE] === 0) {
    // It has come to its end.
    free(address, IndexIteratorLayout.WORDS << 2);
  } else return false;
  return true;
}

/** Common containers, without a call through their type's slots: their exact types have no finalizers. */
function freeCommon(address: Address, type: Address): boolean {
  switch (type) {
    case T.LIST:
      clearList(address);
      free(address, ListLayout.WORDS << 2);
      return true;
    case T.TUPLE:
      deallocTuple(address);
      return true;
    case T.DICT:
      clearDict(address);
      free(address, DictLayout.WORDS << 2);
      return true;
    case T.LIST_ITERATOR:
    case T.TUPLE_ITERATOR:
      clearIterator(address);
      free(address, IndexIteratorLayout.WORDS << 2);
      return true;
    case T.SET:
      clearSet(address);
      free(address, SetLayout.WORDS << 2);
      return true;
    default:
      return false;
  }
}

function release(address: Address): void {
  const type = H[(address >> 2) + Header.TYPE];
  if ((flagsOf(type) & TypeFlag.HAS_FINALIZER) !== 0 && finalizing.run(address)) return;
  const { dealloc: free } = slotsOfType(type);
  if (free === undefined) bug(`type at ${type.toString(16)} (${type - T.FREED}) has no dealloc`);
  free(address);
}

reclaim.dealloc = dealloc;
