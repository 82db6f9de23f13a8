// Instances of subtypes of int, str and bytes have their attribute storage behind the items, because the
// items' number differs from instance to instance (see runtime/variableSize.ts).

import { type Address, AttributesLayout, TypeLayout } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';

/** Words of attribute storage behind the items of instances of that type of variable size. */
export const wordsBehindItems = (type: Address): number =>
  H[(type >> 2) + TypeLayout.ATTRIBUTES] === -1 ? AttributesLayout.WORDS : 0;
