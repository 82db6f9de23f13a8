// What the translator knows at a point of the program: where each value of the operand stack is, what is
// known of its type, and how each local is kept. Nothing here has a run-time counterpart: the heap's
// frame is made complete ("settled") wherever tier 1 or another thread may look at it.

import { T } from '../heap/builtinTypes.ts';
import { type Address, Header, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';

/** What is known of a value's type: nothing, a small int, or the address of its exact type. */
export type Fact = number;
export const UNKNOWN: Fact = 0;
export const SMALL: Fact = 1;

export const factOf = (value: Value): Fact =>
  (value & 1) !== 0 ? SMALL : value === 0 ? UNKNOWN : H[(value >> 2) + Header.TYPE];

export const enum Kind {
  /** The empty self slot below a callable. */
  NULL,
  /** A constant of the code, borrowed from it; `text` is its word. */
  CONST,
  /** A local, borrowed: it is counted only where it must outlive the local's value. */
  LOCAL,
  /** Owned, in a JavaScript variable. */
  OWNED,
  /**
   * Read from a container and, where AccessSource.uncounted says so, not counted: good until anything runs
   * that may let go of it. `hold` makes it owned in front of such an instruction.
   */
  PEEKED,
  /** A double in a JavaScript variable or literal, not (yet) a float object. */
  DOUBLE,
  /** An int below 2**64, not negative, not (yet) an object: its words are in `text` and `high`. */
  WIDE,
  /** A truth value in a JavaScript variable, not (yet) True or False. */
  TRUTH,
}

/** A value of the operand stack. */
export interface Entry {
  readonly kind: Kind;
  /** JavaScript expression without effects. */
  readonly text: string;
  readonly fact: Fact;
  /** LOCAL, and DOUBLE read from an unboxed local: which one; else -1. */
  readonly local: number;
  /** OWNED: the stack slot whose heap word holds the value too; -1 if none does. */
  readonly slot: number;
  /** The function object that this value must be, 0 if unknown. */
  readonly fn: Address;
  /** WIDE: the upper word. */
  readonly high?: string;
  /** WIDE, where the words are the value modulo 2**64 only: an expression for all of it, owned. */
  readonly exact?: string;
  /** Python functions that this value may be, where several types have come along. */
  readonly fns?: readonly Address[];
  /** It stands for `super()` in a method whose first argument it is; only LOAD_ATTR follows. */
  readonly isSuper?: boolean;
  /** The second value of a pair that UNPACK_SEQUENCE, which comes next, takes apart: there is no tuple. */
  readonly pair?: Entry;
}

export const entry = (kind: Kind, text: string, fact: Fact, more: Partial<Entry> = {}): Entry => ({
  kind,
  text,
  fact,
  local: -1,
  slot: -1,
  fn: 0,
  ...more,
});

/** How a local is kept. */
export interface Local {
  /** Its double is in `d<i>` and its word in the heap is 0; else its word is in `l<i>` and in the heap. */
  readonly unboxed: boolean;
  readonly fact: Fact;
  /** It is known to hold a value. */
  readonly bound: boolean;
  /** An argument of a call written in line, which its caller owns as long as there is no frame. */
  readonly borrowed?: boolean;
}

export interface State {
  stack: Entry[];
  locals: Local[];
}

export const copyState = (state: State): State => ({
  stack: [...state.stack],
  locals: [...state.locals],
});

/** What is known where two ways meet. A float may be kept unboxed if one side keeps it so. */
export function meetLocals(a: Local, b: Local): Local {
  const bound = a.bound && b.bound;
  if (a.unboxed || b.unboxed) {
    // What is borrowed is never stored to, so it is the same on both sides.
    const floats = a.fact === T.FLOAT && b.fact === T.FLOAT && bound;
    return floats
      ? { unboxed: true, fact: T.FLOAT, bound }
      : { unboxed: false, fact: UNKNOWN, bound };
  }
  const borrowed = a.borrowed === true && b.borrowed === true;
  const met = { unboxed: false, fact: a.fact === b.fact ? a.fact : UNKNOWN, bound };
  return borrowed ? { ...met, borrowed } : met;
}

/** On a merge every value of the stack is owned, in the variable of its slot and in the heap. */
export function meetEntries(a: Entry, b: Entry, slot: number): Entry {
  if (a.kind === Kind.NULL && b.kind === Kind.NULL) return a;
  const fact = a.fact === b.fact ? a.fact : UNKNOWN;
  return entry(Kind.OWNED, `s${slot}`, fact, { slot, fn: a.fn === b.fn ? a.fn : 0 });
}

export const merged = (state: State): State => ({
  stack: state.stack.map((e, i) => meetEntries(e, e, i)),
  locals: [...state.locals],
});

export const meetStates = (a: State, b: State): State => ({
  stack: a.stack.map((e, i) => meetEntries(e, b.stack[i] as Entry, i)),
  locals: a.locals.map((local, i) => meetLocals(local, b.locals[i] as Local)),
});

export function sameState(a: State, b: State): boolean {
  return (
    a.stack.length === b.stack.length &&
    a.stack.every((e, i) => {
      const other = b.stack[i] as Entry;
      return (
        e.kind === other.kind && e.text === other.text && e.fact === other.fact && e.fn === other.fn
      );
    }) &&
    a.locals.every((local, i) => {
      const other = b.locals[i] as Local;
      return (
        local.unboxed === other.unboxed && local.fact === other.fact && local.bound === other.bound
      );
    })
  );
}
