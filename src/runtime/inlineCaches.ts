// @hot Inline caches: four private words per instruction that has one, indexed by the number that the
// loader wrote behind it (runtime/codeObjects.ts). A cache holds versions and places, never a counted
// reference; whatever it says is checked against a version in the shared heap before use.

import { INLINE_CACHES_MAX } from './codeObjects.ts';

export const IC = new Int32Array(INLINE_CACHES_MAX * 4);

/** What LOAD_ATTR found, in word 1 of its cache. */
export const enum AttributeCase {
  NONE = 0,
  /** Word 2: shape, word 3: index of the value. */
  INSTANCE = 1,
  /** Word 2: function in the type, word 3: shape that does not shadow it (0: no attribute storage). */
  METHOD = 2,
  /** Word 2: keys version of the module's dict, word 3: word index of the value. */
  MODULE = 3,
  /** As METHOD, but the value (of the type, or what a staticmethod wraps) binds nothing. */
  CLASS_VALUE = 4,
  /** Word 2: place of a `__slots__` member in the object, in words. */
  MEMBER = 5,
  /** Word 2: property, word 3: its getter, a Python function of one argument. */
  PROPERTY = 6,
  /** The object is a type, its own version is in word 0. Word 2: what the name means, word 3: the type. */
  TYPE_VALUE = 7,
  /** STORE_ATTR gives the object one attribute more. Word 2: shape before, word 3: shape afterwards. */
  ADD = 8,
  /** Word 2: number of the function that computes a builtin type's attribute. */
  COMPUTED = 9,
  /** Word 2: item of a tuple that a named tuple's field stands for. */
  TUPLE_ITEM = 10,
  /** As TYPE_VALUE, of a classmethod: word 2 is its function, which gets the type as first argument. */
  TYPE_METHOD = 11,
}

/**
 * What BINARY_OP and COMPARE_OP have met, in word 0 of their cache: three bits per operand, the left one
 * in the low bits. Two small ints leave no trace: that is what is expected.
 */
export const enum OperandBit {
  SMALL = 1,
  FLOAT = 2,
  OTHER = 4,
  MASK = 7,
  RIGHT_SHIFT = 3,
  /** A result of two small ints was no small int. */
  OVERFLOW = 64,
  /** Tier 2 was wrong about it: no assumption is to be made again. */
  FAILED = 128,
  /** An int that is negative or has more than 64 bits. */
  LEFT_LONG = 256,
  RIGHT_LONG = 512,
}
