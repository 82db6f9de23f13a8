# Errors inside small functions that hot loops call: frames, lines and carets are those of plain calls.
import traceback
def div(a, b):
    return a // b
def item(d, k):
    return d[k]
def attr(o):
    return o.x + o.missing
def sub(s, i):
    c = s[i]
    return c
def thrower(x):
    if x > 95:
        raise ValueError(x)
    return x
def conv(x):
    return int(x)
def mix(a, b):
    return a + b
class P:
    def __init__(self, x, y=3):
        self.x = x
        self.y = 10 // (x - 97)
    def get(self, k):
        return self.x + k
    @property
    def half(self):
        return self.x / (self.y - 3)
class Q(P):
    def __init__(self, x):
        self.x = x
        self.y = [1, 2, 3][x % 4]
def loop(fn, n):
    total = 0
    for i in range(n):
        fn(i)
    return total
def f1(n):
    for i in range(n):
        div(100, 98 - i)
def f2(n):
    d = {i: i for i in range(97)}
    t = 0
    for i in range(n):
        t += item(d, i)
def f3(n):
    for i in range(n):
        p = P(i); p.get(2)
def f4(n):
    for i in range(n):
        Q(i % 4 if i > 90 else 1)
def f5(n):
    t = 0
    for i in range(n):
        t = t + thrower(i) * 2
def f6(n):
    l = ['1'] * 97 + ['x']
    for i in range(n):
        conv(l[i])
def f7(n):
    l = [1] * 97 + ['x']
    t = 0
    for i in range(n):
        t = mix(t,
                l[i])
def f8(n):
    p = Q(1)
    for i in range(n):
        if i == 97: del p.x
        p.get(i)
def f9(n):
    p = Q(1)
    p.y = 100
    for i in range(n):
        p.y -= 1
        p.half
def f10(n):
    p = Q(1)
    for i in range(n):
        if i == 97: Q.get = lambda self, k: self.nothing
        p.get(i)
def f11(n):
    for i in range(n):
        if i == 97: div.__code__ = (lambda a, b, c: a).__code__
        div(i, 1)
def f12(n):
    s = 'abc' * 32
    for i in range(n):
        sub(s, i)
def f13(n):
    for i in range(n):
        try:
            thrower(i)
        except ValueError as e:
            raise KeyError(i) from e
def f14(n):
    for i in range(n):
        try:
            thrower(i)
        finally:
            x = i
def f15(n):
    def g(m):
        for i in range(m):
            yield thrower(i)
    def h(m):
        yield from g(m)
    return sum(h(n))
def f16(n):
    return sorted(range(n), key=lambda z: thrower(z))
def f17(n):
    return [thrower(z) for z in range(n) if mix(z, 1)]
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f12, f13, f14, f15, f16, f17, f10, f11):
    for n in (90, 90, 120):
        try:
            f(n)
        except Exception:
            print(f.__name__, n)
            print(traceback.format_exc().replace(__file__, 'here.py'))
