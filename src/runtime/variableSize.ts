// Sizes of instances whose layout has a variable part: int, str, bytes, tuple and their subtypes. The
// attribute storage of a subtype's instance lies behind the items.

import {
  type Address,
  BytesLayout,
  Header,
  IntLayout,
  StrLayout,
  TupleLayout,
  TypeFlag,
  TypeLayout,
} from '../heap/layout.ts';
import { bug, H } from '../heap/memory.ts';
import { strWords } from '../objects/str.ts';

/** Words of the object up to the end of its items. */
export function itemWords(object: Address): number {
  const q = object >> 2;
  const flags = H[(H[q + Header.TYPE] >> 2) + TypeLayout.FLAGS];
  if ((flags & TypeFlag.TUPLE) !== 0) return TupleLayout.ITEMS + H[q + TupleLayout.LENGTH];
  if ((flags & TypeFlag.STR) !== 0) {
    return strWords(H[q + StrLayout.LENGTH], H[q + StrLayout.KIND] & 7);
  }
  if ((flags & TypeFlag.INT) !== 0) return IntLayout.DATA + Math.abs(H[q + IntLayout.DIGITS]);
  if ((flags & TypeFlag.BYTES) !== 0)
    return BytesLayout.DATA + ((H[q + BytesLayout.LENGTH] + 3) >> 2);
  return bug('a type of variable size without a size');
}

/** Word index of the attribute storage behind the items. */
export const attributesBehindItems = (object: Address): number => (object >> 2) + itemWords(object);
