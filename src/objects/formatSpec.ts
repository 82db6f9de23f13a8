// The format-spec mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type], parsed
// into a typed record, and the last step that all types share: filling up to the width.

import { valueError } from './raise.ts';

export interface FormatSpec {
  readonly fill: string;
  /** '' where the spec says nothing: each type has its own default. */
  readonly align: '' | '<' | '>' | '=' | '^';
  readonly sign: '' | '+' | '-' | ' ';
  readonly coercesZero: boolean;
  readonly alternate: boolean;
  /** '0' before the width. */
  readonly zeroPadded: boolean;
  readonly width: number;
  readonly grouping: '' | ',' | '_';
  /** -1: none. */
  readonly precision: number;
  /** One character, or ''. */
  readonly type: string;
}

const SYNTAX =
  /^(?:(?<fill>[\s\S])?(?<align>[<>=^]))?(?<sign>[+\- ])?(?<z>z)?(?<alt>#)?(?<zero>0)?(?<width>\d+)?(?<group>,?_?,?_?)(?<dot>\.)?(?<precision>\d+)?(?<rest>[\s\S]*)$/u;
const SIZE_MAX = 2 ** 63 - 1;

/** What has been parsed before, by kind. */
const known = { int: new Map<string, FormatSpec>(), float: new Map(), str: new Map() };
const KNOWN_MAX = 256;

/** Parses a spec for an int, float or str whose type is called `typeName`; ValueError in CPython's words. */
export function parseFormatSpec(
  spec: string,
  kind: 'int' | 'float' | 'str',
  typeName: string,
): FormatSpec {
  const before = known[kind].get(spec);
  if (before !== undefined) return before;
  const parsed = parse(spec, kind, typeName);
  if (known[kind].size >= KNOWN_MAX) known[kind].clear();
  known[kind].set(spec, parsed);
  return parsed;
}

function parse(spec: string, kind: 'int' | 'float' | 'str', typeName: string): FormatSpec {
  const { fill, align, sign, z, alt, zero, width, dot, precision, group, rest } = (
    SYNTAX.exec(spec) as RegExpExecArray
  ).groups as Record<string, string | undefined>;
  const type = typeCharacter(
    spec,
    precision !== undefined && dot === undefined ? '' : (rest ?? ''),
    typeName,
  );
  const parsed: FormatSpec = {
    fill: fill ?? (zero !== undefined && align === undefined ? '0' : ' '),
    align: (align ?? '') as FormatSpec['align'],
    sign: (sign ?? '') as FormatSpec['sign'],
    coercesZero: z !== undefined,
    alternate: alt !== undefined,
    zeroPadded: zero !== undefined,
    width: size(width),
    grouping: grouping(group ?? ''),
    precision: dot === undefined ? -1 : size(precision ?? missingPrecision()),
    type,
  };
  if (fill === undefined && zero !== undefined && align !== undefined) {
    return withGroupingCheck({ ...parsed, fill: '0' }, kind);
  }
  return withGroupingCheck(parsed, kind);
}

function typeCharacter(spec: string, rest: string, typeName: string): string {
  if (Array.from(rest).length <= 1) return rest;
  return valueError(`Invalid format specifier '${spec}' for object of type '${typeName}'`);
}

const missingPrecision = (): never => valueError('Format specifier missing precision');

function size(digits: string | undefined): number {
  if (digits === undefined) return 0;
  const n = Number(digits);
  return n >= SIZE_MAX ? valueError('Too many decimal digits in format string') : n;
}

function grouping(text: string): FormatSpec['grouping'] {
  if (text.includes(',') && text.includes('_')) {
    return valueError("Cannot specify both ',' and '_'.");
  }
  if (text.length > 1) return cannotGroup(text[0] as string, text[0] as string);
  return text as FormatSpec['grouping'];
}

const cannotGroup = (sign: string, type: string): never =>
  valueError(`Cannot specify '${sign}' with '${type}'.`);

/** Grouping goes with few types; the check comes before anybody knows whether the type exists. */
function withGroupingCheck(spec: FormatSpec, kind: 'int' | 'float' | 'str'): FormatSpec {
  if (spec.grouping === '') return spec;
  const type = spec.type === '' && kind === 'str' ? 's' : spec.type;
  if (type === '' || 'defgEFG%'.includes(type)) return spec;
  if (spec.grouping === '_' && 'boxX'.includes(type)) return spec;
  if (spec.grouping === ',' && type === '_') return valueError("Cannot specify both ',' and '_'.");
  return cannotGroup(spec.grouping, typeText(type));
}

/** A type character as error messages show it. */
export function typeText(type: string): string {
  const code = type.codePointAt(0) as number;
  return code > 32 && code < 128 ? type : `\\x${code.toString(16)}`;
}

export function unknownCode(type: string, typeName: string): never {
  return valueError(`Unknown format code '${typeText(type)}' for object of type '${typeName}'`);
}

/** Text of `length` characters filled up to the spec's width. */
export function fillTo(
  text: string,
  length: number,
  spec: FormatSpec,
  fallback: '<' | '>',
): string {
  const missing = spec.width - length;
  if (missing <= 0) return text;
  const align = spec.align === '' ? fallback : spec.align;
  if (align === '<') return text + spec.fill.repeat(missing);
  if (align === '^') {
    const before = missing >> 1;
    return spec.fill.repeat(before) + text + spec.fill.repeat(missing - before);
  }
  return spec.fill.repeat(missing) + text;
}

/** What a number is made of: sign and prefix, digits that may be grouped, the rest. */
export interface NumberParts {
  readonly sign: string;
  readonly prefix: string;
  readonly digits: string;
  /** From the decimal point on. */
  readonly tail: string;
}

/** Puts the parts together: grouping, zeros that are grouped as well, fill. */
export function layoutNumber(parts: NumberParts, spec: FormatSpec): string {
  const head = parts.sign + parts.prefix;
  if (spec.grouping === '') {
    const missing = spec.width - head.length - parts.digits.length - parts.tail.length;
    if (missing <= 0) return head + parts.digits + parts.tail;
    if (spec.align === '' && !spec.zeroPadded) {
      return spec.fill.repeat(missing) + head + parts.digits + parts.tail;
    }
  }
  const step = 'boxX'.includes(spec.type === '' ? '-' : spec.type) ? 4 : 3;
  const zeroFilled =
    spec.fill === '0' && (spec.align === '=' || (spec.align === '' && spec.zeroPadded));
  const room = spec.width - head.length - parts.tail.length;
  let digits = zeroFilled && spec.grouping === '' ? parts.digits.padStart(room, '0') : parts.digits;
  if (spec.grouping !== '') {
    if (zeroFilled) digits = digits.padStart(groupedLength(room, step), '0');
    digits = group(digits, step, spec.grouping);
  }
  const missing = room - digits.length;
  if (missing > 0 && spec.align === '=') {
    return head + spec.fill.repeat(missing) + digits + parts.tail;
  }
  const text = head + digits + parts.tail;
  return fillTo(text, text.length, spec, '>');
}

/** Least number of digits that take at least `room` characters with their separators. */
function groupedLength(room: number, step: number): number {
  let digits = Math.max(0, Math.floor((room * step) / (step + 1)) - 1);
  while (digits + Math.floor((digits - 1) / step) < room) digits++;
  return digits;
}

function group(digits: string, step: number, separator: string): string {
  const first = digits.length % step;
  const groups = first === 0 ? [] : [digits.slice(0, first)];
  for (let i = first; i < digits.length; i += step) groups.push(digits.slice(i, i + step));
  return groups.join(separator);
}
