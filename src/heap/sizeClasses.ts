// Size classes of blocks. Up to 512 bytes in steps of 8, so that a float takes 24 bytes and not 32;
// then four steps per doubling up to 8 KiB (waste below a quarter); above that whole pages.
// Object blocks and raw storage (list items, dict tables) never share a page: a reader without a lock
// may look at the header of a freed object, which must then still be a header (PEP 703, "Optimistic
// avoiding of locking" and its mimalloc heaps). Hence two families of classes, CLASS_COUNT apart.

export const enum SizeClass {
  FINE_MAX_BYTES = 512,
  FINE_COUNT = 65, // classes 0..64 hold 8 * class bytes; 0 is unused
  COARSE_MAX_BYTES = 8192,
  COUNT = 81,
  FAMILY_STRIDE = 96, // storage classes follow the object classes at this distance
}

const COARSE_BYTES = [
  640, 768, 896, 1024, 1280, 1536, 1792, 2048, 2560, 3072, 3584, 4096, 5120, 6144, 7168, 8192,
];

/** Class of a block of that many bytes, at most COARSE_MAX_BYTES. */
export function sizeClass(bytes: number): number {
  if (bytes <= SizeClass.FINE_MAX_BYTES) return (bytes + 7) >> 3;
  let index = 0;
  while ((COARSE_BYTES[index] as number) < bytes) index++;
  return SizeClass.FINE_COUNT + index;
}

/** Bytes of a block of that class. */
export function classBytes(sizeClassIndex: number): number {
  return sizeClassIndex < SizeClass.FINE_COUNT
    ? sizeClassIndex * 8
    : (COARSE_BYTES[sizeClassIndex - SizeClass.FINE_COUNT] as number);
}
