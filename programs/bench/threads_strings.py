"""Building and taking apart text by T threads, each its own.

What it shows: strings allocated and freed in parallel.
Every thread does the whole work on data of its own, so with enough cores T threads take as long as
one. Arguments: threads, problem size, rounds; the best round is printed as the last line of
standard error.

From: string_build.py and text_lines.py.

work: threads
args: 2 50 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
SIZE = int(sys.argv[2]) if len(sys.argv) > 2 else 600000
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 3


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
    length = 0
    for field in joined.replace('-', ' - ').split(','):
        head, _, tail = field.partition(' - ')
        length += len(head.strip()) + len(tail.lower())
    return len(joined), length, joined.count('7'), pieces[-1]


def in_threads(count, size):
    """Each thread's result, and the seconds from the common start to the last end."""
    together = threading.Barrier(count + 1)
    results = [None] * count

    def work(slot):
        together.wait()
        results[slot] = run(size)

    threads = [threading.Thread(target=work, args=(slot,)) for slot in range(count)]
    for thread in threads:
        thread.start()
    together.wait()
    started = time.perf_counter()
    for thread in threads:
        thread.join()
    return results, time.perf_counter() - started


best = None
for _ in range(ROUNDS):
    results, elapsed = in_threads(THREADS, SIZE)
    if best is None or elapsed < best:
        best = elapsed
# One line, however many threads: all have the same answer.
print(results[0] if results.count(results[0]) == THREADS else results)
print(f'time: {best:.4f}', file=sys.stderr)
