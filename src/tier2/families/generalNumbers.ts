// An operator on operands of which little is known: small ints in line where they are likely, two ints of
// any size by the functions for them, the operator's protocol else.

import { BinaryOperator as B } from '../../bytecode/opcodes.ts';
import { T } from '../../heap/builtinTypes.ts';
import { Header } from '../../heap/layout.ts';
import { Raised } from '../raised.ts';
import { type Entry, SMALL, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';
import { appendOrAdd } from './textOperators.ts';

/** Anything: small ints in line where that is likely, the operator's protocol else. */
export function generalOp(t: Translator, operator: B, first: Entry, second: Entry): void {
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
