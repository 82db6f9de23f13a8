"""The Mandelbrot set, counted.

What it shows: a tight loop of float multiplications and comparisons.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the PyPy-STM release of 2014 (anchors.md 1.10), here on one thread.

work: floats
args: 16 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 420
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

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


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
