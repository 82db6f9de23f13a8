"""A thread takes a plain lock twice: it waits for itself.

What it shows: a Lock has no owner and lets nobody in twice; an RLock knows its owner and does.
The RLock part works, then the Lock part deadlocks under every executor.

From: the Python documentation of Lock and RLock (anchors.md part 2, 10).

expect[gil]: deadlock
expect[gilectomy]: deadlock
expect[nogil]: deadlock
expect[unsafe]: deadlock
"""
import threading

again = threading.RLock()
with again:
    with again:
        print('an RLock can be taken twice', flush=True)

once = threading.Lock()
with once:
    with once:
        print('never printed')
