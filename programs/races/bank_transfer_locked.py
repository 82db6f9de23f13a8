"""The bank of bank_transfer.py with one lock around each transfer: the sum stays right.

What it shows: the fix. The lock covers the reads and both writes, so the invariant holds
between transfers under every executor that keeps its own memory intact.

From: JCIP's bank account (anchors.md part 2, 3).

args: 2 1000
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import random
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 50000

balances = [1000, 1000]
lock = threading.Lock()
together = threading.Barrier(THREADS)


def transfer(source, target, amount):
    with lock:
        if balances[source] >= amount:
            balances[source] = balances[source] - amount
            balances[target] = balances[target] + amount


def work(slot):
    dice = random.Random(slot)
    together.wait()
    for _ in range(ROUNDS):
        amount = dice.randrange(1, 50)
        source = dice.randrange(2)
        transfer(source, 1 - source, amount)


threads = [threading.Thread(target=work, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('expected in both accounts together', 2000)
print('got                               ', sum(balances))
print('overdrawn', min(balances) < 0)
