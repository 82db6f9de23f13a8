/**
 * The disassembler's columns, and constants written as `repr` writes them.
 */

import { expect, test } from 'vitest';
import type { Constant } from '../../../src/bytecode/code.ts';
import { disassemble } from '../../../src/bytecode/disassembler.ts';
import { reprConstant } from '../../../src/bytecode/literals.ts';
import { OPCODES, Op } from '../../../src/bytecode/opcodes.ts';
import { codeOf, word } from './code-samples.ts';

test('columns, jump targets, nested codes and the exception table', () => {
  const inner = codeOf([word(Op.LOAD_CONST), word(Op.RETURN_VALUE)], { name: 'g', firstLine: 7 });
  const outer = codeOf(
    [
      word(Op.LOAD_GLOBAL, 1),
      0,
      word(Op.LOAD_CONST, 0),
      word(Op.POP_JUMP_IF_TRUE, 1),
      word(Op.NOP),
      word(Op.RETURN_VALUE),
      word(Op.RERAISE, 0),
    ],
    {
      names: ['h'],
      constants: [{ type: 'code', code: inner }],
      exceptions: [{ start: 0, end: 3, target: 6, depth: 1, pushLasti: true }],
    },
  );
  expect(disassemble(outer)).toBe(`\
  1           0 LOAD_GLOBAL               1 (NULL + h)

  2           2 LOAD_CONST                0 (<code object g, file "test.py", line 7>)
              3 POP_JUMP_IF_TRUE          1 (to 5)

  3           4 NOP
        >>    5 RETURN_VALUE

  4     >>    6 RERAISE                   0
ExceptionTable:
  0 to 2 -> 6 [1] lasti

Disassembly of <code object g, file "test.py", line 7>:
  1           0 LOAD_CONST                0 (None)
              1 RETURN_VALUE
`);
});

const REPRS: readonly (readonly [constant: Constant, text: string])[] = [
  [{ type: 'float', value: 1 }, '1.0'],
  [{ type: 'float', value: 1e16 }, '1e+16'],
  [{ type: 'float', value: 1e22 }, '1e+22'],
  [{ type: 'float', value: 0.0001 }, '0.0001'],
  [{ type: 'float', value: 0.00001 }, '1e-05'],
  [{ type: 'float', value: 123456789012345.6 }, '123456789012345.6'],
  [{ type: 'float', value: -0 }, '-0.0'],
  [{ type: 'float', value: Number.NaN }, 'nan'],
  [{ type: 'str', value: "it's" }, '"it\'s"'],
  [{ type: 'str', value: '\'"\n\0\u200b\ud800' }, "'\\'\"\\n\\x00\\u200b\\ud800'"],
  [{ type: 'bytes', value: Uint8Array.of(65, 39, 255) }, 'b"A\'\\xff"'],
  [{ type: 'tuple', items: [{ type: 'None' }] }, '(None,)'],
  [{ type: 'frozenset', items: [] }, 'frozenset()'],
];

test.each(REPRS)('%o', (constant, text) => {
  expect(reprConstant(constant)).toBe(text);
});

test('the opcode table names every instruction as the enum does', () => {
  for (let op = 0; op < Op.COUNT; op++) {
    expect(OPCODES[op as keyof typeof OPCODES].name).toBe(Op[op]);
  }
});
