// Attribute access for the object library: the few builtins that ask an argument for a method or an
// attribute by name (`keys` of a mapping, `__missing__`, `__reversed__`). What an attribute is only the
// runtime knows, which fills these in.

import { type Address, Header, type Value } from '../heap/layout.ts';
import { bug, H } from '../heap/memory.ts';

export const attributeAccess: {
  /** `getattr(object, name)` with an interned name: owned, or 0 if there is no such attribute (AttributeError is swallowed, others are raised). */
  find: (object: Value, name: Address) => Value;
  /** The attribute as found on the object's type, bound to it, as special methods are: owned, or 0. */
  findSpecial: (object: Value, name: Address) => Value;
} = {
  find: () => bug('an attribute was asked for before the runtime was loaded'),
  findSpecial: (object) =>
    bug(`a special method of type ${H[(object >> 2) + Header.TYPE]} before the runtime was loaded`),
};
