// @hot Format specs that are constants of compiled code: looked at once, when the code is compiled, and
// then known by their index. A unit's text names the index; units are a worker's own, as this table is.

import { decref } from '../executors/policy.ts';
import type { Address, Value } from '../heap/layout.ts';
import { newFloat } from '../objects/float.ts';
import { formatValue } from '../objects/format.ts';
import { type Form, formOfSpec, putDouble, putValue } from '../objects/numberForm.ts';
import { scratchStr } from '../objects/scratch.ts';
import { toJs } from '../objects/str.ts';

interface ConstantSpec {
  readonly text: string;
  readonly form: Form;
}

const SPECS: ConstantSpec[] = [];
const indexes = new Map<string, number>();

/** The index of a spec. */
export function specIndex(spec: Address): number {
  const text = toJs(spec);
  const known = indexes.get(text);
  if (known !== undefined) return known;
  const index = SPECS.push({ text, form: formOfSpec(text) }) - 1;
  indexes.set(text, index);
  return index;
}

/** `format(value, spec)` */
export function formatBySpec(value: Value, index: number): Value {
  const { text, form } = SPECS[index] as ConstantSpec;
  const end = putValue(0, value, form);
  return end >= 0 ? scratchStr(end) : formatValue(value, text);
}

/** The same for a float that is no object yet. */
export function formatDoubleBySpec(x: number, index: number): Value {
  const { text, form } = SPECS[index] as ConstantSpec;
  const end = putDouble(0, x, form);
  if (end >= 0) return scratchStr(end);
  const float = newFloat(x);
  try {
    return formatValue(float, text);
  } finally {
    decref(float);
  }
}
