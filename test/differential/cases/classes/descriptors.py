class Data:
    def __set_name__(self, owner, name): self.name = name; print('set_name', owner.__name__, name)
    def __get__(self, obj, typ=None):
        if obj is None: return self
        return obj.__dict__.get('_' + self.name, 'unset')
    def __set__(self, obj, v): obj.__dict__['_' + self.name] = v * 2
    def __delete__(self, obj): print('delete', self.name)
class NonData:
    def __get__(self, obj, typ): return ('get', obj is None, typ.__name__)
class SetOnly:
    def __set__(self, obj, v): raise AttributeError('frozen')
class C:
    d = Data()
    n = NonData()
    s = SetOnly()
c = C()
print(c.d, c.n, C.n)
c.d = 5
print(c.d, c.__dict__)
del c.d
c.__dict__['d'] = 'ignored'
c.__dict__['n'] = 'wins'
print(c.d, c.n)
try:
    c.s = 1
except AttributeError as e:
    print(e)
print(type(c.s).__name__)
class D(C): pass
print(D().n, type(D.d).__name__)
f = lambda self: ('bound', self)
print(f.__get__(5)(), f.__get__(5, int)(), (lambda self, x: self + x).__get__(10)(1))
class Meth:
    def __get__(self, o, t): return lambda *a: (o is not None, a)
class E:
    m = Meth()
print(E().m(1), E.m(2))
class ClassProp:
    def __init__(self, f): self.f = f
    def __get__(self, o, t): return self.f(t)
class G:
    @ClassProp
    def name(cls): return cls.__name__.lower()
print(G.name, G().name)
G.name = 'replaced'
print(G.name)
