"""T threads write and read one shared dict, each under keys of its own.

What it shows: nothing that a thread reads is written by another, yet all of them use one
object. Every executor but `unsafe` gives the right answer; its price is the dict's lock under
`gilectomy`, lock-free reads and locked writes under `nogil`, and whole-object conflicts under
transactions. `unsafe` loses keys when the table grows under another thread's feet.

From: PyPy-STM's btree and dict results, flat because of conflicts on one object
(anchors.md 1.5 and 1.10).

args: 2 600
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
KEYS = int(sys.argv[2]) if len(sys.argv) > 2 else 1000000

shared = {}
together = threading.Barrier(THREADS + 1)
sums = [0] * THREADS


def work(slot):
    together.wait()
    mine = range(slot, KEYS * THREADS, THREADS)
    for key in mine:
        shared[key] = key * 3
    total = 0
    for key in mine:
        total += shared[key]
    for key in mine:
        if key % 2:
            del shared[key]
    sums[slot] = total


threads = [threading.Thread(target=work, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
together.wait()
started = time.perf_counter()
for thread in threads:
    thread.join()
elapsed = time.perf_counter() - started
print('keys left', len(shared), 'all even', all(key % 2 == 0 for key in shared))
print('sums', sums)
print('right', all(shared[key] == key * 3 for key in shared))
print(f'time: {elapsed:.3f}', file=sys.stderr)
