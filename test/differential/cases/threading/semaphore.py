import threading
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(False), s.acquire(timeout=0.01)); s.release(); print(s.acquire(blocking=False)); s.release(2)
b = threading.BoundedSemaphore(1)
with b: pass
try: b.release()
except ValueError as e: print(e)
for f in (lambda: threading.Semaphore(-1), lambda: s.release(0), lambda: s.acquire(False, 1)):
    try: f()
    except ValueError as e: print(e)
z = threading.Semaphore(0); out = []
t = threading.Thread(target=lambda: (z.acquire(), out.append('through'))); t.start(); out.append('before'); z.release(); t.join(); print(out)
