def f(*a, **k): return len(a), sorted(k)
print(f(*(x for x in range(4))), f(*map(str, [1, 2]), **dict(zip('ab', [1, 2]))), sum(x for x in (1, 2)), sorted((c for c in 'cab'), reverse=True), f(x for x in [1])[0])
def g(a, b=2, *c): return a, b, c
print(g(*iter([1])), g(*{5: 6}), g(*'xyz'), g(*[1, 2], 3, *[4]), g(b=1, *[0]))
try: g(*[1], a=2)
except TypeError as e: print(e)
try: g(**{'a': 1, 'zz': 2})
except TypeError as e: print(e)
