/**
 * LOAD_FAST is only used where the local is bound on every path: an unchecked load of an empty slot
 * would hand NULL to the program.
 */

import { expect, test } from 'vitest';
import { compileText, find, instructions } from './compile-text.ts';

/** How the loads of `x` in `f` are compiled, in order. */
function loads(body: string): string[] {
  const code = compileText(`def f(p):\n${body.replace(/^/gm, '  ')}\n`);
  return instructions(find(code, 'f'))
    .filter((line) => /^LOAD_FAST.* x$/.test(line))
    .map((line) => line.split(' ')[0]);
}

const CHECKED = 'LOAD_FAST_CHECK';
const PLAIN = 'LOAD_FAST';

test.each([
  ['after an assignment', 'x = p.a\np.b(x)', [PLAIN]],
  ['after a loop that may not run', 'for x in p: p.a()\np.b(x)', [CHECKED]],
  ['in the loop that binds it', 'for x in p:\n  p.b(x)', [PLAIN]],
  ['before the loop binds it again', 'while p:\n  p.b(x)\n  x = 1', [CHECKED]],
  ['bound in both branches', 'if p: x = 1\nelse: x = 2\np.b(x)', [PLAIN]],
  ['bound in one branch', 'if p: x = 1\np.b(x)', [CHECKED]],
  ['a branch that leaves does not count', 'if p: x = 1\nelse: return\np.b(x)', [PLAIN]],
  ['in finally, which an exception may reach', 'try: x = p()\nfinally: p.b(x)', [PLAIN, CHECKED]],
  ['in a handler', 'try:\n  x = p()\nexcept E:\n  p.b(x)', [CHECKED]],
  ['in a handler, bound before the try', 'x = 1\ntry:\n  p()\nexcept E:\n  p.b(x)', [PLAIN]],
  [
    'in a handler, deleted in the try',
    'x = 1\ntry:\n  del x\n  p()\nexcept E:\n  p.b(x)',
    [CHECKED],
  ],
  ['after with, which may swallow', 'with p: x = p()\np.b(x)', [CHECKED]],
  ['the name of a handler after it', 'try: p()\nexcept E as x: pass\np.b(x)', [CHECKED]],
  ['after a checked load', 'if p: x = 1\np.b(x)\np.b(x)', [CHECKED, PLAIN]],
  ['after del', 'x = 1\ndel x\np.b(x)', [CHECKED]],
])('%s', (_what, body, expected) => {
  expect(loads(body)).toEqual(expected);
});

test('more than 32 locals are tracked', () => {
  const many = Array.from({ length: 70 }, (_, i) => `v${i} = 1`).join('\n');
  expect(loads(`${many}\nif p: x = 1\np.b(x)\np.b(x)`)).toEqual([CHECKED, PLAIN]);
});
