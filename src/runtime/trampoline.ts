// A Python function `def call(callable, *args, **kwargs): return callable(*args, **kwargs)`, for threads
// whose target is not a Python function. Made once per machine, from the frozen module `_trampoline`.

import { incref } from '../executors/policy.ts';
import {
  type Address,
  CodeLayout as C,
  ExceptionLayout as E,
  TracebackLayout,
} from '../heap/layout.ts';
import { H } from '../heap/memory.ts';
import { setPart } from '../objects/exceptions.ts';
import { internJs, toJs } from '../objects/str.ts';
import { getAttribute } from './attributes.ts';
import { importAbsolute } from './imports.ts';

/** Borrowed from the module, which is never unloaded. */
export function trampoline(): Address {
  const module = importAbsolute('_trampoline');
  return getAttribute(module, internJs('call'));
}

/** Takes the trampoline's entry off the front of a traceback: programs do not know of it. */
export function hideTrampoline(exception: Address): void {
  const traceback = H[(exception >> 2) + E.TRACEBACK];
  if (traceback === 0) return;
  const code = H[(traceback >> 2) + TracebackLayout.CODE];
  if (toJs(H[(code >> 2) + C.FILENAME]) !== '<frozen _trampoline>') return;
  const next = H[(traceback >> 2) + TracebackLayout.NEXT];
  if (next !== 0) incref(next);
  setPart(exception, E.TRACEBACK, next);
}
