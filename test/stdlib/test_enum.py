# Enumerations and flags.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import enum
from enum import Enum, Flag, IntEnum, IntFlag, auto, unique
import copy


class Color(Enum):
    'doc'
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def shout(self):
        return self.name + '!'

    @classmethod
    def first(cls):
        return cls.RED

    @property
    def twice(self):
        return self.value * 2


print(Color, Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['BLUE'], len(Color))
print(list(Color), list(reversed(Color)), Color.CRIMSON is Color.RED, Color.RED.shout(), Color.first(), Color.BLUE.twice)
print(dict(Color.__members__), Color.RED in Color, isinstance(Color.RED, Color), type(Color.RED), bool(Color.RED), bool(Color))
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.GREEN, {Color.RED: 'r'}[Color(1)], hash(Color.RED) == hash('RED'))
print(f'{Color.RED}', '%s %r' % (Color.RED, Color.RED), f'{Color.RED:>12}|', Color.__doc__, Color.__name__)
err(Color, 9)
err(lambda: Color['NO'])
err(lambda: Color.NO)
err(setattr, Color, 'RED', 5)
err(delattr, Color, 'RED')
err(lambda: Color.RED < Color.BLUE)
err(lambda: 1 in Color)
err(setattr, Color.RED, 'value', 5)
err(setattr, Color.RED, 'name', 5)
err(lambda: type('Ext', (Color,), {}))
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED)


def dup():
    class D(Enum):
        A = 1
        A = 2


err(dup)


def sub():
    class More(Color):
        PINK = 9


err(sub)


def sunder():
    class S(Enum):
        _x_ = 1


err(sunder)


class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
    E = 'x'


print(list(Auto))


class Named(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower(), start, count, last_values

    X = auto()
    Y = auto()


print([m.value for m in Named])


class N(IntEnum):
    ONE = 1
    TWO = 2


print(N.ONE, repr(N.ONE), N.ONE + 1, N.ONE < N.TWO, N(2), f'{N.TWO}', f'{N.TWO:03d}', '%d' % N.TWO, N.ONE == 1, [10, 20, 30][N.ONE], max(N), isinstance(N.ONE, int), str(N.ONE), int(N.TWO), sorted([N.TWO, N.ONE]))
print({1: 'a'}[N.ONE], N.ONE | N.TWO, -N.ONE, type(N.ONE + N.TWO).__name__)


class S(enum.StrEnum):
    A = auto()
    B = 'bee'


print(S.A, repr(S.A), S.B.upper(), S('bee'), S.A == 'a', f'{S.B:>5}', S.A + 'x')


class M(str, Enum):
    X = 'ex'


print(M.X, repr(M.X), M.X == 'ex', M.X.upper(), M('ex'), f'{M.X}')


class Planet(Enum):
    EARTH = (5.0, 6.0)
    MARS = (1.0, 2.0)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return self.mass / self.radius


print(Planet.EARTH, Planet.MARS.mass, Planet.EARTH.density, Planet((1.0, 2.0)), repr(Planet.MARS))


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj

    PX = (0, 'P.X')
    PY = (1, 'P.Y')


print(Coord.PX, Coord(1), Coord.PY.label)


class Miss(Enum):
    A = 1

    @classmethod
    def _missing_(cls, value):
        if value == 'one':
            return cls.A
        if value == 'bad':
            return 5
        if value == 'boom':
            raise KeyError('boom')
        return None


print(Miss('one'))
err(Miss, 'zip')
err(Miss, 'bad')
err(Miss, 'boom')


def uni():
    @unique
    class U(Enum):
        A = 1
        B = 1
        C = 1


err(uni)


@unique
class U(Enum):
    A = 1
    B = 2


print(len(U))


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = 6


print(Perm, Perm.R, repr(Perm.R), Perm.R | Perm.W, repr(Perm.R | Perm.X), Perm.RW, repr(Perm(7)), Perm(0), repr(Perm(0)), list(Perm), len(Perm))
print(Perm.R in Perm.RW, Perm.X in Perm.RW, Perm.RW & Perm.R, Perm.RW ^ Perm.R, ~Perm.R, ~Perm(0), repr(~Perm.RW), bool(Perm(0)), bool(Perm.R))
print(list(Perm(7)), list(Perm.RW), len(Perm.RW), Perm.R | Perm.W is Perm.RW, (Perm.R | Perm.W) is Perm.RW, Perm(-1), Perm(3).name, Perm(3).value, Perm['RW'], hash(Perm.R) is not None)
err(Perm, 8)
err(Perm, 'a')
err(Perm, -20)
err(lambda: Perm.R | 1)
err(lambda: 1 in Perm.R)
err(lambda: Perm.R < Perm.W)


class FA(Flag):
    A = auto()
    B = auto()
    C = auto()
    AB = A | B
    D = auto()


print(list(FA), FA.AB, FA.D.value, FA.A | FA.D, f'{FA.A|FA.B}', FA.__members__['AB'])


class IF(IntFlag):
    A = 1
    B = 2
    D = 8


print(IF.A, repr(IF.A), repr(IF.A | IF.B), IF.A | IF.B, repr(IF(4)), repr(IF(5)), repr(IF.A | 4), IF.A + 1, repr(~IF.A), ~IF.A, IF.A & 1, repr(IF.A & 3), 3 | IF.D, repr(3 | IF.D), repr(IF(16)), IF(0), repr(IF(0)), IF.B in IF(3), repr(IF(-1)), f'{IF.A}', [m for m in IF(3)], 5 & IF.A)
Animal = Enum('Animal', 'CAT DOG')
print(list(Animal), Animal.__module__, Enum('B', ['X', 'Y'], start=5).Y.value, list(Enum('C', {'P': 'p', 'Q': 'q'})), list(Enum('D', [('a', 10), ('b', 20)])), list(IntEnum('E', 'one, two')), list(Flag('F', 'a b c')), Enum('G', 'k', module='mm').__module__)


class Base(Enum):
    def hello(self):
        return 'hello ' + self.name


class Der(Base):
    A = 1


print(Der.A.hello(), issubclass(Der, Base), Der.__mro__[1].__name__)


class Unhash(Enum):
    L = [1]
    K = [2]


print(Unhash([2]), Unhash.L, repr(Unhash.L))


class Ig(Enum):
    _ignore_ = 'tmp'
    tmp = 5
    A = tmp + 1

    def f(self):
        return 1

    lam = lambda self: 2
    _private = 3


print(list(Ig), Ig.A.f(), Ig.A.lam())
