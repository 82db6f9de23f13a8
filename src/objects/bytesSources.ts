// A row of bytes from whatever the constructors of bytes and bytearray are given: a str with an encoding,
// an object with `__bytes__`, a count, an iterable of ints.

import { decref } from '../executors/policy.ts';
import type { Value, WordIndex } from '../heap/layout.ts';
import { attributeAccess } from './attributeAccess.ts';
import { isBytes, isBytesLike, viewOf } from './byteSpan.ts';
import { call0 } from './calling.ts';
import { encodeStr } from './encode.ts';
import { collect, indexOf, isStr, typeName } from './protocol.ts';
import { raise, typeError, valueError } from './raise.ts';
import { slotsOf } from './slots.ts';
import { staticName, toJs } from './str.ts';
import { constructorArguments, describe, isIndex } from './strArgs.ts';
import { STR_LENGTH_MAX } from './strBuild.ts';

const BYTES_METHOD = staticName('__bytes__');

/** `value.__bytes__()` (owned bytes), or 0 if there is no such method. */
export function callBytesMethod(value: Value): Value {
  if ((value & 1) !== 0 || isStr(value)) return 0;
  const method = attributeAccess.findSpecial(value, BYTES_METHOD);
  if (method === 0) return 0;
  let result: Value;
  try {
    result = call0(method);
  } finally {
    decref(method);
  }
  if (isBytes(result)) return result;
  const name = typeName(result);
  decref(result);
  return typeError(`__bytes__ returned non-bytes (type ${name})`);
}

/** What the constructors of both types take: (source, encoding, errors). */
export function bytesOfArguments(
  typeWord: 'bytes' | 'bytearray',
  args: WordIndex,
  count: number,
  kwNames: Value,
): Uint8Array {
  const [source, encoding, errors] = constructorArguments(
    typeWord,
    ['source', 'encoding', 'errors'],
    args,
    count,
    kwNames,
  ) as [Value, Value, Value];
  const option = (value: Value, name: string, fallback: string): string => {
    if (value === 0) return fallback;
    if (isStr(value)) return toJs(value);
    return typeError(`${typeWord}() argument '${name}' must be str, not ${describe(value)}`);
  };
  const codec = option(encoding, 'encoding', '');
  const handler = option(errors, 'errors', 'strict');
  if (source !== 0 && isStr(source)) {
    if (encoding === 0) return typeError('string argument without an encoding');
    return consumeView(encodeStr(source, codec, handler));
  }
  if (encoding !== 0) return typeError('encoding without a string argument');
  if (errors !== 0) return typeError('errors without a string argument');
  return source === 0 ? new Uint8Array(0) : bytesOfValue(typeWord, source);
}

function bytesOfValue(typeWord: 'bytes' | 'bytearray', source: Value): Uint8Array {
  if (isBytesLike(source)) return Uint8Array.from(viewOf(source));
  const converted = typeWord === 'bytes' ? callBytesMethod(source) : 0;
  if (converted !== 0) return consumeView(converted);
  if (isIndex(source)) {
    const count = indexOf(source);
    if (count < 0) return valueError('negative count');
    if (count >= 2 ** 63) {
      return raise('OverflowError', `cannot fit '${typeName(source)}' into an index-sized integer`);
    }
    return count > STR_LENGTH_MAX ? raise('MemoryError') : new Uint8Array(count);
  }
  if (slotsOf(source).iterate === undefined) {
    return typeError(`cannot convert '${typeName(source)}' object to ${typeWord}`);
  }
  return bytesOfItems(
    source,
    typeWord === 'bytes' ? 'bytes must be in range(0, 256)' : 'byte must be in range(0, 256)',
  );
}

/** The ints of an iterable as bytes. */
export function bytesOfItems(iterable: Value, rangeMessage: string): Uint8Array {
  const items = collect(iterable);
  try {
    return Uint8Array.from(items, (item) => {
      const byte = indexOf(item);
      return byte < 0 || byte > 255 ? valueError(rangeMessage) : byte;
    });
  } finally {
    for (const item of items) decref(item);
  }
}

function consumeView(bytes: Value): Uint8Array {
  const copy = Uint8Array.from(viewOf(bytes));
  decref(bytes);
  return copy;
}
