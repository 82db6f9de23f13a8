import threading
e = threading.Event()
print(e.is_set(), e.wait(0.01)); out = []
t = threading.Thread(target=lambda: (e.wait(), out.append('go'))); t.start(); e.set(); t.join(); print(out, e.is_set(), e.wait()); e.clear(); print(e.is_set())
log = []
b = threading.Barrier(3, action=lambda: log.append('action'))
def work(): log.append(('i', b.wait()))
ts = [threading.Thread(target=work) for _ in range(2)]
for t in ts: t.start()
i = b.wait()
for t in ts: t.join()
print(log[0], sorted([i] + [x[1] for x in log[1:]]), b.parties, b.n_waiting, b.broken)
try: b.wait(0.01)
except threading.BrokenBarrierError as x: print('broken', b.broken)
try: b.wait()
except threading.BrokenBarrierError: print('still broken')
b.reset(); print(b.broken); b.abort(); print(b.broken)
print(issubclass(threading.BrokenBarrierError, RuntimeError))
try: threading.Barrier(0)
except ValueError as x: print(x)
