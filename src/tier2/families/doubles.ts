// A double goes into a place that held a float which nobody else refers to: that object is written anew
// where it is, instead of being freed and another one made. Only where the counts can tell
// (CountSource.onlyReference). nbody and raytrace live on it.

import { countSource } from '../../executors/policy.ts';
import { T } from '../../heap/builtinTypes.ts';
import { Header } from '../../heap/layout.ts';
import { type Entry, Kind, UNKNOWN } from '../state.ts';
import type { Translator } from '../translator.ts';

/** The value is a double, and places may be written in this way. */
export const isRewritable = (value: Entry): boolean =>
  value.kind === Kind.DOUBLE && countSource.onlyReference !== undefined;

/** Puts the double into the word `slot`, whose old value, 0 or owned by it, is in the variable `old`. */
export function storeDouble(t: Translator, slot: string, old: string, double: string): void {
  const isFloat = `H[(${old} >> 2) + ${Header.TYPE}] === ${T.FLOAT}`;
  const only = countSource.onlyReference?.(old);
  t.emit(`if (${old} !== 0 && (${old} & 1) === 0 && ${isFloat} && ${only}) {`);
  t.emit(`  F64[(${old} >> 3) + 2] = ${double};`);
  t.emit('} else {');
  t.emitAll(
    t.aside(() => {
      t.emit(`H[${slot}] = ${t.newFloat(double)};`);
      t.emit(`if (${old} !== 0) {`);
      t.emit(`  ${t.setIp(t.at.offset + 1)}`);
      t.decref(old, UNKNOWN);
      t.emit('}');
    }),
  );
  t.emit('}');
}
