"""fib(n) in each of T threads: every thread does the whole work, nothing is shared but code.

What it shows: with enough cores, T threads should take as long as one. Under `gil` they take
T times as long. Under `gilectomy` longer still: all threads fight over the reference counts of
`fib` itself. Under `nogil` the count of the function is deferred and the time stays flat.
Under `unsafe` the count of the shared function is lost: damage.

What is timed: threads that have rehearsed twice and line up on a barrier, from the first one's
start to the last one's end. An interpreter that compiles at run time is cold for some tenths of a
second, partly waiting for its compiler on another core: time that two threads under a lock share.

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

WARM_UP = min(N, 30)

arrivals = [0] * THREADS
results = [None] * THREADS
began = [0.0] * THREADS
ended = [0.0] * THREADS


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def line_up(slot):
    """A barrier where nobody sleeps: who sleeps may wake up where the code is not compiled yet."""
    arrivals[slot] += 1
    while min(arrivals) < arrivals[slot]:
        fib(8)


def work(slot):
    for n in (WARM_UP, WARM_UP, N):  # The rehearsals take every step that is timed later.
        line_up(slot)
        began[slot] = time.perf_counter()
        results[slot] = fib(n)
        ended[slot] = time.perf_counter()


threads = [threading.Thread(target=work, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for result in results:
    print(f'fib({N}) = {result}')
print(f'time: {max(ended) - min(began):.3f}', file=sys.stderr)
