// The numeric conversions of % formatting: what values they accept, and how sign, prefix, zeros and
// blanks are put around the digits.

import { decref } from '../executors/policy.ts';
import type { Value } from '../heap/layout.ts';
import { attributeAccess } from './attributeAccess.ts';
import { intToText } from './bigNumbers.ts';
import { call0 } from './calling.ts';
import { floatValue } from './float.ts';
import { toBigInt, toNumber } from './int.ts';
import { percentFloat } from './numberFormat.ts';
import { indexSlot, isFloat, isInt, typeName } from './protocol.ts';
import { raise, typeError, valueError } from './raise.ts';
import { staticName } from './str.ts';

const INT = staticName('__int__');
const FLOAT = staticName('__float__');

/** One conversion specifier, `%(key)#0- +width.precisionX`. */
export interface Specifier {
  left: boolean;
  plus: boolean;
  blank: boolean;
  alternate: boolean;
  zero: boolean;
  width: number;
  /** -1: not given. */
  precision: number;
  conversion: string;
}

/** The value under %d, %x, %e and the like. */
export function formatNumber(spec: Readonly<Specifier>, value: Value): string {
  const { conversion } = spec;
  const digits = 'eEfFgG'.includes(conversion)
    ? percentFloat(
        floatArgument(value),
        conversion,
        spec.precision < 0 ? 6 : spec.precision,
        spec.alternate,
      )
    : intDigits(spec, value);
  let body = digits;
  let sign = '';
  if (body.startsWith('-')) {
    sign = '-';
    body = body.slice(1);
  } else if (spec.plus) sign = '+';
  else if (spec.blank) sign = ' ';
  const prefix = spec.alternate && 'xXo'.includes(conversion) ? `0${conversion}` : '';
  const missing = spec.width - sign.length - prefix.length - body.length;
  if (missing <= 0) return sign + prefix + body;
  if (spec.left) return sign + prefix + body + ' '.repeat(missing);
  return spec.zero
    ? sign + prefix + '0'.repeat(missing) + body
    : ' '.repeat(missing) + sign + prefix + body;
}

/** Sign and digits of an integer conversion, with at least `precision` digits. */
function intDigits(spec: Readonly<Specifier>, value: Value): string {
  const { conversion } = spec;
  const isBased = 'oxX'.includes(conversion);
  const text = isBased ? basedText(value, conversion) : intText(value, conversion);
  const isNegative = text.startsWith('-');
  const digits = (isNegative ? text.slice(1) : text).padStart(spec.precision, '0');
  return (isNegative ? '-' : '') + digits;
}

function basedText(value: Value, conversion: string): string {
  const index = indexSlot(value);
  if (!isInt(value) && index === undefined) {
    return typeError(`%${conversion} format: an integer is required, not ${typeName(value)}`);
  }
  const int = isInt(value) || index === undefined ? value : index(value);
  const text = toBigInt(int).toString(conversion === 'o' ? 8 : 16);
  if (int !== value) decref(int);
  return conversion === 'X' ? text.toUpperCase() : text;
}

/** Decimal digits of `int(value)`. */
function intText(value: Value, conversion: string): string {
  if ((value & 1) !== 0) return String(value >> 1);
  if (isInt(value)) return intToText(toBigInt(value));
  if (isFloat(value)) return truncated(floatValue(value));
  const index = indexSlot(value);
  const method = attributeAccess.findSpecial(value, INT);
  if (method === 0 && index === undefined) {
    return typeError(`%${conversion} format: a real number is required, not ${typeName(value)}`);
  }
  let int: Value;
  if (method !== 0) {
    try {
      int = call0(method);
    } finally {
      decref(method);
    }
  } else int = (index as (object: Value) => Value)(value);
  if (!isInt(int)) {
    const name = typeName(int);
    decref(int);
    return typeError(`__int__ returned non-int (type ${name})`);
  }
  const text = intToText(toBigInt(int));
  decref(int);
  return text;
}

function truncated(x: number): string {
  if (Number.isNaN(x)) return valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(x)) {
    return raise('OverflowError', 'cannot convert float infinity to integer');
  }
  return intToText(BigInt(Math.trunc(x)));
}

/** `float(value)` as C's argument parsing does it: floats, ints, `__float__`, `__index__`. */
function floatArgument(value: Value): number {
  if ((value & 1) !== 0) return value >> 1;
  if (isFloat(value)) return floatValue(value);
  if (isInt(value)) return intAsFloat(value);
  const method = attributeAccess.findSpecial(value, FLOAT);
  if (method !== 0) {
    let result: Value;
    try {
      result = call0(method);
    } finally {
      decref(method);
    }
    const x = isFloat(result) ? floatValue(result) : Number.NaN;
    const wrong = isFloat(result) ? '' : typeName(result);
    decref(result);
    if (wrong === '') return x;
    return typeError(`${typeName(value)}.__float__ returned non-float (type ${wrong})`);
  }
  const index = indexSlot(value);
  if (index === undefined) return typeError(`must be real number, not ${typeName(value)}`);
  const int = index(value);
  const x = intAsFloat(int);
  decref(int);
  return x;
}

function intAsFloat(int: Value): number {
  const x = toNumber(int);
  return Number.isFinite(x) ? x : raise('OverflowError', 'int too large to convert to float');
}
