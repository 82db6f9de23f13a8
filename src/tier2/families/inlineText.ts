// Methods of str in line: each is one call of the function that does the work, without the words in the heap
// that a native's arguments take. Arguments must be exact strings; a guard that fails leaves the call to
// the general way from then on.

import { T } from '../../heap/builtinTypes.ts';
import { doubts } from '../doubts.ts';
import { entry, Kind, SMALL, UNKNOWN } from '../state.ts';
import {
  argument,
  type Call,
  helped,
  type InLine,
  isWord,
  take,
  typeText,
} from './nativeArguments.ts';

type Text = (args: readonly string[]) => string;

/** All arguments are exact strings, guarded where that is not known; false if they cannot be expected to be. */
function allStrings(call: Call): boolean {
  const { t, count } = call;
  if (t.factOf(argument(call, 0)) !== T.STR) return false;
  const unsure: number[] = [];
  for (let i = 0; i < count; i++) {
    const value = argument(call, i);
    const fact = t.factOf(value);
    if (fact === T.STR) continue;
    if (fact !== UNKNOWN || !isWord(value) || doubts.has(t.at.cache)) return false;
    unsure.push(i);
  }
  for (const i of unsure) {
    const { text } = argument(call, i);
    t.exitIf(`(${text} & 1) !== 0 || ${typeText(text)} !== ${T.STR}`, 'another type of text');
    t.learn(argument(call, i), T.STR);
  }
  return true;
}

/** A method whose result is an object. */
const giving =
  (fact: number, text: Text): InLine =>
  (call) =>
    allStrings(call) && helped(call, text, fact);

/** A method whose result is a truth value. */
const asking =
  (text: Text): InLine =>
  (call) => {
    if (!allStrings(call)) return false;
    const { t } = call;
    const args = take(call);
    const name = t.variable(`b${t.nextNumber()}`, 'false');
    t.emit(`${name} = ${text(args.map((e) => e.text))};`);
    t.releaseAll(args);
    t.push(entry(Kind.TRUTH, name, T.BOOL));
    return true;
  };

/** `separator.join(iterable)`, which may run Python code. */
function join(call: Call): boolean {
  const { t } = call;
  if (t.factOf(argument(call, 0)) !== T.STR || !isWord(argument(call, 1))) return false;
  t.boxLocals();
  return helped(call, ([separator, parts]) => `joinStr(${separator}, ${parts})`, T.STR);
}

/** By name and number of arguments; see IN_LINE. */
export const TEXTS: Readonly<Record<string, InLine>> = {
  'str.join/2': join,
  'str.strip/1': giving(T.STR, ([s]) => `stripBlanks(${s}, 3)`),
  'str.lstrip/1': giving(T.STR, ([s]) => `stripBlanks(${s}, 1)`),
  'str.rstrip/1': giving(T.STR, ([s]) => `stripBlanks(${s}, 2)`),
  'str.split/1': giving(T.LIST, ([s]) => `splitBlanks(${s}, Infinity)`),
  'str.split/2': giving(T.LIST, ([s, gap]) => `splitText(${s}, ${gap})`),
  'str.replace/3': giving(T.STR, ([s, old, fresh]) => `replaceStr(${s}, ${old}, ${fresh}, -1)`),
  'str.partition/2': giving(T.TUPLE, ([s, gap]) => `partitionStr(${s}, ${gap})`),
  'str.lower/1': giving(T.STR, ([s]) => `lowerStr(${s})`),
  'str.upper/1': giving(T.STR, ([s]) => `upperStr(${s})`),
  'str.find/2': giving(SMALL, ([s, part]) => `findText(${s}, ${part})`),
  'str.count/2': giving(SMALL, ([s, part]) => `countText(${s}, ${part})`),
  'str.startswith/2': asking(([s, part]) => `startsWith(${s}, ${part})`),
  'str.endswith/2': asking(([s, part]) => `endsWith(${s}, ${part})`),
};
