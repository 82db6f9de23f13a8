x = 'outer'
print([x for x in range(3)], x)
print({x: y for x, y in zip('ab', [1, 2])}, {x for x in [3]}, list(x for x in [4]), x)
def f():
    y = 10
    return [y + i for i in range(3)], [[y * i * j for j in range(2)] for i in range(2)]
print(f())
print([(i, j) for i in range(3) for j in range(i) if (i + j) % 2], [a for a, *b in [(1, 2), (3,)]])
g = [lambda: i for i in range(3)]
print([h() for h in g])
g2 = [(lambda: (i, j))() for i in range(2) for j in range(2)]
print(g2)
try:
    print([q for q in range(3)], q)
except NameError as e:
    print(e)
class C:
    vals = [1, 2]
    doubled = [v * 2 for v in vals]
    gen = (v for v in vals)
print(C.doubled, list(C.gen))
print([[c for c in w if c not in 'aeiou'] for w in ['hello', 'tea']], sum(i * i for i in range(5)), max((len(w), w) for w in ['a', 'bbb', 'cc']))
print([i for i in range(10) if i % 2 if i % 3], [*(i for i in 'ab'), *[j for j in 'cd']], {i: {j: i * j for j in range(2)} for i in range(2)})
it = iter([1, 2, 3])
lazy = (print('side', v) or v for v in it)
print('made'); print(next(lazy)); print(list(lazy))
try:
    (v for v in 5)
except TypeError as e:
    print(e)
