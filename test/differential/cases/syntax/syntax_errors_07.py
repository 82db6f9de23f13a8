# The message of a SyntaxError, as compile() reports it.
def err(src):
    try:
        compile(src, '<src>', 'exec')
        print('ok', repr(src))
    except SyntaxError as e:
        print(repr(src), '->', type(e).__name__, e.msg, e.lineno)
err('*a')
err('*a, *b = x')
err('x = *a')
err('[x for x in y] = 1')
err('f"{"')
err("f'{}'")
err("f'{a b}'")
err("f'}'")
err('"a" = 1')
err('x: int: str')
