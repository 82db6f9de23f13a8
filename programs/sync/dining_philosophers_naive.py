"""Dining philosophers who all take the left fork first: everybody waits for the right one.

What it shows: a cycle of waiting among T threads. A barrier makes each hold its left fork
before it asks for the right, so it deadlocks every time, under every executor.

From: Dijkstra; OSTEP threads-sema/dining_philosophers_deadlock.c (anchors.md part 2, 11).

args: 5
expect[gil]: deadlock
expect[gilectomy]: deadlock
expect[nogil]: deadlock
expect[unsafe]: deadlock
"""
import sys
import threading

PHILOSOPHERS = int(sys.argv[1]) if len(sys.argv) > 1 else 5

forks = [threading.Lock() for _ in range(PHILOSOPHERS)]
all_hold_left = threading.Barrier(PHILOSOPHERS)


def dine(seat):
    left, right = forks[seat], forks[(seat + 1) % PHILOSOPHERS]
    with left:
        all_hold_left.wait()
        with right:
            print('philosopher', seat, 'eats')


threads = [threading.Thread(target=dine, args=(seat,), name=f'philosopher-{seat}')
           for seat in range(PHILOSOPHERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('never printed')
