# The message of a SyntaxError, as compile() reports it.
def err(src):
    try:
        compile(src, '<src>', 'exec')
        print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), '->', type(e).__name__, e.msg, e.lineno)
err('x = [1, 2')
err('x = (1, 2]')
err('x = )')
err("x = 'abc")
err('x = """abc')
err('return 1')
err('yield 1')
err('break')
err('continue')
err('for i in range(3): pass\nelse: break')
