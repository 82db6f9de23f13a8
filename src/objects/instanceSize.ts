// Freeing an instance whose type says its size: exact builtin types and their subtypes alike.

import { free } from '../executors/policy.ts';
import { type Address, Header, TypeLayout } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';

/** Frees the block of an instance of a type of fixed size; what it holds is released already. */
export function freeInstance(object: Address): void {
  const type = H[(object >> 2) + Header.TYPE];
  free(object, H[(type >> 2) + TypeLayout.INSTANCE_WORDS] << 2);
}
