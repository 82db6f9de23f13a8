// Running a code object outside a function call: module bodies, class bodies, exec and eval.

import { decref, incref } from '../executors/policy.ts';
import { T } from '../heap/builtinTypes.ts';
import { Action, type Address, Frame, Machine, type Value } from '../heap/layout.ts';
import { CURRENT_THREAD, H, MACHINE } from '../heap/memory.ts';
import { dictGetName, dictSetName } from '../objects/dict.ts';
import { typeOf } from '../objects/slots.ts';
import { runNested } from './calls.ts';
import { enterFrame, newFrame } from './frames.ts';
import { newFunction } from './functions.ts';
import { moduleDict } from './moduleType.ts';
import { N } from './names.ts';

/** The dict of the builtins module, for functions whose globals name no other: borrowed. */
export const builtinsDict = (): Address => H[MACHINE + Machine.BUILTINS];

/** Builtins that code with these globals sees (globals' __builtins__, a module or a dict): borrowed. */
export function builtinsFor(globals: Address): Address {
  const found = dictGetName(globals, N.__builtins__);
  if (found === 0) {
    const module = dictGetName(H[MACHINE + Machine.SYS_MODULES], N.builtins);
    if (module !== 0) {
      dictSetName(globals, N.__builtins__, module);
      decref(module);
    }
    return builtinsDict();
  }
  decref(found);
  if (typeOf(found) === T.MODULE) return moduleDict(found);
  return typeOf(found) === T.DICT ? found : builtinsDict();
}

/** Runs code with these globals and locals to its end: the owned value it returns. */
export function runCode(code: Address, globals: Address, locals: Address): Value {
  const fn = newFunction(code, globals, builtinsFor(globals));
  return runBody(fn, locals);
}

/** Runs a function's code with a locals mapping of its own (a class body); takes `fn` over. */
export function runBody(fn: Address, locals: Address): Value {
  const thread = H[CURRENT_THREAD] >> 2;
  const fp = newFrame(thread, fn, Action.LEAVE, 0);
  incref(locals);
  H[fp + Frame.LOCALS] = locals;
  enterFrame(thread, fp);
  return runNested(thread, fp);
}
