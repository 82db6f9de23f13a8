"""Numbers to text and back: str, int, float, repr, format, %.

What it shows: conversion of ints and floats in both directions, with widths and digits.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: text
args: 50 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 100000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def run(size):
    total = length = 0
    for n in range(size):
        value = n * 0.37 + 1.0 / (n + 1)
        whole = str(n * 7919)
        text = f'{value:.3f}|{n:>8}|{n:,}|{n:x}'
        old = '%05d %s %.2f' % (n, whole, value)
        total += int(whole) + int(text[-2:].strip('|'), 16)
        total += int(float(old[-4:]) * 100)
        length += len(repr(value)) + len(text) + len(old) + len(str(value / 3))
        if float(repr(value)) != value:
            return 'wrong', n
    return total, length


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
