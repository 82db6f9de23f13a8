// Objects that exist from the start and that TypeScript code refers to by constants: interned names,
// builtin functions, prepared exceptions. Every isolate evaluates the same modules in the same order,
// so the n-th request is for the same object everywhere: whoever lays out the heap makes it and writes its
// address into the static table, the others read it there.

import { makeImmortal } from '../executors/policy.ts';
import { STATICS_MAX } from '../heap/initialize.ts';
import { type Address, Machine } from '../heap/layout.ts';
import { bug, H, LAYS_HEAP, MACHINE } from '../heap/memory.ts';

const TABLE = H[MACHINE + Machine.STATIC_TABLE];
let next = 0;

/** The immortal object that `make` returned when the heap was laid out. Call only while modules are evaluated. */
export function staticObject(make: () => Address): Address {
  const index = next++;
  if (index >= STATICS_MAX) bug('too many static objects');
  if (!LAYS_HEAP) return H[TABLE + index];
  const address = make();
  makeImmortal(address);
  H[TABLE + index] = address;
  return address;
}
