def f(a, b=2, *args, k=3, **kw): return (a, b, args, k, sorted(kw.items()))
def g(a, b): return (a, b)
def h(*, x, y=4): return x, y
class C:
    def m(self, a, *r, z=1, **kw): return a, r, z, kw
    def __init__(self, *a, **k): self.a = a; self.k = k
def p(a, /, **kw): return a, kw
def forward(*a, **k): return f(*a, **k)
def t(fn, *a, **k):
    try: return fn(*a, **k)
    except TypeError as e: return str(e)
def main():
    d = {'k': 5, 'q': 6}
    for i in range(300):
        r = [f(*(1,), **d), f(1, *[2, 3], **d), f(*range(3)), forward(1, 2, 3, k=9, z=i),
        g(**{'a': 1, 'b': 2}), h(**{'x': i}), C(1).m(*(1, 2), **{'z': 4, 'w': 1}), C(*(1, 2), **d).k,
        p(*(1,), **{'a': 7}), dict(**d), t(g, 1, a=2), t(g, 1, 2, 3), t(h), t(h, x=1, q=2), t(p, a=1), t(C.m), t(g, *(1,), **{}),
        C(1).m.__func__(*(C(), 2), **{}) , f(*(1,), **d, **{'r': 1}), f(1, m=3, **d), f(**d, a=1)]
        try: f(*(1,), **{1: 2})
        except TypeError as e: r.append(str(e))
        try: f(*(1,), **5)
        except TypeError as e: r.append(str(e))
        try: f(*(1,), **d, **d)
        except TypeError as e: r.append(str(e))
        try: f(1, a=3, *(), **{'b': 3})
        except TypeError as e: r.append(str(e))
        kw = f.__kwdefaults__; e = {'a': 1}
        def take(**k): k['new'] = 1; return k
        assert take(**e) == {'a': 1, 'new': 1} and e == {'a': 1}
        if i in (0, 299): print(r)
main()
