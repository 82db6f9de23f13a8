// @hot Floats: one IEEE 754 double behind the header, at byte 16.

import { T } from '../heap/builtinTypes.ts';
import { type Address, FloatLayout, type Value } from '../heap/layout.ts';
import { F64 } from '../heap/memory.ts';
import { newObject } from './object.ts';

export function newFloat(x: number): Value {
  const float = newObject(T.FLOAT, FloatLayout.WORDS);
  F64[(float >> 3) + 2] = x;
  return float;
}

/** Value of an object known to be a float (or of a subtype). */
export const floatValue = (float: Address): number => F64[(float >> 3) + 2];
