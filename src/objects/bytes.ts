// @hot Bytes objects: length, hash (0 = not yet), then the bytes. bytes are immutable; a bytearray keeps
// its bytes in a raw block (bytearray.ts). Empty bytes are one immortal object. A `ByteSpan` is how code
// that accepts both looks at them.

import { S, T } from '../heap/builtinTypes.ts';
import { type Address, BytesLayout, type Value } from '../heap/layout.ts';
import { H, U8 } from '../heap/memory.ts';
import { copyBytes } from './copying.ts';
import { newObject } from './object.ts';

/** Words of a bytes object of that length. */
export const bytesWords = (length: number): number => BytesLayout.DATA + ((length + 3) >> 2);
export const bytesLength = (bytes: Address): number => H[(bytes >> 2) + BytesLayout.LENGTH];
/** Byte address of the first byte. */
export const bytesData = (bytes: Address): number => bytes + BytesLayout.DATA * 4;

/** A bytes object to be filled in by the caller before anybody sees it; length > 0. */
export function newBytesOf(length: number): Address {
  const bytes = newObject(T.BYTES, bytesWords(length));
  H[(bytes >> 2) + BytesLayout.LENGTH] = length;
  H[(bytes >> 2) + BytesLayout.HASH] = 0;
  return bytes;
}

/** Owned bytes with these values. */
export function newBytes(data: ArrayLike<number>): Value {
  if (data.length === 0) return S.EMPTY_BYTES;
  const bytes = newBytesOf(data.length);
  U8.set(data, bytesData(bytes));
  return bytes;
}

/** Owned bytes copied from the heap. */
export function bytesFrom(address: number, length: number): Value {
  if (length === 0) return S.EMPTY_BYTES;
  const bytes = newBytesOf(length);
  copyBytes(bytesData(bytes), address, length);
  return bytes;
}

/** FNV-1a, as for strings, over the bytes. Never 0. */
export function bytesHash(bytes: Address): number {
  const known = H[(bytes >> 2) + BytesLayout.HASH];
  if (known !== 0) return known;
  const data = bytesData(bytes);
  const end = data + bytesLength(bytes);
  let hash = 0x811c9dc5;
  for (let i = data; i < end; i++) hash = Math.imul(hash ^ U8[i], 0x01000193);
  hash ^= hash >>> 15;
  if (hash === 0) hash = 1;
  H[(bytes >> 2) + BytesLayout.HASH] = hash;
  return hash;
}
