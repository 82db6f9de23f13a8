# The message of a SyntaxError, as compile() reports it.
def err(src):
    try:
        compile(src, '<src>', 'exec')
        print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), '->', type(e).__name__, e.msg, e.lineno)
err('x = ')
err('if True\n    pass')
err('if x = 1: pass')
err('1 = x')
err('f() = 1')
err('None = 1')
err('True = 1')
err('x + 1 = 2')
err('def f(:\n  pass')
err('print("a"')
