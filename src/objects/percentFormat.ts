// `template % values` for str and bytes (printf-style formatting). Both go through one engine, which works
// on JavaScript strings: bytes are the characters 0 to 255. Only where the two differ (what %s and %b
// accept, the result) does a `Dialect` decide.

import { decref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import { type Address, TupleLayout, TypeFlag, type Value, type WordIndex } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { putValue } from './numberForm.ts';
import { formatNumber, type Specifier } from './percentNumber.ts';
import {
  consumeToJs,
  hasFlag,
  indexOf,
  isInt,
  isStr,
  reprJs,
  strJs,
  subscript,
} from './protocol.ts';
import { raise, typeError, valueError } from './raise.ts';
import { putBytes, scratchStr } from './scratch.ts';
import { slotsOf, typeOf } from './slots.ts';
import { cachedText, codeAt, newStr, strLength } from './str.ts';
import { isIndex } from './strArgs.ts';
import { asciiRepr } from './strRepr.ts';
import { type PercentPiece, type PercentTemplate, percentTemplate } from './templatePieces.ts';
import { copyToTuple } from './tuple.ts';

/** What differs between str and bytes. */
export interface Dialect {
  /** The word in "not all arguments converted during string formatting". */
  readonly noun: 'string' | 'bytes';
  /** The key of `%(key)s` as an owned value. */
  key(text: string): Value;
  /** %s; and %b of bytes. */
  text(value: Value): string;
  repr(value: Value): string;
  character(value: Value): string;
  /** Further conversions that print text, such as b. */
  readonly textConversions: string;
}

const STR_DIALECT: Dialect = {
  noun: 'string',
  key: newStr,
  text: strJs,
  repr: reprJs,
  character: strCharacter,
  textConversions: 'sra',
};

/** `template % values` for a str. */
export function percentFormatStr(template: Address, values: Value): Value {
  const text = cachedText(template);
  const parsed = percentTemplate(text);
  if (parsed === undefined) return newStr(percentFormat(text, values, STR_DIALECT));
  if ((values & 1) === 0 && typeOf(values) === T.TUPLE) {
    const q = values >> 2;
    const str = fillWords(parsed, q + TupleLayout.ITEMS, H[q + TupleLayout.LENGTH]);
    if (str !== 0) return str;
  } else if (parsed.pieces.length === 1) {
    const str = fillOne(parsed, values);
    if (str !== 0) return str;
  }
  return newStr(fillIn(parsed, values) ?? percentFormat(text, values, STR_DIALECT));
}

/** `template % (...)` with the values in H[from, from + count), borrowed: there is no tuple unless it is needed. */
export function percentFormatWords(template: Address, from: WordIndex, count: number): Value {
  const parsed = percentTemplate(cachedText(template));
  const str = parsed === undefined ? 0 : fillWords(parsed, from, count);
  if (str !== 0) return str;
  const values = copyToTuple(from, count);
  try {
    return percentFormatStr(template, values);
  } finally {
    decref(values);
  }
}

/** Numbers and strings of the builtin types from word `from` on, put into a template; 0 if there are others. */
function fillWords(template: PercentTemplate, from: WordIndex, count: number): Value {
  const { pieces, afterBytes } = template;
  if (count !== pieces.length || afterBytes === undefined) return 0;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const { bytes, form } = pieces[i] as PercentPiece;
    if (bytes === undefined) return 0;
    at = putBytes(at, bytes);
    if (at >= 0) at = putValue(at, H[from + i], form);
    if (at < 0) return 0;
  }
  at = putBytes(at, afterBytes);
  return at < 0 ? 0 : scratchStr(at);
}

/** The same for a template with one field, and the value itself. */
function fillOne(template: PercentTemplate, value: Value): Value {
  const { bytes, form } = template.pieces[0] as PercentPiece;
  const { afterBytes } = template;
  if (bytes === undefined || afterBytes === undefined) return 0;
  let at = putBytes(0, bytes);
  if (at >= 0) at = putValue(at, value, form);
  if (at >= 0) at = putBytes(at, afterBytes);
  return at < 0 ? 0 : scratchStr(at);
}

/** The text of a parsed template; undefined if the values do not fit, which the full reader reports. */
function fillIn(template: PercentTemplate, values: Value): string | undefined {
  const isTuple = hasFlag(values, TypeFlag.TUPLE);
  const { pieces } = template;
  if (isTuple) {
    if (H[(values >> 2) + TupleLayout.LENGTH] !== pieces.length) return undefined;
  } else if (pieces.length !== 1) return undefined;
  let text = '';
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as PercentPiece;
    const value: Value = isTuple ? H[(values >> 2) + TupleLayout.ITEMS + i] : values;
    text += piece.before + pieceText(piece, value);
  }
  return text + template.after;
}

function pieceText(piece: PercentPiece, value: Value): string {
  const { conversion } = piece;
  if (conversion === 'd' && (value & 1) !== 0 && piece.width < 0 && piece.precision < 0) {
    if (!piece.plus && !piece.blank) return String(value >> 1);
  }
  if (conversion === 's' || conversion === 'r' || conversion === 'a' || conversion === 'c') {
    const text =
      conversion === 's'
        ? strJs(value)
        : conversion === 'r'
          ? reprJs(value)
          : conversion === 'a'
            ? consumeToJs(asciiRepr(value))
            : strCharacter(value);
    const cut =
      piece.precision >= 0 && conversion !== 'c' ? firstCharacters(text, piece.precision) : text;
    return piece.width <= 0 ? cut : pad(cut, piece);
  }
  return formatNumber(piece, value);
}

function strCharacter(value: Value): string {
  if (isStr(value)) {
    if (strLength(value) === 1) return String.fromCodePoint(codeAt(value, 0));
    return typeError('%c requires int or char');
  }
  if (!isIndex(value)) return typeError('%c requires int or char');
  const code = indexOf(value);
  if (code < 0 || code > 0x10ffff) return raise('OverflowError', '%c arg not in range(0x110000)');
  return String.fromCodePoint(code);
}

/** The formatted text. */
export function percentFormat(template: string, values: Value, dialect: Dialect): string {
  return new Formatter(template, values, dialect).run();
}

class Formatter {
  private readonly template: string;
  private readonly dialect: Dialect;
  private readonly values: Value;
  private readonly mapping: Value;
  /** The tuple that arguments are taken from, or 0: one value, taken once. */
  private readonly tuple: Value;
  private taken = 0;
  private readonly count: number;
  private at = 0;
  /** The value of the last mapping key (owned), which stands for the arguments until the next key. */
  private keyed: Value = 0;
  private keyedTaken = false;

  constructor(template: string, values: Value, dialect: Dialect) {
    this.template = template;
    this.values = values;
    this.dialect = dialect;
    const isTuple = hasFlag(values, TypeFlag.TUPLE);
    this.tuple = isTuple ? values : 0;
    this.count = isTuple ? H[(values >> 2) + TupleLayout.LENGTH] : 1;
    const isText = dialect.noun === 'string' ? isStr(values) : isBytesText(values);
    this.mapping = !isTuple && !isText && slotsOf(values).subscript !== undefined ? values : 0;
  }

  run(): string {
    const { template } = this;
    let result = '';
    try {
      while (this.at < template.length) {
        let percent = template.indexOf('%', this.at);
        if (percent < 0) percent = template.length;
        result += template.slice(this.at, percent);
        this.at = percent + 1;
        if (percent < template.length) result += this.convert();
      }
    } finally {
      if (this.keyed !== 0) decref(this.keyed);
    }
    if (this.taken < this.count && this.keyed === 0 && this.mapping === 0) {
      return typeError(`not all arguments converted during ${this.dialect.noun} formatting`);
    }
    return result;
  }

  /** Handles the specifier behind a percent sign. */
  private convert(): string {
    const spec: Specifier = {
      left: false,
      plus: false,
      blank: false,
      alternate: false,
      zero: false,
      width: -1,
      precision: -1,
      conversion: '',
    };
    if (this.template[this.at] === '(') this.readKey();
    this.readFlags(spec);
    spec.width = this.readCount(-1);
    if (this.lastWasStar && spec.width < 0) {
      spec.left = true;
      spec.width = -spec.width;
    }
    if (this.template[this.at] === '.') {
      this.at++;
      spec.precision = Math.max(0, this.readCount(0));
    }
    if (/[hlL]/.test(this.template[this.at] ?? '')) this.at++;
    if (this.at >= this.template.length) return valueError('incomplete format');
    spec.conversion = this.template[this.at++] as string;
    return spec.conversion === '%' ? '%' : this.render(spec);
  }

  private readKey(): void {
    if (this.mapping === 0) typeError('format requires a mapping');
    const start = this.at + 1;
    let depth = 1;
    let at = start;
    while (depth > 0 && at < this.template.length) {
      const c = this.template[at++];
      if (c === '(') depth++;
      else if (c === ')') depth--;
    }
    if (depth > 0) valueError('incomplete format key');
    this.at = at;
    const key = this.dialect.key(this.template.slice(start, at - 1));
    try {
      const value = subscript(this.mapping, key);
      if (this.keyed !== 0) decref(this.keyed);
      this.keyed = value;
      this.keyedTaken = false;
    } finally {
      decref(key);
    }
  }

  private readFlags(spec: Specifier): void {
    for (; ; this.at++) {
      switch (this.template[this.at]) {
        case '-':
          spec.left = true;
          break;
        case '+':
          spec.plus = true;
          break;
        case ' ':
          spec.blank = true;
          break;
        case '#':
          spec.alternate = true;
          break;
        case '0':
          spec.zero = true;
          break;
        default:
          return;
      }
    }
  }

  private lastWasStar = false;

  /** A width or precision: digits or `*`; `absent` if there is none. */
  private readCount(absent: number): number {
    this.lastWasStar = this.template[this.at] === '*';
    if (this.lastWasStar) {
      this.at++;
      const value = this.take();
      if (!isInt(value)) return typeError('* wants int');
      return indexOf(value);
    }
    const start = this.at;
    while (/[0-9]/.test(this.template[this.at] ?? '')) this.at++;
    if (start === this.at) return absent;
    const n = Number(this.template.slice(start, this.at));
    const kind = absent === 0 ? 'precision' : 'width';
    return n > 2 ** 31 - 1 ? valueError(`${kind} too big`) : n;
  }

  /** The next argument, borrowed. */
  private take(): Value {
    if (this.keyed !== 0) {
      if (this.keyedTaken) return typeError('not enough arguments for format string');
      this.keyedTaken = true;
      return this.keyed;
    }
    if (this.taken >= this.count) return typeError('not enough arguments for format string');
    const index = this.taken++;
    return this.tuple === 0 ? this.values : H[(this.tuple >> 2) + TupleLayout.ITEMS + index];
  }

  private render(spec: Specifier): string {
    const value = this.take();
    const { conversion } = spec;
    if (this.dialect.textConversions.includes(conversion)) {
      let text =
        conversion === 'r'
          ? this.dialect.repr(value)
          : conversion === 'a'
            ? consumeToJs(asciiRepr(value))
            : this.dialect.text(value);
      if (spec.precision >= 0) text = firstCharacters(text, spec.precision);
      return pad(text, spec);
    }
    if (conversion === 'c') return pad(this.dialect.character(value), spec);
    if ('diuoxXeEfFgG'.includes(conversion)) return formatNumber(spec, value);
    const code = conversion.codePointAt(0) as number;
    const shown = code > 31 && code < 127 ? conversion : '?';
    return valueError(
      `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${this.at - 1}`,
    );
  }
}

const isBytesText = (value: Value): boolean =>
  hasFlag(value, TypeFlag.BYTES) || typeOf(value) === T.BYTEARRAY;

const isWide = (text: string): boolean => /[\ud800-\udbff][\udc00-\udfff]/.test(text);

function firstCharacters(text: string, count: number): string {
  return isWide(text) ? Array.from(text).slice(0, count).join('') : text.slice(0, count);
}

function pad(text: string, spec: Readonly<Specifier>): string {
  const length = isWide(text) ? Array.from(text).length : text.length;
  if (spec.width <= length) return text;
  const blanks = ' '.repeat(spec.width - length);
  return spec.left ? text + blanks : blanks + text;
}
