// The name that `object.__getattribute__`, `__setattr__` and `__delattr__` were given. Attribute storage and
// types compare names by identity, so it must be a str, and interned, before anything looks it up.

import type { Address, Value } from '../heap/layout.ts';
import { isStr, typeName } from '../objects/protocol.ts';
import { typeError } from '../objects/raise.ts';
import { intern, own } from '../objects/str.ts';

/** The interned name; TypeError if the value is no str. */
export const attributeName = (value: Value): Address =>
  isStr(value)
    ? intern(own(value))
    : typeError(`attribute name must be string, not '${typeName(value)}'`);
