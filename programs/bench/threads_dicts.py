"""Counting made-up words and numbers in T dicts by T threads.

What it shows: dicts that grow in parallel: hashing, allocation, deletion.
Every thread does the whole work on data of its own, so with enough cores T threads take as long as
one. Arguments: threads, problem size, rounds; the best round is printed as the last line of
standard error.

From: dict_words.py and dict_ints.py.

work: threads
args: 2 200 1
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
SIZE = int(sys.argv[2]) if len(sys.argv) > 2 else 1000000
ROUNDS = int(sys.argv[3]) if len(sys.argv) > 3 else 3


PARTS = ['ka', 'lo', 'mi', 'nu', 'pe', 'ra', 'su', 'to']


def run(size):
    words, numbers = {}, {}
    state = 12345
    for n in range(size):
        state = (state * 16807) % 2147483647
        word = PARTS[state >> 8 & 7] + PARTS[state >> 12 & 7] + PARTS[state >> 16 & 7]
        words[word] = words.get(word, 0) + 1
        numbers[state % 50021] = n
    for key in list(numbers):
        if key & 1:
            del numbers[key]
    total = 0
    for key, value in numbers.items():
        total = (total + key * value) % 1000003
    return len(words), max(words.values()), len(numbers), total


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
