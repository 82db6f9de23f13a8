def numbers(n):
    print('open')
    try:
        for i in range(n): yield i
    finally: print('shut')
def odd(it): return (x for x in it if x % 2)
def take(it, n):
    for _, x in zip(range(n), it): yield x
print(list(take(odd(numbers(10)), 2)))
print(sum(odd(numbers(6))))
def coroutine(f):
    def start(*a):
        g = f(*a); next(g); return g
    return start
@coroutine
def grep(word, target):
    while True:
        line = yield
        if word in line: target.send(line)
@coroutine
def collect(out):
    while True: out.append((yield))
out = []
p = grep('py', collect(out))
for s in ('python', 'java', 'pypy'): p.send(s)
print(out)
def robin(*gs):
    gs = list(gs)
    while gs:
        g = gs.pop(0)
        try: yield next(g)
        except StopIteration: continue
        gs.append(g)
print(list(robin(iter('abc'), iter([1]), iter('xy'))))
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n); yield n
        n += 1
g = primes()
print([next(g) for _ in range(12)])
def lots(): yield from (i for i in range(1000) if i % 100 == 0)
print(list(lots()))
