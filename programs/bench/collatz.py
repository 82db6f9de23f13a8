"""The longest Collatz chain that starts below n.

What it shows: a loop over ints with tests, halving and tripling; some steps pass 32 bits.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the problem of Lothar Collatz; our own code.

work: ints
args: 300 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 80000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def steps(n):
    count = 1
    while n != 1:
        if n % 2:
            n = 3 * n + 1
        else:
            n //= 2
        count += 1
    return count


def run(size):
    longest = start = peak = 0
    for n in range(1, size):
        # The offset keeps part of the numbers beyond 31 bits, where ints change their shape.
        count = steps(n) if n % 16 else steps(n + 4000000000)
        if count > longest:
            longest, start = count, n
        peak = (peak * 5 + count) % 1000003
    return longest, start, peak


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
