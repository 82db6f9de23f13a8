/**
 * Compile-time errors: message, line and column (from 1) as python3.11 reported them.
 */

import { describe, expect, test } from 'vitest';
import { PythonSyntaxError } from '../../../src/ast/errors.ts';
import { compileText } from './compile-text.ts';

const RECORDED: readonly (readonly [
  source: string,
  message: string,
  line: number,
  column: number,
])[] = [
  ['return 1', "'return' outside function", 1, 1],
  ['yield 1', "'yield' outside function", 1, 1],
  ['break', "'break' outside loop", 1, 1],
  ['continue', "'continue' not properly in loop", 1, 1],
  ['def f(x,x): pass', "duplicate argument 'x' in function definition", 1, 9],
  ['def f(x):\n  global x', "name 'x' is parameter and global", 2, 3],
  ['def f():\n  x=1\n  global x', "name 'x' is assigned to before global declaration", 3, 3],
  ['def f():\n  print(x)\n  global x', "name 'x' is used prior to global declaration", 3, 3],
  ['def f():\n  nonlocal x', "no binding for nonlocal 'x' found", 2, 3],
  ['nonlocal x', 'nonlocal declaration not allowed at module level', 1, 1],
  ['def f():\n  from m import *', 'import * only allowed at module level', 2, 17],
  [
    'x=1\nfrom __future__ import annotations',
    'from __future__ imports must occur at the beginning of the file',
    2,
    1,
  ],
  ['from __future__ import braces', 'not a chance', 1, 1],
  ['from __future__ import nope', 'future feature nope is not defined', 1, 1],
  [
    'class C:\n  [y := 1 for x in z]',
    'assignment expression within a comprehension cannot be used in a class body',
    2,
    4,
  ],
  [
    '[x := 1 for x in z]',
    "assignment expression cannot rebind comprehension iteration variable 'x'",
    1,
    2,
  ],
  [
    '[1 for x in (y := z)]',
    'assignment expression cannot be used in a comprehension iterable expression',
    1,
    14,
  ],
  [
    '[[(j := 0) for i in range(5)] for j in range(5)]',
    "assignment expression cannot rebind comprehension iteration variable 'j'",
    1,
    4,
  ],
  [
    '[i := 0 for i, j in x]',
    "assignment expression cannot rebind comprehension iteration variable 'i'",
    1,
    2,
  ],
  ['def f():\n  global x\n  x: int = 1', "annotated name 'x' can't be global", 3, 3],
  ['def f():\n  x: int\n  global x', "annotated name 'x' can't be global", 3, 3],
  ['def f(x):\n  nonlocal x', "name 'x' is parameter and nonlocal", 2, 3],
  [
    'def f():\n  x=1\n  def g():\n    print(x)\n    nonlocal x',
    "name 'x' is used prior to nonlocal declaration",
    5,
    5,
  ],
  [
    'def f():\n  x=1\n  def g():\n    x=2\n    nonlocal x',
    "name 'x' is assigned to before nonlocal declaration",
    5,
    5,
  ],
  ['lambda x,x: 1', "duplicate argument 'x' in function definition", 1, 10],
  ['[(yield x) for x in y]', "'yield' inside list comprehension", 1, 3],
  ['def f():\n  [(yield x) for x in y]', "'yield' inside list comprehension", 2, 5],
  ['def f():\n  return ((yield x) for x in y)', "'yield' inside generator expression", 2, 12],
  ['class C:\n  return 1', "'return' outside function", 2, 3],
  ['class C:\n  yield 1', "'yield' outside function", 2, 3],
  ['__debug__ = 1', 'cannot assign to __debug__', 1, 1],
  ['def f(__debug__): pass', 'cannot assign to __debug__', 1, 1],
  ['del __debug__', 'cannot delete __debug__', 1, 5],
  ['f(__debug__=1)', 'cannot assign to __debug__', 1, 1],
  ['x.__debug__ = 1', 'cannot assign to __debug__', 1, 1],
  ['import __debug__', 'cannot assign to __debug__', 1, 1],
  ['*a = 1', 'starred assignment target must be in a list or tuple', 1, 1],
  ['a, *b, *c = x', 'multiple starred expressions in assignment', 1, 1],
  ['*a', "can't use starred expression here", 1, 1],
  ['print(*a, *b)\n*x, = y\n(*x)', 'cannot use starred expression here', 3, 2],
  ['def f():\n  for i in x:\n    def g():\n      break', "'break' outside loop", 4, 7],
  ['for i in x:\n  class C:\n    continue', "'continue' not properly in loop", 3, 5],
  ['def f():\n  def g():\n    nonlocal x\n  global x', "no binding for nonlocal 'x' found", 3, 5],
  ['def f():\n  global x\n  def g():\n    nonlocal x', "no binding for nonlocal 'x' found", 4, 5],
  ['try: pass\nexcept: pass\nexcept X: pass', "default 'except:' must be last", 2, 1],
  ['f(a=1,b=2,a=3)', 'keyword argument repeated: a', 1, 11],
  ['class C(a=1,a=2): pass', 'keyword argument repeated: a', 1, 13],
  ['def f():\n  global x\n  nonlocal x', "name 'x' is nonlocal and global", 2, 3],
  ['def f():\n try:\n  pass\n finally:\n  continue', "'continue' not properly in loop", 5, 3],
  ['if 1:\n  def f(a, *, a): pass', "duplicate argument 'a' in function definition", 2, 15],
  ['def f(*a, **a): pass', "duplicate argument 'a' in function definition", 1, 13],
  [
    'def f(): (x := 1)\n[[x := 1 for y in z] for x in w]',
    "assignment expression cannot rebind comprehension iteration variable 'x'",
    2,
    3,
  ],
  [
    'class C:\n  x = [[y for y in (z := q)] for z in w]',
    'assignment expression cannot be used in a comprehension iterable expression',
    2,
    21,
  ],
  ['def f():\n  x: int\n  nonlocal x', "annotated name 'x' can't be nonlocal", 3, 3],
  ['def f() -> (yield): pass', "'yield' outside function", 1, 13],
  [
    'from __future__ import annotations\ndef f() -> (yield): pass',
    "'yield expression' can not be used within an annotation",
    2,
    13,
  ],
  [
    'from __future__ import annotations\nx: (y := 1)',
    "'named expression' can not be used within an annotation",
    2,
    5,
  ],
  ['x: (yield)', "'yield' outside function", 1, 5],
  ['def f():\n  (x := 1)\n  global x', "name 'x' is assigned to before global declaration", 3, 3],
  ['a = b = *c', "can't use starred expression here", 1, 9],
  ['return', "'return' outside function", 1, 1],
  [
    'from __future__ import (annotations, division)\nimport x\nfrom __future__ import division',
    'from __future__ imports must occur at the beginning of the file',
    3,
    1,
  ],
];

const UNSUPPORTED: readonly (readonly [source: string, what: string, line: number])[] = [
  ['x = 1\nmatch x:\n  case 1: pass', "'match' statements", 2],
  ['async def f(): pass', "'async def' functions", 1],
  ['def g():\n  async for x in y: pass', "'async for' loops", 2],
  ['async with x: pass', "'async with' statements", 1],
  ['try: pass\nexcept* E: pass', "'except*' clauses", 2],
  ['type X = int', "'type' statements", 1],
  ['def f[T](): pass', 'type parameters', 1],
  ['class C[T]: pass', 'type parameters', 1],
  ['x = 1 + 2j', 'complex numbers', 1],
];

function errorOf(source: string): PythonSyntaxError {
  try {
    compileText(source);
  } catch (error) {
    if (error instanceof PythonSyntaxError) return error;
    throw error;
  }
  throw new Error(`compiled: ${source}`);
}

describe('errors equal those of CPython 3.11', () => {
  test.each(RECORDED)('%j', (source, message, line, column) => {
    const error = errorOf(source);
    expect([error.message, error.span.line, error.span.column + 1]).toEqual([
      message,
      line,
      column,
    ]);
  });
});

describe('what the compiler does not know yet is refused by name', () => {
  test.each(UNSUPPORTED)('%j', (source, what, line) => {
    const error = errorOf(source);
    expect([error.message, error.span.line]).toEqual([
      `gilscope does not support ${what} yet`,
      line,
    ]);
  });
});

test('an error shows the line of source it is on', () => {
  expect(errorOf('x = 1\nreturn x\n').sourceLine).toBe('return x');
});

test('21 nested blocks are too many, 20 are not', () => {
  const nested = (depth: number): string => {
    let text = '';
    for (let i = 0; i < depth; i++) text += `${' '.repeat(i)}for a in b:\n`;
    return `${text}${' '.repeat(depth)}pass\n`;
  };
  expect(errorOf(nested(21)).message).toBe('too many statically nested blocks');
  compileText(nested(20));
});
