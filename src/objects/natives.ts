// Functions written here that Python code can call: the table NATIVES, and the rules by which their
// arguments are checked before they run. A native gets its arguments as words in H, positional, with 0
// for an optional one that was not given; it returns an owned value and raises by raise.ts:
// it throws, or answers 0 after `pend`.
//
// A native that would block returns BLOCKED after it has set the thread's wait words (runtime/waiting.ts);
// it is called again with the same arguments when the thread goes on.

import type { Value, WordIndex } from '../heap/layout.ts';

/**
 * args: word index of the first argument (self for methods); count: how many there are, always at
 * least `max` slots readable (0 where absent) for 'positional' and 'keywords'.
 */
export type NativeFunction = (args: WordIndex, count: number) => Value;

/** Gets the call unchecked, keyword names included: for print, type, dict and the like. */
export type RawFunction = (args: WordIndex, count: number, kwNames: Value) => Value;

export type Convention =
  | 'none' // no argument: "f() takes no arguments (1 given)"
  | 'one' // exactly one: "f() takes exactly one argument (2 given)"
  | 'positional' // between min and max positional ones: "f expected at least 1 argument, got 0"
  | 'keywords' // positional or by the names in `parameters`
  | 'raw';

export interface Native {
  readonly name: string;
  readonly convention: Convention;
  /** Not counting self. */
  readonly min: number;
  readonly max: number; // Infinity: any number
  /** Names for 'keywords'; a leading '/' in a name makes it positional-only, a leading '*' keyword-only. */
  readonly parameters: readonly string[];
  readonly run: NativeFunction | RawFunction;
  /** 1 for methods: args[0] is self and is not counted. */
  readonly selfCount: 0 | 1;
  readonly doc: string;
  /** A call without names, with min up to so many arguments, needs no more checks; -1: it always does. */
  readonly quickMax: number;
}

/** Result of a native that must wait: not a value (see Thread.WAIT_KIND). */
export const BLOCKED = 6;

export const NATIVES: Native[] = [];

/** Adds a native and returns its id, equal in every isolate because the order of modules is. */
export function registerNative(native: Omit<Native, 'quickMax'>): number {
  const { name, convention, min, max, parameters, run, selfCount, doc } = native;
  const keywordOnly = parameters.findIndex((p) => p.startsWith('*'));
  const isQuick = convention !== 'raw' && max <= QUICK_ARGUMENTS_MAX;
  const quickMax = !isQuick ? -1 : keywordOnly < 0 ? max : keywordOnly;
  // One literal, so that all natives have one hidden class.
  NATIVES.push({ name, convention, min, max, parameters, run, selfCount, doc, quickMax });
  return NATIVES.length - 1;
}

/** Absent arguments up to this many are filled in on the caller's stack (Frame.SLACK). */
const QUICK_ARGUMENTS_MAX = 12;

export interface NativeSpec {
  readonly name: string;
  readonly convention: Convention;
  readonly min: number;
  readonly max: number;
  readonly parameters: readonly string[];
  readonly run: NativeFunction | RawFunction;
  readonly doc: string;
  readonly kind: 'function' | 'method' | 'classmethod' | 'staticmethod';
}

const spec = (
  name: string,
  convention: Convention,
  min: number,
  max: number,
  run: NativeFunction | RawFunction,
  parameters: readonly string[] = [],
): NativeSpec => ({ name, convention, min, max, run, parameters, doc: '', kind: 'method' });

/** A function or method without arguments (but self). */
export const noArgs = (name: string, run: NativeFunction) => spec(name, 'none', 0, 0, run);
/** A function or method with exactly one argument. */
export const oneArg = (name: string, run: NativeFunction) => spec(name, 'one', 1, 1, run);
/** Positional arguments only, from min to max of them. */
export const positional = (name: string, min: number, max: number, run: NativeFunction) =>
  spec(name, 'positional', min, max, run);
/** Arguments by position or name; the first `min` are required. */
export const keywords = (
  name: string,
  min: number,
  parameters: readonly string[],
  run: NativeFunction,
) => spec(name, 'keywords', min, parameters.length, run, parameters);
/** No checks at all. */
export const raw = (name: string, run: RawFunction) => spec(name, 'raw', 0, Infinity, run);

export const asClassMethod = (native: NativeSpec): NativeSpec => ({
  ...native,
  kind: 'classmethod',
});
export const asStaticMethod = (native: NativeSpec): NativeSpec => ({
  ...native,
  kind: 'staticmethod',
});
