"""Building and walking binary trees of tuples.

What it shows: allocating and freeing very many small objects.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the binary-trees problem of the language benchmarks game (general knowledge), our own code.

work: objects
args: 4 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 19
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

def build(depth):
    if depth == 0:
        return (None, None)
    return (build(depth - 1), build(depth - 1))


def count(tree):
    left, right = tree
    if left is None:
        return 1
    return 1 + count(left) + count(right)


def run(size):
    kept = build(size)
    total = 0
    for depth in range(2, size, 3):
        for _ in range(1 << (size - depth) // 2):
            total += count(build(depth))
    return total, count(kept)


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
