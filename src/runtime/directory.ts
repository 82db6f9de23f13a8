// `dir(x)`: names of the object, its type and bases, sorted.

import { decref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  type Address,
  FunctionLayout,
  ModuleLayout,
  TypeFlag,
  TypeLayout,
  type Value,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { dictEntries } from '../objects/dict.ts';
import { mroOf } from '../objects/layTypes.ts';
import { isStr } from '../objects/protocol.ts';
import { flagsOf, typeOf } from '../objects/slots.ts';
import { newStr, toJs } from '../objects/str.ts';
import { attributesOf, instanceDict } from './instanceAttributes.ts';
import { newListOf } from './lists.ts';

function addNames(dict: Address, names: Set<string>): void {
  if (dict === 0) return;
  const { keys, values } = dictEntries(dict);
  for (const key of keys) if (isStr(key)) names.add(toJs(key));
  for (const value of [...keys, ...values]) decref(value);
}

/** An owned sorted list of attribute names. */
export function directory(object: Value): Value {
  const names = new Set<string>();
  const type = typeOf(object);
  if (type === T.MODULE) addNames(H[(object >> 2) + ModuleLayout.DICT], names);
  else {
    const isType = (flagsOf(type) & TypeFlag.TYPE) !== 0;
    for (const t of mroOf(isType ? object : type)) addNames(H[(t >> 2) + TypeLayout.DICT], names);
    if (type === T.FUNCTION) addNames(H[(object >> 2) + FunctionLayout.DICT], names);
    const at = (object & 1) !== 0 || isType ? 0 : attributesOf(object);
    if (at !== 0) addNames(instanceDict(object, at), names);
  }
  const sorted = [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return newListOf(sorted.map(newStr));
}
