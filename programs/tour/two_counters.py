"""Two threads count, first with a lock, then without: the smallest race there is.

What it shows: the locked count is always right. The unlocked one is right under `gil` with
CPython 3.11's switch points, because no switch can fall inside `unlocked += 1`; under
`gilectomy` and `nogil` two cores do the addition at the same time and some are lost; under
`unsafe` the damage may go further than wrong numbers.

From: OSTEP threads-intro (anchors.md part 2, program 1).

args: 2 20000
expect[gil]: same
expect[gilectomy]: any
expect[nogil]: any
expect[unsafe]: damage-or-any
"""
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 100000

locked = unlocked = 0
lock = threading.Lock()
together = threading.Barrier(THREADS)


def count():
    global locked, unlocked
    together.wait()
    for _ in range(ROUNDS):
        unlocked += 1
    for _ in range(ROUNDS):
        with lock:
            locked += 1


threads = [threading.Thread(target=count) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('expected     ', THREADS * ROUNDS)
print('with a lock  ', locked)
print('without one  ', unlocked)
