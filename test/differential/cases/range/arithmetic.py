for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -3), range(0), range(5, 2), range(-3, 3), range(1, 2, 5), range(0, -5, -1), range(10**20, 10**20 + 3)):
    print(r, len(r), list(r), r.start, r.stop, r.step, list(reversed(r)), r[0] if r else None, r[-1] if r else None, bool(r), sum(r))
r = range(0, 100, 5)
print(r[3], r[-1], r[2:5], r[::-1], r[10:2:-3], r[100:], 50 in r, 51 in r, 50.0 in r, 'a' in r, r.index(25), r.count(25), r.count(26), len(r[::2]), r[1:][1:][0])
print(range(3) == range(0, 3), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3, 1)), {range(2): 1}[range(0, 2)])
for f in (lambda: range(5)[5], lambda: range(1.5), lambda: range('a'), lambda: range(1, 2, 0), lambda: range(), lambda: r.index(3), lambda: range(5)['a'], lambda: range(5) + range(5), lambda: range(5) * 2, lambda: range(5) < range(6), lambda: range(5)[::0], lambda: len(range(10**30)), lambda: range(None), lambda: range(1, 2, 3, 4)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(max(range(5)), min(range(3, 9)), sorted(range(3), reverse=True), tuple(range(3)), [*range(2)], list(zip(range(3), range(3, 6))), list(range(10**18, 10**18 + 2)), range(10**30)[10**29], 5 in range(10**30), range(True, 3), repr(range(0, 10, 2)))
