t = (1, 'a', None)
print(t, (), (1,), 1, tuple('ab'), tuple([1]), tuple(), t + (2,), t * 2, len(t), t[0], t[-1], t[1:], t[::-1], 'a' in t, t.index('a'), t.count(1), hash(t) == hash((1, 'a', None)), hash(()) == hash(()), (1, 2) < (1, 3), (1, 2) == [1, 2], (1,) < (1, 0), ((1, 2), [3]))
a = 1, 2; b, c = a; print(a, b, c, (1, 2)[1], max((1, 5), (2, 0)), sorted([(2, 'b'), (1, 'z')]), {(1, 2): 'k'}[1, 2])
x = (1, 2); y = x; x += (3,); print(x, y, x is y, tuple(x) is x, x[:] is x)
print(repr(((),)), str((1.0, -0.0)), (None,) * 3, (*range(3),), (*'ab', 1), tuple(i * 2 for i in range(3)), (lambda *a: a)(), (1, (2, (3,))))
for f in (lambda: t[3], lambda: t['a'], lambda: t.index(9), lambda: t + [1], lambda: t * 1.5, lambda: t.append, lambda: tuple(5), lambda: hash(([],)), lambda: t < [1], lambda: (1, 'a') < ('a', 1), lambda: t.__setitem__, lambda: t.count(), lambda: tuple(1, 2), lambda: t - t):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(hash((1, 2, 3)), hash((1, (2, 3))), hash(()), hash((0,)), hash((-1, 1.5)))
