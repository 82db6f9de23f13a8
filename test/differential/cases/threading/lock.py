import threading
l = threading.Lock()
print(l.acquire(), l.locked(), l.acquire(False), l.acquire(blocking=False), l.acquire(timeout=0.01)); l.release(); print(l.locked())
with l: print(l.locked())
print(l.locked())
for f in (l.release, lambda: l.acquire(False, 1), lambda: l.acquire(timeout=-2), lambda: l.acquire(True, 'a')):
    try: f()
    except Exception as e: print(type(e).__name__, e)
try:
    with l: raise KeyError('k')
except KeyError: print(l.locked())
l.acquire()
t = threading.Thread(target=l.release); t.start(); t.join(); print('released by another', l.locked())
n = 0
def add():
    global n
    for _ in range(500):
        with l: n += 1
ts = [threading.Thread(target=add) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(n)
