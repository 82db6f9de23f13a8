// iter() with its two forms. The iterator over a callable asks it until the sentinel comes.

import type { Value, WordIndex } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { newCallableIterator } from '../../objects/iterators.ts';
import { type NativeSpec, positional } from '../../objects/natives.ts';
import { iterate } from '../../objects/protocol.ts';
import { typeError } from '../../objects/raise.ts';
import { isCallable } from '../../runtime/calls.ts';

function iter(args: WordIndex, count: number): Value {
  if (count === 1) return iterate(H[args]);
  if (!isCallable(H[args])) return typeError('iter(v, w): v must be callable');
  return newCallableIterator(H[args], H[args + 1]);
}

export const ITERATION_FUNCTIONS: readonly NativeSpec[] = [positional('iter', 1, 2, iter)];
