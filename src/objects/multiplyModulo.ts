// @hot `a * b % m`, the step of modular arithmetic: where the numbers are of middling size the product is
// divided where it was made, without an object between.

import { decref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import { Header, IntLayout, type Value } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { multiplyInts, remainderInts } from './intArithmetic.ts';
import { multiplyRemainder } from './limbs.ts';

/** More limbs than these are multiplied and divided by better algorithms. */
const LIMBS_MAX = 24;

/** A small int or a heap int of few limbs, not negative. */
function isMiddling(value: Value): boolean {
  if ((value & 1) !== 0) return value > 0;
  const q = value >> 2;
  const digits = H[q + IntLayout.DIGITS];
  return digits > 0 && digits <= LIMBS_MAX && H[q + Header.TYPE] === T.INT;
}

/** The remainder of two ints' product, owned. */
export function multiplyModulo(left: Value, right: Value, modulus: Value): Value {
  if (
    (modulus & 1) === 0 &&
    (left & right & 1) === 0 &&
    isMiddling(left) &&
    isMiddling(right) &&
    isMiddling(modulus)
  ) {
    return multiplyRemainder(left, right, modulus);
  }
  const product = multiplyInts(left, right);
  try {
    return remainderInts(product, modulus);
  } finally {
    decref(product);
  }
}
