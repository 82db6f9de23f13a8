"""T consumers take numbers from one queue and test whether they are prime, singly or in batches.

What it shows: one by one, the queue's lock is taken more often than a number is tested and
even `nogil` cannot win; in batches the queue is quiet and the testing runs in parallel.
The third argument is the batch size (1 = one by one).

From: the thread pool testing primes under PyPy-STM, where batches of 1,000 helped every
implementation (anchors.md 1.10).

args: 2 2000 50
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import queue
import sys
import threading
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
LIMIT = int(sys.argv[2]) if len(sys.argv) > 2 else 60000
BATCH = int(sys.argv[3]) if len(sys.argv) > 3 else 1

together = threading.Barrier(THREADS + 1)
jobs = queue.Queue()
counts = [0] * THREADS


def is_prime(n):
    if n < 2 or n % 2 == 0:
        return n == 2
    divisor = 3
    while divisor * divisor <= n:
        if n % divisor == 0:
            return False
        divisor += 2
    return True


def consume(slot):
    together.wait()
    found = 0
    while True:
        batch = jobs.get()
        if batch is None:
            break
        for n in batch:
            if is_prime(n):
                found += 1
    counts[slot] = found


threads = [threading.Thread(target=consume, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
together.wait()
started = time.perf_counter()
for first in range(0, LIMIT, BATCH):
    jobs.put(range(first, min(first + BATCH, LIMIT)))
for _ in threads:
    jobs.put(None)
for thread in threads:
    thread.join()
elapsed = time.perf_counter() - started
print(f'primes below {LIMIT}: {sum(counts)}')
print(f'time: {elapsed:.3f}', file=sys.stderr)
