import threading
l = threading.local(); l.x = 'main'
seen = []
def work(v):
    seen.append(hasattr(l, 'x')); l.x = v; seen.append(l.x)
for v in (1, 2):
    t = threading.Thread(target=work, args=(v,)); t.start(); t.join()
print(seen, l.x, l.__dict__)
class L(threading.local):
    n = 0
    def __init__(self, start): self.v = start
m = L(5); m.v = 9; out = []
t = threading.Thread(target=lambda: out.append((m.v, m.n))); t.start(); t.join(); print(out, m.v)
try: l.nope
except AttributeError as e: print(str(e).split(' object')[1])
del l.x; print(hasattr(l, 'x'))
