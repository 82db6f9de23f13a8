d = {'a': 1, 'b': 2}
print(d['a'], d.get('z'), d.get('z', 0), d.setdefault('c', 3), d.setdefault('a', 9), d.pop('c'), d.pop('zz', 'dflt'), d, len(d), 'a' in d, 'z' not in d, list(d), list(d.keys()), list(d.values()), list(d.items()))
d.update({'b': 20}, c=30); d.update([('x', 1), 'yz']); d.update(); print(d)
print(d.popitem(), d, d.copy() == d, d.copy() is d, dict.fromkeys('ab'), dict.fromkeys([1, 2], []), dict(a=1), dict([(1, 2)]), dict({'q': 1}, r=2), dict(zip('xy', [1, 2])), dict())
print({**d, 'a': 0}, d | {'n': 1}, {'n': 1} | d, {} == {}, {1: 2} == {1.0: 2.0}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {i: i * i for i in range(3)}, {1: {2: {3: 4}}}[1][2][3])
d |= {'m': 5}; del d['a']; d['a'] = 'again'; print(d, list(reversed(d)), next(iter(d)))
d.clear(); print(d, bool(d), str({'k': [1, {'z': None}]}), repr({1: 'a', 'b': 2.0, None: (), (1,): {}}))
for f in (lambda: {}['x'], lambda: {1: 2}[3], lambda: {}.pop('k'), lambda: {}.popitem(), lambda: {[]: 1}, lambda: {}[[]], lambda: {}.update(5), lambda: {}.update([1]), lambda: {}.update([(1, 2, 3)]), lambda: dict(5), lambda: dict(['abc']), lambda: dict([('a',)]), lambda: {} < {}, lambda: {} + {}, lambda: {}.get(), lambda: {}.get([]), lambda: dict.fromkeys(5), lambda: {} | [], lambda: hash({}), lambda: {}.setdefault(), lambda: {}.pop(), lambda: {}.nope, lambda: dict(1, 2), lambda: {{}: 1}, lambda: {set(): 1}, lambda: {}.__delitem__('q'), lambda: [] in {}, lambda: {}.keys()[0]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
