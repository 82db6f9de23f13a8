"""Multiplying matrices held as lists of lists.

What it shows: indexing of nested lists and small-int or float products.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: floats
args: 8 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 240
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

def matrix(n, seed):
    return [[(i * seed + j * 7) % 11 + 0.5 for j in range(n)] for i in range(n)]


def run(size):
    a, b = matrix(size, 3), matrix(size, 5)
    product = [[0.0] * size for _ in range(size)]
    for i in range(size):
        row, out = a[i], product[i]
        for j in range(size):
            total = 0.0
            for k in range(size):
                total += row[k] * b[k][j]
            out[j] = total
    return product[0][0], product[-1][-1], sum(map(sum, product))


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
