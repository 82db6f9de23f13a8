"""list.append by T threads on one list, with no lock in the program.

What it shows: CPython promises that one append is atomic, so this needs no lock: every item
arrives under every executor. Only `unsafe` breaks the promise: two threads write the same
slot, or grow the storage at once.

From: the atomicity contract of threadsafety.rst (anchors.md 1.1) and part 2, 45.

args: 2 1000
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 100000

items = []
together = threading.Barrier(THREADS)


def work(slot):
    together.wait()
    for number in range(ROUNDS):
        items.append(number * THREADS + slot)


threads = [threading.Thread(target=work, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
expected = THREADS * ROUNDS
print('expected', expected, 'items')
print('got     ', len(items))
print('all different and present', sorted(items) == list(range(expected)))
