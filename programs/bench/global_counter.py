"""A global `ans += 2` in a loop: loads, an addition, a store, a jump.

What it shows: the cost of the loop itself and of global names.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the measure "20 M global counter"; the 2023 article (anchors.md 1.10).

work: ints
args: 10000 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 20000000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

ans = 0


def run(size):
    global ans
    ans = 0
    for _ in range(size):
        ans += 2
    return ans


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
