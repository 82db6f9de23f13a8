"""Calls of methods: plain, bound, inherited, super, static, with defaults and keywords.

What it shows: all the ways to call.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: calls
args: 100 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 900000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

class Counter:
    def __init__(self):
        self.n = 0

    def add(self, by=1):
        self.n += by
        return self

    def get(self):
        return self.n

    @staticmethod
    def mask(n):
        return n & 0xFFFF

    def options(self, *, first=1, second=2):
        self.n += first - second


class Loud(Counter):
    def add(self, by=1):
        return super().add(by + 1)


def run(size):
    quiet, loud = Counter(), Loud()
    bound = quiet.add
    for n in range(size):
        quiet.add().add(n & 3)
        bound(2)
        loud.add(by=n & 1)
        loud.options(second=n & 7)
        quiet.n = Counter.mask(quiet.get())
    return quiet.get(), loud.get()


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
