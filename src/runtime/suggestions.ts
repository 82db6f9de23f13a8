// "Did you mean: 'x'?" below an uncaught NameError or AttributeError: the known name that takes the
// fewest edits, if that is no more than a third of the letters (the rules of CPython 3.11's
// suggestions.c: a change of case costs 1, any other edit 2).

import { decref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import {
  type Address,
  CodeLayout as C,
  ExceptionLayout as E,
  TracebackLayout,
  type Value,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { dictEntries } from '../objects/dict.ts';
import { detailName, detailText, getDetail } from '../objects/exceptionDetails.ts';
import { builtinException } from '../objects/exceptions.ts';
import { listItems } from '../objects/list.ts';
import { isStr } from '../objects/protocol.ts';
import { RAISED, takePending } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { toJs } from '../objects/str.ts';
import { directory } from './directory.ts';
import { builtinsFor } from './runCode.ts';

const CANDIDATES_MAX = 750;
const LENGTH_MAX = 40;
const MOVE_COST = 2;
const CASE_COST = 1;

/** What to add to the message of an uncaught exception; '' if nothing comes to mind. */
export function suggestionFor(exception: Address): string {
  const type = typeOf(exception);
  const isName = type === builtinException('NameError');
  if (!isName && type !== builtinException('AttributeError')) return '';
  const name = detailText(exception, 'name');
  if (name === undefined) return '';
  const found = isName ? suggestName(exception, name) : suggestAttribute(exception, name);
  return found === undefined ? '' : `. Did you mean: '${found}'?`;
}

/** Among the locals of the frame that raised, then its globals, then the builtins. */
function suggestName(exception: Address, name: string): string | undefined {
  let traceback = H[(exception >> 2) + E.TRACEBACK];
  if (traceback === 0) return undefined;
  for (let next = traceback; next !== 0; next = H[(next >> 2) + TracebackLayout.NEXT])
    traceback = next;
  const code = H[(traceback >> 2) + TracebackLayout.CODE] >> 2;
  const locals: string[] = [];
  for (let i = 0; i < H[code + C.LOCALS_PLUS]; i++)
    locals.push(toJs(H[H[code + C.LOCAL_NAMES] + i]));
  const globals = H[(traceback >> 2) + TracebackLayout.GLOBALS];
  return (
    closest(name, locals) ??
    closest(name, keysOf(globals)) ??
    closest(name, keysOf(builtinsFor(globals)))
  );
}

function keysOf(dict: Address): string[] {
  if (typeOf(dict) !== T.DICT) return [];
  const { keys, values } = dictEntries(dict);
  const names = keys.filter(isStr).map(toJs);
  for (const value of [...keys, ...values]) decref(value);
  return names;
}

function suggestAttribute(exception: Address, name: string): string | undefined {
  const object = getDetail(exception, detailName('obj'));
  if (object === 0) return undefined;
  let names: Value = 0;
  try {
    names = directory(object);
    const items = listItems(names);
    const texts = items.filter(isStr).map(toJs);
    for (const item of items) decref(item);
    return closest(name, texts);
  } catch (error) {
    // A suggestion is no reason to fail: the object may answer dir() with an error.
    if (error !== RAISED) throw error;
    decref(takePending());
    return undefined;
  } finally {
    decref(object);
    if (names !== 0) decref(names);
  }
}

function closest(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length >= CANDIDATES_MAX) return undefined;
  let best: string | undefined;
  let bestDistance = Number.MAX_SAFE_INTEGER;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const third = Math.floor(((name.length + candidate.length + 3) * MOVE_COST) / 6);
    const most = Math.min(third, bestDistance - 1);
    const distance = editDistance(name, candidate, most);
    if (distance > most) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** Levenshtein distance with the costs above; anything above `most` comes back as `most + 1`. */
function editDistance(left: string, right: string, most: number): number {
  if (left === right) return 0;
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let endL = left.length;
  let endR = right.length;
  while (endL > start && endR > start && left[endL - 1] === right[endR - 1]) {
    endL--;
    endR--;
  }
  const a = left.slice(start, endL);
  const b = right.slice(start, endR);
  if (a.length === 0 || b.length === 0) return (a.length + b.length) * MOVE_COST;
  if (a.length > LENGTH_MAX || b.length > LENGTH_MAX) return most + 1;
  let row = Array.from(a, (_, i) => (i + 1) * MOVE_COST);
  for (let j = 0; j < b.length; j++) {
    const next: number[] = [];
    let diagonal = j * MOVE_COST;
    let side = (j + 1) * MOVE_COST;
    for (let i = 0; i < a.length; i++) {
      const above = row[i] as number;
      side = Math.min(
        diagonal + substitution(a[i] as string, b[j] as string),
        above + MOVE_COST,
        side + MOVE_COST,
      );
      diagonal = above;
      next.push(side);
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[row.length - 1] as number;
}

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}
