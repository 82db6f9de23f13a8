// The module `_heapq`: binary heaps in lists, item k being at most items 2k+1 and 2k+2 (or at least, for
// the functions named max). Items move by exchange, one step at a time under the list's lock, so that the
// list holds the same items whenever a comparison runs Python code or another thread looks.
//
// Popping sifts the hole down to a leaf first and the displaced item up from there (Knuth, volume 3,
// 5.2.3, exercise 18): the arrangement this leaves is CPython's, which programs that print heaps see.

import { CompareOperator } from '../../bytecode/opcodes.ts';
import { decref, incref, lock, unlock } from '../../executors/policy.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import { type Address, Header, ListLayout, TypeFlag, type Value } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { defineModule } from '../../objects/define.ts';
import { itemsAt, listAppend, listPop, listSize } from '../../objects/list.ts';
import { oneArg, positional } from '../../objects/natives.ts';
import { ASK, plainOrder } from '../../objects/plainOrder.ts';
import { hasFlag, lessThan, typeName } from '../../objects/protocol.ts';
import { raise, typeError } from '../../objects/raise.ts';
import { own } from '../../objects/str.ts';

const enum Order {
  MIN = 0,
  MAX = 1,
}

function checkList(heap: Value, where: string): Address {
  if (hasFlag(heap, TypeFlag.LIST)) return heap;
  return typeError(`${where} must be list, not ${typeName(heap)}`);
}

const changed = (): never => raise('RuntimeError', 'list changed size during iteration');

const isOf = (value: Value, type: Address): boolean =>
  (value & 1) === 0 && H[(value >> 2) + Header.TYPE] === type;

/** Whether item `i` is less than item `j`, or greater for heaps with the largest on top. */
function before(heap: Address, i: number, j: number, order: Order): boolean {
  lock(heap);
  const size = H[(heap >> 2) + ListLayout.SIZE];
  if (i >= size || j >= size) {
    unlock(heap);
    return changed();
  }
  const items = itemsAt(heap);
  const a = H[items + (order === Order.MIN ? i : j)];
  const b = H[items + (order === Order.MIN ? j : i)];
  if ((a & b & 1) !== 0) {
    unlock(heap);
    return a < b;
  }
  // Items that are lists have locks of their own.
  const plain = isOf(a, T.LIST) ? ASK : plainOrder(CompareOperator.LT, a, b);
  if (plain !== ASK) {
    unlock(heap);
    return plain === 1;
  }
  incref(a);
  incref(b);
  unlock(heap);
  try {
    return lessThan(a, b);
  } finally {
    decref(a);
    decref(b);
  }
}

function exchange(heap: Address, i: number, j: number): void {
  lock(heap);
  const size = H[(heap >> 2) + ListLayout.SIZE];
  const fits = i < size && j < size;
  if (fits) {
    const items = itemsAt(heap);
    const item = H[items + i];
    H[items + i] = H[items + j];
    H[items + j] = item;
  }
  unlock(heap);
  if (!fits) changed();
}

/** Moves the item at `at` up while it belongs before its parent, not above `top`. */
function rise(heap: Address, top: number, at: number, order: Order): void {
  let place = at;
  while (place > top) {
    const parent = (place - 1) >> 1;
    if (!before(heap, place, parent, order)) return;
    exchange(heap, place, parent);
    place = parent;
  }
}

/** Moves the item at `top` down to a leaf, then up to where it belongs. */
function sink(heap: Address, top: number, order: Order): void {
  const end = listSize(heap);
  let place = top;
  for (let child = 2 * place + 1; child < end; child = 2 * place + 1) {
    if (child + 1 < end && !before(heap, child, child + 1, order)) child++;
    exchange(heap, place, child);
    place = child;
  }
  rise(heap, top, place, order);
}

function heapify(heap: Address, order: Order): Value {
  for (let i = (listSize(heap) >> 1) - 1; i >= 0; i--) sink(heap, i, order);
  return S.NONE;
}

/** Puts `item` (owned, taken over) in the place of the first one, which is returned. */
function replaceFirst(heap: Address, item: Value, order: Order): Value {
  lock(heap);
  if (H[(heap >> 2) + ListLayout.SIZE] === 0) {
    unlock(heap);
    decref(item);
    return raise('IndexError', 'index out of range');
  }
  const first = itemsAt(heap);
  const old = H[first];
  H[first] = item;
  unlock(heap);
  try {
    sink(heap, 0, order);
    return old;
  } catch (error) {
    decref(old);
    throw error;
  }
}

function pop(heap: Address, order: Order): Value {
  const last = listPop(heap, -1);
  if (last === 0) return raise('IndexError', 'index out of range');
  return listSize(heap) === 0 ? last : replaceFirst(heap, last, order);
}

function push(heap: Address, item: Value): Value {
  listAppend(heap, item);
  rise(heap, 0, listSize(heap) - 1, Order.MIN);
  return S.NONE;
}

function pushPop(heap: Address, item: Value): Value {
  if (listSize(heap) === 0) return own(item);
  lock(heap);
  const first = H[(heap >> 2) + ListLayout.SIZE] === 0 ? 0 : own(H[itemsAt(heap)]);
  unlock(heap);
  if (first === 0) return own(item);
  let passes = false;
  try {
    passes = !lessThan(first, item);
  } finally {
    decref(first);
  }
  return passes ? own(item) : replaceFirst(heap, own(item), Order.MIN);
}

defineModule({
  name: '_heapq',
  functions: [
    positional('heappush', 2, 2, (a) => push(checkList(H[a], 'heappush() argument 1'), H[a + 1])),
    oneArg('heappop', (a) => pop(checkList(H[a], 'heappop() argument'), Order.MIN)),
    positional('heapreplace', 2, 2, (a) =>
      replaceFirst(checkList(H[a], 'heapreplace() argument 1'), own(H[a + 1]), Order.MIN),
    ),
    positional('heappushpop', 2, 2, (a) =>
      pushPop(checkList(H[a], 'heappushpop() argument 1'), H[a + 1]),
    ),
    oneArg('heapify', (a) => heapify(checkList(H[a], 'heapify() argument'), Order.MIN)),
    oneArg('_heapify_max', (a) => heapify(checkList(H[a], '_heapify_max() argument'), Order.MAX)),
    oneArg('_heappop_max', (a) => pop(checkList(H[a], '_heappop_max() argument'), Order.MAX)),
    positional('_heapreplace_max', 2, 2, (a) =>
      replaceFirst(checkList(H[a], '_heapreplace_max() argument 1'), own(H[a + 1]), Order.MAX),
    ),
  ],
});
