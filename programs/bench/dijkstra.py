"""Shortest ways in a made-up road map, with a heap of tuples.

What it shows: heapq, comparison of tuples, dicts of lists.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the algorithm of Dijkstra (1959); our own code.

work: lists
args: 60 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import heapq
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 40000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def roads(count):
    state = 9
    out = {place: [] for place in range(count)}
    for place in range(count):
        for _ in range(4):
            state = (state * 48271) % 2147483647
            other = state % count
            length = 1 + (state >> 12) % 50
            out[place].append((other, length))
            out[other].append((place, length + 3))
    return out


def distances(out, start):
    known = {}
    waiting = [(0, start)]
    while waiting:
        far, place = heapq.heappop(waiting)
        if place in known:
            continue
        known[place] = far
        for other, length in out[place]:
            if other not in known:
                heapq.heappush(waiting, (far + length, other))
    return known


def run(size):
    out = roads(size)
    known = distances(out, 0)
    return len(known), max(known.values()), sum(known.values()) % 1000003


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
