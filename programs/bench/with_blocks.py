"""Context managers around small pieces of work, some of which fail.

What it shows: with, __enter__ and __exit__, contextmanager, try and finally, swallowed exceptions.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: control
args: 50 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time
from contextlib import contextmanager

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 450000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


class Depth:
    def __init__(self):
        self.now = self.deepest = self.failed = 0

    def __enter__(self):
        self.now += 1
        if self.now > self.deepest:
            self.deepest = self.now
        return self

    def __exit__(self, kind, error, trace):
        self.now -= 1
        if kind is KeyError:
            self.failed += 1
            return True
        return False


@contextmanager
def marked(log):
    log.append(1)
    try:
        yield len(log)
    finally:
        log.pop()


def run(size):
    depth, log = Depth(), []
    total = 0
    for n in range(size):
        with depth as outer:
            with depth:
                total += outer.now
                if n & 7 == 0:
                    raise KeyError(n)
            total += 3
        if n & 3 == 0:
            with marked(log) as length:
                total += length
        for step in range(2):
            try:
                if step:
                    continue
                total += 1
            finally:
                total ^= 1
    return total, depth.deepest, depth.failed, len(log)


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
