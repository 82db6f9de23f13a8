from collections import deque
d = deque([1, 2, 3])
d.append(4); d.appendleft(0); print(d, d.pop(), d.popleft(), d, len(d), d[0], d[-1], 2 in d)
d.extend('ab'); d.extendleft('xy'); print(d, d.count('a'), d.index(2)); d.rotate(2); print(d); d.rotate(-1); print(d); d.remove('a'); d.reverse(); print(d); d.insert(1, 'ins'); print(d)
m = deque(maxlen=3); m.extend(range(5)); print(m, m.maxlen, deque([1, 2], maxlen=1)); m.appendleft(9); print(m)
print(deque() == deque([]), deque([1]) < deque([2]), deque([1]) + deque([2]), deque([1]) * 2, list(reversed(deque([1, 2]))), bool(deque()), repr(deque(['a'])), d.copy() == d, list(iter(deque('ab'))))
d[0] = 'set'; del d[1]; print(d); d.clear(); print(d)
for f in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque([1]).index(3), lambda: deque(5), lambda: deque([1], -1), lambda: deque([1], 'a'), lambda: hash(deque()), lambda: deque([1], maxlen=1).insert(0, 1), lambda: deque([1])['a'], lambda: deque([1]) + [1]):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = deque([1, 2])
try:
    for x in d: d.append(x)
except RuntimeError as e: print(e)
