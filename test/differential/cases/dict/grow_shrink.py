d = {}
for i in range(20000): d[i * 7919 % 100003] = i
print(len(d), d[7919], sum(d.values()), 5 in d)
for k in list(d)[::2]: del d[k]
print(len(d), list(d.items())[:3]); d.update((k, -1) for k in range(10)); print(sum(v == -1 for v in d.values()))
e = dict(d); d.clear(); print(len(e), d, e.pop(7919 * 3 % 100003, 'gone'))
q = {}
for i in range(1000): q[i] = i; q.pop(i - 5, None)
print(q, {str(k): v for k, v in q.items()})
while q: k, v = q.popitem()
print(k, v, q)
mixed = {1: 'int', '1': 'str', 1.5: 'float', (1,): 'tuple', None: 'none', False: 'bool'}
print([mixed[k] for k in (True, '1', 3 / 2, (1,), None, 0)], len(mixed))
