"""Generators in hot loops: every way in and out, so that compiled code meets each of them."""
import sys, threading, gc

# protocol: send, throw, close, return values
def echo():
    got = None
    log = []
    while True:
        try:
            got = yield got
            log.append(got)
            if got == 'stop':
                return log
        except KeyError as e:
            got = ('key', e.args)
        finally:
            log.append('f')

def drive(n):
    g = echo()
    next(g)
    out = []
    for i in range(n):
        out.append(g.send(i))
        if i % 7 == 3:
            out.append(g.throw(KeyError(i)))
        if i % 11 == 5:
            out.append(g.send(None))
    try:
        g.send('stop')
    except StopIteration as e:
        out.append(len(e.value))
    return out
for _ in range(3):
    r = drive(300)
print(len(r), r[:12], r[-1])

# yield from, values and exceptions through it
def inner(n):
    total = 0
    for i in range(n):
        x = yield i
        if x is not None:
            total += x
    return total
def outer(n):
    a = yield from inner(n)
    b = yield from inner(n)
    return a + b
def sendall(n):
    g = outer(n)
    v = next(g)
    s = 0
    while True:
        s += v
        try:
            v = g.send(v * 2)
        except StopIteration as e:
            return s, e.value
for _ in range(20):
    r = sendall(50)
print(r)

# exceptions inside
def bad(n, k):
    for i in range(n):
        if i == k:
            raise ValueError('at %d' % i)
        yield i
def catch(n):
    c = 0
    for i in range(n):
        try:
            for x in bad(10, i % 13):
                c += x
        except ValueError as e:
            c += 1000
            assert e.__traceback__.tb_next.tb_frame.f_code.co_name == 'bad'
    return c
print(catch(500))

# the handled exception inside and outside of a generator
def inexc():
    yield sys.exc_info()[0]
    try:
        raise KeyError(1)
    except KeyError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]
def excs(n):
    res = None
    for _ in range(n):
        one = []
        try:
            raise ValueError
        except ValueError:
            for t in inexc():
                one.append((t.__name__ if t else None, sys.exc_info()[0].__name__))
        for t in inexc():
            one.append((t.__name__ if t else None, sys.exc_info()[0]))
        assert res is None or res == one
        res = one
    return res
print(excs(400))

# StopIteration inside
def stops():
    yield 1
    raise StopIteration('x')
def conv(n):
    c = 0
    for _ in range(n):
        try:
            for x in stops(): c += x
        except RuntimeError as e:
            c += 10
            assert isinstance(e.__cause__, StopIteration)
    return c
print(conv(300))

# trees
class Node:
    def __init__(self, l, v, r):
        self.l, self.v, self.r = l, v, r
    def __iter__(self):
        if self.l is not None:
            yield from self.l
        yield self.v
        if self.r is not None:
            yield from self.r
def build(lo, hi):
    if lo >= hi: return None
    m = (lo + hi) // 2
    return Node(build(lo, m), m, build(m + 1, hi))
t = build(0, 2000)
for _ in range(4):
    s = sum(t)
print(s, list(t)[:5])
chain = None
for i in range(450):
    chain = Node(chain, i, None)
for _ in range(5):
    s = 0
    for x in chain: s += x
print(s)
deep = None
for i in range(3000):
    deep = Node(deep, i, None)
for _ in range(3):
    try:
        for x in deep: pass
        print('no')
    except RecursionError as e:
        print('RecursionError', e)

# already executing
def selfish():
    yield 1
    for x in me:
        yield x
hits = 0
for _ in range(300):
    me = selfish()
    try:
        for x in me: pass
    except ValueError as e:
        hits += 1
        msg = str(e)
print(hits, msg)
def selfsend():
    yield from me
for _ in range(300):
    me = selfsend()
    try:
        for x in me: pass
    except ValueError as e:
        hits += 1
        msg = str(e)
print(hits, msg)

# dropped and finalized
log = []
def fin(i):
    try:
        yield i
        yield i + 1
    finally:
        log.append(i)
def drops(n):
    for i in range(n):
        for x in fin(i):
            break
    for i in range(n):
        g = fin(-i)
        next(g)
        g.close()
drops(300)
print(len(log), sum(log))

# floats, closures, many locals
def walk(n, step):
    x = 0.0
    k = 1.5
    while n:
        yield x
        x += step * k
        n -= 1
def floats(n):
    t = 0.0
    for x in walk(n, 0.25):
        t += x * 2.0
    return t
for _ in range(4): r = floats(1000)
print(r)
print(sum(x * y for x in range(60) for y in range(60) if x != y), any(x > 5000 for x in range(10000)), all(x < 9 for x in range(10000)))
print(max((x * 7 % 1001, x) for x in range(3000)), ''.join(c for c in 'abc' * 400)[:7], sorted(-x for x in range(1000))[:3])
def mixed(n):
    for i in range(n):
        yield i if i % 3 else str(i) if i % 2 else i * 0.5
print(sum(len(str(x)) for x in mixed(3000)))
def evens():
    n = 0
    while True:
        got = yield n
        n = n + 2 if got is None else got
def coroutine(n):
    g = evens()
    t = 0
    for i in range(n):
        t += next(g)
        if i % 5 == 0: t += g.send(i)
    return t
print(coroutine(2000))
def with_finally(n):
    for i in range(n):
        try:
            yield i
        finally:
            log.append('x')
log.clear()
print(sum(with_finally(1000)), len(log))
# switching the kind of iterator under a hot loop
def total(it):
    t = 0
    for x in it: t += x
    return t
def cnt(n):
    i = 0
    while i < n:
        yield i
        i += 1
for _ in range(5):
    print(total(cnt(1000)), total(range(1000)), total([1, 2, 3]), total(iter((4, 5))), total(x for x in (1, 2)), total({1: 2}))
# threads sharing one generator
def shared(n):
    for i in range(n):
        yield i
def work(g, out):
    k = 0
    while True:
        try:
            for x in g:
                k += 1
            break
        except ValueError:
            pass
    out.append(k)
for _ in range(3):
    g = shared(20000)
    out = []
    ts = [threading.Thread(target=work, args=(g, out)) for _ in range(2)]
    for th in ts: th.start()
    for th in ts: th.join()
    print(sum(out) <= 20000, len(out))
def gi():
    yield 1
    yield 2
g = gi()
print(g.gi_running, g.gi_suspended if hasattr(g, 'gi_suspended') else None, next(g), list(g), list(g))
