// `list.sort`: the list is empty while its items are sorted, so that no callback sees a half-sorted
// one; whoever puts something into it meanwhile makes the sort fail after it has put its result back.
// The lock is held throughout, as CPython's critical section; a callback that blocks gives it up.

import { decref, incref, lock, unlock } from '../executors/policy.ts';
import { type Address, ListLayout, StorageLayout, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { call1 } from './calling.ts';
import { detachUnlocked, releaseStorage } from './list.ts';
import { raise } from './raise.ts';
import { SHORT_MAX, type SortOrder, sortShort, sortWords } from './sort.ts';

/** Sorts in place and stably; key 0: none. Raises what the key and the comparisons raise. */
export function sortList(list: Address, key: Value, order: SortOrder): void {
  const q = list >> 2;
  lock(list);
  const size = H[q + ListLayout.SIZE];
  const storage = detachUnlocked(list);
  let added: Address = 0;
  let addedSize = 0;
  try {
    if (size > 1 || (size === 1 && key !== 0)) sortStorage(storage, size, key, order);
  } finally {
    added = H[q + ListLayout.STORAGE];
    addedSize = H[q + ListLayout.SIZE];
    H[q + ListLayout.STORAGE] = storage;
    H[q + ListLayout.SIZE] = size;
    unlock(list);
    releaseStorage(added, addedSize);
  }
  if (added !== 0) raise('ValueError', 'list modified during sort');
}

function sortStorage(storage: Address, size: number, key: Value, order: SortOrder): void {
  const from = (storage >> 2) + StorageLayout.ITEMS;
  if (key === 0 && size <= SHORT_MAX && sortShort(from, size, order)) return;
  const values = H.slice(from, from + size);
  if (key === 0) {
    sortWords(values, undefined, order);
    H.set(values, from);
    return;
  }
  const keys = new Int32Array(size);
  let made = 0;
  incref(key);
  try {
    for (; made < size; made++) keys[made] = call1(key, values[made] as Value);
    // The sort permutes `values` only.
    sortWords(values, keys, order);
    H.set(values, from);
  } finally {
    decref(key);
    for (let i = 0; i < made; i++) decref(keys[i] as Value);
  }
}
