"""Two threads add 1 to one global without a lock, twice: as `n += 1`, and with a call in the window.

Says for each whether updates were lost. Used by docs/executors.md, with --switch-points and --seed.
"""
import threading

ROUNDS = 3000
n = 0


def add_in_place():
    global n
    for _ in range(ROUNDS):
        n += 1


def one():
    return 1


def add_through_call():
    global n
    for _ in range(ROUNDS):
        n = n + one()


def run(task):
    global n
    n = 0
    threads = [threading.Thread(target=task) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return 'all there' if n == 2 * ROUNDS else 'updates lost'


print('n += 1:       ', run(add_in_place))
print('n = n + one():', run(add_through_call))
