// The ways out of generated code, as rows of a table. Where the text gives up it only says which row, and
// passes the values that are in JavaScript variables: `x = 3; x0 = d2; break exit;`. One place behind the
// body calls for all of them, and what to do is read from the row. So the text stays short, and a way out
// that is taken for the first time finds a call that V8 knows already.

import { incref } from '../executors/policy.ts';
import { Frame, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { newFloat } from '../objects/float.ts';
import { ofTwoLimbs } from '../objects/limbs.ts';
import { outOfMemory } from './operations.ts';

export const enum Way {
  /** A guard failed: tier 1 runs the instruction. */
  GUARD = 0,
  /** A backward jump, at which the unit must return or somebody wants the thread. */
  AGAIN = 1,
  /** Somebody wants the thread, behind an instruction. */
  POLL = 2,
  /** A native has put the thread into a queue; the instruction is run again. */
  BLOCKED = 3,
}

/** What a value is before it lies in the frame. */
export const enum Form {
  /** An owned word, or one that is not counted. */
  WORD = 0,
  /** A word that the frame must count. */
  BORROWED = 1,
  DOUBLE = 2,
  /** A word that is known when the text is written, and not counted. */
  CONSTANT = 3,
  COUNTED_CONSTANT = 4,
  /** Two words of an int without a sign: this value and the next. */
  WIDE = 5,
  /** A word for which there may have been no memory: then it is 0. */
  MADE = 6,
}

/** One word of the frame: where, how, and which value (an index, or the constant). */
export interface Move {
  /** Index of the word behind the frame pointer. */
  readonly at: number;
  readonly form: Form;
  readonly value: number;
}

export interface ExitRow {
  readonly way: Way;
  /** Word of the code at which the frame goes on. */
  readonly offset: number;
  /** AGAIN: the word behind the backward jump, for what is raised there. */
  readonly jump: number;
  /** Words of the frame in use, locals included. */
  readonly words: number;
  readonly moves: readonly Move[];
}

/** Makes the frame complete. Throws RAISED if there is no memory for a float. */
export function complete(
  fp: WordIndex,
  start: WordIndex,
  row: ExitRow,
  values: readonly number[],
): void {
  H[fp + Frame.IP] = start + row.offset;
  for (const { at, form, value } of row.moves) H[fp + at] = wordOf(form, value, values);
  H[fp + Frame.SP] = fp + row.words;
}

function wordOf(form: Form, value: number, values: readonly number[]): Value {
  if (form === Form.DOUBLE) return newFloat(values[value]);
  if (form === Form.WORD) return values[value];
  if (form === Form.CONSTANT) return value;
  if (form === Form.WIDE) return ofTwoLimbs(values[value], values[value + 1]);
  if (form === Form.MADE) return values[value] === 0 ? outOfMemory() : values[value];
  const word: Value = form === Form.BORROWED ? values[value] : value;
  incref(word);
  return word;
}
