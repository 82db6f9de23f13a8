"""Slices with steps, slice stores and deletions, in loops that become hot."""


def strides(items):
    out = []
    for start in (None, 0, 1, 3, 9, 50, -1, -3, -9, -50):
        for stop in (None, 0, 1, 4, 9, 50, -1, -3, -9, -50):
            for step in (None, 1, 2, 3, 50, -1, -2, -3, -50):
                out.append(items[start:stop:step])
    return out


def check(items):
    wanted = []
    for start in (None, 0, 1, 3, 9, 50, -1, -3, -9, -50):
        for stop in (None, 0, 1, 4, 9, 50, -1, -3, -9, -50):
            for step in (None, 1, 2, 3, 50, -1, -2, -3, -50):
                indices = range(*slice(start, stop, step).indices(len(items)))
                wanted.append([items[i] for i in indices])
    return [list(part) for part in strides(items)] == wanted


for items in ([], [1], [1, 2], list(range(9)), list('abcdefghi'), tuple(range(9)), 'abcdefghi'):
    print(check(items), end=' ')
print()


def store(source):
    for start in range(-3, 7):
        for stop in range(-3, 7):
            items = [[0], [1], [2], [3], [4]]
            other = items[:]
            items[start:stop] = source
            size = len(other)
            low = min(max(start + size if start < 0 else start, 0), size)
            high = min(max(stop + size if stop < 0 else stop, 0), size)
            high = max(low, high)
            assert items == other[:low] + list(source) + other[high:], (start, stop)
    return 'stored'


print(store([]), store([7]), store((8, 9, 10)), store('xyz'), store({1: 2}))


def itself():
    items = [1, 2, 3, 4]
    items[1:3] = items
    print(items)
    items[::2] = items[::2][::-1]
    print(items)
    items[:] = items[::-1]
    print(items)
    del items[1:3], items[::2]
    print(items)


itself()


class Loud:
    def __init__(self, name, items):
        self.name = name
        self.items = items

    def __del__(self):
        # What leaves a list may look at it, and change it, when it is gone for good.
        print(self.name, len(self.items), end='; ')
        if len(self.items) < 6:
            self.items[1:1] = [0, 0]


def leaving():
    items = []
    items[:] = [Loud(name, items) for name in 'abcd']
    items[1:3] = [1]
    print(len(items))
    items[0:1] = ()
    print(len(items))
    del items[:]
    print(len(items))


leaving()


def failing(items, step):
    try:
        return items[::step]
    except (TypeError, ValueError) as error:
        return f'{type(error).__name__}: {error}'


for step in (0, 1.5, 'a', None, True, 2):
    print(failing([1, 2, 3], step), failing('abc', step))
try:
    failing(5, 1).real
except AttributeError as error:
    print(error)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print([0, 1, 2, 3, 4][Index(1):Index(9):Index(2)], (0, 1, 2, 3, 4)[Index(-2)::Index(-1)])


class Keys:
    def __getitem__(self, key):
        return key


print(Keys()[1:2:3], Keys()[::], Keys()[::-1], Keys()[1:2])
