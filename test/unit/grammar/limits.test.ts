/** Deep and long programs get an answer or a clear error; nothing overflows the host's stack. */

import { describe, expect, test } from 'vitest';
import { parseModule } from '../../../grammar/parse.ts';
import { PythonSyntaxError } from '../../../src/ast/errors.ts';

const nest = (open: string, depth: number, close: string) =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

const blocks = (depth: number) =>
  `${Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}if x:\n`).join('')}${' '.repeat(depth)}pass`;

function messageOf(source: string): string {
  try {
    parseModule(source, 'deep.py');
    return 'parsed';
  } catch (error) {
    if (error instanceof PythonSyntaxError) return `${error.kind}: ${error.message}`;
    throw error;
  }
}

describe('200 levels', () => {
  test.each([
    ['parentheses', '(', ')'],
    ['calls', 'f(', ')'],
    ['subscripts', 'a[', ']'],
    ['dicts', '{1: ', '}'],
    ['comprehensions', '[x for x in ', ']'],
    ['every operator', '(a or b and c < d | e + f * ', ')'],
    ['conditionals and powers', '(1 if x else a or b and c < d | e + f * -x**', ')'],
  ])('of %s parse', (_, open, close) => {
    expect(messageOf(nest(open, 200, close))).toBe('parsed');
    expect(messageOf(nest(open, 201, close))).toBe('SyntaxError: too many nested parentheses');
  });

  test('of blocks are refused as CPython does', () => {
    expect(messageOf(blocks(99))).toBe('parsed');
    const message = 'IndentationError: too many levels of indentation';
    expect(messageOf(blocks(100))).toBe(message);
  });

  test('of f-strings are refused', () => {
    expect(messageOf(nest("f'{", 100, "}'"))).toBe('parsed');
    expect(messageOf(nest("f'{", 200, "}'"))).toBe('SyntaxError: too many nested f-strings');
  });
});

describe('chains of 100,000', () => {
  const tooLong = 'SyntaxError: maximum recursion depth exceeded during compilation';
  const tooDeep = 'SyntaxError: too many nested parentheses';
  test.each([
    ['sums', 'a+', '', tooLong],
    ['signs', '-', '', tooLong],
    ['nots', 'not ', '', tooLong],
    ['lambdas', 'lambda: ', '', tooDeep],
    ['powers', '2**', '', tooDeep],
    ['conditionals', 'a if b else ', '', tooDeep],
    ['comparisons', 'a < ', '', 'parsed'],
    ['conjunctions', 'a and ', '', 'parsed'],
    ['statements', 'a;', '', 'parsed'],
    ['targets', 'a = ', '', 'parsed'],
    ['neighbours', 'a b ', '', 'SyntaxError: invalid syntax'],
  ])('%s', (_, part, close, expected) => {
    expect(messageOf(nest(part, 100_000, close))).toBe(expected);
  });

  test('elifs, attributes and calls', () => {
    expect(messageOf(`if a: b\n${'elif a: b\n'.repeat(100_000)}`)).toBe(tooLong);
    expect(messageOf(`a${'.b'.repeat(100_000)}`)).toBe(tooLong);
    expect(messageOf(`a${'()'.repeat(100_000)}`)).toBe(tooLong);
  });
});

test('a file of 10,000 lines parses', () => {
  const part =
    'def f(a, b=1, *args, **kwargs):\n' +
    '    """A docstring."""\n' +
    '    if a > b and not args:\n' +
    "        return {'key': [x ** 2 for x in range(a) if x % 2], f'{a!r:>10}': kwargs.get('b')}\n" +
    '    return a + b * (a - b)\n';
  expect(parseModule(part.repeat(2000), 'long.py').body).toHaveLength(2000);
});
