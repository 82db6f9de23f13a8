"""Miller and Rabin test numbers of 40 to 200 bits for being prime.

What it shows: big integers that stay at one size: products, remainders, pow() with three arguments.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: the test of Miller (1976) and Rabin (1980); our own code.

work: big ints
args: 24 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


BASES = (2, 3, 5, 7, 11, 13, 17)


def power(base, exponent, modulus):
    result = 1
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def is_probable_prime(n):
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd //= 2
        twos += 1
    for base in BASES:
        x = power(base, odd, n)
        if x == 1 or x == n - 1:
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def run(size):
    found = check = 0
    for bits in (40, 64, 100, 200):
        candidate = (1 << bits) + 1
        for _ in range(size):
            if is_probable_prime(candidate):
                found += 1
                check ^= candidate % 1000003
                check ^= pow(3, candidate >> 1, candidate) & 0xFFFF
            candidate += 2
    return found, check


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
