// @hot Methods of str that take strings apart and put them together: split, rsplit, splitlines, join, strip.

import { decref, lock, unlock } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import {
  type Address,
  Header,
  ListLayout,
  StorageLayout,
  TupleLayout,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { listFrom, listOf } from './list.ts';
import { keywords, type NativeSpec, oneArg, positional } from './natives.ts';
import { indexOf, isStr, typeName } from './protocol.ts';
import { typeError, valueError } from './raise.ts';
import { slotsOf, typeOf } from './slots.ts';
import { codeAt, strBytes, strData, strLength } from './str.ts';
import { argument, countArgument } from './strArgs.ts';
import { joinWords, substring } from './strBuild.ts';
import { findStr, rfindStr } from './strFind.ts';
import { isSpace } from './unicode.ts';

function separatorOf(args: WordIndex): Address {
  const separator = argument(args, 0);
  if (separator === 0 || separator === S.NONE) return 0;
  if (!isStr(separator)) return typeError(`must be str or None, not ${typeName(separator)}`);
  return strLength(separator) === 0 ? valueError('empty separator') : separator;
}

/** The parts found so far; nothing here runs Python code. */
let parts = new Int32Array(256);

function addPart(count: number, part: Value): number {
  if (count === parts.length) {
    const more = new Int32Array(2 * count);
    more.set(parts);
    parts = more;
  }
  parts[count] = part;
  return count + 1;
}

const listOfParts = (count: number): Value => listOf(parts, count);

function split(args: WordIndex): Value {
  const separator = separatorOf(args);
  const limit = countArgument(argument(args, 1), -1);
  const most = limit < 0 ? Infinity : limit;
  return separator === 0 ? splitBlanks(H[args], most) : splitBy(H[args], separator, most);
}

/** `text.split(separator, most)` */
export function splitBy(text: Address, separator: Address, most: number): Value {
  const length = strLength(text);
  const gap = strLength(separator);
  let count = 0;
  let from = 0;
  while (count < most) {
    const at = findStr(text, separator, from, length);
    if (at < 0) break;
    count = addPart(count, substring(text, from, at));
    from = at + gap;
  }
  return listOfParts(addPart(count, substring(text, from, length)));
}

/** `text.split(None, most)` */
export function splitBlanks(text: Address, most: number): Value {
  if (strBytes(text) === 1) return splitNarrow(text, most);
  const length = strLength(text);
  let count = 0;
  let at = 0;
  for (;;) {
    while (at < length && isSpace(codeAt(text, at))) at++;
    if (at === length) return listOfParts(count);
    if (count >= most) break;
    const from = at;
    while (at < length && !isSpace(codeAt(text, at))) at++;
    count = addPart(count, substring(text, from, at));
  }
  return listOfParts(addPart(count, substring(text, at, length)));
}

/** Latin-1 characters that are blank. */
const isBlank = (code: number): boolean =>
  code <= 32
    ? code === 32 || (code >= 9 && code <= 13) || code >= 28
    : code === 0x85 || code === 0xa0;

/** Text of one byte a character. */
function splitNarrow(text: Address, most: number): Value {
  const data = strData(text);
  const end = data + strLength(text);
  let count = 0;
  let at = data;
  for (;;) {
    while (at < end && isBlank(U8[at])) at++;
    if (at === end) return listOfParts(count);
    if (count >= most) break;
    const from = at;
    while (at < end && !isBlank(U8[at])) at++;
    count = addPart(count, substring(text, from - data, at - data));
  }
  return listOfParts(addPart(count, substring(text, at - data, end - data)));
}

function rsplit(args: WordIndex): Value {
  const separator = separatorOf(args);
  const limit = countArgument(argument(args, 1), -1);
  const most = limit < 0 ? Infinity : limit;
  const found = separator === 0 ? rsplitSpaces(H[args], most) : rsplitBy(H[args], separator, most);
  return listOf(found.reverse());
}

function rsplitBy(text: Address, separator: Address, most: number): Value[] {
  const parts: Value[] = [];
  let end = strLength(text);
  while (parts.length < most) {
    const at = rfindStr(text, separator, 0, end);
    if (at < 0) break;
    parts.push(substring(text, at + strLength(separator), end));
    end = at;
  }
  parts.push(substring(text, 0, end));
  return parts;
}

function rsplitSpaces(text: Address, most: number): Value[] {
  const parts: Value[] = [];
  let end = strLength(text);
  for (;;) {
    while (end > 0 && isSpace(codeAt(text, end - 1))) end--;
    if (end === 0) return parts;
    if (parts.length >= most) break;
    let from = end;
    while (from > 0 && !isSpace(codeAt(text, from - 1))) from--;
    parts.push(substring(text, from, end));
    end = from;
  }
  parts.push(substring(text, 0, end));
  return parts;
}

/** What ends a line: besides \n and \r the separators of Unicode and of files on paper. */
const isLineBreak = (code: number): boolean =>
  (code >= 10 && code <= 13) ||
  (code >= 0x1c && code <= 0x1e) ||
  code === 0x85 ||
  code === 0x2028 ||
  code === 0x2029;

function splitlines(args: WordIndex): Value {
  const text = H[args];
  const keep = argument(args, 0) !== 0 && indexOf(argument(args, 0)) !== 0;
  const length = strLength(text);
  let count = 0;
  let from = 0;
  while (from < length) {
    const end = lineEnd(text, from, length);
    let next = end;
    if (end < length) {
      const isPair = codeAt(text, end) === 13 && end + 1 < length && codeAt(text, end + 1) === 10;
      next = end + (isPair ? 2 : 1);
    }
    count = addPart(count, substring(text, from, keep ? next : end));
    from = next;
  }
  return listOfParts(count);
}

function lineEnd(text: Address, from: number, length: number): number {
  let end = from;
  if (strBytes(text) !== 1) {
    while (end < length && !isLineBreak(codeAt(text, end))) end++;
    return end;
  }
  const data = strData(text);
  for (; end < length; end++) {
    const code = U8[data + end];
    // Most characters are none of them at first sight.
    if ((code < 32 || code === 0x85) && isLineBreak(code)) break;
  }
  return end;
}

/** `separator.join(iterable)`. */
export function joinStr(separator: Address, iterable: Value): Value {
  const type = typeOf(iterable);
  if (type === T.TUPLE) {
    const q = iterable >> 2;
    return joinChecked(separator, q + TupleLayout.ITEMS, H[q + TupleLayout.LENGTH]);
  }
  if (type === T.LIST) {
    // Nothing in here runs Python code, so the list may stay locked meanwhile.
    lock(iterable);
    try {
      const q = iterable >> 2;
      const storage = H[q + ListLayout.STORAGE] >> 2;
      return joinChecked(separator, storage + StorageLayout.ITEMS, H[q + ListLayout.SIZE]);
    } finally {
      unlock(iterable);
    }
  }
  if (slotsOf(iterable).iterate === undefined) return typeError('can only join an iterable');
  const list = listFrom(iterable);
  try {
    return joinStr(separator, list);
  } finally {
    decref(list);
  }
}

function joinChecked(separator: Address, from: WordIndex, count: number): Value {
  for (let i = 0; i < count; i++) {
    const item = H[from + i];
    if ((item & 1) === 0 && H[(item >> 2) + Header.TYPE] === T.STR) continue;
    if (!isStr(item)) {
      return typeError(`sequence item ${i}: expected str instance, ${typeName(item)} found`);
    }
  }
  return joinWords(separator, from, count);
}

const enum Ends {
  LEFT = 1,
  RIGHT = 2,
}

function stripping(name: string, ends: number): NativeSpec {
  return positional(name, 0, 1, (args) => {
    const text = H[args];
    const set = argument(args, 0);
    if (set === 0 || set === S.NONE) return stripBlanks(text, ends);
    if (!isStr(set)) return typeError(`${name} arg must be None or str`);
    return stripSet(text, set, ends);
  });
}

/** Without the blanks at its ends: 1 for the left one, 2 for the right one, 3 for both. */
export function stripBlanks(text: Address, ends: number): Value {
  let start = 0;
  let end = strLength(text);
  if (strBytes(text) === 1) {
    const data = strData(text);
    if ((ends & Ends.LEFT) !== 0) while (start < end && isBlank(U8[data + start])) start++;
    if ((ends & Ends.RIGHT) !== 0) while (end > start && isBlank(U8[data + end - 1])) end--;
  } else {
    if ((ends & Ends.LEFT) !== 0) while (start < end && isSpace(codeAt(text, start))) start++;
    if ((ends & Ends.RIGHT) !== 0) while (end > start && isSpace(codeAt(text, end - 1))) end--;
  }
  return substring(text, start, end);
}

/** Without the characters of `set` at its ends. */
function stripSet(text: Address, set: Address, ends: number): Value {
  let start = 0;
  let end = strLength(text);
  const count = strLength(set);
  if ((ends & Ends.LEFT) !== 0) {
    while (start < end && isAmong(codeAt(text, start), set, count)) start++;
  }
  if ((ends & Ends.RIGHT) !== 0) {
    while (end > start && isAmong(codeAt(text, end - 1), set, count)) end--;
  }
  return substring(text, start, end);
}

function isAmong(code: number, set: Address, count: number): boolean {
  for (let i = 0; i < count; i++) if (codeAt(set, i) === code) return true;
  return false;
}

export const SPLIT_METHODS: readonly NativeSpec[] = [
  keywords('split', 0, ['sep', 'maxsplit'], split),
  keywords('rsplit', 0, ['sep', 'maxsplit'], rsplit),
  keywords('splitlines', 0, ['keepends'], splitlines),
  oneArg('join', (args) => joinStr(H[args], H[args + 1])),
  stripping('strip', Ends.LEFT | Ends.RIGHT),
  stripping('lstrip', Ends.LEFT),
  stripping('rstrip', Ends.RIGHT),
];
