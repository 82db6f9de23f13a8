"""Naive fib(n) in each of T threads.

What it shows: calls in parallel; the only thing shared is code.
Every thread does the whole work on data of its own, so with enough cores T threads take as long as
one. Arguments: threads, problem size, rounds; the best round is printed as the last line of
standard error.

From: fib.py; the Gilectomy's own benchmark.

work: threads
args: 2 15 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
SIZE = int(sys.argv[2]) if len(sys.argv) > 2 else 33
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 3


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def run(size):
    return fib(size)


def in_threads(count, size):
    """Each thread's result, and the seconds from the common start to the last end."""
    together = threading.Barrier(count + 1)
    results = [None] * count

    def work(slot):
        together.wait()
        results[slot] = run(size)

    threads = [threading.Thread(target=work, args=(slot,)) for slot in range(count)]
    for thread in threads:
        thread.start()
    together.wait()
    started = time.perf_counter()
    for thread in threads:
        thread.join()
    return results, time.perf_counter() - started


best = None
for _ in range(ROUNDS):
    results, elapsed = in_threads(THREADS, SIZE)
    if best is None or elapsed < best:
        best = elapsed
# One line, however many threads: all have the same answer.
print(results[0] if results.count(results[0]) == THREADS else results)
print(f'time: {best:.4f}', file=sys.stderr)
