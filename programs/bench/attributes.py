"""Reading and writing attributes of instances, classes and slots.

What it shows: attribute lookup: instance, class, inherited, property, slots.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: objects
args: 100 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 2000000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

class Base:
    scale = 3

    @property
    def double(self):
        return self.x * 2


class Point(Base):
    def __init__(self, x, y):
        self.x, self.y = x, y


class Slim:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


def run(size):
    point, slim = Point(1, 2), Slim(3, 4)
    for n in range(size):
        point.x = (point.x + slim.y * point.scale) & 1023
        slim.y = (slim.x ^ point.y) & 255
        slim.x += 1
        point.y = point.double - n & 511
    return point.x, point.y, slim.x, slim.y


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
