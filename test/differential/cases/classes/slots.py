class P:
    __slots__ = ('x', 'y')
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2)
print(p.x, p.y, P.__slots__, hasattr(p, '__dict__'))
p.x += 10
print(p.x, type(P.x).__name__)
for src in ('p.z = 1', 'p.__dict__', 'del p.z', 'p.z'):
    try:
        exec(src)
    except AttributeError as e:
        print(src, '->', e)
del p.y
try:
    p.y
except AttributeError as e:
    print(e)
try:
    del p.y
except AttributeError as e:
    print(e)
class Q(P):
    __slots__ = ('z',)
q = Q(1, 2); q.z = 3
print(q.x, q.y, q.z, hasattr(q, '__dict__'))
class R(P): pass
r = R(1, 2); r.anything = 4
print(r.anything, r.__dict__, r.x)
class S:
    __slots__ = 'single'
s = S(); s.single = 1
print(s.single)
class T:
    __slots__ = ('a', '__dict__')
t = T(); t.a = 1; t.b = 2
print(t.__dict__, t.a)
for src in ("class X:\n  __slots__ = ('a',)\n  a = 1", "class X:\n  __slots__ = (1,)", "class X:\n  __slots__ = ('a b',)", "class X(int):\n  __slots__ = ('a',)", "class X(P, S): pass"):
    try:
        exec(src)
        print('ok')
    except Exception as e:
        print(type(e).__name__, e)
