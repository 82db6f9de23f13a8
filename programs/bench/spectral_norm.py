"""The spectral norm of an infinite matrix, cut to n x n.

What it shows: float division in nested loops and comprehensions.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the spectral-norm problem of the language benchmarks game (general knowledge), our own code.

work: floats
args: 8 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 380
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    return [sum(entry(i, j) * v for j, v in enumerate(vector)) for i in range(len(vector))]


def times_transposed(vector):
    return [sum(entry(j, i) * v for j, v in enumerate(vector)) for i in range(len(vector))]


def run(size):
    u = [1.0] * size
    for _ in range(6):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    top = sum(a * b for a, b in zip(u, v))
    bottom = sum(b * b for b in v)
    return f'{(top / bottom) ** 0.5:.9f}'


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
