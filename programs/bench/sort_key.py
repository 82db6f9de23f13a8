"""Sorting records by keys computed in Python.

What it shows: calls from the library back into Python, comparisons of tuples and strings.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: lists
args: 100 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 200000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

def run(size):
    state = 1
    records = []
    for n in range(size):
        state = (state * 48271) % 2147483647
        records.append((state % 1000, str(state), n))
    by_text = sorted(records, key=lambda record: record[1])
    by_pair = sorted(records, key=lambda record: (record[0], -record[2]))
    records.sort(reverse=True)
    check = 0
    for position in range(0, size, 7):
        check = check * 31 + by_text[position][2] + by_pair[position][2] * 3
        check = (check + records[position][0]) % 1000003
    return check


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
