// `format(value, spec)`: the type's own way (slot `format`), or object's, which accepts no spec.

import { decref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import type { Value } from '../heap/layout.ts';
import { floatValue } from './float.ts';
import { formOfSpec, putValue } from './numberForm.ts';
import { formatFloat, formatInt } from './numberFormat.ts';
import { consumeToJs, isStr, str, strJs, typeName } from './protocol.ts';
import { typeError } from './raise.ts';
import { NOT_HERE, scratchStr } from './scratch.ts';
import { slotsOf, typeOf } from './slots.ts';

/** `format(value, spec)`: an owned str. */
export function formatValue(value: Value, spec: string): Value {
  const type = typeOf(value);
  if (spec === '') {
    if (type === T.STR || type === T.INT) return str(value);
  } else if (type === T.STR || type === T.INT || type === T.FLOAT) {
    const end = putValue(0, value, formOfSpec(spec));
    if (end !== NOT_HERE) return scratchStr(end);
  }
  const { format: slot } = slotsOf(value);
  if (slot === undefined) return formatObject(value, spec);
  const result = slot(value, spec);
  if (isStr(result)) return result;
  const name = typeName(result);
  decref(result);
  return typeError(`__format__ must return a str, not ${name}`);
}

/** The same as a JavaScript string. */
export function formattedText(value: Value, spec: string): string {
  const type = typeOf(value);
  if (type === T.INT || type === T.FLOAT || type === T.STR) {
    if (spec === '') return strJs(value);
    if (type === T.FLOAT) return formatFloat(floatValue(value), spec);
    if ((value & 1) !== 0) return formatInt(value >> 1, spec);
  }
  return consumeToJs(formatValue(value, spec));
}

/** `object.__format__`. */
export function formatObject(value: Value, spec: string): Value {
  if (spec !== '') {
    return typeError(`unsupported format string passed to ${typeName(value)}.__format__`);
  }
  return str(value);
}
