// Builtin functions about numbers and characters: abs, divmod, pow, round, sum, bin, oct, hex, chr, ord,
// hash, id.

import { BinaryOperator } from '../../bytecode/opcodes.ts';
import { decref } from '../../executors/policy.ts';
import { S, T } from '../../heap/builtinTypes.ts';
import { BytearrayLayout, TypeFlag, type Value, type WordIndex } from '../../heap/layout.ts';
import { H, U8 } from '../../heap/memory.ts';
import { attributeAccess } from '../../objects/attributeAccess.ts';
import { bytesData, bytesLength } from '../../objects/bytes.ts';
import { call0, call1, callWith } from '../../objects/calling.ts';
import { floatValue, newFloat } from '../../objects/float.ts';
import { newBigInt, newInt, tag, toBigInt, toNumber } from '../../objects/int.ts';
import { keywords, type NativeSpec, oneArg, positional, raw } from '../../objects/natives.ts';
import { bigIndexOf } from '../../objects/numberConversion.ts';
import { putBased, Style } from '../../objects/numberForm.ts';
import { sumOfRun } from '../../objects/numberRuns.ts';
import { hashAsInt, pythonHash } from '../../objects/numericHash.ts';
import {
  binary,
  hasFlag,
  hash,
  indexOf,
  isFloat,
  isInt,
  isStr,
  iterate,
  nextItem,
  typeName,
} from '../../objects/protocol.ts';
import { raise, typeError, valueError } from '../../objects/raise.ts';
import { divmodNumbers, powNumbers, roundNumber } from '../../objects/rounding.ts';
import { putJs, scratchStr } from '../../objects/scratch.ts';
import { flagsOf, slotsOf, typeOf } from '../../objects/slots.ts';
import { codeAt, newStr, own, strLength, strOfCode, toJs } from '../../objects/str.ts';
import { tupleItem, tupleLength } from '../../objects/tuple.ts';
import { N } from '../../runtime/names.ts';

const isHeapType = (value: Value): boolean => (flagsOf(typeOf(value)) & TypeFlag.HEAP) !== 0;

function abs(args: WordIndex): Value {
  const { absolute } = slotsOf(H[args]);
  if (absolute === undefined)
    return typeError(`bad operand type for abs(): '${typeName(H[args])}'`);
  return absolute(H[args]);
}

/** `method(object, *args)` of a special method, owned; 0 if there is none. */
function special(object: Value, name: number, args: readonly Value[]): Value {
  const method = attributeAccess.findSpecial(object, name);
  if (method === 0) return 0;
  try {
    return callWith(method, args);
  } finally {
    decref(method);
  }
}

function divmod(args: WordIndex): Value {
  const left = H[args];
  const right = H[args + 1];
  if (!isHeapType(left) && !isHeapType(right)) {
    const result = divmodNumbers(left, right);
    if (result !== S.NOT_IMPLEMENTED) return result;
  } else {
    const forward = special(left, N.__divmod__, [right]);
    if (forward !== 0 && forward !== S.NOT_IMPLEMENTED) return forward;
    const reflected = special(right, N.__rdivmod__, [left]);
    if (reflected !== 0 && reflected !== S.NOT_IMPLEMENTED) return reflected;
  }
  return typeError(
    `unsupported operand type(s) for divmod(): '${typeName(left)}' and '${typeName(right)}'`,
  );
}

function pow(args: WordIndex): Value {
  const [base, exponent, modulus] = [H[args], H[args + 1], H[args + 2]];
  if (modulus === 0 || modulus === S.NONE) return binary(BinaryOperator.POWER, base, exponent);
  if (isHeapType(base)) {
    const result = special(base, N.__pow__, [exponent, modulus]);
    if (result !== 0 && result !== S.NOT_IMPLEMENTED) return result;
  }
  return powNumbers(base, exponent, modulus);
}

function round(args: WordIndex): Value {
  const number = H[args];
  const digits = H[args + 1];
  if (!isHeapType(number) && (isInt(number) || isFloat(number))) return roundNumber(number, digits);
  const method = attributeAccess.findSpecial(number, N.__round__);
  if (method === 0) return typeError(`type ${typeName(number)} doesn't define __round__ method`);
  try {
    return digits === 0 || digits === S.NONE ? call0(method) : call1(method, digits);
  } finally {
    decref(method);
  }
}

function sum(args: WordIndex, count: number, kwNames: Value): Value {
  const named = kwNames === 0 ? 0 : tupleLength(kwNames);
  const places = count - named;
  if (places < 1) return typeError(`sum() takes at least 1 positional argument (${places} given)`);
  if (count > 2) return typeError(`sum() takes at most 2 arguments (${count} given)`);
  for (let i = 0; i < named; i++) {
    const name = toJs(tupleItem(kwNames, i));
    if (name !== 'start') typeError(`'${name}' is an invalid keyword argument for sum()`);
  }
  const start = count > 1 ? H[args + 1] : tag(0);
  refuseText(start);
  const quick = start === tag(0) ? sumOfRun(H[args]) : 0;
  if (quick !== 0) return quick;
  const iterator = iterate(H[args]);
  try {
    return addAll(iterator, start);
  } finally {
    decref(iterator);
  }
}

function refuseText(start: Value): void {
  if (isStr(start)) typeError("sum() can't sum strings [use ''.join(seq) instead]");
  if (hasFlag(start, TypeFlag.BYTES))
    typeError("sum() can't sum bytes [use b''.join(seq) instead]");
  if (typeOf(start) === T.BYTEARRAY) {
    typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
  }
}

/** A sum on its way: `number` while all is ints below 2**52 or a float, else the owned `total`. */
interface Sum {
  mode: 'int' | 'float' | 'any';
  number: number;
  total: Value;
}

/** Ints and floats are added as doubles while that is exact, or what Python would do. */
function addAll(iterator: Value, start: Value): Value {
  const sum: Sum = { mode: 'any', number: 0, total: 0 };
  setTotal(sum, own(start));
  try {
    for (let item = nextItem(iterator); item !== 0; item = nextItem(iterator)) {
      if (!addNumber(sum, item)) addObject(sum, item);
    }
    return takeTotal(sum);
  } catch (error) {
    if (sum.total !== 0) decref(sum.total);
    throw error;
  }
}

/** Takes over a total of any kind. */
function setTotal(sum: Sum, total: Value): void {
  if ((total & 1) !== 0) {
    sum.mode = 'int';
    sum.number = total >> 1;
  } else if (typeOf(total) === T.FLOAT) {
    sum.mode = 'float';
    sum.number = floatValue(total);
    decref(total);
  } else {
    sum.mode = 'any';
    sum.total = total;
  }
}

/** The total as an owned value, which is the caller's from now on. */
function takeTotal(sum: Sum): Value {
  const { mode, number, total } = sum;
  sum.total = 0;
  return mode === 'any' ? total : mode === 'int' ? newInt(number) : newFloat(number);
}

/** Adds an item (released) as a double; false if that would not be exact. */
function addNumber(sum: Sum, item: Value): boolean {
  if (sum.mode === 'any') return false;
  if ((item & 1) !== 0) {
    if (sum.mode === 'int' && Math.abs(sum.number) >= 2 ** 52) return false;
    sum.number += item >> 1;
    return true;
  }
  const type = typeOf(item);
  if (type === T.FLOAT) {
    sum.mode = 'float';
    sum.number += floatValue(item);
  } else if (type === T.INT && sum.mode === 'float' && Number.isFinite(toNumber(item))) {
    sum.number += toNumber(item);
  } else return false;
  decref(item);
  return true;
}

/** `total + item`, whatever they are; releases the item. */
function addObject(sum: Sum, item: Value): void {
  const left = takeTotal(sum);
  try {
    setTotal(sum, binary(BinaryOperator.ADD, left, item));
  } finally {
    decref(left);
    decref(item);
  }
}

const based = (name: string, base: number, prefix: string, style: Style): NativeSpec =>
  oneArg(name, (args) => {
    const value = H[args];
    if ((value & 1) !== 0) {
      const small = value >> 1;
      const at = putJs(0, small < 0 ? `-${prefix}` : prefix);
      return scratchStr(putBased(at, small < 0 ? -small : small, style));
    }
    const n = bigIndexOf(value);
    return newStr(n < 0n ? `-${prefix}${(-n).toString(base)}` : prefix + n.toString(base));
  });

function chr(args: WordIndex): Value {
  const code = indexOf(H[args]);
  if (code >= 2 ** 31 || code < -(2 ** 31)) {
    return raise('OverflowError', 'Python int too large to convert to C int');
  }
  if (code < 0 || code > 0x10ffff) return valueError('chr() arg not in range(0x110000)');
  return own(strOfCode(code));
}

function ord(args: WordIndex): Value {
  const value = H[args];
  let length: number;
  if (isStr(value)) {
    length = strLength(value);
    if (length === 1) return tag(codeAt(value, 0));
  } else if (hasFlag(value, TypeFlag.BYTES)) {
    length = bytesLength(value);
    if (length === 1) return tag(U8[bytesData(value)] as number);
  } else if (typeOf(value) === T.BYTEARRAY) {
    length = H[(value >> 2) + BytearrayLayout.LENGTH];
    if (length === 1) return tag(U8[H[(value >> 2) + BytearrayLayout.STORAGE]] as number);
  } else {
    return typeError(`ord() expected string of length 1, but ${typeName(value)} found`);
  }
  return typeError(`ord() expected a character, but string of length ${length} found`);
}

/** CPython's number where it is defined by the language, else the machine's 32 bits. */
function visibleHash(args: WordIndex): Value {
  const value = H[args];
  if ((value & 1) !== 0) return value === -1 ? -3 : value;
  if (!isHeapType(value)) {
    const known = hashAsInt(value);
    return known === 0 ? newInt(hash(value)) : known;
  }
  const method = attributeAccess.findSpecial(value, N.__hash__);
  if (method === 0 || method === S.NONE) return typeError(`unhashable type: '${typeName(value)}'`);
  try {
    const result = call0(method);
    if (!isInt(result)) {
      decref(result);
      return typeError('__hash__ method should return an integer');
    }
    if ((result & 1) !== 0) return result === -1 ? -3 : result;
    const given = toBigInt(result);
    const shown =
      BigInt.asIntN(64, given) !== given ? pythonHash(result) : given === -1n ? -2n : given;
    decref(result);
    return newBigInt(shown as bigint);
  } finally {
    decref(method);
  }
}

export const NUMBER_FUNCTIONS: readonly NativeSpec[] = [
  oneArg('abs', abs),
  positional('divmod', 2, 2, divmod),
  keywords('pow', 2, ['base', 'exp', 'mod'], pow),
  keywords('round', 1, ['number', 'ndigits'], round),
  raw('sum', sum),
  based('bin', 2, '0b', Style.BINARY),
  based('oct', 8, '0o', Style.OCTAL),
  based('hex', 16, '0x', Style.HEX),
  oneArg('chr', chr),
  oneArg('ord', ord),
  oneArg('hash', visibleHash),
  oneArg('id', (args) => newInt(H[args] >>> 0)),
];
