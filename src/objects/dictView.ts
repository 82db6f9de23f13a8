// Makes a view of a dict's keys, values or items. What views can do is in dictViews.ts; the making stands
// apart, because views give mapping proxies and mapping proxies give views.

import { incref } from '../executors/policy.ts';
import { type Address, DictViewLayout } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { newObject } from './object.ts';

/** A view of that type (T.DICT_KEYS, DICT_VALUES or DICT_ITEMS). */
export function newView(type: Address, dict: Address): Address {
  const view = newObject(type, DictViewLayout.WORDS);
  incref(dict);
  H[(view >> 2) + DictViewLayout.DICT] = dict;
  return view;
}
