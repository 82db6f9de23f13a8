# The message of a SyntaxError, as compile() reports it.
def err(src):
    try:
        compile(src, '<src>', 'exec')
        print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), '->', type(e).__name__, e.msg, e.lineno)
err('x = {1: 2, 3}')
err('x = {1, 2: 3}')
err('x = {**a for a in b}')
err('x = {1:}')
err('import a.b as c.d')
err('from . import *\nfrom x import (a, b')
err('@\ndef f(): pass')
err('pass x')
err('def f():\n  global x\n  x = 1\n  nonlocal y')
err('x = 1\n\tif x: pass')
