/**
 * Code objects built by hand, so that the tests of this folder need no compiler.
 */

import type { Code } from '../../../src/bytecode/code.ts';

export function codeOf(words: readonly number[], more: Partial<Code> = {}): Code {
  return {
    name: 'f',
    qualname: 'f',
    filename: 'test.py',
    firstLine: 1,
    flags: 0,
    argCount: 0,
    posOnlyCount: 0,
    kwOnlyCount: 0,
    localNames: [],
    localCount: 0,
    cellNames: [],
    freeNames: [],
    stackSize: 4,
    words: Int32Array.from(words),
    constants: [{ type: 'None' }],
    names: [],
    exceptions: [],
    positions: Int32Array.from(words.flatMap((_, i) => [1 + (i >> 1), 1 + (i >> 1), 0, 5])),
    hasDocstring: false,
    ...more,
  };
}

export function word(opcode: number, argument = 0): number {
  return opcode | (argument << 8);
}
