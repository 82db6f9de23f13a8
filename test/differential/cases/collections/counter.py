from collections import Counter
c = Counter('abracadabra')
print(c, c['a'], c['zz'], c.most_common(2), c.most_common(), sorted(c.elements()), c.total(), len(c))
c.update('aaa'); c.subtract({'b': 1, 'q': 2}); print(c)
a, b = Counter(x=3, y=1), Counter(x=1, y=2)
print(a + b, a - b, a & b, a | b, +Counter(x=-1, y=1), -Counter(x=-1), a == Counter({'x': 3, 'y': 1}), Counter([1, 1, 2]), Counter(), dict(a), a > b, a >= Counter(x=1))
del a['x']; del a['nope']; print(a, Counter({'a': 0}), Counter(a=2).copy(), 'x' in a)
