// Exceptions are objects of the object library, their own attributes (`e.extra = 1`) belong to the
// runtime: here it says how those are released.

import { attributeStorage } from '../objects/exceptions.ts';
import { attributesOf, clearAttributes } from './instanceAttributes.ts';

attributeStorage.clear = (exception) => {
  const at = attributesOf(exception);
  if (at !== 0) clearAttributes(at);
};
