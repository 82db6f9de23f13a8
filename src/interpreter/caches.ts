// @hot Inline caches: four private words per instruction that has one, indexed by the number that the
// loader wrote behind it (runtime/codeObjects.ts). A cache holds versions and places, never a counted
// reference; whatever it says is checked against a version in the shared heap before use.

import { INLINE_CACHES_MAX } from '../runtime/codeObjects.ts';

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
  /** As METHOD, but the value binds nothing. */
  CLASS_VALUE = 4,
  /** Word 2: property's Python getter is called; not used by tier 1 yet. */
  MEMBER = 5,
}
