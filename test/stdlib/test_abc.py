# Abstract classes, registration, enforcement.


def err(f, *args, **kwargs):
    try:
        print('value', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__ + ':', e)


import abc
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        return 1

    @property
    @abstractmethod
    def name(self):
        pass

    @classmethod
    @abstractmethod
    def make(cls):
        pass

    @staticmethod
    @abstractmethod
    def stat():
        pass


print(sorted(Shape.__abstractmethods__))
err(Shape)


class One(ABC):
    @abstractmethod
    def f(self):
        pass


err(One)


class Two(Shape):
    def area(self):
        return super().area() + 1

    name = 'two'

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def stat():
        return 's'


print(Two().area(), Two.make().name, Two.stat(), Two.__abstractmethods__, isinstance(Two(), Shape))


class Reg(metaclass=ABCMeta):
    pass


print(issubclass(int, Reg), isinstance(1, Reg))
print(Reg.register(int), issubclass(int, Reg), isinstance(1, Reg), isinstance(True, Reg), isinstance('a', Reg))
err(Reg.register, 1)
err(issubclass, 1, Reg)


class Sub(Reg):
    pass


print(issubclass(Sub, Reg), issubclass(Reg, Sub))
Sub.register(str)
print(isinstance('a', Reg), isinstance('a', Sub), isinstance(1, Sub))
err(Sub.register, Reg)


@Reg.register
class Deco:
    pass


print(isinstance(Deco(), Reg), Deco.__name__)


class Quack(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Quack:
            return any('quack' in b.__dict__ for b in other.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    def quack(self):
        pass


print(isinstance(Duck(), Quack), isinstance(1, Quack), type(Quack).__name__, ABC.__name__)


class Late(ABC):
    pass


Late.f = abstractmethod(lambda self: None)
print(type(Late()).__name__)
abc.update_abstractmethods(Late)
err(Late)
print(isinstance(abc.get_cache_token(), int), abstractmethod(len) if False else '')
