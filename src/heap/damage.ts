// Damage: memory that is no longer what the program's objects say. Only the `unsafe` executor may
// cause it; under every other one a report is a bug of ours. A report stops the run (architecture.md
// section 7): the error unwinds this worker, the engine tells the others to stop.

import type { Address } from './layout.ts';

export type DamageKind =
  | 'use after free'
  | 'negative reference count'
  | 'double free'
  | 'write after free'
  | 'corrupted object';

export class Damage extends Error {
  override readonly name = 'Damage';
  readonly kind: DamageKind;
  readonly address: Address;
  /** What was seen, in one sentence. */
  readonly detail: string;

  constructor(kind: DamageKind, address: Address, detail: string) {
    super(`${kind}: ${detail}`);
    this.kind = kind;
    this.address = address;
    this.detail = detail;
  }
}

export function damage(kind: DamageKind, address: Address, detail: string): never {
  throw new Damage(kind, address, detail);
}
