# The message of a SyntaxError, as compile() reports it.
def err(src):
    try:
        compile(src, '<src>', 'exec')
        print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), '->', type(e).__name__, e.msg, e.lineno)
err('def f():\nx = 1')
err('  x = 1')
err('if 1:\n    x\n  y')
err('class C:\npass')
err('while True\n  pass')
err('for x in y\n  pass')
err('def f()\n  pass')
err('class C\n  pass')
err('else: pass')
err('import')
