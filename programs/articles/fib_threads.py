"""fib(n) in each of T threads: every thread does the whole work, nothing is shared but code.

What it shows: with enough cores, T threads should take as long as one. Under `gil` they take
T times as long. Under `gilectomy` longer still: all threads fight over the reference counts of
`fib` itself. Under `nogil` the count of the function is deferred and the time stays flat.
Under `unsafe` the count of the shared function is lost: damage.

From: the Gilectomy's own benchmark, fib(30) in N threads (anchors.md 1.4: 18.9x slower on
seven cores with atomic counts; 1.10: fib(30) in T threads against CPython 3.11).

args: 2 18
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
N = int(sys.argv[2]) if len(sys.argv) > 2 else 32

together = threading.Barrier(THREADS + 1)
results = [None] * THREADS


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def work(slot):
    together.wait()
    results[slot] = fib(N)


threads = [threading.Thread(target=work, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
together.wait()
started = time.perf_counter()
for thread in threads:
    thread.join()
elapsed = time.perf_counter() - started
for result in results:
    print(f'fib({N}) = {result}')
print(f'time: {elapsed:.3f}', file=sys.stderr)
