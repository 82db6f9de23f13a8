"""Lost update of a reference count: T threads take and drop references to one object.

What it shows: why there is a GIL. The program is correct Python; the shared thing is the
count inside the object, which no program can see. Every executor that protects counts ends
with the count it began with. `unsafe` loses increments or decrements: the object leaks, or is
freed while in use, and the damage is reported.

From: the refcount race of every GIL lecture (anchors.md part 2, 21) and 1.1, 1.4.

args: 2 3000
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3000000


class Shared:
    pass


shared = Shared()
together = threading.Barrier(THREADS)


def take_and_drop():
    together.wait()
    for _ in range(ROUNDS):
        mine = shared
        also_mine = mine
        mine = None
        also_mine = None


before = sys.getrefcount(shared)
threads = [threading.Thread(target=take_and_drop) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
after = sys.getrefcount(shared)
print('references before', before)
print('references after ', after)
print('lost or gained   ', after - before)
