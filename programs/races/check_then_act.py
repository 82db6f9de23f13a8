"""Check then act: T threads make a thing "only if it is not there yet".

What it shows: between the look and the deed another thread may do the same. Making the thing
calls a function, so a switch can fall in the window under every executor; expected is one
thing per round, more were made when the race was lost.

From: JCIP's lazy initialisation, threadsafety.rst (anchors.md part 2, 4).

args: 2 300
expect[gil]: any
expect[gilectomy]: any
expect[nogil]: any
expect[unsafe]: damage-or-any
"""
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 20000

things = [None] * ROUNDS
made = [0] * THREADS
together = threading.Barrier(THREADS)


def make(number):
    return ['thing', number, [number] * 3]


def work(slot):
    together.wait()
    for number in range(ROUNDS):
        if things[number] is None:
            things[number] = make(number)
            made[slot] += 1


threads = [threading.Thread(target=work, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('expected', ROUNDS, 'things made')
print('made    ', sum(made))
print('twice   ', sum(made) - ROUNDS)
