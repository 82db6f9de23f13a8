// The views that `keys()`, `values()` and `items()` give: windows on a dict that show it as it is now.
// Keys and items behave like sets in operators, and give real sets as results.

import { BinaryOperator, CompareOperator } from '../bytecode/opcodes.ts';
import { decref, free } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, DictViewLayout, TupleLayout, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { boolOf } from './bool.ts';
import { defineType } from './define.ts';
import { dictContains, dictGet, dictSize } from './dict.ts';
import { newDictIterator, REVERSE_ITEMS, REVERSE_KEYS, REVERSE_VALUES } from './dictIterators.ts';
import { snapshotItems, snapshotKeys, snapshotValues } from './dictSnapshot.ts';
import { newMappingProxy } from './mappingProxy.ts';
import { noArgs, oneArg } from './natives.ts';
import { collect, contains, equals, iterate, length, nextItem, reprJs } from './protocol.ts';
import { reprEnter, reprLeave } from './reprGuard.ts';
import { isAnySet, newSet, setAdd, setUpdateFrom } from './set.ts';
import { differenceUpdate, symmetricDifferenceUpdate } from './setAlgebra.ts';
import { typeOf } from './slots.ts';
import { newStr } from './str.ts';

const dictOf = (view: Address): Address => H[(view >> 2) + DictViewLayout.DICT];

const isSetLikeView = (value: Value): boolean => {
  const type = typeOf(value);
  return type === T.DICT_KEYS || type === T.DICT_ITEMS;
};

function reprView(view: Address, name: string): Value {
  if (!reprEnter(view)) return newStr('...');
  try {
    const items = collect(view);
    try {
      return newStr(`${name}([${items.map(reprJs).join(', ')}])`);
    } finally {
      for (const item of items) decref(item);
    }
  } finally {
    reprLeave(view);
  }
}

function itemsContain(view: Address, item: Value): boolean {
  if (typeOf(item) !== T.TUPLE || H[(item >> 2) + TupleLayout.LENGTH] !== 2) return false;
  const value = dictGet(dictOf(view), H[(item >> 2) + TupleLayout.ITEMS]);
  if (value === 0) return false;
  try {
    return equals(value, H[(item >> 2) + TupleLayout.ITEMS + 1]);
  } finally {
    decref(value);
  }
}

/** True if all items of one iterable are in the other container. */
function allIn(items: Value, container: Value): boolean {
  const iterator = iterate(items);
  try {
    for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator)) {
      try {
        if (!contains(container, item)) return false;
      } finally {
        decref(item);
      }
    }
    return true;
  } finally {
    decref(iterator);
  }
}

function compareViews(left: Value, right: Value, operator: CompareOperator): Value {
  if (!isSetLikeView(right) && !isAnySet(right)) return S.NOT_IMPLEMENTED;
  const l = length(left);
  const r = length(right);
  switch (operator) {
    case CompareOperator.EQ:
      return boolOf(l === r && allIn(left, right));
    case CompareOperator.NE:
      return boolOf(!(l === r && allIn(left, right)));
    case CompareOperator.LT:
      return boolOf(l < r && allIn(left, right));
    case CompareOperator.LE:
      return boolOf(l <= r && allIn(left, right));
    case CompareOperator.GT:
      return boolOf(l > r && allIn(right, left));
    case CompareOperator.GE:
      return boolOf(l >= r && allIn(right, left));
  }
}

/** Set operators with a view on either side and any iterable on the other. */
function viewBinary(operator: BinaryOperator, left: Value, right: Value): Value {
  switch (operator) {
    case BinaryOperator.AND:
      return isSetLikeView(left) ? intersection(left, right) : intersection(right, left);
    case BinaryOperator.OR:
      return changedSet(left, (set) => setUpdateFrom(set, right));
    case BinaryOperator.SUBTRACT:
      return changedSet(left, (set) => differenceUpdate(set, right));
    case BinaryOperator.XOR:
      return changedSet(left, (set) => symmetricDifferenceUpdate(set, right));
    default:
      return S.NOT_IMPLEMENTED;
  }
}

/** A set of the items, after `change`. */
function changedSet(items: Value, change: (set: Address) => void): Address {
  const set = newSet(T.SET);
  try {
    setUpdateFrom(set, items);
    change(set);
    return set;
  } catch (error) {
    decref(set);
    throw error;
  }
}

function intersection(view: Address, other: Value): Address {
  if (isSetLikeView(other) && length(other) > length(view)) return intersection(other, view);
  const result = newSet(T.SET);
  try {
    // As CPython does, the smaller side is walked when the other one is a set.
    const [walked, asked] =
      typeOf(other) === T.SET && length(view) <= length(other) ? [view, other] : [other, view];
    const iterator = iterate(walked);
    try {
      for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator)) {
        try {
          if (contains(asked, item)) setAdd(result, item);
        } finally {
          decref(item);
        }
      }
    } finally {
      decref(iterator);
    }
    return result;
  } catch (error) {
    decref(result);
    throw error;
  }
}

function isDisjoint(view: Address, other: Value): boolean {
  if (view === other) return length(view) === 0;
  const [walked, asked] =
    (isAnySet(other) || isSetLikeView(other)) && length(other) > length(view)
      ? [view, other]
      : [other, view];
  const iterator = iterate(walked);
  try {
    for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator)) {
      try {
        if (contains(asked, item)) return false;
      } finally {
        decref(item);
      }
    }
    return true;
  } finally {
    decref(iterator);
  }
}

function clearView(view: Address): void {
  const dict = dictOf(view);
  H[(view >> 2) + DictViewLayout.DICT] = 0;
  if (dict !== 0) decref(dict);
}

const commonSlots = (name: string, iterator: Address) => ({
  dealloc(view: Address) {
    clearView(view);
    free(view, DictViewLayout.WORDS << 2);
  },
  clear: clearView,
  children(view: Address, visit: (value: Value) => void) {
    if (dictOf(view) !== 0) visit(dictOf(view));
  },
  repr: (view: Address) => reprView(view, name),
  length: (view: Address) => dictSize(dictOf(view)),
  iterate: (view: Address) => newDictIterator(iterator, dictOf(view)),
});

const mapping = { name: 'mapping', get: (view: Address) => newMappingProxy(dictOf(view)) };
const reversed = (iterator: Address) =>
  noArgs('__reversed__', (args) => newDictIterator(iterator, dictOf(H[args])));
const disjoint = oneArg('isdisjoint', (args) => boolOf(isDisjoint(H[args], H[args + 1])));

defineType(T.DICT_KEYS, {
  name: 'dict_keys',
  words: DictViewLayout.WORDS,
  slots: {
    ...commonSlots('dict_keys', T.DICT_KEY_ITERATOR),
    snapshot: (view) => snapshotKeys(dictOf(view)),
    hash: undefined,
    contains: (view, key) => dictContains(dictOf(view), key),
    compare: compareViews,
    binary: viewBinary,
  },
  methods: [disjoint, reversed(REVERSE_KEYS)],
  getset: [mapping],
});

defineType(T.DICT_ITEMS, {
  name: 'dict_items',
  words: DictViewLayout.WORDS,
  slots: {
    ...commonSlots('dict_items', T.DICT_ITEM_ITERATOR),
    snapshot: (view) => snapshotItems(dictOf(view)),
    hash: undefined,
    contains: itemsContain,
    compare: compareViews,
    binary: viewBinary,
  },
  methods: [disjoint, reversed(REVERSE_ITEMS)],
  getset: [mapping],
});

defineType(T.DICT_VALUES, {
  name: 'dict_values',
  words: DictViewLayout.WORDS,
  slots: {
    ...commonSlots('dict_values', T.DICT_VALUE_ITERATOR),
    snapshot: (view) => snapshotValues(dictOf(view)),
  },
  methods: [reversed(REVERSE_VALUES)],
  getset: [mapping],
});
