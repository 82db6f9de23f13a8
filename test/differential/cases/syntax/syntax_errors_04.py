# The message of a SyntaxError, as compile() reports it.
def err(src):
    try:
        compile(src, '<src>', 'exec')
        print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), '->', type(e).__name__, e.msg, e.lineno)
err('from x import')
err('x = 5 6')
err('a b')
err('print 1')
err('exec "x"')
err('0777')
err('1__0')
err('0xg')
err('1.5abc')
err('0b12')
