// @hot Sorting: T. Peters' timsort, written from his description (CPython Objects/listsort.txt) with
// the merge order of J. I. Munro and S. Wild's powersort that CPython 3.11 uses. Stable; finds runs that
// are there already, extends short ones by binary insertion, merges neighbours with galloping.
//
// The sort works on rows of this isolate, never in the heap: `keys` as doubles (numbers themselves, or
// values, which are words) and `order`, the permutation in the making. Keys that are all numbers or all
// one-byte strings are compared without asking Python; small ints without keys go to the engine's own
// sort, since equal ones cannot be told apart.

import { T } from '../heap/builtinTypes.ts';
import { StrLayout, TupleLayout, type Value, type WordIndex } from '../heap/layout.ts';
import { F64, H, U8 } from '../heap/memory.ts';
import { toNumber } from './int.ts';
import { lessThan } from './protocol.ts';
import { typeOf } from './slots.ts';
import { strBytes, strCompare } from './str.ts';
import { timsort } from './timsort.ts';

export type SortOrder = 'ascending' | 'descending';
type Less = (left: number, right: number) => boolean;

const numberLess: Less = (left, right) => left < right;
const wideStrLess: Less = (left, right) => strCompare(left, right) < 0;

function latin1Less(left: number, right: number): boolean {
  const ll = H[(left >> 2) + StrLayout.LENGTH];
  const rl = H[(right >> 2) + StrLayout.LENGTH];
  const length = Math.min(ll, rl);
  const l = left + StrLayout.DATA * 4;
  const r = right + StrLayout.DATA * 4;
  for (let i = 0; i < length; i++) {
    const difference = U8[l + i] - U8[r + i];
    if (difference !== 0) return difference < 0;
  }
  return ll < rl;
}

/** Sorts `values` in place by `keys` (default: by themselves). Owns nothing; raises what `<` raises. */
export function sortValues(
  values: Value[],
  keys: readonly Value[] | undefined,
  reverse: boolean,
): void {
  const words = Int32Array.from(values);
  sortWords(
    words,
    keys === undefined ? undefined : Int32Array.from(keys),
    reverse ? 'descending' : 'ascending',
  );
  for (let i = 0; i < words.length; i++) values[i] = words[i] as Value;
}

/** As sortValues, over words; `keys` is left as it was, and so is `values` if a comparison raises. */
export function sortWords(
  values: Int32Array,
  keys: Int32Array | undefined,
  order: SortOrder,
): void {
  if (keys === undefined && sortSmallInts(values, order)) return;
  const count = values.length;
  const words = keys ?? values;
  const row = new Float64Array(count);
  const less = rowOf(words, row);
  if (less === latin1Less) {
    sortByPrefix(values, words, order, prefixOf, latin1Less);
    return;
  }
  if (less === lessThan && words.every(beginsWithNumber)) {
    sortByPrefix(values, words, order, firstNumber, lessThan);
    return;
  }
  const permuted = values.slice();
  // Stability in descending order: sort the mirror image, and mirror the result.
  if (order === 'descending') {
    row.reverse();
    permuted.reverse();
  }
  timsort(row, permuted, less);
  if (order === 'descending') permuted.reverse();
  values.set(permuted);
}

/** First characters of a one-byte string as a number, zeros behind its end: in the order of the text. */
const PREFIX_BYTES = 6;

function prefixOf(str: number): number {
  const data = str + StrLayout.DATA * 4;
  const length = H[(str >> 2) + StrLayout.LENGTH];
  let prefix = 0;
  for (let i = 0; i < PREFIX_BYTES; i++) prefix = prefix * 256 + (i < length ? U8[data + i] : 0);
  return prefix;
}

/** An exact tuple whose order a number decides, unless the first items are equal. NaN decides nothing. */
function beginsWithNumber(key: number): boolean {
  if ((key & 1) !== 0 || typeOf(key) !== T.TUPLE || H[(key >> 2) + TupleLayout.LENGTH] === 0)
    return false;
  const first = H[(key >> 2) + TupleLayout.ITEMS];
  if ((first & 1) !== 0) return true;
  return typeOf(first) === T.FLOAT && !Number.isNaN(numberOf(first));
}

function firstNumber(tuple: number): number {
  const first = H[(tuple >> 2) + TupleLayout.ITEMS];
  return (first & 1) !== 0 ? first >> 1 : numberOf(first);
}

/**
 * Sorts by keys whose order is that of a number each, and among equal numbers that of `less`: one-byte
 * strings, tuples. First by the numbers, which stay in this isolate's cache, then every group of
 * equal ones by the whole keys (200,000 random strings: 75 ms, by the text alone 146).
 */
function sortByPrefix(
  values: Int32Array,
  keys: Int32Array,
  order: SortOrder,
  prefix: (key: number) => number,
  less: Less,
): void {
  const count = values.length;
  const mirrored = order === 'descending';
  const places = new Int32Array(count);
  const row = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    places[i] = mirrored ? count - 1 - i : i;
    row[i] = prefix(keys[places[i] as number] as number);
  }
  timsort(row, places, numberLess);
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && row[to] === row[from]) to++;
    if (to - from > 1) sortGroup(places.subarray(from, to), keys, less);
    from = to;
  }
  if (mirrored) places.reverse();
  const sorted = places.map((place) => values[place] as number);
  values.set(sorted);
}

const INSERTION_MAX = 16;

/** Sorts places by the whole texts of their keys; most groups are of two or three. */
function sortGroup(group: Int32Array, keys: Int32Array, less: Less): void {
  const count = group.length;
  if (count > INSERTION_MAX) {
    const row = new Float64Array(count);
    for (let i = 0; i < count; i++) row[i] = keys[group[i] as number] as number;
    timsort(row, group, less);
    return;
  }
  for (let next = 1; next < count; next++) {
    const place = group[next] as number;
    const key = keys[place] as number;
    let i = next;
    for (; i > 0 && less(key, keys[group[i - 1] as number] as number); i--) {
      group[i] = group[i - 1] as number;
    }
    group[i] = place;
  }
}

/** Words that are sorted where they lie, without rows of their own. */
export const SHORT_MAX = 16;

/**
 * Sorts few words of the heap by insertion, if all are small ints or all one-byte strings; false, and
 * nothing moved, if not. Nobody else may know the words.
 */
export function sortShort(from: WordIndex, count: number, order: SortOrder): boolean {
  let kinds = 0;
  for (let i = 0; i < count; i++) kinds |= (H[from + i] & 1) !== 0 ? Kind.INT : kindOf(H[from + i]);
  const texts = kinds === Kind.LATIN1;
  if (!texts && (kinds !== Kind.INT || !areSmall(from, count))) return false;
  const descending = order === 'descending';
  for (let next = 1; next < count; next++) {
    const value = H[from + next];
    let i = next;
    for (; i > 0; i--) {
      const before = H[from + i - 1];
      const low = descending ? before : value;
      const high = descending ? value : before;
      if (!(texts ? latin1Less(low, high) : low < high)) break;
      H[from + i] = before;
    }
    H[from + i] = value;
  }
  return true;
}

/** Fewer than these are one run of timsort: see minimumRun. */
export const FEW_MAX = 63;

/**
 * Sorts few words of the heap by `keys` (default: by themselves), with the comparisons of timsort in
 * their order, in rows that cost nothing to make. Nobody else may know the words.
 */
export function sortFew(
  from: WordIndex,
  count: number,
  keys: readonly Value[] | undefined,
  order: SortOrder,
): void {
  const words: number[] = [];
  for (let i = 0; i < count; i++) words.push(H[from + i]);
  const row: number[] = [];
  const less = fewRow(keys ?? words, row);
  if (order === 'descending') {
    row.reverse();
    words.reverse();
  }
  insertFew(row, words, less);
  if (order === 'descending') words.reverse();
  for (let i = 0; i < count; i++) H[from + i] = words[i] as Value;
}

/** As rowOf, for an empty row. */
function fewRow(words: readonly number[], row: number[]): Less {
  const count = words.length;
  let kinds = 0;
  for (let i = 0; i < count; i++) kinds |= kindOf(words[i] as Value);
  const numbers = (kinds & ~(Kind.INT | Kind.FLOAT)) === 0;
  for (let i = 0; i < count; i++) {
    const value = words[i] as Value;
    row.push(!numbers ? value : (value & 1) !== 0 ? value >> 1 : numberOf(value));
  }
  return numbers ? numberLess : lessOf(kinds);
}

/** Finds the run at the beginning, then inserts what follows it: timsort's work on a single run. */
function insertFew(row: number[], words: number[], less: Less): void {
  const count = row.length;
  let start = 2;
  if (less(row[1] as number, row[0] as number)) {
    while (start < count && less(row[start] as number, row[start - 1] as number)) start++;
    reverseFirst(row, start);
    reverseFirst(words, start);
  } else while (start < count && !less(row[start] as number, row[start - 1] as number)) start++;
  for (let next = start; next < count; next++) {
    const key = row[next] as number;
    const word = words[next] as number;
    let left = 0;
    let right = next;
    while (left < right) {
      const middle = (left + right) >>> 1;
      if (less(key, row[middle] as number)) right = middle;
      else left = middle + 1;
    }
    for (let i = next; i > left; i--) {
      row[i] = row[i - 1] as number;
      words[i] = words[i - 1] as number;
    }
    row[left] = key;
    words[left] = word;
  }
}

function reverseFirst(row: number[], count: number): void {
  for (let i = 0, j = count - 1; i < j; i++, j--) {
    const kept = row[i] as number;
    row[i] = row[j] as number;
    row[j] = kept;
  }
}

function areSmall(from: WordIndex, count: number): boolean {
  let all = 1;
  for (let i = 0; i < count; i++) all &= H[from + i];
  return (all & 1) !== 0;
}

/** Small ints only: sorted, true. */
function sortSmallInts(values: Int32Array, order: SortOrder): boolean {
  const count = values.length;
  let all = 1;
  for (let i = 0; i < count; i++) all &= values[i] as number;
  if ((all & 1) === 0) return false;
  let ascending = 1;
  while (ascending < count && (values[ascending - 1] as number) <= (values[ascending] as number)) {
    ascending++;
  }
  if (ascending < count) values.sort();
  if (order === 'descending') values.reverse();
  return true;
}

const enum Kind {
  INT = 1,
  FLOAT = 2,
  LATIN1 = 4,
  WIDE_STR = 8,
  OTHER = 16,
}

function kindOf(value: Value): Kind {
  if ((value & 1) !== 0) return Kind.INT;
  const type = typeOf(value);
  if (type === T.FLOAT) return Kind.FLOAT;
  if (type === T.STR) return strBytes(value) === 1 ? Kind.LATIN1 : Kind.WIDE_STR;
  if (type === T.INT && Math.abs(toNumber(value)) <= Number.MAX_SAFE_INTEGER) return Kind.INT;
  return Kind.OTHER;
}

/** Fills `row` with what is compared for these keys, and returns how. */
function rowOf(words: Int32Array, row: Float64Array): Less {
  const count = words.length;
  let kinds = 0;
  for (let i = 0; i < count && kinds < Kind.OTHER; i++) kinds |= kindOf(words[i] as Value);
  if ((kinds & ~(Kind.INT | Kind.FLOAT)) === 0) {
    for (let i = 0; i < count; i++) {
      const value = words[i] as Value;
      row[i] = (value & 1) !== 0 ? value >> 1 : numberOf(value);
    }
    return numberLess;
  }
  row.set(words);
  return lessOf(kinds);
}

/** How values that are not all numbers are compared. */
function lessOf(kinds: Kind): Less {
  if (kinds === Kind.LATIN1) return latin1Less;
  return (kinds & ~(Kind.LATIN1 | Kind.WIDE_STR)) === 0 ? wideStrLess : lessThan;
}

const numberOf = (value: Value): number =>
  typeOf(value) === T.FLOAT ? (F64[(value >> 3) + 2] as number) : toNumber(value);
