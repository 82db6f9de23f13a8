print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=3: x + y)(1), (lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda x, /, y, *, z: (x, y, z))(1, y=2, z=3))
f = lambda x: lambda y: lambda z: x + y + z
print(f(1)(2)(3), (lambda x: (yield_ := x + 1))(1) if True else 0)
print(sorted([3, 1, 2], key=lambda v: -v), list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(filter(lambda v: v % 2, range(6))))
g = lambda: (yield 5)
print(list(g()), (lambda: None)() is None, (lambda f=lambda: 7: f())())
print([h(2) for h in [lambda x, n=n: x ** n for n in range(4)]], max([(1, 'b'), (2, 'a')], key=lambda t: t[1]))
d = {'add': lambda a, b: a + b, 'neg': lambda a: -a}
print(d['add'](1, 2), d['neg'](3), (lambda x: x if x else 'empty')(''), f.__name__, (lambda a=1, *b, c, **d: 0).__code__.co_varnames)
