// What kind of character a code point is, and its cases, as CPython 3.11 sees it (Unicode 14). Latin-1 is
// answered from a table of bits; the rest by binary search in the sets of unicodeSets.ts, which are
// decoded when first asked for.
//
// Case mappings come from JavaScript, whose Unicode is newer: a mapping from or to a character that
// Unicode 14 does not know is ignored. Final sigma is decided by the callers in strCase.ts.

import { FOLD_FULL, FOLD_RUNS, TITLE_FULL, TITLE_RUNS } from './unicodeCase.ts';
import * as sets from './unicodeSets.ts';

/** Bits of `latinBits`; and the order of SETS. */
export const enum Is {
  ALPHA = 0,
  DECIMAL = 1,
  DIGIT = 2,
  NUMERIC = 3,
  PRINTABLE = 4,
  SPACE = 5,
  LOWER = 6,
  UPPER = 7,
  TITLE = 8,
  ID_START = 9,
  ID_CONTINUE = 10,
}

const TEXTS = [
  sets.ALPHA,
  sets.DECIMAL,
  sets.DIGIT,
  sets.NUMERIC,
  sets.PRINTABLE,
  sets.SPACE,
  sets.LOWER,
  sets.UPPER,
  sets.TITLE,
  sets.ID_START,
  sets.ID_CONTINUE,
];
const decoded: (Int32Array | undefined)[] = TEXTS.map(() => undefined);

function boundaries(property: Is): Int32Array {
  let set = decoded[property];
  if (set === undefined) {
    let last = 0;
    set = Int32Array.from((TEXTS[property] as string).split(' '), (delta) => {
      last += Number.parseInt(delta, 36);
      return last;
    });
    decoded[property] = set;
  }
  return set;
}

function search(property: Is, code: number): boolean {
  const set = boundaries(property);
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((set[middle] as number) <= code) low = middle + 1;
    else high = middle;
  }
  return (low & 1) === 1;
}

const latinBits = new Uint16Array(256);
for (let property: Is = 0; property <= Is.ID_CONTINUE; property++) markLatin(property);

/** Reads the beginning of a set only: the whole of all sets would take as long as the rest of start-up's JavaScript. */
function markLatin(property: Is): void {
  const text = TEXTS[property] as string;
  let inside = false;
  let code = 0;
  for (let at = 0; code < 256; inside = !inside) {
    const end = text.indexOf(' ', at);
    const next = end < 0 ? 256 : code + Number.parseInt(text.slice(at, end), 36);
    for (; code < next && code < 256; code++) {
      if (inside) latinBits[code] = (latinBits[code] as number) | (1 << property);
    }
    at = end + 1;
  }
}

/** Whether the character has that property. */
export function has(property: Is, code: number): boolean {
  return code < 256
    ? ((latinBits[code] as number) & (1 << property)) !== 0
    : search(property, code);
}

export const isSpace = (code: number): boolean => has(Is.SPACE, code);
export const isAlnum = (code: number): boolean => has(Is.ALPHA, code) || has(Is.NUMERIC, code);
/** Upper, lower or title case. */
export const isCased = (code: number): boolean =>
  has(Is.LOWER, code) || has(Is.UPPER, code) || has(Is.TITLE, code);

/** `chr(code)`, for any code point. */
export const charOf = (code: number): string => String.fromCodePoint(code);

function guarded(code: number, mapped: string): string {
  return isCased(code) && has(Is.PRINTABLE, mapped.codePointAt(0) as number)
    ? mapped
    : charOf(code);
}

/** The character in upper case: one to three characters. */
export const upperOf = (code: number): string => guarded(code, charOf(code).toUpperCase());
/** The character in lower case, as if it stood alone. */
export const lowerOf = (code: number): string => guarded(code, charOf(code).toLowerCase());
export const titleOf = (code: number): string => lookup(titles(), code) ?? upperOf(code);
export const foldOf = (code: number): string => lookup(folds(), code) ?? lowerOf(code);

type Mapping = ReadonlyMap<number, string>;
let titleMap: Mapping | undefined;
let foldMap: Mapping | undefined;
const titles = (): Mapping => (titleMap ??= readMapping(TITLE_RUNS, TITLE_FULL));
const folds = (): Mapping => (foldMap ??= readMapping(FOLD_RUNS, FOLD_FULL));
const lookup = (mapping: Mapping, code: number): string | undefined => mapping.get(code);

function readMapping(runs: string, full: string): Mapping {
  const mapping = new Map<number, string>();
  for (const run of runs.split(' ')) {
    const [first, count, distance] = run.split(':') as [string, string, string];
    for (let i = 0; i < Number.parseInt(count, 36); i++) {
      const code = Number.parseInt(first, 36) + i;
      mapping.set(code, charOf(code + Number(distance)));
    }
  }
  for (const entry of full.split(' ')) {
    const [code, characters] = entry.split(':') as [string, string];
    const codes = characters.split(',').map((c) => Number.parseInt(c, 36));
    mapping.set(Number.parseInt(code, 36), String.fromCodePoint(...codes));
  }
  return mapping;
}

/** Case-ignorable (Unicode 3.13): looked through when deciding whether a sigma is final. */
export const isCaseIgnorable = (code: number): boolean => /\p{Case_Ignorable}/u.test(charOf(code));

/**
 * The value of a decimal digit of any script, or -1: digits stand in rows of ten from zero to nine, so
 * it is the distance from the start of the boundary interval, modulo ten.
 */
export function decimalValue(code: number): number {
  if (code < 128) return code >= 48 && code <= 57 ? code - 48 : -1;
  if (!has(Is.DECIMAL, code)) return -1;
  const set = boundaries(Is.DECIMAL);
  let i = 0;
  while (i + 2 < set.length && (set[i + 2] as number) <= code) i += 2;
  return (code - (set[i] as number)) % 10;
}
