s = {3, 1, 2}
print(sorted(s), len(s), 1 in s, sorted(s | {4}), sorted(s & {1, 9}), sorted(s - {1}), sorted(s ^ {1, 9}), s <= {1, 2, 3}, s < {1, 2, 3}, s >= {1}, s > {1}, s == {1, 2, 3}, s != {1}, s.isdisjoint({9}), s.issubset([1, 2, 3, 4]), s.issuperset(()), set() == frozenset())
s.add(4); s.add(4); s.discard(99); s.discard(1); s.remove(2); s.update([7], (8,), {9: 0}); print(sorted(s))
s.intersection_update([3, 7, 8]); print(sorted(s)); s.difference_update([7]); print(sorted(s)); s.symmetric_difference_update([8, 10]); print(sorted(s))
t = s.copy(); t.clear(); print(t, sorted(s), set(), frozenset(), {1}, frozenset({1}), sorted(set('hello')), sorted(s.union([1], [2])), sorted(s.intersection([3], [3, 5])), sorted(s.difference()), sorted({1, 2}.symmetric_difference([2, 3])))
s |= {1}; s &= {1, 3}; s -= {3}; s ^= {5}; print(sorted(s), {1, 1.0, True}, len({(), (), 0, False, ''}))
f = frozenset([1, 2])
print(sorted(f | {3}), type(f | {3}).__name__, type({3} | f).__name__, hash(f) == hash(frozenset([2, 1])), {f: 1}[frozenset([2, 1])], f in {f}, {1, 2} in {f}, f.copy() is f, frozenset(f) is f, {frozenset()} == {frozenset()})
for g in (lambda: {[]}, lambda: set().pop(), lambda: set().remove(1), lambda: {1} | [1], lambda: {1} < [1], lambda: {1} + {2}, lambda: set(5), lambda: {1}.update(5), lambda: f.add, lambda: hash({1}), lambda: f[0], lambda: {1}.union(5), lambda: {{1}}, lambda: set(1, 2), lambda: {1}.add(), lambda: [] in {1}, lambda: {1} & 5, lambda: {1}.remove([]), lambda: set([[]]), lambda: {1} <= 5):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
x = {1}
p = x.pop(); print(p, x, {x for x in range(3)} == {0, 1, 2}, sorted({x % 3 for x in range(10)}), max({1, 5, 2}), sum({1, 2}), bool(set()))
