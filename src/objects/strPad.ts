// Methods of str that lay text out or translate it: center, ljust, zfill, expandtabs, translate, maketrans,
// encode, format.

import { decref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { type Address, StrLayout, TypeFlag, type Value, type WordIndex } from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { bytesFrom } from './bytes.ts';
import { dictEntries, dictGet, dictSet, newDict } from './dict.ts';
import { encodeStr } from './encode.ts';
import { builtinException } from './exceptions.ts';
import { tag } from './int.ts';
import {
  asStaticMethod,
  keywords,
  type NativeSpec,
  noArgs,
  oneArg,
  positional,
  raw,
} from './natives.ts';
import {
  hasFlag,
  indexOf,
  isInt,
  isNone,
  isStr,
  isSubtype,
  subscript,
  typeName,
} from './protocol.ts';
import { RAISED, raise, raiseObject, takePending, typeError, valueError } from './raise.ts';
import { typeOf } from './slots.ts';
import {
  cachedText,
  codeAt,
  isAscii,
  newStrOf,
  newStrOfCodes,
  strBytes,
  strData,
  strLength,
  strOfCode,
} from './str.ts';
import { argument, countArgument, describe } from './strArgs.ts';
import { copyCodes, exactStr, STR_LENGTH_MAX } from './strBuild.ts';
import { formatMap, formatMethod } from './strFormat.ts';
import { pushCodes } from './strSearch.ts';

/** `text` with that many copies of `fill` (a code point) on its sides. */
export function padStr(text: Address, left: number, right: number, fill: number): Value {
  if (left <= 0 && right <= 0) return exactStr(text);
  if (strLength(text) + left + right > STR_LENGTH_MAX) return raise('MemoryError');
  if (strBytes(text) === 1 && fill < 256) return padNarrow(text, left, right, fill);
  const codes: number[] = [];
  for (let i = 0; i < left; i++) codes.push(fill);
  pushCodes(codes, text, 0, strLength(text));
  for (let i = 0; i < right; i++) codes.push(fill);
  return newStrOfCodes(codes);
}

/** Text and fill of one byte a character; there is something to fill. */
function padNarrow(text: Address, left: number, right: number, fill: number): Value {
  const length = strLength(text);
  const total = left + length + right;
  if (total === 1) return strOfCode(fill);
  const result = newStrOf(total, 1, isAscii(text) && fill < 128);
  const data = strData(result);
  for (let i = 0; i < left; i++) U8[data + i] = fill;
  copyCodes(result, left, text, 0, length);
  for (let i = left + length; i < total; i++) U8[data + i] = fill;
  return result;
}

/** A method that pads; `leftOf` says how many of the missing characters stand on the left. */
function padding(name: string, leftOf: (missing: number, width: number) => number): NativeSpec {
  return positional(name, 1, 2, (args) => {
    const width = countArgument(argument(args, 0), 0);
    const fill = fillOf(argument(args, 1));
    const missing = width - strLength(H[args]);
    if (missing <= 0) return exactStr(H[args]);
    const left = leftOf(missing, width);
    return padStr(H[args], left, missing - left, fill);
  });
}

function fillOf(fill: Value): number {
  if (fill === 0) return 32;
  if (!isStr(fill)) {
    return typeError(`The fill character must be a unicode character, not ${typeName(fill)}`);
  }
  if (strLength(fill) !== 1) {
    return typeError('The fill character must be exactly one character long');
  }
  return codeAt(fill, 0);
}

function zfill(args: WordIndex): Value {
  const text = H[args];
  const missing = countArgument(H[args + 1], 0) - strLength(text);
  if (missing <= 0) return exactStr(text);
  if (missing > STR_LENGTH_MAX) return raise('MemoryError');
  const first = strLength(text) === 0 ? 0 : codeAt(text, 0);
  const signs = first === 43 || first === 45 ? 1 : 0;
  const codes: number[] = [];
  pushCodes(codes, text, 0, signs);
  for (let i = 0; i < missing; i++) codes.push(48);
  pushCodes(codes, text, signs, strLength(text));
  return newStrOfCodes(codes);
}

function expandtabs(args: WordIndex): Value {
  const text = H[args];
  const size = argument(args, 0) === 0 ? 8 : indexOf(argument(args, 0));
  const codes: number[] = [];
  let column = 0;
  for (let i = 0; i < strLength(text); i++) {
    const code = codeAt(text, i);
    if (code === 9) {
      const spaces = size <= 0 ? 0 : size - (column % size);
      for (let k = 0; k < spaces; k++) codes.push(32);
      column += spaces;
      continue;
    }
    codes.push(code);
    column = code === 10 || code === 13 ? 0 : column + 1;
  }
  return newStrOfCodes(codes);
}

/** `text.translate(table)`: table[code point] gives a code point, a str, or None to drop it. */
function translate(args: WordIndex): Value {
  const text = H[args];
  const codes: number[] = [];
  const length = H[(text >> 2) + StrLayout.LENGTH];
  for (let i = 0; i < length; i++) {
    const code = codeAt(text, i);
    const mapped = lookUp(H[args + 1], code);
    if (mapped === 0) {
      codes.push(code);
      continue;
    }
    try {
      pushMapped(codes, mapped);
    } finally {
      decref(mapped);
    }
  }
  return newStrOfCodes(codes);
}

/** What the table has for that character (owned); 0 if it has nothing (LookupError). */
function lookUp(table: Value, code: number): Value {
  if (typeOf(table) === T.DICT) return dictGet(table, tag(code));
  try {
    return subscript(table, tag(code));
  } catch (error) {
    if (error !== RAISED) throw error;
    const exception = takePending();
    if (!isSubtype(typeOf(exception), builtinException('LookupError'))) {
      return raiseObject(exception);
    }
    decref(exception);
    return 0;
  }
}

function pushMapped(codes: number[], mapped: Value): void {
  if (isNone(mapped)) return;
  if (isStr(mapped)) {
    pushCodes(codes, mapped, 0, strLength(mapped));
    return;
  }
  if (!isInt(mapped)) typeError('character mapping must return integer, None or str');
  const code = indexOf(mapped);
  if (code < 0 || code > 0x10ffff) valueError('character mapping must be in range(0x110000)');
  codes.push(code);
}

function maketrans(args: WordIndex, count: number): Value {
  const [from, to, drop] = [H[args], count > 1 ? H[args + 1] : 0, count > 2 ? H[args + 2] : 0];
  if (to === 0) return tableOfDict(from);
  if (!isStr(to)) return typeError(`maketrans() argument 2 must be str, not ${describe(to)}`);
  if (drop !== 0 && !isStr(drop)) {
    return typeError(`maketrans() argument 3 must be str, not ${describe(drop)}`);
  }
  if (!isStr(from)) {
    return typeError('first maketrans argument must be a string if there is a second argument');
  }
  if (strLength(from) !== strLength(to)) {
    return valueError('the first two maketrans arguments must have equal length');
  }
  const table = newDict();
  for (let i = 0; i < strLength(from); i++)
    dictSet(table, tag(codeAt(from, i)), tag(codeAt(to, i)));
  if (drop !== 0) {
    for (let i = 0; i < strLength(drop); i++) dictSet(table, tag(codeAt(drop, i)), S.NONE);
  }
  return table;
}

function tableOfDict(source: Value): Value {
  if (!hasFlag(source, TypeFlag.DICT)) {
    return typeError('if you give only one argument to maketrans it must be a dict');
  }
  const { keys, values } = dictEntries(source);
  const table = newDict();
  try {
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as Value;
      if (isStr(key)) {
        if (strLength(key) !== 1) {
          return valueError('string keys in translate table must be of length 1');
        }
        dictSet(table, tag(codeAt(key, 0)), values[i] as Value);
      } else if (isInt(key)) dictSet(table, key, values[i] as Value);
      else return typeError('keys in translate table must be strings or integers');
    }
    return table;
  } catch (error) {
    decref(table);
    throw error;
  } finally {
    for (const value of keys.concat(values)) decref(value);
  }
}

/** The encoding and errors arguments of encode and decode, with their defaults. */
export function codecArguments(args: WordIndex, method: string): [string, string] {
  const text = (index: number, name: string, fallback: string): string => {
    const value = argument(args, index);
    if (value === 0) return fallback;
    if (!isStr(value)) {
      return typeError(`${method}() argument '${name}' must be str, not ${describe(value)}`);
    }
    return cachedText(value);
  };
  return [text(0, 'encoding', 'utf-8'), text(1, 'errors', 'strict')];
}

export const PAD_METHODS: readonly NativeSpec[] = [
  // An odd space goes to the left if the width is odd.
  padding('center', (missing, width) => (missing >> 1) + (missing & width & 1)),
  padding('ljust', () => 0),
  padding('rjust', (missing) => missing),
  oneArg('zfill', zfill),
  keywords('expandtabs', 0, ['tabsize'], expandtabs),
  oneArg('translate', translate),
  asStaticMethod(positional('maketrans', 1, 3, maketrans)),
  keywords('encode', 0, ['encoding', 'errors'], (args) => {
    const isDefault = argument(args, 0) === 0 && argument(args, 1) === 0;
    if (isDefault && isAscii(H[args])) return bytesFrom(strData(H[args]), strLength(H[args]));
    const [encoding, errors] = codecArguments(args, 'encode');
    return encodeStr(H[args], encoding, errors);
  }),
  raw('format', formatMethod),
  oneArg('format_map', (args) => formatMap(H[args], H[args + 1])),
  noArgs('__sizeof__', (args) => tag(49 + strLength(H[args]))),
];
