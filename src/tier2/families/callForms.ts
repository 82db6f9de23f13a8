// How the arguments of a call meet the parameters of a function whose code is known: by place, by name,
// from the defaults, into *args and **kwargs. What runtime/arguments.ts finds out at each call is found
// out once here; forms that end in a TypeError are left to it.

import { CodeFlag } from '../../bytecode/code.ts';
import { type Address, CodeLayout as C, TupleLayout } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { strEquals } from '../../objects/str.ts';

/** Where the value of a parameter comes from. */
export type Source =
  | { readonly kind: 'argument'; readonly index: number }
  /** The defaults' tuple, counted from its end: 1 is the last. */
  | { readonly kind: 'default'; readonly fromEnd: number }
  | { readonly kind: 'keywordDefault'; readonly name: Address };

export interface Form {
  /** One for each named parameter, in order of their slots. */
  readonly sources: readonly Source[];
  /** Arguments that go into the tuple of *args; undefined if there is no such parameter. */
  readonly rest: readonly number[] | undefined;
  /** Names and arguments that go into the dict of **kwargs; undefined if there is none. */
  readonly named: readonly { readonly name: Address; readonly index: number }[] | undefined;
}

/** The form of a call with `count` arguments, the last named by the tuple `kwNames` (0: none). */
export function callForm(code: Address, count: number, kwNames: Address): Form | undefined {
  const q = code >> 2;
  const flags = H[q + C.FLAGS];
  if ((flags & CodeFlag.OPTIMIZED) === 0) return undefined;
  const names = namesOf(kwNames);
  const given = count - names.length;
  const positional = H[q + C.ARG_COUNT];
  const total = positional + H[q + C.KWONLY_COUNT];
  const takesRest = (flags & CodeFlag.VARARGS) !== 0;
  const takesNamed = (flags & CodeFlag.VARKEYWORDS) !== 0;
  if (given > positional && !takesRest) return undefined;
  const filled = new Map<number, number>();
  for (let i = 0; i < Math.min(given, positional); i++) filled.set(i, i);
  const named: { name: Address; index: number }[] = [];
  for (const [k, name] of names.entries()) {
    const index = parameterIndex(q, name, H[q + C.POSONLY_COUNT], total);
    if (index < 0) {
      if (!takesNamed) return undefined;
      named.push({ name, index: given + k });
    } else if (filled.has(index)) return undefined;
    else filled.set(index, given + k);
  }
  const sources: Source[] = [];
  for (let i = 0; i < total; i++) {
    const index = filled.get(i);
    if (index !== undefined) sources.push({ kind: 'argument', index });
    else if (i < positional) sources.push({ kind: 'default', fromEnd: positional - i });
    else sources.push({ kind: 'keywordDefault', name: H[H[q + C.LOCAL_NAMES] + i] });
  }
  const rest: number[] = [];
  for (let i = positional; i < given; i++) rest.push(i);
  if (rest.length > REST_MAX) return undefined;
  return { sources, rest: takesRest ? rest : undefined, named: takesNamed ? named : undefined };
}

/** They lie for a moment where the callee's operand stack begins (Frame.SLACK words are always there). */
const REST_MAX = 16;

function namesOf(kwNames: Address): Address[] {
  if (kwNames === 0) return [];
  const q = kwNames >> 2;
  return Array.from({ length: H[q + TupleLayout.LENGTH] }, (_, i) => H[q + TupleLayout.ITEMS + i]);
}

function parameterIndex(q: number, name: Address, from: number, to: number): number {
  const names = H[q + C.LOCAL_NAMES];
  for (let i = from; i < to; i++) if (strEquals(H[names + i], name)) return i;
  return -1;
}
