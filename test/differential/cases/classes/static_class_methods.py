class A:
    n = 0
    @classmethod
    def make(cls, *a): cls.n += 1; return cls, a
    @staticmethod
    def util(x): return x * 2
    def plain(x): return ('plain', x)
class B(A): pass
print(A.make(1)[0].__name__, B.make(2)[0].__name__, B().make()[0].__name__, A.n, B.n, A.util(3), A().util(4), A.plain(5), B().make.__self__.__name__)
print(type(A.__dict__['make']).__name__, type(A.__dict__['util']).__name__, A.__dict__['util'](5), A.make.__func__.__name__)
try:
    A.__dict__['make']()
except TypeError as e:
    print(e)
try:
    A().plain(1)
except TypeError as e:
    print(e)
class C:
    @classmethod
    def __getitem__(cls, k): return k
    @classmethod
    @property
    def chained(cls): return cls.__name__
print(C()[5], C.chained)
try:
    C[5]
except TypeError as e:
    print(e)
class D:
    @staticmethod
    def __call__(x): return x + 1
print(D()(1), D().__call__(2))
f = staticmethod(len)
print(f.__wrapped__ is len, f([1, 2]))
