d = {'a': 1, 'b': 2, 'c': 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), 'a' in k, 2 in v, ('a', 1) in i, ('a', 2) in i, 5 in i)
d['d'] = 4
print(list(k), list(v), len(i))
print(sorted(k & {'a', 'z'}), sorted(k | {'z'}), sorted(k - {'a'}), sorted(k ^ {'a', 'z'}), sorted(i & {('a', 1)}), k == {'a', 'b', 'c', 'd'}, k >= {'a'}, k.isdisjoint({'q'}), k < {'a', 'b', 'c', 'd', 'e'}, d.keys() == {'d': 0, 'c': 0, 'b': 0, 'a': 0}.keys(), i == dict(d).items(), v == v, v == d.values())
print(sorted(k & ['a', 'b']), sorted({'x'} | k), list(reversed(k)), list(reversed(i)), type(k), k.mapping['a'])
for f in (lambda: k[0], lambda: v & v, lambda: k & 5, lambda: k + k, lambda: hash(k), lambda: next(k), lambda: k.append, lambda: k < [1]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
it = iter(d.items())
print(next(it), list(it), max(i), dict(i) == d, list(map(list, {1: 2}.items())), [a + str(b) for a, b in i])
