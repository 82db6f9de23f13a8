// Arithmetic. Small ints are added and multiplied as tagged words, with a guard on overflow; floats are
// doubles in JavaScript variables until somebody needs the object. What tier 1's caches have seen decides
// which of the two is written; if it was neither, or both, the general way is.

import { BinaryOperator as B, Op } from '../../bytecode/opcodes.ts';
import { T } from '../../heap/builtinTypes.ts';
import { Header } from '../../heap/layout.ts';
import { Raised } from '../raised.ts';
import { type Entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import {
  bothSmall,
  expectStrings,
  type Guesses,
  guardDouble,
  guardSmall,
  guardStrings,
  guesses,
  someFloat,
} from './guesses.ts';
import { binaryByMethod } from './operators.ts';
import { wideOp } from './wides.ts';

export const TRANSLATIONS = {
  [Op.BINARY_OP]: binaryOp,
  [Op.UNARY_NEGATIVE]: negative,
  [Op.UNARY_POSITIVE]: (t: Translator) => unary(t, 'positive'),
  [Op.UNARY_INVERT]: invert,
};

/** Lets go of two operands whose guards have passed. */
function releaseBoth(t: Translator, left: Entry, right: Entry): void {
  for (const e of [left, right]) if (e.kind === Kind.OWNED) t.decref(e.text, t.factOf(e));
}

const plainOperator = (arg: number): B => (arg >= B.INPLACE ? arg - B.INPLACE : arg) as B;

function binaryOp(t: Translator): void {
  const operator = plainOperator(t.at.arg);
  if (wideOp(t, operator)) return;
  if (t.top().kind === Kind.WIDE || t.top(1).kind === Kind.WIDE) t.hold();
  const g = guesses(t, t.top(1), t.top());
  if (bothSmall(g) && !g.overflowed && smallOp(t, operator, t.top(1), t.top())) return;
  if (someFloat(g) && floatOp(t, operator, t.top(1), t.top(), g)) return;
  t.hold();
  const right = t.top();
  const left = t.top(1);
  if (textOp(t, operator, left, right)) return;
  const inplace = t.at.arg >= B.INPLACE;
  const general = (l: string, r: string) =>
    `${inplace ? 'tryInplace' : 'tryBinary'}(${operator}, ${l}, ${r})`;
  if (!binaryByMethod(t, general)) generalOp(t, operator, left, right);
}

/** Two small ints, the result small. False if the operator has no such form. */
function smallOp(t: Translator, operator: B, left: Entry, right: Entry): boolean {
  const l = left.text;
  const r = right.text;
  const result = () => {
    t.pop();
    t.pop();
  };
  const give = (expression: string) => {
    result();
    t.pushResult(expression, SMALL);
  };
  switch (operator) {
    case B.ADD:
    case B.SUBTRACT: {
      guardSmall(t, left, right);
      const add = operator === B.ADD;
      const name = t.temporary();
      if (right.kind === Kind.CONST) {
        // Adding a constant overflows in one direction only.
        const n = Number(r) - 1;
        const plus = add ? n : -n;
        t.emit(`${name} = (${l} + ${plus < 0 ? `(${plus})` : plus}) | 0;`);
        t.exitIf(plus >= 0 ? `${name} < ${l}` : `${name} > ${l}`, 'overflow of a small int');
      } else if (add) {
        t.emit(`${name} = (${l} + ${r} - 1) | 0;`);
        t.exitIf(`((${l} ^ ${name}) & (${r} ^ ${name})) < 0`, 'overflow of a small int');
      } else {
        t.emit(`${name} = (${l} - ${r} + 1) | 0;`);
        t.exitIf(`((${l} ^ ${r}) & (${l} ^ ${name})) < 0`, 'overflow of a small int');
      }
      result();
      t.pushOwned(name, SMALL);
      return true;
    }
    case B.MULTIPLY: {
      guardSmall(t, left, right);
      const name = t.variable(`m${t.nextNumber()}`, '0');
      t.emit(`${name} = (${l} >> 1) * (${r} >> 1);`);
      t.exitIf(`${name} < -0x40000000 || ${name} > 0x3fffffff`, 'overflow of a small int');
      give(`(${name} << 1) | 1`);
      return true;
    }
    case B.FLOOR_DIVIDE:
      guardSmall(t, left, right);
      if (!isPositive(right)) {
        checkZero(t, operator, `${r} === 1`);
        t.exitIf(`${r} <= 1`, 'divisor not positive');
      }
      give(`(Math.floor((${l} >> 1) / (${r} >> 1)) << 1) | 1`);
      return true;
    case B.REMAINDER: {
      guardSmall(t, left, right);
      if (!isPositive(right)) {
        checkZero(t, operator, `${r} === 1`);
        t.exitIf(`${r} <= 1`, 'divisor not positive');
      }
      const name = t.variable(`m${t.nextNumber()}`, '0');
      t.emit(`${name} = (${l} >> 1) % (${r} >> 1);`);
      t.emit(`if (${name} < 0) ${name} = (${name} + (${r} >> 1)) | 0;`);
      give(`(${name} << 1) | 1`);
      return true;
    }
    case B.TRUE_DIVIDE:
      guardSmall(t, left, right);
      if (!isPositive(right)) {
        checkZero(t, operator, `${r} === 1`);
        t.exitIf(`${r} === 1`, 'division by zero');
      }
      result();
      t.pushDouble(`(${l} >> 1) / (${r} >> 1)`);
      return true;
    case B.AND:
      guardSmall(t, left, right);
      give(`${l} & ${r}`);
      return true;
    case B.OR:
      guardSmall(t, left, right);
      give(`${l} | ${r}`);
      return true;
    case B.XOR:
      guardSmall(t, left, right);
      give(`(${l} ^ ${r}) | 1`);
      return true;
    case B.RSHIFT:
      guardSmall(t, left, right);
      t.exitIf(`${r} < 0 || ${r} >= 64`, 'shift count');
      give(`((${l} >> 1) >> (${r} >> 1) << 1) | 1`);
      return true;
    case B.LSHIFT: {
      guardSmall(t, left, right);
      t.exitIf(`${r} < 0 || ${r} >= 62`, 'shift count');
      const name = t.variable(`m${t.nextNumber()}`, '0');
      t.emit(`${name} = (${l} >> 1) * (1 << (${r} >> 1));`);
      t.exitIf(`${name} < -0x40000000 || ${name} > 0x3fffffff`, 'overflow of a small int');
      give(`(${name} << 1) | 1`);
      return true;
    }
    default:
      return false;
  }
}

/** Where division by zero is caught it is expected: it is no wrong guess, and raised without leaving. */
function checkZero(t: Translator, operator: B, test: string, floats = false): void {
  if (t.isCaughtHere) t.raiseIf(test, `pendZeroDivision(${operator}, ${floats})`);
}

const isPositive = (value: Entry): boolean => value.kind === Kind.CONST && Number(value.text) > 1;

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

/** Two strings joined, or a template filled in. False if it is nothing of the kind. */
function textOp(t: Translator, operator: B, left: Entry, right: Entry): boolean {
  if (operator === B.ADD && expectStrings(t, left, right)) {
    guardStrings(t, left, right);
    t.mayRaise();
    t.pop();
    t.pop();
    const name = t.temporary();
    if (t.at.arg >= B.INPLACE && right.text !== left.text && giveLocal(t, left, name)) {
      t.emit(`${name} = appendOwned(${name}, ${right.text});`);
      t.release(right);
    } else {
      t.emit(`${name} = concatStr(${left.text}, ${right.text});`);
      t.releaseAll([left, right]);
    }
    t.pushOwned(name, T.STR);
    return true;
  }
  if (t.factOf(left) !== T.STR) return false;
  if (operator === B.MULTIPLY && t.factOf(right) === SMALL) {
    t.mayRaise();
    t.pop();
    t.pop();
    const name = t.temporary();
    t.emit(`${name} = repeat(${left.text}, ${right.text} >> 1);`);
    t.release(left);
    t.pushOwned(name, T.STR);
    return true;
  }
  if (operator !== B.REMAINDER) return false;
  t.wordTop(1);
  t.mayRaise();
  const value = t.pop();
  t.pop();
  const name = t.temporary();
  t.emit(`${name} = remainderOfText(${left.text}, ${value.text});`);
  t.releaseAll([left, value]);
  t.pushOwned(name);
  return true;
}

/**
 * Moves the reference of the local that `left` is into a variable, if the next instruction stores into that
 * local: the store finds it empty.
 */
function giveLocal(t: Translator, left: Entry, name: string): boolean {
  const next = t.following;
  const target =
    next?.op === Op.STORE_FAST
      ? next.arg
      : next?.op === Op.STORE_FAST_LOAD_FAST
        ? next.arg >>> 12
        : -1;
  if (left.kind !== Kind.LOCAL || left.local !== target) return false;
  t.emit(`${t.local(target)} = 0;`);
  t.emit(`${name} = ${left.text};`);
  t.emit(`${left.text} = 0;`);
  const local = t.state.locals[target];
  if (local !== undefined) t.state.locals[target] = { ...local, bound: false };
  return true;
}

/** Anything: small ints in line where that is likely, the operator's protocol else. */
function generalOp(t: Translator, operator: B, first: Entry, second: Entry): void {
  const inplace = t.at.arg >= B.INPLACE;
  const lines = t.raising();
  const name = t.temporary();
  t.pop();
  t.pop();
  const left = t.word(first);
  const right = t.word(second);
  const l = left.text;
  const r = right.text;
  const quick = QUICK[operator]?.(l, r, name);
  const maybeSmall = [first, second].every((e) => {
    const fact = t.factOf(e);
    return fact === UNKNOWN || fact === SMALL;
  });
  if (quick !== undefined && maybeSmall) {
    t.emit(`if ((${l} & ${r} & 1) !== 0 && ${quick.test}) ${name} = ${quick.result};`);
    t.emit('else {');
  } else t.emit('{');
  t.emitAll(lines);
  if (operator === B.FLOOR_DIVIDE || operator === B.REMAINDER || operator === B.TRUE_DIVIDE) {
    t.emit(`  if (dividesByZero(${operator}, ${l}, ${r})) {`);
    t.emitAll(t.raisedLines(Raised.HERE), '    ');
    t.emit('  }');
  }
  const ints = INTS[operator];
  const maybeInts = [first, second].every((e) => {
    const fact = t.factOf(e);
    return fact === UNKNOWN || fact === SMALL || fact === T.INT;
  });
  if (ints !== undefined && maybeInts) {
    const isInt = (e: Entry) =>
      t.factOf(e) === SMALL || t.factOf(e) === T.INT
        ? 'true'
        : `((${e.text} & 1) !== 0 || H[(${e.text} >> 2) + ${Header.TYPE}] === ${T.INT})`;
    t.emit(`  if (${isInt(left)} && ${isInt(right)}) {`);
    t.emit(`    ${name} = ${ints}(${l}, ${r});`);
    t.emitAll(
      t.aside(() => {
        t.release(left);
        t.release(right);
      }),
      '    ',
    );
    t.emit('  } else {');
  } else t.emit('  {');
  if (operator === B.ADD && inplace) appendOrAdd(t, left, right, name);
  else {
    const call = inplace
      ? `tryInplace(${operator}, ${l}, ${r})`
      : `tryBinary(${operator}, ${l}, ${r})`;
    const text = operator === B.ADD ? `bothStrings(${l}, ${r}) ? concatStr(${l}, ${r}) : ` : '';
    t.emit(`  ${name} = ${text}${call};`);
    t.checkRaised(name, '  ');
    t.emitAll(
      t.aside(() => {
        t.release(left);
        t.release(right);
      }),
    );
  }
  t.emit('  }');
  t.emit('}');
  t.pushOwned(name);
}

/** `s += t` where the next instruction stores into the local that holds s: the string may grow in place. */
function appendOrAdd(t: Translator, left: Entry, right: Entry, name: string): void {
  const next = t.following;
  const target =
    next?.op === Op.STORE_FAST
      ? next.arg
      : next?.op === Op.STORE_FAST_LOAD_FAST
        ? next.arg >>> 12
        : -1;
  if (left.kind === Kind.LOCAL && left.local === target && right.text !== left.text) {
    // The local's own reference goes into the operation; the store finds the local empty.
    t.emit(`  if (bothStrings(${left.text}, ${right.text})) {`);
    t.emit(`    ${t.local(target)} = 0;`);
    t.emit(`    ${name} = ${left.text};`);
    t.emit(`    ${left.text} = 0;`);
    t.emit(`    ${name} = appendOwned(${name}, ${right.text});`);
    t.emit('  } else {');
    t.emit(`    ${name} = tryInplace(${B.ADD}, ${left.text}, ${right.text});`);
    t.checkRaised(name, '    ');
    t.emit('  }');
    const local = t.state.locals[target];
    if (local !== undefined) t.state.locals[target] = { ...local, bound: false };
  } else {
    t.emit(`  ${name} = tryInplace(${B.ADD}, ${left.text}, ${right.text});`);
    t.checkRaised(name, '  ');
  }
  t.emitAll(
    t.aside(() => {
      t.release(left);
      t.release(right);
    }),
  );
}

/** The functions of intArithmetic.ts for two ints, which need no look at the types' slots. */
const INTS: Partial<Record<B, string>> = {
  [B.ADD]: 'addInts',
  [B.SUBTRACT]: 'subtractInts',
  [B.MULTIPLY]: 'multiplyInts',
  [B.FLOOR_DIVIDE]: 'floorDivideInts',
  [B.REMAINDER]: 'remainderInts',
  [B.LSHIFT]: 'shiftLeft',
  [B.RSHIFT]: 'shiftRight',
  [B.AND]: 'andInts',
  [B.OR]: 'orInts',
  [B.XOR]: 'xorInts',
};

/** Operations on two small ints that a general instruction does in line. */
const QUICK: Partial<
  Record<B, (l: string, r: string, name: string) => { test: string; result: string }>
> = {
  [B.ADD]: (l, r, name) => ({
    test: `(${name} = (${l} + ${r} - 1) | 0, ((${l} ^ ${name}) & (${r} ^ ${name})) >= 0)`,
    result: name,
  }),
  [B.SUBTRACT]: (l, r, name) => ({
    test: `(${name} = (${l} - ${r} + 1) | 0, ((${l} ^ ${r}) & (${l} ^ ${name})) >= 0)`,
    result: name,
  }),
  [B.AND]: (l, r) => ({ test: 'true', result: `${l} & ${r}` }),
  [B.OR]: (l, r) => ({ test: 'true', result: `${l} | ${r}` }),
  [B.XOR]: (l, r) => ({ test: 'true', result: `(${l} ^ ${r}) | 1` }),
  [B.REMAINDER]: (l, r) => ({
    test: `${l} > 0 && ${r} > 1`,
    result: `(((${l} >> 1) % (${r} >> 1)) << 1) | 1`,
  }),
  [B.FLOOR_DIVIDE]: (l, r) => ({
    test: `${r} > 1`,
    result: `(Math.floor((${l} >> 1) / (${r} >> 1)) << 1) | 1`,
  }),
  [B.RSHIFT]: (l, r) => ({
    test: `${r} > 0 && ${r} < 64`,
    result: `((${l} >> 1) >> (${r} >> 1) << 1) | 1`,
  }),
};

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
