"""Counting made-up words in a dict, then sorting by count.

What it shows: string keys: hashing, lookup, in-place update of values.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own; the usual word count.

work: dicts and sets
args: 300 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 1500000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

def words(count):
    parts = ['ka', 'lo', 'mi', 'nu', 'pe', 'ra', 'su', 'to']
    state = 12345
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        yield parts[state >> 8 & 7] + parts[state >> 12 & 7] + parts[state >> 16 & 7]


def run(size):
    counts = {}
    for word in words(size):
        counts[word] = counts.get(word, 0) + 1
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return len(counts), top[:3]


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
