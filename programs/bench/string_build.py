"""Building text: concatenation, join, formatting, splitting, replacing.

What it shows: allocation of strings of all lengths.
One thread, so every executor gives the same answer; the time is what is measured. Arguments:
problem size, rounds; the best round is printed as the last line of standard error.

From: our own.

work: text
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

def run(size):
    pieces = []
    text = ''
    for n in range(size):
        text += chr(97 + n % 26)
        if len(text) > 40:
            pieces.append(f'{n:06d}:{text.upper()}')
            text = ''
        pieces.append('%s-%x' % (str(n)[::-1], n))
    joined = ','.join(pieces)
    fields = joined.replace('-', ' - ').split(',')
    widths = sum(len(field) for field in fields)
    return len(joined), len(fields), widths, joined.count('7'), fields[-1]


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
