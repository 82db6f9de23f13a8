# Partial application, caching, wrapping, ordering, dispatch.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import functools
from functools import *


def f(*args, **kw):
    'doc of f'
    return args, kw


p = partial(f, 1, a=2)
print(p(3, b=4), p(a=9), p.func is f, p.args, p.keywords, partial(p, 5, c=1)(6), partial(p, 5).args)
print(partial(print, 'a', sep='-'), partial(int, base=2)('101'))
err(partial, 1)
err(partial)
p.note = 1
print(p.note, partial(p, 2).func is f)


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state):
        self.alive = state

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, state=False)

    @staticmethod
    def stat(a, b):
        return a, b

    one = partialmethod(stat, 1)


c = Cell()
c.set_alive()
print(c.alive, c.one(2))
c.set_dead()
print(c.alive)
err(partialmethod, 1)

print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, 'abc', 'z'), reduce(f, [], 5), reduce(f, [7]))
err(reduce, f, [])
err(reduce, f, 5)


@wraps(f)
def g():
    pass


print(g.__name__, g.__doc__, g.__wrapped__ is f, g.__qualname__, WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)

calls = []


@lru_cache(maxsize=2)
def sq(x, y=0):
    calls.append(x)
    return x * x


print(sq(1), sq(2), sq(1), sq(3), sq(2), sq.cache_info(), calls, sq.__name__, sq.cache_parameters())
print(sq(1.0), sq(x=1), sq(1, y=0), sq.cache_info().hits, sq.cache_info().currsize)
sq.cache_clear()
print(sq.cache_info())
err(sq, [])
err(sq)


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info())


@lru_cache
def plain(x):
    return x


@lru_cache(maxsize=0)
def none(x):
    return x


@lru_cache(maxsize=None, typed=True)
def typed(x):
    return x


print(plain(1), plain(True), plain(1.0), plain.cache_info())
print(none(1), none(1), none.cache_info(), none.cache_parameters())
print(typed(1), typed(1.0), typed(True), typed(x=1), typed.cache_info())
print(plain((1, 2)), plain('a'), plain('a'), plain.cache_info())
err(lru_cache, 'x')


@lru_cache(-5)
def neg(x):
    return x


print(neg(1), neg.cache_info())


class M:
    @lru_cache(None)
    def meth(self, x):
        calls.append('m')
        return x

    @cached_property
    def slow(self):
        calls.append('slow')
        return 42


m = M()
print(m.meth(1), m.meth(1), m.slow, m.slow, calls.count('m'), calls.count('slow'), m.__dict__)
del m.slow
print(m.slow, calls.count('slow'), type(M.slow).__name__)


class Slotted:
    __slots__ = ()

    @cached_property
    def x(self):
        return 1


err(lambda: Slotted().x)

print(sorted([5, 2, 9, 1], key=cmp_to_key(lambda a, b: b - a)))
K = cmp_to_key(lambda a, b: (a > b) - (a < b))
print(K(1) < K(2), K(1) > K(2), K(1) == K(1), K(1) <= K(1), K(2) >= K(3), K(4).obj)
err(lambda: K(1) < 2)
for root in ('lt', 'le', 'gt', 'ge'):
    ns = {'__init__': lambda self, v: setattr(self, 'v', v),
          '__eq__': lambda self, o: self.v == o.v,
          '__%s__' % root: {'lt': lambda s, o: s.v < o.v, 'le': lambda s, o: s.v <= o.v,
                            'gt': lambda s, o: s.v > o.v, 'ge': lambda s, o: s.v >= o.v}[root]}
    C = total_ordering(type('C', (), ns))
    a, b = C(1), C(2)
    print(root, a < b, a <= b, a > b, a >= b, a <= C(1), a >= C(1), a < C(1), a > C(1), C.__lt__.__name__)
err(total_ordering, type('N', (), {}))


@total_ordering
class Picky:
    def __eq__(self, o):
        return False

    def __lt__(self, o):
        return NotImplemented


err(lambda: Picky() >= Picky())


@singledispatch
def show(x, extra=''):
    return 'object' + extra


@show.register(int)
def _(x, extra=''):
    return 'int' + extra


@show.register
def show_list(x: list, extra=''):
    return 'list'


show.register(str, lambda x: 'str')


class A:
    pass


class B(A):
    pass


show.register(A, lambda x: 'A')
print(show(1), show(True), show([]), show('s'), show(1.5), show(B()), show(None, '!'), show(1, extra='?'))
print(show.dispatch(dict) is show.registry[object], show.dispatch(bool)(1), show.__name__, show_list([]), sorted(k.__name__ for k in show.registry))
err(show)
err(show.register, 5)
from collections.abc import Mapping, Sized
show.register(Mapping, lambda x: 'mapping')
show.register(Sized, lambda x: 'sized')
print(show({}), show(set()), show(()), show([]))


class Neg:
    @singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError('cannot')

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register(bool)
    def _(self, arg):
        return not arg


print(Neg().neg(5), Neg().neg(True))
err(Neg().neg, 'a')
print(sorted(functools.__all__))
