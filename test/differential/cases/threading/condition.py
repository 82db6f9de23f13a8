import threading
c = threading.Condition()
items, out = [], []
def consumer():
    for _ in range(5):
        with c:
            while not items: c.wait()
            out.append(items.pop(0))
            c.notify()
t = threading.Thread(target=consumer); t.start()
for i in range(5):
    with c:
        items.append(i); c.notify()
        c.wait_for(lambda: not items)
t.join(); print(out)
with c: print(c.wait(0.01), c.wait_for(lambda: False, 0.01), c.wait_for(lambda: 'val'))
for f in (c.wait, c.notify, c.notify_all):
    try: f()
    except RuntimeError as e: print(e)
ready = 0
def waiter():
    global ready
    with c:
        ready += 1; c.notify_all()
        c.wait_for(lambda: ready == 99); out.append('w')
ts = [threading.Thread(target=waiter) for _ in range(3)]
for t in ts: t.start()
with c:
    c.wait_for(lambda: ready == 3); ready = 99; c.notify_all()
for t in ts: t.join()
print(out)
