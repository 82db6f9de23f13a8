"""The edit distance of two texts, by rows of a table.

What it shows: an inner loop over characters: comparisons of strings of one character, min of three.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: Wagner and Fischer's algorithm (1974); our own code.

work: text
args: 30 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 1600
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def distance(a, b):
    previous = list(range(len(b) + 1))
    for i, left in enumerate(a):
        row = [i + 1]
        for j, right in enumerate(b):
            cost = previous[j]
            if left != right:
                above, before = previous[j + 1], row[j]
                if above < cost:
                    cost = above
                if before < cost:
                    cost = before
                cost += 1
            row.append(cost)
        previous = row
    return previous[-1]


def text(length, state):
    letters = []
    for _ in range(length):
        state = (state * 48271) % 2147483647
        letters.append('abcdefgh'[state >> 9 & 7])
    return ''.join(letters)


def run(size):
    a, b = text(size, 1), text(size, 2)
    return distance(a, b), distance(a, a[3:] + 'abc'), distance(a[:size // 4], b)


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
