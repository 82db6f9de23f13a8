from functools import lru_cache, cache, cached_property, wraps
calls = []
@lru_cache(maxsize=2)
def sq(x): calls.append(x); return x * x
print(sq(2), sq(2), sq(3), sq(4), sq(2), calls, sq.cache_info()); sq.cache_clear(); print(sq.cache_info(), sq.__name__, sq.__wrapped__(9))
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90), fib.cache_info())
@lru_cache
def kw(a, b=1): return a + b
print(kw(1), kw(a=1), kw(1, b=1), kw.cache_info().misses)
try: sq([])
except TypeError as e: print(e)
class C:
    n = 0
    @cached_property
    def v(self): C.n += 1; return 'computed'
c = C(); print(c.v, c.v, C.n, c.__dict__); del c.v; print(c.v, C.n)
def deco(f):
    @wraps(f)
    def w(*a): 'w doc'; return f(*a)
    return w
@deco
def named(x): 'its doc'; return x
print(named.__name__, named.__doc__, named.__wrapped__(3), named(4))
