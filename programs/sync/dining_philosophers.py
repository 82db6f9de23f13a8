"""Dining philosophers who take the lower-numbered fork first: nobody starves, nobody waits forever.

What it shows: ordering the forks breaks the cycle. Everybody eats all their meals.

From: Dijkstra; OSTEP threads-sema/dining_philosophers_no_deadlock.c (anchors.md part 2, 11).

args: 5 30
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading

PHILOSOPHERS = int(sys.argv[1]) if len(sys.argv) > 1 else 5
MEALS = int(sys.argv[2]) if len(sys.argv) > 2 else 2000

forks = [threading.Lock() for _ in range(PHILOSOPHERS)]
eaten = [0] * PHILOSOPHERS


def dine(seat):
    neighbour = (seat + 1) % PHILOSOPHERS
    first, second = forks[min(seat, neighbour)], forks[max(seat, neighbour)]
    for _ in range(MEALS):
        with first, second:
            eaten[seat] += 1


threads = [threading.Thread(target=dine, args=(seat,)) for seat in range(PHILOSOPHERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('meals', eaten)
