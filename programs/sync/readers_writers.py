"""Readers share, writers are alone: a readers-writers lock made of a lock and a condition.

What it shows: many readers may be inside at once, a writer only alone. Two fields are always
written together; no reader may ever see them differ.

From: OSTEP threads-sema/rwlock.c, LBS (anchors.md part 2, 16).

args: 2 50
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 3000


class ReadWriteLock:
    def __init__(self):
        self.condition = threading.Condition()
        self.readers = 0
        self.writing = False

    def start_read(self):
        with self.condition:
            while self.writing:
                self.condition.wait()
            self.readers += 1

    def end_read(self):
        with self.condition:
            self.readers -= 1
            self.condition.notify_all()

    def start_write(self):
        with self.condition:
            while self.writing or self.readers:
                self.condition.wait()
            self.writing = True

    def end_write(self):
        with self.condition:
            self.writing = False
            self.condition.notify_all()


lock = ReadWriteLock()
left = right = 0
torn = [0] * THREADS


def write():
    global left, right
    for _ in range(ROUNDS):
        lock.start_write()
        left += 1
        right += 1
        lock.end_write()


def read(slot):
    for _ in range(ROUNDS):
        lock.start_read()
        if left != right:
            torn[slot] += 1
        lock.end_read()


threads = [threading.Thread(target=read, args=(slot,)) for slot in range(THREADS)]
threads += [threading.Thread(target=write) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('written', left, right, 'expected', THREADS * ROUNDS)
print('torn reads', sum(torn))
