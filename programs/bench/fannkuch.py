"""Flipping pancakes: all permutations of n, the most flips.

What it shows: slices, reversals and index arithmetic on small lists.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the fannkuch problem (Anderson and Rettig; general knowledge), our own code.

work: lists
args: 5 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 9
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

def permutations(items, length):
    if length == 1:
        yield items
        return
    for position in range(length):
        yield from permutations(items, length - 1)
        other = position if length % 2 == 0 else 0
        items[other], items[length - 1] = items[length - 1], items[other]


def flips(permutation):
    stack = permutation[:]
    count = 0
    while stack[0]:
        top = stack[0] + 1
        stack[:top] = stack[:top][::-1]
        count += 1
    return count


def run(size):
    most = checksum = 0
    for index, permutation in enumerate(permutations(list(range(size)), size)):
        count = flips(permutation)
        most = max(most, count)
        checksum = (checksum * 3 + count * (index & 7)) % 1000003
    return most, checksum


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
