/**
 * Code survives being written and read back, to the last bit of every constant and position.
 */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Code, Constant } from '../../../src/bytecode/code.ts';
import { Op } from '../../../src/bytecode/opcodes.ts';
import { decodeCode, encodeCode } from '../../../src/bytecode/serialize.ts';
import { codeOf, word } from './code-samples.ts';

const CONSTANTS: readonly Constant[] = [
  { type: 'None' },
  { type: 'True' },
  { type: 'False' },
  { type: 'Ellipsis' },
  { type: 'int', value: 0n },
  { type: 'int', value: -(2n ** 53n) },
  { type: 'int', value: 10n ** 60n },
  { type: 'float', value: 0.1 },
  { type: 'float', value: -0 },
  { type: 'float', value: Number.POSITIVE_INFINITY },
  { type: 'float', value: Number.NaN },
  { type: 'str', value: 'h\u00e9\u{1f600}\ud800"\\\n' },
  { type: 'bytes', value: Uint8Array.of(0, 127, 128, 255) },
  {
    type: 'tuple',
    items: [
      { type: 'tuple', items: [] },
      { type: 'str', value: 't' },
    ],
  },
  { type: 'frozenset', items: [{ type: 'int', value: 1n }] },
];

/** All fields as plain data; positions are a getter after decoding. */
function plain(code: Code): unknown {
  return { ...code, positions: code.positions };
}

test('every kind of constant comes back', () => {
  const inner = codeOf([word(Op.LOAD_CONST), word(Op.RETURN_VALUE)], { qualname: 'f.<locals>.f' });
  const constants: Constant[] = [...CONSTANTS, { type: 'code', code: inner }];
  const decoded = decodeCode(encodeCode(codeOf([word(Op.RESUME)], { constants })));
  const last = decoded.constants[constants.length - 1];
  expect(decoded.constants.slice(0, -1)).toEqual(CONSTANTS);
  expect(last.type === 'code' && plain(last.code)).toEqual(plain(inner));
});

test('every other field comes back', () => {
  const code = codeOf([word(Op.LOAD_NAME, 1), 0, word(Op.RETURN_VALUE)], {
    name: 'g',
    qualname: 'C.g',
    firstLine: 70_000,
    flags: 0x2f,
    argCount: 3,
    posOnlyCount: 1,
    kwOnlyCount: 2,
    localNames: ['a', 'b'],
    localCount: 1,
    cellNames: ['b'],
    freeNames: ['c'],
    stackSize: 9,
    names: ['x', 'y'],
    exceptions: [
      { start: 0, end: 2, target: 2, depth: 4, pushLasti: true },
      { start: 2, end: 3, target: 0, depth: 0, pushLasti: false },
    ],
    positions: Int32Array.from([-1, -1, -1, -1, -1, -1, -1, -1, 70_001, 70_050, 3, 1]),
    hasDocstring: true,
  });
  expect(plain(decodeCode(encodeCode(code)))).toEqual(plain(code));
});

test('words and positions of any size come back', () => {
  const instruction = fc.record({
    argument: fc.integer({ min: 0, max: 0xffffff }),
    line: fc.integer({ min: -1, max: 1_000_000 }),
    height: fc.integer({ min: -1, max: 5000 }),
    column: fc.integer({ min: -1, max: 5000 }),
    width: fc.integer({ min: -5000, max: 5000 }),
  });
  fc.assert(
    fc.property(fc.array(instruction), (list) => {
      const words = list.map(({ argument }) => word(Op.BUILD_LIST, argument));
      const positions = Int32Array.from(
        list.flatMap(({ line, height, column, width }) => [
          line,
          line + height,
          column,
          column + width,
        ]),
      );
      const code = codeOf(words, { positions });
      expect(plain(decodeCode(encodeCode(code)))).toEqual(plain(code));
    }),
    { numRuns: 200 },
  );
});
