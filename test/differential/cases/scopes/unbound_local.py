x = 1
def f():
    print(x)
    x = 2
def g():
    if False: y = 1
    return y
def h():
    for i in []: pass
    return i
def k():
    try:
        raise ValueError('v')
    except ValueError as e:
        pass
    return e
def m():
    x += 1
def n():
    def inner(): return z
    if False: z = 1
    return inner()
def o():
    with_undefined
def p():
    import sys as q2
    del q2
    return q2
for fn in (f, g, h, k, m, n, o, p):
    try:
        fn()
    except NameError as e:
        print(fn.__name__, type(e).__name__, e, getattr(e, 'name', None))
