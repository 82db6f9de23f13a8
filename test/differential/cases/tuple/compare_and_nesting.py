print((1, 2, 3) < (1, 2, 4), (1,) < (1, 0), () < (0,), (2,) > (1, 9), (1, 2) != (2, 1), ((1, 2), 3) == ((1, 2), 3.0), ('a', 1) < ('b', 0), (1, [2]) == (1, [2]), max((1, 'b'), (1, 'a')), sorted([(2, 1), (1, 2), (1, 1)]))
t = tuple(range(10)); print(t[2:8:2], t[::-3], t[-3:], t[:0], t[5:2], t * 0, t.count(3), t.index(4, 2), 11 in t, t + (10,), len(t * 3))
d = {(i, j): i * j for i in range(3) for j in range(3)}; print(d[2, 2], d[(1, 2)], (0, 5) in d)
a, (b, *c), *d = 1, (2, 3, 4), 5, 6; print(a, b, c, d); (x, y), z = 'ab', 1; print(x, y, z)
for f in (lambda: (1, 2) < (1, 'a'), lambda: (1,) + [2], lambda: t['a'], lambda: (1, 2).index(5), lambda: {([],): 1}):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
