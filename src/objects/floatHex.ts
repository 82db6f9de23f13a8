// `float.hex` and `float.fromhex`: a double in base 16, without any rounding on the way out and with one
// rounding (ties to even) on the way in.

import { decompose, ratioToDouble } from './bigNumbers.ts';
import { raise, valueError } from './raise.ts';

export function floatToHex(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (x === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = decompose(Math.abs(x));
  const lead = mantissa >> 52n;
  const fraction = (mantissa & 0xfffffffffffffn).toString(16).padStart(13, '0');
  const power = exponent + 52;
  return `${sign}0x${lead}.${fraction}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

const SYNTAX = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;

export function floatFromHex(source: string): number {
  const text = source.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
  const special = /^([+-]?)(?:inf(?:inity)?|(nan))$/i.exec(text);
  if (special !== null) {
    return special[2] !== undefined ? Number.NaN : special[1] === '-' ? -Infinity : Infinity;
  }
  const match = SYNTAX.exec(text);
  if (match === null) return valueError('invalid hexadecimal floating-point string');
  const [, sign, whole = '', fraction = '', power = '0'] = match;
  if (whole === '' && fraction === '') {
    return valueError('invalid hexadecimal floating-point string');
  }
  const mantissa = BigInt(`0x${whole}${fraction}`);
  const exponent = Number(power) - 4 * fraction.length;
  const size = mantissa.toString(16).length * 4 + exponent;
  const magnitude =
    mantissa === 0n || size < -1080
      ? 0
      : size > 1100
        ? Infinity
        : ratioToDouble(mantissa, 1n, exponent);
  if (!Number.isFinite(magnitude)) {
    return raise('OverflowError', 'hexadecimal value too large to represent as a float');
  }
  return sign === '-' ? -magnitude : magnitude;
}
