"""Reachable sets in a made-up graph by union, difference and membership.

What it shows: sets of ints: adding, testing, union, intersection, difference, comparison.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: dicts and sets
args: 40 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 50000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def graph(count):
    state = 11
    edges = []
    for node in range(count):
        targets = set()
        for _ in range(6):
            state = (state * 48271) % 2147483647
            targets.add(state % count)
        edges.append(targets - {node})
    return edges


def reach(edges, start):
    seen = {start}
    front = {start}
    levels = 0
    while front:
        beyond = set()
        for node in front:
            beyond |= edges[node]
        front = beyond - seen
        seen |= front
        levels += 1
    return seen, levels


def run(size):
    edges = graph(size)
    check = 0
    everywhere = set(range(size))
    for start in range(0, size, size // 8):
        seen, levels = reach(edges, start)
        everywhere &= seen
        check = check * 31 + levels + len(seen)
    triangles = 0
    for node in range(size):
        for other in edges[node]:
            common = edges[node] & edges[other]
            if common and node not in common:
                triangles += len(common)
    pairs = {(a, b) for a in range(size) for b in edges[a] if a in edges[b] and a < b}
    subsets = sum(edges[n] <= everywhere for n in range(size))
    return check % 1000003, triangles, len(pairs), len(everywhere), subsets


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
