// `int.to_bytes` and `int.from_bytes`.

import { decref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { StrLayout, type Value, type WordIndex } from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { bitLength } from './bigNumbers.ts';
import { isBytes, isBytesLike, viewOf } from './byteSpan.ts';
import { bytesData, bytesLength, newBytes, newBytesOf } from './bytes.ts';
import { callWith } from './calling.ts';
import { newBigInt, toBigInt, toNumber } from './int.ts';
import { ofTwoLimbs } from './limbs.ts';
import { collect, indexOf, isInt, isStr, isTrue, typeName } from './protocol.ts';
import { raise, typeError, valueError } from './raise.ts';
import { slotsOf } from './slots.ts';
import { codeAt, staticName, toJs } from './str.ts';
import { highOf, isShort, lowOf } from './twoLimbs.ts';

/** The names of the orders as literals of programs are. */
const LITTLE = staticName('little');
const BIG = staticName('big');

/** Whether a str of the text's length is the text. */
function isText(str: Value, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (codeAt(str, i) !== text.charCodeAt(i)) return false;
  return true;
}

function isLittle(order: Value, method: string): boolean {
  if (order === 0) return false;
  if (order === LITTLE) return true;
  if (order === BIG) return false;
  if (!isStr(order)) {
    return typeError(`${method}() argument 'byteorder' must be str, not ${typeName(order)}`);
  }
  const length = H[(order >> 2) + StrLayout.LENGTH];
  if (length === 6 && isText(order, 'little')) return true;
  if (length === 3 && isText(order, 'big')) return false;
  const name = toJs(order);
  if (name !== 'little' && name !== 'big') {
    return valueError("byteorder must be either 'little' or 'big'");
  }
  return name === 'little';
}

/** The bytes of an int of up to 64 bits, not negative; 0 if it is another or does not fit. */
function shortToBytes(value: Value, length: number, little: boolean): Value {
  if (length < 1 || length > 64 || !isShort(value)) return 0;
  const low = lowOf(value);
  const high = highOf(value);
  const bits = high !== 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(low);
  if (bits > length * 8) return 0;
  const bytes = newBytesOf(length);
  const data = bytesData(bytes);
  for (let i = 0; i < length; i++) {
    const byte = i < 4 ? (low >>> (8 * i)) & 0xff : i < 8 ? (high >>> (8 * i - 32)) & 0xff : 0;
    U8[data + (little ? i : length - 1 - i)] = byte;
  }
  return bytes;
}

/** The int that up to 8 bytes stand for. */
function shortFromBytes(bytes: Value, little: boolean): Value {
  const length = bytesLength(bytes);
  const data = bytesData(bytes);
  let low = 0;
  let high = 0;
  for (let i = 0; i < length; i++) {
    const byte = U8[data + (little ? i : length - 1 - i)];
    if (i < 4) low |= byte << (8 * i);
    else high |= byte << (8 * i - 32);
  }
  return ofTwoLimbs(low, high);
}

/** Native `to_bytes(length=1, byteorder='big', *, signed=False)`. */
export function toBytes(args: WordIndex): Value {
  const length = H[args + 1] === 0 ? 1 : indexOf(H[args + 1]);
  const little = isLittle(H[args + 2], 'to_bytes');
  const signed = H[args + 3] !== 0 && isTrue(H[args + 3]);
  if (length < 0) return valueError('length argument must be non-negative');
  const quick = signed ? 0 : shortToBytes(H[args], length, little);
  if (quick !== 0) return quick;
  const n = toBigInt(H[args]);
  if (n < 0n && !signed) return raise('OverflowError', "can't convert negative int to unsigned");
  const bits = signed ? bitLength(n < 0n ? n + 1n : n) + 1 : bitLength(n);
  if (bits > length * 8 && !(signed && n === 0n)) {
    return raise('OverflowError', 'int too big to convert');
  }
  const hex = BigInt.asUintN(length * 8, n)
    .toString(16)
    .padStart(length * 2, '0');
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const byte = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
    bytes[little ? length - 1 - i : i] = byte;
  }
  return newBytes(bytes);
}

/** Native class method `from_bytes(bytes, byteorder='big', *, signed=False)`. */
export function fromBytes(args: WordIndex): Value {
  const type = H[args];
  const little = isLittle(H[args + 2], 'from_bytes');
  const signed = H[args + 3] !== 0 && isTrue(H[args + 3]);
  const source = H[args + 1];
  if (type === T.INT && !signed && isBytes(source) && bytesLength(source) <= 8) {
    return shortFromBytes(source, little);
  }
  const bytes = byteValues(source);
  if (little) bytes.reverse();
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const unsigned = BigInt(`0x0${hex}`);
  const int = newBigInt(signed ? BigInt.asIntN(bytes.length * 8, unsigned) : unsigned);
  if (type === T.INT) return int;
  if (type === T.BOOL) {
    const truth = isTrue(int);
    decref(int);
    return truth ? S.TRUE : S.FALSE;
  }
  try {
    return callWith(type, [int]);
  } finally {
    decref(int);
  }
}

function byteValues(value: Value): number[] {
  if (isBytesLike(value)) return Array.from(viewOf(value));
  if (isStr(value) || isInt(value) || slotsOf(value).iterate === undefined) {
    return typeError(`cannot convert '${typeName(value)}' object to bytes`);
  }
  const items = collect(value);
  try {
    return items.map((item) => {
      const byte = isInt(item) ? toNumber(item) : indexOf(item);
      return byte >= 0 && byte < 256 ? byte : valueError('bytes must be in range(0, 256)');
    });
  } finally {
    for (const item of items) decref(item);
  }
}
