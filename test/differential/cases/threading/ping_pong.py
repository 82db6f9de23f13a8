import threading
a, b, out = threading.Semaphore(1), threading.Semaphore(0), []
def player(mine, other, word):
    for i in range(5):
        mine.acquire(); out.append(f'{word}{i}'); other.release()
ts = [threading.Thread(target=player, args=args) for args in ((a, b, 'ping'), (b, a, 'pong'))]
for t in ts: t.start()
for t in ts: t.join()
print(out)
turn, cond, seq = [0], threading.Condition(), []
def one(i):
    for _ in range(3):
        with cond:
            cond.wait_for(lambda: turn[0] % 3 == i); seq.append(i); turn[0] += 1; cond.notify_all()
ts = [threading.Thread(target=one, args=(i,)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(seq)
