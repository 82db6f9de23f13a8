"""Digits of pi, one after another, from a spigot of big integers.

What it shows: integers of thousands of bits: times small ones, addition, floor division.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: Gibbons' unbounded spigot (2006), as in the language benchmarks game; our own code.

work: big ints
args: 30 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 3500
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def digits():
    q, r, t, k, n, m = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, n = q * k, (2 * q + r) * m, t * m, (q * (7 * k + 2) + r * m) // (t * m)
            k += 1
            m += 2


def run(size):
    check = 0
    last = []
    for index, digit in enumerate(digits()):
        if index == size:
            break
        check = (check * 7 + digit) % 1000003
        last.append(digit)
    return ''.join(map(str, last[-10:])), check


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
