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

  1     >>    2 LOAD_NAME                 0 (a)
              4 POP_JUMP_IF_FALSE        13 (to 18)

  2           5 LOAD_NAME                 1 (b)
              7 POP_JUMP_IF_FALSE         2 (to 10)
              8 LOAD_CONST                0 (None)
              9 RETURN_VALUE

  3     >>   10 PUSH_NULL
             11 LOAD_NAME                 2 (c)
             13 CALL                      0
             15 POP_TOP
             16 JUMP_BACKWARD            16 (to 2)

  5     >>   18 LOAD_NAME                 3 (d)
             20 POP_TOP
             21 LOAD_CONST                0 (None)
             22 RETURN_VALUE
`);
});

test('a for loop over constants, continue jumps back', () => {
  const source = `for x in [1, 2]:
  if x: continue
  p(x)
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           2 LOAD_CONST                0 ((1, 2))
              3 GET_ITER
        >>    4 FOR_ITER                 17 (to 23)
              6 STORE_NAME                0 (x)

  2           8 LOAD_NAME                 0 (x)
             10 POP_JUMP_IF_FALSE         2 (to 13)
             11 JUMP_BACKWARD             9 (to 4)

  3     >>   13 PUSH_NULL
             14 LOAD_NAME                 1 (p)
             16 LOAD_NAME                 0 (x)
             18 CALL                      1
             20 POP_TOP
             21 JUMP_BACKWARD            19 (to 4)

  1     >>   23 LOAD_CONST                1 (None)
             24 RETURN_VALUE
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

  2           4 LOAD_CONST                0 (None)
              5 YIELD_VALUE
              6 RESUME                    1
              8 STORE_FAST                0 (x)

  3           9 LOAD_GLOBAL               1 (NULL + g)
             11 LOAD_FAST                 0 (x)
             12 CALL                      1
             14 GET_YIELD_FROM_ITER
             15 LOAD_CONST                0 (None)
        >>   16 SEND                      5 (to 22)
             17 YIELD_VALUE
             18 RESUME                    2
             20 JUMP_BACKWARD             6 (to 16)
        >>   22 RETURN_VALUE
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
              3 LOAD_NAME                 0 (__name__)
              5 STORE_NAME                1 (__module__)
              7 LOAD_CONST                0 ('C')
              8 STORE_NAME                2 (__qualname__)
             10 SETUP_ANNOTATIONS

  2          11 LOAD_CONST                1 ('Doc.')
             12 STORE_NAME                3 (__doc__)

  3          14 LOAD_CONST                2 (1)
             15 STORE_NAME                4 (x)
             17 LOAD_NAME                 5 (int)
             19 LOAD_NAME                 6 (__annotations__)
             21 LOAD_CONST                3 ('x')
             22 STORE_SUBSCR

  4          24 LOAD_CLOSURE              0 (__class__)
             25 BUILD_TUPLE               1
             26 LOAD_CONST                4 (<code object m, file "test.py", line 4>)
             27 MAKE_FUNCTION             8 (closure)
             28 STORE_NAME                7 (m)
             30 LOAD_CLOSURE              0 (__class__)
             31 COPY                      1
             32 STORE_NAME                8 (__classcell__)
             34 RETURN_VALUE
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

  2           3 LOAD_CLOSURE              0 (a)
              4 BUILD_TUPLE               1
              5 LOAD_CONST                1 (<code object g, file "test.py", line 2>)
              6 MAKE_FUNCTION             8 (closure)
              7 STORE_FAST                1 (g)

  6           8 LOAD_FAST                 1 (g)
              9 RETURN_VALUE
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

  2           2 LOAD_GLOBAL               0 (x)
              4 GET_ITER
              5 FOR_ITER                 24 (to 31)
              7 STORE_FAST                0 (i)

  4           8 LOAD_GLOBAL               3 (NULL + g)
             10 LOAD_FAST                 0 (i)
             11 CALL                      1

  6          13 LOAD_GLOBAL               5 (NULL + h)
             15 CALL                      0
             17 POP_TOP
             18 SWAP                      2
             19 POP_TOP
             20 RETURN_VALUE
        >>   21 PUSH_EXC_INFO
             22 LOAD_GLOBAL               5 (NULL + h)
             24 CALL                      0
             26 POP_TOP
             27 RERAISE                   0
        >>   28 COPY                      3
             29 POP_EXCEPT
             30 RERAISE                   1

  2     >>   31 LOAD_CONST                0 (None)
             32 RETURN_VALUE
ExceptionTable:
  8 to 11 -> 21 [1]
  21 to 27 -> 28 [2] lasti
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

  2           2 LOAD_NAME                 0 (a)
              4 POP_TOP

  8           5 LOAD_NAME                 1 (c)
              7 POP_TOP
              8 LOAD_CONST                0 (None)
              9 RETURN_VALUE
        >>   10 PUSH_EXC_INFO

  3          11 LOAD_NAME                 2 (E)
             13 CHECK_EXC_MATCH
             14 POP_JUMP_IF_FALSE        17 (to 32)
             15 STORE_NAME                3 (e)

  4          17 LOAD_NAME                 4 (b)
             19 POP_TOP
             20 POP_EXCEPT
             21 LOAD_CONST                0 (None)
             22 STORE_NAME                3 (e)
             24 DELETE_NAME               3 (e)
             25 LOAD_CONST                0 (None)
             26 RETURN_VALUE
        >>   27 LOAD_CONST                0 (None)
             28 STORE_NAME                3 (e)
             30 DELETE_NAME               3 (e)
             31 RERAISE                   1

  5     >>   32 POP_TOP

  6          33 RAISE_VARARGS             0
        >>   34 COPY                      3
             35 POP_EXCEPT
             36 RERAISE                   1
ExceptionTable:
  2 to 4 -> 10 [0]
  10 to 15 -> 34 [1] lasti
  17 to 19 -> 27 [1] lasti
  27 to 33 -> 34 [1] lasti
`);
});

test('with statements call exit on both ways out', () => {
  const source = `with a as b, c:
  d
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           2 LOAD_NAME                 0 (a)
              4 BEFORE_WITH
              5 STORE_NAME                1 (b)
              7 LOAD_NAME                 2 (c)
              9 BEFORE_WITH
             10 POP_TOP

  2          11 LOAD_NAME                 3 (d)
             13 POP_TOP

  1          14 LOAD_CONST                0 (None)
             15 LOAD_CONST                0 (None)
             16 LOAD_CONST                0 (None)
             17 CALL                      2
             19 POP_TOP
             20 JUMP_FORWARD             12 (to 33)
        >>   21 PUSH_EXC_INFO
             22 WITH_EXCEPT_START
             23 POP_JUMP_IF_TRUE          1 (to 25)
             24 RERAISE                   2
        >>   25 POP_TOP
             26 POP_EXCEPT
             27 POP_TOP
             28 POP_TOP
             29 JUMP_FORWARD              3 (to 33)
        >>   30 COPY                      3
             31 POP_EXCEPT
             32 RERAISE                   1
        >>   33 LOAD_CONST                0 (None)
             34 LOAD_CONST                0 (None)
             35 LOAD_CONST                0 (None)
             36 CALL                      2
             38 POP_TOP
             39 LOAD_CONST                0 (None)
             40 RETURN_VALUE
        >>   41 PUSH_EXC_INFO
             42 WITH_EXCEPT_START
             43 POP_JUMP_IF_TRUE          1 (to 45)
             44 RERAISE                   2
        >>   45 POP_TOP
             46 POP_EXCEPT
             47 POP_TOP
             48 POP_TOP
             49 LOAD_CONST                0 (None)
             50 RETURN_VALUE
        >>   51 COPY                      3
             52 POP_EXCEPT
             53 RERAISE                   1
ExceptionTable:
  5 to 9 -> 41 [1] lasti
  10 to 13 -> 21 [2] lasti
  14 to 20 -> 41 [1] lasti
  21 to 25 -> 30 [4] lasti
  26 to 32 -> 41 [1] lasti
  41 to 45 -> 51 [3] lasti
`);
});

test('chained comparisons keep the middle operand', () => {
  const source = `x = a < b < c
if a < b < c: d
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           2 LOAD_NAME                 0 (a)
              4 LOAD_NAME                 1 (b)
              6 SWAP                      2
              7 COPY                      2
              8 COMPARE_OP                0 (<)
             10 JUMP_IF_FALSE_OR_POP      5 (to 16)
             11 LOAD_NAME                 2 (c)
             13 COMPARE_OP                0 (<)
             15 JUMP_FORWARD              2 (to 18)
        >>   16 SWAP                      2
             17 POP_TOP
        >>   18 STORE_NAME                3 (x)

  2          20 LOAD_NAME                 0 (a)
             22 LOAD_NAME                 1 (b)
             24 SWAP                      2
             25 COPY                      2
             26 COMPARE_OP                0 (<)
             28 POP_JUMP_IF_FALSE         6 (to 35)
             29 LOAD_NAME                 2 (c)
             31 COMPARE_OP                0 (<)
             33 POP_JUMP_IF_FALSE         7 (to 41)
             34 JUMP_FORWARD              3 (to 38)
        >>   35 POP_TOP
             36 LOAD_CONST                0 (None)
             37 RETURN_VALUE
        >>   38 LOAD_NAME                 4 (d)
             40 POP_TOP
        >>   41 LOAD_CONST                0 (None)
             42 RETURN_VALUE
`);
});

test('short circuits jump to where they are decided', () => {
  const source = `x = a and b or not c
if a and (b or not c): d
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           2 LOAD_NAME                 0 (a)
              4 POP_JUMP_IF_FALSE         3 (to 8)
              5 LOAD_NAME                 1 (b)
              7 JUMP_IF_TRUE_OR_POP       3 (to 11)
        >>    8 LOAD_NAME                 2 (c)
             10 UNARY_NOT
        >>   11 STORE_NAME                3 (x)

  2          13 LOAD_NAME                 0 (a)
             15 POP_JUMP_IF_FALSE         9 (to 25)
             16 LOAD_NAME                 1 (b)
             18 POP_JUMP_IF_TRUE          3 (to 22)
             19 LOAD_NAME                 2 (c)
             21 POP_JUMP_IF_TRUE          3 (to 25)
        >>   22 LOAD_NAME                 4 (d)
             24 POP_TOP
        >>   25 LOAD_CONST                0 (None)
             26 RETURN_VALUE
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

  1           2 PUSH_NULL
              3 LOAD_NAME                 0 (f)
              5 LOAD_NAME                 1 (a)
              7 BUILD_LIST                1
              8 LOAD_NAME                 2 (b)
             10 LIST_EXTEND               1
             11 LIST_TO_TUPLE
             12 LOAD_CONST                0 ('k')
             13 LOAD_CONST                1 (1)
             14 BUILD_MAP                 1
             15 LOAD_NAME                 3 (d)
             17 DICT_MERGE                1
             18 CALL_FUNCTION_EX          1
             19 POP_TOP

  2          20 PUSH_NULL
             21 LOAD_NAME                 0 (f)
             23 LOAD_CONST                1 (1)
             24 LOAD_CONST                2 (2)
             25 KW_NAMES                  3 (('k',))
             26 CALL                      2
             28 POP_TOP

  3          29 LOAD_NAME                 4 (o)
             31 LOAD_ATTR                11 (method m)
             33 LOAD_CONST                1 (1)
             34 CALL                      1
             36 POP_TOP

  4          37 PUSH_NULL
             38 LOAD_NAME                 0 (f)
             40 LOAD_NAME                 1 (a)
             42 CALL_FUNCTION_EX          0
             43 POP_TOP
             44 LOAD_CONST                4 (None)
             45 RETURN_VALUE
`);
});

test('augmented assignment evaluates the target once', () => {
  const source = `a.b += 1
a[b] *= 2
a[b:c] -= d
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           2 LOAD_NAME                 0 (a)
              4 COPY                      1
              5 LOAD_ATTR                 2 (b)
              7 LOAD_CONST                0 (1)
              8 BINARY_OP                13 (+=)
             10 SWAP                      2
             11 STORE_ATTR                1 (b)

  2          13 LOAD_NAME                 0 (a)
             15 LOAD_NAME                 1 (b)
             17 COPY                      2
             18 COPY                      2
             19 BINARY_SUBSCR
             21 LOAD_CONST                1 (2)
             22 BINARY_OP                18 (*=)
             24 SWAP                      3
             25 SWAP                      2
             26 STORE_SUBSCR

  3          28 LOAD_NAME                 0 (a)
             30 LOAD_NAME                 1 (b)
             32 LOAD_NAME                 2 (c)
             34 COPY                      3
             35 COPY                      3
             36 COPY                      3
             37 BINARY_SLICE
             38 LOAD_NAME                 3 (d)
             40 BINARY_OP                23 (-=)
             42 SWAP                      4
             43 SWAP                      3
             44 SWAP                      2
             45 STORE_SLICE
             46 LOAD_CONST                2 (None)
             47 RETURN_VALUE
`);
});

test('unpacking, nested and with a star', () => {
  const source = `a, (b, *c) = d
a, b = b, a
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           2 LOAD_NAME                 0 (d)
              4 UNPACK_SEQUENCE           2
              5 STORE_NAME                1 (a)
              7 UNPACK_EX                 1
              8 STORE_NAME                2 (b)
             10 STORE_NAME                3 (c)

  2          12 LOAD_NAME                 2 (b)
             14 LOAD_NAME                 1 (a)
             16 SWAP                      2
             17 STORE_NAME                1 (a)
             19 STORE_NAME                2 (b)
             21 LOAD_CONST                0 (None)
             22 RETURN_VALUE
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

  2           2 LOAD_FAST_LOAD_FAST    4096 (b, a)
              3 STORE_FAST                1 (b)
              4 STORE_FAST                0 (a)

  3           5 LOAD_FAST_LOAD_FAST    8192 (c, a)
              6 LOAD_FAST                 1 (b)
              7 STORE_FAST                2 (c)
              8 STORE_FAST                1 (b)
              9 STORE_FAST                0 (a)

  4          10 LOAD_FAST                 0 (a)
             11 RETURN_VALUE
`);
});

test('a dict comprehension with an inner assignment loop', () => {
  const source = `x = {k: v for k, v in y if k for z in [v]}
`;
  expect(listing(source, '<dictcomp>')).toBe(`\
  1           0 RESUME                    0
              2 BUILD_MAP                 0
              3 LOAD_FAST                 0 (.0)
        >>    4 FOR_ITER                 10 (to 16)
              6 UNPACK_SEQUENCE           2
              7 STORE_FAST                1 (k)
              8 STORE_FAST_LOAD_FAST   8193 (v, k)
              9 POP_JUMP_IF_FALSE         4 (to 14)
             10 LOAD_FAST                 2 (v)
             11 STORE_FAST_LOAD_FAST   12289 (z, k)
             12 LOAD_FAST                 2 (v)
             13 MAP_ADD                   2
        >>   14 JUMP_BACKWARD            12 (to 4)
        >>   16 RETURN_VALUE
`);
});

test('imports, dotted, relative and with a star', () => {
  const source = `import a.b.c as d, e.f
from ..g import h as i, j
from k import *
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           2 LOAD_CONST                0 (0)
              3 LOAD_CONST                1 (None)
              4 IMPORT_NAME               0 (a.b.c)
              5 IMPORT_FROM               1 (b)
              6 SWAP                      2
              7 POP_TOP
              8 IMPORT_FROM               2 (c)
              9 STORE_NAME                3 (d)
             11 POP_TOP
             12 LOAD_CONST                0 (0)
             13 LOAD_CONST                1 (None)
             14 IMPORT_NAME               4 (e.f)
             15 STORE_NAME                5 (e)

  2          17 LOAD_CONST                2 (2)
             18 LOAD_CONST                3 (('h', 'j'))
             19 IMPORT_NAME               6 (g)
             20 IMPORT_FROM               7 (h)
             21 STORE_NAME                8 (i)
             23 IMPORT_FROM               9 (j)
             24 STORE_NAME                9 (j)
             26 POP_TOP

  3          27 LOAD_CONST                0 (0)
             28 LOAD_CONST                4 (('*',))
             29 IMPORT_NAME              10 (k)
             30 IMPORT_STAR
             31 LOAD_CONST                1 (None)
             32 RETURN_VALUE
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

  1           2 LOAD_CONST                0 ((1023, 'abab', 1, True))
              3 STORE_NAME                0 (x)

  2           5 LOAD_NAME                 1 (a)
              7 LOAD_CONST                1 (frozenset({1, 2}))
              8 CONTAINS_OP               0
              9 STORE_NAME                2 (y)

  3          11 NOP

  4          12 LOAD_NAME                 0 (x)
             14 POP_JUMP_IF_TRUE          5 (to 20)
             15 LOAD_ASSERTION_ERROR
             16 LOAD_CONST                3 ('m')
             17 CALL                      0
             19 RAISE_VARARGS             1
        >>   20 LOAD_CONST                4 (None)
             21 RETURN_VALUE
`);
});

test('f-strings, and % with a tuple', () => {
  const source = `f'{a!r:>{w}}-{b}'
'%s: %5r' % (a, b)
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           2 LOAD_NAME                 0 (a)
              4 LOAD_CONST                0 ('>')
              5 LOAD_NAME                 1 (w)
              7 FORMAT_VALUE              0
              8 BUILD_STRING              2
              9 FORMAT_VALUE              6 (repr, with format)
             10 LOAD_CONST                1 ('-')
             11 LOAD_NAME                 2 (b)
             13 FORMAT_VALUE              0
             14 BUILD_STRING              3
             15 POP_TOP

  2          16 LOAD_NAME                 0 (a)
             18 FORMAT_VALUE              1 (str)
             19 LOAD_CONST                2 (': ')
             20 LOAD_NAME                 2 (b)
             22 LOAD_CONST                3 ('>5')
             23 FORMAT_VALUE              6 (repr, with format)
             24 BUILD_STRING              3
             25 POP_TOP
             26 LOAD_CONST                4 (None)
             27 RETURN_VALUE
`);
});

test('what a function definition evaluates', () => {
  const source = `@d
def f(a, /, b=1, *c, k: int, l=2, **m) -> str: return lambda: (a, l)
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           2 LOAD_NAME                 0 (d)

  2           4 LOAD_CONST                0 ((1,))
              5 LOAD_CONST                1 (2)
              6 LOAD_CONST                2 (('l',))
              7 BUILD_CONST_KEY_MAP       1
              8 LOAD_NAME                 1 (int)
             10 LOAD_NAME                 2 (str)
             12 LOAD_CONST                3 (('k', 'return'))
             13 BUILD_CONST_KEY_MAP       2
             14 LOAD_CONST                4 (<code object f, file "test.py", line 1>)
             15 MAKE_FUNCTION             7 (defaults, kwdefaults, annotations)

  1          16 CALL                      0

  2          18 STORE_NAME                3 (f)
             20 LOAD_CONST                5 (None)
             21 RETURN_VALUE
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

  2           2 LOAD_FAST                 0 (c)
              3 POP_JUMP_IF_FALSE         2 (to 6)
              4 LOAD_CONST                1 (1)
              5 STORE_FAST                1 (x)

  3     >>    6 LOAD_GLOBAL               1 (NULL + print)
              8 LOAD_FAST_CHECK           1 (x)
              9 CALL                      1
             11 POP_TOP

  4          12 LOAD_GLOBAL               1 (NULL + print)
             14 LOAD_FAST                 1 (x)
             15 CALL                      1
             17 POP_TOP

  5          18 DELETE_FAST               0 (c)

  6          19 LOAD_FAST_CHECK           0 (c)
             20 RETURN_VALUE
`);
});

test('del of every target', () => {
  const source = `del a.b, a[1], (c, d)
`;
  expect(listing(source, '<module>')).toBe(`\
  0           0 RESUME                    0

  1           2 LOAD_NAME                 0 (a)
              4 DELETE_ATTR               1 (b)
              5 LOAD_NAME                 0 (a)
              7 LOAD_CONST                0 (1)
              8 DELETE_SUBSCR
              9 DELETE_NAME               2 (c)
             10 DELETE_NAME               3 (d)
             11 LOAD_CONST                1 (None)
             12 RETURN_VALUE
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

  2           2 LOAD_CONST                1 (1)
              3 STORE_FAST                0 (x)

  4           4 LOAD_GLOBAL               0 (a)
              6 POP_TOP
              7 LOAD_CONST                0 (None)
              8 RETURN_VALUE
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

  1           2 BUILD_LIST                0
              3 LOAD_CONST                0 ((1, 2, 3))
              4 LIST_EXTEND               1
              5 STORE_NAME                0 (a)

  2           7 BUILD_SET                 0
              8 LOAD_CONST                1 (frozenset({1, 2, 3}))
              9 SET_UPDATE                1
             10 STORE_NAME                1 (b)

  3          12 BUILD_MAP                 0
             13 LOAD_NAME                 2 (d)
             15 DICT_UPDATE               1
             16 LOAD_CONST                2 (1)
             17 LOAD_CONST                3 (2)
             18 BUILD_MAP                 1
             19 DICT_UPDATE               1
             20 STORE_NAME                3 (c)

  4          22 BUILD_LIST                0
             23 LOAD_NAME                 4 (f)
             25 LIST_EXTEND               1
             26 LOAD_NAME                 5 (g)
             28 LIST_APPEND               1
             29 STORE_NAME                6 (e)
             31 LOAD_CONST                4 (None)
             32 RETURN_VALUE
`);
});

test('is None has jumps of its own', () => {
  const source = `def f(x):
  if x is None: return 1
  while x is not None: x = x.n
`;
  expect(listing(source, 'f')).toBe(`\
  1           0 RESUME                    0

  2           2 LOAD_FAST                 0 (x)
              3 POP_JUMP_IF_NOT_NONE      2 (to 6)
              4 LOAD_CONST                1 (1)
              5 RETURN_VALUE

  3     >>    6 LOAD_FAST                 0 (x)
              7 POP_JUMP_IF_NONE          6 (to 14)
              8 LOAD_FAST                 0 (x)
              9 LOAD_ATTR                 0 (n)
             11 STORE_FAST                0 (x)
             12 JUMP_BACKWARD             8 (to 6)
        >>   14 LOAD_CONST                0 (None)
             15 RETURN_VALUE
`);
});
