def t(src):
    try:
        exec(src, {'L': [1, 2], 'T': (1,), 'S': 'a', 'B': b'a', 'N': None, 'I': 5})
        print(src, 'ok')
    except BaseException as e:
        print(src, '->', type(e).__name__ + ':', str(e).split(' (')[0])  # without the path
for s in ('N.x',
    'x',
    'x.y',
    '"abc".z',
    '(5).foo()',
    '[].foo',
    'import nope',
    'import os.nope',
    'from os import nope',
    'from nope import x',
    'import math.x',
    'from math import *; print(pi)',
    'int("x")',
    'float("x")'):
    t(s)
