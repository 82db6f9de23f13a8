// Operators on two small ints, whose words are added and multiplied as they are, with a guard on overflow.

import { BinaryOperator as B } from '../../bytecode/opcodes.ts';
import { type Entry, Kind, SMALL } from '../state.ts';
import type { Translator } from '../translator.ts';
import { guardSmall } from './guesses.ts';

/** Two small ints, the result small. False if the operator has no such form. */
export function smallOp(t: Translator, operator: B, left: Entry, right: Entry): boolean {
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
export function checkZero(t: Translator, operator: B, test: string, floats = false): void {
  if (t.isCaughtHere) t.raiseIf(test, `pendZeroDivision(${operator}, ${floats})`);
}

const isPositive = (value: Entry): boolean => value.kind === Kind.CONST && Number(value.text) > 1;
