from itertools import *
print(list(islice(count(5), 3)), list(islice(count(1, 0.5), 3)), list(islice(cycle('ab'), 5)), list(repeat(7, 3)), list(islice('abcdef', 2)), list(islice('abcdef', 1, None, 2)), list(islice('abc', 0)), repeat('x', 2), count(3), count(1, 2), list(map(pow, range(4), repeat(2))))
print(list(takewhile(lambda x: x < 3, [1, 2, 3, 1])), list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(filterfalse(lambda x: x % 2, range(5))), list(compress('abcd', [1, 0, 1, 0])), list(starmap(pow, [(2, 3), (3, 2)])), list(pairwise('abcd')), list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)), list(accumulate([], initial=1)))
for f in (lambda: islice('a', -1), lambda: islice('a', 'x'), lambda: repeat(), lambda: count('a'), lambda: list(cycle([])), lambda: list(starmap(pow, [1])), lambda: islice([1], 0, 5, 0)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
