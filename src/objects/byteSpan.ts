// Looking at bytes-like objects. Methods of bytes and bytearray work on a Uint8Array: for bytes, which
// cannot change, a window into the heap; for a bytearray a copy made under its lock, because another
// thread may change or move its storage at any time.

import { lock, unlock } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import { BytearrayLayout, TypeFlag, type Value } from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { bytesData, bytesLength } from './bytes.ts';
import { hasFlag, isSubtype, typeName } from './protocol.ts';
import { typeError } from './raise.ts';
import { typeOf } from './slots.ts';

export const isBytes = (value: Value): boolean => hasFlag(value, TypeFlag.BYTES);
export const isBytearray = (value: Value): boolean =>
  (value & 1) === 0 && isSubtype(typeOf(value), T.BYTEARRAY);
export const isBytesLike = (value: Value): boolean => isBytes(value) || isBytearray(value);

/** The bytes of a bytes-like object. */
export function viewOf(value: Value): Uint8Array {
  if (isBytes(value)) {
    const data = bytesData(value);
    return U8.subarray(data, data + bytesLength(value));
  }
  lock(value);
  const data = H[(value >> 2) + BytearrayLayout.STORAGE];
  const copy = U8.slice(data, data + H[(value >> 2) + BytearrayLayout.LENGTH]);
  unlock(value);
  return copy;
}

/** As `viewOf`, with TypeError "a bytes-like object is required, not 'int'". */
export function requireView(value: Value): Uint8Array {
  if (isBytesLike(value)) return viewOf(value);
  return typeError(`a bytes-like object is required, not '${typeName(value)}'`);
}
