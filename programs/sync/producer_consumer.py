"""Producers and consumers share a bounded buffer guarded by one condition variable.

What it shows: `while` around `wait`, notify_all after every change, and an end mark: every
item is taken exactly once. T producers and T consumers.

From: OSTEP threads-cv/pc.c (anchors.md part 2, 13).

args: 2 200
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading
from collections import deque

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
ITEMS = int(sys.argv[2]) if len(sys.argv) > 2 else 5000
CAPACITY = 8

buffer = deque()
changed = threading.Condition()
taken = [[] for _ in range(THREADS)]
fullest = 0


def put(item):
    global fullest
    with changed:
        while len(buffer) >= CAPACITY:
            changed.wait()
        buffer.append(item)
        fullest = max(fullest, len(buffer))
        changed.notify_all()


def get():
    with changed:
        while not buffer:
            changed.wait()
        item = buffer.popleft()
        changed.notify_all()
        return item


def produce(slot):
    for number in range(ITEMS):
        put(slot * ITEMS + number)


def consume(slot):
    while (item := get()) is not None:
        taken[slot].append(item)


producers = [threading.Thread(target=produce, args=(slot,)) for slot in range(THREADS)]
consumers = [threading.Thread(target=consume, args=(slot,)) for slot in range(THREADS)]
for thread in producers + consumers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    put(None)
for thread in consumers:
    thread.join()
items = sorted(item for some in taken for item in some)
print('taken', len(items), 'items, each once:', items == list(range(THREADS * ITEMS)))
print('the buffer never held more than', CAPACITY, 'items:', fullest <= CAPACITY)
