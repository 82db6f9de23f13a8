# The message of a SyntaxError, as compile() reports it.
def err(src):
    try:
        compile(src, '<src>', 'exec')
        print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), '->', type(e).__name__, e.msg, e.lineno)
err('0o8')
err('x = $')
err('x = ?')
err('f(a=1, 2)')
err('f(**a, *b)')
err('f(a for a in b, c)')
err('f(a=1, a=2)')
err('def f(a, a): pass')
err('def f(a=1, b): pass')
err('def f(*): pass')
