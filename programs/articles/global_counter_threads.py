"""`ans += 2` on one global by T threads, n/T times each, with no lock.

What it shows: under `gil` (3.11's switch points) the answer is right and the time that of one
loop: nothing is won. Under `gilectomy` and `nogil` additions are lost and both cores fight for
one word. Under `unsafe` the same, and counts may be lost as well.

From: the 2023 article with 100 M rounds: two threads of half each, no faster than one loop
with the GIL (anchors.md 1.10).

args: 2 20000
expect[gil]: same
expect[gilectomy]: any
expect[nogil]: any
expect[unsafe]: damage-or-any
"""
import sys
import threading
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
N = int(sys.argv[2]) if len(sys.argv) > 2 else 5000000

ans = 0
together = threading.Barrier(THREADS + 1)


def add(rounds):
    global ans
    together.wait()
    for _ in range(rounds):
        ans += 2


threads = [threading.Thread(target=add, args=(N // THREADS,)) for _ in range(THREADS)]
for thread in threads:
    thread.start()
together.wait()
started = time.perf_counter()
for thread in threads:
    thread.join()
elapsed = time.perf_counter() - started
print('expected', N // THREADS * THREADS * 2)
print('got     ', ans)
print(f'time: {elapsed:.3f}', file=sys.stderr)
