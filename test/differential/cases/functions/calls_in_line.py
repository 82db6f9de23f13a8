# Small functions that tier 2 writes in line: what they raise, leave and count is as ever.
import sys
import traceback


class Point:
    def __init__(self, x, y=2):
        self.x = x
        self.y = y

    def get(self):
        return self.x

    def sum(self, other):
        return self.x + other.x

    @classmethod
    def name(cls, n):
        return cls.__name__, n


class Far(Point):
    def get(self):
        return self.y


class Slim:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def get(self):
        return self.x

    def __del__(self):
        Slim.gone += 1


Slim.gone = 0


def half(a, b=2):
    return a / b


def less(a, b):
    return a < b


def run(things, n):
    total = 0
    flags = 0
    for i in range(n):
        p = Point(i, y=i & 3)
        total += p.get() + things[i % len(things)].get()
        total += half(i) + p.sum(things[0])
        if less(i, 7):
            flags += 1
        s = Slim(i, p)
        total += s.get()
    return total, flags


def names(n):
    out = set()
    for i in range(n):
        out.add(Point.name(i & 1))
        out.add(Far.name(i & 1))
    return sorted(out)


def bound(n):
    get = Point(5).get
    total = 0
    for i in range(n):
        if i == n // 2:
            get = Far(1, 7).get
        total += get()
    return total


def failing(values):
    last = None
    for value in values:
        try:
            last = half(value)
        except TypeError as error:
            frames = traceback.extract_tb(error.__traceback__)
            return last, str(error), [(f.name, f.lineno) for f in frames]


def missing(things):
    total = 0
    for thing in things:
        total += thing.get()
    return total


print(run([Point(1)], 2000))
print(run([Point(1), Far(2), Slim(3, 4), Far(5, 6)], 2000))
print(Slim.gone)
print(names(1000), bound(2000))
print(failing([1, 2.5] * 500 + ['x']))
print(failing([2 ** 40, 1] * 500 + [None]))
bare = Point.__new__(Point)
try:
    missing([Point(1)] * 1000 + [bare])
except AttributeError as error:
    frames = traceback.extract_tb(error.__traceback__)
    print(error, [(f.name, f.lineno) for f in frames][1:])
Point.get = lambda self: 1000
print(missing([Point(1)] * 1000))
p = Point(1)
before = sys.getrefcount(p), sys.getrefcount(Point.get)
print(missing([p] * 1000), (sys.getrefcount(p), sys.getrefcount(Point.get)) == before)


class Odd(Point):
    def __init__(self, x):
        self.x = x
        return x if x == 1500 else None


def odd(n):
    for i in range(n):
        Odd(i)


try:
    odd(2000)
except TypeError as error:
    print(error)
