log = []
def deco(tag):
    log.append('make ' + tag)
    def wrap(fn):
        log.append('wrap ' + tag)
        def inner(*a, **k):
            return '%s(%s)' % (tag, fn(*a, **k))
        inner.__name__ = fn.__name__
        return inner
    return wrap
@deco('a')
@deco('b')
def f(x): return x
print(f(1), f.__name__, log)
def register(cls):
    cls.reg = True
    return cls
@register
class C: pass
print(C.reg)
@lambda fn: 42
def g(): pass
print(g)
class D:
    def __init__(self, fn): self.fn = fn; self.n = 0
    def __call__(self, *a):
        self.n += 1
        return self.fn(*a)
    def __get__(self, o, t): return lambda *a: self(o, *a)
@D
def h(x): return x + 1
print(h(1), h(2), h.n)
class E:
    @D
    def m(self, x): return x * 2
    @staticmethod
    def s(): return 's'
    @classmethod
    def c(cls): return cls.__name__
    @property
    def p(self): return 'p'
print(E().m(4), E.s(), E().s(), E.c(), E().c(), E().p)
ds = [deco('x')]
@ds[0]
def i(): return 0
print(i())
try:
    @5
    def z(): pass
except TypeError as e:
    print(e)
