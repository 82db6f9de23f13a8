# Annotation names.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import typing
from typing import *

T = TypeVar('T')
K = TypeVar('K', bound=int)
print(List[int], Dict[str, int], Optional[int], Union[int, str], Union[int, None], Union[int], Union[int, Union[str, int]], Tuple[int, ...], Callable[[int, str], bool], Callable[..., int], Any, ClassVar[int], Final[int], Literal[1, 'a'], Type[int], Set[T], List[List[int]])
print(Annotated[int, 'meta'], Iterable[int], Sequence[str], Mapping[str, int], Iterator[T], NoReturn, Optional[Union[int, str]], Generator[int, None, str], DefaultDict[str, int], Deque[int])
print(T, K, TypeVar('C', covariant=True), K.__bound__, T.__name__, List, Dict, Optional, Union)
print(list[int], dict[str, list[int]], tuple[int, ...])
print(Union[int, str] == Union[str, int], List[int] == List[int], hash(List[int]) == hash(List[int]), Optional[int] == Union[int, None])
print(cast(int, 'a'), TYPE_CHECKING, get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]) is Union, get_args(Callable[[int], str]), get_origin(int), get_args(int))
print(Dict[str, T][int], Union[T, str][int], Callable[[T], T][int])


class Stack(Generic[T]):
    def __init__(self):
        self.items = []

    def push(self, x: T) -> None:
        self.items.append(x)


s = Stack[int]()
s.push(1)
print(s.items, type(s).__name__, Stack[int], Stack.__parameters__, isinstance(s, Stack))


class Sub(Stack[str]):
    pass


class Pair(Generic[T, K]):
    pass


print(Sub().items, Pair[int, str], Pair.__parameters__)
err(lambda: Pair[int])
err(lambda: Sub[int])


class P(NamedTuple):
    x: int
    y: str = 'd'

    def both(self):
        return self.x, self.y


p = P(1)
print(p, p.both(), p.x, P._fields, P._field_defaults, p._replace(y='z'), P.__annotations__, isinstance(p, tuple), P(2, y='q') == (2, 'q'))
err(P)
Q = NamedTuple('Q', [('a', int), ('b', str)])
print(Q(1, 'b'))


class TD(TypedDict):
    name: str
    age: int


class TD2(TD, total=False):
    more: int


d = TD(name='a', age=1)
print(d, type(d), TD.__annotations__, sorted(TD2.__required_keys__), sorted(TD2.__optional_keys__))
UserId = NewType('UserId', int)
print(UserId(5), UserId.__name__, UserId)


@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...


class Plain(Protocol):
    def f(self): ...


class Impl(Plain):
    def f(self):
        return 1


print(isinstance([], HasLen), isinstance(5, HasLen), Impl().f(), issubclass(list, HasLen))
err(HasLen)
err(isinstance, 5, Plain)


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


@final
class Fin:
    pass


def g(a: int, b: 'str' = '') -> None:
    pass


print(f(1), Fin.__final__, get_type_hints(g), g.__annotations__)
err(lambda: Any())
err(lambda: List[int]() and Union())
print(List[int]([1]) if False else '', isinstance([], List), issubclass(dict, Mapping), isinstance({}, Dict))
err(lambda: isinstance([], List[int]))
