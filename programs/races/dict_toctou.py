"""`if key in d: del d[key]` by T threads on one dict.

What it shows: the key may be gone between the test and the deletion. Under `gil` with 3.11's
switch points no switch falls there; under 3.9's and 3.10's one can (the `if` jumps), and under
`gilectomy` and `nogil` another core is simply faster. KeyErrors are counted, not fatal.

From: threadsafety.rst (anchors.md part 2, 5) and the 3.10 switch points (1.2).

args: 2 2000
expect[gil]: same
expect[gilectomy]: any
expect[nogil]: any
expect[unsafe]: damage-or-any
"""
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
KEYS = int(sys.argv[2]) if len(sys.argv) > 2 else 100000

table = dict.fromkeys(range(KEYS))
errors = [0] * THREADS
together = threading.Barrier(THREADS)


def clear(slot):
    together.wait()
    for key in range(KEYS):
        try:
            if key in table:
                del table[key]
        except KeyError:
            errors[slot] += 1


threads = [threading.Thread(target=clear, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('expected', 0, 'KeyErrors, 0 keys left')
print('got     ', sum(errors), 'KeyErrors,', len(table), 'keys left')
