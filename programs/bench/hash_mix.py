"""Hashes of 64 bits: FNV-1a, an xorshift generator and a multiplying LCG.

What it shows: integers beyond 31 bits, masked to 64: multiplication, shifts, exclusive or.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: FNV-1a of Fowler, Noll and Vo; xorshift64 of Marsaglia (2003); the LCG of Knuth's MMIX; our
own code.

work: ints
args: 200 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 900000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


MASK = (1 << 64) - 1


def fnv1a(data, state):
    for byte in data:
        state = ((state ^ byte) * 0x100000001B3) & MASK
    return state


def xorshift(state):
    state ^= (state << 13) & MASK
    state ^= state >> 7
    state ^= (state << 17) & MASK
    return state


def run(size):
    data = bytes(range(16))
    random = 88172645463325252
    linear = 1
    check = 0xCBF29CE484222325
    for n in range(size):
        random = xorshift(random)
        linear = (linear * 6364136223846793005 + 1442695040888963407) & MASK
        check ^= (random >> 11) + (linear >> 33)
        if n & 15 == 0:
            check = fnv1a(data, check)
    return f'{check:016x} {random:016x} {linear:016x}'


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
