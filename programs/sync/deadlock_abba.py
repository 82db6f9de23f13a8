"""Two threads take two locks in opposite order: they wait for each other forever.

What it shows: each thread holds what the other needs. A barrier makes sure that both have
their first lock, so it deadlocks every time, under every executor. gilscope sees that nobody
can ever run again, names threads, lines and holders, and exits; python3 would hang.

From: OSTEP threads-bugs/deadlock.c (anchors.md part 2, 9).

expect[gil]: deadlock
expect[gilectomy]: deadlock
expect[nogil]: deadlock
expect[unsafe]: deadlock
"""
import threading

a, b = threading.Lock(), threading.Lock()
both_hold_one = threading.Barrier(2)


def one():
    with a:
        both_hold_one.wait()
        with b:
            print('one has both')


def two():
    with b:
        both_hold_one.wait()
        with a:
            print('two has both')


threads = [threading.Thread(target=one, name='one'), threading.Thread(target=two, name='two')]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('never printed')
