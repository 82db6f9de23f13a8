// `format()` of ints, floats and strings, and the float conversions of % formatting, as pure functions on
// JavaScript values; what the mini-language means is in formatSpec.ts. Digits of floats are exact at any
// precision: toFixed serves where its rounding cannot differ, decimalDigits.ts everywhere else.

import { bitLength, intToText } from './bigNumbers.ts';
import { exactDigits, significantDigits } from './decimalDigits.ts';
import { floatRepr } from './floatRepr.ts';
import {
  type FormatSpec,
  fillTo,
  layoutNumber,
  parseFormatSpec,
  unknownCode,
} from './formatSpec.ts';
import { raise, valueError } from './raise.ts';

const INT_MAX = 2147483647;
const RADIX: Readonly<Record<string, number>> = { b: 2, o: 8, x: 16, X: 16 };

/** `format(int, spec)`; `typeName` is that of the object, for messages. */
export function formatInt(n: bigint | number, spec: string, typeName = 'int'): string {
  if (spec === '') return intToText(n);
  const parsed = parseFormatSpec(spec, 'int', typeName);
  const { type } = parsed;
  if (type !== '' && 'eEfFgG%'.includes(type)) return formatDouble(intToFinite(n), parsed);
  if (type !== '' && !'bcdoxXn'.includes(type)) return unknownCode(type, typeName);
  if (parsed.precision >= 0) {
    return valueError('Precision not allowed in integer format specifier');
  }
  if (parsed.coercesZero) {
    return valueError('Negative zero coercion (z) not allowed in integer format specifier');
  }
  if (type === 'c') return formatCharacter(n, parsed);
  const negative = n < 0;
  const radix = RADIX[type] ?? 10;
  const magnitude = negative ? -n : n;
  const digits = radix === 10 ? intToText(magnitude) : magnitude.toString(radix);
  const prefix = parsed.alternate && radix !== 10 ? `0${type}` : '';
  return layoutNumber(
    {
      sign: signText(negative, parsed),
      prefix,
      digits: type === 'X' ? digits.toUpperCase() : digits,
      tail: '',
    },
    parsed,
  );
}

function intToFinite(n: bigint | number): number {
  const x = Number(n);
  return Number.isFinite(x) ? x : raise('OverflowError', 'int too large to convert to float');
}

function formatCharacter(n: bigint | number, spec: FormatSpec): string {
  if (spec.sign !== '') {
    return valueError("Sign not allowed with integer format specifier 'c'");
  }
  if (spec.alternate) {
    return valueError("Alternate form (#) not allowed with integer format specifier 'c'");
  }
  if (typeof n === 'bigint' && bitLength(n) > 62) {
    return raise('OverflowError', 'Python int too large to convert to C long');
  }
  if (n < 0 || n > 0x10ffff) return raise('OverflowError', '%c arg not in range(0x110000)');
  const character = String.fromCodePoint(Number(n));
  return fillTo(character, 1, spec.align === '=' ? { ...spec, align: '>' } : spec, '>');
}

const signText = (negative: boolean, spec: FormatSpec): string =>
  negative ? '-' : spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';

/** `format(float, spec)`; `typeName` is that of the object, for messages. */
export function formatFloat(x: number, spec: string, typeName = 'float'): string {
  if (spec === '') return floatRepr(x);
  const parsed = parseFormatSpec(spec, 'float', typeName);
  if (parsed.type !== '' && !'eEfFgGn%'.includes(parsed.type)) {
    return unknownCode(parsed.type, typeName);
  }
  return formatDouble(x, parsed);
}

function formatDouble(x: number, spec: FormatSpec): string {
  const { precision, type, alternate } = spec;
  if (precision > INT_MAX) return valueError('precision too big');
  const value = type === '%' ? x * 100 : x;
  let magnitude: string;
  if (type === '' && precision < 0) magnitude = withPoint(floatRepr(Math.abs(value)), alternate);
  else if (type === '')
    magnitude = generalDouble(Math.abs(value), Math.max(precision, 1), alternate, 1);
  else {
    const conversion = type === '%' ? 'f' : type === 'n' ? 'g' : type;
    magnitude = percentFloat(Math.abs(value), conversion, precision < 0 ? 6 : precision, alternate);
  }
  if (type === '%') magnitude += '%';
  if (spec.width === 0 && spec.grouping === '' && !spec.coercesZero) {
    return signText(value < 0 || Object.is(value, -0), spec) + magnitude;
  }
  let negative = value < 0 || Object.is(value, -0);
  if (spec.coercesZero && negative && !/[1-9a-z]/i.test(magnitude.replace(/e.*/i, ''))) {
    negative = false;
  }
  const digits = (/^\d*/.exec(magnitude) as RegExpExecArray)[0];
  return layoutNumber(
    { sign: signText(negative, spec), prefix: '', digits, tail: magnitude.slice(digits.length) },
    // 'inf' and 'nan' are padded with zeros too, but never grouped.
    digits === '' ? { ...spec, grouping: '' } : { ...spec, type: 'f' },
  );
}

function withPoint(text: string, alternate: boolean): string {
  if (!alternate || text.includes('.') || !/^\d/.test(text)) return text;
  const e = text.indexOf('e');
  return e < 0 ? `${text}.` : `${text.slice(0, e)}.${text.slice(e)}`;
}

/**
 * C's printf conversions e, E, f, F, g, G of a double, '-' included, without padding; 'r' is not among them.
 * `alternate` is the flag #.
 */
export function percentFloat(
  x: number,
  conversion: string,
  precision: number,
  alternate: boolean,
): string {
  const kind = conversion.toLowerCase();
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  const magnitude = Math.abs(x);
  let text: string;
  if (Number.isNaN(x)) text = 'nan';
  else if (magnitude === Infinity) text = 'inf';
  else if (kind === 'f') text = fixedDouble(magnitude, precision, alternate);
  else if (kind === 'e') text = exponentDouble(magnitude, precision, alternate);
  else text = generalDouble(magnitude, precision === 0 ? 1 : precision, alternate, 0);
  return (Number.isNaN(x) ? '' : sign) + (conversion === kind ? text : text.toUpperCase());
}

function fixedDouble(x: number, precision: number, alternate: boolean): string {
  // toFixed differs from C only at ties, and a tie is a multiple of 2**-(precision + 1).
  if (precision <= 30 && x < 1e21 && !Number.isInteger(x * (2 << precision))) {
    const text = x.toFixed(precision);
    return alternate && precision === 0 ? `${text}.` : text;
  }
  const { digits, point } = exactDigits(x, precision);
  const whole = point > 0 ? digits.slice(0, point) : '0';
  const fraction = digits.slice(Math.max(point, 0)).padStart(precision, '0');
  return precision === 0 ? whole + (alternate ? '.' : '') : `${whole}.${fraction}`;
}

function exponentText(exponent: number): string {
  return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

function exponentDouble(x: number, precision: number, alternate: boolean): string {
  const { digits, point } =
    x === 0 ? { digits: '0'.repeat(precision + 1), point: 1 } : significantDigits(x, precision + 1);
  const fraction = digits.slice(1);
  const dot = fraction !== '' || alternate ? '.' : '';
  return `${digits[0]}${dot}${fraction}${exponentText(point - 1)}`;
}

/**
 * C's %g with `precision` >= 1 significant digits. `minimum` 1: format() without a type, which keeps a
 * digit behind the point and goes over to an exponent one digit earlier.
 */
function generalDouble(x: number, precision: number, alternate: boolean, minimum: 0 | 1): string {
  if (Number.isNaN(x)) return 'nan';
  if (x === Infinity) return 'inf';
  const decimal = x === 0 ? { digits: '0', point: 1 } : significantDigits(x, precision);
  const exponent = decimal.point - 1;
  let digits = alternate
    ? decimal.digits.padEnd(precision, '0')
    : decimal.digits.replace(/0+$/, '');
  if (digits === '') digits = '0';
  if (exponent < -4 || exponent >= precision - minimum) {
    const fraction = digits.slice(1);
    return `${digits[0]}${fraction !== '' || alternate ? '.' : ''}${fraction}${exponentText(exponent)}`;
  }
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = digits.slice(exponent + 1);
  if (fraction === '' && minimum === 1) return `${whole}.0`;
  return fraction === '' && !alternate ? whole : `${whole}.${fraction}`;
}

/** `format(str, spec)`; `typeName` is that of the object, for messages. */
export function formatStr(text: string, spec: string, typeName = 'str'): string {
  if (spec === '') return text;
  const parsed = parseFormatSpec(spec, 'str', typeName);
  if (parsed.type !== '' && parsed.type !== 's') return unknownCode(parsed.type, typeName);
  if (parsed.sign === ' ') return valueError('Space not allowed in string format specifier');
  if (parsed.sign !== '') return valueError('Sign not allowed in string format specifier');
  if (parsed.coercesZero) {
    return valueError('Negative zero coercion (z) not allowed in string format specifier');
  }
  if (parsed.alternate) {
    return valueError('Alternate form (#) not allowed in string format specifier');
  }
  if (parsed.align === '=') {
    return valueError("'=' alignment not allowed in string format specifier");
  }
  const characters = Array.from(text);
  const cut = parsed.precision < 0 ? characters : characters.slice(0, parsed.precision);
  const shown = cut.length === characters.length ? text : cut.join('');
  return fillTo(shown, cut.length, parsed, '<');
}
