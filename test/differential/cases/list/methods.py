l = [3, 1, 2]
l.append(4); l.extend('ab'); l.extend(x for x in [5]); l.insert(0, 'first'); l.insert(100, 'last'); l.insert(-1, 'near')
print(l, len(l), l.pop(), l.pop(0), l.pop(-2), l, l.index(1), l.index(2, 1), l.count(3), l.count('z'))
l.remove('a'); l.reverse(); print(l); c = l.copy(); c.clear(); print(c, l, l.copy() is l)
n = [5, 2, 8, 1]
print(n.sort(), n, n.sort(reverse=True), n, n.sort(key=lambda x: -x), sorted(n, key=str))
print([1] + [2], [1, 2] * 2, 2 * [0], [] * 5, [1] * -1, [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] == [], [1, [2]] == [1, [2]], 2 in [1, 2], [1] in [[1]], list('abc'), list((1, 2)), list({1: 2}), list(range(3)), list())
a = b = [1]
a += [2]; a += 'x'; a += (3,); a *= 2
print(b, a is b)
a = a + [9]
print(a is b, [[]] * 2, [[0] * 2 for _ in range(2)])
x = [[]] * 3
x[0].append(1)
print(x, [1, 2, 3].__contains__(2), [1].__len__(), [1, 2].__getitem__(0), [1].__add__([2]), repr([1, 'a', None, [2.5]]), str([]))
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].pop('a'), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1, 2, 1].index(1, 3), lambda: [1].insert('a', 1), lambda: [1].insert(1), lambda: [].extend(1), lambda: [].append(), lambda: [1, 'a'].sort(), lambda: [1].sort(lambda x: x), lambda: [1] + (2,), lambda: [1] * 'a', lambda: [1] * [2], lambda: [1].sort(key=1, foo=2), lambda: [1] < (1,), lambda: [1].count(), lambda: list(5), lambda: [1].reverse(1), lambda: [1].clear(1), lambda: [1, 2].sort(key=lambda: 0)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
