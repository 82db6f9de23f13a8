// Natives of numbers in line: abs, min and max, conversions, functions of `math`. What would overflow or has
// no finite result is left to the library, which knows the errors.

import { T } from '../../heap/builtinTypes.ts';
import { Thread } from '../../heap/layout.ts';
import { doubts } from '../doubts.ts';
import { Raised } from '../raised.ts';
import { type Entry, entry, Kind, SMALL } from '../state.ts';
import {
  allSmall,
  argument,
  attempted,
  type Call,
  double,
  helped,
  type InLine,
  isWord,
  take,
} from './nativeArguments.ts';

function abs(call: Call): boolean {
  const { t } = call;
  const value = argument(call, 0);
  const fact = t.factOf(value);
  if (fact === T.FLOAT) return mathFunction('Math.abs')(call);
  if (fact !== SMALL) return false;
  t.exitIf(`${value.text} === -0x7fffffff`, 'overflow of a small int');
  take(call);
  const name = t.temporary();
  t.emit(`${name} = ${value.text} < 0 ? 2 - ${value.text} : ${value.text};`);
  t.pushOwned(name, SMALL);
  return true;
}

function extreme(sign: '<' | '>'): InLine {
  return (call) => {
    const { t } = call;
    const [a, b] = [argument(call, 0), argument(call, 1)];
    const facts = [t.factOf(a), t.factOf(b)];
    if (facts.every((fact) => fact === T.FLOAT)) {
      const left = t.asDouble(a);
      const right = t.asDouble(b);
      take(call);
      t.pushDouble(`${right} ${sign} ${left} ? ${right} : ${left}`);
      t.releaseAll([a, b]);
      return true;
    }
    if (facts.includes(SMALL) && allSmall(call)) {
      take(call);
      t.pushResult(`${b.text} ${sign} ${a.text} ? ${b.text} : ${a.text}`, SMALL);
      return true;
    }
    return helped(call, ([l, r]) => {
      const both = `(${l} & ${r} & 1) !== 0`;
      return `${both} ? (${r} ${sign} ${l} ? ${r} : ${l}) : ${sign === '<' ? 'minOf' : 'maxOf'}(${l}, ${r})`;
    });
  };
}

function intOf(call: Call): boolean {
  const { t } = call;
  const value = argument(call, 0);
  const fact = t.factOf(value);
  if (fact === SMALL) {
    const args = take(call);
    t.push(args[0] as Entry);
    return true;
  }
  if (fact === T.FLOAT) return whole('Math.trunc')(call);
  if (!isWord(value)) return false;
  return attempted(call, 'tryInt');
}

/** floor, ceil, trunc of a double, where that is a small int. */
function whole(name: string): InLine {
  return (call) => {
    const { t } = call;
    const x = doubts.has(t.at.cache) ? undefined : double(call, 0);
    if (x === undefined) return false;
    const result = t.temporary();
    t.emit(`${result} = smallOfDouble(${name === 'Math.trunc' ? x : `${name}(${x})`});`);
    t.exitIf(`${result} === 0`, 'another size of number');
    t.releaseAll(take(call));
    t.pushOwned(result, SMALL);
    return true;
  };
}

function floatOf(call: Call): boolean {
  const { t } = call;
  const value = argument(call, 0);
  const fact = t.factOf(value);
  if (value.kind !== Kind.DOUBLE && fact !== SMALL && fact !== T.FLOAT) {
    if (!isWord(value)) return false;
    t.boxLocals();
    t.mayRaise();
    const result = t.variable(`f${t.nextNumber()}`, '0.5');
    t.emit(`${result} = tryDouble(${value.text});`);
    take(call);
    t.emit(`if (${result} !== ${result} && H[T + ${Thread.PENDING}] !== 0) {`);
    t.emitAll(t.raisedLines(Raised.HERE));
    t.emit('}');
    t.release(value);
    t.push(entry(Kind.DOUBLE, result, T.FLOAT));
    return true;
  }
  const x = t.asDouble(value);
  take(call);
  t.pushDouble(x);
  t.release(value);
  return true;
}

/** A function of doubles; what has no finite result is left to the library, which knows the errors. */
function mathFunction(name: string): InLine {
  return (call) => {
    const { t, count } = call;
    if (doubts.has(t.at.cache)) return false;
    const xs: string[] = [];
    for (let i = 0; i < count; i++) {
      const x = double(call, i);
      if (x === undefined) return false;
      xs.push(x);
    }
    const result = t.variable(`f${t.nextNumber()}`, '0.5');
    t.emit(`${result} = ${name}(${xs.join(', ')});`);
    if (name !== 'Math.abs') t.exitIf(`!(${result} - ${result} === 0)`, 'another range of numbers');
    t.releaseAll(take(call));
    t.push(entry(Kind.DOUBLE, result, T.FLOAT));
    return true;
  };
}

const reals = (names: readonly string[]): Record<string, InLine> =>
  Object.fromEntries(names.map((name) => [`math.${name}/1`, mathFunction(`Math.${name}`)]));

/** By name and number of arguments; see IN_LINE. */
export const NUMBERS: Readonly<Record<string, InLine>> = {
  'builtins.abs/1': abs,
  'builtins.min/2': extreme('<'),
  'builtins.max/2': extreme('>'),
  'type:int/1': intOf,
  'type:float/1': floatOf,
  ...reals(['sqrt', 'sin', 'cos', 'tan', 'atan', 'exp']),
  'math.fabs/1': mathFunction('Math.abs'),
  'math.floor/1': whole('Math.floor'),
  'math.ceil/1': whole('Math.ceil'),
  'math.trunc/1': whole('Math.trunc'),
};
