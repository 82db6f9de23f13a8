// Tuples whose items also have names: sys.version_info and its like (CPython's structseq). A builtin
// subtype of tuple with one read-only attribute per item.

import { T } from '../../heap/builtinTypes.ts';
import { type Address, Header, type Value } from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { defineType, staticType } from '../../objects/define.ts';
import { reprJs } from '../../objects/protocol.ts';
import { newStr, own } from '../../objects/str.ts';
import { tupleItem, tupleOf } from '../../objects/tuple.ts';
import '../../objects/tupleType.ts'; // its slots are inherited, so it is declared first

export interface StructSequence {
  /** A new one from owned values in the order of the fields. */
  readonly make: (values: readonly Value[]) => Address;
}

/** Declares the type `module.name` with these fields, at least one. */
export function defineStructSequence(
  module: string,
  name: string,
  fields: readonly string[],
): StructSequence {
  const type = staticType();
  const repr = (object: Value): Value =>
    newStr(
      `${module}.${name}(${fields.map((f, i) => `${f}=${reprJs(tupleItem(object, i))}`).join(', ')})`,
    );
  defineType(type, {
    name,
    module,
    base: T.TUPLE,
    words: 0,
    slots: { repr },
    getset: fields.map((field, i) => ({ name: field, get: (object) => own(tupleItem(object, i)) })),
  });
  return {
    make: (values) => {
      const tuple = tupleOf(values);
      // A fresh tuple becomes one of the subtype: the layout is the same.
      H[(tuple >> 2) + Header.TYPE] = type;
      return tuple;
    },
  };
}
