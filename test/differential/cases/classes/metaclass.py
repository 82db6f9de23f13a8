class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith('__')), kw)
        ns['added'] = True
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print('init', name); super().__init__(name, bases, ns)
    def __call__(cls, *a): print('call', cls.__name__, a); return super().__call__(*a)
    @classmethod
    def __prepare__(m, name, bases, **kw): print('prepare', name, kw); return {'prepared': 1}
    def hello(cls): return 'hello from ' + cls.__name__
    def __len__(cls): return 7
    def __getattr__(cls, n): return 'meta ' + n
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == 5
    def __getitem__(cls, k): return (cls.__name__, k)
    def __repr__(cls): return '<' + cls.__name__ + '>'
class A(metaclass=Meta, opt=1):
    x = 1
    def __init__(self, *a): self.a = a
class B(A): y = 2
a = A(5)
print(a.added, B.prepared, A.hello(), len(B), A.unknown, list(A), 5 in A, A['k'], A, type(B), B.__class__ is Meta)
try:
    a.hello()
except AttributeError as e:
    print(e)
class M2(type): pass
try:
    class C(A, metaclass=M2): pass
except TypeError as e:
    print(e)
C = Meta('C', (A,), {'z': 3})
print(C.z, C(1).a)
D = type('D', (), {'m': lambda self: 'dynamic', 'v': 5})
print(D().m(), D.v, D.__name__, type(D), D.__module__)
def factory(name, bases, ns): return (name, bases, sorted(ns))
class F(metaclass=factory): q = 1
print(F)
class I(type):
    def __instancecheck__(c, o): return o == 'yes'
    def __subclasscheck__(c, s): return s is int
class J(metaclass=I): pass
print(isinstance('yes', J), isinstance('no', J), issubclass(int, J), issubclass(str, J))
class K(type):
    def __eq__(c, o): return True
    __hash__ = type.__hash__
    def __add__(c, o): return ('added', o)
class L(metaclass=K): pass
print(L == 5, L + 1)
