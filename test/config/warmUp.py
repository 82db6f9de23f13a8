"""What the build runs so that V8 has compiled what most programs call (src/host/node/precompile.ts)."""

import collections
import functools
import itertools
import random
import threading


class Point:
    count = 0

    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.count += 1

    def __repr__(self):
        return f"Point({self.x}, {self.y!r})"

    @property
    def size(self):
        return (self.x**2 + self.y**2) ** 0.5


def squares(limit):
    for number in range(limit):
        yield number * number


@functools.lru_cache(maxsize=None)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def words(text, *more, sep=" ", **options):
    return [word.strip(".,").lower() for word in text.split(sep)] + list(more) + sorted(options)


def work(lock, results):
    with lock:
        results.append(sum(squares(10)))


counts = collections.Counter(words("The cat, the dog. The end.", "cat", a=1))
points = [Point(x, y) for x, y in itertools.product(range(2), repeat=2)]
table = {point.size: str(point) for point in points}
try:
    table["none"]
except KeyError as error:
    missing = error.args[0]
finally:
    del table[0.0]
lock, results = threading.Lock(), []
threads = [threading.Thread(target=work, args=(lock, results)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
random.seed(1)
i = 0
while True:
    i += 1
    if i > 10 and random.random() >= 0:
        break
    left, *rest = [i, i // 2, -i % 7, i << 2, 10**20 + i]
print(counts.most_common(2), points[1:], table, missing, results, fibonacci(30), sep="\n", end="\n")
print("%d %s %5.2f" % (i, "text", 3.14159), "{:>6}|{:<4}".format("a", 2), max(rest), {1, 2} | {3})
print(sum(range(5)), (1, 2) + (3,), "abc"[::-1], len(table), isinstance(i, int), "warm")
