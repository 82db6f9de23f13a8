"""Dicts with keys that are ints: sparse vectors, grouping, counting, deleting.

What it shows: hashing and probing of small ints, growth, iteration over items, deletion.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: dicts and sets
args: 200 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 700000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def run(size):
    groups = {}
    sparse = {}
    state = 1
    for n in range(size):
        state = (state * 16807) % 2147483647
        key = state % 5003
        groups.setdefault(key, []).append(n)
        sparse[state] = n
    total = 0
    for key, members in groups.items():
        total = (total + key * len(members) + members[-1]) % 1000003
    for state in list(sparse):
        if state & 1:
            del sparse[state]
        elif state + 1 in sparse:
            total += 1
    product = 0
    for key, value in sparse.items():
        product = (product + value * sparse.get(key ^ 2, 3)) % 1000003
    return total, product, len(sparse), len(groups)


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
