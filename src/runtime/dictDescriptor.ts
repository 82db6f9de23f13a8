// The descriptor behind `instance.__dict__`, shared by all classes whose instances have attributes.

import { T } from '../heap/builtinTypes.ts';
import { GetSetLayout } from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { GETTERS, SETTERS } from '../objects/define.ts';
import { newObject } from '../objects/object.ts';
import { isInstance, typeName } from '../objects/protocol.ts';
import { raise, typeError } from '../objects/raise.ts';
import { staticObject } from '../objects/statics.ts';
import { own } from '../objects/str.ts';
import { attributesOf, instanceDict, replaceDict } from './instanceAttributes.ts';
import { N } from './names.ts';

GETTERS.push((object) => {
  const at = attributesOf(object);
  if (at === 0)
    return raise('AttributeError', `'${typeName(object)}' object has no attribute '__dict__'`);
  return own(instanceDict(object, at));
});
SETTERS.push((object, value) => {
  if (value === 0) raise('TypeError', 'cannot delete __dict__');
  if (!isInstance(value, T.DICT))
    typeError(`__dict__ must be set to a dictionary, not a '${typeName(value)}'`);
  replaceDict(object, attributesOf(object), value);
});
const GETTER = GETTERS.length - 1;
const SETTER = SETTERS.length - 1;

export const DICT_DESCRIPTOR = staticObject(() => {
  const descriptor = newObject(T.GETSET, GetSetLayout.WORDS);
  const q = descriptor >> 2;
  H[q + GetSetLayout.NAME] = N.__dict__;
  H[q + GetSetLayout.OWNER] = T.OBJECT;
  H[q + GetSetLayout.GETTER] = GETTER;
  H[q + GetSetLayout.SETTER] = SETTER;
  return descriptor;
});
