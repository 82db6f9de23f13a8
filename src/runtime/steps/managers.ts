// Entering a `with` statement: the manager's exit is bound for later, its enter called now.

import { decref, incref } from '../../executors/policy.ts';
import { T } from '../../heap/builtinTypes.ts';
import {
  Action,
  type Address,
  Frame,
  Thread,
  type Value,
  type WordIndex,
} from '../../heap/layout.ts';
import { H } from '../../heap/memory.ts';
import { BLOCKED } from '../../objects/natives.ts';
import { typeName } from '../../objects/protocol.ts';
import { typeError } from '../../objects/raise.ts';
import { typeOf } from '../../objects/slots.ts';
import { bindDescriptor, isDescriptor } from '../attributes.ts';
import { callWords, pushFunction } from '../calls.ts';
import { N } from '../names.ts';
import { callNative } from '../nativeCalls.ts';
import { lookup } from '../typeLookup.ts';
import { Exit } from './exit.ts';

/** BEFORE_WITH: (manager -- exit, result of enter). Python's __enter__ gets a frame in this loop. */
export function beforeWith(thread: WordIndex, sp: WordIndex): Exit {
  const fp = H[thread + Thread.FRAME];
  const manager: Value = H[sp - 1];
  const type = typeOf(manager);
  const enter = lookup(type, N.__enter__);
  if (enter === 0) return notAManager(manager, '');
  const exit = lookup(type, N.__exit__);
  if (exit === 0) {
    decref(enter);
    return notAManager(manager, ' (missed __exit__ method)');
  }
  try {
    if (typeOf(enter) === T.METHOD_DESCRIPTOR || typeOf(enter) === T.SLOT_WRAPPER) {
      const result = callNative(enter, sp - 1, 1, 0);
      if (result === BLOCKED) return Exit.BLOCKED;
      H[sp - 1] = bindMethod(exit, manager, type);
      decref(manager);
      H[sp] = result;
      H[fp + Frame.SP] = sp + 1;
      return Exit.DONE;
    }
    if (typeOf(enter) === T.FUNCTION) {
      pushFunction(thread, enter, sp - 1, 1, 0, Action.PUSH, 0);
      H[sp - 1] = bindMethod(exit, manager, type);
      decref(manager);
      return Exit.ENTERED;
    }
    const bound = bindMethod(enter, manager, type);
    const leave = bindMethod(exit, manager, type);
    H[sp - 1] = leave;
    decref(manager);
    try {
      H[sp] = callWords(bound, sp, 0, 0);
    } finally {
      decref(bound);
    }
    H[fp + Frame.SP] = sp + 1;
    return Exit.DONE;
  } finally {
    decref(enter);
    decref(exit);
  }
}

/** What attribute access would make of something found in the type: owned. */
function bindMethod(found: Value, self: Value, type: Address): Value {
  if (isDescriptor(found)) return bindDescriptor(found, self, type);
  incref(found);
  return found;
}

function notAManager(manager: Value, missing: string): never {
  return typeError(
    `'${typeName(manager)}' object does not support the context manager protocol${missing}`,
  );
}
