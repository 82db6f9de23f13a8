// What the interactive interpreter does with the value of an expression statement: sys.displayhook.

import { decref } from '../executors/policy.ts';
import { S } from '../heap/builtinTypes.ts';
import type { Value } from '../heap/layout.ts';
import { call1 } from '../objects/calling.ts';
import { dictGetName, dictSetName } from '../objects/dict.ts';
import { reprJs } from '../objects/protocol.ts';
import { raise } from '../objects/raise.ts';
import { newStr } from '../objects/str.ts';
import { getAttributeOrZero } from './attributes.ts';
import { host } from './hostPort.ts';
import { loadedModule } from './imports.ts';
import { moduleDict } from './moduleType.ts';
import { N } from './names.ts';

/** PRINT_EXPR. */
export function displayValue(value: Value): void {
  const sys = loadedModule('sys');
  const hook = sys === 0 ? 0 : dictGetName(moduleDict(sys), N.displayhook);
  if (sys !== 0) decref(sys);
  if (hook === 0) raise('RuntimeError', 'lost sys.displayhook');
  try {
    decref(call1(hook, value));
  } finally {
    decref(hook);
  }
}

/** The original sys.displayhook: prints the repr and keeps the value in `builtins._`. */
export function defaultDisplayHook(value: Value): void {
  if (value === S.NONE) return;
  const builtins = loadedModule('builtins');
  dictSetName(moduleDict(builtins), N._, S.NONE);
  const text = `${reprJs(value)}\n`;
  const sys = loadedModule('sys');
  const stdout = dictGetName(moduleDict(sys), N.stdout);
  decref(sys);
  const write = stdout === 0 ? 0 : getAttributeOrZero(stdout, N.write);
  if (write === 0) host.write(1, text);
  else {
    const str = newStr(text);
    decref(call1(write, str));
    decref(str);
    decref(write);
  }
  if (stdout !== 0) decref(stdout);
  dictSetName(moduleDict(builtins), N._, value);
  decref(builtins);
}
