// Addresses of the builtin types and singletons, known at compile time, so that `type is list` is a
// comparison with a literal. The objects themselves are laid out by `objects/` when worker 0 boots.

import { Region } from './layout.ts';

export const enum T {
  FREED = Region.TYPES, // what a poisoned block says it is; see the unsafe executor
  OBJECT = Region.TYPES + Region.TYPE_BYTES * 1,
  TYPE = Region.TYPES + Region.TYPE_BYTES * 2,
  NONE = Region.TYPES + Region.TYPE_BYTES * 3,
  BOOL = Region.TYPES + Region.TYPE_BYTES * 4,
  INT = Region.TYPES + Region.TYPE_BYTES * 5,
  FLOAT = Region.TYPES + Region.TYPE_BYTES * 6,
  COMPLEX = Region.TYPES + Region.TYPE_BYTES * 7,
  STR = Region.TYPES + Region.TYPE_BYTES * 8,
  BYTES = Region.TYPES + Region.TYPE_BYTES * 9,
  BYTEARRAY = Region.TYPES + Region.TYPE_BYTES * 10,
  TUPLE = Region.TYPES + Region.TYPE_BYTES * 11,
  LIST = Region.TYPES + Region.TYPE_BYTES * 12,
  DICT = Region.TYPES + Region.TYPE_BYTES * 13,
  SET = Region.TYPES + Region.TYPE_BYTES * 14,
  FROZENSET = Region.TYPES + Region.TYPE_BYTES * 15,
  RANGE = Region.TYPES + Region.TYPE_BYTES * 16,
  SLICE = Region.TYPES + Region.TYPE_BYTES * 17,
  FUNCTION = Region.TYPES + Region.TYPE_BYTES * 18,
  CODE = Region.TYPES + Region.TYPE_BYTES * 19,
  METHOD = Region.TYPES + Region.TYPE_BYTES * 20,
  NATIVE = Region.TYPES + Region.TYPE_BYTES * 21, // builtin_function_or_method
  METHOD_DESCRIPTOR = Region.TYPES + Region.TYPE_BYTES * 22,
  SLOT_WRAPPER = Region.TYPES + Region.TYPE_BYTES * 23, // wrapper_descriptor: native dunder methods
  MODULE = Region.TYPES + Region.TYPE_BYTES * 24,
  CELL = Region.TYPES + Region.TYPE_BYTES * 25,
  PROPERTY = Region.TYPES + Region.TYPE_BYTES * 26,
  CLASSMETHOD = Region.TYPES + Region.TYPE_BYTES * 27,
  STATICMETHOD = Region.TYPES + Region.TYPE_BYTES * 28,
  SUPER = Region.TYPES + Region.TYPE_BYTES * 29,
  MEMBER = Region.TYPES + Region.TYPE_BYTES * 30,
  GETSET = Region.TYPES + Region.TYPE_BYTES * 31,
  GENERATOR = Region.TYPES + Region.TYPE_BYTES * 32,
  TRACEBACK = Region.TYPES + Region.TYPE_BYTES * 33,
  FRAME = Region.TYPES + Region.TYPE_BYTES * 34,
  ELLIPSIS = Region.TYPES + Region.TYPE_BYTES * 35,
  NOT_IMPLEMENTED = Region.TYPES + Region.TYPE_BYTES * 36,
  LIST_ITERATOR = Region.TYPES + Region.TYPE_BYTES * 37,
  TUPLE_ITERATOR = Region.TYPES + Region.TYPE_BYTES * 38,
  RANGE_ITERATOR = Region.TYPES + Region.TYPE_BYTES * 39,
  STR_ITERATOR = Region.TYPES + Region.TYPE_BYTES * 40,
  BYTES_ITERATOR = Region.TYPES + Region.TYPE_BYTES * 41,
  DICT_KEY_ITERATOR = Region.TYPES + Region.TYPE_BYTES * 42,
  DICT_VALUE_ITERATOR = Region.TYPES + Region.TYPE_BYTES * 43,
  DICT_ITEM_ITERATOR = Region.TYPES + Region.TYPE_BYTES * 44,
  DICT_KEYS = Region.TYPES + Region.TYPE_BYTES * 45,
  DICT_VALUES = Region.TYPES + Region.TYPE_BYTES * 46,
  DICT_ITEMS = Region.TYPES + Region.TYPE_BYTES * 47,
  SET_ITERATOR = Region.TYPES + Region.TYPE_BYTES * 48,
  LIST_REVERSE_ITERATOR = Region.TYPES + Region.TYPE_BYTES * 49,
  SEQUENCE_ITERATOR = Region.TYPES + Region.TYPE_BYTES * 50, // iter() over __getitem__
  CALLABLE_ITERATOR = Region.TYPES + Region.TYPE_BYTES * 51,
  ENUMERATE = Region.TYPES + Region.TYPE_BYTES * 52,
  ZIP = Region.TYPES + Region.TYPE_BYTES * 53,
  MAP = Region.TYPES + Region.TYPE_BYTES * 54,
  FILTER = Region.TYPES + Region.TYPE_BYTES * 55,
  REVERSED = Region.TYPES + Region.TYPE_BYTES * 56,
  LOCK = Region.TYPES + Region.TYPE_BYTES * 57,
  RLOCK = Region.TYPES + Region.TYPE_BYTES * 58,
  HANDLE = Region.TYPES + Region.TYPE_BYTES * 59,
  MAPPING_PROXY = Region.TYPES + Region.TYPE_BYTES * 60,
  NAMESPACE = Region.TYPES + Region.TYPE_BYTES * 61, // types.SimpleNamespace
  DEQUE = Region.TYPES + Region.TYPE_BYTES * 62,
  RANDOM = Region.TYPES + Region.TYPE_BYTES * 63,
  CLASSMETHOD_DESCRIPTOR = Region.TYPES + Region.TYPE_BYTES * 64,
  BASE_EXCEPTION = Region.TYPES + Region.TYPE_BYTES * 65,
  EXCEPTION = Region.TYPES + Region.TYPE_BYTES * 66,
  STOP_ITERATION = Region.TYPES + Region.TYPE_BYTES * 67,
  /** Further builtin types (the other exceptions, library types) are numbered from here on by `staticType`. */
  FIRST_DYNAMIC = Region.TYPES + Region.TYPE_BYTES * 68,
}

/** Immortal objects without content, and the two booleans. */
export const enum S {
  NONE = Region.SINGLETONS,
  FALSE = Region.SINGLETONS + 0x20,
  TRUE = Region.SINGLETONS + 0x40,
  ELLIPSIS = Region.SINGLETONS + 0x60,
  NOT_IMPLEMENTED = Region.SINGLETONS + 0x80,
  EMPTY_TUPLE = Region.SINGLETONS + 0xa0,
  /** Marks a deleted key of a set; never seen by Python. */
  DUMMY = Region.SINGLETONS + 0xc0,
  EMPTY_STR = Region.SINGLETONS + 0xe0,
  EMPTY_BYTES = Region.SINGLETONS + 0x110,
  /** Python strings of one Latin-1 character: CHARACTERS + 32 * code point. */
  CHARACTERS = Region.SINGLETONS + 0x140, // 256 * 32 bytes, ends at SINGLETONS + 0x2140
}
