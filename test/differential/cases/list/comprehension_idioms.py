m = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*m)], [x for r in m for x in r], [[x * y for x in range(3)] for y in range(3)], [x if x % 2 else -x for r in m for x in r if x > 1], sum(m, []))
print({k: v for k, v in zip('abc', range(3)) if v}, {len(w) for w in ('a', 'bb', 'cc')} == {1, 2}, [i for i, c in enumerate('banana') if c == 'a'], [a + b for a, b in zip('ab', 'xy')], [*map(str.upper, 'ab')], [y for x in range(4) if (y := x * x) > 1])
print([x for x in 'abc' for _ in range(2)], [(i, j) for i in range(3) for j in range(i, 3)], [[]for _ in range(2)], [n for n in range(2, 30) if all(n % d for d in range(2, n))], list(dict.fromkeys('mississippi')), [l[-1] for l in [[1], [2, 3]]])
it = iter(range(9)); print([[next(it) for _ in range(3)] for _ in range(3)], [v for v in (lambda: [1, 2])()], [f(3) for f in (abs, float, str, lambda q: q + 1)])
try: [1 / x for x in (1, 0)]
except ZeroDivisionError as e: print(e)
