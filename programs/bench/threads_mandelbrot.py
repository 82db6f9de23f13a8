"""The Mandelbrot set, counted whole by each of T threads.

What it shows: float loops in parallel; nothing is shared.
Every thread does the whole work on data of its own, so with enough cores T threads take as long as
one. Arguments: threads, problem size, rounds; the best round is printed as the last line of
standard error.

From: mandelbrot.py.

work: threads
args: 2 12 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
SIZE = int(sys.argv[2]) if len(sys.argv) > 2 else 400
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 3


def run(size):
    total = 0
    for y in range(size):
        ci = 2.4 * y / size - 1.2
        for x in range(size):
            cr = 3.0 * x / size - 2.1
            zr = zi = 0.0
            n = 0
            while n < 100 and zr * zr + zi * zi <= 4.0:
                zr, zi = zr * zr - zi * zi + cr, 2.0 * zr * zi + ci
                n += 1
            total += n
    return total


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
