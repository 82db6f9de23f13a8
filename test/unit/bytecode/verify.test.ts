/**
 * The verifier finds each kind of damage; sound code passes.
 */

import { expect, test } from 'vitest';
import type { Code } from '../../../src/bytecode/code.ts';
import { Op } from '../../../src/bytecode/opcodes.ts';
import { verifyCode } from '../../../src/bytecode/verify.ts';
import { codeOf, word } from './code-samples.ts';

const LOAD = word(Op.LOAD_CONST, 0);
const RETURN = word(Op.RETURN_VALUE);

test('sound code has no problems', () => {
  expect(verifyCode(codeOf([LOAD, RETURN]))).toEqual([]);
});

const DAMAGED: readonly (readonly [what: string, problem: RegExp, code: Code])[] = [
  ['an empty code', /no instructions/, codeOf([])],
  ['an unknown opcode', /unknown opcode 200/, codeOf([word(200), RETURN])],
  ['a zero word', /unknown opcode 0/, codeOf([0, RETURN])],
  [
    'a cache word that is not zero',
    /cache word/,
    codeOf([LOAD, LOAD, word(Op.BINARY_OP), 7, RETURN]),
  ],
  ['a constant out of range', /LOAD_CONST: constant 3/, codeOf([word(Op.LOAD_CONST, 3), RETURN])],
  ['a slot out of range', /LOAD_FAST: slot 0/, codeOf([word(Op.LOAD_FAST), RETURN])],
  ['an underflow', /takes more than the 0 values/, codeOf([word(Op.POP_TOP), LOAD, RETURN])],
  ['a stack that is too small', /depth reaches 1/, codeOf([LOAD, RETURN], { stackSize: 0 })],
  ['running off the end', /control goes to 1/, codeOf([LOAD])],
  [
    'a jump into a cache word',
    /control goes to 2, which is no instruction/,
    codeOf([word(Op.JUMP_FORWARD, 1), word(Op.LOAD_NAME), 0, RETURN], { names: ['a'] }),
  ],
  [
    'depths that differ at a join',
    /depth \d and \d/,
    codeOf([LOAD, word(Op.POP_JUMP_IF_TRUE, 1), LOAD, LOAD, RETURN]),
  ],
  [
    'a handler below the depth of the stack',
    /below its handler's depth/,
    codeOf([LOAD, RETURN, word(Op.RERAISE)], {
      exceptions: [{ start: 0, end: 1, target: 2, depth: 3, pushLasti: false }],
    }),
  ],
  [
    'ranges out of order',
    /out of order/,
    codeOf([LOAD, RETURN, word(Op.RERAISE)], {
      exceptions: [
        { start: 1, end: 2, target: 2, depth: 0, pushLasti: false },
        { start: 0, end: 1, target: 2, depth: 0, pushLasti: false },
      ],
    }),
  ],
  ['missing positions', /positions/, codeOf([LOAD, RETURN], { positions: new Int32Array(0) })],
];

test.each(DAMAGED)('%s is found', (_what, problem, code) => {
  expect(verifyCode(code).join('\n')).toMatch(problem);
});

test('codes inside of codes are verified too', () => {
  const inner = codeOf([LOAD], { qualname: 'f.<locals>.g' });
  const outer = codeOf([LOAD, RETURN], { constants: [{ type: 'code', code: inner }] });
  expect(verifyCode(outer).join()).toMatch(/^f\.<locals>\.g: /);
});
