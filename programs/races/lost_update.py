"""Lost update: T threads add 1 to one global, n times each, without a lock.

What it shows: read, add and write are three steps. Under `gil` with 3.11's switch points no
switch can fall between them here and nothing is lost; with `--switch-points 3.9` it is lost
again. Under `gilectomy` and `nogil` cores interleave and most runs lose updates; `unsafe` may
lose counts as well.

From: OSTEP threads-intro/t1.c (anchors.md part 2, 1) and the table of switch points (1.2).

args: 2 3000
expect[gil]: same
expect[gilectomy]: any
expect[nogil]: any
expect[unsafe]: damage-or-any
"""
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 200000

counter = 0
together = threading.Barrier(THREADS)


def add():
    global counter
    together.wait()
    for _ in range(ROUNDS):
        counter += 1


threads = [threading.Thread(target=add) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
expected = THREADS * ROUNDS
print('expected', expected)
print('got     ', counter)
print('lost    ', expected - counter)
