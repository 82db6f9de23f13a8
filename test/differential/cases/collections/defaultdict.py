from collections import defaultdict
d = defaultdict(list)
d['a'].append(1); d['a'].append(2); d['b']
print(d, dict(d), len(d), d.get('zz'), 'zz' in d, d.default_factory is list)
c = defaultdict(int)
for ch in 'mississippi': c[ch] += 1
print(sorted(c.items()), defaultdict(lambda: 'x')['q'], defaultdict(int, {'a': 1}), defaultdict(int, a=2), defaultdict(None), c.copy() == c, type(c.copy()).__name__)
for f in (lambda: defaultdict(5), lambda: defaultdict()['k'], lambda: defaultdict(None)['k']):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
nest = defaultdict(lambda: defaultdict(int)); nest['x']['y'] += 5; print(nest['x']['y'], {k: dict(v) for k, v in nest.items()})
