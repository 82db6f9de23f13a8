"""Set algebra: results, their order, and elements whose comparison runs Python code."""


def mixed(n):
    return {(i * 7919) % 1013 for i in range(n)}


sets = [set(), {1}, mixed(3), mixed(5), mixed(20), mixed(200), set(range(0, 64, 2)), {'a', 'b', 1}]
for a in sets:
    for b in sets:
        results = (a | b, a & b, a - b, a ^ b)
        if all(isinstance(x, int) for x in a | b):
            print(*[hash(tuple(r)) & 0xffff for r in results], end=' ')
        print(*[len(r) for r in results], a <= b, a < b, a == b, a.isdisjoint(b), a.issuperset(b))

holes = set(range(40))
for i in range(0, 40, 3):
    holes.discard(i)
print(list(holes | set()), list(set(holes)), list(holes.copy() - {1}), list(frozenset(holes))[:5])
grown = set()
grown |= holes
grown |= {100, 200}
grown -= {1, 2}
grown &= holes
grown ^= {4, 1000}
print(list(grown))
small = set()
small.add(9)
small.discard(9)
small |= {3, 1, 2}
print(small, len(small))


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        shrinking.discard(0)
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f'K{self.n}'


shrinking = {0, 100}
left = {Key(n) for n in range(9)}
right = {Key(n) for n in range(4, 12)}
for result in (left | right, left & right, left - right, left ^ right):
    print(sorted(key.n for key in result), end=' ')
print(left >= {Key(1), Key(2)}, left.isdisjoint({Key(20)}), shrinking)


class Bad:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise KeyError('no')


for use in ('{1} | {Bad()}', '{1, 2} & {Bad()}', '{1, 2} - {Bad()}', '{1} ^ {Bad()}', '{1, 2} >= {Bad()}'):
    try:
        print(eval(use))
    except KeyError as error:
        print(error, end=' ')
print(set() | {1, 2}, {1} - {1}, {5} | {6})
