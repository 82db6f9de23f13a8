import queue
l = queue.LifoQueue(); [l.put(i) for i in range(3)]; print([l.get() for _ in range(3)])
p = queue.PriorityQueue(); [p.put(x) for x in [(3, 'c'), (1, 'a'), (2, 'b')]]; print([p.get() for _ in range(3)])
s = queue.SimpleQueue(); s.put(1); s.put(2); print(s.qsize(), s.get(), s.get_nowait(), s.empty())
try: s.get_nowait()
except queue.Empty: print('empty')
try: p.put('a'); p.put(1)
except TypeError as e: print(e)
print(issubclass(queue.Empty, Exception), queue.Queue(-1).full(), queue.Queue(0).maxsize)
