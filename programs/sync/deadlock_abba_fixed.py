"""The two locks of deadlock_abba.py, taken by both threads in the same order.

What it shows: an order of locks that all threads keep makes a cycle of waiting impossible.

From: OSTEP threads-bugs/deadlock.c (anchors.md part 2, 9).

args: 2 200
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 20000

a, b = threading.Lock(), threading.Lock()
together = threading.Barrier(THREADS)
entries = 0


def work():
    global entries
    together.wait()
    for _ in range(ROUNDS):
        with a:
            with b:
                entries += 1


threads = [threading.Thread(target=work) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('held both', entries, 'times, expected', THREADS * ROUNDS)
