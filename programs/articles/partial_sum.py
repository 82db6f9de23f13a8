"""The alternating sum 1 - 1/2 + 1/3 - ... to ln 2, its terms divided over T threads.

What it shows: fixed work over T threads. Under `gil` more threads bring nothing (under the old
tick GIL they made it slower); under `nogil` the time falls with the cores. Floats are made and
dropped all the time, so the allocator and the counts are what is measured.

From: the 2007 comparison of Parallel Python, CPython threads, Jython and IronPython on four
cores, 20 M terms: pp 7.86, 4.38, 2.11 s; CPython threads 8.18, 10.30, 11.11 s (anchors.md 1.10).

args: 2 5000
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import math
import sys
import threading
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
TERMS = int(sys.argv[2]) if len(sys.argv) > 2 else 8000000

together = threading.Barrier(THREADS + 1)
parts = [0.0] * THREADS


def part_sum(first, last):
    total = 0.0
    for n in range(first, last):
        if n % 2:
            total += 1.0 / n
        else:
            total -= 1.0 / n
    return total


def work(slot):
    share = TERMS // THREADS
    first = 1 + slot * share
    last = TERMS + 1 if slot == THREADS - 1 else first + share
    together.wait()
    parts[slot] = part_sum(first, last)


threads = [threading.Thread(target=work, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
together.wait()
started = time.perf_counter()
for thread in threads:
    thread.join()
elapsed = time.perf_counter() - started
total = sum(parts)
print(f'sum   {total:.12f}')
print(f'ln 2  {math.log(2):.12f}')
print('close', abs(total - math.log(2)) < 1.0 / TERMS)
print(f'time: {elapsed:.3f}', file=sys.stderr)
