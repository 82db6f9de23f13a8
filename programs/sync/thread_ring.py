"""A token goes round a ring of T threads, each waiting on a lock of its own.

What it shows: pure hand-over. Nothing runs in parallel, every step wakes the next thread, so
the time is that of waking: many small waits under every executor.

From: the thread-ring benchmark of the language shootouts (general knowledge); waking costs in
architecture.md section 2.

args: 4 200
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading
import time

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 4
PASSES = int(sys.argv[2]) if len(sys.argv) > 2 else 20000

turns = [threading.Lock() for _ in range(THREADS)]
for turn in turns:
    turn.acquire()
token = 0


def work(slot):
    global token
    following = turns[(slot + 1) % THREADS]
    while True:
        turns[slot].acquire()
        if token >= PASSES:
            following.release()
            return
        token += 1
        following.release()


threads = [threading.Thread(target=work, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
started = time.perf_counter()
turns[0].release()
for thread in threads:
    thread.join()
elapsed = time.perf_counter() - started
print('token passed', token, 'times')
print(f'time: {elapsed:.3f}', file=sys.stderr)
