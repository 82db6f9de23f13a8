// Attribute access of builtin objects that keep their own attributes in a dict, in one field that is
// empty until the first assignment: functions, classmethod and staticmethod. The rule is the generic one
// (data descriptors, own attributes, the rest of the type); see attributes.ts.

import { decref } from '../executors/policy.ts';
import type { Address, Value } from '../heap/layout.ts';
import { dictDeleteName, dictGetName, dictSetName } from '../objects/dict.ts';
import { slotsOf, typeOf } from '../objects/slots.ts';
import { bindDescriptor, isDataDescriptor, isDescriptor, noAttribute } from './attributes.ts';
import { fieldDict, fieldOrZero } from './fields.ts';
import { lookup } from './typeLookup.ts';

/** `object.name`: owned; raises AttributeError. */
export function getWithDict(object: Address, field: number, name: Address): Value {
  const type = typeOf(object);
  const found = lookup(type, name);
  const binds = found !== 0 && isDescriptor(found);
  if (!binds || !isDataDescriptor(found)) {
    const value = ownValue(object, field, name);
    if (value !== 0) {
      if (found !== 0) decref(found);
      return value;
    }
  }
  if (found === 0) return noAttribute(object, name);
  if (!binds) return found;
  try {
    return bindDescriptor(found, object, type);
  } finally {
    decref(found);
  }
}

function ownValue(object: Address, field: number, name: Address): Value {
  const dict = fieldOrZero(object, field);
  if (dict === 0) return 0;
  const value = dictGetName(dict, name);
  decref(dict);
  return value;
}

/** `object.name = value`; value 0 deletes. */
export function setWithDict(object: Address, field: number, name: Address, value: Value): void {
  const found = lookup(typeOf(object), name);
  if (found !== 0) {
    try {
      if (isDataDescriptor(found)) {
        slotsOf(found).descriptorSet?.(found, object, value);
        return;
      }
    } finally {
      decref(found);
    }
  }
  const dict = fieldDict(object, field);
  try {
    if (value !== 0) dictSetName(dict, name, value);
    else if (!dictDeleteName(dict, name)) noAttribute(object, name);
  } finally {
    decref(dict);
  }
}
