"""`ans += 2` on a global, n times, in one loop: the first of three programs.

What it shows: the baseline of the three. No threads, so the same answer everywhere; the time
shows what an executor costs where nothing is shared.

From: the 2023 article with 100 M rounds: one loop 5 s, two loops 10 s, two threads of half
each no faster than one loop with the GIL (anchors.md 1.10).

args: 1 20000
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

N = int(sys.argv[2]) if len(sys.argv) > 2 else 5000000

ans = 0


def add(rounds):
    global ans
    for _ in range(rounds):
        ans += 2


started = time.perf_counter()
add(N)
elapsed = time.perf_counter() - started
print(ans)
print(f'time: {elapsed:.3f}', file=sys.stderr)
