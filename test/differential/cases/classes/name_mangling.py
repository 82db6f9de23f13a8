class A:
    __x = 1
    __dunder__ = 2
    _single = 3
    def __init__(self): self.__y = 5
    def get(self): return self.__x, self.__y, self.__m()
    def __m(self): return 'private'
    def clash(self, __p=3): return __p, sorted(locals())
class B(A):
    __x = 'B'
    def getb(self): return self.__x, hasattr(self, '__x')
a, b = A(), B()
print(a.get(), b.get(), b.getb(), sorted(a.__dict__), A._A__x, B._B__x, a.clash())
try:
    a.__x
except AttributeError as e:
    print(e)
class _C:
    __v = 1
    def f(self):
        global __g
        __g = 5
        return self.__v
print(_C().f(), _C._C__v, '_C__g' in globals())
class __:
    __z = 1
print(hasattr(__, '__z'))
class D:
    def f(self):
        __local = 1
        import math as __m
        class Inner:
            __q = 2
        return sorted(locals()), sorted(k for k in Inner.__dict__ if 'q' in k)
print(D().f())
