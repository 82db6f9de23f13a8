# What an instruction has learnt about an attribute must not outlive a change of the class or the instance.
import traceback


class Base:
    scale = 3

    def __init__(self, x):
        self.x = x

    @property
    def double(self):
        return self.x * 2

    def name(self):
        return 'base'


class Slim:
    __slots__ = ('a', 'b')


def look(o):
    return o.scale, o.double, o.name(), o.x


def warm(f, *args):
    for _ in range(300):
        r = f(*args)
    return r


o = Base(4)
print(warm(look, o))
Base.scale = 7
print(warm(look, o))
o.scale = 'own'
print(warm(look, o), look(Base(1)))
del o.scale
print(look(o))
Base.double = property(lambda self: self.x + 100)
print(warm(look, o))
o.name = lambda: 'shadowed'
print(warm(look, o), look(Base(2)))


def slim_b(s):
    return s.b


s = Slim()
s.a, s.b = 1, 2
print(warm(slim_b, s))
del s.b
try:
    slim_b(s)
except AttributeError as e:
    print(e, e.name, e.obj is s)
s.b = 5
print(slim_b(s))


def make(n):
    return Base(n).x


print(warm(make, 3))


def other_init(self, x):
    self.y = self.x = x * 10


Base.__init__ = other_init
print(warm(make, 3))


class Twin:
    scale = 'twin'
    double = 'plain'
    name = staticmethod(lambda: 'static')

    def __init__(self):
        self.x = 0


t = Twin()
print(warm(look, t))
o = Base(1)
print(warm(look, o))
o.__class__ = Twin
print(look(o))


class Bad:
    @property
    def broken(self):
        return self.missing

    @property
    def named(self):
        raise AttributeError('mine')

    def __init__(self, n):
        if n > 290:
            raise ValueError(n)
        self.n = n


def use(o):
    return o.broken


b = Bad(1)
for attempt in range(200):
    try:
        use(b)
    except AttributeError as e:
        text = traceback.format_exc().replace(__file__, 'program.py')
        kept = e
print(text, kept.name, kept.obj is b)
for attempt in range(200):
    try:
        b.named
    except AttributeError as e:
        kept = e
print(kept, kept.name, kept.obj is b)
try:
    for n in range(400):
        Bad(n)
except ValueError:
    print(traceback.format_exc().replace(__file__, 'program.py'))


class Returns:
    def __init__(self, n):
        self.n = n
        return n if n == 250 else None


class Child(Base):
    def __init__(self, x, *, more=2):
        super().__init__(x)
        self.more = more

    def name(self):
        return 'child of ' + super().name()

    @property
    def double(self):
        return super().double + self.more


def returning():
    try:
        for n in range(300):
            Returns(None if n < 250 else n)
    except TypeError as e:
        return n, str(e)


class None250:
    def __init__(self, n):
        if n == 250:
            raise KeyError


print(warm(lambda: look(Child(5))), warm(lambda: look(Child(5, more=9))))
try:
    for n in range(300):
        Returns.__init__(object.__new__(Returns), n)
        Returns(0 if n == 250 else None) if n == 250 else Returns(n)
except TypeError as e:
    print(n, e)
print(warm(lambda: (Base.scale, Twin.name(), Base.name(Base(1)))))
