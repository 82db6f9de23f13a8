/**
 * Annotations kept as text: the text that python3.11 gave for them.
 */

import { expect, test } from 'vitest';
import { parseExpression } from '../../../grammar/parse.ts';
import { unparse } from '../../../src/compiler/unparse.ts';
import { compileText, instructions } from './compile-text.ts';

const RECORDED: readonly (readonly [source: string, text: string])[] = [
  ['a+b*c', 'a + b * c'],
  ['(a+b)*c', '(a + b) * c'],
  ['a**-b', 'a ** (-b)'],
  ['(-a)**b', '(-a) ** b'],
  ['not a in b', 'not a in b'],
  ['a if b else c', 'a if b else c'],
  ['lambda x, /, y=1, *a, k, z=2, **kw: x', 'lambda x, /, y=1, *a, k, z=2, **kw: x'],
  ['f(a, *b, k=1, **d)', 'f(a, *b, k=1, **d)'],
  ['x[1:2, ::3]', 'x[1:2, ::3]'],
  ['x[(1, 2)]', 'x[1, 2]'],
  ['x[1,]', 'x[1,]'],
  ["'it\\'s'", '"it\'s"'],
  ["'\"'", "'\"'"],
  ['1.0', '1.0'],
  ['1e100', '1e+100'],
  ['1e-7', '1e-07'],
  ['0.0001', '0.0001'],
  ['1e16', '1e+16'],
  ['123456789.125', '123456789.125'],
  ["b'a\\n\\xff'", "b'a\\n\\xff'"],
  ['[i for i in x if i]', '[i for i in x if i]'],
  ['{a: b for a, b in c}', '{a: b for a, b in c}'],
  ['{1, 2}', '{1, 2}'],
  ["{**a, 'b': 1}", "{**a, 'b': 1}"],
  ["f'{a!r:>{w}} {{x}}'", "f'{a!r:>{w}} {{x}}'"],
  ['list[int]', 'list[int]'],
  ["Optional['X']", "Optional['X']"],
  ['a or b and c', 'a or b and c'],
  ['(a or b) and c', '(a or b) and c'],
  ['a < b <= c', 'a < b <= c'],
  ['~a', '~a'],
  ['1 .real', '1 .real'],
  ['()', '()'],
  ['(1,)', '(1,)'],
  ['...', '...'],
  ['None', 'None'],
  ['a.b.c(d)[e]', 'a.b.c(d)[e]'],
  ['a @ b // c % d', 'a @ b // c % d'],
  ['a | b ^ c & d << e', 'a | b ^ c & d << e'],
  ['a - (b - c)', 'a - (b - c)'],
  ['a - b - c', 'a - b - c'],
  ['sum(i for i in x)', 'sum(i for i in x)'],
  ['1e400', '1e309'],
  ['-1', '-1'],
  ['(lambda: 1)()', '(lambda: 1)()'],
  ['2**3**4', '2 ** 3 ** 4'],
  ['(2**3)**4', '(2 ** 3) ** 4'],
  ['not (a and b)', 'not (a and b)'],
  ["'\\u00e9\\u200b'", "'é\\u200b'"],
];

test.each(RECORDED)('%j', (source, text) => {
  expect(unparse(parseExpression(source, 'test.py').body)).toBe(text);
});

test('the future import makes annotations text and evaluates none', () => {
  const code = compileText('from __future__ import annotations\nx: a+b\n');
  expect(instructions(code)).toContain("LOAD_CONST 'a + b'");
  expect(code.names).not.toContain('a');
});
