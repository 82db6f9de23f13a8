import { beforeAll, expect, it } from 'vitest';
import type { Op } from '../../../src/bytecode/opcodes.ts';
import { bootHeap } from '../../support/heapOnly.ts';
import { compileText } from '../compiler/compile-text.ts';

let marksFor: (code: number, offset: number, line: string) => string;
let newCode: (code: ReturnType<typeof compileText>) => number;
let opcodes: typeof import('../../../src/bytecode/opcodes.ts');

beforeAll(async () => {
  await bootHeap('gil', async () => {
    ({ marksFor } = await import('../../../src/runtime/carets.ts'));
    ({ newCode } = await import('../../../src/runtime/codeObjects.ts'));
    opcodes = await import('../../../src/bytecode/opcodes.ts');
  });
});

/** The marks under the last instruction of that opcode in the line; CPython 3.11.7 printed the expectations. */
function marks(line: string, name: keyof typeof Op): string {
  const code = compileText(line);
  const wanted = opcodes.Op[name];
  let at = -1;
  for (let i = 0; i < code.words.length; i += opcodes.instructionWords(code.words[i] & 0xff)) {
    if ((code.words[i] & 0xff) === wanted) at = i;
  }
  return marksFor(newCode(code), at, line);
}

it.each([
  ['y = (a + b) - c', 'BINARY_OP', '    ~~~~~~~~^~~'],
  ['y = (a + b)  -  (c)', 'BINARY_OP', '    ~~~~~~~~~^~~~~~'],
  ['b = a // 1 // c', 'BINARY_OP', '    ~~~~~~~^^~~'],
  ["y = 'a-b' - -c", 'BINARY_OP', '    ~~~~~~^~~~'],
  ['y = a[b - 1] * c[d * 2]', 'BINARY_OP', '    ~~~~~~~~~^~~~~~~~~~'],
  ['y = (a) [5] ', 'BINARY_SUBSCR', '    ~~~~^^^'],
  ['a[ 5 ] = 4', 'STORE_SUBSCR', '~^^^^^'],
  ["print('日本', größe['ö'])", 'BINARY_SUBSCR', '              ~~~~~^^^^^'],
  ['x = f(1, 2)', 'CALL', '    ^^^^^^^'],
  ['f(1, 2)', 'CALL', ''],
] as const)('marks %s', (line, opcode, expected) => {
  expect(marks(line, opcode)).toBe(expected);
});
