# Loops that take pairs apart at once: enumerate, zip, dict.items(), with changes on the way and other iterables.
def numbered(xs, start=0):
    r = []
    for i, x in enumerate(xs, start):
        r.append(i * 2)
        if i == 5 and isinstance(xs, list) and len(xs) < 400:
            xs.append('late')
        r.append(x)
    return len(r), r[-2:], i, x
print(numbered(list(range(300))), numbered('abc' * 100), numbered((1, 2, 3)), numbered(range(5), 2**30 - 3), numbered({1: 2, 3: 4}), numbered([5], 10**20))
def pairs(a, b):
    r = 0
    for x, y in zip(a, b):
        r += x * y
    return r
print(pairs(range(500), range(500)), pairs([1] * 600, (2,) * 500), pairs([], [1]), pairs([1, 2, 3], [1.5]), pairs(iter([1, 2]), iter([3])))
def entries(d):
    r = 0
    for k, v in d.items():
        r += k * v
    return r
print(entries({i: i for i in range(500)}), entries({}), entries({1: 2.5}))
def grows(d):
    for k, v in d.items():
        if k == 400: d['new'] = 1
    return k
try: grows({i: i for i in range(500)})
except RuntimeError as e: print(e)
def shrinks(d):
    for k, v in d.items():
        if k == 400: del d[k]; d['x'] = 1
    return k
try: print(shrinks({i: i for i in range(500)}))
except RuntimeError as e: print(e)
def any_pairs(source):
    n = 0
    for a, b in source:
        n += a + b
    return n
print(any_pairs(enumerate(range(400))), any_pairs([(1, 2)] * 300), any_pairs({(1, 2): 3}), any_pairs(((i, i) for i in range(300))), any_pairs(zip(range(9), range(9))), any_pairs(zip([1], [2], strict=True)))
try: any_pairs(zip([1, 2, 3], [1], strict=True))
except ValueError as e: print(e)
try: any_pairs(zip([1, 2], [1, 2], [3, 4]))
except ValueError as e: print(e)
class E(enumerate):
    def __next__(self): raise StopIteration
print(any_pairs(E([1, 2])))
kept = [p for p in enumerate('ab')]
print(kept, [(k, v) for k, v in {'a': 1}.items()], {k: v for k, v in zip('ab', 'cd')}, {x for x, y in enumerate('xyz')})
def broken():
    def g():
        yield 1
        raise KeyError('in the middle')
    for a, b in zip('abc', g()):
        pass
try: broken()
except KeyError as e: print(e)
def swaps(l):
    for i in range(400):
        l[0], l[1] = l[1], l[0]
        a, b, c = l
        a, b = b, a
    return l, a, b, c
print(swaps([1, 2, 3]))
