# Python code that natives call, often enough to be compiled: values, errors, waiting, recursion.
import functools
import threading
import time
import traceback


def key(x):
    return -x


def bad(x):
    if x == 3:
        raise ValueError(f"no {x}")
    return x


numbers = [5, 3, 8, 1, 9, 2, 7, 4, 6, 0]
for _ in range(150):
    by_key = sorted(numbers, key=key)
    smallest = min(numbers, key=key), max(numbers, key=key, default=None)
    mapped = list(map(key, numbers))
    kept = list(filter(bad, [0, 1, 2]))
    folded = functools.reduce(lambda a, b: a * 2 + b, numbers)
print(by_key, smallest, mapped, kept, folded)

for _ in range(150):
    failures = []
    for call in (
        lambda: sorted(numbers, key=bad),
        lambda: max(numbers, key=bad),
        lambda: list(map(bad, numbers)),
        lambda: [x for x in filter(bad, numbers)],
        lambda: sum(map(bad, numbers)),
    ):
        try:
            call()
        except ValueError as error:
            names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
            failures.append((str(error), names))
print(failures)


def caught(x):
    try:
        return bad(x)
    except ValueError as error:
        return len(str(error))


for _ in range(150):
    mapped = list(map(caught, numbers))
print(mapped)


class Item:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if not isinstance(other, Item):
            return NotImplemented
        comparisons.append((self.n, other.n))
        return self.n < other.n

    def __eq__(self, other):
        return self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __len__(self):
        return self.n

    def __bool__(self):
        return self.n != 4

    def __repr__(self):
        return f"Item({self.n})"

    def twice(self, x=1):
        return self.n * 2 * x


for _ in range(100):
    comparisons = []
    items = [Item(n) for n in numbers]
    ordered = sorted(items)
    downwards = sorted(items, reverse=True)
    distinct = len(set(items + items))
    lengths = sum(map(len, items))
    truth = all(items), any(items), items.index(Item(7)), Item(2) in items
    twice = [*map(items[0].twice, [1, 2, 3])]
print(ordered, downwards, distinct, lengths, truth, twice)
print(len(comparisons), comparisons[:12])
try:
    sorted([Item(1), "x"])
except TypeError as error:
    print(error)

nan = float("nan")
for _ in range(100):
    odd = sorted([3.0, nan, 1, 2.5, nan, 0], key=lambda x: x)
    stable = sorted(["bb", "a", "cc", "d", "ee"], key=len), sorted(["bb", "a", "cc", "d"], key=len, reverse=True)
    pairs = sorted([(2, "b"), (1, "z"), (2, "a")], key=lambda p: (-p[0], p[1]))
    wide = sorted(["\u0434", "a", "\xe9", "\u0431"], key=str.upper)
print(odd, stable, pairs, wide)


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise Ended("done") if self.n == 0 else KeyError(self.n)
        self.n -= 1
        return self.n


class Ended(StopIteration):
    pass


for _ in range(150):
    listed = list(Count(5)), tuple(Count(3)), sum(Count(4)), dict(zip(Count(2), Count(3)))
    in_loop = [x for x in Count(4)]
    try:
        list(Count(-2))
    except KeyError as error:
        in_loop.append(error.args)
    try:
        next(Count(0))
    except Ended as error:
        in_loop.append(error.args)
print(listed, in_loop)


def changing(x):
    numbers.append(x)
    return x


try:
    for _ in range(150):
        numbers.sort(key=changing)
except ValueError as error:
    print(error, len(numbers))


def nested(depth):
    if depth == 0:
        return 0
    return max([depth], key=lambda d: nested(d - 1)) + sum(map(nested, [depth - 2] if depth > 2 else []))


print(nested(12))


def endless(x):
    return max([x], key=endless)


for _ in range(3):
    try:
        endless(1)
    except RecursionError as error:
        print(str(error).startswith("maximum recursion depth exceeded"))

lock = threading.Lock()
totals = []


def waiting(x):
    with lock:
        totals.append(x)
    if x % 50 == 0:
        time.sleep(0.001)
    return -x


def work(n):
    for _ in range(3):
        sorted(range(n), key=waiting)
        list(map(waiting, range(n)))


threads = [threading.Thread(target=work, args=(120,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(totals), sum(totals))


def pieces(n):
    for i in range(n):
        with lock:
            pass
        if i % 40 == 0:
            time.sleep(0.001)
        yield i


def gather():
    sums.append((sum(pieces(100)), max(pieces(100)), len(list(pieces(100))), sorted(pieces(5))))


sums = []
threads = [threading.Thread(target=gather) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sums)


def gives(n):
    yield from range(n)
    return "end"


for _ in range(150):
    steps = []
    g = gives(2)
    try:
        while True:
            steps.append(next(g))
    except StopIteration as stop:
        steps.append(stop.value)
    steps.append(next(g, "default"))
print(steps)
