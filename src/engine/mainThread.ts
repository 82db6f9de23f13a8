// The life of the program's main thread: the body of `__main__`, then what CPython does at the end —
// report an uncaught exception, join the threads that are not daemons, flush, leave with an exit code.

import { decodeCode } from '../bytecode/serialize.ts';
import { decref, incref } from '../executors/policy.ts';
import { S } from '../heap/builtinTypes.ts';
import {
  Action,
  ExceptionLayout,
  Frame,
  Thread,
  type Value,
  type WordIndex,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { dictSetName } from '../objects/dict.ts';
import { builtinException } from '../objects/exceptions.ts';
import { toNumber } from '../objects/int.ts';
import { isInstance, isInt, isSubtype, strJs } from '../objects/protocol.ts';
import { RAISED, takePending } from '../objects/raise.ts';
import { typeOf } from '../objects/slots.ts';
import { internJs, newStr } from '../objects/str.ts';
import { getAttributeOrZero } from '../runtime/attributes.ts';
import { pushFunction } from '../runtime/calls.ts';
import { newCode } from '../runtime/codeObjects.ts';
import { enterFrame, newFrame } from '../runtime/frames.ts';
import { newFunction } from '../runtime/functions.ts';
import { host } from '../runtime/hostPort.ts';
import { importAbsolute, loadedModule, registerModule } from '../runtime/imports.ts';
import { moduleDict, newModule } from '../runtime/moduleType.ts';
import { N } from '../runtime/names.ts';
import { builtinsFor } from '../runtime/runCode.ts';
import { formatException } from '../runtime/traceback.ts';
import { releaseLastObjects } from './lastObjects.ts';
import type { Program } from './protocol.ts';

/** Which part of the program the main thread is in. */
const enum Phase {
  PROGRAM = 0,
  INTERACTIVE = 1,
  JOINING = 2,
  DONE = 3,
}

const state = { phase: Phase.PROGRAM as Phase, exitCode: 0, interactive: false };

/** Puts the body of `__main__` at the bottom of the main thread. */
export function enterProgram(thread: WordIndex, program: Program): void {
  const module = newModule('__main__');
  const dict = moduleDict(module);
  if (program.file !== undefined) {
    const file = newStr(program.file);
    dictSetName(dict, N.__file__, file);
    decref(file);
  }
  registerModule('__main__', module);
  state.interactive = program.interactive;
  const code = newCode(decodeCode(program.code));
  const fn = newFunction(code, dict, builtinsFor(dict));
  decref(code);
  const fp = newFrame(thread, fn, Action.THREAD, 0);
  incref(dict);
  H[fp + Frame.LOCALS] = dict;
  enterFrame(thread, fp);
}

/**
 * The bottom frame of the main thread has left, with an exception or not. True: another one was entered
 * (the thread goes on); false: the program is over.
 */
export function continueMain(thread: WordIndex, raised: boolean): boolean {
  if (raised) state.exitCode = reportUncaught(state.phase === Phase.PROGRAM && state.interactive);
  else releaseResult(thread);
  if (state.phase === Phase.PROGRAM) {
    state.phase = Phase.INTERACTIVE;
    if (state.interactive && enterCall(thread, '_interactive', 'run')) return true;
  }
  if (state.phase === Phase.INTERACTIVE) {
    state.phase = Phase.JOINING;
    if (enterLoaded(thread, 'threading', '_shutdown')) return true;
  }
  state.phase = Phase.DONE;
  releaseLastObjects();
  return false;
}

function releaseResult(thread: WordIndex): void {
  const result: Value = H[thread + Thread.RESULT];
  H[thread + Thread.RESULT] = 0;
  if (result !== 0) decref(result);
}

function enterCall(thread: WordIndex, module: string, name: string): boolean {
  decref(importAbsolute(module));
  return enterLoaded(thread, module, name);
}

/** Enters a call of a function without arguments, of a module that is loaded. */
function enterLoaded(thread: WordIndex, name: string, attribute: string): boolean {
  const module = loadedModule(name);
  if (module === 0 || module === S.NONE) return false;
  const fn = getAttributeOrZero(module, internJs(attribute));
  decref(module);
  if (fn === 0) return false;
  pushFunction(thread, fn, 0, 0, 0, Action.THREAD, 0);
  decref(fn);
  return true;
}

/** Prints the pending exception, or takes the code out of a SystemExit. Returns the exit code. */
function reportUncaught(stay: boolean): number {
  const exception = takePending();
  if (isSubtype(typeOf(exception), builtinException('SystemExit'))) {
    const code = H[(exception >> 2) + ExceptionLayout.VALUE];
    const result = exitCodeOf(code);
    decref(exception);
    return result;
  }
  host.flush(1);
  callExceptHook(exception);
  const interrupted = isInstance(exception, builtinException('KeyboardInterrupt'));
  decref(exception);
  if (stay) return 0;
  return interrupted ? 130 : 1;
}

function callExceptHook(exception: Value): void {
  host.write(2, formatException(exception));
}

function exitCodeOf(code: Value): number {
  if (code === 0 || code === S.NONE) return 0;
  if (isInt(code)) return toNumber(code) & 0xff;
  host.flush(1);
  host.write(2, `${strJs(code)}\n`);
  return 1;
}

/** Flushes standard output at the very end; a closed pipe is no news then. */
export function flushAtExit(): number {
  try {
    host.flush(1);
    return state.exitCode;
  } catch (error) {
    if (error !== RAISED) throw error;
    decref(takePending());
    return state.exitCode === 0 ? 120 : state.exitCode;
  }
}
