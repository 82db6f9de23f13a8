# Queues between threads.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import queue
import threading

q = queue.Queue()
print(q.empty(), q.full(), q.qsize(), q.maxsize)
for i in range(3):
    q.put(i)
print(q.qsize(), q.get(), q.get(), q.get_nowait(), q.empty())
err(q.get_nowait)
err(q.get, False)
err(q.get, timeout=0.01)
err(q.get, True, -1)
err(q.put, 1, True, -1)
for _ in range(5):
    q.task_done() if q.unfinished_tasks else None
err(q.task_done)
b = queue.Queue(2)
b.put('a')
b.put('b')
print(b.full())
err(b.put_nowait, 'c')
err(b.put, 'c', timeout=0.01)
err(b.put, 'c', timeout=-1)
s = queue.LifoQueue()
for i in 'abc':
    s.put(i)
print([s.get() for _ in range(3)])
p = queue.PriorityQueue()
for i in (5, 1, 4, 2, 3):
    p.put((i, str(i)))
print([p.get() for _ in range(5)])
z = queue.SimpleQueue()
z.put(1)
z.put_nowait(2)
print(z.qsize(), z.get(), z.get_nowait(), z.empty())
err(z.get, False)
err(z.get_nowait)
err(z.get, timeout=0.01)
err(z.get, timeout=-1)
print(queue.Empty, queue.Full, issubclass(queue.Empty, Exception))

for kind in (queue.Queue, queue.SimpleQueue, queue.LifoQueue, queue.PriorityQueue):
    q = kind()
    results = kind()

    def worker():
        while True:
            n = q.get()
            if n < 0:
                break
            results.put(n * n)

    ts = [threading.Thread(target=worker) for _ in range(3)]
    for t in ts:
        t.start()
    for i in range(50):
        q.put(i)
    if kind in (queue.Queue, queue.SimpleQueue):
        for t in ts:
            q.put(-1)
        for t in ts:
            t.join()
        print(kind.__name__, sum(results.get() for _ in range(50)), results.empty())
    else:
        print(kind.__name__, sum(results.get() for _ in range(50)), results.empty())
        for t in ts:
            q.put(-1)
        for t in ts:
            t.join()

# A small bounded queue makes the producer wait; join waits for task_done.
q = queue.Queue(maxsize=2)
seen = []


def consume():
    while True:
        item = q.get()
        try:
            if item is None:
                return
            seen.append(item)
        finally:
            q.task_done()


t = threading.Thread(target=consume)
t.start()
for i in range(20):
    q.put(i)
q.join()
print(seen == list(range(20)), q.unfinished_tasks)
q.put(None)
t.join()


class Sorted(queue.Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)
        self.queue.sort()

    def _get(self):
        return self.queue.pop(0)


q = Sorted()
for i in (3, 1, 2):
    q.put(i)
print([q.get() for _ in range(3)])
