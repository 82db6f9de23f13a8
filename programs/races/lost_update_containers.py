"""Lost update in an attribute, a list slot and a dict value.

What it shows: each single read and write is atomic under every executor but `unsafe`, and
`+=` on them is not: it is a read and a write. Under `gil` (3.11) nothing is lost, for the
same reason as in lost_update.py.

From: the lost updates measured on 3.14t, 67 % for an attribute, 80 % for a list slot, 83 % for
a dict value, 0 % with a GIL (anchors.md 1.1).

args: 2 3000
expect[gil]: same
expect[gilectomy]: any
expect[nogil]: any
expect[unsafe]: damage-or-any
"""
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 100000


class Box:
    pass


box = Box()
box.value = 0
slots = [0]
table = {'value': 0}
together = threading.Barrier(THREADS)


def add():
    together.wait()
    for _ in range(ROUNDS):
        box.value += 1
        slots[0] += 1
        table['value'] += 1


threads = [threading.Thread(target=add) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
expected = THREADS * ROUNDS
print('expected      ', expected)
print('attribute lost', expected - box.value)
print('list slot lost', expected - slots[0])
print('dict value lost', expected - table['value'])
