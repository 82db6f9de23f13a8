# The methods of operators are called in CPython's order also where the order was learnt from other types.
import traceback


class Num:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        if isinstance(other, str):
            return NotImplemented
        return ('add', self.n, other.n if isinstance(other, Num) else other)

    def __radd__(self, other):
        return ('radd', self.n, other)

    def __lt__(self, other):
        return NotImplemented if isinstance(other, str) else self.n < getattr(other, 'n', 0)

    def __eq__(self, other):
        return NotImplemented if isinstance(other, str) else self.n == getattr(other, 'n', other)

    def __getitem__(self, key):
        if key == 299:
            raise IndexError(key)
        return (self.n, key)

    __hash__ = None


class Sub(Num):
    def __radd__(self, other):
        return ('sub radd', self.n, other.n)

    def __gt__(self, other):
        return ('sub gt', self.n)


class Inherits(Num):
    pass


class Place(Num):
    def __iadd__(self, other):
        return NotImplemented if other == 1 else ('iadd', other)


class Other:
    def __radd__(self, other):
        return 'other radd'

    def __gt__(self, other):
        return 'other gt'

    def __eq__(self, other):
        return 'other eq'


class Refuses:
    def __add__(self, other):
        return NotImplemented

    __lt__ = __add__


def attempt(f, *args):
    try:
        return f(*args)
    except (TypeError, AttributeError) as e:
        return str(e)


pairs = [
    (Num(1), Num(2)), (Num(1), 5), (5, Num(1)), (2.5, Num(1)), (Num(1), Sub(2)), (Num(1), Inherits(2)),
    (Sub(1), Num(2)), (Num(1), 'text'), ('text', Num(1)), (Refuses(), Other()), (Refuses(), Refuses()),
    (Refuses(), 1), (1, Refuses()), (Refuses(), Sub(3)), (Place(1), 1), (Place(1), 2), (Place(1), 'text'),
]
for text in 'return a + b', 'return a < b', 'return a == b', 'a += b; return a', 'return a > b':
    for first in pairs:
        scope = {}
        exec(f'def f(a, b):\n    {text}', scope)
        f = scope['f']
        for _ in range(150):
            learnt = attempt(f, *first)
        print(text, [type(x).__name__ for x in first], learnt)
        print('   ', [attempt(f, *p) for p in pairs])


def item(o, i):
    return o[i]


try:
    for i in range(400):
        last = item(Num(7), i)
except IndexError:
    print(last, traceback.format_exc().replace(__file__, 'program.py'))


class Raises:
    def __add__(self, other):
        return 1 // (250 - other)

    def __lt__(self, other):
        return [1, 2][other // 250:]


def raising():
    r = Raises()
    for i in range(300):
        x = r + i
    return x


try:
    raising()
except ZeroDivisionError:
    print(traceback.format_exc().replace(__file__, 'program.py'))


def truths():
    r = Raises()
    return [1 if r < n else 0 for n in range(0, 3000, 10)].count(1)


print(truths(), truths())


def gen_add(self, other):
    yield self.n
    yield other


def add(a, b):
    return a + b


Num.__add__ = gen_add
print(list(add(Num(3), 4)), [list(add(Num(3), i)) for i in range(150)][-1])
Num.__add__ = lambda self, other: 'replaced'
print([add(Num(3), i) for i in range(150)][-1])
del Num.__add__
print(attempt(add, Num(3), 4))
