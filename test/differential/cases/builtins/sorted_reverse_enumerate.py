w = 'the quick brown fox'.split()
print(sorted(w), sorted(w, key=len), sorted(w, key=lambda s: (len(s), s), reverse=True), list(reversed(w)), list(enumerate(w, 1)), sorted(w, key=lambda s: s[-1]), max(w, key=len), min(w), sorted(set('hello')), sorted({'b': 1, 'a': 2}.items(), key=lambda kv: kv[1]))
print(sorted([3, 1, 2], key=None), sorted((x for x in 'ba'), reverse=1), list(map(lambda t: t[0] * t[1], enumerate([5, 6]))), dict(map(reversed, {'a': 1}.items())), [i for i, _ in sorted(enumerate([30, 10, 20]), key=lambda p: p[1])])
for f in (lambda: sorted([1, 'a']), lambda: sorted(None), lambda: sorted([1], key=5), lambda: sorted([[], {}]), lambda: sorted([1, 2], key=lambda: 0), lambda: list(enumerate(5)), lambda: enumerate([], 'a'), lambda: sorted(key=len), lambda: sorted([object(), object()])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
