from collections import namedtuple
P = namedtuple('P', 'x y')
p = P(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=5), P._fields, P._make([7, 8]), p == (1, 2), len(p), tuple(p), P.__name__, isinstance(p, tuple), hash(p) == hash((1, 2)), p + (3,), [*p])
x, y = p; print(x, y, P.__doc__, max(P(1, 2), P(2, 0)))
D = namedtuple('D', ['a', 'b'], defaults=[9]); print(D(1), D._field_defaults, D(1, 2))
R = namedtuple('R', 'a def a', rename=True); print(R._fields)
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, z=2), lambda: namedtuple('X', 'a a'), lambda: namedtuple('X', 'def'), lambda: namedtuple('X', '_a'), lambda: namedtuple('1X', 'a'), lambda: p.zz, lambda: p._replace(q=1), lambda: setattr(p, 'x', 5), lambda: P._make([1])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Q(P):
    def dist(self): return (self.x ** 2 + self.y ** 2) ** 0.5
print(Q(3, 4).dist(), Q(3, 4))
