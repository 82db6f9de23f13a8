import threading
out = []
def work(a, b=0, *, c=0): out.append((a, b, c))
t = threading.Thread(target=work, args=(1,), kwargs={'c': 3}, name='worker')
print(t.name, t.is_alive(), t.daemon, t.ident); t.start(); t.join(); print(t.is_alive(), out, t.ident is not None)
ts = [threading.Thread(target=work, args=(i,)) for i in range(5)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(out), threading.active_count(), threading.current_thread().name, threading.main_thread() is threading.current_thread(), [t.name for t in threading.enumerate()])
class T(threading.Thread):
    def __init__(self, n): super().__init__(); self.n = n; self.r = None
    def run(self): self.r = self.n * 2
t = T(21); t.start(); t.join(); print(t.r)
for f in (t.start, lambda: threading.Thread(target=work).join(), lambda: threading.current_thread().join(), lambda: threading.Thread(5), lambda: threading.Thread(foo=1)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
threading.Thread().start(); t = threading.Thread(target=work, daemon=True); print(t.daemon); t.daemon = False; print(t.daemon)
