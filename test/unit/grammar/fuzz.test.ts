/** No text makes the grammar throw anything but a PythonSyntaxError. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isIncomplete,
  parseExpression,
  parseInteractive,
  parseModule,
} from '../../../grammar/parse.ts';
import { dump } from '../../../src/ast/dump.ts';
import { formatSyntaxError, PythonSyntaxError } from '../../../src/ast/errors.ts';

const path = new URL('./fixtures/trees.jsonl', import.meta.url);
const programs = (
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line)) as string[][]
).map(([source]) => source);

const WORDS =
  'False None True and as assert async await break class continue def del elif else except ' +
  'finally for from global if import in is lambda nonlocal not or pass raise return try while ' +
  'with yield match case type _ print a b x 0 1 1.5 2j 0x 1_ 0777 "" \'\' """ f" f\' } { rb" b\' ' +
  '( ) [ ] { } : , ; . ... -> @ = := + - * / // % ** << >> & | ^ ~ < > == != <= >= <> ! ? $ \\ # ' +
  '+= **= !r =} {{ }} \ufeff é € 😀 \ud800 \u00a0';
const LAYOUT = [' ', '\n', '\n  ', '\n    ', '\n\t', '\f', '\r\n', '\\\n', ''];

/** Parses in every way; fails on anything but a syntax error that can be printed. */
function check(source: string): void {
  for (const parse of [parseModule, parseExpression, parseInteractive]) {
    try {
      dump(parse(source, 'fuzz.py'), 'spans');
    } catch (error) {
      if (!(error instanceof PythonSyntaxError)) throw error;
      // Of an empty text, and eval() skips blanks first, CPython says line 0.
      expect(error.span.line).toBeGreaterThanOrEqual(source.trim() === '' ? 0 : 1);
      // CPython's end marker and a dedent have the offset 0, which is before the first column.
      expect(error.span.column).toBeGreaterThanOrEqual(-1);
      expect(formatSyntaxError(error)).toContain(error.message);
    }
  }
  isIncomplete(source);
}

const soup = fc
  .array(fc.tuple(fc.constantFrom(...WORDS.split(' ')), fc.constantFrom(...LAYOUT, ' ', ' ')), {
    maxLength: 60,
  })
  .map((parts) => parts.flat().join(''));

const mutated = fc
  .tuple(
    fc.constantFrom(...programs),
    fc.constantFrom(...programs),
    fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom(...WORDS.split(' '), ...LAYOUT)), {
      minLength: 1,
      maxLength: 5,
    }),
  )
  .map(([first, second, edits]) => {
    let text = `${first}\n${second}`;
    for (const [place, removed, added] of edits) {
      const at = place % (text.length + 1);
      text = text.slice(0, at) + added + text.slice(at + removed);
    }
    return text;
  });

test('token soup', () => {
  fc.assert(fc.property(soup, check), { numRuns: 3000 });
});

test('programs with a few edits', () => {
  fc.assert(fc.property(mutated, check), { numRuns: 3000 });
});

test('any text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), check), { numRuns: 2000 });
});
