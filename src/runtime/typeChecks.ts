// isinstance and issubclass: the type's MRO, unless its metaclass says otherwise (`__instancecheck__`,
// `__subclasscheck__`); a tuple or union of classes means any of them.

import { decref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import { type Address, TypeFlag, type Value } from '../heap/layout.ts';
import { attributeAccess } from '../objects/attributeAccess.ts';
import { call1 } from '../objects/calling.ts';
import {
  hasFlag,
  isSubtype,
  isTrueOwned,
  nameOfType,
  recursionGuard,
} from '../objects/protocol.ts';
import { typeError } from '../objects/raise.ts';
import { flagsOf, typeOf } from '../objects/slots.ts';
import { staticName } from '../objects/str.ts';
import { tupleItem, tupleLength } from '../objects/tuple.ts';
import { getAttributeOrZero } from './attributes.ts';
import { N } from './names.ts';

const ARGS = staticName('__args__');

export const isType = (value: Value): boolean => (value & 1) === 0 && hasFlag(value, TypeFlag.TYPE);

/** `isinstance(value, classInfo)`. */
export function isInstanceOf(value: Value, classInfo: Value): boolean {
  const type = typeOf(value);
  if (type === classInfo) return true;
  if (typeOf(classInfo) === T.TYPE)
    return isSubtype(type, classInfo) || claimsType(value, type, classInfo);
  if (typeOf(classInfo) === T.TUPLE && isOneOf(type, classInfo)) return true;
  return check(value, classInfo, N.__instancecheck__, isInstanceOf, () =>
    typeError('isinstance() arg 2 must be a type, a tuple of types, or a union'),
  );
}

/** The common case of a tuple: nobody needs to be asked up to the first class that fits. */
function isOneOf(type: Address, classes: Address): boolean {
  for (let i = 0; i < tupleLength(classes); i++) {
    const one = tupleItem(classes, i);
    if (typeOf(one) !== T.TYPE) return false;
    if (isSubtype(type, one)) return true;
  }
  return false;
}

/** An object may say in `__class__` that it is of another type (mocks and proxies do). */
function claimsType(value: Value, type: Address, wanted: Address): boolean {
  if ((value & 1) !== 0 || (flagsOf(type) & TypeFlag.HEAP) === 0) return false;
  const claimed = getAttributeOrZero(value, N.__class__);
  if (claimed === 0) return false;
  const answer = claimed !== type && isType(claimed) && isSubtype(claimed, wanted);
  decref(claimed);
  return answer;
}

/** `issubclass(type, classInfo)`. */
export function isSubclassOf(type: Value, classInfo: Value): boolean {
  if (typeOf(classInfo) === T.TYPE) {
    if (!isType(type)) return typeError('issubclass() arg 1 must be a class');
    return isSubtype(type, classInfo);
  }
  return check(type, classInfo, N.__subclasscheck__, isSubclassOf, () =>
    typeError(
      isType(type)
        ? 'issubclass() arg 2 must be a class, a tuple of classes, or a union'
        : 'issubclass() arg 1 must be a class',
    ),
  );
}

function check(
  value: Value,
  classInfo: Value,
  method: Address,
  again: (value: Value, classInfo: Value) => boolean,
  refuse: () => never,
): boolean {
  if (hasFlag(classInfo, TypeFlag.TUPLE)) return anyOf(value, classInfo, again);
  const asked = (classInfo & 1) !== 0 ? 0 : attributeAccess.findSpecial(classInfo, method);
  if (asked !== 0) {
    try {
      return isTrueOwned(call1(asked, value));
    } finally {
      decref(asked);
    }
  }
  if (nameOfType(typeOf(classInfo)) !== 'UnionType') return refuse();
  const members = getAttributeOrZero(classInfo, ARGS);
  if (members === 0) return refuse();
  try {
    return anyOf(value, members, again);
  } finally {
    decref(members);
  }
}

function anyOf(
  value: Value,
  classes: Address,
  again: (value: Value, classInfo: Value) => boolean,
): boolean {
  recursionGuard.enter(' in __instancecheck__');
  try {
    // The tuple is an argument and does not change: its items are borrowed from it.
    for (let i = 0; i < tupleLength(classes); i++) {
      if (again(value, tupleItem(classes, i))) return true;
    }
    return false;
  } finally {
    recursionGuard.leave();
  }
}
