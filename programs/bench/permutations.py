"""Counting with itertools: permutations, combinations, products, runs.

What it shows: the library's iterators: tuples from them, chained, sliced, grouped, accumulated.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: iterators
args: 4 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import itertools
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 10
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def run(size):
    check = 0
    for order in itertools.permutations(range(size)):
        if order[0] < order[-1] and order[1] != 0:
            check = (check * 3 + order[2]) % 1000003
    pairs = sum(a * b for a, b in itertools.combinations(range(size * 50), 2))
    wins = sum(1 for dice in itertools.product(range(1, 7), repeat=size - 2) if sum(dice) % 7 == 0)
    running = list(itertools.accumulate(range(size * 4000)))
    chained = itertools.chain(running, itertools.islice(itertools.count(3, 2), size * 4000))
    runs = [
        (key, sum(1 for _ in group))
        for key, group in itertools.groupby(chained, lambda n: n >> 12)
    ]
    pairwise = sum(b - a for a, b in zip(running, itertools.islice(running, 1, None)))
    return check, pairs, wins, len(runs), max(length for _, length in runs), pairwise


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
