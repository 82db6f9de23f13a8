// `bytes.hex` and `bytes.fromhex`.

import { S } from '../heap/builtinTypes.ts';
import type { Value } from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { isBytes, isBytesLike, viewOf } from './byteSpan.ts';
import { bytesData, bytesLength } from './bytes.ts';
import { asClassMethod, keywords, type NativeSpec, oneArg } from './natives.ts';
import { indexOf, isStr, length } from './protocol.ts';
import { typeError, valueError } from './raise.ts';
import { newStr, newStrOf, strData, toJs } from './str.ts';
import { argument, describe } from './strArgs.ts';

/** Hexadecimal digits; with a separator between groups of `group` bytes, counted from the right if it is positive. */
function hexText(bytes: Uint8Array, separator: string, group: number): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  const size = Math.abs(group);
  if (separator === '' || size === 0) return digits.join('');
  const lead = group > 0 ? bytes.length % size : 0;
  const groups = lead > 0 ? [digits.slice(0, lead).join('')] : [];
  for (let i = lead; i < digits.length; i += size) groups.push(digits.slice(i, i + size).join(''));
  return groups.join(separator);
}

const DIGITS = Uint8Array.from('0123456789abcdef', (c) => c.charCodeAt(0));

/** The digits of bytes without separators. */
function plainHex(value: Value): Value {
  const isFixed = isBytes(value);
  const source = isFixed ? U8 : viewOf(value);
  const from = isFixed ? bytesData(value) : 0;
  const count = isFixed ? bytesLength(value) : source.length;
  if (count === 0) return S.EMPTY_STR;
  const str = newStrOf(2 * count, 1, true);
  const to = strData(str);
  for (let i = 0; i < count; i++) {
    const byte = source[from + i] as number;
    U8[to + 2 * i] = DIGITS[byte >> 4] as number;
    U8[to + 2 * i + 1] = DIGITS[byte & 15] as number;
  }
  return str;
}

function separatorOf(value: Value): string {
  if (value === 0) return '';
  if (length(value) !== 1) return valueError('sep must be length 1.');
  if (!isStr(value) && !isBytesLike(value)) return typeError('sep must be str or bytes.');
  const text = isStr(value) ? toJs(value) : String.fromCharCode(viewOf(value)[0] as number);
  return text.charCodeAt(0) > 127 ? valueError('sep must be ASCII.') : text;
}

/** The bytes of a text of hexadecimal digit pairs, with whitespace between the pairs. */
function fromHex(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; ) {
    if (/[ \t\n\r\f\v]/.test(text[i] as string)) {
      i++;
      continue;
    }
    for (const at of [i, i + 1]) {
      if (!/[0-9a-fA-F]/.test(text[at] ?? '')) {
        return valueError(`non-hexadecimal number found in fromhex() arg at position ${at}`);
      }
    }
    bytes.push(Number.parseInt(text.slice(i, i + 2), 16));
    i += 2;
  }
  return Uint8Array.from(bytes);
}

export function hexMethods(make: (bytes: Uint8Array) => Value): NativeSpec[] {
  return [
    keywords('hex', 0, ['sep', 'bytes_per_sep'], (args) => {
      if (argument(args, 0) === 0 && argument(args, 1) === 0) return plainHex(H[args]);
      const group = argument(args, 1) === 0 ? 1 : indexOf(argument(args, 1));
      return newStr(hexText(viewOf(H[args]), separatorOf(argument(args, 0)), group));
    }),
    asClassMethod(
      oneArg('fromhex', (args) => {
        const text = H[args + 1];
        if (isStr(text)) return make(fromHex(toJs(text)));
        return typeError(`fromhex() argument must be str, not ${describe(text)}`);
      }),
    ),
  ];
}
