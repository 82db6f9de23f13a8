// `__del__`: called once for an object, when its last reference goes. The object gets a reference for
// the call, as if it were new, and loses it afterwards: then it either is freed, because its header
// now says that it was finalized, or lives on with the references that the call has made.

import { decref, initHeader } from '../executors/policy.ts';
import { type Address, GcBit, Header } from '../heap/layout.ts';
import { CURRENT_THREAD, H } from '../heap/memory.ts';
import { finalizing } from '../objects/dealloc.ts';
import { typeOf } from '../objects/slots.ts';
import { own } from '../objects/str.ts';
import { callMethod } from './instances.ts';
import { N } from './names.ts';
import { lookup } from './typeLookup.ts';
import { runAside } from './unraisable.ts';

/** True if the object was dealt with: it lives on, or is freed already. */
function finalize(object: Address): boolean {
  if ((H[(object >> 2) + Header.OWNER] & GcBit.FINALIZED) !== 0 || H[CURRENT_THREAD] === 0)
    return false;
  initHeader(object, typeOf(object));
  callFinalizer(object);
  decref(object);
  return true;
}

/** Calls `__del__` of an object that is alive, unless that has been done. */
export function callFinalizer(object: Address): void {
  const owner = (object >> 2) + Header.OWNER;
  if ((H[owner] & GcBit.FINALIZED) !== 0) return;
  H[owner] |= GcBit.FINALIZED;
  const method = lookup(typeOf(object), N.__del__);
  if (method === 0) return;
  runAside(method, () => decref(callMethod(own(method), object, [])));
  decref(method);
}

finalizing.run = finalize;
