/** Every recorded wrong program is refused with CPython 3.11's kind, message and place. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseModule } from '../../../grammar/parse.ts';
import { formatSyntaxError, PythonSyntaxError } from '../../../src/ast/errors.ts';

type Recorded = [source: string, kind: string, message: string, line?: number, column?: number];

const path = new URL('./fixtures/errors.jsonl', import.meta.url);
const programs = readFileSync(path, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line)) as Recorded[];

function errorOf(source: string): PythonSyntaxError {
  try {
    parseModule(source, 'wrong.py');
  } catch (error) {
    if (error instanceof PythonSyntaxError) return error;
    throw error;
  }
  throw new Error(`accepted: ${source}`);
}

test.each(programs)('%j is %s: %s', (source, kind, message, line, column) => {
  const error = errorOf(source);
  const place = line === undefined ? [] : [error.span.line, error.span.column];
  const expected = line === undefined ? [] : [line, column];
  expect([error.kind, error.message, ...place]).toEqual([kind, message, ...expected]);
});

describe('what 3.11 cannot say', () => {
  test.each([
    ["f'{a b}'", 'f-string: invalid syntax. Perhaps you forgot a comma?', 3],
    ["f'{a[}'", "f-string: closing parenthesis '}' does not match opening parenthesis '['", 5],
    ["f'{}'", 'f-string: empty expression not allowed', 3],
    ["x = f'{a'", "f-string: expecting '}'", 8],
  ])('%j is refused at column %i', (source, message, column) => {
    const error = errorOf(source);
    expect([error.message, error.span.column]).toEqual([message, column]);
  });
});

test('an error is printed with its line and carets as CPython prints it', () => {
  const text = formatSyntaxError(errorOf('if x:\n    y = f(a b)\n'));
  expect(text).toBe(
    '  File "wrong.py", line 2\n' +
      '    y = f(a b)\n' +
      '          ^^^\n' +
      'SyntaxError: invalid syntax. Perhaps you forgot a comma?\n',
  );
});

test('a place behind the end of its line is shown with one caret', () => {
  const text = formatSyntaxError(errorOf('while x\n  pass'));
  expect(text).toContain('    while x\n           ^\n');
});

test('the source line and the file of an error are kept', () => {
  const error = errorOf('a = 1\nb = (\n');
  expect([error.filename, error.sourceLine, error.incomplete]).toEqual(['wrong.py', 'b = (', true]);
});
