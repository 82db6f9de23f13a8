"""Lost update with a call in the window: the same counter, but a function computes the sum.

What it shows: since 3.10 CPython may switch at the entry of a Python function. A call between
the read and the write opens the window again, so this loses updates under every executor,
`gil` included.

From: anchors.md 1.2 (a call in the window re-opens it on every version) and 1.1 (a GIL build
loses 74 % with a call in the window).

args: 2 3000
expect[gil]: any
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


def plus_one(n):
    return n + 1


def add():
    global counter
    together.wait()
    for _ in range(ROUNDS):
        counter = plus_one(counter)


threads = [threading.Thread(target=add) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
expected = THREADS * ROUNDS
print('expected', expected)
print('got     ', counter)
print('lost    ', expected - counter)
