"""Transfers between two accounts by T threads, without a lock: money appears or disappears.

What it shows: an invariant over two variables (the sum of the accounts) needs one lock around
both. The balance is read by a method, so a switch can fall between reading and writing under
every executor.

From: JCIP's bank account (anchors.md part 2, 3).

args: 2 1000
expect[gil]: any
expect[gilectomy]: any
expect[nogil]: any
expect[unsafe]: damage-or-any
"""
import random
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 2
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 50000


class Account:
    def __init__(self, balance):
        self.balance = balance

    def get(self):
        return self.balance

    def set(self, balance):
        self.balance = balance


accounts = [Account(1000), Account(1000)]
together = threading.Barrier(THREADS)


def transfer(source, target, amount):
    if source.get() >= amount:
        source.set(source.get() - amount)
        target.set(target.get() + amount)


def work(slot):
    dice = random.Random(slot)
    together.wait()
    for _ in range(ROUNDS):
        amount = dice.randrange(1, 50)
        if dice.random() < 0.5:
            transfer(accounts[0], accounts[1], amount)
        else:
            transfer(accounts[1], accounts[0], amount)


threads = [threading.Thread(target=work, args=(slot,)) for slot in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
total = accounts[0].get() + accounts[1].get()
print('expected in both accounts together', 2000)
print('got                               ', total)
print('overdrawn', min(a.get() for a in accounts) < 0)
