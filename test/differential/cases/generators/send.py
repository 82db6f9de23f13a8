def acc():
    total = 0
    while True:
        v = yield total
        if v is None: continue
        total += v
g = acc()
print(next(g), g.send(5), g.send(10), next(g), g.send(1))
g2 = acc()
try: g2.send(1)
except TypeError as e: print(e)
print(g2.send(None))
def echo():
    got = []
    while len(got) < 3: got.append((yield len(got)))
    return got
e = echo(); next(e); e.send('a'); e.send('b')
try: e.send('c')
except StopIteration as s: print(s.value)
try: e.send('d')
except StopIteration as s: print('finished', s.value)
def expr():
    x = [(yield 1), (yield 2)]
    y = {(yield 3): (yield 4)}
    z = (yield 5) + (yield 6)
    print(x, y, z, (yield (yield 7)))
g = expr(); next(g)
for v in range(10, 18):
    try: print(g.send(v), end=' ')
    except StopIteration: print('stop')
def averager():
    n = s = 0
    avg = None
    while True:
        x = yield avg
        n += 1; s += x; avg = s / n
a = averager(); next(a)
print([a.send(v) for v in (10, 20, 60)])
