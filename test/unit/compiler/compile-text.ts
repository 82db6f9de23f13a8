/**
 * Source text to code, for tests: whatever a test compiles is verified on the way.
 */

import { expect } from 'vitest';
import { parseExpression, parseInteractive, parseModule } from '../../../grammar/parse.ts';
import type { Code } from '../../../src/bytecode/code.ts';
import { disassemble } from '../../../src/bytecode/disassembler.ts';
import { verifyCode } from '../../../src/bytecode/verify.ts';
import {
  compileExpression,
  compileInteractive,
  compileModule,
} from '../../../src/compiler/compile.ts';

export function compileText(source: string): Code {
  return verified(compileModule(parseModule(source, 'test.py'), 'test.py', source));
}

export function compileEval(source: string): Code {
  return verified(compileExpression(parseExpression(source, 'test.py'), 'test.py', source));
}

export function compileSingle(source: string): Code {
  return verified(compileInteractive(parseInteractive(source, '<stdin>'), '<stdin>', source));
}

/** The code of the function or class with that qualified name, anywhere inside. */
export function find(code: Code, qualname: string): Code {
  const pending = [code];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.qualname === qualname) return next;
    for (const constant of next.constants)
      if (constant.type === 'code') pending.push(constant.code);
  }
  throw new Error(`no code named ${qualname}`);
}

/** Instructions of one code as `OPNAME meaning`, one a line, without offsets, lines and tables. */
export function instructions(code: Code): string[] {
  const [own] = disassemble(code).split('\nDisassembly of ');
  const lines: string[] = [];
  for (const line of own.split('\n')) {
    const match = /\d+ ([A-Z_]+)(?: +(\d+))?(?: \((.*)\))?$/.exec(line.trim());
    if (match === null) continue;
    const [, name, argument, meaning] = match;
    const shown = meaning?.replace(/^to \d+$/, '') ?? argument;
    lines.push(shown === undefined || shown === '' ? name : `${name} ${shown}`);
  }
  return lines;
}

function verified(code: Code): Code {
  expect(verifyCode(code)).toEqual([]);
  return code;
}
