"""The sieve of Eratosthenes over a list of flags.

What it shows: indexed stores, slices and a long list.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: Eratosthenes; our own code.

work: ints
args: 1000 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 5000000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

def run(size):
    flags = [True] * (size + 1)
    flags[0] = flags[1] = False
    n = 2
    while n * n <= size:
        if flags[n]:
            for multiple in range(n * n, size + 1, n):
                flags[multiple] = False
        n += 1
    count = last = 0
    for n in range(size + 1):
        if flags[n]:
            count += 1
            last = n
    return count, last


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
