// Which exception handlers are worth a place in the code of what they protect. A handler is at first the
// entry of a unit of its own. Once exceptions have come there often it is hot: units that it covers are
// made anew with the handler inside, and what they raise reaches it by a jump.

import type { Address } from '../heap/layout.ts';

const hot = new Map<Address, Set<number>>();
const NONE: ReadonlySet<number> = new Set();

/** Offsets of the hot handlers of the code. */
export const hotHandlers = (code: Address): ReadonlySet<number> => hot.get(code) ?? NONE;

export function makeHot(code: Address, target: number): void {
  const targets = hot.get(code);
  if (targets === undefined) hot.set(code, new Set([target]));
  else targets.add(target);
}
