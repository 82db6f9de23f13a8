/**
 * What the main constructs compile to, in the words of the disassembler. The listings were checked by
 * hand against CPython 3.11's for the same text; where they differ it is by design: loops test at the
 * top, methods are loaded by LOAD_ATTR, plain slices and pairs of locals have instructions of their own.
 */

import { expect, test } from 'vitest';
import { disassemble } from '../../../src/bytecode/disassembler.ts';
import { compileText, find } from './compile-text.ts';

/** The listing of one code object, without those inside it. */
function listing(source: string, qualname: string): string {
  const [own] = disassemble(find(compileText(source), qualname)).split('\nDisassembly of ');
  return own;
}

test('a while loop tests at the top, break skips the else', () => {
  const source = `while a:
  if b: break
  c()
else:
  d
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1     >>    1 LOAD_NAME                 0 (a)
              3 POP_JUMP_IF_FALSE        12 (to 16)

  2           4 LOAD_NAME                 1 (b)
              6 POP_JUMP_IF_FALSE         2 (to 9)
              7 LOAD_CONST                0 (None)
              8 RETURN_VALUE

  3     >>    9 PUSH_NULL
             10 LOAD_NAME                 2 (c)
             12 CALL                      0
             14 POP_TOP
             15 JUMP_BACKWARD            15 (to 1)

  5     >>   16 LOAD_NAME                 3 (d)
             18 POP_TOP
             19 LOAD_CONST                0 (None)
             20 RETURN_VALUE
`);
});

test('a for loop over constants, continue jumps back', () => {
  const source = `for x in [1, 2]:
  if x: continue
  p(x)
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           1 LOAD_CONST                0 ((1, 2))
              2 GET_ITER
        >>    3 FOR_ITER                 15 (to 20)
              5 STORE_NAME                0 (x)

  2           7 LOAD_NAME                 0 (x)
              9 POP_JUMP_IF_FALSE         1 (to 11)
             10 JUMP_BACKWARD             8 (to 3)

  3     >>   11 PUSH_NULL
             12 LOAD_NAME                 1 (p)
             14 LOAD_NAME                 0 (x)
             16 CALL                      1
             18 POP_TOP
             19 JUMP_BACKWARD            17 (to 3)

  1     >>   20 LOAD_CONST                1 (None)
             21 RETURN_VALUE
`);
});

test('a generator, yield and yield from', () => {
  const source = `def f():
  x = yield
  return (yield from g(x))
`;
  expect(listing(source, 'f')).toBe(`\
  1           0 RETURN_GENERATOR
              1 POP_TOP
              2 RESUME                    0

  2           3 LOAD_CONST                0 (None)
              4 YIELD_VALUE
              5 RESUME                    1
              6 STORE_FAST                0 (x)

  3           7 LOAD_GLOBAL               1 (NULL + g)
              9 LOAD_FAST                 0 (x)
             10 CALL                      1
             12 GET_YIELD_FROM_ITER
             13 LOAD_CONST                0 (None)
        >>   14 SEND                      3 (to 18)
             15 YIELD_VALUE
             16 RESUME                    2
             17 JUMP_BACKWARD             4 (to 14)
        >>   18 RETURN_VALUE
`);
});

test('a class body returns its class cell', () => {
  const source = `class C(B, metaclass=M):
  """Doc."""
  x: int = 1
  def m(self): return super().m
`;
  expect(listing(source, 'C')).toBe(`\
              0 MAKE_CELL                 0 (__class__)

  1           1 RESUME                    0
              2 LOAD_NAME                 0 (__name__)
              4 STORE_NAME                1 (__module__)
              6 LOAD_CONST                0 ('C')
              7 STORE_NAME                2 (__qualname__)
              9 SETUP_ANNOTATIONS

  2          10 LOAD_CONST                1 ('Doc.')
             11 STORE_NAME                3 (__doc__)

  3          13 LOAD_CONST                2 (1)
             14 STORE_NAME                4 (x)
             16 LOAD_NAME                 5 (int)
             18 LOAD_NAME                 6 (__annotations__)
             20 LOAD_CONST                3 ('x')
             21 STORE_SUBSCR

  4          23 LOAD_CLOSURE              0 (__class__)
             24 BUILD_TUPLE               1
             25 LOAD_CONST                4 (<code object m, file "test.py", line 4>)
             26 MAKE_FUNCTION             8 (closure)
             27 STORE_NAME                7 (m)
             29 LOAD_CLOSURE              0 (__class__)
             30 COPY                      1
             31 STORE_NAME                8 (__classcell__)
             33 RETURN_VALUE
`);
});

test('a parameter that is captured becomes a cell', () => {
  const source = `def f(a):
  def g():
    nonlocal a
    a += 1
    return a
  return g
`;
  expect(listing(source, 'f')).toBe(`\
              0 MAKE_CELL                 0 (a)

  1           1 RESUME                    0

  2           2 LOAD_CLOSURE              0 (a)
              3 BUILD_TUPLE               1
              4 LOAD_CONST                1 (<code object g, file "test.py", line 2>)
              5 MAKE_FUNCTION             8 (closure)
              6 STORE_FAST                1 (g)

  6           7 LOAD_FAST                 1 (g)
              8 RETURN_VALUE
`);
});

test('return through finally writes the body again', () => {
  const source = `def f():
  for i in x:
    try:
      return g(i)
    finally:
      h()
`;
  expect(listing(source, 'f')).toBe(`\
  1           0 RESUME                    0

  2           1 LOAD_GLOBAL               0 (x)
              3 GET_ITER
              4 FOR_ITER                 24 (to 30)
              6 STORE_FAST                0 (i)

  4           7 LOAD_GLOBAL               3 (NULL + g)
              9 LOAD_FAST                 0 (i)
             10 CALL                      1

  6          12 LOAD_GLOBAL               5 (NULL + h)
             14 CALL                      0
             16 POP_TOP
             17 SWAP                      2
             18 POP_TOP
             19 RETURN_VALUE
        >>   20 PUSH_EXC_INFO
             21 LOAD_GLOBAL               5 (NULL + h)
             23 CALL                      0
             25 POP_TOP
             26 RERAISE                   0
        >>   27 COPY                      3
             28 POP_EXCEPT
             29 RERAISE                   1

  2     >>   30 LOAD_CONST                0 (None)
             31 RETURN_VALUE
ExceptionTable:
  7 to 10 -> 20 [1]
  20 to 26 -> 27 [2] lasti
`);
});

test('a handler unbinds its name on both ways out', () => {
  const source = `try:
  a
except E as e:
  b
except:
  raise
else:
  c
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  2           1 LOAD_NAME                 0 (a)
              3 POP_TOP

  8           4 LOAD_NAME                 1 (c)
              6 POP_TOP
              7 LOAD_CONST                0 (None)
              8 RETURN_VALUE
        >>    9 PUSH_EXC_INFO

  3          10 LOAD_NAME                 2 (E)
             12 CHECK_EXC_MATCH
             13 POP_JUMP_IF_FALSE        17 (to 31)
             14 STORE_NAME                3 (e)

  4          16 LOAD_NAME                 4 (b)
             18 POP_TOP
             19 POP_EXCEPT
             20 LOAD_CONST                0 (None)
             21 STORE_NAME                3 (e)
             23 DELETE_NAME               3 (e)
             24 LOAD_CONST                0 (None)
             25 RETURN_VALUE
        >>   26 LOAD_CONST                0 (None)
             27 STORE_NAME                3 (e)
             29 DELETE_NAME               3 (e)
             30 RERAISE                   1

  5     >>   31 POP_TOP

  6          32 RAISE_VARARGS             0
        >>   33 COPY                      3
             34 POP_EXCEPT
             35 RERAISE                   1
ExceptionTable:
  1 to 3 -> 9 [0]
  9 to 14 -> 33 [1] lasti
  16 to 18 -> 26 [1] lasti
  26 to 32 -> 33 [1] lasti
`);
});

test('with statements call exit on both ways out', () => {
  const source = `with a as b, c:
  d
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           1 LOAD_NAME                 0 (a)
              3 BEFORE_WITH
              4 STORE_NAME                1 (b)
              6 LOAD_NAME                 2 (c)
              8 BEFORE_WITH
              9 POP_TOP

  2          10 LOAD_NAME                 3 (d)
             12 POP_TOP

  1          13 LOAD_CONST                0 (None)
             14 LOAD_CONST                0 (None)
             15 LOAD_CONST                0 (None)
             16 CALL                      2
             18 POP_TOP
             19 JUMP_FORWARD             12 (to 32)
        >>   20 PUSH_EXC_INFO
             21 WITH_EXCEPT_START
             22 POP_JUMP_IF_TRUE          1 (to 24)
             23 RERAISE                   2
        >>   24 POP_TOP
             25 POP_EXCEPT
             26 POP_TOP
             27 POP_TOP
             28 JUMP_FORWARD              3 (to 32)
        >>   29 COPY                      3
             30 POP_EXCEPT
             31 RERAISE                   1
        >>   32 LOAD_CONST                0 (None)
             33 LOAD_CONST                0 (None)
             34 LOAD_CONST                0 (None)
             35 CALL                      2
             37 POP_TOP
             38 LOAD_CONST                0 (None)
             39 RETURN_VALUE
        >>   40 PUSH_EXC_INFO
             41 WITH_EXCEPT_START
             42 POP_JUMP_IF_TRUE          1 (to 44)
             43 RERAISE                   2
        >>   44 POP_TOP
             45 POP_EXCEPT
             46 POP_TOP
             47 POP_TOP
             48 LOAD_CONST                0 (None)
             49 RETURN_VALUE
        >>   50 COPY                      3
             51 POP_EXCEPT
             52 RERAISE                   1
ExceptionTable:
  4 to 8 -> 40 [1] lasti
  9 to 12 -> 20 [2] lasti
  13 to 19 -> 40 [1] lasti
  20 to 24 -> 29 [4] lasti
  25 to 31 -> 40 [1] lasti
  40 to 44 -> 50 [3] lasti
`);
});

test('chained comparisons keep the middle operand', () => {
  const source = `x = a < b < c
if a < b < c: d
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           1 LOAD_NAME                 0 (a)
              3 LOAD_NAME                 1 (b)
              5 SWAP                      2
              6 COPY                      2
              7 COMPARE_OP                0 (<)
              9 JUMP_IF_FALSE_OR_POP      5 (to 15)
             10 LOAD_NAME                 2 (c)
             12 COMPARE_OP                0 (<)
             14 JUMP_FORWARD              2 (to 17)
        >>   15 SWAP                      2
             16 POP_TOP
        >>   17 STORE_NAME                3 (x)

  2          19 LOAD_NAME                 0 (a)
             21 LOAD_NAME                 1 (b)
             23 SWAP                      2
             24 COPY                      2
             25 COMPARE_OP                0 (<)
             27 POP_JUMP_IF_FALSE         6 (to 34)
             28 LOAD_NAME                 2 (c)
             30 COMPARE_OP                0 (<)
             32 POP_JUMP_IF_FALSE         7 (to 40)
             33 JUMP_FORWARD              3 (to 37)
        >>   34 POP_TOP
             35 LOAD_CONST                0 (None)
             36 RETURN_VALUE
        >>   37 LOAD_NAME                 4 (d)
             39 POP_TOP
        >>   40 LOAD_CONST                0 (None)
             41 RETURN_VALUE
`);
});

test('short circuits jump to where they are decided', () => {
  const source = `x = a and b or not c
if a and (b or not c): d
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           1 LOAD_NAME                 0 (a)
              3 POP_JUMP_IF_FALSE         3 (to 7)
              4 LOAD_NAME                 1 (b)
              6 JUMP_IF_TRUE_OR_POP       3 (to 10)
        >>    7 LOAD_NAME                 2 (c)
              9 UNARY_NOT
        >>   10 STORE_NAME                3 (x)

  2          12 LOAD_NAME                 0 (a)
             14 POP_JUMP_IF_FALSE         9 (to 24)
             15 LOAD_NAME                 1 (b)
             17 POP_JUMP_IF_TRUE          3 (to 21)
             18 LOAD_NAME                 2 (c)
             20 POP_JUMP_IF_TRUE          3 (to 24)
        >>   21 LOAD_NAME                 4 (d)
             23 POP_TOP
        >>   24 LOAD_CONST                0 (None)
             25 RETURN_VALUE
`);
});

test('four forms of calls', () => {
  const source = `f(a, *b, k=1, **d)
f(1, k=2)
o.m(1)
f(*a)
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           1 PUSH_NULL
              2 LOAD_NAME                 0 (f)
              4 LOAD_NAME                 1 (a)
              6 BUILD_LIST                1
              7 LOAD_NAME                 2 (b)
              9 LIST_EXTEND               1
             10 LIST_TO_TUPLE
             11 LOAD_CONST                0 ('k')
             12 LOAD_CONST                1 (1)
             13 BUILD_MAP                 1
             14 LOAD_NAME                 3 (d)
             16 DICT_MERGE                1
             17 CALL_FUNCTION_EX          1
             18 POP_TOP

  2          19 PUSH_NULL
             20 LOAD_NAME                 0 (f)
             22 LOAD_CONST                1 (1)
             23 LOAD_CONST                2 (2)
             24 KW_NAMES                  3 (('k',))
             25 CALL                      2
             27 POP_TOP

  3          28 LOAD_NAME                 4 (o)
             30 LOAD_ATTR                11 (method m)
             32 LOAD_CONST                1 (1)
             33 CALL                      1
             35 POP_TOP

  4          36 PUSH_NULL
             37 LOAD_NAME                 0 (f)
             39 LOAD_NAME                 1 (a)
             41 CALL_FUNCTION_EX          0
             42 POP_TOP
             43 LOAD_CONST                4 (None)
             44 RETURN_VALUE
`);
});

test('augmented assignment evaluates the target once', () => {
  const source = `a.b += 1
a[b] *= 2
a[b:c] -= d
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           1 LOAD_NAME                 0 (a)
              3 COPY                      1
              4 LOAD_ATTR                 2 (b)
              6 LOAD_CONST                0 (1)
              7 BINARY_OP                13 (+=)
              9 SWAP                      2
             10 STORE_ATTR                1 (b)

  2          12 LOAD_NAME                 0 (a)
             14 LOAD_NAME                 1 (b)
             16 COPY                      2
             17 COPY                      2
             18 BINARY_SUBSCR
             20 LOAD_CONST                1 (2)
             21 BINARY_OP                18 (*=)
             23 SWAP                      3
             24 SWAP                      2
             25 STORE_SUBSCR

  3          27 LOAD_NAME                 0 (a)
             29 LOAD_NAME                 1 (b)
             31 LOAD_NAME                 2 (c)
             33 COPY                      3
             34 COPY                      3
             35 COPY                      3
             36 BINARY_SLICE
             37 LOAD_NAME                 3 (d)
             39 BINARY_OP                23 (-=)
             41 SWAP                      4
             42 SWAP                      3
             43 SWAP                      2
             44 STORE_SLICE
             45 LOAD_CONST                2 (None)
             46 RETURN_VALUE
`);
});

test('unpacking, nested and with a star', () => {
  const source = `a, (b, *c) = d
a, b = b, a
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           1 LOAD_NAME                 0 (d)
              3 UNPACK_SEQUENCE           2
              4 STORE_NAME                1 (a)
              6 UNPACK_EX                 1
              7 STORE_NAME                2 (b)
              9 STORE_NAME                3 (c)

  2          11 LOAD_NAME                 2 (b)
             13 LOAD_NAME                 1 (a)
             15 SWAP                      2
             16 STORE_NAME                1 (a)
             18 STORE_NAME                2 (b)
             20 LOAD_CONST                0 (None)
             21 RETURN_VALUE
`);
});

test('swapping locals builds no tuple', () => {
  const source = `def f(a, b, c):
  a, b = b, a
  a, b, c = c, a, b
  return a
`;
  expect(listing(source, 'f')).toBe(`\
  1           0 RESUME                    0

  2           1 LOAD_FAST_LOAD_FAST    4096 (b, a)
              2 STORE_FAST                1 (b)
              3 STORE_FAST                0 (a)

  3           4 LOAD_FAST_LOAD_FAST    8192 (c, a)
              5 LOAD_FAST                 1 (b)
              6 STORE_FAST                2 (c)
              7 STORE_FAST                1 (b)
              8 STORE_FAST                0 (a)

  4           9 LOAD_FAST                 0 (a)
             10 RETURN_VALUE
`);
});

test('a dict comprehension with an inner assignment loop', () => {
  const source = `x = {k: v for k, v in y if k for z in [v]}
`;
  expect(listing(source, '<dictcomp>')).toBe(`\
  1           0 RESUME                    0
              1 BUILD_MAP                 0
              2 LOAD_FAST                 0 (.0)
        >>    3 FOR_ITER                  9 (to 14)
              5 UNPACK_SEQUENCE           2
              6 STORE_FAST                1 (k)
              7 STORE_FAST_LOAD_FAST   8193 (v, k)
              8 POP_JUMP_IF_FALSE         4 (to 13)
              9 LOAD_FAST                 2 (v)
             10 STORE_FAST_LOAD_FAST   12289 (z, k)
             11 LOAD_FAST                 2 (v)
             12 MAP_ADD                   2
        >>   13 JUMP_BACKWARD            11 (to 3)
        >>   14 RETURN_VALUE
`);
});

test('imports, dotted, relative and with a star', () => {
  const source = `import a.b.c as d, e.f
from ..g import h as i, j
from k import *
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           1 LOAD_CONST                0 (0)
              2 LOAD_CONST                1 (None)
              3 IMPORT_NAME               0 (a.b.c)
              4 IMPORT_FROM               1 (b)
              5 SWAP                      2
              6 POP_TOP
              7 IMPORT_FROM               2 (c)
              8 STORE_NAME                3 (d)
             10 POP_TOP
             11 LOAD_CONST                0 (0)
             12 LOAD_CONST                1 (None)
             13 IMPORT_NAME               4 (e.f)
             14 STORE_NAME                5 (e)

  2          16 LOAD_CONST                2 (2)
             17 LOAD_CONST                3 (('h', 'j'))
             18 IMPORT_NAME               6 (g)
             19 IMPORT_FROM               7 (h)
             20 STORE_NAME                8 (i)
             22 IMPORT_FROM               9 (j)
             23 STORE_NAME                9 (j)
             25 POP_TOP

  3          26 LOAD_CONST                0 (0)
             27 LOAD_CONST                4 (('*',))
             28 IMPORT_NAME              10 (k)
             29 IMPORT_STAR
             30 LOAD_CONST                1 (None)
             31 RETURN_VALUE
`);
});

test('constants are folded', () => {
  const source = `x = -1 + 2 ** 10, 'ab' * 2, (1, 2)[0], not ()
y = a in {1, 2}
if 0: z
assert x, 'm'
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           1 LOAD_CONST                0 ((1023, 'abab', 1, True))
              2 STORE_NAME                0 (x)

  2           4 LOAD_NAME                 1 (a)
              6 LOAD_CONST                1 (frozenset({1, 2}))
              7 CONTAINS_OP               0
              8 STORE_NAME                2 (y)

  3          10 NOP

  4          11 LOAD_NAME                 0 (x)
             13 POP_JUMP_IF_TRUE          5 (to 19)
             14 LOAD_ASSERTION_ERROR
             15 LOAD_CONST                3 ('m')
             16 CALL                      0
             18 RAISE_VARARGS             1
        >>   19 LOAD_CONST                4 (None)
             20 RETURN_VALUE
`);
});

test('f-strings, and % with a tuple', () => {
  const source = `f'{a!r:>{w}}-{b}'
'%s: %5r' % (a, b)
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           1 LOAD_NAME                 0 (a)
              3 LOAD_CONST                0 ('>')
              4 LOAD_NAME                 1 (w)
              6 FORMAT_VALUE              0
              7 BUILD_STRING              2
              8 FORMAT_VALUE              6 (repr, with format)
              9 LOAD_CONST                1 ('-')
             10 LOAD_NAME                 2 (b)
             12 FORMAT_VALUE              0
             13 BUILD_STRING              3
             14 POP_TOP

  2          15 LOAD_NAME                 0 (a)
             17 FORMAT_VALUE              1 (str)
             18 LOAD_CONST                2 (': ')
             19 LOAD_NAME                 2 (b)
             21 LOAD_CONST                3 ('>5')
             22 FORMAT_VALUE              6 (repr, with format)
             23 BUILD_STRING              3
             24 POP_TOP
             25 LOAD_CONST                4 (None)
             26 RETURN_VALUE
`);
});

test('what a function definition evaluates', () => {
  const source = `@d
def f(a, /, b=1, *c, k: int, l=2, **m) -> str: return lambda: (a, l)
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           1 LOAD_NAME                 0 (d)

  2           3 LOAD_CONST                0 ((1,))
              4 LOAD_CONST                1 (2)
              5 LOAD_CONST                2 (('l',))
              6 BUILD_CONST_KEY_MAP       1
              7 LOAD_NAME                 1 (int)
              9 LOAD_NAME                 2 (str)
             11 LOAD_CONST                3 (('k', 'return'))
             12 BUILD_CONST_KEY_MAP       2
             13 LOAD_CONST                4 (<code object f, file "test.py", line 1>)
             14 MAKE_FUNCTION             7 (defaults, kwdefaults, annotations)

  1          15 CALL                      0

  2          17 STORE_NAME                3 (f)
             19 LOAD_CONST                5 (None)
             20 RETURN_VALUE
`);
});

test('locals that may be unbound are checked once', () => {
  const source = `def f(c):
  if c: x = 1
  print(x)
  print(x)
  del c
  return c
`;
  expect(listing(source, 'f')).toBe(`\
  1           0 RESUME                    0

  2           1 LOAD_FAST                 0 (c)
              2 POP_JUMP_IF_FALSE         2 (to 5)
              3 LOAD_CONST                1 (1)
              4 STORE_FAST                1 (x)

  3     >>    5 LOAD_GLOBAL               1 (NULL + print)
              7 LOAD_FAST_CHECK           1 (x)
              8 CALL                      1
             10 POP_TOP

  4          11 LOAD_GLOBAL               1 (NULL + print)
             13 LOAD_FAST                 1 (x)
             14 CALL                      1
             16 POP_TOP

  5          17 DELETE_FAST               0 (c)

  6          18 LOAD_FAST_CHECK           0 (c)
             19 RETURN_VALUE
`);
});

test('del of every target', () => {
  const source = `del a.b, a[1], (c, d)
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           1 LOAD_NAME                 0 (a)
              3 DELETE_ATTR               1 (b)
              4 LOAD_NAME                 0 (a)
              6 LOAD_CONST                0 (1)
              7 DELETE_SUBSCR
              8 DELETE_NAME               2 (c)
              9 DELETE_NAME               3 (d)
             10 LOAD_CONST                1 (None)
             11 RETURN_VALUE
`);
});

test('annotations of locals are not evaluated', () => {
  const source = `def f():
  x: g = 1
  y: h
  a.b: c
`;
  expect(listing(source, 'f')).toBe(`\
  1           0 RESUME                    0

  2           1 LOAD_CONST                1 (1)
              2 STORE_FAST                0 (x)

  4           3 LOAD_GLOBAL               0 (a)
              5 POP_TOP
              6 LOAD_CONST                0 (None)
              7 RETURN_VALUE
`);
});

test('displays of constants and with unpacking', () => {
  const source = `a = [1, 2, 3]
b = {1, 2, 3}
c = {**d, 1: 2}
e = [*f, g]
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           1 BUILD_LIST                0
              2 LOAD_CONST                0 ((1, 2, 3))
              3 LIST_EXTEND               1
              4 STORE_NAME                0 (a)

  2           6 BUILD_SET                 0
              7 LOAD_CONST                1 (frozenset({1, 2, 3}))
              8 SET_UPDATE                1
              9 STORE_NAME                1 (b)

  3          11 BUILD_MAP                 0
             12 LOAD_NAME                 2 (d)
             14 DICT_UPDATE               1
             15 LOAD_CONST                2 (1)
             16 LOAD_CONST                3 (2)
             17 BUILD_MAP                 1
             18 DICT_UPDATE               1
             19 STORE_NAME                3 (c)

  4          21 BUILD_LIST                0
             22 LOAD_NAME                 4 (f)
             24 LIST_EXTEND               1
             25 LOAD_NAME                 5 (g)
             27 LIST_APPEND               1
             28 STORE_NAME                6 (e)
             30 LOAD_CONST                4 (None)
             31 RETURN_VALUE
`);
});

test('is None has jumps of its own', () => {
  const source = `def f(x):
  if x is None: return 1
  while x is not None: x = x.n
`;
  expect(listing(source, 'f')).toBe(`\
  1           0 RESUME                    0

  2           1 LOAD_FAST                 0 (x)
              2 POP_JUMP_IF_NOT_NONE      2 (to 5)
              3 LOAD_CONST                1 (1)
              4 RETURN_VALUE

  3     >>    5 LOAD_FAST                 0 (x)
              6 POP_JUMP_IF_NONE          5 (to 12)
              7 LOAD_FAST                 0 (x)
              8 LOAD_ATTR                 0 (n)
             10 STORE_FAST                0 (x)
             11 JUMP_BACKWARD             7 (to 5)
        >>   12 LOAD_CONST                0 (None)
             13 RETURN_VALUE
`);
});
