"""Append to and pop from a list, with a running total.

What it shows: method calls on a builtin, growing and shrinking storage, reference counts of items.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the measure "list append/pop loop"; the PyPy-STM release of 2014 (anchors.md 1.10).

work: lists
args: 2000 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 4000000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

def run(size):
    items = []
    total = 0
    for i in range(size):
        items.append(i)
        items.append(total)
        total = (total + items.pop() + items.pop()) & 0xFFFFF
        if i & 1023 == 0:
            items.append(i)
    return total, len(items)


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
