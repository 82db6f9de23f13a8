"""The game of life on an endless plane: a set of living cells.

What it shows: tuples as keys, dict counting with get, set comprehensions.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: Conway's game (Gardner, 1970), the R-pentomino; our own code.

work: dicts and sets
args: 8 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def step(living):
    neighbours = {}
    for x, y in living:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    cell = (x + dx, y + dy)
                    neighbours[cell] = neighbours.get(cell, 0) + 1
    return {
        cell for cell, count in neighbours.items()
        if count == 3 or count == 2 and cell in living
    }


def run(size):
    living = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
    total = 0
    for _ in range(size):
        living = step(living)
        total += len(living)
    return total, len(living), min(living), max(living)


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
