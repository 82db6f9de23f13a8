// What may be assumed of the operands of arithmetic and comparisons, by what is known of them and by what
// tier 1's inline caches have seen, and the guards that make it certain.

import { T } from '../../heap/builtinTypes.ts';
import { Header, TypeLayout } from '../../heap/layout.ts';
import { IC, OperandBit } from '../../runtime/inlineCaches.ts';
import { doubts } from '../doubts.ts';
import { type Entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';

/** What may be assumed of an operand: a small int, a float, either, or nothing. */
const enum Guess {
  SMALL,
  FLOAT,
  NUMBER,
  ANY,
}

/** `seen` are the three bits that tier 1 keeps for the operand: small, float, other. */
function guess(fact: number, seen: number): Guess {
  if (fact === SMALL) return Guess.SMALL;
  if (fact === T.FLOAT) return Guess.FLOAT;
  if (fact !== UNKNOWN) return Guess.ANY;
  switch (seen) {
    case 0:
    case OperandBit.SMALL:
      return Guess.SMALL;
    case OperandBit.FLOAT:
      return Guess.FLOAT;
    case OperandBit.SMALL | OperandBit.FLOAT:
      return Guess.NUMBER;
    default:
      return Guess.ANY;
  }
}

export interface Guesses {
  readonly left: Guess;
  readonly right: Guess;
  readonly overflowed: boolean;
}

export function guesses(t: Translator, left: Entry, right: Entry): Guesses {
  const seen = IC[t.at.cache] as number;
  if ((seen & OperandBit.FAILED) !== 0) {
    return { left: Guess.ANY, right: Guess.ANY, overflowed: true };
  }
  return {
    left: guess(t.factOf(left), seen & OperandBit.MASK),
    right: guess(t.factOf(right), (seen >> OperandBit.RIGHT_SHIFT) & OperandBit.MASK),
    overflowed: (seen & OperandBit.OVERFLOW) !== 0,
  };
}

export const bothSmall = (g: Guesses): boolean => g.left === Guess.SMALL && g.right === Guess.SMALL;
/** At least one is a float and the other a number. */
export const someFloat = (g: Guesses): boolean =>
  g.left !== Guess.ANY &&
  g.right !== Guess.ANY &&
  (g.left === Guess.FLOAT || g.right === Guess.FLOAT);

/** Guards that the operands are small ints. */
export function guardSmall(t: Translator, left: Entry, right: Entry): void {
  const unsure = [left, right].filter((e) => t.factOf(e) !== SMALL).map((e) => e.text);
  if (unsure.length === 0) return;
  t.exitIf(`(${unsure.join(' & ')} & 1) === 0`, 'not a small int');
  for (const e of [left, right]) if (t.factOf(e) !== SMALL) t.learn(e, SMALL);
}

/** The operand's double, guarded. */
export function guardDouble(t: Translator, value: Entry, guessed: Guess): string {
  const fact = t.factOf(value);
  if (value.kind === Kind.DOUBLE || fact === T.FLOAT || fact === SMALL) return t.asDouble(value);
  const { text } = value;
  const isFloat = `H[(${text} >> 2) + ${Header.TYPE}] === ${T.FLOAT}`;
  if (guessed === Guess.FLOAT) {
    t.exitIf(`(${text} & 1) !== 0 || !(${isFloat})`, 'not a float');
    t.learn(value, T.FLOAT);
    return `F64[(${text} >> 3) + 2]`;
  }
  if (guessed === Guess.SMALL) {
    t.exitIf(`(${text} & 1) === 0`, 'not a small int');
    t.learn(value, SMALL);
    return `(${text} >> 1)`;
  }
  t.exitIf(`(${text} & 1) === 0 && !(${isFloat})`, 'not a number');
  return `((${text} & 1) !== 0 ? ${text} >> 1 : F64[(${text} >> 3) + 2])`;
}

/** Both operands have been strings here each time, or are known to be. */
export function expectStrings(t: Translator, left: Entry, right: Entry): boolean {
  const facts = [t.factOf(left), t.factOf(right)];
  if (facts.some((fact) => fact !== UNKNOWN && fact !== T.STR)) return false;
  if ([left, right].some((e) => e.kind === Kind.DOUBLE || e.kind === Kind.TRUTH)) return false;
  if (facts.every((fact) => fact === T.STR)) return true;
  const { cache } = t.at;
  if (doubts.has(cache)) return false;
  const bits = IC[cache] as number;
  const strings = OperandBit.OTHER | (OperandBit.OTHER << OperandBit.RIGHT_SHIFT);
  const seen = OperandBit.MASK | (OperandBit.MASK << OperandBit.RIGHT_SHIFT);
  return (bits & seen) === strings && IC[cache + 1] === T.STR && IC[cache + 2] === T.STR;
}

/** Guards that both are strings. */
export function guardStrings(t: Translator, left: Entry, right: Entry): void {
  for (const value of [left, right]) {
    if (t.factOf(value) === T.STR) continue;
    const { text } = value;
    t.exitIf(
      `(${text} & 1) !== 0 || H[(${text} >> 2) + ${Header.TYPE}] !== ${T.STR}`,
      'not a string',
    );
    t.learn(value, T.STR);
  }
}

/** A test that the object's type is as it was when the cache was filled. */
export const hasVersion = (object: string, version: number): string =>
  `(${object} & 1) === 0 && H[(H[(${object} >> 2) + ${Header.TYPE}] >> 2) + ${TypeLayout.VERSION}] === ${version}`;
