"""Raising and catching, near and through several frames.

What it shows: the cost of unwinding and of try blocks that raise nothing.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: control
args: 100 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 1000000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3

class Odd(Exception):
    pass


def check(n):
    if n % 2:
        raise Odd(n)
    return n


def through(n):
    try:
        return check(n)
    finally:
        through.calls += 1


through.calls = 0


def run(size):
    caught = total = 0
    for n in range(size):
        try:
            total += through(n)
        except Odd as error:
            caught += error.args[0] & 3
        try:
            total ^= n
        except ValueError:
            caught = -1
    return caught, total


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
