"""The first program: four threads say hello, each from its own list slot.

What it shows: a thread is an ordinary function that runs beside others. The greetings are
collected in slots of their own and printed by the main thread, so the order is always the same.
Expect the same four lines under every executor; `unsafe` shares functions and strings between
threads without protecting their counts and may report damage.

From: the first example of every threading tutorial.

args: 4
expect[gil]: same
expect[gilectomy]: same
expect[nogil]: same
expect[unsafe]: damage-or-any
"""
import sys
import threading

THREADS = int(sys.argv[1]) if len(sys.argv) > 1 else 4

greetings = [None] * THREADS


def greet(number):
    greetings[number] = f'hello from thread {number}'


threads = [threading.Thread(target=greet, args=(n,)) for n in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for greeting in greetings:
    print(greeting)
