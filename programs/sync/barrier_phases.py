"""T threads compute in phases; a barrier keeps everybody in the same phase.

What it shows: each phase reads what all threads wrote in the phase before. Without the barrier
a fast thread would read half-old values; with it the result is that of one thread. The barrier
is used again and again, and its action runs once per phase.

From: LBS, reusable barrier (anchors.md part 2, 17).

args: 3 20
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
PHASES = int(sys.argv[2]) if len(sys.argv) > 2 else 500

values = [[slot + 1 for slot in range(THREADS)]]


def next_phase():
    values.append([None] * THREADS)


values.append([None] * THREADS)
barrier = threading.Barrier(THREADS, action=next_phase)


def work(slot):
    for phase in range(PHASES):
        old = values[phase]
        values[phase + 1][slot] = (old[slot - 1] + 3 * old[slot] + old[(slot + 1) % THREADS]) % 1009
        barrier.wait()


threads = [threading.Thread(target=work, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('phases', len(values) - 2)
print('values', values[PHASES])
