"""`ans += 2` on a global, n times, in each of T loops, one after the other, on one thread.

What it shows: the work of T threads without threads; the time to beat. Twice the loops take
twice the time under every executor.

From: the 2023 article with 100 M rounds: one loop 5 s, two loops 10 s (anchors.md 1.10).

args: 2 20000
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

LOOPS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
N = int(sys.argv[2]) if len(sys.argv) > 2 else 5000000

ans = 0


def add(rounds):
    global ans
    for _ in range(rounds):
        ans += 2


started = time.perf_counter()
for _ in range(LOOPS):
    add(N)
elapsed = time.perf_counter() - started
print(ans)
print(f'time: {elapsed:.3f}', file=sys.stderr)
