/** How text becomes constants and lines: encodings, line ends, literals, prompts. */

import { describe, expect, test } from 'vitest';
import {
  isIncomplete,
  parseExpression,
  parseInteractive,
  parseModule,
} from '../../../grammar/parse.ts';
import { dump } from '../../../src/ast/dump.ts';
import { PythonSyntaxError } from '../../../src/ast/errors.ts';
import type { ConstantValue } from '../../../src/ast/nodes.ts';

function constant(source: string): ConstantValue {
  const { body } = parseExpression(source, 'constant.py');
  if (body.kind !== 'Constant') throw new Error(`not a constant: ${source}`);
  return body.value;
}

describe('constants', () => {
  test.each<[string, ConstantValue]>([
    ['0xFF_ff', { type: 'int', value: 0xffffn }],
    ['1_000_000_000_000_000_000_000', { type: 'int', value: 10n ** 21n }],
    ['1_0.5e-1_0', { type: 'float', value: 10.5e-10 }],
    ['1e999', { type: 'float', value: Number.POSITIVE_INFINITY }],
    ['010j', { type: 'complex', imag: 10 }],
    ['"\\ud83d"', { type: 'str', value: '\ud83d' }],
    ['"\\U0001F600" "a"', { type: 'str', value: '\u{1f600}a' }],
    ['"\\q\\8\\777"', { type: 'str', value: '\\q\\8\u01ff' }],
    ["b'\\xff\\0' rb'\\x'", { type: 'bytes', value: Uint8Array.of(255, 0, 92, 120) }],
    ['...', { type: 'Ellipsis' }],
  ])('%s', (source, value) => {
    expect(constant(source)).toEqual(value);
  });

  test('more digits than CPython converts are refused', () => {
    expect(constant('9'.repeat(4300)).type).toBe('int');
    expect(() => constant('9'.repeat(4301))).toThrow(/^Exceeds the limit \(4300 digits\)/);
  });
});

describe('lines', () => {
  test('a byte order mark, CR and CRLF change nothing', () => {
    const tree = dump(parseModule('x = """a\nb"""\nif y:\n  z\n', ''), 'spans');
    const other = '\ufeffx = """a\r\nb"""\r\nif y:\r  z\r';
    expect(dump(parseModule(other, ''), 'spans')).toBe(tree);
  });

  test('columns count code points', () => {
    const { body } = parseModule("x = '😀é'; y\n", '');
    expect(body[1].span).toEqual({ line: 1, column: 10, endLine: 1, endColumn: 11 });
  });

  test('identifiers are compared in NFKC', () => {
    expect(dump(parseExpression('ﬁ', ''))).toBe("Expression(body=Name(id='fi', ctx=Load()))");
  });

  test('a null byte is refused', () => {
    expect(() => parseModule('x = 1\0', '')).toThrow(
      'source code string cannot contain null bytes',
    );
  });
});

describe('eval and the prompt', () => {
  test('an expression may be indented, span lines in brackets and be a tuple', () => {
    expect(dump(parseExpression(' \t(a,\n b), c\n', ''))).toContain('Tuple(elts=[Tuple(');
    expect(() => parseExpression('a = 1', '')).toThrow('invalid syntax');
    expect(() => parseExpression('', '')).toThrow(PythonSyntaxError);
  });

  test('one entry is one compound statement or one line', () => {
    expect(parseInteractive('a; b\n', '').body).toHaveLength(2);
    expect(parseInteractive('', '').body).toHaveLength(0);
    const message = 'multiple statements found while compiling a single statement';
    expect(() => parseInteractive('a\nb\n', '')).toThrow(message);
  });

  test.each([
    ['x = (1,', true],
    ['x = """a', true],
    ['if x:', true],
    ['if x:\n  y', true],
    ['if x:\n  y\n  z', true],
    ['if x:\n  y\n', false],
    ['if x: y', true],
    ['try:\n  y\n', true],
    ['@a', true],
    ['x = \\', true],
    ['x = 1', false],
    ['x = )', false],
    ['x = "a', false],
    ['a b', false],
    ['x =', false],
    ['', false],
  ])('%j is incomplete: %s', (source, expected) => {
    expect(isIncomplete(source)).toBe(expected);
  });
});
