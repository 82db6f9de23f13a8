// What CPython does with the objects of `__main__` when the program is over: finalizers run while all
// globals are still there, then the globals that hold data go, in their order, and with them what only
// they kept alive. Functions, classes and modules stay: there is nobody left to miss the memory.
// Threads that still run (daemons) need their globals, so then nothing is done.

import { decref } from '../executors/policy.ts';
import { S, T } from '../heap/builtinTypes.ts';
import { Machine, TypeFlag, type Value } from '../heap/layout.ts';
import { H, MACHINE } from '../heap/memory.ts';
import { dictEntries, dictSetName } from '../objects/dict.ts';
import { isStr } from '../objects/protocol.ts';
import { flagsOf, typeOf } from '../objects/slots.ts';
import { callFinalizer } from '../runtime/finalizers.ts';
import { loadedModule } from '../runtime/imports.ts';
import { moduleDict } from '../runtime/moduleType.ts';

/** Finalizes and releases what the globals of `__main__` hold. Call with no frame on the thread. */
export function releaseLastObjects(): void {
  if (H[MACHINE + Machine.LIVE_THREADS] !== 1) return;
  const module = loadedModule('__main__');
  if (module === 0 || typeOf(module) !== T.MODULE) return;
  const dict = moduleDict(module);
  const { keys, values } = dictEntries(dict);
  for (const value of values) {
    if ((value & 1) === 0 && (flagsOf(typeOf(value)) & TypeFlag.HAS_FINALIZER) !== 0)
      callFinalizer(value);
  }
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as Value;
    const value = values[i] as Value;
    if (isStr(key) && holdsData(value)) dictSetName(dict, key, S.NONE);
    decref(value);
    decref(key);
  }
  decref(module);
}

function holdsData(value: Value): boolean {
  if ((value & 1) !== 0) return false;
  const type = typeOf(value);
  return (
    type !== T.FUNCTION &&
    type !== T.MODULE &&
    type !== T.STR &&
    (flagsOf(type) & TypeFlag.TYPE) === 0
  );
}
