// Arguments of builtin constructors that may be given by position or by name.

import { TupleLayout, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { typeError } from '../objects/raise.ts';
import { toJs } from '../objects/str.ts';
import { namedCount } from './calls.ts';

/** The arguments in the order of `parameters`, borrowed; undefined where one was not given. */
export function parseNamed(
  callee: string,
  parameters: readonly string[],
  args: WordIndex,
  count: number,
  kwNames: Value,
): (Value | undefined)[] {
  const named = namedCount(kwNames);
  const given = count - named;
  if (count > parameters.length) {
    return typeError(`${callee}() takes at most ${parameters.length} arguments (${count} given)`);
  }
  const values: (Value | undefined)[] = parameters.map((_, i) =>
    i < given ? H[args + i] : undefined,
  );
  for (let k = 0; k < named; k++) {
    const name = toJs(H[(kwNames >> 2) + TupleLayout.ITEMS + k]);
    const index = parameters.indexOf(name);
    if (index < 0) typeError(`'${name}' is an invalid keyword argument for ${callee}()`);
    if (index < given) {
      typeError(`argument for ${callee}() given by name ('${name}') and position (${index + 1})`);
    }
    values[index] = H[args + given + k];
  }
  return values;
}
