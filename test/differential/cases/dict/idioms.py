pairs = [('a', 1), ('b', 2), ('a', 3)]
g = {}
for k, v in pairs: g.setdefault(k, []).append(v)
print(g, {v: k for k, v in pairs}, dict(pairs), sorted(g, reverse=True), [*g], {**g, 'c': []}, dict(zip('ab', range(2))), {k: len(v) for k, v in g.items()}, max(g, key=lambda k: len(g[k])), sum(map(sum, g.values())))
inv = {}
for k, vs in g.items():
    for v in vs: inv[v] = k
print(inv, list(inv.items())[-1], (lambda d: [d.get(k, '-') for k in (1, 9)])(inv), 'a' in g and g['a'][0], g.get('zz', {}).get('deep', 'none'))
tree = lambda: {}
t = tree(); t.setdefault('x', tree())['y'] = 1; t['x']['z'] = 2; print(t, len(t['x']), list(t['x'].values()), {**t, **{'q': 0}} == {'q': 0, 'x': {'z': 2, 'y': 1}})
for k in list(g):
    if len(g[k]) > 1: del g[k]
print(g, g.pop('b'), g, g or 'empty')
