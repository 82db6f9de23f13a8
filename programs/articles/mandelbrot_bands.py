"""The Mandelbrot set in horizontal bands, one band after the other taken by T threads.

What it shows: embarrassingly parallel work on floats. `nogil` scales with the cores, `gil`
does not, `gilectomy` pays for every float's atomic count. Bands differ in cost, so they are
dealt out in turn: thread t takes rows t, t + T, t + 2T ...

From: the PyPy-STM release of 2014, fixed work on T = 1..4 threads under transactions:
27.5, 14.4, 10.3, 8.71 s (anchors.md 1.10).

args: 2 24
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
STEPS_MAX = 100

together = threading.Barrier(THREADS + 1)
rows = [None] * SIZE


def steps(cr, ci):
    zr = zi = 0.0
    for n in range(STEPS_MAX):
        zr2, zi2 = zr * zr, zi * zi
        if zr2 + zi2 > 4.0:
            return n
        zr, zi = zr2 - zi2 + cr, 2.0 * zr * zi + ci
    return STEPS_MAX


def row(y):
    ci = 2.4 * y / SIZE - 1.2
    return [steps(3.0 * x / SIZE - 2.1, ci) for x in range(SIZE)]


def work(slot):
    together.wait()
    for y in range(slot, SIZE, THREADS):
        rows[y] = row(y)


threads = [threading.Thread(target=work, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
together.wait()
started = time.perf_counter()
for thread in threads:
    thread.join()
elapsed = time.perf_counter() - started
for y in range(0, SIZE, max(1, SIZE // 12)):
    print(''.join(' .:-=+*#%@'[min(9, n * 10 // STEPS_MAX)] for n in rows[y][::max(1, SIZE // 48)]))
print('steps', sum(sum(r) for r in rows))
print(f'time: {elapsed:.3f}', file=sys.stderr)
