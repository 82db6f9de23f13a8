"""Append and pop on a list of one's own, with a running total, in each of T threads.

What it shows: private lists need no waiting, only the machinery of the executor is paid for:
under `gil` the time grows with T, under `nogil` it stays flat, under `gilectomy` every append
takes the list's lock and every count is atomic. Under `unsafe` the shared code and its
functions are counted without protection.

From: the PyPy-STM release of 2014: with a GIL 0.92, 1.77, 2.57, 3.38 s for N = 1..4; with
transactions 1.34, 1.39, 1.58, 1.64 s (anchors.md 1.10).

args: 2 3000
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
N = int(sys.argv[2]) if len(sys.argv) > 2 else 2000000

together = threading.Barrier(THREADS + 1)
totals = [None] * THREADS


def churn(rounds):
    items = []
    total = 0
    for i in range(rounds):
        items.append(i)
        items.append(i ^ total)
        total = (total + items.pop()) & 0xFFFF
        if len(items) > 100:
            while len(items) > 10:
                total = (total + items.pop()) & 0xFFFF
    return total


def work(slot):
    together.wait()
    totals[slot] = churn(N)


threads = [threading.Thread(target=work, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
together.wait()
started = time.perf_counter()
for thread in threads:
    thread.join()
elapsed = time.perf_counter() - started
print(totals)
print(f'time: {elapsed:.3f}', file=sys.stderr)
