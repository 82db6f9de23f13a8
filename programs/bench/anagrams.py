"""Words grouped by their letters, and a cipher over the groups.

What it shows: sorted on strings, tuples and strings as keys, join, translate, ord and chr.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: text
args: 60 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: same
"""
import sys
import time

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 400000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


def words(count):
    state = 3
    for _ in range(count):
        state = (state * 48271) % 2147483647
        length = 3 + state % 4
        value = state >> 8
        letters = []
        for _ in range(length):
            letters.append(chr(97 + value % 7))
            value //= 7
        yield ''.join(letters)


def shift(word, by):
    return ''.join(chr((ord(letter) - 97 + by) % 26 + 97) for letter in word)


def run(size):
    groups = {}
    for word in words(size):
        key = ''.join(sorted(word))
        group = groups.get(key)
        if group is None:
            groups[key] = {word}
        else:
            group.add(word)
    largest = max(groups.values(), key=lambda group: (len(group), min(group)))
    table = str.maketrans('abcdefg', 'gfedcba')
    turned = sum(key.translate(table)[::-1] in groups for key in groups)
    secret = ' '.join(shift(key, len(key)) for key in sorted(groups))
    same = sum(a < b for a, b in zip(secret.split(' '), secret.split(' ')[1:]))
    return len(groups), len(largest), min(largest), turned, same, secret[-20:]


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
