"""Calls with *args, **kwargs, defaults, keywords and unpacking.

What it shows: the slower forms of a call: tuples and dicts of arguments made and spread.
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

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 350000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def total(*numbers):
    result = 0
    for number in numbers:
        result += number
    return result


def options(first, second=2, *, third=3, fourth=4):
    return first + second * third - fourth


def gather(first, *rest, scale=1, **named):
    return first * scale + len(rest) + named.get('extra', 0)


def forward(*args, **kwargs):
    return gather(*args, **kwargs)


def run(size):
    check = 0
    settings = {'third': 5, 'fourth': 1}
    for n in range(size):
        pair = (n & 7, n & 3)
        check += total(n, *pair, 1)
        check += options(n, third=n & 15) + options(1, *pair[:1], **settings)
        check += forward(n & 255, 1, 2, scale=2, extra=n & 3)
        check &= 0xFFFFFFF
        first, *middle, last = check & 15, n & 1, 2, n & 7
        check += first + last + len(middle)
    return check


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
