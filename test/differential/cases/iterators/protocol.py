class Count:
    def __init__(self, n): self.n = n; self.i = 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print(list(Count(3)), sum(Count(4)), 2 in Count(3), [*Count(2)], max(Count(5)), dict(enumerate(Count(2))), list(map(str, Count(2))), list(zip(Count(2), Count(3))))
a, *b = Count(3)
print(a, b)
c = Count(2)
for x in c: print(x, end=' ')
for x in c: print('never')
print(next(c, 'end'))
it = iter([1, 2, 3])
next(it)
print(list(it), list(it), it.__length_hint__())
print(list(iter(lambda l=[1, 2, 0]: l.pop(0), 0)))
l = [1, 2, 3]
it = iter(l); next(it); l.append(4); print(list(it)); l.append(5); print(list(it))
l = [1, 2, 3, 4]
for x in l: l.remove(x)
print(l)
d = {1: 2}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e: print(e)
d = {1: 1, 2: 2}
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
s = {1}
try:
    for k in s: s.add(k + 1)
except RuntimeError as e: print(e)
d = {1: 1}
for k in d: d[k] = 'changed value is fine'
print(d)
for obj in ([], (), {}, set(), '', b'', range(0), {}.keys(), {}.values(), {}.items(), reversed([]), enumerate([]), zip(), map(len, [])):
    i = iter(obj)
    print(type(i).__name__, next(i, 'empty'), end='; ')
print()
for f in (lambda: next(5), lambda: iter(5), lambda: next([1]), lambda: iter(lambda: 1), lambda: iter(5, 1), lambda: list(zip([1], 5))):
    try: print(f())
    except TypeError as e: print(e)
