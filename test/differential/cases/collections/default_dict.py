from collections import defaultdict, Counter
import copy
d = defaultdict(list); d['a'].append(1); d['b']; print(d, d.default_factory, dict(d), len(d))
d['self'] = d; print(d)
class D(defaultdict):
    def __missing__(self, k): return k * 2
e = D(); print(e['x'], e, repr(e))
class F(defaultdict): pass
f = F(int, a=1); f['b'] += 2; print(f, f.copy(), type(f.copy()))
print(defaultdict(int, {1: 2}, z=3) | {4: 5}, {1: 1} | defaultdict(int, {7: 7}), type({1: 1} | defaultdict(int)))
try: defaultdict(3)
except TypeError as x: print(x)
try: defaultdict(None)[1]
except KeyError as x: print(repr(x))
try: defaultdict(int, 1, 2)
except TypeError as x: print(x)
g = defaultdict(lambda: defaultdict(int)); g[1][2] += 1; print(g[1], copy.copy(f), copy.deepcopy(f))
f.default_factory = None; print(f)
print(defaultdict.__mro__, defaultdict.fromkeys('ab', 1), defaultdict[int, str])
f |= {9: 9}; print(f, f == {'a': 1, 'b': 2, 9: 9})
print(Counter('hello').most_common(), Counter([1, True, 1.0]))
class C2(Counter):
    def __setitem__(self, k, v): super().__setitem__(k, v * 10)
print(C2('aab'))
c = Counter('abc', x=3); c.update('aa', y=1); print(c)
