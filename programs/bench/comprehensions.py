"""Comprehensions of all kinds, nested and filtered.

What it shows: list, dict, set and generator comprehensions, zip, enumerate, sum, any and all.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: lists
args: 20 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 1200
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def run(size):
    table = [[(x * y) % 17 for x in range(size)] for y in range(size)]
    turned = [[row[x] for row in table] for x in range(size)]
    small = {(x, y): v for y, row in enumerate(table) for x, v in enumerate(row) if v < 3}
    values = {v * 5 + x % 3 for row in turned for x, v in enumerate(row)}
    dots = sum(a * b for left, right in zip(table, turned) for a, b in zip(left, right))
    even = [x for row in table if any(v == 16 for v in row) for x in row if not x & 1]
    flat = sum(all(v >= 0 for v in row) for row in table)
    lengths = {n: len([v for v in row if v == n]) for n, row in enumerate(table)}
    return len(small), len(values), dots % 1000003, len(even), flat, sum(lengths.values())


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
