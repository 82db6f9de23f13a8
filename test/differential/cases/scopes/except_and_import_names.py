e = 'kept?'
def f():
    try: raise ValueError('x')
    except ValueError as e: r = str(e)
    try: e
    except UnboundLocalError as u: return r, str(u)
print(f(), e)
def g():
    import math as m
    from os import sep as s
    def h(): return m.floor(1.5), s
    return h()
print(g())
def h():
    for i in range(3): pass
    def k(): return i
    with_x = [k() for _ in range(2)]
    del i
    try: k()
    except NameError as e: return with_x, str(e)
print(h())
class C:
    import math
    from math import pi
print(C.math.sqrt(4), round(C.pi, 2), C().pi == C.pi)
