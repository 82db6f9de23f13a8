"""Remembered results: lru_cache, a dict of tuples, a decorator of our own.

What it shows: the cost of a cache hit and a miss: argument tuples as keys, calls through a wrapper.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: dicts and sets
args: 20 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import functools
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


@functools.lru_cache(maxsize=None)
def partitions(n, largest):
    if n == 0:
        return 1
    if largest == 0:
        return 0
    without = partitions(n, largest - 1)
    return (without + partitions(n - largest, largest)) % 1000003 if n >= largest else without


def remembered(function):
    known = {}

    def lookup(*args):
        if args not in known:
            known[args] = function(*args)
        return known[args]

    lookup.known = known
    return lookup


@remembered
def paths(x, y):
    if x == 0 or y == 0:
        return 1
    return (paths(x - 1, y) + paths(x, y - 1)) % 1000003


def run(size):
    partitions.cache_clear()
    paths.known.clear()
    # From small to large, so that what is asked for is never many calls deep.
    for n in range(size):
        partitions(n, 60)
    for n in range(0, 128, 4):
        paths(n, n)
    total = 0
    for n in range(size * 100):
        total += paths(n & 31, n >> 5 & 31)
    return partitions(size // 2, 40), total % 1000003, len(paths.known)


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
