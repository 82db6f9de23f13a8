def f(*a, **k): return a, sorted(k.items())
print(f(*[1], *(2,), *{3: 4}, *'x', *range(2), **{'a': 1}, b=2, **{'c': 3}))
print(f(1, *[2], 3, *[4], k=5), f(*[]), f(**{}), f(*(i for i in range(3))))
print([*range(2), *'ab'], (*[1], 2), {*[1, 2], 3} == {1, 2, 3}, {**{'a': 1}, 'b': 2, **{'a': 3}}, *[1, 2])
for bad in ('f(**{"a": 1}, **{"a": 2})', 'f(a=1, **{"a": 2})', 'f(**{1: 2})', 'f(*5)', 'f(**[1])', 'f(**"ab")', 'f(*[1], *2)', 'print(*1)', 'len(*[])', 'len(**{"a": 1})'):
    try:
        print(eval(bad))
    except TypeError as e:
        print(bad, '->', e)
class M:
    def keys(self): return ['p', 'q']
    def __getitem__(self, k): return k * 2
print(f(**M()), {**M()}, dict(M()))
def g(a, b, c): return a - b - c
print(g(*[10, 2], c=3), g(**dict(a=1, b=2, c=3)), g(*(9,), **{'c': 1, 'b': 2}))
args = [1, 2, 3]
def mutate(*a):
    args.append(4)
    return a
print(mutate(*args), args)
