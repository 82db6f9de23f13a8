"""A made-up log file taken apart line by line and put together again.

What it shows: split, strip, find, startswith, slices, join, replace and f-strings on short strings.
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

SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 240000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3


LEVELS = ('debug', 'info', 'warning', 'error')


def log(count):
    state = 7
    lines = []
    for n in range(count):
        state = (state * 48271) % 2147483647
        level = LEVELS[state % 4]
        head = f'  {n:05d} {level.upper()}: '
        lines.append(head + f'user={state % 97} path=/a/{state % 13}/b;t={n % 60:02d} ')
    return '\n'.join(lines)


def run(size):
    text = log(size)
    kept = []
    seen = {}
    for line in text.split('\n'):
        line = line.strip()
        head, _, rest = line.partition(': ')
        number, level = head.split()
        fields = rest.replace(';', ' ').split(' ')
        user = fields[0][fields[0].find('=') + 1:]
        path = fields[1].split('=', 1)[1]
        if level.startswith('E') or path.endswith('/7/b'):
            kept.append('|'.join((number, level.lower().title(), user, path.lstrip('/'))))
        seen[path] = seen.get(path, 0) + int(fields[2][2:])
    joined = ','.join(kept)
    return len(text), len(joined), joined[-25:], sum(seen.values()), joined.count('Error')


best = None
for _ in range(ROUNDS):
    started = time.perf_counter()
    result = run(SIZE)
    elapsed = time.perf_counter() - started
    if best is None or elapsed < best:
        best = elapsed
print(result)
print(f'time: {best:.4f}', file=sys.stderr)
