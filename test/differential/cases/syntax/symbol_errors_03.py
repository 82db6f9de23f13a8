def err(src):
    try:
        compile(src, '<src>', 'exec')
        print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), '->', e.msg, e.lineno)
err('x.None = 1')
err('lambda None: 1')
err('for None in x: pass')
err('with x as None: pass')
err('del None')
err('None += 1')
err('__debug__ = 1')
err('def f(__debug__): pass')
err('def f(a, /, b, /): pass')
err('def f(/): pass')
err('def f(*a, *b): pass')
err('def f(*, a, /): pass')
err('global x\nx = 1')
