"""Keys of dicts and sets that are compared without Python code, and some that are not."""


def fill():
    table = {}
    for i in range(300):
        table[i & 7, i & 3] = i
        table[str(i & 15)] = i
        table[(i & 3, ('x', i & 1)), 2.5] = i
        table[i / 4] = i
    return table


table = fill()
print(len(table), sorted(map(str, table.values()))[:5])
print((1, 1) in table, (1, 2) in table, (1.0, True) in table, table[3.0, 3], table.get((1, 1, 1)))
print(((1, ('x', 1)), 2.5) in table, ((1, ('x', 0)), 2.5) in table, 0.25 in table, 1 in table)

nan = float('nan')
print(nan in {nan}, float('nan') in {nan}, (nan,) in {(nan,): 1}, (float('nan'),) in {(nan,): 1})
print(-0.0 in {0.0}, (0,) in {(-0.0,)}, {(1, 2): 'a'}[(1.0, 2)], {1: 'a', 1.0: 'b', True: 'c'})


class Same:
    asked = 0

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        Same.asked += 1
        return isinstance(other, Same) and self.n == other.n


pairs = {(Same(1), 2): 'one', (Same(2), 2): 'two', Same(3): 'three', (3, 5): 'tuple'}
print(pairs[Same(1), 2], pairs[Same(3)], pairs[3, 5], (Same(4), 2) in pairs, Same.asked)


class Fails:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ZeroDivisionError('asked')


for probe in ((Fails(),), Fails()):
    try:
        {1: 1, (1,): 2, 5: 3}[probe]
    except (ZeroDivisionError, KeyError) as error:
        print(type(error).__name__, end=' ')
print()


def deep(n):
    value = (n,)
    for _ in range(30):
        value = (value, n)
    return value


print(deep(1) in {deep(1)}, deep(1) in {deep(2)}, {deep(3): 3}[deep(3)])

for key in ([1], (1, [2]), {1: 2}, ((), {1})):
    for use in (lambda: {key: 1}, lambda: {key}, lambda: {}.get(key), lambda: key in {1: 2}):
        try:
            use()
        except TypeError as error:
            print(error, end='; ')
    print()
