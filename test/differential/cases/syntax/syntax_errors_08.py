# The message of a SyntaxError, as compile() reports it.
def err(src):
    try:
        compile(src, '<src>', 'exec')
        print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), '->', type(e).__name__, e.msg, e.lineno)
err('(a, b): int')
err('a, b += 1')
err('(x := 1) = 2')
err('x := 1')
err('raise from x')
err('assert')
err('global x, 1')
err('a = 1 if 2')
err('a if b else c = 1')
err('lambda: (yield) = 1')
