# The message of a SyntaxError, as compile() reports it.
def err(src):
    try:
        compile(src, '<src>', 'exec')
        print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), '->', type(e).__name__, e.msg, e.lineno)
err('def f(**k, a): pass')
err('lambda x=1, y: 0')
err('del f()')
err('del 1')
err('x++')
err('not = 1')
err('try: pass')
err('try:\n  pass\nx')
err('with open(x) as 1: pass')
err('for 1 in x: pass')
