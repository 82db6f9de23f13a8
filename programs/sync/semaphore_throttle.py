"""A semaphore lets at most three of many threads work at once.

What it shows: a counting semaphore as a throttle. The program counts how many are inside; the
count never passes the limit.

From: OSTEP threads-sema/throttle.c (anchors.md part 2, 15).

args: 8 5
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 8
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 50
LIMIT = 3

throttle = threading.BoundedSemaphore(LIMIT)
lock = threading.Lock()
inside = most = visits = 0


def work():
    global inside, most, visits
    for _ in range(ROUNDS):
        with throttle:
            with lock:
                inside += 1
                visits += 1
                most = max(most, inside)
            time.sleep(0.0005)
            with lock:
                inside -= 1


threads = [threading.Thread(target=work) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('visits', visits, 'expected', THREADS * ROUNDS)
print('never more than', LIMIT, 'inside:', most <= LIMIT)
print('inside at the end', inside)
