"""The shortest way through a made-up maze, by breadth-first search.

What it shows: a deque, lists of lists, tuples made and unpacked, bounds checks.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: breadth-first search of Moore (1959); our own code.

work: lists
args: 12 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time
from collections import deque

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 700
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def maze(size):
    state = 5
    rows = []
    for _ in range(size):
        row = []
        for _ in range(size):
            state = (state * 48271) % 2147483647
            row.append(state % 100 < 28)
        rows.append(row)
    for near in range(4):
        rows[0][near] = rows[near][0] = rows[-1][-1 - near] = rows[-1 - near][-1] = False
    return rows


def search(walls, size):
    far = [[-1] * size for _ in range(size)]
    far[0][0] = 0
    waiting = deque([(0, 0)])
    while waiting:
        x, y = waiting.popleft()
        beyond = far[y][x] + 1
        for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
            nx, ny = x + dx, y + dy
            if 0 <= nx < size and 0 <= ny < size and not walls[ny][nx] and far[ny][nx] < 0:
                far[ny][nx] = beyond
                waiting.append((nx, ny))
    return far


def run(size):
    far = search(maze(size), size)
    reached = sum(distance >= 0 for row in far for distance in row)
    return far[size - 1][size - 1], reached, max(max(row) for row in far)


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
