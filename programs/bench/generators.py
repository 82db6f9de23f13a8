"""Chains of generators, yield from, and a comprehension at the end.

What it shows: suspending and resuming frames.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: iterators
args: 200 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 2000000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def keep(numbers):
    for n in numbers:
        if n % 3:
            yield n


def pairs(numbers):
    for n in numbers:
        yield from (n, -n // 2)


def run(size):
    total = 0
    for value in pairs(keep(count(size))):
        total += value
    return total, sum(n * n for n in keep(count(size // 2)))


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
