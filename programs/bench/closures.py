"""Functions that make functions: counters, pipelines, currying, decorators.

What it shows: cells, nonlocal, calls of closures and lambdas, functions as values.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: calls
args: 50 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 600000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def counter(step):
    total = 0

    def advance(by=0):
        nonlocal total
        total = (total + step + by) & 0xFFFFFF
        return total

    return advance


def compose(*functions):
    def run_all(value):
        for function in functions:
            value = function(value)
        return value

    return run_all


def counted(function):
    calls = 0

    def inner(value):
        nonlocal calls
        calls += 1
        return function(value)

    inner.calls = lambda: calls
    return inner


def curry(a):
    return lambda b: lambda c: (a * b + c) & 0xFFFF


@counted
def halve(value):
    return value >> 1


def run(size):
    ones, threes = counter(1), counter(3)
    pipeline = compose(lambda v: v + 7, halve, lambda v: v ^ 0x55, curry(3)(5))
    total = 0
    for n in range(size):
        total += ones() + threes(n & 3)
        total = (total + pipeline(n)) & 0xFFFFFFF
        total ^= curry(n & 15)(n)(total & 7)
    return total, ones(), threes(), halve.calls() > size - 1


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
