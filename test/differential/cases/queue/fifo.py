import queue, threading
q = queue.Queue()
for x in 'abc': q.put(x)
print(q.qsize(), q.empty(), q.full(), q.get(), q.get_nowait(), q.get(timeout=1), q.empty())
for f in (q.get_nowait, lambda: q.get(block=False), lambda: q.get(timeout=0.01)):
    try: f()
    except queue.Empty as e: print('Empty', repr(e))
for _ in range(3): q.task_done()
b = queue.Queue(maxsize=1); b.put(1); print(b.full())
for f in (lambda: b.put_nowait(2), lambda: b.put(2, block=False), lambda: b.put(2, timeout=0.01)):
    try: f()
    except queue.Full: print('Full')
try: b.get(timeout=-1)
except ValueError as e: print(e)
out = []
def consume():
    while (x := q.get()) is not None: out.append(x); q.task_done()
    q.task_done()
t = threading.Thread(target=consume); t.start()
for i in range(10): q.put(i)
q.put(None); q.join(); t.join(); print(out, q.unfinished_tasks)
try: q.task_done()
except ValueError as e: print(e)
