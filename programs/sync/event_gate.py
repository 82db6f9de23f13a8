"""Threads wait at a gate (an Event) until the main thread opens it.

What it shows: an Event has a state: who comes late does not wait. Nothing happens before the
gate opens, everything after.

From: LBS, rendezvous and gates (anchors.md part 2, 17); OSTEP threads-bugs/ordering.c for the
version without a gate.

args: 4
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 4

gate = threading.Event()
through = []


def walk(number):
    gate.wait()
    through.append(number)


threads = [threading.Thread(target=walk, args=(n,)) for n in range(THREADS)]
for thread in threads:
    thread.start()
print('through before the gate opens:', len(through))
gate.set()
for thread in threads:
    thread.join()
print('through after it:', sorted(through))
late = threading.Thread(target=walk, args=('late',))
late.start()
late.join()
print('last through:', through[-1])
