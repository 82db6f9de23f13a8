"""A loop that becomes hot; docs/internals/tier2.md shows what tier 2 makes of it."""


def rounds_within(most, limit):
    x = 0.25
    n = 0
    while n < limit:
        x = 3.9 * x * (1.0 - x)
        if x > most:
            break
        n += 1
    return n


print(rounds_within(1.0, 2000))
