// The one call upwards that counting needs: an object lost its last reference. `objects/dealloc.ts`
// fills it in; a property of a constant object, because it is off the fast path and must exist before
// the objects do.

import type { Address } from './layout.ts';
import { bug } from './memory.ts';

export const reclaim: { dealloc: (address: Address) => void } = {
  dealloc: () => bug('an object was freed before the object library was loaded'),
};
