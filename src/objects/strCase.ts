// Methods of str about case and kinds of characters: upper, title, casefold, isalpha, isidentifier, ...
// ASCII text, the common case, is mapped byte by byte in the heap; the rest by code points (unicode.ts).

import { S } from '../heap/builtinTypes.ts';
import type { Address, Value } from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { boolOf } from './bool.ts';
import { type NativeSpec, noArgs } from './natives.ts';
import { codeAt, isAscii, newStrOf, newStrOfCodes, strData, strLength } from './str.ts';
import {
  foldOf,
  has,
  Is,
  isAlnum,
  isCased,
  isCaseIgnorable,
  isSpace,
  lowerOf,
  titleOf,
  upperOf,
} from './unicode.ts';

const SIGMA = 0x3a3;
const FINAL_SIGMA = 0x3c2;

/** What becomes of ASCII characters: bit 5 is set for lower case, cleared for upper case. */
type AsciiCase = 'upper' | 'lower';

function mapAscii(str: Address, to: AsciiCase): Value {
  const length = strLength(str);
  if (length <= 1) {
    if (length === 0) return S.EMPTY_STR;
    return newStrOfCodes([asciiTo(codeAt(str, 0), to)]);
  }
  const result = newStrOf(length, 1, true);
  const source = strData(str);
  const target = strData(result);
  const first = to === 'upper' ? 97 : 65;
  for (let i = 0; i < length; i++) {
    const c = U8[source + i];
    U8[target + i] = c >= first && c < first + 26 ? c ^ 32 : c;
  }
  return result;
}

/** What becomes of words of ASCII letters. */
type WordCase = 'swap' | 'title' | 'capitalize';

function turnAscii(str: Address, way: WordCase): Value {
  const length = strLength(str);
  if (length === 0) return S.EMPTY_STR;
  const result = length === 1 ? 0 : newStrOf(length, 1, true);
  const source = strData(str);
  const target = strData(result);
  let inWord = false;
  for (let i = 0; i < length; i++) {
    let c = U8[source + i];
    const letter = c | 32;
    const isLetter = letter >= 97 && letter <= 122;
    if (isLetter) c = (way === 'swap' ? (c & 32) !== 0 : !inWord) ? letter ^ 32 : letter;
    if (length === 1) return S.CHARACTERS + 32 * c;
    U8[target + i] = c;
    inWord = isLetter || way === 'capitalize';
  }
  return result;
}

function asciiTo(code: number, to: AsciiCase): number {
  const first = to === 'upper' ? 97 : 65;
  return code >= first && code < first + 26 ? code ^ 32 : code;
}

/** The string with each character mapped; `map` gets the characters and an index. */
function mapCodes(str: Address, map: (codes: number[], index: number) => string): Value {
  const codes: number[] = [];
  for (let i = 0; i < strLength(str); i++) codes.push(codeAt(str, i));
  const result: number[] = [];
  for (let i = 0; i < codes.length; i++) {
    const mapped = map(codes, i);
    for (let k = 0; k < mapped.length; k++) {
      const code = mapped.codePointAt(k) as number;
      if (code > 0xffff) k++;
      result.push(code);
    }
  }
  return newStrOfCodes(result);
}

/** Lower case in context: a capital sigma at the end of a word becomes a final one (Unicode 3.13). */
function lowerAt(codes: number[], index: number): string {
  const code = codes[index] as number;
  if (code !== SIGMA) return lowerOf(code);
  let before = index - 1;
  while (before >= 0 && isCaseIgnorable(codes[before] as number)) before--;
  if (before < 0 || !isCased(codes[before] as number)) return lowerOf(code);
  let after = index + 1;
  while (after < codes.length && isCaseIgnorable(codes[after] as number)) after++;
  return after < codes.length && isCased(codes[after] as number)
    ? lowerOf(code)
    : String.fromCharCode(FINAL_SIGMA);
}

const upperAt = (codes: number[], index: number): string => upperOf(codes[index] as number);

/** `str.lower()`. */
export const lowerStr = (str: Address): Value =>
  isAscii(str) ? mapAscii(str, 'lower') : mapCodes(str, lowerAt);

/** `str.upper()`. */
export const upperStr = (str: Address): Value =>
  isAscii(str) ? mapAscii(str, 'upper') : mapCodes(str, upperAt);

function swapAt(codes: number[], index: number): string {
  const code = codes[index] as number;
  if (has(Is.UPPER, code)) return lowerAt(codes, index);
  return has(Is.LOWER, code) ? upperOf(code) : String.fromCodePoint(code);
}

function titleAt(codes: number[], index: number): string {
  const inWord = index > 0 && isCased(codes[index - 1] as number);
  return inWord ? lowerAt(codes, index) : titleOf(codes[index] as number);
}

const capitalizeAt = (codes: number[], index: number): string =>
  index === 0 ? titleOf(codes[0] as number) : lowerAt(codes, index);

const foldAt = (codes: number[], index: number): string => foldOf(codes[index] as number);

const turned = (str: Address, way: WordCase, at: typeof titleAt): Value =>
  isAscii(str) ? turnAscii(str, way) : mapCodes(str, at);

/** A method that is true if the string is not empty and all characters pass. */
const all = (name: string, test: (code: number) => boolean): NativeSpec =>
  noArgs(name, (args) => {
    const str = H[args];
    const length = strLength(str);
    for (let i = 0; i < length; i++) if (!test(codeAt(str, i))) return S.FALSE;
    return boolOf(length !== 0);
  });

/** islower and isupper: some character is of that case, none of another. */
const oneCase = (name: string, wanted: Is, other: Is): NativeSpec =>
  noArgs(name, (args) => {
    const str = H[args];
    let some = false;
    for (let i = 0; i < strLength(str); i++) {
      const code = codeAt(str, i);
      if (has(other, code) || has(Is.TITLE, code)) return S.FALSE;
      if (has(wanted, code)) some = true;
    }
    return boolOf(some);
  });

function isTitle(str: Address): boolean {
  let some = false;
  let inWord = false;
  for (let i = 0; i < strLength(str); i++) {
    const code = codeAt(str, i);
    if (has(Is.UPPER, code) || has(Is.TITLE, code)) {
      if (inWord) return false;
      inWord = true;
      some = true;
    } else if (has(Is.LOWER, code)) {
      if (!inWord) return false;
      some = true;
    } else inWord = false;
  }
  return some;
}

/** `str.isidentifier()`. */
export function isIdentifier(str: Address): boolean {
  const length = strLength(str);
  if (length === 0 || !has(Is.ID_START, codeAt(str, 0))) return false;
  for (let i = 1; i < length; i++) if (!has(Is.ID_CONTINUE, codeAt(str, i))) return false;
  return true;
}

function isPrintable(str: Address): boolean {
  for (let i = 0; i < strLength(str); i++) if (!has(Is.PRINTABLE, codeAt(str, i))) return false;
  return true;
}

export const CASE_METHODS: readonly NativeSpec[] = [
  noArgs('lower', (args) => lowerStr(H[args])),
  noArgs('upper', (args) => upperStr(H[args])),
  noArgs('swapcase', (args) => turned(H[args], 'swap', swapAt)),
  noArgs('title', (args) => turned(H[args], 'title', titleAt)),
  noArgs('capitalize', (args) => turned(H[args], 'capitalize', capitalizeAt)),
  noArgs('casefold', (args) =>
    isAscii(H[args]) ? mapAscii(H[args], 'lower') : mapCodes(H[args], foldAt),
  ),
  all('isalpha', (code) => has(Is.ALPHA, code)),
  all('isalnum', isAlnum),
  all('isdecimal', (code) => has(Is.DECIMAL, code)),
  all('isdigit', (code) => has(Is.DIGIT, code)),
  all('isnumeric', (code) => has(Is.NUMERIC, code)),
  all('isspace', isSpace),
  oneCase('islower', Is.LOWER, Is.UPPER),
  oneCase('isupper', Is.UPPER, Is.LOWER),
  noArgs('istitle', (args) => boolOf(isTitle(H[args]))),
  noArgs('isascii', (args) => boolOf(isAscii(H[args]))),
  noArgs('isidentifier', (args) => boolOf(isIdentifier(H[args]))),
  noArgs('isprintable', (args) => boolOf(isPrintable(H[args]))),
];
