def f(a, b=2, *args, c, d=4, **kw):
    return (a, b, args, c, d, kw)
print(f(1, c=3), f(1, 2, 3, 4, c=5), f(1, c=2, x=9, y=8), f(*[1, 2, 3], **{'c': 4, 'z': 5}))
print(f(*'ab', *(3,), c=0, **{'d': 1}, **{'e': 2}), f(b=1, a=0, c=2))
def g(a, b, /, c, *, d): return a, b, c, d
print(g(1, 2, 3, d=4), g(1, 2, c=3, d=4))
def h(a, /, **kw): return a, kw
print(h(1, a=2))
def k(*args, **kwargs): return args, kwargs
print(k(), k(1), k(x=1), k(*range(3), **dict(q=1)), k(*{}, **{}))
def m(*, key=None): return key
print(m(), m(key=1))
def n(a, b=[]):
    b.append(a); return b
print(n(1), n(2), n(3, []), n.__defaults__)
x = 1
def o(v=x): return v
x = 2
print(o(), f.__kwdefaults__, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, g.__code__.co_posonlyargcount)
print(f.__code__.co_varnames, (lambda *a, b=1, **k: (a, b, k))(1, b=2, c=3))
kw = {'c': 1}
r = f(0, **kw)
r[5]['new'] = 1
print(kw, (lambda: ())(), (lambda x, /: x)(5))
