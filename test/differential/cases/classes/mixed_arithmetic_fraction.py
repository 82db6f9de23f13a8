from math import gcd
class Frac:
    def __init__(self, n, d=1):
        if d == 0: raise ZeroDivisionError('zero denominator')
        g = gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g
    def _to(o): return o if isinstance(o, Frac) else Frac(o) if isinstance(o, int) else NotImplemented
    def __add__(self, o):
        o = Frac._to(o)
        return o if o is NotImplemented else Frac(self.n * o.d + o.n * self.d, self.d * o.d)
    __radd__ = __add__
    def __mul__(self, o): o = Frac._to(o); return Frac(self.n * o.n, self.d * o.d)
    __rmul__ = __mul__
    def __truediv__(self, o): o = Frac._to(o); return Frac(self.n * o.d, self.d * o.n)
    def __rtruediv__(self, o): return Frac(o) / self
    def __lt__(self, o): o = Frac._to(o); return self.n * o.d < o.n * self.d
    def __eq__(self, o): o = Frac._to(o); return (self.n, self.d) == (o.n, o.d)
    def __float__(self): return self.n / self.d
    def __repr__(self): return f'{self.n}/{self.d}'
h = Frac(1, 2)
print(h + 1, 1 + h, h * Frac(2, 3), 3 * h, h / 2, 2 / h, h < 1, 1 > h, h == Frac(2, 4), float(h), sum([h, h, Frac(1, 3)]), sorted([Frac(1, 2), Frac(1, 3)]), Frac(3, -6))
for f in (lambda: h + 'a', lambda: 'a' + h, lambda: h / 0):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
