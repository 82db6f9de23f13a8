// Arithmetic. Small ints are added and multiplied as tagged words, with a guard on overflow; floats are
// doubles in JavaScript variables until somebody needs the object. What tier 1's caches have seen decides
// which of the two is written; if it was neither, or both, the general way is.

import { BinaryOperator as B, Op } from '../../bytecode/opcodes.ts';
import { T } from '../../heap/builtinTypes.ts';
import { type Entry, Kind, SMALL } from '../state.ts';
import type { Translator } from '../translator.ts';
import { generalOp } from './generalNumbers.ts';
import { bothSmall, type Guesses, guardDouble, guesses, someFloat } from './guesses.ts';
import { binaryByMethod } from './operators.ts';
import { divideProduct, waitForDivision } from './products.ts';
import { checkZero, smallOp } from './smallNumbers.ts';
import { textOp } from './textOperators.ts';
import { wideOp } from './wides.ts';

export const TRANSLATIONS = {
  [Op.BINARY_OP]: binaryOp,
  [Op.UNARY_NEGATIVE]: negative,
  [Op.UNARY_POSITIVE]: (t: Translator) => unary(t, 'positive'),
  [Op.UNARY_INVERT]: invert,
};

const plainOperator = (arg: number): B => (arg >= B.INPLACE ? arg - B.INPLACE : arg) as B;

function binaryOp(t: Translator): void {
  const operator = plainOperator(t.at.arg);
  if (t.dividedAt === t.at.offset) return divideProduct(t);
  if (wideOp(t, operator)) return;
  if (t.top().kind === Kind.WIDE || t.top(1).kind === Kind.WIDE) t.hold();
  const g = guesses(t, t.top(1), t.top());
  if (bothSmall(g) && !g.overflowed && smallOp(t, operator, t.top(1), t.top())) return;
  if (someFloat(g) && floatOp(t, operator, t.top(1), t.top(), g)) return;
  t.hold();
  const right = t.top();
  const left = t.top(1);
  if (textOp(t, operator, left, right)) return;
  if (t.at.arg === B.MULTIPLY && waitForDivision(t)) return;
  const inplace = t.at.arg >= B.INPLACE;
  const general = (l: string, r: string) =>
    `${inplace ? 'tryInplace' : 'tryBinary'}(${operator}, ${l}, ${r})`;
  if (!binaryByMethod(t, general)) generalOp(t, operator, left, right);
}

/** A square and a square root are as exact written out as they are in powDoubles. */
function power(t: Translator, g: Guesses): boolean {
  t.hold();
  const right = t.top();
  const left = t.top(1);
  const l = guardDouble(t, left, g.left);
  const r = guardDouble(t, right, g.right);
  const exponent = right.kind === Kind.OWNED || right.kind === Kind.LOCAL ? Number.NaN : Number(r);
  if (exponent === 0.5) t.exitIf(`!(${l} > 0)`, 'square root of a number that is not positive');
  else if (exponent !== 2) t.mayRaise();
  t.pop();
  t.pop();
  const written = exponent === 2 ? `${l} * ${l}` : exponent === 0.5 ? `Math.sqrt(${l})` : undefined;
  t.pushDouble(written ?? `powDoubles(${l}, ${r})`);
  releaseBoth(t, left, right);
  return true;
}

function floatOp(t: Translator, operator: B, left: Entry, right: Entry, g: Guesses): boolean {
  const sign = { [B.ADD]: '+', [B.SUBTRACT]: '-', [B.MULTIPLY]: '*', [B.TRUE_DIVIDE]: '/' }[
    operator as number
  ];
  if (operator === B.POWER) return power(t, g);
  if (sign === undefined) return false;
  const l = guardDouble(t, left, g.left);
  const r = guardDouble(t, right, g.right);
  if (
    operator === B.TRUE_DIVIDE &&
    !(Number(r) !== 0 && right.kind === Kind.DOUBLE && !Number.isNaN(Number(r)))
  ) {
    checkZero(t, operator, `${r} === 0`, true);
    t.exitIf(`${r} === 0`, 'division by zero');
  }
  t.pop();
  t.pop();
  t.pushDouble(`${l} ${sign} ${r}`);
  releaseBoth(t, left, right);
  return true;
}

/** Lets go of two operands whose guards have passed. */
function releaseBoth(t: Translator, left: Entry, right: Entry): void {
  for (const e of [left, right]) if (e.kind === Kind.OWNED) t.decref(e.text, t.factOf(e));
}

function negative(t: Translator): void {
  const value = t.top();
  const fact = t.factOf(value);
  if (fact === T.FLOAT) {
    const text = t.asDouble(value);
    t.pop();
    t.pushDouble(`-${text.startsWith('-') ? `(${text})` : text}`);
    t.release(value);
    return;
  }
  if (fact === SMALL) {
    t.exitIf(`${value.text} === -0x7fffffff`, 'overflow of a small int');
    t.pop();
    t.pushResult(`2 - ${value.text}`, SMALL);
    return;
  }
  unary(t, 'negative');
}

function invert(t: Translator): void {
  const value = t.top();
  if (t.factOf(value) !== SMALL) return unary(t, 'invert');
  t.pop();
  t.pushResult(`(~${value.text}) | 1`, SMALL);
}

function unary(t: Translator, name: string): void {
  t.mayRaise();
  const value = t.word(t.pop());
  t.pushResult(`${name}(${value.text})`);
  t.release(value);
}
