// @hot How a number or a text is written into scratch.ts: what a format spec ('>8.2f') or a specifier of %
// formatting ('%05d') says, compiled to numbers once. Only what is common has a form; a spec that is
// wrong for the value, or rare, is left to numberFormat.ts and percentNumber.ts, which know the errors.

import { T } from '../heap/builtinTypes.ts';
import { Header, StrKind, StrLayout, type Value } from '../heap/layout.ts';
import { F64, H, U8 } from '../heap/memory.ts';
import { putFixed, putGeneral, putScientific, putWhole } from './decimalBytes.ts';
import { floatRepr } from './floatRepr.ts';
import { exactDouble } from './intArithmetic.ts';
import { NOT_HERE, putJs, putStr, SCRATCH_BYTES, TEXT } from './scratch.ts';

/** What is written. */
export const enum Style {
  /** Nothing here: the general way. */
  NONE,
  /** `str()` of ints, floats and strings; no type in the spec. */
  PLAIN,
  DECIMAL,
  HEX,
  HEX_UPPER,
  OCTAL,
  BINARY,
  FIXED,
  SCIENTIFIC,
  SCIENTIFIC_UPPER,
  GENERAL,
  GENERAL_UPPER,
  PERCENT,
  TEXT,
}

export const enum Code {
  NONE = 0,
  BLANK = 32,
  PLUS = 43,
  COMMA = 44,
  MINUS = 45,
  ZERO = 48,
  LEFT = 60, // <
  INSIDE = 61, // =
  RIGHT = 62, // >
  CENTER = 94, // ^
}

export interface Form {
  readonly style: Style;
  readonly width: number;
  readonly precision: number;
  /** Code of a character below 128. */
  readonly fill: number;
  /** Code.NONE: numbers to the right, text to the left. */
  readonly align: number;
  /** What stands in front of a number that is not negative: Code.PLUS, Code.BLANK or Code.NONE. */
  readonly sign: number;
  /** Between groups of three digits, or Code.NONE. */
  readonly grouping: number;
  /** printf: %d of a float cuts it, and so on; such values go the general way. */
  readonly isPercent: boolean;
}

const form = (
  style: Style,
  width: number,
  precision: number,
  fill: number,
  align: number,
  sign: number,
  grouping: number,
  isPercent: boolean,
): Form => ({ style, width, precision, fill, align, sign, grouping, isPercent });

const NO_FORM = form(Style.NONE, 0, -1, 32, 0, 0, 0, false);
export const PLAIN_FORM = form(Style.PLAIN, 0, -1, 32, 0, 0, 0, false);

const STYLES: Readonly<Record<string, Style>> = {
  '': Style.PLAIN,
  d: Style.DECIMAL,
  x: Style.HEX,
  X: Style.HEX_UPPER,
  o: Style.OCTAL,
  b: Style.BINARY,
  f: Style.FIXED,
  F: Style.FIXED,
  e: Style.SCIENTIFIC,
  E: Style.SCIENTIFIC_UPPER,
  g: Style.GENERAL,
  G: Style.GENERAL_UPPER,
  '%': Style.PERCENT,
  s: Style.TEXT,
};

const FORM_WIDTH_MAX = 500;

const signCode = (sign: string): number =>
  sign === '+' ? Code.PLUS : sign === ' ' ? Code.BLANK : Code.NONE;

const SPEC =
  /^(?:([^\u0080-\uffff])?([<>=^]))?([+\- ])?(0)?([1-9][0-9]{0,2})?(,)?(?:\.([0-9]{1,3}))?([dxXobfFeEgG%s]?)$/;

/** What has been compiled, by the text of the spec. */
const known = new Map<string, Form>();
const KNOWN_MAX = 512;

/** The form of a format spec. */
export function formOfSpec(spec: string): Form {
  const before = known.get(spec);
  if (before !== undefined) return before;
  if (known.size >= KNOWN_MAX) known.clear();
  const compiled = compileSpec(spec);
  known.set(spec, compiled);
  return compiled;
}

function compileSpec(spec: string): Form {
  const match = SPEC.exec(spec);
  if (match === null) return NO_FORM;
  const [, fill, align, sign, zero, width, comma, precision, type] = match;
  const style = STYLES[type as string] as Style;
  const columns = Number(width ?? 0);
  const digits = precision === undefined ? -1 : Number(precision);
  if (columns > FORM_WIDTH_MAX || digits > FORM_WIDTH_MAX) return NO_FORM;
  const zeros = zero !== undefined && align === undefined;
  const fillCode = fill !== undefined ? fill.charCodeAt(0) : zero === undefined ? 32 : 48;
  if (comma !== undefined) {
    // Zeros that are grouped with the digits, and what has no groups.
    if (fillCode === Code.ZERO || !'defgEFG%'.includes(type as string)) return NO_FORM;
  }
  const place = zeros ? Code.INSIDE : align === undefined ? Code.NONE : align.charCodeAt(0);
  const mark = signCode(sign ?? '');
  const grouping = comma === undefined ? Code.NONE : Code.COMMA;
  return form(style, columns, digits, fillCode, place, mark, grouping, false);
}

/** A specifier of % formatting. */
export interface PercentSpec {
  readonly left: boolean;
  readonly plus: boolean;
  readonly blank: boolean;
  readonly alternate: boolean;
  readonly zero: boolean;
  readonly width: number;
  readonly precision: number;
  readonly conversion: string;
}

export function formOfPercent(spec: PercentSpec): Form {
  const conversion = spec.conversion === 'i' || spec.conversion === 'u' ? 'd' : spec.conversion;
  const style = STYLES[conversion] ?? Style.NONE;
  const isInt = style >= Style.DECIMAL && style <= Style.OCTAL;
  const isOdd =
    style === Style.NONE ||
    style === Style.BINARY ||
    spec.alternate ||
    spec.width > FORM_WIDTH_MAX ||
    spec.precision > FORM_WIDTH_MAX ||
    (isInt && spec.precision >= 0);
  if (isOdd) return NO_FORM;
  const zeros = spec.zero && !spec.left && style !== Style.TEXT;
  const align = spec.left ? Code.LEFT : zeros ? Code.INSIDE : Code.RIGHT;
  const sign = spec.plus ? Code.PLUS : spec.blank ? Code.BLANK : Code.NONE;
  const fill = zeros ? Code.ZERO : Code.BLANK;
  return form(style, Math.max(0, spec.width), spec.precision, fill, align, sign, 0, true);
}

/** Writes an exact int, float or str in that form; NOT_HERE for anything else, and for what would raise. */
export function putValue(at: number, value: Value, form: Form): number {
  if (at > SCRATCH_BYTES) return NOT_HERE;
  if ((value & 1) !== 0) return putInt(at, value >> 1, form);
  const type = H[(value >> 2) + Header.TYPE];
  if (type === T.FLOAT) return putDouble(at, F64[(value >> 3) + 2] as number, form);
  if (type === T.STR) return putText(at, value, form);
  if (type !== T.INT) return NOT_HERE;
  const n = exactDouble(value);
  return Number.isNaN(n) ? NOT_HERE : putInt(at, n, form);
}

/** An integer of at most 2**53. */
export function putInt(at: number, n: number, form: Form): number {
  const { style } = form;
  if (style === Style.TEXT && form.isPercent) return putCut(at, n, form);
  if (style === Style.PLAIN || style === Style.DECIMAL) {
    if (form.precision >= 0) return NOT_HERE;
    const start = putSign(at, n < 0, form);
    const end = putWhole(start, n < 0 ? -n : n);
    return arranged(at, start, form.grouping === 0 ? end : grouped(start, end), form);
  }
  if (style >= Style.HEX && style <= Style.BINARY) {
    if (form.precision >= 0 || form.grouping !== 0) return NOT_HERE;
    if (n > 0x7fffffff || n < -0x7fffffff) return NOT_HERE;
    const start = putSign(at, n < 0, form);
    return arranged(at, start, putBased(start, n < 0 ? -n : n, style), form);
  }
  return style === Style.TEXT ? NOT_HERE : putDouble(at, n, form);
}

/** %s and %.3s of an int. */
function putCut(at: number, n: number, form: Form): number {
  if (form.precision >= 0) return NOT_HERE;
  const start = putSign(at, n < 0, PLAIN_FORM);
  return arranged(at, at, putWhole(start, n < 0 ? -n : n), form);
}

function putSign(at: number, isNegative: boolean, form: Form): number {
  if (isNegative) TEXT[at] = Code.MINUS;
  else if (form.sign !== Code.NONE) TEXT[at] = form.sign;
  else return at;
  return at + 1;
}

/** Digits of 0 ... 2**31 - 1 in a power of two. */
export function putBased(at: number, n: number, style: Style): number {
  const shift = style === Style.BINARY ? 1 : style === Style.OCTAL ? 3 : 4;
  const letters = style === Style.HEX_UPPER ? 55 : 87;
  let end = at + 1;
  for (let left = n >>> shift; left !== 0; left >>>= shift) end++;
  let left = n | 0;
  for (let i = end - 1; i >= at; i--) {
    const digit = left & ((1 << shift) - 1);
    TEXT[i] = digit < 10 ? 48 + digit : letters + digit;
    left >>>= shift;
  }
  return end;
}

export function putDouble(at: number, x: number, form: Form): number {
  const { style, precision } = form;
  if (style === Style.TEXT) {
    if (!form.isPercent || precision >= 0) return NOT_HERE;
    return arranged(at, at, putJs(at, floatRepr(x)), form);
  }
  // Infinities and NaN are laid out in their own ways.
  if (x - x !== 0) return NOT_HERE;
  const isNegative = x < 0 || (x === 0 && 1 / x < 0);
  const start = putSign(at, isNegative, form);
  const end = putMagnitude(start, isNegative ? -x : x, style, precision);
  if (end < 0) return NOT_HERE;
  return arranged(at, start, form.grouping === 0 ? end : grouped(start, end), form);
}

function putMagnitude(at: number, x: number, style: Style, precision: number): number {
  const places = precision < 0 ? 6 : precision;
  switch (style) {
    case Style.FIXED:
      return putFixed(at, x, places);
    case Style.PERCENT: {
      const end = putFixed(at, x * 100, places);
      if (end >= 0) TEXT[end] = 37;
      return end < 0 ? end : end + 1;
    }
    case Style.SCIENTIFIC:
      return putScientific(at, x, places, 101);
    case Style.SCIENTIFIC_UPPER:
      return putScientific(at, x, places, 69);
    case Style.GENERAL:
      return putGeneral(at, x, places === 0 ? 1 : places, 101, 0);
    case Style.GENERAL_UPPER:
      return putGeneral(at, x, places === 0 ? 1 : places, 69, 0);
    case Style.PLAIN:
      return precision < 0
        ? putJs(at, floatRepr(x))
        : putGeneral(at, x, precision === 0 ? 1 : precision, 101, 1);
    default:
      return NOT_HERE;
  }
}

/** Commas between groups of three of the digits that begin at `start`. */
function grouped(start: number, end: number): number {
  let point = start;
  while (point < end && ((TEXT[point] as number) - 48) >>> 0 < 10) point++;
  const commas = ((point - start - 1) / 3) | 0;
  if (commas <= 0) return end;
  for (let i = end - 1; i >= point; i--) TEXT[i + commas] = TEXT[i] as number;
  let to = point + commas - 1;
  for (let i = point - 1, run = 0; i >= start; i--) {
    TEXT[to--] = TEXT[i] as number;
    if (++run === 3 && i > start) {
      TEXT[to--] = Code.COMMA;
      run = 0;
    }
  }
  return end + commas;
}

/** A text of one byte a character. */
function putText(at: number, str: Value, form: Form): number {
  if (form.style !== Style.TEXT && form.style !== Style.PLAIN) return NOT_HERE;
  if (form.style === Style.PLAIN && form.isPercent) return NOT_HERE;
  if (!form.isPercent && (form.sign !== 0 || form.align === Code.INSIDE || form.grouping !== 0))
    return NOT_HERE;
  const q = str >> 2;
  const length = H[q + StrLayout.LENGTH];
  let end: number;
  if (form.precision >= 0 && form.precision < length) {
    if ((H[q + StrLayout.KIND] & StrKind.BYTES_MASK) !== 1) return NOT_HERE;
    const from = str + StrLayout.DATA * 4;
    for (let i = 0; i < form.precision; i++) TEXT[at + i] = U8[from + i] as number;
    end = at + form.precision;
  } else end = putStr(at, str);
  if (end < 0 || end - at >= form.width) return end;
  return pad(at, at, end, form, form.align === 0 ? Code.LEFT : form.align);
}

/** A number, sign from `at` and digits from `start`, filled up to its width. */
function arranged(at: number, start: number, end: number, form: Form): number {
  if (end - at >= form.width || end < 0) return end;
  return pad(at, start, end, form, form.align === 0 ? Code.RIGHT : form.align);
}

function pad(at: number, start: number, end: number, form: Form, align: number): number {
  const { fill } = form;
  const missing = form.width - (end - at);
  if (align === Code.LEFT) {
    for (let i = 0; i < missing; i++) TEXT[end + i] = fill;
    return end + missing;
  }
  const before = align === Code.CENTER ? missing >> 1 : missing;
  const from = align === Code.INSIDE ? start : at;
  for (let i = end - 1; i >= from; i--) TEXT[i + before] = TEXT[i] as number;
  for (let i = 0; i < before; i++) TEXT[from + i] = fill;
  for (let i = before; i < missing; i++) TEXT[end + i] = fill;
  return end + missing;
}
