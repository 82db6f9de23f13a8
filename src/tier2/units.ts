// Units: a code object from one entry, with the JavaScript function that runs it. A worker's own; the code
// objects are shared. A unit is cold until it is compiled, and cold again after too many failed guesses.

import { CodeFlag } from '../bytecode/code.ts';
import { makeImmortal } from '../executors/policy.ts';
import { type Address, CodeLayout as C, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import type { ExitRow } from './exits.ts';

export type Run = (thread: WordIndex, fp: WordIndex) => Value;

/** A place where the code may be left: a guard, most of the time. */
export interface Site extends ExitRow {
  readonly reason: string;
  /** The inline cache that remembers that the assumption failed; 0 if there is none. */
  readonly cache: number;
  count: number;
}

export interface Callee {
  readonly code: Address;
  readonly offset: number;
}

export const enum Stage {
  COLD = 0,
  COMPILED = 1,
  /** Something in it cannot be translated, or every guess failed. */
  REFUSED = 2,
}

export class Unit {
  stage: Stage = Stage.COLD;
  /** How often it was wanted while it was cold. */
  hits = 0;
  /** Guards that failed since it was compiled. */
  failures = 0;
  compilations = 0;
  /** What the locals were when it was compiled was no good guess. */
  suspicious = false;
  /** It only makes a generator: what it answers is no value of the function's code. */
  readonly makesGenerator: boolean;
  /** Handlers that were hot when it was compiled. */
  handlers: ReadonlySet<number> = new Set();
  /** Calls are written in line in it. */
  hasInlined = false;
  sites: readonly Site[] = [];
  source = '';
  refusal = '';

  constructor(
    readonly code: Address,
    /** Where it begins, in words of the code; 0: the function itself. */
    readonly offset: number,
    readonly index: number,
    public run: Run,
  ) {
    this.makesGenerator = offset === 0 && (H[(code >> 2) + C.FLAGS] & CodeFlag.GENERATOR) !== 0;
  }
}

/** All units of this worker; index 0 is none. */
export const UNITS: (Unit | undefined)[] = [undefined];

const byCode = new Map<Address, Map<number, Unit>>();

export const findUnit = (code: Address, offset: number): Unit | undefined =>
  byCode.get(code)?.get(offset);

const RECENT = 1024;
const recent: (Unit | undefined)[] = Array.from({ length: RECENT }, () => undefined);

/** The unit of a function, if it has one. */
export function functionUnit(code: Address): Unit | undefined {
  const at = (code >> 3) & (RECENT - 1);
  const known = recent[at];
  if (known !== undefined && known.code === code) return known;
  const unit = findUnit(code, 0);
  recent[at] = unit;
  return unit;
}

/** All units of a code object. */
export const unitsOf = (code: Address): Iterable<Unit> => byCode.get(code)?.values() ?? [];

/** The unit, made cold if there is none. Its code object is never freed from now on. */
export function unitAt(code: Address, offset: number, cold: Run): Unit {
  let units = byCode.get(code);
  if (units === undefined) {
    makeImmortal(code);
    units = new Map();
    byCode.set(code, units);
  }
  let unit = units.get(offset);
  if (unit === undefined) {
    unit = new Unit(code, offset, UNITS.length, cold);
    UNITS.push(unit);
    units.set(offset, unit);
  }
  return unit;
}
