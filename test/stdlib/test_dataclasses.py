# Data classes.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import dataclasses
from dataclasses import (KW_ONLY, MISSING, FrozenInstanceError, InitVar, asdict, astuple, dataclass,
                         field, fields, is_dataclass, make_dataclass, replace)
from collections import namedtuple


@dataclass
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)
    kind = 'not a field'


p = P(1)
print(p, P(1, 2), P(y=5, x=3), p == P(1), p != P(2), p.tags is P(1).tags, P(1) == 1, P.y, P.__match_args__)
print([f.name for f in fields(P)], fields(p)[1].default, fields(P)[0].default is MISSING, fields(P)[2].default_factory, is_dataclass(P), is_dataclass(p), is_dataclass(1), P.__doc__)
err(P)
err(P, 1, 2, [], 4)
err(P, 1, z=1)
err(hash, p)
err(lambda: P(1) < P(2))
print(asdict(P(1, 2, [P(3)])), astuple(P(1, 2, [P(3)])), replace(p, x=9), asdict(p, dict_factory=list))
err(asdict, P)
err(replace, 1)
err(replace, p, q=1)
err(fields, 5)
err(astuple, 5)


@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = field(default=0, compare=True)
    note: str = field(default='', compare=False, repr=False)


a, b = V(1, 2), V(1, 3, 'n')
print(a < b, a <= b, a > b, a >= b, V(1, 2) == V(1, 2, 'other'), hash(V(1)) == hash(V(1)), sorted([b, a]), {a: 1}[V(1, 2)], b)
err(setattr, a, 'major', 5)
err(delattr, a, 'major')
err(setattr, a, 'new', 5)
err(lambda: a < 1)
print(issubclass(FrozenInstanceError, AttributeError), replace(a, minor=7))


@dataclass
class Base:
    a: int
    b: int = 1


@dataclass
class Der(Base):
    c: int = 2
    b: int = 5


print(Der(1), Der(1, 2, 3), [f.name for f in fields(Der)], Der(1) == Base(1))


@dataclass
class Post:
    w: float
    h: float
    area: float = field(init=False)
    scale: InitVar[int] = 1
    const: float = field(default=3.5, init=False)

    def __post_init__(self, scale):
        self.area = self.w * self.h * scale


print(Post(2, 3), Post(2, 3, 2).area, Post(1, 1).const)
err(replace, Post(1, 1), area=3)


@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int


print(K(1, c=3), K(a=1, b=5, c=3), K.__match_args__)
err(K, 1, 2, 3)
err(K, 1)


@dataclass(kw_only=True)
class KK:
    a: int = 1
    b: int


print(KK(b=2))
err(KK, 1)


@dataclass(slots=True)
class Sl:
    x: int
    y: int = 3


s = Sl(1)
print(s, Sl.__slots__, hasattr(s, '__dict__'))
err(setattr, s, 'z', 1)


@dataclass(frozen=True, slots=True)
class FS:
    x: int


err(setattr, FS(1), 'x', 2)
print(FS(1), hash(FS(1)) == hash(FS(1)))


@dataclass(eq=False)
class NoEq:
    x: int


print(NoEq(1) == NoEq(1), isinstance(hash(NoEq(1)), int))


@dataclass(repr=False, init=False)
class NoInit:
    x: int = 4


print(NoInit().x, 'NoInit object' in repr(NoInit()))


@dataclass(unsafe_hash=True)
class UH:
    x: int
    y: int = field(hash=False, default=1)


print(hash(UH(1, 2)) == hash(UH(1, 3)))


@dataclass
class Own:
    x: int

    def __repr__(self):
        return 'mine'

    def __eq__(self, o):
        return True


print(Own(1), Own(1) == Own(2))


def case(body, **options):
    ns = {'__annotations__': body.pop('ann')}
    ns.update(body)
    dataclass(**options)(type('Case', (), ns))


err(case, {'ann': {'x': int, 'y': int}, 'x': 1})
err(case, {'ann': {'x': list}, 'x': []})
err(case, {'ann': {'x': dict}, 'x': {}})
err(case, {'ann': {}, 'x': field()})
err(case, {'ann': {'x': int}}, order=True, eq=False)
err(case, {'ann': {'x': int}, '__lt__': lambda s, o: 1}, order=True)
err(case, {'ann': {'x': int}, '__setattr__': lambda s, o: 1}, frozen=True)
err(case, {'ann': {'x': int}, '__hash__': lambda s: 1}, unsafe_hash=True)
err(field, default=1, default_factory=list)


def mixed():
    @dataclass
    class Bad(V):
        pass


def mixed2():
    @dataclass(frozen=True)
    class Bad(P):
        pass


err(mixed)
err(mixed2)
C = make_dataclass('C', [('x', int), ('y', int, field(default=5)), 'z'][:2], namespace={'sum': lambda self: self.x + self.y})
print(C(1), C(1).sum(), C.__name__)
err(make_dataclass, 'C', ['a', 'a'])
err(make_dataclass, 'C', ['class'])


@dataclass
class Node:
    name: str
    next: object = None


n = Node('a')
n.next = n
print(n)
Pt = namedtuple('Pt', 'a b')
print(asdict(Node('q', {'k': Pt(1, [P(1)])})), astuple(Node('z', (1, Node('y')))))


@dataclass
class Meta:
    x: int = field(default=1, metadata={'unit': 'm'})


print(fields(Meta)[0].metadata['unit'], dict(fields(Meta)[0].metadata), Meta.__init__.__name__, Meta.__init__.__qualname__, Meta.__init__.__annotations__)


class Outer:
    @dataclass
    class Inner:
        v: int = 0


print(Outer.Inner(3))


@dataclass
class Fn:
    f: object = len
    cb: object = field(default=None, repr=False)


print(Fn().f([1]), Fn())
