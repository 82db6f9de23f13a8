// The module `_json`: the way that most JSON takes. Reading well-formed text without hooks, and writing
// plain data with the default settings. Whatever is not that (an error, a hook, an instance of a class, too
// deep a nesting) is answered NotImplemented and done again by json.py, which knows all rules and messages.
// No Python code runs in here, so that the reader's place may stand in variables of this module.

import { decref } from '../../executors/policy.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import { type Address, TupleLayout, type Value } from '../../heap/layout.ts';
import { H, U8 } from '../../heap/memory.ts';
import { defineModule } from '../../objects/define.ts';
import { dictEntries, dictSet, newDict } from '../../objects/dict.ts';
import { floatValue, newFloat } from '../../objects/float.ts';
import { floatRepr } from '../../objects/floatRepr.ts';
import { newInt } from '../../objects/int.ts';
import { listAppendSteal, listItems, newList } from '../../objects/list.ts';
import { oneArg } from '../../objects/natives.ts';
import { strJs } from '../../objects/protocol.ts';
import { typeOf } from '../../objects/slots.ts';
import {
  codeAt,
  newStr,
  newStrOfCodes,
  strBytes,
  strData,
  strLength,
  toJs,
} from '../../objects/str.ts';
import { substring } from '../../objects/strBuild.ts';

/** Deeper nesting is left to json.py, which raises RecursionError where CPython does. */
const DEPTH_MAX = 200;

let text: Address = 0;
let data = 0;
let narrow = true;
let at = 0;
let end = 0;

const code = (index: number): number => (narrow ? U8[data + index] : codeAt(text, index));

function skipSpace(): number {
  for (; at < end; at++) {
    const c = code(at);
    if (c !== 32 && c !== 10 && c !== 13 && c !== 9) return c;
  }
  return 0;
}

/** Native `read(text)`: the value, or NotImplemented. */
function read(str: Value): Value {
  if (typeOf(str) !== T.STR) return S.NOT_IMPLEMENTED;
  text = str;
  data = strData(str);
  narrow = strBytes(str) === 1;
  at = 0;
  end = strLength(str);
  const value = readValue(0);
  if (value === 0) return S.NOT_IMPLEMENTED;
  skipSpace();
  if (at === end) return value;
  decref(value);
  return S.NOT_IMPLEMENTED;
}

/** The value at the present place, owned; 0 if this is for json.py. */
function readValue(depth: number): Value {
  switch (skipSpace()) {
    case 34:
      return readString();
    case 91:
      return depth < DEPTH_MAX ? readList(depth + 1) : 0;
    case 123:
      return depth < DEPTH_MAX ? readDict(depth + 1) : 0;
    case 110:
      return readWord('null') ? S.NONE : 0;
    case 116:
      return readWord('true') ? S.TRUE : 0;
    case 102:
      return readWord('false') ? S.FALSE : 0;
    default:
      return readNumber();
  }
}

function readWord(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    if (at + i >= end || code(at + i) !== word.charCodeAt(i)) return false;
  }
  at += word.length;
  return true;
}

function readList(depth: number): Value {
  const list = newList(0);
  at++;
  if (skipSpace() === 93) {
    at++;
    return list;
  }
  for (;;) {
    const value = readValue(depth);
    if (value === 0) break;
    listAppendSteal(list, value);
    const c = skipSpace();
    at++;
    if (c === 93) return list;
    if (c !== 44) break;
  }
  decref(list);
  return 0;
}

function readDict(depth: number): Value {
  const dict = newDict();
  at++;
  if (skipSpace() === 125) {
    at++;
    return dict;
  }
  while (readPair(dict, depth)) {
    const c = skipSpace();
    at++;
    if (c === 125) return dict;
    if (c !== 44) break;
  }
  decref(dict);
  return 0;
}

function readPair(dict: Address, depth: number): boolean {
  if (skipSpace() !== 34) return false;
  const key = readString();
  if (key === 0) return false;
  const colon = skipSpace();
  at++;
  const value = colon === 58 ? readValue(depth) : 0;
  if (value !== 0) {
    dictSet(dict, key, value);
    decref(value);
  }
  decref(key);
  return value !== 0;
}

function readString(): Value {
  const from = at + 1;
  for (let i = from; i < end; i++) {
    const c = code(i);
    if (c === 34) {
      at = i + 1;
      return substring(text, from, i);
    }
    if (c === 92) return readEscaped(from);
    if (c < 32) return 0;
  }
  return 0;
}

const ESCAPES: Readonly<Record<number, number>> = {
  34: 34,
  92: 92,
  47: 47,
  98: 8,
  102: 12,
  110: 10,
  114: 13,
  116: 9,
};

function readEscaped(from: number): Value {
  const codes: number[] = [];
  for (let i = from; i < end; i++) {
    const c = code(i);
    if (c === 34) {
      at = i + 1;
      return newStrOfCodes(codes);
    }
    if (c < 32) return 0;
    if (c !== 92) {
      codes.push(c);
      continue;
    }
    const mark = i + 1 < end ? code(++i) : 0;
    if (mark !== 117) {
      const plain = ESCAPES[mark];
      if (plain === undefined) return 0;
      codes.push(plain);
      continue;
    }
    const unit = hex4(i + 1);
    if (unit < 0) return 0;
    i += 4;
    const high = codes[codes.length - 1] ?? 0;
    const paired = pairedAt === codes.length && high >= 0xd800 && high <= 0xdbff;
    if (paired && unit >= 0xdc00 && unit <= 0xdfff) {
      codes[codes.length - 1] = 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00);
      pairedAt = -1;
    } else {
      codes.push(unit);
      // A low surrogate joins only what stood directly before it as an escape.
      pairedAt = i + 2 < end && code(i + 1) === 92 && code(i + 2) === 117 ? codes.length : -1;
    }
  }
  return 0;
}

/** Number of codes after which the escape that follows directly may be the low half of a pair. */
let pairedAt = -1;

function hex4(from: number): number {
  let unit = 0;
  if (from + 4 > end) return -1;
  for (let i = from; i < from + 4; i++) {
    const c = code(i) | 32;
    const digit = c >= 48 && c <= 57 ? c - 48 : c >= 97 && c <= 102 ? c - 87 : -1;
    if (digit < 0 || code(i) < 48) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

const isDigit = (index: number): boolean => index < end && code(index) >= 48 && code(index) <= 57;

function readNumber(): Value {
  const from = at;
  let i = code(from) === 45 ? from + 1 : from;
  if (!isDigit(i)) return 0;
  if (code(i) === 48) i++;
  else while (isDigit(i)) i++;
  let whole = true;
  if (i < end && code(i) === 46 && isDigit(i + 1)) {
    whole = false;
    for (i++; isDigit(i); ) i++;
  }
  if (i < end && (code(i) | 32) === 101) {
    const sign = i + 1 < end && (code(i + 1) === 43 || code(i + 1) === 45) ? 1 : 0;
    if (isDigit(i + 1 + sign)) {
      whole = false;
      for (i += 1 + sign; isDigit(i); ) i++;
    }
  }
  // Long ints are rare, and may be too long.
  if (whole && i - from > 15) return 0;
  let digits = '';
  for (let k = from; k < i; k++) digits += String.fromCharCode(code(k));
  at = i;
  return whole ? newInt(Number(digits)) : newFloat(Number(digits));
}

/** Native `write(value)`: the text, or NotImplemented. */
function write(value: Value): Value {
  const written = textOf(value, 0);
  return written === undefined ? S.NOT_IMPLEMENTED : newStr(written);
}

/** JSON of a value of an exact builtin type; undefined if this is for json.py. */
function textOf(value: Value, depth: number): string | undefined {
  if ((value & 1) !== 0) return String(value >> 1);
  if (value === S.NONE) return 'null';
  if (value === S.TRUE) return 'true';
  if (value === S.FALSE) return 'false';
  if (depth > DEPTH_MAX) return undefined;
  switch (typeOf(value)) {
    case T.STR:
      return quoted(toJs(value));
    case T.FLOAT:
      return floatText(floatValue(value));
    case T.INT:
      return strJs(value);
    case T.LIST:
      return textOfItems(listItems(value), depth);
    case T.TUPLE:
      return textOfTuple(value, depth);
    case T.DICT:
      return textOfDict(value, depth);
    default:
      return undefined;
  }
}

function floatText(x: number): string {
  if (Number.isFinite(x)) return floatRepr(x);
  return Number.isNaN(x) ? 'NaN' : x > 0 ? 'Infinity' : '-Infinity';
}

/** The items are owned and released. */
function textOfItems(items: readonly Value[], depth: number): string | undefined {
  let result: string | undefined = '';
  try {
    for (let i = 0; i < items.length; i++) {
      const item = textOf(items[i] as Value, depth + 1);
      if (item === undefined) return undefined;
      result += i === 0 ? item : `, ${item}`;
    }
    return `[${result}]`;
  } finally {
    for (const item of items) decref(item);
  }
}

function textOfTuple(tuple: Address, depth: number): string | undefined {
  let result = '';
  const length = H[(tuple >> 2) + TupleLayout.LENGTH];
  for (let i = 0; i < length; i++) {
    const item = textOf(H[(tuple >> 2) + TupleLayout.ITEMS + i], depth + 1);
    if (item === undefined) return undefined;
    result += i === 0 ? item : `, ${item}`;
  }
  return `[${result}]`;
}

function textOfDict(dict: Address, depth: number): string | undefined {
  const { keys, values } = dictEntries(dict);
  let result = '';
  try {
    for (let i = 0; i < keys.length; i++) {
      const key = keyText(keys[i] as Value);
      const value = key === undefined ? undefined : textOf(values[i] as Value, depth + 1);
      if (value === undefined) return undefined;
      result += i === 0 ? `${key}: ${value}` : `, ${key}: ${value}`;
    }
    return `{${result}}`;
  } finally {
    for (const key of keys) decref(key);
    for (const value of values) decref(value);
  }
}

function keyText(key: Value): string | undefined {
  if ((key & 1) === 0 && typeOf(key) === T.STR) return quoted(toJs(key));
  const isScalar =
    (key & 1) !== 0 || key === S.NONE || key === S.TRUE || key === S.FALSE || isNumber(key);
  return isScalar ? `"${textOf(key, 0)}"` : undefined;
}

const isNumber = (key: Value): boolean => typeOf(key) === T.INT || typeOf(key) === T.FLOAT;

/** What has to be escaped with ensure_ascii. */
const SPECIAL = /[^ !#-[\]-~]/;
const SPECIALS = /[^ !#-[\]-~]/g;
const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** JavaScript's UTF-16 units are just what ensure_ascii writes. */
function quoted(string: string): string {
  if (!SPECIAL.test(string)) return `"${string}"`;
  const escaped = string.replace(
    SPECIALS,
    (c) => SHORT[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}

defineModule({
  name: '_json',
  functions: [oneArg('read', (args) => read(H[args])), oneArg('write', (args) => write(H[args]))],
});
