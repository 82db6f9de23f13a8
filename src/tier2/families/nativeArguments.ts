// A call of a native as its translations see it: its arguments on the operand stack, taken off or guarded.

import { S, T } from '../../heap/builtinTypes.ts';
import { type Address, Header } from '../../heap/layout.ts';
import { doubts } from '../doubts.ts';
import { type Entry, entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';

export interface Call {
  readonly t: Translator;
  /** The native or type. */
  readonly target: Address;
  /** Depth of the stack below the call's operands. */
  readonly bottom: number;
  /** Arguments, self included. */
  readonly count: number;
}

/** Writes a call in line; false, with nothing written, if it does not fit. */
export type InLine = (call: Call) => boolean;

/** Argument `index` as it lies on the stack. */
export const argument = ({ t, count }: Call, index: number): Entry => t.top(count - 1 - index);

/** Takes the call's operands off the stack; the arguments are the caller's to release. */
export function take({ t, bottom, count }: Call): Entry[] {
  const args = t.state.stack.slice(t.depth - count);
  t.state.stack.length = bottom;
  return args;
}

/** A helper that may raise: `name = text(args)`; the result is pushed. */
export function helped(
  call: Call,
  text: (args: readonly string[]) => string,
  fact = UNKNOWN,
): true {
  const { t } = call;
  t.wordTop(call.count);
  t.mayRaise();
  const args = take(call);
  const name = t.temporary();
  t.emit(`${name} = ${text(args.map((e) => e.text))};`);
  t.releaseAll(args);
  t.pushOwned(name, fact);
  return true;
}

/** A helper that may run Python code, and answers 0 when it has raised. */
export function attempted(call: Call, helper: string, fact = UNKNOWN): true {
  const { t } = call;
  t.wordTop(call.count);
  t.boxLocals();
  t.mayRaise();
  const args = take(call);
  const name = t.temporary();
  t.emit(`${name} = ${helper}(${args.map((e) => e.text).join(', ')});`);
  t.checkRaised(name);
  t.releaseAll(args);
  t.pushOwned(name, fact);
  return true;
}

export const pushNone = (t: Translator): void => t.push(entry(Kind.CONST, String(S.NONE), T.NONE));

/** The run-time type of a value that is known to be no small int. */
export const typeText = (value: string): string => `H[(${value} >> 2) + ${Header.TYPE}]`;

/** The double of a number, guarded; undefined if it cannot be expected to be one. */
export function double(call: Call, index: number): string | undefined {
  const { t } = call;
  const value = argument(call, index);
  const fact = t.factOf(value);
  if (value.kind === Kind.DOUBLE || fact === T.FLOAT || fact === SMALL) return t.asDouble(value);
  if (fact !== UNKNOWN || value.kind === Kind.TRUTH || doubts.has(t.at.cache)) return undefined;
  const { text } = value;
  t.exitIf(`(${text} & 1) === 0 && ${typeText(text)} !== ${T.FLOAT}`, 'another type of number');
  return `((${text} & 1) !== 0 ? ${text} >> 1 : F64[(${text} >> 3) + 2])`;
}

/** Guards that the arguments are small ints; false if they cannot be expected to be. */
export function allSmall(call: Call): boolean {
  const { t, count } = call;
  const unsure: string[] = [];
  for (let i = 0; i < count; i++) {
    const value = argument(call, i);
    const fact = t.factOf(value);
    if (fact === SMALL) continue;
    if (fact !== UNKNOWN || !isWord(value)) return false;
    unsure.push(value.text);
  }
  if (unsure.length === 0) return true;
  if (doubts.has(t.at.cache)) return false;
  t.exitIf(`(${unsure.join(' & ')} & 1) === 0`, 'another type of int');
  for (let i = 0; i < count; i++) t.learn(argument(call, i), SMALL);
  return true;
}

export const isWord = (value: Entry): boolean =>
  value.kind !== Kind.DOUBLE && value.kind !== Kind.TRUTH;
