// Methods of bytes and bytearray about letters: ASCII only, whatever the bytes may mean elsewhere.

import type { Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { boolOf } from './bool.ts';
import { viewOf } from './byteSpan.ts';
import { isByteSpace } from './bytesSearch.ts';
import { keywords, type NativeSpec, noArgs } from './natives.ts';
import { indexOf } from './protocol.ts';
import { argument } from './strArgs.ts';

type Make = (bytes: Uint8Array) => Value;

const isUpper = (byte: number): boolean => byte >= 65 && byte <= 90;
const isLower = (byte: number): boolean => byte >= 97 && byte <= 122;
const isAlpha = (byte: number): boolean => isUpper(byte) || isLower(byte);
const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
const toUpper = (byte: number): number => (isLower(byte) ? byte - 32 : byte);
const toLower = (byte: number): number => (isUpper(byte) ? byte + 32 : byte);
const swap = (byte: number): number => (isAlpha(byte) ? byte ^ 32 : byte);

function titleBytes(text: Uint8Array): Uint8Array {
  return text.map((byte, i) =>
    i > 0 && isAlpha(text[i - 1] as number) ? toLower(byte) : toUpper(byte),
  );
}

function isTitle(text: Uint8Array): boolean {
  let some = false;
  let inWord = false;
  for (const byte of text) {
    if (isUpper(byte) ? inWord : isLower(byte) && !inWord) return false;
    inWord = isAlpha(byte);
    some ||= inWord;
  }
  return some;
}

function expandTabs(text: Uint8Array, size: number): Uint8Array {
  const result: number[] = [];
  let column = 0;
  for (const byte of text) {
    if (byte === 9) {
      const spaces = size <= 0 ? 0 : size - (column % size);
      for (let i = 0; i < spaces; i++) result.push(32);
      column += spaces;
    } else {
      result.push(byte);
      column = byte === 10 || byte === 13 ? 0 : column + 1;
    }
  }
  return Uint8Array.from(result);
}

const mapping = (name: string, make: Make, map: (byte: number) => number): NativeSpec =>
  noArgs(name, (args) => make(Uint8Array.from(viewOf(H[args]), map)));

const all = (name: string, test: (byte: number) => boolean): NativeSpec =>
  noArgs(name, (args) => {
    const text = viewOf(H[args]);
    return boolOf(text.length > 0 && text.every(test));
  });

const oneCase = (
  name: string,
  wanted: (byte: number) => boolean,
  other: (byte: number) => boolean,
): NativeSpec =>
  noArgs(name, (args) => {
    const text = viewOf(H[args]);
    return boolOf(text.some(wanted) && !text.some(other));
  });

/** The methods, with results made by `make`. */
export function bytesCaseMethods(make: Make): NativeSpec[] {
  return [
    mapping('upper', make, toUpper),
    mapping('lower', make, toLower),
    mapping('swapcase', make, swap),
    noArgs('title', (args) => make(titleBytes(viewOf(H[args])))),
    noArgs('capitalize', (args) =>
      make(viewOf(H[args]).map((byte, i) => (i === 0 ? toUpper(byte) : toLower(byte)))),
    ),
    keywords('expandtabs', 0, ['tabsize'], (args) => {
      const size = argument(args, 0) === 0 ? 8 : indexOf(argument(args, 0));
      return make(expandTabs(viewOf(H[args]), size));
    }),
    all('isalpha', isAlpha),
    all('isalnum', (byte) => isAlpha(byte) || isDigit(byte)),
    all('isdigit', isDigit),
    all('isspace', isByteSpace),
    oneCase('islower', isLower, isUpper),
    oneCase('isupper', isUpper, isLower),
    noArgs('istitle', (args) => boolOf(isTitle(viewOf(H[args])))),
    noArgs('isascii', (args) => boolOf(viewOf(H[args]).every((byte) => byte < 128))),
  ];
}
