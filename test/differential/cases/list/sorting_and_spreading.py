import random
random.seed(5)
def digest(x): return sum((i + 1) * sum(map(ord, repr(v))) for i, v in enumerate(x)) % 1000003
for n in (0, 1, 2, 3, 5, 9, 15, 16, 17, 40, 300):
    ints = [random.randrange(-9, 9) for _ in range(n)]
    big = [random.randrange(-2**40, 2**40) for _ in range(n)]
    texts = [''.join(random.choice('abé') for _ in range(random.randrange(4))) for _ in range(n)]
    wide = [t + random.choice(['', '\u1234']) for t in texts]
    mixed = [random.choice([1, 1.0, True, 2.5, -3]) for _ in range(n)]
    pairs = [(random.randrange(4), random.choice(texts or ['']), i) for i in range(n)]
    floats = [(random.choice([1.5, 2, -0.0, 0, 1, True]), -i) for i in range(n)]
    odd = [(random.choice([1, 2]),) * random.randrange(1, 4) for i in range(n)]
    for name, row in (('ints', ints), ('big', big), ('texts', texts), ('wide', wide), ('mixed', mixed), ('pairs', pairs), ('floats', floats), ('odd', odd)):
        for reverse in (False, True):
            print(n, name, reverse, digest(sorted(row, reverse=reverse)), digest(sorted(row, key=lambda v: v, reverse=reverse)))
    print(sorted(''.join(texts))[:30], list('añb€'), ''.join(sorted('hello')))
class Odd:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return f'O{self.n}'
print(sorted([(i % 3, Odd(i * 7 % 5)) for i in range(20)]), sorted([(i % 3, Odd(i * 7 % 5)) for i in range(20)], reverse=True))
try:
    sorted([(1, None), (1, 2), (0, 3)])
except TypeError as error: print(error)
nan = float('nan')
print(sorted([(nan, 1), (1, 2), (nan, 0), (0, 1)]), sorted([(nan, 1)]*3))
try: sorted(5)
except TypeError as error: print(error)
try: sorted('b', foo=1)
except TypeError as error: print(error)
same = ['ab', 'a' + 'b'[:1], ''.join(['a', 'b'])]
got = sorted(same, reverse=True)
print([any(g is s for s in same[i:i+1]) for i, g in enumerate(got)])
[].extend('é')
x = [1]; x.extend('éa'); x += 'zz'; x += '\u4444'; print(x)
for bad in (3,):
    try: ''.join(bad)
    except TypeError as error: print(error)
first, *mid, last = (1, 2, 3, 4); print(first, mid, last)
*mid, last = (1,); print(mid, last)
try: a, *b, c = (1,)
except ValueError as error: print(error)
def f(*a, k=3, **kw): return a, k, kw
class C:
    def m(self, a, *r, **kw): return a, r, kw
for kw in ({}, {'k': 1}, {'z': 2, 'k': 5}):
    print(f(*(1, 2), **kw), C().m(*(1, 2, 3), **kw), f(*'ab', **kw), f(**kw, q=2))
for call in (lambda: f(**{1: 2}), lambda: f(k=1, **{'k': 2}), lambda: C().m(), lambda: C().m(*(), **{'b': 1}), lambda: C().m(1, **{'a': 1}), lambda: (lambda a: a)(*(1, 2)), lambda: f(*3), lambda: f(**3)):
    try: print(call())
    except TypeError as error: print(error)
class E(Exception): pass
class E2(KeyError):
    def __init__(self, a, b=2): super().__init__(a); self.b = b
class E3(ValueError):
    def __new__(cls, *a): s = super().__new__(cls, 'new'); return s
class E4(StopIteration): pass
class E5(OSError): pass
for e in (E(), E(1), E(1, 2), E2(1), E3(4), E4(7), E5(2, 'x'), KeyError(1), StopIteration(4), SystemExit(1, 2), ValueError('a')):
    print(type(e), e.args, str(e), getattr(e, 'value', None), getattr(e, 'errno', None), getattr(e, 'code', None), e.__dict__)
for t in (E, KeyError):
    try: t(a=1)
    except TypeError as error: print(error)
for a, b in ((2**33, 3), (2**40, 30), (2**40, 31), (-2**40, 5), (2**52, 52), (-2**33, 40), (5, 30), (5, 31), (-3, 50)):
    print(a >> b, a << b, -a >> b)
