"""Three threads hand work to each other over queues: numbers, squares, sum.

What it shows: queues are the easy way to share. Each item has one owner at a time, so the
answer is right under every executor that keeps its own structures intact.

From: our own tour.

args: 500
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import queue
import sys
import threading

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 2000

numbers, squares, answer = queue.Queue(), queue.Queue(), []


def make():
    for n in range(COUNT):
        numbers.put(n)
    numbers.put(None)


def square():
    while (n := numbers.get()) is not None:
        squares.put(n * n)
    squares.put(None)


def add():
    total = 0
    while (n := squares.get()) is not None:
        total += n
    answer.append(total)


threads = [threading.Thread(target=work) for work in (make, square, add)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('sum of squares below', COUNT, 'is', answer[0])
