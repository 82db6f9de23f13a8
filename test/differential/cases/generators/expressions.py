g = (x * x for x in range(4))
print(next(g), list(g), list(g))
print(sum(x for x in range(10) if x % 2), list((a, b) for a in 'ab' for b in range(2)), dict((k, v) for k, v in zip('xy', [1, 2])), set(x % 3 for x in range(9)) == {0, 1, 2})
n = 2
g = (x * n for x in range(3))
n = 10
print(list(g))
l = [1, 2, 3]
g = (x for x in l)
l = [9]
print(list(g))
l = [1, 2]
g = (x for x in l)
l.append(3)
print(list(g))
gs = [(lambda: i)() for i in range(3)]
print(gs, [list(j for j in range(i)) for i in range(3)])
def f(*a): return a
print(f(*(i for i in range(3))), f(i for i in [])[0].__name__, any(x > 1 for x in [0, 2, 1 / 1]), all(x for x in []))
it = iter(range(6))
print(list(zip(it, it)), min((abs(x), x) for x in (-3, 2)), ' '.join(c.upper() for c in 'abc'))
print([x for x in (y for y in (z for z in range(3)))], list(x for x in range(3) for _ in range(x)))
