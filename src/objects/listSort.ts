// `list.sort`: the list is empty while its items are sorted, so that no callback sees a half-sorted
// one; whoever puts something into it meanwhile makes the sort fail after it has put its result back.
// The lock is held throughout, as CPython's critical section; a callback that blocks gives it up.

import { decref, incref, lock, unlock } from '../executors/policy.ts';
import {
  type Address,
  ListLayout,
  StorageLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { call1 } from './calling.ts';
import { detachUnlocked, releaseStorage } from './list.ts';
import { raise } from './raise.ts';
import { FEW_MAX, SHORT_MAX, type SortOrder, sortFew, sortShort, sortWords } from './sort.ts';

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
  if (key !== 0) return sortByKey(from, size, key, order);
  if (size <= SHORT_MAX && sortShort(from, size, order)) return;
  if (size <= FEW_MAX) return sortFew(from, size, undefined, order);
  const values = H.slice(from, from + size);
  sortWords(values, undefined, order);
  H.set(values, from);
}

/** The items stay where they lie until all keys are made: nobody else knows the words. */
function sortByKey(from: WordIndex, size: number, key: Value, order: SortOrder): void {
  const keys: Value[] = [];
  incref(key);
  try {
    for (let i = 0; i < size; i++) keys.push(call1(key, H[from + i]));
    if (size === 1) return;
    if (size <= FEW_MAX) sortFew(from, size, keys, order);
    else {
      const values = H.slice(from, from + size);
      sortWords(values, new Int32Array(keys), order);
      H.set(values, from);
    }
  } finally {
    decref(key);
    for (let i = 0; i < keys.length; i++) decref(keys[i] as Value);
  }
}
