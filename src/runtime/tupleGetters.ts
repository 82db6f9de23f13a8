// `_collections._tuplegetter(index, doc)`: the descriptor of a named tuple's field. Nothing can be set through
// it; reading it takes an item of the tuple, without a call.

import { decref, free, incref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  TupleGetterLayout as G,
  TupleLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { defineType, staticType } from '../objects/define.ts';
import { noArgs } from '../objects/natives.ts';
import { newClearedObject } from '../objects/object.ts';
import { isInstance, reprJs, typeName } from '../objects/protocol.ts';
import { raise, typeError } from '../objects/raise.ts';
import { newStr, own } from '../objects/str.ts';
import { tupleOf } from '../objects/tuple.ts';
import { namedCount } from './calls.ts';
import { clearField, fieldOrNone, identityHash, setField, visitFields } from './fields.ts';

export const TUPLE_GETTER = staticType();

function create(type: Address, args: WordIndex, count: number, kwNames: Value): Value {
  if (namedCount(kwNames) > 0) return typeError('_tuplegetter() takes no keyword arguments');
  if (count !== 2) return typeError(`_tuplegetter expected 2 arguments, got ${count}`);
  const index: Value = H[args];
  if ((index & 1) === 0) {
    return typeError(`'${typeName(index)}' object cannot be interpreted as an integer`);
  }
  const getter = newClearedObject(type, G.WORDS);
  H[(getter >> 2) + G.INDEX] = index;
  setField(getter, G.DOC, H[args + 1]);
  return getter;
}

function get(getter: Address, object: Value): Value {
  if (object === 0) return own(getter);
  const index = H[(getter >> 2) + G.INDEX] >> 1;
  if (!isInstance(object, T.TUPLE)) {
    if (object === S.NONE) return own(getter);
    return typeError(
      `descriptor for index '${index}' for tuple subclasses doesn't apply to '${typeName(object)}' object`,
    );
  }
  const q = object >> 2;
  if (index < 0 || index >= H[q + TupleLayout.LENGTH]) {
    return raise('IndexError', 'tuple index out of range');
  }
  const item: Value = H[q + TupleLayout.ITEMS + index];
  incref(item);
  return item;
}

function set(_getter: Address, _object: Value, value: Value): void {
  raise('AttributeError', value === 0 ? "can't delete attribute" : "can't set attribute");
}

/** `(type, (index, doc))`, for pickle and copy. */
function reduce(getter: Address): Value {
  const parts = tupleOf([H[(getter >> 2) + G.INDEX], fieldOrNone(getter, G.DOC)]);
  return tupleOf([own(TUPLE_GETTER), parts]);
}

function reprOf(getter: Address): Value {
  const doc = fieldOrNone(getter, G.DOC);
  const text = `_tuplegetter(${H[(getter >> 2) + G.INDEX] >> 1}, ${reprJs(doc)})`;
  decref(doc);
  return newStr(text);
}

defineType(TUPLE_GETTER, {
  name: '_tuplegetter',
  module: '_collections',
  words: G.WORDS,
  slots: {
    dealloc(getter) {
      clearField(getter, G.DOC);
      free(getter, G.WORDS << 2);
    },
    clear: (getter) => clearField(getter, G.DOC),
    children: (getter, visit) => visitFields(getter, G.DOC, G.DOC, visit),
    hash: identityHash,
    repr: reprOf,
    create,
    descriptorGet: get,
    descriptorSet: set,
  },
  methods: [noArgs('__reduce__', (args) => reduce(H[args]))],
  getset: [
    {
      name: '__doc__',
      get: (getter) => fieldOrNone(getter, G.DOC),
      set: (getter, value) => setField(getter, G.DOC, value),
    },
  ],
});
