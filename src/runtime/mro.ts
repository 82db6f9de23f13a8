// The method resolution order: C3 linearisation (K. Barrett et al., "A Monotonic Superclass
// Linearization for Dylan", OOPSLA 1996; M. Simionato, "The Python 2.3 Method Resolution Order").

import type { Address } from '../heap/layout.ts';
import { mroOf } from '../objects/layTypes.ts';
import { nameOfType } from '../objects/protocol.ts';
import { typeError } from '../objects/raise.ts';

/**
 * The MRO of a type with these bases, the type itself first; TypeError if there is none. `known` holds
 * orders that have been worked out but do not yet count.
 */
export function linearize(
  type: Address,
  bases: readonly Address[],
  known?: ReadonlyMap<Address, Address[]>,
): Address[] {
  const twice = bases.find((base, i) => bases.indexOf(base) !== i);
  if (twice !== undefined) return typeError(`duplicate base class ${nameOfType(twice)}`);
  const lists = [...bases.map((base) => [...(known?.get(base) ?? mroOf(base))]), [...bases]];
  const order: Address[] = [type];
  for (;;) {
    const rest = lists.filter((list) => list.length > 0);
    if (rest.length === 0) return order;
    const head = rest
      .map((list) => list[0] as Address)
      .find((c) => rest.every((list) => !list.slice(1).includes(c)));
    if (head === undefined) return inconsistent(rest.map((list) => list[0] as Address));
    order.push(head);
    for (const list of lists) if (list[0] === head) list.shift();
  }
}

function inconsistent(heads: readonly Address[]): never {
  const names = [...new Set(heads)].map(nameOfType).join(', ');
  return typeError(`Cannot create a consistent method resolution\norder (MRO) for bases ${names}`);
}
