"""All ways to place n queens, by recursion with bit masks.

What it shows: small-int bit operations and recursion.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the eight-queens puzzle (general knowledge), our own code.

work: calls
args: 5 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 13
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

def place(columns, left, right, full):
    if columns == full:
        return 1
    found = 0
    free = full & ~(columns | left | right)
    while free:
        spot = free & -free
        free ^= spot
        found += place(columns | spot, (left | spot) << 1, (right | spot) >> 1, full)
    return found


def run(size):
    return place(0, 0, 0, (1 << size) - 1)


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
