"""The fullest knapsack and the ways to change money, by dynamic programming.

What it shows: loops over one list of ints, backwards and forwards, with max and additions.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: Bellman's recurrences; our own code.

work: ints
args: 30 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 250000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def fullest(weights, values, capacity):
    best = [0] * (capacity + 1)
    for weight, value in zip(weights, values):
        for room in range(capacity, weight - 1, -1):
            with_it = best[room - weight] + value
            if with_it > best[room]:
                best[room] = with_it
    return best[capacity]


def ways(coins, amount):
    found = [0] * (amount + 1)
    found[0] = 1
    for coin in coins:
        for total in range(coin, amount + 1):
            found[total] = (found[total] + found[total - coin]) % 1000000007
    return found[amount]


def run(size):
    state = 17
    weights, values = [], []
    for _ in range(24):
        state = (state * 48271) % 2147483647
        weights.append(1 + state % (size // 4))
        values.append(1 + (state >> 10) % 500)
    return fullest(weights, values, size), ways([1, 2, 5, 10, 20, 50, 100, 200], size)


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
