class A:
    def __new__(cls, *a, **k):
        print('new', cls.__name__, a, k)
        return super().__new__(cls)
    def __init__(self, *a, **k): print('init', a, k)
A(1, x=2)
class Single:
    inst = None
    def __new__(cls):
        if cls.inst is None: cls.inst = super().__new__(cls)
        return cls.inst
print(Single() is Single())
class Other:
    def __new__(cls): return 5
    def __init__(self): print('never')
print(Other())
class Bad:
    def __init__(self): return 1
for f in (Bad, lambda: object.__new__(int), lambda: object.__new__(5), lambda: object().__init__(1), lambda: int.__new__(str), lambda: A.__new__(), lambda: tuple.__new__(list)):
    try:
        print(f())
    except TypeError as e:
        print(e)
class NoArgs: pass
class OnlyNew:
    def __new__(cls, x): return object.__new__(cls)
class OnlyInit:
    def __init__(self, x): pass
for f in (lambda: NoArgs(1), lambda: OnlyNew(), lambda: OnlyInit(), lambda: OnlyNew(1, 2), lambda: OnlyInit(1, 2), lambda: NoArgs(a=1)):
    try:
        f()
    except TypeError as e:
        print(e)
class Pt(tuple):
    def __new__(cls, x, y): return tuple.__new__(cls, (x, y))
    x = property(lambda s: s[0])
p = Pt(3, 4)
print(p, p.x, p == (3, 4), type(p).__name__)
class U(str):
    def __new__(cls, v): return str.__new__(cls, v.upper())
print(U('abc'))
o = object.__new__(A)
print(type(o).__name__)
