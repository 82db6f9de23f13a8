d = {}
for k in 'zyxw': d[k] = len(d)
del d['y']; d['y'] = 9; d['z'] = 'updated in place'
print(d, list(d), d.popitem(), list(d.items())[0])
for i in range(100): d[i] = i
for i in range(0, 100, 2): del d[i]
print(list(d)[:5], len(d), list(d)[-2:], sum(k for k in d if isinstance(k, int)))
d = dict.fromkeys(range(20)); 
for i in range(19): d.pop(i)
d['new'] = 1
print(d)
e = {'b': 1, 'a': 2}
e.update({'c': 3, 'b': 4}); print(e)
print(dict(sorted(e.items())), sorted(e), sorted(e, key=e.get), max(e, key=e.get), min(e.values()), {v: k for k, v in e.items()}, list(zip(e, e.values())))
print(dict(reversed(list(e.items()))), list({1: 'a', 2: 'b', 1: 'c'}.items()), {True: 1, 1: 2, 1.0: 3}, {0: 'a', False: 'b', 0.0: 'c', -0.0: 'd'})
q = {'a': 1, **{'b': 2, 'a': 3}, 'c': 4}
print(q, len(q))
from_kw = (lambda **k: k)(z=1, y=2, x=3)
print(from_kw)
