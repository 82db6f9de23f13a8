"""Sums and extremes of lists and tuples of numbers, copies, literals and iterators made directly."""
big = 2**40
lists = [
    [], [1], [1, 2, 3], [1.5, 2, 3], [1, 2, 2.5], [-0.0], [0, -0.0], [big, 1], [1, big, 1.5], [True, 2],
    [1e308, 1e308, -1e308], [2**30 - 1] * 5, [-(2**30)] * 5, [1, None], ['a', 'b'], [[1], [2]],
    [float('inf'), -1], [0.1] * 10, [1, 2.0, 1.0], [3, 3.0, True],
]
for items in lists:
    for use in (sum, max, min, sorted, any, all):
        for form in (list, tuple):
            try:
                print(use(form(items)), end=' ')
            except (TypeError, ValueError) as error:
                print(error, end=' ')
    print()
nan = float('nan')
print(max([nan, 1.0]), max([1.0, nan]), min([nan, 1.0]), min([1.0, nan]), sum([nan, 1.0]), sum([1, 2], 5), sum([1.5], 2))
print(max([2.0, 2]).__class__, max([2, 2.0]).__class__, min([1.0, 1.0]) is not None, sum([], 7), sum((), 1.5))
print(sum([2**30 - 1] * 3000000), sum([0.5] * 7 + [2**60]))


def literals(n):
    for i in range(n):
        a = {i, 1, 2}
        b = {'a': i, 'b': 2}
        c = {i: 1, 2: i, 'x': None}
        d = [i] * 3 + [None] * 2 + [[]] * 2
        e = (i, (i, i))
    return a, b, c, d, e, d[-1] is d[-2]


print(literals(300))


def bad(n):
    for i in range(n):
        try:
            {i, []}
        except TypeError as error:
            last = str(error)
        try:
            {i: 1, (i, []): 2}
        except TypeError as error:
            last += str(error)
    return last


print(bad(200))


def loops(n):
    table = {'a': 1, 'b': 2, 'c': 3}
    out = 0
    for i in range(n):
        for key, value in table.items():
            out += value
        for value in table.values():
            out += value
        for at, (x, y) in enumerate(zip((1, 2, 3), [4, 5, 6])):
            out += at * x * y
        for x, y in zip('ab', range(9)):
            out += y
        for x, y in zip(iter([1, 2, 3]), {5: 6}):
            out += x + y
        for pair in zip([1], [2]):
            out += len(pair)
    return out


print(loops(300), list(enumerate('ab')), list(zip([1, 2], 'xyz')), set([1, 1]), tuple([1]), list((1, 2)))
for use in (lambda: list(5), lambda: tuple(5), lambda: set(5), lambda: enumerate(5), lambda: zip([1], 5), lambda: zip(5, [1]), lambda: sorted(5)):
    try:
        use()
    except TypeError as error:
        print(error)


def changing(table):
    try:
        for key, value in table.items():
            table[key + 1] = value
    except RuntimeError as error:
        return str(error)


for _ in range(150):
    last = changing({1: 2, 3: 4})
print(last)
