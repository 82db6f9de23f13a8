import threading
r = threading.RLock()
with r:
    with r: print('nested')
print(r.acquire(), r.acquire(), r.acquire(blocking=False)); r.release(); r.release(); r.release()
try: r.release()
except RuntimeError as e: print(e)
got = []
r.acquire()
t = threading.Thread(target=lambda: got.append(r.acquire(timeout=0.02))); t.start(); t.join(); print(got)
def foreign():
    try: r.release()
    except RuntimeError as e: print(e)
t = threading.Thread(target=foreign); t.start(); t.join()
r.release()
def rec(n):
    with r: return 0 if n == 0 else 1 + rec(n - 1)
print(rec(20))
