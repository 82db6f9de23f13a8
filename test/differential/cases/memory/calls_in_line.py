# What hot loops hold while they call small functions: finalizers that take it away, counts, and the depth of calls.
import sys
class Del:
    def __init__(self, what): self.what = what
    def __del__(self): self.what()
class Box:
    def __init__(self, v): self.v = v
    def put(self, v):
        self.v = v
        return self
    def swap(self, v):
        old = self.v
        self.v = v
        return old
log = []
G = Box(0)
def kill():
    global G
    log.append(G.v)
    G = Box(-1)
def loop(n):
    s = 0
    for i in range(n):
        G.v = Del(kill) if i % 50 == 49 else i
        s += G.put(i).v
    return s
print(loop(400), log[:3])
def setter(o, v):
    o.v = v
    return o.v
def loop2(n):
    s = 0
    for i in range(n):
        G.v = Del(kill) if i % 50 == 49 else i
        s += setter(G, i)
    return s
print(loop2(400), len(log))
# counts after loops
class Tok: pass
t = Tok()
def ident(x): return x
def first(x, y=None): return x
def second(x, y): return y
def boxed(x): return Box(x)
class P:
    __slots__ = ('a', 'b')
    def __init__(self, a, b=None):
        self.a = a
        self.b = b
    def get(self): return self.a
    def set(self, v): self.a = v
    def both(self): return self.a, self.b
def counts(n):
    base = sys.getrefcount(t)
    bi = sys.getrefcount(ident)
    p = P(t)
    L = [t] * 3
    D = {1: t}
    for i in range(n):
        x = ident(t)
        y = first(x)
        y = first(x, y=t)
        y = second(1, L[i % 3])
        z = boxed(D[1]).v
        q = P(t, b=x)
        p.set(q.get())
        p.set(t)
        q.both()
        try:
            q.c = ident(t)
        except AttributeError:
            pass
        try:
            second(t, D[i & 1])
        except KeyError as e:
            y = e.args
        try:
            L[i % 5].x
        except (IndexError, AttributeError):
            pass
        '%s' % ident('a')
        sorted([q, p], key=lambda o: id(o.a))
        list(map(ident, L))
        [ident(w) for w in L]
        (lambda k=t: k)()
    x = y = z = q = p = L = D = None
    return sys.getrefcount(t) - base, sys.getrefcount(ident) - bi
for n in (10, 100, 1000): print(counts(n))
def rec(n):
    return n if n == 0 else rec(n - 1) + leaf(n)
def leaf(n): return n + 1
def mutual_a(n): return leaf(n) if n <= 0 else mutual_b(n - 1)
def mutual_b(n): return mutual_a(n)
for k in range(60): rec(20); mutual_a(30)
def depth(f):
    lo = 0
    try:
        f(100000)
    except RecursionError as e:
        tb = e.__traceback__
        d = 0
        while tb: d += 1; tb = tb.tb_next
        return d, str(e)
print(depth(rec), depth(mutual_a))
def leafdepth(n):
    if n == 0: return leaf(1)
    return leafdepth(n - 1)
for lim in (60, 100, 333):
    sys.setrecursionlimit(lim)
    ok = []
    for n in range(lim - 12, lim + 3):
        try:
            leafdepth(n); ok.append(n)
        except RecursionError as e:
            tb = e.__traceback__; d = 0
            while tb: d += 1; last = tb.tb_frame.f_code.co_name; tb = tb.tb_next
            ok.append((d, last))
    print(lim, ok)
