// Arguments of constructors that take one optional positional value: tuple(x), list(x).

import { type Address, TupleLayout, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { typeError } from './raise.ts';

/** Number of keyword arguments of a call. */
export const namedCount = (kwNames: Value): number =>
  kwNames === 0 ? 0 : H[(kwNames >> 2) + TupleLayout.LENGTH];

/**
 * The only argument, borrowed, or 0. Keywords are an error for the type itself (`exact`); a subtype's
 * own `__init__` may take them.
 */
export function constructorArgument(
  name: string,
  exact: boolean,
  args: WordIndex,
  count: number,
  kwNames: Address,
): Value {
  const named = namedCount(kwNames);
  if (named > 0 && exact) return typeError(`${name}() takes no keyword arguments`);
  const given = count - named;
  if (given > 1) return typeError(`${name} expected at most 1 argument, got ${given}`);
  return given === 0 ? 0 : H[args];
}
